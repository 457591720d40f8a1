import { grouped } from '../grouped.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import { lackingIn } from './lacking.ts';
import { byCodeUnit, type Run, sumOf } from './runs.ts';

type WorkItem = Report['work_items'][number];

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
