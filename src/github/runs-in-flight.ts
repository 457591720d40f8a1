import type { RunInFlight, RunsInFlight } from '../policy/budget/in-flight.ts';
import { workflowPath } from '../usage/records/workflow-path.ts';
import type { GithubClient } from './client.ts';
import { attemptAt, GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { at } from './event/index.ts';

/** Each state gives one page: who waits for the answer has no time for more. */
const PAGE = 100;
/** GitHub itself shows no more than that of one state. */
const MOST = 1000;

const STATES = ['in_progress', 'queued'] as const;
const DEPENDABOT = 'dependabot[bot]';

interface Page {
  readonly listed: number;
  readonly runs: readonly RunInFlight[];
  readonly total: number;
}

async function pageOf(
  client: GithubClient,
  { owner, name }: RepositoryName,
  status: (typeof STATES)[number],
): Promise<Page> {
  const attempt = attemptAt(client, { owner, name }, 'list the runs in flight', 'actions: read');
  const answer = await client.ask(attempt, () =>
    client.octokit.rest.actions.listWorkflowRunsForRepo({
      owner,
      repo: name,
      status,
      per_page: PAGE,
      exclude_pull_requests: true,
    }),
  );
  const data: unknown = answer.data;
  const listed = at(data, 'workflow_runs');
  const total = at(data, 'total_count');
  if (!Array.isArray(listed) || typeof total !== 'number') {
    throw new GitHubError(
      null,
      'The list of runs in flight cannot be read.',
      attempt.where,
      'Check that GITHUB_API_URL is the address of the API.',
    );
  }
  const runs = listed.slice(0, PAGE).flatMap((run: unknown): readonly RunInFlight[] => {
    const counted = countedRun(run, `${owner}/${name}`);
    return counted === null ? [] : [counted];
  });
  return { listed: listed.length, runs, total: Math.min(MOST, Math.max(listed.length, total)) };
}

/** A run whose use will count; null for one of a fork or of Dependabot, or of no workflow of the repository. */
function countedRun(run: unknown, repository: string): RunInFlight | null {
  const text = (path: string): string => {
    const found = at(run, path);
    return typeof found === 'string' ? found : '';
  };
  const id = at(run, 'id');
  const attempt = at(run, 'run_attempt') ?? 1;
  const workflow = workflowPath(text('path'));
  if (!Number.isSafeInteger(id) || typeof attempt !== 'number' || workflow === null) return null;
  // A fork that was deleted has left no repository.
  if (text('head_repository.full_name').toLowerCase() !== repository.toLowerCase()) return null;
  if ([text('actor.login'), text('triggering_actor.login')].includes(DEPENDABOT)) return null;
  return { id: String(id), attempt, workflow };
}

/**
 * The workflow runs that are under way or wait for a runner, without those of forks and of Dependabot: the latest 100
 * of each kind, in two requests at once. Throws `GitHubError`.
 */
export async function runsInFlight(client: GithubClient, repository: RepositoryName): Promise<RunsInFlight> {
  const pages = await Promise.all(STATES.map((state) => pageOf(client, repository, state)));
  const runs = new Map(pages.flatMap((page) => page.runs).map((run) => [run.id, run]));
  // Of the runs that are not on a page the same share is taken to count.
  const unlisted = pages.map(({ listed, total, runs: counted }) =>
    listed === 0 ? 0 : Math.ceil(((total - listed) * counted.length) / listed),
  );
  return { runs: [...runs.values()], total: runs.size + unlisted.reduce((sum, each) => sum + each, 0) };
}
