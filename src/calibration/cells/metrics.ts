import { weekAfter } from '../../time/week.ts';
import { type Attempt, COMPLEXITIES } from '../attempt.ts';
import { type Counts, type Estimate, type Prior, quantile, shrunken } from '../statistics/index.ts';
import type { Evidence } from './evidence.ts';
import type { PlannedCell } from './plan.ts';

/** A rate as it was counted, and as it is shown: drawn towards the cells of its tier, with an interval of 80 %. */
export interface Rate extends Counts {
  readonly estimate: Estimate;
}

/** A sum over what is known of it. Null: nothing is. */
type Figure = number | null;

/** What a cell did on the tier that it has now. */
export interface CellMetrics {
  /** All attempts, further ones included. */
  readonly runs: number;
  readonly rework: Rate;
  /** What the rate would be at the difficulty of the last twelve weeks' tasks; null: nobody said how hard they were. */
  readonly standardised: Figure;
  /** By kind of task and by complexity, as far as somebody said. */
  readonly by: {
    readonly task_type: readonly (Rate & { readonly name: string })[];
    readonly complexity: readonly (Rate & { readonly name: string })[];
  };
  /** First attempts whose tier a declared upgrade raised. */
  readonly planned: Counts;
  /** First attempts that were repeated on a higher tier. */
  readonly escalated: Counts;
  /** What the next tier up made of the failed attempts that it was given: x passed. */
  readonly rescued: Counts;
  readonly overridden: Counts;
  /** Micro-dollars. */
  readonly per_run: Figure;
  readonly per_work_item: Figure;
  /** All that was spent on tasks whose result was accepted in the end or not, by those that were. */
  readonly per_accepted: Figure;
  /** Mean of what was scored, 0 to 1. */
  readonly quality: Figure;
  /** Median, in milliseconds. */
  readonly duration_ms: Figure;
}

/** The mix of hard and easy tasks that rates are told for. */
const MIX_WEEKS = 12;

/** The sum of what is known, and of how many it is. */
class Known {
  sum = 0;
  n = 0;

  add(value: number | null): void {
    if (value === null) return;
    this.sum += value;
    this.n += 1;
  }

  per(count: number): Figure {
    return this.n === 0 || count === 0 ? null : this.sum / count;
  }

  get mean(): Figure {
    return this.per(this.n);
  }
}

/** What runs cost on average; null: of none is it known. */
export function costPerRun({ matured, further }: Evidence): Figure {
  const cost = new Known();
  for (const { microusd } of matured) cost.add(microusd);
  for (const { microusd } of further) cost.add(microusd);
  return cost.mean;
}

/** The attempt that repeats a first one on a higher tier, because its result was poor; null: none does. */
export function repeatAbove(first: Attempt, { again }: Evidence): Attempt | null {
  const found = again
    .get(first)
    ?.find((each) => !each.isFirst && !each.isPlannedUpgrade && each.escalatedFrom === first.assigned);
  return found ?? null;
}

/** What each higher tier made of what failed here: the same tasks, so no rate of that tier in general. */
export function rescuesOf(evidence: Evidence): ReadonlyMap<string, Counts> {
  const rescues = new Map<string, Counts>();
  for (const each of evidence.matured) {
    const repeat = each.fate === 'reworked' ? repeatAbove(each, evidence) : null;
    if (repeat?.tier == null || repeat.outcome === 'unknown') continue;
    const { n, x } = rescues.get(repeat.tier) ?? { n: 0, x: 0 };
    rescues.set(repeat.tier, { n: n + 1, x: x + (repeat.outcome === 'pass' ? 1 : 0) });
  }
  return rescues;
}

/** The name of the tier above, if the cell may have it. */
export function tierAbove({ tiers, rank, maximum }: PlannedCell): string | null {
  return rank + 1 <= maximum ? (tiers[rank + 1] ?? null) : null;
}

