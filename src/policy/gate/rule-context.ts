import { type Allocation, rankOf, tierName } from '../../allocation/allocation.ts';
import { type Exceptions, exceptionKey, isInForce } from '../../allocation/exceptions.ts';
import type { Rank } from '../../allocation/names.ts';
import { exceptionsOf } from '../../allocation/renames.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { tableOf } from '../decision/models-of-tiers.ts';
import { type Renames, renamedAllocation, renamedExceptions, renamesOf } from './renames.ts';
import type { PolicyMove } from './version.ts';

/** One version of the files, with the models that are known from it. */
export interface Side {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
  /** The models that are known without it. */
  readonly shipped: ModelTable;
}

/** A version of the files, with the shipped models and those that its allocation adds. */
export function sideOf(allocation: Allocation, exceptions: Exceptions, shipped: ModelTable): Side {
  return {
    allocation,
    exceptions: exceptionsOf(exceptions, allocation),
    table: tableOf(allocation, shipped),
    shipped,
  };
}

/** Two versions of the files, and what every rule needs to know of them. */
export interface RuleContext {
  /** In the head's names: an agent that the head renames is here what it is called there, in all but `raw`. */
  readonly base: Side;
  readonly head: Side;
  readonly renames: Renames;
  readonly today: IsoDate;
  /** The exceptions that the head may use: in force on the base, and still in the head, never lower than on either. */
  readonly usable: Exceptions;
  /** How the head's policy stands to the base's; null: it extends none. */
  readonly policyMove: PolicyMove | null;
}

/** Puts two versions side by side. */
export function ruleContext(before: Side, head: Side, today: IsoDate): RuleContext {
  const renames = renamesOf(before.allocation, head.allocation);
  const base: Side =
    renames.size === 0
      ? before
      : {
          ...before,
          allocation: renamedAllocation(before.allocation, renames),
          exceptions: renamedExceptions(before.exceptions, renames),
        };
  return { base, head, renames, today, usable: usableExceptions(base, head, today), policyMove: null };
}

/** True of a file that no base has: it is judged against itself, and everything in it is new. */
export function isNewFile({ base, head }: Pick<RuleContext, 'base' | 'head'>): boolean {
  return base.allocation === head.allocation;
}

function usableExceptions(base: Side, head: Side, today: IsoDate): Exceptions {
  const kept = new Map(head.exceptions.entries.map((entry) => [exceptionKey(entry), entry]));
  const entries = base.exceptions.entries.flatMap((entry) => {
    const still = kept.get(exceptionKey(entry));
    if (entry.kind !== 'cell' || still?.kind !== 'cell') return [];
    if (!isInForce(entry, today) || !isInForce(still, today)) return [];
    const before = rankOf(head.allocation, entry.tier);
    const after = rankOf(head.allocation, still.tier);
    if (before === null || after === null) return [];
    return [{ ...still, tier: before > after ? entry.tier : still.tier }];
  });
  return { file: head.exceptions.file, entries };
}

/** What several rules rest on: computed at the first question about a change, and remembered for the others. */
export function shared<T>(compute: (context: RuleContext) => T): (context: RuleContext) => T {
  const known = new WeakMap<RuleContext, { readonly value: T }>();
  return (context) => {
    const found = known.get(context) ?? { value: compute(context) };
    known.set(context, found);
    return found.value;
  };
}

/** A rank of the base as a rank of the head, by the tier's name; null when the head has no such tier. */
export function rankInHead({ base, head }: RuleContext, rank: Rank): Rank | null {
  return rankOf(head.allocation, tierName(base.allocation, rank));
}

/** Floors of the base that an approved entry, already there and in force, allows to go. */
export const retiredFloors = shared(({ base, today }): ReadonlySet<string> => {
  const approved = base.exceptions.entries.filter(
    (entry) => entry.kind === 'retirement' && isInForce(entry, today),
  );
  const floors = base.allocation.floors.filter(
    (floor) => !floor.absolute && approved.some((entry) => entry.floor === floor.id),
  );
  return new Set(floors.map((floor) => floor.id));
});

/** The floors of the base that the head must keep. */
export const standingFloors = shared((context) =>
  context.base.allocation.floors.filter((floor) => !retiredFloors(context).has(floor.id)),
);

/** The agents that they cover. */
export const flooredAgents = shared((context) => [
  ...new Set(standingFloors(context).flatMap((floor) => floor.agents)),
]);
