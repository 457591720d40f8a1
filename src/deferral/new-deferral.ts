import { type Allocation, tierName } from '../allocation/allocation.ts';
import { SECURITY_CRITICAL } from '../allocation/facts.ts';
import type { Decision, Request } from '../policy/decision/resolve.ts';
import { later } from '../time/instant.ts';
import { type Deferral, deferralId } from '../usage/records/deferral.ts';
import type { TaskFact } from '../usage/records/record.ts';
import { priorityOf } from './priority.ts';

/** Which job defers work, and what the work is about. */
export interface Deferrer extends Pick<Deferral, 'repository' | 'run' | 'work_item' | 'head'> {
  /** UTC, whole seconds. */
  readonly at: string;
  /** The earliest time at which it makes sense to try again, where the caller knows one; null: it does not. */
  readonly notBefore: string | null;
}

/** A model that is unavailable is asked for again after so many seconds. */
const PAUSE = 15 * 60;

/** Lengths that `checkDeferral` allows. */
const MOST_REASON = 300;
const MOST_TRIGGER = 200;
const MOST_TEXT = 1000;
const MOST_ITEMS = 200;
const MOST_FACTS = 100;

/**
 * The deferral of a decision; null where there is nothing to start later. An override is not deferred: it is one
 * person's wish for one run, and whoever had it must have it again. An escalation is: the poor result stays poor.
 */
export function deferralOf(
  decision: Decision,
  { facts }: Request,
  allocation: Pick<Allocation, 'tiers'>,
  by: Deferrer,
  mask: (text: string) => string,
): Deferral | null {
  const { choice } = decision;
  if (decision.decision !== 'defer' || choice?.kind === 'override') return null;
  const { repository, run, work_item, head, at, notBefore } = by;
  const { agent, phase, critical, guarded, floor, asked, trace } = decision;
  const last = trace.at(-1);
  const pause = last?.step === 'unavailable' ? later(at, PAUSE) : at;
  const security = guarded || facts.get(SECURITY_CRITICAL) === true;
  const key = { repository, run, work_item, head, agent, phase };
  return {
    schema: 'haiku-first/deferral@1',
    id: deferralId(key),
    at,
    ...key,
    tier: asked,
    priority: priorityOf({ security, floored: floor !== null, critical }),
    critical,
    reason: cut(last?.text ?? '', MOST_REASON) || 'deferred',
    not_before: notBefore !== null && notBefore > pause ? notBefore : pause,
    ...(choice === null
      ? {}
      : {
          escalation: {
            from: tierName(allocation, choice.from),
            reason: cut(mask(choice.reason), MOST_REASON) || 'not said',
            trigger: cut(mask(choice.trigger), MOST_TRIGGER) || 'not said',
          },
        }),
    task: Object.fromEntries(
      [...facts].slice(0, MOST_FACTS).map(([name, value]): [string, TaskFact] => [name, shortened(value)]),
    ),
  };
}

function shortened(value: boolean | number | string | readonly string[]): TaskFact {
  if (typeof value === 'string') return cut(value, MOST_TEXT);
  if (typeof value === 'object') return value.slice(0, MOST_ITEMS).map((text) => cut(text, MOST_TEXT));
  return value;
}

/** The beginning of a text, without half a character at its end. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
