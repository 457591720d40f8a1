import { describe, expect, it } from 'vitest';
import { examplesOf, payload, startGithub } from '../support/github/index.ts';
import { connect, DEMO } from './connect.ts';

const repo = { owner: DEMO.owner, repo: DEMO.name };

describe('the GitHub of the tests', () => {
  it.each([
    ['a body key that GitHub does not know', { title: 'x', colour: 'red' }, /unknown key body\.colour/],
    [
      'a body value of the wrong type',
      { title: ['x'] },
      /request POST \/repos\/\{owner\}\/\{repo\}\/issues: \/title/,
    ],
    ['a missing key', { body: 'x' }, /required property 'title'/],
  ])('fails the test on %s', async (_, body, words) => {
    const github = await startGithub();
    await github.repository('octo/demo');
    const client = await connect(github, github.userToken('octo'));
    await client.octokit.request('POST /repos/octo/demo/issues', body).catch(() => undefined);
    await expect(github.close()).rejects.toThrow(words);
  });

  it('fails the test on a parameter, an operation or a GraphQL query that is not known', async () => {
    const github = await startGithub();
    await github.repository('octo/demo');
    const client = await connect(github, github.userToken('octo'));
    await client.octokit.request('GET /repos/octo/demo/issues', { stat: 'open' });
    await client.octokit.request('GET /emojis');
    await client.octokit.graphql('{ rateLimit { cost } }');
    const closing: unknown = await github.close().catch((error: unknown) => error);
    expect(String(closing)).toMatch(/unknown parameter stat/);
    expect(String(closing)).toMatch(/GET \/emojis is not in the description/);
    expect(String(closing)).toMatch(/rateLimit/);
  });

  it('fails the test on a request outside of the prefix of a GHES', async () => {
    const github = await startGithub({ prefix: '/api/v3' });
    await fetch(`${new URL(github.apiUrl).origin}/repos/octo/demo`);
    await expect(github.close()).rejects.toThrow(/is outside of \/api\/v3/);
  });

  it('knows no token but those it gave out, and keeps to their permissions', async () => {
    await using github = await startGithub();
    await github.repository('octo/demo', { private: true });
    const status = async (token: string, path = 'GET /repos/octo/demo/branches/main') => {
      const client = await connect(github, token);
      return client.octokit.request(path).then(
        (answer) => answer.status,
        (error: unknown) => (error instanceof Error && 'status' in error ? error.status : error),
      );
    };
    expect(await status('ghs_made_up')).toBe(401);
    expect(await status(await github.token({ issues: 'write' }))).toBe(403);
    expect(await status(await github.token({ contents: 'read' }))).toBe(404);
    expect(await status(await github.token({ contents: 'read' }), 'GET /user')).toBe(403);
    expect(await status(github.userToken('octo'), 'GET /user')).toBe(200);
  });

  it('hands the bodies of all requests to the test', async () => {
    await using github = await startGithub();
    await github.repository('octo/demo');
    const client = await connect(github, github.userToken('octo'));
    await client.octokit.rest.issues.create({ ...repo, title: 'Hello' });
    expect(github.exchanges).toMatchObject([
      { method: 'POST', path: '/repos/octo/demo/issues', body: { title: 'Hello' }, status: 201 },
    ]);
  });

  it('answers what the test says, checked as well, where the emulator has no such route', async () => {
    const github = await startGithub();
    const client = await connect(github, github.userToken('octo'));
    github.fault({ path: /\/zip$/, status: 200, body: Buffer.from('PK') });
    const zip = await client.octokit.request('GET /repos/octo/demo/actions/artifacts/1/zip');
    expect(Buffer.from(zip.data).toString()).toBe('PK');
    github.fault({ path: /\/actions\/runs\/1\/jobs$/, status: 200, body: { total_count: 0 } });
    await client.octokit.request('GET /repos/octo/demo/actions/runs/1/jobs');
    await expect(github.close()).rejects.toThrow(/required property 'jobs'/);
  });

  it('makes payloads out of official examples', () => {
    const closed = payload('pull_request', { action: 'closed', pull_request: { number: 7, labels: [] } });
    expect(closed).toMatchObject({
      action: 'closed',
      pull_request: { number: 7, labels: [], state: 'closed' },
    });
    expect(payload('pull_request_target')).toEqual(payload('pull_request'));
    expect(() => payload('no_such_event')).toThrow(/no example/);
    expect(examplesOf('merge_group')).toHaveLength(2);
  });
});
