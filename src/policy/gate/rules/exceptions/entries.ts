import { floorsOf, rankOf } from '../../../../allocation/allocation.ts';
import { EXCEPTION_DAYS, type Exception, exceptionKey } from '../../../../allocation/exceptions.ts';
import { daysBetween } from '../../../../time/week.ts';
import { type RuleContext, shared } from '../../rule-context.ts';

/** Why an entry is not allowed, apart from its dates; null when it is. */
function notAllowed(entry: Exception, { base, head }: RuleContext): string | null {
  const floor =
    head.allocation.floors.find((each) => each.id === entry.floor) ??
    (entry.kind === 'retirement'
      ? base.allocation.floors.find((each) => each.id === entry.floor)
      : undefined);
  if (floor === undefined) return `There is no floor ${entry.floor}.`;
  if (floor.absolute) return `The floor ${entry.floor} takes no exceptions.`;
  if (entry.kind === 'retirement') return null;
  const agent = [...head.allocation.agents.keys()].find((name) => name === entry.agent);
  const phase = head.allocation.phases.find((name) => name === entry.phase);
  if (agent === undefined) return `There is no agent ${entry.agent}.`;
  if (phase === undefined) return `There is no phase ${entry.phase}.`;
  if (!floorsOf(head.allocation, agent, phase).includes(floor))
    return `The floor ${entry.floor} does not cover ${entry.agent} in ${entry.phase}.`;
  const tier = rankOf(head.allocation, entry.tier);
  if (tier === null) return `There is no tier ${entry.tier}.`;
  if (tier >= floor.minimum)
    return `The tier ${entry.tier} is not below the floor ${entry.floor}: nothing needs an exception.`;
  return null;
}

function sameEntry(a: Exception, b: Exception): boolean {
  const plain = (entry: Exception): string => JSON.stringify({ ...entry, origin: null });
  return plain(a) === plain(b);
}

/** An entry of the head's exceptions file. */
interface HeadEntry {
  readonly entry: Exception;
  /** The entry of the base for the same; undefined: it is new. */
  readonly former: Exception | undefined;
  readonly unchanged: boolean;
  /** What keeps it from counting, in one sentence; null where nothing does. */
  readonly mistake: string | null;
  readonly expired: boolean;
}

/** The last day on which an exception counts is over. */
export function expiredText(entry: Exception): string {
  return `The exception ${exceptionKey(entry)} expired on ${entry.expires}.`;
}

/** Every entry of the head, each with what is wrong with it. One that has expired as it was is no mistake. */
export const headEntries = shared((context): readonly HeadEntry[] => {
  const { base, head, today } = context;
  const before = new Map(base.exceptions.entries.map((entry) => [exceptionKey(entry), entry]));
  return head.exceptions.entries.map((entry) => {
    const former = before.get(exceptionKey(entry));
    const unchanged = former !== undefined && sameEntry(entry, former);
    const expired = entry.expires < today;
    return { entry, former, unchanged, expired, mistake: mistakeOf() };

    function mistakeOf(): string | null {
      const key = exceptionKey(entry);
      const why = notAllowed(entry, context);
      if (why !== null) return `The exception ${key} is not allowed. ${why}`;
      const days = daysBetween(today, entry.expires);
      if (days > EXCEPTION_DAYS)
        return `The exception ${key} runs for ${days} more days; at most ${EXCEPTION_DAYS} are allowed.`;
      if (expired) return unchanged ? null : expiredText(entry);
      if (former === undefined) return null;
      if (entry.renewals < former.renewals)
        return `The exception ${key} was renewed ${former.renewals} times; ${entry.renewals} is less.`;
      if (entry.expires > former.expires && entry.renewals === former.renewals)
        return `The exception ${key} is renewed to ${entry.expires} but says renewals: ${entry.renewals}; write ${former.renewals + 1}.`;
      return null;
    }
  });
});
