/**
 * Cuts the operations that we use, with all that they reach, out of GitHub's official REST description, so that it
 * need not be installed (385 MB). To renew the cut:
 *
 *     npm install --prefix /tmp/openapi @octokit/openapi@23.0.2
 *     node test/support/github/cut-description.ts /tmp/openapi/node_modules/@octokit/openapi/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Tree = { [key: string]: Json };

const REPO = '/repos/{owner}/{repo}';
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  '/user': ['get'],
  '/app/installations/{installation_id}/access_tokens': ['post'],
  [REPO]: ['get', 'patch'],
  [`${REPO}/activity`]: ['get'],
  [`${REPO}/actions/artifacts/{artifact_id}`]: ['get'],
  [`${REPO}/actions/artifacts/{artifact_id}/{archive_format}`]: ['get'],
  [`${REPO}/actions/jobs/{job_id}/rerun`]: ['post'],
  [`${REPO}/actions/runs`]: ['get'],
  [`${REPO}/actions/runs/{run_id}`]: ['get'],
  [`${REPO}/actions/runs/{run_id}/artifacts`]: ['get'],
  [`${REPO}/actions/runs/{run_id}/attempts/{attempt_number}`]: ['get'],
  [`${REPO}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`]: ['get'],
  [`${REPO}/actions/runs/{run_id}/jobs`]: ['get'],
  [`${REPO}/actions/workflows/{workflow_id}/dispatches`]: ['post'],
  [`${REPO}/branches/{branch}`]: ['get'],
  [`${REPO}/branches/{branch}/protection`]: ['put'],
  [`${REPO}/check-runs`]: ['post'],
  [`${REPO}/check-runs/{check_run_id}`]: ['get', 'patch'],
  [`${REPO}/check-runs/{check_run_id}/annotations`]: ['get'],
  [`${REPO}/collaborators/{username}/permission`]: ['get'],
  [`${REPO}/commits`]: ['get'],
  [`${REPO}/commits/{commit_sha}/pulls`]: ['get'],
  [`${REPO}/commits/{ref}`]: ['get'],
  [`${REPO}/commits/{ref}/check-runs`]: ['get'],
  [`${REPO}/compare/{basehead}`]: ['get'],
  [`${REPO}/contents/{path}`]: ['get'],
  [`${REPO}/dispatches`]: ['post'],
  [`${REPO}/forks`]: ['post'],
  [`${REPO}/git/blobs`]: ['post'],
  [`${REPO}/git/blobs/{file_sha}`]: ['get'],
  [`${REPO}/git/commits`]: ['post'],
  [`${REPO}/git/commits/{commit_sha}`]: ['get'],
  [`${REPO}/git/matching-refs/{ref}`]: ['get'],
  [`${REPO}/git/ref/{ref}`]: ['get'],
  [`${REPO}/git/refs`]: ['post'],
  [`${REPO}/git/refs/{ref}`]: ['patch', 'delete'],
  [`${REPO}/git/trees`]: ['post'],
  [`${REPO}/git/trees/{tree_sha}`]: ['get'],
  [`${REPO}/issues`]: ['get', 'post'],
  [`${REPO}/issues/comments/{comment_id}`]: ['get', 'patch', 'delete'],
  [`${REPO}/issues/{issue_number}`]: ['get', 'patch'],
  [`${REPO}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${REPO}/issues/{issue_number}/events`]: ['get'],
  [`${REPO}/issues/{issue_number}/labels`]: ['get', 'post'],
  [`${REPO}/labels`]: ['get', 'post'],
  [`${REPO}/labels/{name}`]: ['get'],
  [`${REPO}/pulls`]: ['get', 'post'],
  [`${REPO}/pulls/{pull_number}`]: ['get', 'patch'],
  [`${REPO}/pulls/{pull_number}/files`]: ['get'],
  [`${REPO}/pulls/{pull_number}/merge`]: ['put'],
  [`${REPO}/pulls/{pull_number}/reviews`]: ['get', 'post'],
  [`${REPO}/statuses/{sha}`]: ['post'],
};
/** Words for people, and samples: nothing is checked against them. */
const DROPPED = ['description', 'example', 'examples', 'externalDocs', 'x-github', 'tags', 'summary'];

function isTree(value: Json | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Drops the words. A property may itself be called `description`: inside `properties` every key is a name. */
function thin(value: Json, names = false): Json {
  if (Array.isArray(value)) return value.map((each) => thin(each));
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names || !DROPPED.includes(key))
      .map(([key, each]) => [
        key,
        key === 'enum' || key === 'default' ? each : thin(each, !names && key === 'properties'),
      ]),
  );
}

function step(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (isTree(at) ? at[key] : undefined), value);
}

function references(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) references(each, found);
  else if (isTree(value)) {
    for (const [key, each] of Object.entries(value)) {
      if (key === '$ref' && typeof each === 'string') found.add(each);
      else references(each, found);
    }
  }
}

const [source = ''] = process.argv.slice(2);
const whole: Json = JSON.parse(readFileSync(source, 'utf8'));
const paths: Tree = {};
for (const [path, methods] of Object.entries(OPERATIONS)) {
  const operations: Tree = {};
  for (const method of methods) {
    const operation = step(whole, 'paths', path, method);
    if (operation === undefined) throw new Error(`The description has no ${method} ${path}`);
    operations[method] = thin(operation);
  }
  paths[path] = operations;
}

const components: Record<string, Tree> = {};
const open = new Set<string>();
references(paths, open);
for (const reference of open) {
  const [, , kind = '', name = ''] = reference.split('/');
  const component = step(whole, 'components', kind, name);
  if (component === undefined) throw new Error(`The description has no ${reference}`);
  const kept = thin(component);
  components[kind] = { ...components[kind], [name]: kept };
  references(kept, open);
}
for (const [kind, named] of Object.entries(components)) {
  components[kind] = Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
}
const info = thin(step(whole, 'info') ?? {});
const target = new URL('../../fixtures/github/openapi.json', import.meta.url);
writeFileSync(
  target,
  `${JSON.stringify({ openapi: step(whole, 'openapi') ?? null, info, paths, components })}\n`,
);
