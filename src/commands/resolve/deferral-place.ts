import type { PutOffBy } from '../../deferral/put-off.ts';
import { UserError } from '../../errors.ts';
import { jobPlace, workItemOf } from '../../gather/job-place.ts';
import type { Github } from '../../gather/repository.ts';
import { isCommitId } from '../../git/index.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Surroundings } from '../../surface/outcome.ts';
import { textOf } from '../../time/instant.ts';

/** Who puts work off in this job, and what it is about. `notBefore`: see `PutOffBy`. */
export async function putOffBy(
  event: GithubEvent | null,
  options: Pick<ParsedOptions, 'run' | 'job' | 'workItem'>,
  surroundings: Surroundings,
  github: () => Promise<Github>,
  notBefore: string | null = null,
): Promise<PutOffBy> {
  return {
    ...jobPlace(options, surroundings),
    work_item: options.workItem ?? workItemOf(event, surroundings),
    head: await headOf(event, surroundings, github),
    at: textOf(surroundings.now),
    notBefore,
  };
}

/**
 * The commit that the work is about. Where a run is about a pull request without being of its commit (a comment on it,
 * a workflow that was started for it) it is the one that the pull request has now; null where GitHub does not say.
 */
async function headOf(
  event: GithubEvent | null,
  { env }: Surroundings,
  github: () => Promise<Github>,
): Promise<string | null> {
  if (event?.kind === 'pull_request') return event.head.sha;
  if (event?.kind === 'other' && event.pullRequest !== null) {
    try {
      const { reader } = await github();
      return (await reader.pullRequestNumbers(event.pullRequest)).head.sha;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return null;
    }
  }
  const sha = env.GITHUB_SHA;
  return isCommitId(sha) && sha.length === 40 ? sha : null;
}
