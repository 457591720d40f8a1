import type { Deferrer } from '../deferral/new-deferral.ts';
import { UserError } from '../errors.ts';
import type { Context } from '../gather/context.ts';
import { jobPlace, type PlaceOptions, workItemOf } from '../gather/job-place.ts';
import { isCommitId } from '../git/index.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { textOf } from '../time/instant.ts';

/** Who defers work in this job, and what it is about. `notBefore`: see `Deferrer`. */
export async function deferrerOf(
  context: Context<PlaceOptions & Pick<OptionValues, 'workItem'>>,
  notBefore: string | null,
): Promise<Deferrer> {
  return {
    ...jobPlace(context),
    work_item: workItemOf(context),
    head: await headOf(context),
    at: textOf(context.now),
    notBefore,
  };
}

/**
 * The commit that the work is about. Where a run is about a pull request without being of its commit (a comment on it,
 * a workflow that was started for it) it is the one that the pull request has now; null where GitHub does not say.
 */
async function headOf({ event, env, github }: Context): Promise<string | null> {
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
