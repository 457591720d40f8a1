import type { Allocation } from '../allocation/allocation.ts';
import { deferralOf } from '../deferral/new-deferral.ts';
import type { Context } from '../gather/context.ts';
import type { PlaceOptions } from '../gather/job-place.ts';
import type { Decision, Request } from '../policy/decision/resolve.ts';
import type { OptionValues } from '../surface/options/index.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import { checkDeferral } from '../usage/records/deferral-check.ts';
import { deferrerOf } from './deferral-place.ts';
import { deferralState, MOST_DEFERRALS } from './deferral-state.ts';

interface NewDeferrals {
  /** Highest priority first. */
  readonly deferrals: readonly Deferral[];
  /** For the post step, which hands the deferrals on. */
  readonly state: Readonly<Record<string, string>>;
}

/**
 * The deferrals that follow from the decisions of this step: to be handed on when the job ends, or by `putDeferrals` at once.
 * @param notBefore the earliest time to try again, where the caller knows one, as `2026-12-01T00:00:00Z`
 */
export async function deferWork(
  decisions: readonly Decision[],
  requests: readonly Request[],
  context: Context<PlaceOptions & Pick<OptionValues, 'workItem'>>,
  allocation: Pick<Allocation, 'tiers'>,
  notBefore: string | null = null,
): Promise<NewDeferrals> {
  const { event, notes } = context;
  // Its author would write what is started with the repository's own secrets; nobody would collect it, either.
  if (event?.kind === 'pull_request' && event.head.fork) return { deferrals: [], state: {} };
  const mask = (text: string): string => context.secrets?.mask(text) ?? text;
  const by = await deferrerOf(context, notBefore);
  const deferrals = decisions.flatMap((decision, index): readonly Deferral[] => {
    const request = requests[index];
    if (request === undefined || decision.decision !== 'defer') return [];
    const cell = `${decision.agent} in ${decision.phase}`;
    const made = deferralOf(decision, request, allocation, by, mask);
    if (made === null) {
      notes.push(`${cell} is not started again: an override is for one run only.`);
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
    notes.push(`${left} deferrals are not kept: a job passes on at most ${MOST_DEFERRALS}, and 100 kB.`);
  return { deferrals, state };
}
