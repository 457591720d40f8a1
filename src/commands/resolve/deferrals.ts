import { deferralOf } from '../../deferral/put-off.ts';
import type { Github } from '../../gather/repository.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import { deferralState, MOST_DEFERRALS } from '../../job/deferral-state.ts';
import type { Decision, Request } from '../../policy/decision/resolve.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Surroundings } from '../../surface/outcome.ts';
import type { Deferral } from '../../usage/records/deferral.ts';
import { checkDeferral } from '../../usage/records/deferral-check.ts';
import { putOffBy } from './deferral-place.ts';

export interface PutOff {
  /** Highest priority first. */
  readonly deferrals: readonly Deferral[];
  /** For the post step, which hands the deferrals on. */
  readonly state: Readonly<Record<string, string>>;
  /** Remarks for people. */
  readonly notes: readonly string[];
}

/**
 * What the decisions of this step put off: to be handed on when the job ends, or by `putDeferrals` at once.
 * @param notBefore the earliest time to try again, where the caller knows one, as `2026-12-01T00:00:00Z`
 */
export async function putOff(
  decisions: readonly Decision[],
  requests: readonly Request[],
  event: GithubEvent | null,
  options: ParsedOptions,
  surroundings: Surroundings,
  github: () => Promise<Github>,
  notBefore: string | null = null,
): Promise<PutOff> {
  // Its author would write what is started with the repository's own secrets; nobody would collect it, either.
  if (event?.kind === 'pull_request' && event.head.fork) return { deferrals: [], state: {}, notes: [] };
  const by = await putOffBy(event, options, surroundings, github, notBefore);
  const notes: string[] = [];
  const deferrals = decisions.flatMap((decision, index): readonly Deferral[] => {
    const request = requests[index];
    if (request === undefined || decision.decision !== 'defer') return [];
    const cell = `${decision.agent} in ${decision.phase}`;
    const made = deferralOf(decision, request, by);
    if (made === null) {
      notes.push(`${cell} is not started again by itself: an override or an escalation is for one run.`);
      return [];
    }
    const checked = checkDeferral(made);
    if (checked.ok) return [checked.value];
    const why = checked.problems.map(({ field, what }) => `\`${field}\` ${what}`).join(', ');
    notes.push(`The deferral of ${cell} cannot be kept: ${why}.`);
    return [];
  });
  deferrals.sort((a, b) => b.priority - a.priority || (a.agent < b.agent ? -1 : 1));
  const { state, left } = deferralState(deferrals);
  if (left > 0)
    notes.push(`${left} deferrals are not kept: a job hands on at most ${MOST_DEFERRALS}, and 100 kB.`);
  return { deferrals, state, notes };
}
