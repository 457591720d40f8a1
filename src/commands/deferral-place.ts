import type { PutOffBy } from '../deferral/put-off.ts';
import { isCommitId } from '../git/commit-reader.ts';
import type { GithubEvent } from '../github/event.ts';
import { textOf } from '../time/instant.ts';
import { jobPlace, workItemOf } from './job-place.ts';
import type { ParsedOptions } from './options.ts';
import type { Surroundings } from './outcome.ts';

/** Who puts work off in this job, and what it is about. `notBefore`: see `PutOffBy`. */
export function putOffBy(
  event: GithubEvent | null,
  options: Pick<ParsedOptions, 'run' | 'job' | 'workItem'>,
  surroundings: Surroundings,
  notBefore: string | null = null,
): PutOffBy {
  return {
    ...jobPlace(options, surroundings),
    work_item: options.workItem ?? workItemOf(event, surroundings),
    head: headOf(event, surroundings),
    at: textOf(surroundings.now),
    notBefore,
  };
}

/**
 * The commit that the work is about. Where a run is about a pull request without being of its commit (a comment on it,
 * a workflow that was started for it), nobody knows which commit was meant.
 */
function headOf(event: GithubEvent | null, { env }: Surroundings): string | null {
  if (event?.kind === 'pull_request') return event.head.sha;
  if (event?.kind === 'other' && event.pullRequest !== null) return null;
  const sha = env.GITHUB_SHA;
  return isCommitId(sha) && sha.length === 40 ? sha : null;
}
