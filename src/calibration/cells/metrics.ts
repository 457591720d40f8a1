import { type Attempt, COMPLEXITIES } from '../attempt.ts';
import { type Counts, type Estimate, type Prior, quantile, shrunken } from '../statistics/index.ts';
import { type Evidence, reworkCounts } from './evidence.ts';
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

function mean(values: readonly (number | null)[]): Figure {
  let sum = 0;
  let n = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    n += 1;
  }
  return n === 0 ? null : sum / n;
}

/** What runs cost on average; null: of none is it known. */
export function costPerRun(attempts: readonly Attempt[]): Figure {
  return mean(attempts.map(({ microusd }) => microusd));
}

function median(values: readonly (number | null)[]): Figure {
  return quantile(
    values.filter((value) => value !== null).sort((a, b) => a - b),
    0.5,
  );
}

/** The attempts that repeat a failed one of this tier on a higher one, by task; the first of each. */
function escalationsFrom(tier: string, attempts: readonly Attempt[]): ReadonlyMap<string, Attempt> {
  const found = new Map<string, Attempt>();
  for (const each of attempts) {
    if (each.isFirst || each.isPlannedUpgrade || each.escalatedFrom !== tier || found.has(each.task))
      continue;
    found.set(each.task, each);
  }
  return found;
}

/** What each higher tier made of what failed here: the same tasks, so no rate of that tier in general. */
export function rescuesOf(cell: PlannedCell, { matured, attempts }: Evidence): ReadonlyMap<string, Counts> {
  const repeats = escalationsFrom(cell.assigned, attempts);
  const rescues = new Map<string, Counts>();
  for (const { task, fate } of matured) {
    const repeat = repeats.get(task);
    if (fate !== 'reworked' || repeat?.tier == null || repeat.outcome === 'unknown') continue;
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

function groupsOf(
  matured: readonly Attempt[],
  nameOf: (attempt: Attempt) => string | null,
  names: readonly string[],
  prior: Prior,
): CellMetrics['by']['complexity'] {
  return names.flatMap((name) => {
    const group = matured.filter((each) => nameOf(each) === name);
    if (group.length === 0) return [];
    const counts = reworkCounts(group);
    return [{ name, ...counts, estimate: shrunken(counts, prior) }];
  });
}

/** The figures of a cell, given what the cells of its tier have in common. */
export function metricsOf(cell: PlannedCell, evidence: Evidence, prior: Prior): CellMetrics {
  const { matured, counts, attempts, overridden } = evidence;
  const repeats = escalationsFrom(cell.assigned, attempts);
  const tasks = new Set(matured.map(({ task }) => task));
  const good = new Set(matured.filter(({ fate }) => fate !== 'reworked').map(({ task }) => task));
  for (const { task, isFirst, outcome } of attempts)
    if (!isFirst && outcome === 'pass' && tasks.has(task)) good.add(task);
  const ofMatured = attempts.filter(({ task }) => tasks.has(task));
  const spent = (of: readonly Attempt[]): number | null =>
    of.some(({ microusd }) => microusd !== null)
      ? of.reduce((sum, { microusd }) => sum + (microusd ?? 0), 0)
      : null;
  const items = new Set(attempts.flatMap(({ workItem }) => (workItem === null ? [] : [workItem])));
  const ofItems = spent(attempts.filter(({ workItem }) => workItem !== null));
  const accepted = spent(ofMatured);
  const taskTypes = [...new Set(matured.flatMap(({ taskType }) => (taskType === null ? [] : [taskType])))];
  const next = tierAbove(cell);
  const n = counts.n;
  return {
    runs: attempts.length,
    rework: { ...counts, estimate: shrunken(counts, prior) },
    by: {
      task_type: groupsOf(matured, ({ taskType }) => taskType, taskTypes.sort(), prior),
      complexity: groupsOf(matured, ({ complexity }) => complexity, COMPLEXITIES, prior),
    },
    planned: { n, x: matured.filter(({ isPlannedUpgrade }) => isPlannedUpgrade).length },
    escalated: { n, x: matured.filter(({ task }) => repeats.has(task)).length },
    rescued: (next === null ? null : rescuesOf(cell, evidence).get(next)) ?? { n: 0, x: 0 },
    overridden: { n, x: overridden },
    per_run: costPerRun(attempts),
    per_work_item: ofItems === null ? null : ofItems / items.size,
    per_accepted: accepted === null || good.size === 0 ? null : accepted / good.size,
    quality: mean(matured.map(({ quality }) => quality)),
    duration_ms: median(matured.map(({ durationMs }) => durationMs)),
  };
}
