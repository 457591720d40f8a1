import type { GithubClient } from './client.ts';
import { attemptAt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import type { FinishedRun } from './runs.ts';

/** A branch may have pull requests to several bases. */
const MOST = 5;

export interface RunPullRequest {
  readonly number: number;
  /** Its latest commit. */
  readonly headSha: string;
}

/**
 * The pull requests that a run is about, by what GitHub says of both: the same branch of the same repository, and, where
 * the pull request is closed, the same commit too, since a branch's name may be used again. Works for forks, of which
 * the run itself lists none. Throws `GitHubError`.
 * @param since when the run began: a pull request that was closed only after that counts, whatever its latest commit is
 */
export async function pullRequestsOf(
  client: GithubClient,
  { owner, name }: RepositoryName,
  { headRepository, headBranch, headSha }: FinishedRun,
  since: string | null = null,
): Promise<readonly RunPullRequest[]> {
  if (headRepository === null || headBranch === null) return [];
  const from = headRepository.split('/')[0] ?? '';
  const attempt = attemptAt(
    client,
    { owner, name },
    `find the pull request of ${headRepository}:${headBranch}`,
    'pull-requests: read',
  );
  const { data } = await client.ask(attempt, () =>
    client.octokit.rest.pulls.list({
      owner,
      repo: name,
      head: `${from}:${headBranch}`,
      state: 'all',
      per_page: 100,
      sort: 'created',
      direction: 'desc',
    }),
  );
  return data
    .filter(
      ({ head, state, closed_at: closed }) =>
        // The server's own filter goes by owner and branch: an owner may have several forks.
        head.repo?.full_name.toLowerCase() === headRepository.toLowerCase() &&
        head.ref === headBranch &&
        (state === 'open' ||
          head.sha === headSha ||
          (since !== null && closed !== null && Date.parse(closed) >= Date.parse(since))),
    )
    .slice(0, MOST)
    .map(({ number, head }) => ({ number, headSha: head.sha }));
}
