import type { BelowFloor } from '../capture/roster.ts';
import { describe, UserError } from '../errors.ts';
import { repositoryName } from '../github/event.ts';
import { inMarkdown } from '../render/escape.ts';
import { breachSentence } from '../render/job-usage.ts';
import type { JobPlace } from './job-place.ts';
import type { ParsedOptions } from './options.ts';
import type { Surroundings } from './outcome.ts';

/** Named in the issue; the summary of the job has them all. */
const SHOWN = 10;

/**
 * Flags work below its floor for post-mortem, as an issue. Best effort: a token that may not write issues leaves a
 * remark, which is given back. The same breach of the same job is told once.
 */
export async function raiseFloorAlert(
  breaches: readonly BelowFloor[],
  { repository, run }: JobPlace,
  { githubToken }: Pick<ParsedOptions, 'githubToken'>,
  { env }: Surroundings,
): Promise<readonly string[]> {
  if (env.GITHUB_ACTIONS !== 'true' || githubToken === null) return [];
  const rest = breaches.length > SHOWN ? [`- and ${breaches.length - SHOWN} more`] : [];
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const body = [
    `In [run ${inMarkdown(run.id)}](${server}/${repository}/actions/runs/${encodeURIComponent(run.id)}), attempt ${run.attempt}, job ${inMarkdown(run.job)}:`,
    '',
    ...breaches.slice(0, SHOWN).map((breach) => `- ${inMarkdown(breachSentence(breach))}`),
    ...rest,
    '',
    'Have the work done again on a model at its floor. For post-mortem: what set that model?',
  ].join('\n');
  try {
    const { createClient, raiseAlert } = await import('../github/index.ts');
    const client = await createClient({
      ...{ token: githubToken, userAgent: 'haiku-first', env, log: () => undefined },
      // The end of a job does not wait for an issue.
      patience: { attempt: 10_000, waiting: 0 },
    });
    const title = 'haiku-first: work was done below its floor';
    const event = `${repository} ${run.id} ${run.attempt} ${breaches.map(({ record }) => record).join(' ')}`;
    const alert = { repository: repositoryName(repository), key: 'below-floor', title, body, event };
    const done = await raiseAlert(client, alert);
    return done.written || !done.failed ? [] : [done.why];
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(describe);
    throw error;
  }
}
