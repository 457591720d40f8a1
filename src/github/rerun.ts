import type { GithubClient } from './client.ts';
import { attemptAt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';

/** Has one job of a run that has ended run again, with those that depend on it. Throws `GitHubError`. */
export async function rerunJob(
  client: GithubClient,
  { owner, name }: RepositoryName,
  id: number,
): Promise<void> {
  const attempt = attemptAt(client, { owner, name }, `run the job ${id} again`, 'actions: write');
  await client.ask(attempt, () =>
    client.octokit.rest.actions.reRunJobForWorkflowRun({ owner, repo: name, job_id: id }),
  );
}