/** The name of the tier below, if no floor is above it: for a cell at its floor there is none. */
export function tierBelow({ tiers, rank, floor, guarded }: PlannedCell): string | null {
  return !guarded && rank - 1 >= floor ? (tiers[rank - 1] ?? null) : null;
}

/** Counts by name. */
class Groups {
  readonly #counts = new Map<string, { n: number; x: number }>();

  add(name: string | null, isHit: boolean): void {
    if (name === null) return;
    const counts = this.#counts.get(name) ?? { n: 0, x: 0 };
    counts.n += 1;
    if (isHit) counts.x += 1;
    this.#counts.set(name, counts);
  }

  rates(names: readonly string[], prior: Prior): CellMetrics['by']['complexity'] {
    return names.flatMap((name) => {
      const counts = this.#counts.get(name);
      return counts === undefined ? [] : [{ name, ...counts, estimate: shrunken(counts, prior) }];
    });
  }

  /** The mean of the groups' rates, each as often as it is in `mix`; null where the mix is of none. */
  standardised(mix: Groups, prior: Prior): Figure {
    let [sum, all] = [0, 0];
    for (const [name, { n }] of mix.#counts) {
      sum += n * shrunken(this.#counts.get(name) ?? { n: 0, x: 0 }, prior).rate;
      all += n;
    }
    return all === 0 ? null : sum / all;
  }

  get names(): readonly string[] {
    return [...this.#counts.keys()].sort();
  }
}

/** The figures of a cell, given what the cells of its tier have in common. */
export function metricsOf(cell: PlannedCell, evidence: Evidence, prior: Prior): CellMetrics {
  const { matured, weeks, counts, further, again, overridden } = evidence;
  const [byType, byComplexity, mix] = [new Groups(), new Groups(), new Groups()];
  const newest = weeks.at(-1)?.week;
  const mixFrom = newest === undefined ? null : weekAfter(newest, 1 - MIX_WEEKS);
  const [cost, ofItems, ofMatured, quality] = [new Known(), new Known(), new Known(), new Known()];
  const items = new Set<string>();
  const durations: number[] = [];
  const spend = ({ microusd, workItem }: Attempt): void => {
    cost.add(microusd);
    if (workItem === null) return;
    ofItems.add(microusd);
    items.add(workItem);
  };
  let [accepted, planned, escalated] = [0, 0, 0];
  for (const each of matured) {
    const isBad = each.fate === 'reworked';
    spend(each);
    byType.add(each.taskType, isBad);
    byComplexity.add(each.complexity, isBad);
    if (mixFrom !== null && each.week >= mixFrom) mix.add(each.complexity, isBad);
    ofMatured.add(each.microusd);
    quality.add(each.quality);
    if (each.durationMs !== null) durations.push(each.durationMs);
    if (each.isPlannedUpgrade) planned += 1;
    const more = again.get(each) ?? [];
    for (const { microusd } of more) ofMatured.add(microusd);
    if (!isBad || more.some(({ isFirst, outcome }) => !isFirst && outcome === 'pass')) accepted += 1;
    if (repeatAbove(each, evidence) !== null) escalated += 1;
  }
  for (const each of further) spend(each);
  const next = tierAbove(cell);
  const { n } = counts;
  return {
    runs: matured.length + further.length,
    rework: { ...counts, estimate: shrunken(counts, prior) },
    standardised: byComplexity.standardised(mix, prior),
    by: {
      task_type: byType.rates(byType.names, prior),
      complexity: byComplexity.rates(COMPLEXITIES, prior),
    },
    planned: { n, x: planned },
    escalated: { n, x: escalated },
    rescued: (next === null ? null : rescuesOf(evidence).get(next)) ?? { n: 0, x: 0 },
    overridden: { n, x: overridden },
    per_run: cost.mean,
    per_work_item: ofItems.per(items.size),
    per_accepted: ofMatured.per(accepted),
    quality: quality.mean,
    duration_ms: quantile(
      durations.sort((a, b) => a - b),
      0.5,
    ),
  };
}
