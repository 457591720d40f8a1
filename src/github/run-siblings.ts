import type { GithubClient } from './client.ts';
import { attemptAt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { type FinishedRun, runOf } from './runs.ts';

/** Runs of one commit that are looked at. */
const MOST_SIBLINGS = 20;

interface Siblings {
  readonly runs: readonly FinishedRun[];
  /** False: there are more, so nobody knows how many jobs there are. */
  readonly all: boolean;
}

/**
 * The other runs that the same pull request started for the same commit: what they use belongs to it, too. One request.
 * Throws `GitHubError`.
 */
export async function siblingsOf(
  client: GithubClient,
  { owner, name }: RepositoryName,
  run: FinishedRun,
): Promise<Siblings> {
  const attempt = attemptAt(
    client,
    { owner, name },
    `list the runs of the commit ${run.headSha}`,
    'actions: read',
  );
  const { data } = await client.ask(attempt, () =>
    client.octokit.rest.actions.listWorkflowRunsForRepo({
      owner,
      repo: name,
      head_sha: run.headSha,
      exclude_pull_requests: true,
      per_page: 100,
    }),
  );
  const others = data.workflow_runs
    .map(runOf)
    .filter(
      ({ id, event, headBranch, headRepository, headSha }) =>
        id !== run.id &&
        event.startsWith('pull_request') &&
        headSha === run.headSha &&
        headBranch === run.headBranch &&
        headRepository === run.headRepository,
    )
    .sort((a, b) => a.id - b.id);
  const all = data.total_count <= data.workflow_runs.length && others.length <= MOST_SIBLINGS;
  return { runs: others.slice(0, MOST_SIBLINGS), all };
}
