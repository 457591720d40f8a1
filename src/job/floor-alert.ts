import { describe, UserError } from '../errors.ts';
import type { JobPlace } from '../gather/job-place.ts';
import type { TokenOption } from '../gather/repository.ts';
import { repositoryName } from '../github/event/index.ts';
import type { GithubAlert, GithubClient } from '../github/index.ts';
import type { BelowFloor } from '../policy/decision/below-floor.ts';
import { inMarkdown } from '../render/escape.ts';
import { breachSentence } from '../render/usage/job.ts';
import type { Call } from '../surface/call.ts';

/** Named in the issue; the summary of the job has them all. */
const SHOWN = 10;

/**
 * The alert about a job's work below its floor. It names the records, so that what the job's end has told of the
 * collector does not tell again.
 */
function floorAlert(
  breaches: readonly BelowFloor[],
  { repository, run }: JobPlace,
  { env }: Pick<Call, 'env'>,
): GithubAlert {
  const rest = breaches.length > SHOWN ? [`- and ${breaches.length - SHOWN} more`] : [];
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const body = [
    `In [run ${inMarkdown(run.id)}](${server}/${repository}/actions/runs/${encodeURIComponent(run.id)}), attempt ${run.attempt}, job ${inMarkdown(run.job)}:`,
    '',
    ...breaches.slice(0, SHOWN).map((breach) => `- ${inMarkdown(breachSentence(breach))}`),
    ...rest,
    '',
    'Repeat the work on a model at its floor. For the post-mortem: what set that model?',
  ].join('\n');
  const records = breaches.map(({ record }) => record).sort();
  return {
    repository: repositoryName(repository),
    key: 'below-floor',
    title: 'haiku-first: work was done below its floor',
    body,
    event: `${repository} ${run.id} ${run.attempt} ${records.join(' ')}`,
  };
}

/**
 * Flags work below its floor for post-mortem, as an issue. Best effort: a token that may not write issues leaves a
 * remark, which is given back. The same breach of the same job is told once.
 * @param given a connection that there is already; else one of little patience is made
 */
export async function raiseFloorAlert(
  breaches: readonly BelowFloor[],
  place: JobPlace,
  { env, options }: Pick<Call<TokenOption>, 'env' | 'options'>,
  given: GithubClient | null = null,
): Promise<readonly string[]> {
  const token = options.githubToken;
  if (env.GITHUB_ACTIONS !== 'true' || (given === null && token === null)) return [];
  try {
    const { createGithubClient, raiseAlert } = await import('../github/index.ts');
    const client =
      given ??
      (await createGithubClient({
        token,
        userAgent: 'haiku-first',
        env,
        log: () => undefined,
        // The end of a job does not wait for an issue.
        patience: { attempt: 10_000, waiting: 0 },
      }));
    const done = await raiseAlert(client, floorAlert(breaches, place, { env }));
    return done.written || !done.failed ? [] : [done.why];
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(describe);
    throw error;
  }
}
