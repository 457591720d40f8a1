import { describe, UserError } from '../errors.ts';
import type { JobPlace } from '../gather/job-place.ts';
import type { Decision } from '../policy/decision/resolve.ts';
import { visible } from '../render/visible.ts';
import type { Outcome } from '../surface/outcome.ts';
import { textOf } from '../time/instant.ts';
import { checkRefusal, MOST_REFUSAL_TEXT, type Refusal } from '../usage/records/refusal.ts';
import type { DeliveryCall } from './delivery.ts';
import { within } from './end.ts';
import { jobFile } from './file.ts';

/** The name of the state: the runner gives it to the post step as `STATE_refusals`. */
const REFUSAL_STATE = 'refusals';

/** Of one job: an issue tells of fewer. */
const MOST = 50;

/** What the post step hands on of the overrides that were refused: nothing where none was. */
export function refusalState(
  decisions: readonly Decision[],
  { repository, run }: JobPlace,
  now: Date,
): Readonly<Record<string, string>> {
  const refused = decisions.flatMap((decision): readonly Refusal[] => {
    const { choice, agent, phase, asked: tier, floor } = decision;
    if (decision.decision !== 'refuse' || choice?.kind !== 'override') return [];
    const by = visible(choice.by, MOST_REFUSAL_TEXT);
    const reason = choice.reason === null ? null : visible(choice.reason, MOST_REFUSAL_TEXT);
    const schema = 'haiku-first/refusal@1';
    return [{ schema, at: textOf(now), repository, run, agent, phase, tier, floor, by, reason }];
  });
  return refused.length === 0 ? {} : { [REFUSAL_STATE]: JSON.stringify(refused.slice(0, MOST)) };
}

/** The refusals that the step left. Throws `SyntaxError` for a state that is cut off. */
export function readRefusalState(env: Readonly<Record<string, string | undefined>>): readonly Refusal[] {
  const text = env[`STATE_${REFUSAL_STATE}`] ?? '';
  const state: unknown = text === '' ? [] : JSON.parse(text);
  return Array.isArray(state) ? state.flatMap((each: unknown) => checkRefusal(each) ?? []) : [];
}

/** Hands refusals on to the collector. Never fails the job: that they were refused is in its log. */
export async function handOnRefusals(refusals: readonly Refusal[], call: DeliveryCall): Promise<Outcome> {
  return {
    exitCode: 0,
    json: { schema: 'haiku-first/job-end@1' },
    outputs: {},
    summary: null,
    failure: null,
    annotations: [],
    notes: [],
    text: await handed(refusals, call),
  };
}

/** Where they are now, or why nobody but this job tells of them. */
async function handed(refusals: readonly Refusal[], call: DeliveryCall): Promise<string> {
  const [first] = refusals;
  if (first === undefined) return 'No override was refused.';
  const { repository, run } = first;
  try {
    const { artifactName, uploadArtifact } = await import('../github/artifacts/index.ts');
    const name = artifactName(run.attempt, run.job);
    const head = { schema: 'haiku-first/job@1', repository, run, job_id: call.options.jobId } as const;
    await within(uploadArtifact(name, jobFile(head, [], [], refusals), call.env));
    return `The refused override went to the artifact ${name}, for the collector to tell of.`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = error instanceof UserError ? error.problems.map(describe).join(' ') : error.message;
    return `The collector is not told of the refused override. ${why}`;
  }
}
