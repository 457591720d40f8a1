import { type Allocation, findAgent, floorsOf } from '../../allocation/allocation.ts';
import { grouped } from '../../grouped.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { Attempt } from '../attempt.ts';
import { type Counts, wilson } from '../statistics/index.ts';
import { CellMap } from './cell-map.ts';
import { Costs } from './costs.ts';
import type { TierRatios } from './ratios.ts';
import { ratiosOf } from './replay.ts';

/** What some runs would cost if every cell were on one tier, or on its floor where that is higher. */
export interface Baseline {
  readonly tier: string;
  /** Micro-dollars; of the runs whose cost is known on every tier. */
  readonly microusd: number;
  /** Pairs of any cell behind the least supported ratio that it needs; 0: list prices; null: it needs none. */
  readonly pairs: number | null;
  /** The two tiers of that ratio; null: it needs none. */
  readonly between: readonly [string, string] | null;
}

/** One kind of task under the present allocation and under each tier alone. */
export interface CostBenefit {
  /** Null: nobody said of what type they were. */
  readonly taskType: string | null;
  /** Those whose cost is known on every tier: the amounts are of them. */
  readonly runs: number;
  readonly leftOut: number;
  /** As it was. */
  readonly microusd: number;
  readonly baselines: readonly Baseline[];
  /** Rework of first attempts, by the tier that they were assigned. */
  readonly rework: readonly ({ readonly tier: string } & Counts)[];
}

/** A tier that costs more than another one at the same tasks, and is reworked more. */
export interface Dominated {
  readonly taskType: string | null;
  readonly tier: string;
  readonly by: string;
  /** As a multiple, on so many pairs. */
  readonly ratio: number;
  readonly pairs: number;
  readonly rework: Counts;
  readonly reworkOfOther: Counts;
}

/** Pairs, and first attempts on each tier, below which nothing is said of a tier. */
export const LEAST = 10;

/**
 * What each kind of task costs now, and on each tier alone; the dearest first. Runs without a known cost are left out.
 * @param ratios of the tiers, where they were measured on more than these attempts
 */
export function costBenefit(
  attempts: readonly Attempt[],
  allocation: Allocation,
  table: ModelTable,
  today: IsoDate,
  ratios: TierRatios = ratiosOf(attempts, allocation, table, today),
): { readonly rows: readonly CostBenefit[]; readonly dominated: readonly Dominated[] } {
  const costs = new Costs(allocation, table, ratios);
  const names = allocation.tiers.map(({ name }) => name);
  const same = { from: null, to: null };
  const floor = floors(allocation);
  const types = new Map<string | null, Attempt[]>();
  for (const attempt of attempts) {
    const known = types.get(attempt.taskType);
    if (known === undefined) types.set(attempt.taskType, [attempt]);
    else known.push(attempt);
  }
  const rows = [...types].map(([taskType, mine]): CostBenefit => {
    const sums: { -readonly [key in keyof Baseline]: Baseline[key] }[] = names.map(startOf);
    let [runs, microusd] = [0, 0];
    for (const attempt of mine) {
      const least = floor(attempt);
      const each = names.map((_, rank) =>
        rank < least ? null : costs.on(attempt, names[rank] ?? null, same),
      );
      if (attempt.microusd === null || each.slice(least).includes(null)) continue;
      runs += 1;
      microusd += attempt.microusd;
      for (const [rank, sum] of sums.entries()) {
        const estimated = each[Math.max(rank, least)] ?? null;
        sum.microusd += estimated?.microusd ?? 0;
        const pairs = estimated?.by?.usage.pairsOfAll ?? null;
        if (pairs === null || (sum.pairs !== null && sum.pairs <= pairs)) continue;
        sum.pairs = pairs;
        sum.between = [attempt.tier ?? '', names[Math.max(rank, least)] ?? ''];
      }
    }
    const leftOut = mine.length - runs;
    return { taskType, runs, leftOut, microusd, baselines: sums, rework: reworkBy(mine, names) };
  });
  rows.sort((a, b) => b.microusd - a.microusd || ((a.taskType ?? '') < (b.taskType ?? '') ? -1 : 1));
  return { rows, dominated: rows.flatMap((row) => dominatedIn(row, ratios)) };
}

function startOf(tier: string): Baseline {
  return { tier, microusd: 0, pairs: null, between: null };
}

/** The baselines of all kinds of tasks together. */
export function baselinesOfAll(rows: readonly CostBenefit[]): readonly Baseline[] {
  const sums = new Map<string, Baseline>();
  for (const { baselines } of rows) {
    for (const each of baselines) {
      const known = sums.get(each.tier) ?? startOf(each.tier);
      const least = each.pairs !== null && (known.pairs === null || each.pairs < known.pairs) ? each : known;
      sums.set(each.tier, { ...least, microusd: known.microusd + each.microusd });
    }
  }
  return [...sums.values()];
}

/** The rank below which a cell may not run, whatever the conditions of its floors say. */
function floors(allocation: Allocation): (attempt: Attempt) => number {
  const known = new CellMap((agent, phase): number => {
    const declared = findAgent(allocation, agent);
    const inFile = allocation.phases.find((each) => each === phase);
    const over = declared === null || inFile === undefined ? [] : floorsOf(allocation, declared.name, inFile);
    return Math.max(0, ...over.map(({ minimum }) => minimum));
  });
  return ({ agent, phase }) => known.of(agent, phase);
}

function reworkBy(attempts: readonly Attempt[], names: readonly string[]): CostBenefit['rework'] {
  const judged = attempts.filter(({ isFirst, fate }) => isFirst && fate !== 'unknown');
  const byTier = grouped(judged, ({ assigned }) => assigned);
  return names.flatMap((tier) => {
    const mine = byTier.get(tier) ?? [];
    if (mine.length === 0) return [];
    return [{ tier, n: mine.length, x: mine.filter(({ fate }) => fate === 'reworked').length }];
  });
}

/** Tiers that others beat in both: by more than the 80 % intervals of cost and rework allow to be chance. */
function dominatedIn({ taskType, rework }: CostBenefit, ratios: TierRatios): readonly Dominated[] {
  return rework.flatMap((mine) =>
    rework.flatMap((other): Dominated[] => {
      if (mine.tier === other.tier || mine.n < LEAST || other.n < LEAST) return [];
      const [worse, better] = [wilson(mine), wilson(other)];
      const ratio = ratios.ratio('', null, other.tier, mine.tier);
      if (worse === null || better === null || ratio === null || ratio.pairs < LEAST) return [];
      if (worse.low <= better.high || ratio.low <= 1) return [];
      return [
        {
          taskType,
          tier: mine.tier,
          by: other.tier,
          ratio: ratio.ratio,
          pairs: ratio.pairs,
          rework: { n: mine.n, x: mine.x },
          reworkOfOther: { n: other.n, x: other.x },
        },
      ];
    }),
  );
}
