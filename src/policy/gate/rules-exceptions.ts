import { floorsOf, rankOf } from '../../allocation/allocation.ts';
import { EXCEPTION_DAYS, type Exception, exceptionKey, isInForce } from '../../allocation/exceptions.ts';
import { daysBetween } from '../../time/week.ts';
import { type Comparison, finding, type Side } from './comparison.ts';
import type { ExceptionInForce, Finding } from './finding.ts';
import type { RuleId } from './rules.ts';

/** Why an entry is not allowed, apart from its dates; null when it is. */
function notAllowed(entry: Exception, { base, head }: Comparison): string | null {
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

/** HF115, HF204 and HF301: the entries of the head's exceptions file. */
export function exceptionRules(comparison: Comparison): readonly Finding[] {
  const { base, head, today } = comparison;
  const before = new Map(base.exceptions.entries.map((entry) => [exceptionKey(entry), entry]));
  return head.exceptions.entries.flatMap((entry) => {
    const say = (id: RuleId, message: string): Finding =>
      finding(comparison, id, message, entry.origin.position, { file: head.exceptions.file });
    const key = exceptionKey(entry);
    const former = before.get(key);
    const why = notAllowed(entry, comparison);
    if (why !== null) return [say('HF115', `The exception ${key} is not allowed. ${why}`)];
    const days = daysBetween(today, entry.expires);
    if (days > EXCEPTION_DAYS) {
      return [
        say(
          'HF115',
          `The exception ${key} runs for ${days} more days; at most ${EXCEPTION_DAYS} are allowed.`,
        ),
      ];
    }
    if (days < 0) {
      const unchanged = former !== undefined && sameEntry(entry, former);
      return [say(unchanged ? 'HF204' : 'HF115', `The exception ${key} expired on ${entry.expires}.`)];
    }
    if (former !== undefined && entry.renewals < former.renewals) {
      return [
        say('HF115', `The exception ${key} was renewed ${former.renewals} times; ${entry.renewals} is less.`),
      ];
    }
    if (former !== undefined && entry.expires > former.expires && entry.renewals <= former.renewals) {
      const message = `The exception ${key} is renewed to ${entry.expires} but says renewals: ${entry.renewals}; write ${former.renewals + 1}.`;
      return [say('HF115', message)];
    }
    const unchanged = former !== undefined && sameEntry(entry, former);
    const subject = former === undefined ? 'It' : 'The change';
    const since = unchanged ? '' : ` ${subject} counts once it is on the base branch.`;
    const what =
      entry.kind === 'cell'
        ? `${entry.agent} in ${entry.phase} may go down to ${entry.tier}, below the floor ${entry.floor}`
        : `the floor ${entry.floor} may be removed, lowered or narrowed`;
    const { renewals } = entry;
    const renewed = renewals === 0 ? 'not renewed' : `renewed ${renewals} time${renewals === 1 ? '' : 's'}`;
    const message = `Until ${entry.expires} ${what} (approved by ${entry.approvedBy}, ${renewed}).${since}`;
    return [say('HF301', message)];
  });
}

/** HF204 alone, for files that nobody touches: exceptions that have expired. */
export function expiredRules({
  head,
  today,
  docs,
}: Pick<Comparison, 'head' | 'today' | 'docs'>): readonly Finding[] {
  return head.exceptions.entries
    .filter((entry) => entry.expires < today)
    .map((entry) =>
      finding(
        { head, docs },
        'HF204',
        `The exception ${exceptionKey(entry)} expired on ${entry.expires}.`,
        entry.origin.position,
        {
          file: head.exceptions.file,
        },
      ),
    );
}

/** The cell exceptions of one version that count today. */
export function exceptionsInForce(side: Side, today: Comparison['today']): readonly ExceptionInForce[] {
  return side.exceptions.entries.flatMap((entry) => {
    if (entry.kind !== 'cell' || !isInForce(entry, today)) return [];
    const { floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals } = entry;
    return [{ floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals }];
  });
}
