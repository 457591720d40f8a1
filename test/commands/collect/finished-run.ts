import type { ArtifactService, UploadedArtifact } from '../../job/artifact-service.ts';
import { empty } from '../../support/github/empty.ts';
import type { Github } from '../../support/github/index.ts';

/** Another run of the same commit. */
export interface SiblingSays {
  readonly id: number;
  readonly status: 'in_progress' | 'completed';
  readonly conclusion?: string;
  readonly jobs: readonly { readonly id: number; readonly name: string; readonly status: string }[];
  readonly uploads?: readonly UploadedArtifact[];
}

export interface RunSays {
  readonly id?: number;
  readonly event?: string;
  readonly headBranch?: string;
  readonly headSha?: string;
  readonly siblings?: readonly SiblingSays[];
  /** Default: everything that the service has got. */
  readonly uploads?: readonly UploadedArtifact[];
  readonly attempt?: number;
  readonly headRepository?: string;
  readonly actor?: string;
  readonly path?: string;
  readonly jobs?: readonly {
    readonly id: number;
    readonly name: string;
    readonly attempt?: number;
    readonly conclusion?: string;
    readonly from?: Date;
    readonly to?: Date;
  }[];
}

/** A run as GitHub describes it. */
export function describedRun(says: Omit<RunSays, 'siblings' | 'uploads' | 'jobs'>): object {
  const { id = 123, attempt = 2, headRepository = 'octo/demo', actor = 'octocat' } = says;
  const { event = 'pull_request', headBranch = 'topic', headSha = '0'.repeat(40) } = says;
  const { path = '.github/workflows/review.yml' } = says;
  const user = { ...empty('simple-user'), login: actor };
  return {
    ...empty('workflow-run'),
    id,
    run_attempt: attempt,
    actor: user,
    triggering_actor: user,
    event,
    path,
    head_branch: headBranch,
    head_sha: headSha,
    head_repository: { ...empty('minimal-repository'), full_name: headRepository },
    status: 'completed',
    // GitHub lists none for forks, and none that are closed.
    pull_requests: [],
  };
}

/** Lets the emulator know of a finished run and of the artifacts that a service has got. */
export function finishRun(github: Github, service: ArtifactService, says: RunSays = {}): void {
  const { id = 123, attempt = 2, siblings = [] } = says;
  const base = '/repos/octo/demo/actions';
  const body = describedRun(says);
  const answer = (path: RegExp, content: object): void =>
    github.fault({ method: 'GET', path, status: 200, body: JSON.parse(JSON.stringify(content)) });
  answer(new RegExp(`^${base}/runs/${id}$`), body);
  const hour = 3_600_000;
  const jobs = (says.jobs ?? [{ id: 4711, name: 'review' }]).map((job) => ({
    ...empty('job'),
    id: job.id,
    name: job.name,
    run_id: id,
    run_attempt: job.attempt ?? attempt,
    status: 'completed',
    conclusion: job.conclusion ?? 'success',
    started_at: (job.from ?? new Date(Date.now() - hour)).toISOString(),
    completed_at: (job.to ?? new Date(Date.now() + 1000)).toISOString(),
  }));
  answer(new RegExp(`^${base}/runs/${id}/jobs$`), { total_count: jobs.length, jobs });
  const others = siblings.map((sibling) => ({
    ...body,
    id: sibling.id,
    status: sibling.status,
    conclusion: sibling.conclusion ?? null,
  }));
  answer(new RegExp(`^${base}/runs$`), { total_count: others.length + 1, workflow_runs: [body, ...others] });
  for (const sibling of siblings) {
    const theirs = sibling.jobs.map((job) => ({
      ...empty('job'),
      ...job,
      run_id: sibling.id,
      run_attempt: attempt,
      conclusion: null,
      started_at: new Date(Date.now() - hour).toISOString(),
      completed_at: null,
    }));
    answer(new RegExp(`^${base}/runs/${sibling.id}/jobs$`), { total_count: theirs.length, jobs: theirs });
  }
  const uploaded = (run: number, uploads: readonly UploadedArtifact[]): void => {
    const artifacts = uploads.map(({ name, zip }, place) => ({
      ...empty('artifact'),
      id: run * 1000 + place,
      name,
      size_in_bytes: zip.length,
      expired: false,
    }));
    answer(new RegExp(`^${base}/runs/${run}/artifacts$`), { total_count: artifacts.length, artifacts });
    artifacts.forEach(({ id: artifact, name }) => {
      const location = `${service.url}blob/${name}?sig=of-the-download`;
      github.fault({
        method: 'GET',
        path: new RegExp(`^${base}/artifacts/${artifact}/zip$`),
        status: 302,
        headers: { location },
      });
    });
  };
  uploaded(id, says.uploads ?? service.uploads);
  for (const sibling of siblings) uploaded(sibling.id, sibling.uploads ?? []);
}
