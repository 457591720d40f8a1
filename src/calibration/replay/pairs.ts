import type { Attempt } from '../attempt.ts';

/** One task, seen on two tiers: one attempt on each. */
export interface Pair {
  readonly earlier: Attempt & { readonly tier: string; readonly microusd: number };
  readonly later: Attempt & { readonly tier: string; readonly microusd: number };
}

/** An attempt that can be half of a pair: its tier and its cost are known. */
function isKnown(attempt: Attempt): attempt is Pair['earlier'] {
  return attempt.tier !== null && attempt.microusd !== null && attempt.microusd > 0;
}

function isLinked(a: Attempt, b: Attempt): boolean {
  if (a.isFirst && b.isFirst) return true;
  if (b.escalatedFrom !== null && b.escalatedFrom === a.tier) return true;
  return a.trial !== null && a.trial.id === b.trial?.id;
}

/**
 * The tasks that were seen on two tiers: attempts of one repository, work item, agent and phase, both first ones or
 * linked by an escalation or a trial. Of several attempts at a task on one tier the first counts. Attempts by instant.
 */
export function pairsOf(attempts: readonly Attempt[]): readonly Pair[] {
  const known = PAIRS.get(attempts);
  if (known !== undefined) return known;
  const pairs = pairsAmong(attempts);
  PAIRS.set(attempts, pairs);
  return pairs;
}

/** A proposal and its what-if ask for those of the same million attempts. */
const PAIRS = new WeakMap<readonly Attempt[], readonly Pair[]>();

function pairsAmong(attempts: readonly Attempt[]): readonly Pair[] {
  /** The last attempt at a work item so far, and before each attempt the one before it. */
  const last = new Map<string, number>();
  const before = new Int32Array(attempts.length).fill(-1);
  const pairs: Pair[] = [];
  for (const [index, attempt] of attempts.entries()) {
    const { workItem, agent, phase } = attempt;
    if (workItem === null) continue;
    before[index] = last.get(workItem) ?? -1;
    last.set(workItem, index);
    if (!isKnown(attempt)) continue;
    const others: Pair['earlier'][] = [];
    for (let place = before[index] ?? -1; place !== -1; place = before[place] ?? -1) {
      const other = attempts[place];
      if (other !== undefined && other.agent === agent && other.phase === phase && isKnown(other))
        others.push(other);
    }
    // Most work runs on one tier, and nobody need look which repository it is of.
    if (others.every(({ tier }) => tier === attempt.tier)) continue;
    /** The first attempt at the task on each tier: they stand from the last to the first. */
    const firsts = new Map(
      others.filter(({ task }) => task === attempt.task).map((each) => [each.tier, each]),
    );
    // What ran on this tier before has made its pairs.
    if (firsts.has(attempt.tier)) continue;
    for (const other of firsts.values())
      if (isLinked(other, attempt) || isLinked(attempt, other))
        pairs.push({ earlier: other, later: attempt });
  }
  return pairs;
}
