import type { GithubClient } from './client.ts';
import { attemptAt, GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';

/** A branch was deleted, or moved to a commit that its last one does not lead to. */
export interface BranchLoss {
  readonly kind: 'deleted' | 'forced';
  /** The commit that the branch had before. */
  readonly before: string;
  /** UTC, in whole seconds. */
  readonly at: string;
  /** The login of who did it; null where GitHub does not say. */
  readonly by: string | null;
}

const KINDS = { branch_deletion: 'deleted', force_push: 'forced' } as const;
/** One page of each: it happens seldom, and the first already says it. */
const PAGE = 30;

/**
 * When a branch was deleted or forced in the last month, the latest first: GitHub keeps that where nobody can take it
 * out. Two requests at once, since it can be asked for one kind at a time, and pushes fill pages. Throws `GitHubError`.
 */
export async function branchLosses(
  client: GithubClient,
  { owner, name }: RepositoryName,
  branch: string,
): Promise<readonly BranchLoss[]> {
  const attempt = attemptAt(
    client,
    { owner, name },
    `list what became of the branch ${branch}`,
    'contents: read',
  );
  const ref = `refs/heads/${branch}`;
  const listed = async (type: keyof typeof KINDS): Promise<readonly BranchLoss[]> => {
    const { data } = await client.ask(attempt, () =>
      client.octokit.rest.repos.listActivities({
        owner,
        repo: name,
        ref,
        activity_type: type,
        time_period: 'month',
        per_page: PAGE,
      }),
    );
    if (!Array.isArray(data)) {
      throw new GitHubError(
        null,
        `What became of the branch ${branch} cannot be read.`,
        attempt.where,
        'Check that GITHUB_API_URL is the address of the API.',
      );
    }
    return data
      .filter((each) => each.ref === ref && each.activity_type === type)
      .map((each) => ({
        kind: KINDS[type],
        before: each.before,
        at: each.timestamp.replace(/\.\d+/, ''),
        by: each.actor?.login ?? null,
      }));
  };
  const all = await Promise.all([listed('branch_deletion'), listed('force_push')]);
  return all.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Whether a commit leads to another. Where GitHub does not know it, it does not. Throws `GitHubError`. */
export async function leadsTo(
  client: GithubClient,
  { owner, name }: RepositoryName,
  before: string,
  head: string,
): Promise<boolean> {
  const attempt = attemptAt(client, { owner, name }, `compare ${before} with ${head}`, 'contents: read');
  try {
    // Of a further page only the status is wanted: the first has the changed files.
    const { data } = await client.ask(attempt, () =>
      client.octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo: name,
        basehead: `${before}...${head}`,
        page: 2,
        per_page: 1,
      }),
    );
    return data.status === 'ahead' || data.status === 'identical';
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return false;
    throw error;
  }
}
