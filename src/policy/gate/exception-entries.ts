import { type Exception, exceptionKey } from '../../allocation/exceptions.ts';
import { type ExceptionMistake, notAllowed, tooLong } from '../decision/exception-mistakes.ts';
import { type RuleContext, shared } from './rule-context.ts';

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
  /** What keeps it from counting; null where nothing does. */
  readonly mistake: ExceptionMistake | null;
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

    function mistakeOf(): ExceptionMistake | null {
      const key = exceptionKey(entry);
      const why = notAllowed(entry, head.allocation, base.allocation.floors);
      if (why !== null) return { ...why, what: `The exception ${key} is not allowed. ${why.what}` };
      const long = tooLong(entry, today);
      if (long !== null) return long;
      if (expired) return unchanged ? null : { what: expiredText(entry), key: 'expires' };
      if (former === undefined) return null;
      if (entry.renewals < former.renewals) {
        const what = `The exception ${key} was renewed ${former.renewals} times; ${entry.renewals} is less.`;
        return { what, key: 'renewals' };
      }
      if (entry.expires > former.expires && entry.renewals === former.renewals) {
        const what = `The exception ${key} is renewed to ${entry.expires} but says renewals: ${entry.renewals}; write ${former.renewals + 1}.`;
        return { what, key: 'renewals' };
      }
      return null;
    }
  });
});

/** The entries of the head that are refused. */
export function refusedEntries(context: RuleContext): ReadonlySet<Exception> {
  return new Set(headEntries(context).flatMap(({ entry, mistake }) => (mistake === null ? [] : [entry])));
}
