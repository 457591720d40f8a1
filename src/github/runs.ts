import type { RestEndpointMethodTypes } from '@octokit/rest';
import { workflowPath } from '../usage/records/workflow-path.ts';
import { ARTIFACT_PREFIX } from './artifacts/index.ts';
import type { GithubClient } from './client.ts';
import { attemptAt, type GithubAttempt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';

/** What GitHub says of a workflow run. */
export interface FinishedRun {
  readonly id: number;
  /** The latest attempt; a run that is run again keeps its id. */
  readonly attempt: number;
  /** The event that started it. */
  readonly event: string;
  /** The file of its workflow; null for a run of none, as those that GitHub makes up itself. */
  readonly workflow: string | null;
  readonly status: string | null;
  /** How it ended: `success`, `failure`; null while it runs. */
  readonly conclusion: string | null;
  /** `owner/name` of the repository that its commit is from; null when that is gone. */
  readonly headRepository: string | null;
  /** Who caused it, and who had it run again. */
  readonly actors: readonly string[];
  /** The branch of `headRepository` that it is about; null where GitHub does not say. */
  readonly headBranch: string | null;
  readonly headSha: string;
}

export interface RunJob {
  readonly id: number;
  readonly name: string;
  readonly attempt: number;
  readonly startedAt: string;
  /** Null while it runs. */
  readonly completedAt: string | null;
  readonly state: 'waiting' | 'running' | 'done';
  /** How it ended: `success`, `failure`, `skipped`; null while it runs. */
  readonly conclusion: string | null;
}

export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  /** Of the archive. */
  readonly bytes: number;
  readonly expired: boolean;
}

const PERMISSION = 'actions: read';

function attempt(client: GithubClient, repository: RepositoryName, doing: string): GithubAttempt {
  return attemptAt(client, repository, doing, PERMISSION);
}

/** Throws `GitHubError`, as all of these. */
export async function readRun(
  client: GithubClient,
  repository: RepositoryName,
  id: number,
): Promise<FinishedRun> {
  const { owner, name } = repository;
  const { data } = await client.ask(attempt(client, repository, `read the run ${id}`), () =>
    client.octokit.rest.actions.getWorkflowRun({ owner, repo: name, run_id: id }),
  );
  return runOf(data);
}

/** A run as GitHub describes it. */
type DescribedRun = RestEndpointMethodTypes['actions']['getWorkflowRun']['response']['data'];

export function runOf(data: DescribedRun): FinishedRun {
  const actors = [data.actor?.login, data.triggering_actor?.login].filter((login) => login !== undefined);
  return {
    id: data.id,
    attempt: data.run_attempt ?? 1,
    event: data.event,
    workflow: workflowPath(data.path),
    status: data.status,
    conclusion: data.conclusion,
    // The description says that it is always there; it is null once a fork is deleted.
    headRepository: data.head_repository?.full_name ?? null,
    actors: [...new Set(actors)],
    headBranch: data.head_branch,
    headSha: data.head_sha,
  };
}

/** The jobs of every attempt. */
export async function listJobs(
  client: GithubClient,
  repository: RepositoryName,
  id: number,
): Promise<readonly RunJob[]> {
  const { owner, name } = repository;
  const { octokit } = client;
  const jobs = await client.ask(attempt(client, repository, `list the jobs of the run ${id}`), () =>
    octokit.paginate(octokit.rest.actions.listJobsForWorkflowRun, {
      owner,
      repo: name,
      run_id: id,
      filter: 'all',
      per_page: 100,
    }),
  );
  return jobs.map((job) => ({
    id: job.id,
    name: job.name,
    attempt: job.run_attempt ?? 1,
    startedAt: job.started_at,
    completedAt: job.completed_at,
    state: job.status === 'completed' ? 'done' : job.status === 'in_progress' ? 'running' : 'waiting',
    conclusion: job.conclusion,
  }));
}

/** Pages of artifacts that are looked at: a job may upload hundreds, and each page is a request. */
const MOST_PAGES = 20;

/** The artifacts of a run that hold usage, by their names. `all`: there are no others. */
export async function listUsageArtifacts(
  client: GithubClient,
  repository: RepositoryName,
  id: number,
): Promise<{ readonly artifacts: readonly RunArtifact[]; readonly all: boolean }> {
  const { owner, name } = repository;
  const { octokit } = client;
  let pages = 0;
  const found = await client.ask(attempt(client, repository, `list the artifacts of the run ${id}`), () =>
    octokit.paginate(
      octokit.rest.actions.listWorkflowRunArtifacts,
      { owner, repo: name, run_id: id, per_page: 100 },
      ({ data }, done) => {
        pages += 1;
        if (pages > MOST_PAGES) done();
        return pages > MOST_PAGES ? [] : data;
      },
    ),
  );
  const artifacts = found
    .filter((artifact) => artifact.name.startsWith(ARTIFACT_PREFIX))
    .map((artifact) => ({
      id: artifact.id,
      name: artifact.name,
      bytes: artifact.size_in_bytes,
      expired: artifact.expired,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { artifacts, all: pages <= MOST_PAGES };
}

/** The archive of an artifact. */
export async function downloadArtifact(
  client: GithubClient,
  repository: RepositoryName,
  artifact: RunArtifact,
): Promise<Uint8Array> {
  const { owner, name } = repository;
  const { data } = await client.ask(attempt(client, repository, `download ${artifact.name}`), () =>
    client.octokit.rest.actions.downloadArtifact({
      owner,
      repo: name,
      artifact_id: artifact.id,
      archive_format: 'zip',
    }),
  );
  // The description has no type for the archive that follows the redirect.
  const body: unknown = data;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  return body instanceof Uint8Array ? body : new Uint8Array();
}
