import { grouped } from '../grouped.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import { lackingIn } from './lacking.ts';
import { byCodeUnit, type Run, sumOf } from './runs.ts';

type WorkItem = Report['work_items'][number];

type PerWorkItem = NonNullable<Report['per_work_item']>;

/** What pieces of work cost, of records that name theirs. */
export function costOfWorkItems(records: readonly UsageRecord[]): PerWorkItem {
  const named = records.filter(({ work_item }) => work_item !== null);
  const n = new Set(named.map(({ repository, work_item }) => JSON.stringify([repository, work_item]))).size;
  const { tokens, microusd } = sumOf(named);
  const mean = n === 0 || microusd === 0 ? null : Math.round(microusd / n);
  return { n, tokens, microusd, ...lackingIn(named), mean_microusd: mean };
}

/** How many pieces of work are named. */
const MOST = 5;

/** The dearest pieces of work, the dearest first, each with the cell that most of it went to. */
export function dearestWork(records: readonly UsageRecord[], runs: readonly Run[]): readonly WorkItem[] {
  const runsOf = grouped(runs, ({ main }) => main.work_item);
  return [...grouped(records, ({ work_item }) => work_item)]
    .map(([work_item, own]) => ({ work_item, own, ...sumOf(own) }))
    .sort((a, b) => b.microusd - a.microusd || b.tokens - a.tokens || byCodeUnit(a.work_item, b.work_item))
    .slice(0, MOST)
    .flatMap(({ work_item, own, tokens, microusd }): WorkItem[] => {
      const cells = [...grouped(own, ({ agent, phase }) => JSON.stringify([agent, phase]))]
        .map(([key, group]) => ({ key, group, microusd: sumOf(group).microusd }))
        .sort((a, b) => b.microusd - a.microusd || byCodeUnit(a.key, b.key));
      const [first] = cells;
      const [sample] = first?.group ?? [];
      if (first === undefined || sample === undefined) return [];
      return [
        {
          work_item,
          runs: runsOf.get(work_item)?.length ?? 0,
          tokens,
          microusd,
          ...lackingIn(own),
          dearest: { agent: sample.agent, phase: sample.phase, microusd: first.microusd },
        },
      ];
    });
}
