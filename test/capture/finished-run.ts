import { empty } from '../support/github/empty.ts';
import type { Github } from '../support/github/index.ts';
import type { ArtifactService } from './artifact-service.ts';

export interface RunSays {
  readonly id?: number;
  readonly attempt?: number;
  readonly headRepository?: string;
  readonly actor?: string;
  readonly path?: string;
  readonly jobs?: readonly {
    readonly id: number;
    readonly name: string;
    readonly attempt?: number;
    readonly from?: Date;
    readonly to?: Date;
  }[];
}

/** Lets the emulator know of a finished run and of the artifacts that a service has got. */
export function finishRun(github: Github, service: ArtifactService, says: RunSays = {}): void {
  const { id = 123, attempt = 2, headRepository = 'octo/demo', actor = 'octocat' } = says;
  const { path = '.github/workflows/review.yml' } = says;
  const base = '/repos/octo/demo/actions';
  const head = { ...empty('minimal-repository'), full_name: headRepository };
  const user = { ...empty('simple-user'), login: actor };
  const run = { ...empty('workflow-run'), id, run_attempt: attempt, head_repository: head, actor: user };
  const body = {
    ...run,
    triggering_actor: user,
    event: 'pull_request',
    path,
    status: 'completed',
    pull_requests: [],
  };
  const answer = (path: RegExp, content: object): void =>
    github.fault({ method: 'GET', path, status: 200, body: JSON.parse(JSON.stringify(content)) });
  answer(new RegExp(`^${base}/runs/${id}$`), body);
  const hour = 3_600_000;
  const jobs = (says.jobs ?? [{ id: 4711, name: 'review' }]).map((job) => ({
    ...empty('job'),
    ...{ id: job.id, name: job.name, run_id: id, run_attempt: job.attempt ?? attempt, status: 'completed' },
    started_at: (job.from ?? new Date(Date.now() - hour)).toISOString(),
    completed_at: (job.to ?? new Date(Date.now() + 1000)).toISOString(),
  }));
  answer(new RegExp(`^${base}/runs/${id}/jobs$`), { total_count: jobs.length, jobs });
  const artifacts = service.uploads.map(({ name, zip }, place) => ({
    ...empty('artifact'),
    ...{ id: place + 1, name, size_in_bytes: zip.length, expired: false },
  }));
  answer(new RegExp(`^${base}/runs/${id}/artifacts$`), { total_count: artifacts.length, artifacts });
  service.uploads.forEach(({ name }, place) => {
    const location = `${service.url}blob/${name}?sig=of-the-download`;
    github.fault({
      method: 'GET',
      path: new RegExp(`^${base}/artifacts/${place + 1}/zip$`),
      status: 302,
      headers: { location },
    });
  });
}
