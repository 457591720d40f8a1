import { MATURE_DAYS } from '../../report/fates.ts';
import type { IsoWeek } from '../../time/week.ts';
import type { Attempt } from '../attempt.ts';
import type { Counts } from '../statistics/index.ts';
import type { PlannedCell, PlannedTrial } from './plan.ts';

const DAY = 86_400_000;
/** Of work that is known to be done nobody complains much later. Younger than this no run counts. */
const CLOSED_DAYS = 7;

/** What the first attempts of a cell say of the tier that it has now. */
export interface Evidence {
  /**
   * Matured first attempts on this tier, model and definition of the agent, one for each task, by instant: a cell whose
   * tier, model or definition changed starts anew.
   */
  readonly matured: readonly Attempt[];
  /** The same, and how many of them had to be done again, by week; weeks without any are left out. */
  readonly weeks: readonly EvidenceWeek[];
  readonly counts: Counts;
  /** All others since then: those that have not matured, and further ones. No arm of a trial. */
  readonly further: readonly Attempt[];
  /** What was tried later at the task of a matured one. */
  readonly again: ReadonlyMap<Attempt, readonly Attempt[]>;
  /** How many of the matured ones a person put on another tier. */
  readonly overridden: number;
}

export interface EvidenceWeek extends Counts {
  readonly week: IsoWeek;
  readonly attempts: readonly Attempt[];
}

/** Whether it is the cheaper side of a trial. */
export function isOnTrial({ trial }: Attempt): boolean {
  return trial !== null && trial.arm !== 'control';
}

/** Whether complaints about it have had time to come. */
export function isMature({ at, closedAt }: Attempt, asOf: number): boolean {
  if (at <= asOf - MATURE_DAYS * DAY) return true;
  return closedAt !== null && closedAt < asOf && at <= asOf - CLOSED_DAYS * DAY;
}

/** By instant; of one instant in an order that only what they say decides. */
export function attemptOrder(a: Attempt, b: Attempt): number {
  return (
    a.at - b.at ||
    byText(a.task, b.task) ||
    byText(a.assigned ?? '', b.assigned ?? '') ||
    Number(a.fate !== 'reworked') - Number(b.fate !== 'reworked') ||
    byText(a.model ?? '', b.model ?? '') ||
    (a.microusd ?? -1) - (b.microusd ?? -1)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function reworkCounts(attempts: readonly Attempt[]): Counts {
  let x = 0;
  for (const { fate } of attempts) if (fate === 'reworked') x += 1;
  return { n: attempts.length, x };
}

/** The tasks of a cell. */
interface Tasks {
  /** The attempts that begin one. */
  readonly firsts: readonly Attempt[];
  /** What was tried later at the same task, by the attempt that began it. */
  readonly again: ReadonlyMap<Attempt, readonly Attempt[]>;
}

/**
 * What was tried before, on whatever tier, is not begun again. Of the same instant on several tiers each begins it, for
 * its own.
 */
function tasksOf(sorted: readonly Attempt[]): Tasks {
  const begun = new Map<string, Attempt>();
  const firsts: Attempt[] = [];
  const again = new Map<Attempt, Attempt[]>();
  let [lastTask, lastAssigned]: (string | null)[] = [null, null];
  for (const attempt of sorted) {
    const { task, assigned } = attempt;
    const before = begun.get(task);
    const isNew =
      before === undefined || (before.at === attempt.at && !(lastTask === task && lastAssigned === assigned));
    if (before === undefined) begun.set(task, attempt);
    if (isNew) {
      [lastTask, lastAssigned] = [task, assigned];
      if (attempt.isFirst) firsts.push(attempt);
      continue;
    }
    const more = again.get(before);
    if (more === undefined) again.set(before, [attempt]);
    else more.push(attempt);
  }
  return { firsts, again };
}

/** The attempts of a cell that begin a task. */
export function firstsOf(sorted: readonly Attempt[]): readonly Attempt[] {
  return tasksOf(sorted).firsts;
}

/**
 * The same for the cheaper side of a trial, which may repeat what was done before. Only what ran on the trial's tier shows
 * how good it is: what a person, an upgrade or a floor put on another one does not.
 */
export function trialAttempts(
  sorted: readonly Attempt[],
  { id, tier }: Pick<PlannedTrial, 'id' | 'tier'>,
  asOf: number,
): readonly Attempt[] {
  return tasksOf(
    sorted.filter(
      (each) => each.trial?.id === id && isOnTrial(each) && each.tier === tier && isMature(each, asOf),
    ),
  ).firsts;
}

/** The evidence of a cell as of an instant, the start of a week: whatever is younger did not happen yet. */
export function evidenceOf(cell: PlannedCell, sorted: readonly Attempt[], asOf: number): Evidence {
  const known = sorted.filter(({ at }) => at < asOf);
  const { firsts, again } = tasksOf(known);
  const start = lastWeekElsewhere(cell, firsts);
  const isNow = sameDefinition(cell, known);
  const isIn = (each: Attempt): boolean =>
    (start === null || each.week > start) && !isOnTrial(each) && isNow(each);
  const matured = firsts.filter(
    (each) => each.assigned === cell.assigned && isMature(each, asOf) && isIn(each),
  );
  const counted = new Set(matured);
  return {
    matured,
    weeks: byWeek(matured),
    counts: reworkCounts(matured),
    again,
    further: known.filter((each) => !counted.has(each) && isIn(each)),
    overridden: matured.filter(({ isOverridden }) => isOverridden).length,
  };
}

/** The last week in which the cell had another tier: tasks were begun there, and none on the tier that it has now. */
function lastWeekElsewhere({ assigned }: PlannedCell, firsts: readonly Attempt[]): IsoWeek | null {
  const here = new Set<IsoWeek>();
  let last: IsoWeek | null = null;
  for (const each of firsts) if (each.assigned === assigned) here.add(each.week);
  for (const each of firsts) {
    const isElsewhere = each.assigned !== null && !here.has(each.week) && !isOnTrial(each);
    if (isElsewhere && (last === null || each.week > last)) last = each.week;
  }
  return last;
}

/** Whether an attempt was made with the model and the agent's definition of the newest one; what nobody knows fits. */
function sameDefinition(cell: PlannedCell, known: readonly Attempt[]): (attempt: Attempt) => boolean {
  const onTier = ({ assigned, tier }: Attempt): boolean =>
    assigned === cell.assigned && tier === cell.assigned;
  // All ids of the tier's model are one model; what the tier has now counts, as soon as there is any of it.
  const modelOf = ({ model }: Attempt): string | null =>
    model !== null && cell.models.includes(model) ? '' : model;
  const measured = known.filter((each) => onTier(each) && each.model !== null && !isOnTrial(each));
  const model = measured.some((each) => modelOf(each) === '') ? '' : (measured.at(-1)?.model ?? null);
  const hash = known.findLast(
    (each) => each.assigned === cell.assigned && each.agentHash !== null,
  )?.agentHash;
  return (each) =>
    (hash === undefined || each.agentHash === null || each.agentHash === hash) &&
    (model === null || !onTier(each) || each.model === null || modelOf(each) === model);
}

/** Matured attempts by week. */
function byWeek(matured: readonly Attempt[]): readonly EvidenceWeek[] {
  const weeks: { week: IsoWeek; attempts: Attempt[] }[] = [];
  for (const attempt of matured) {
    const last = weeks.at(-1);
    if (last?.week === attempt.week) last.attempts.push(attempt);
    else weeks.push({ week: attempt.week, attempts: [attempt] });
  }
  return weeks.map(({ week, attempts }) => ({ week, attempts, ...reworkCounts(attempts) }));
}
