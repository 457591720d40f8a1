import { readFileSync } from 'node:fs';
import type { Github } from '../support/github/index.ts';
import type { ArtifactService } from './artifact-service.ts';

// biome-ignore lint/suspicious/noExplicitAny: parts of a description of a thousand schemas
const description: any = JSON.parse(
  readFileSync(new URL('../fixtures/github/openapi.json', import.meta.url), 'utf8'),
);

/** A value that fits a schema of GitHub's description, with nothing in it: for fields that no test asks about. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function emptyOf(schema: any): any {
  if (schema.$ref !== undefined) {
    const path: string[] = schema.$ref.replace('#/', '').split('/');
    return emptyOf(path.reduce((place, name) => place[name], description));
  }
  if (schema.nullable === true || [schema.type].flat().includes('null')) return null;
  const [first] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return emptyOf(first);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'string') return 'x';
  const names: string[] = schema.required ?? [];
  return Object.fromEntries(names.map((name) => [name, emptyOf(schema.properties[name])]));
}

const empty = (name: string): Record<string, unknown> => emptyOf({ $ref: `#/components/schemas/${name}` });

export interface RunSays {
  readonly id?: number;
  readonly attempt?: number;
  readonly headRepository?: string;
  readonly actor?: string;
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
  const base = '/repos/octo/demo/actions';
  const head = { ...empty('minimal-repository'), full_name: headRepository };
  const user = { ...empty('simple-user'), login: actor };
  const run = { ...empty('workflow-run'), id, run_attempt: attempt, head_repository: head, actor: user };
  const body = {
    ...run,
    triggering_actor: user,
    event: 'pull_request',
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
