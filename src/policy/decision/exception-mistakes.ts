import { type Allocation, floorsOf, rankOf } from '../../allocation/allocation.ts';
import { EXCEPTION_DAYS, type Exception, exceptionKey, isInForce } from '../../allocation/exceptions.ts';
import { suggestion } from '../../allocation/nearest.ts';
import { daysBetween, type IsoDate } from '../../time/week.ts';

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
  if (agent === undefined) return none('agent', entry.agent, [...allocation.agents.keys()]);
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

/** True of an entry that `resolve` would go by on that day. */
export function isHonoured(entry: Exception, allocation: Allocation, today: IsoDate): boolean {
  return isInForce(entry, today) && notAllowed(entry, allocation) === null;
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
