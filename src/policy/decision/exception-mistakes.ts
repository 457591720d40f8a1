import { type Allocation, floorsOf, rankOf } from '../../allocation/allocation.ts';
import {
  type CellException,
  EXCEPTION_DAYS,
  type Exception,
  type Exceptions,
  exceptionKey,
  isInForce,
} from '../../allocation/exceptions.ts';
import { suggestion } from '../../allocation/nearest.ts';
import { daysBetween, type IsoDate } from '../../time/week.ts';
import { type CellFloor, cellFloors } from './cell-policy.ts';

/** What keeps an exception from counting, and the key of its entry that says so. */
export interface ExceptionMistake {
  readonly what: string;
  readonly key: 'floor' | 'agent' | 'phase' | 'tier' | 'expires' | 'renewals';
}

/**
 * Why an entry lets no cell go below a floor, apart from its being over; null where it does.
 * @param retiring floors that are gone from the allocation, and that an entry may still speak of to retire them
 */
export function notAllowed(
  entry: Exception,
  allocation: Allocation,
  retiring: Allocation['floors'] = [],
): ExceptionMistake | null {
  const { floors } = allocation;
  const others = entry.kind === 'retirement' ? retiring : [];
  const floor = [...floors, ...others].find(({ id }) => id === entry.floor);
  if (floor === undefined)
    return none(
      'floor',
      entry.floor,
      [...floors, ...others].map(({ id }) => id),
    );
  if (floor.absolute) return { what: `The floor ${entry.floor} takes no exceptions.`, key: 'floor' };
  if (entry.kind === 'retirement') return null;
  const agent = [...allocation.agents.keys()].find((name) => name === entry.agent);
  const phase = allocation.phases.find((name) => name === entry.phase);
  if (agent === undefined) return noAgent(entry.agent, allocation);
  if (phase === undefined) return none('phase', entry.phase, allocation.phases);
  if (!floorsOf(allocation, agent, phase).includes(floor)) {
    const key = floor.agents.includes(agent) ? 'phase' : 'agent';
    return { what: `The floor ${entry.floor} does not cover ${entry.agent} in ${entry.phase}.`, key };
  }
  const tier = rankOf(allocation, entry.tier);
  if (tier === null)
    return none(
      'tier',
      entry.tier,
      allocation.tiers.map(({ name }) => name),
    );
  if (tier < floor.minimum) return null;
  const what = `The tier ${entry.tier} is not below the floor ${entry.floor}: nothing needs an exception.`;
  return { what, key: 'tier' };
}

function none(
  key: 'floor' | 'agent' | 'phase' | 'tier',
  name: string,
  known: readonly string[],
): ExceptionMistake {
  return { what: `There is no ${key} ${name}. ${suggestion(name, known)}`, key };
}

/** An exception names an agent as the matrix does: an alias is not enough, but says which one is meant. */
function noAgent(name: string, { agents }: Allocation): ExceptionMistake {
  const own = [...agents.values()].find(({ aliases }) => aliases.some((alias) => alias === name));
  if (own === undefined) return none('agent', name, [...agents.keys()]);
  return { what: `${name} is an alias. Write ${own.name}, whose it is.`, key: 'agent' };
}

/** True of an entry that `resolve` would go by on that day. */
export function isHonoured(entry: Exception, allocation: Allocation, today: IsoDate): boolean {
  return isInForce(entry, today) && notAllowed(entry, allocation) === null;
}

/** Another floor over the cell of an entry, that always holds and stops it above the entry's tier; null: none does. */
export function stopsShort(
  entry: CellException,
  allocation: Allocation,
  exceptions: Exceptions,
  today: IsoDate,
): CellFloor | null {
  const agent = [...allocation.agents.keys()].find((name) => name === entry.agent);
  const phase = allocation.phases.find((name) => name === entry.phase);
  const tier = rankOf(allocation, entry.tier);
  if (agent === undefined || phase === undefined || tier === null) return null;
  const stops = cellFloors(allocation, exceptions, today, agent, phase).filter(
    ({ id, fact, minimum }) => id !== entry.floor && fact === null && minimum > tier,
  );
  return stops.reduce<CellFloor | null>(
    (most, floor) => (most === null || floor.minimum > most.minimum ? floor : most),
    null,
  );
}

/** The mistake of an entry that runs longer than any may; null where it does not. */
export function tooLong(entry: Exception, today: IsoDate): ExceptionMistake | null {
  const days = daysBetween(today, entry.expires);
  if (days <= EXCEPTION_DAYS) return null;
  const what = `The exception ${exceptionKey(entry)} runs for ${days} more days; at most ${EXCEPTION_DAYS} are allowed.`;
  return { what, key: 'expires' };
}

/** How long before its end people are told of an exception, in days. */
export const ENDING_DAYS = 14;

/** The entries that count, and will not for long, each with what to say. */
export function endingSoon(
  entries: readonly Exception[],
  allocation: Allocation,
  today: IsoDate,
): readonly { readonly entry: Exception; readonly text: string }[] {
  return entries.flatMap((entry) => {
    const days = daysBetween(today, entry.expires);
    if (days > ENDING_DAYS || !isInForce(entry, today)) return [];
    if (entry.kind === 'cell' && !isHonoured(entry, allocation, today)) return [];
    const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return [{ entry, text: `The exception ${exceptionKey(entry)} ends ${left}, on ${entry.expires}.` }];
  });
}
