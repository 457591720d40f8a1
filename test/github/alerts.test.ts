import { describe, expect, it } from 'vitest';
import { ALERT_LABEL, type GithubAlert, raiseAlert } from '../../src/github/alerts.ts';
import { startGithub } from '../support/github/index.ts';
import { text } from '../support/github/json.ts';
import { connect, DEMO } from './connect.ts';

async function prepared() {
  const github = await startGithub();
  await github.repository('octo/demo');
  const client = await connect(github, await github.token({ issues: 'write' }));
  const list = async (path: string) => {
    const found = await github.ask('GET', `/repos/octo/demo${path}`);
    return Array.isArray(found) ? found : [];
  };
  return {
    github,
    client,
    raise: (more: Partial<GithubAlert> = {}) =>
      raiseAlert(client, {
        repository: DEMO,
        key: 'floor-lowered',
        title: 'A floor was lowered',
        body: 'SECURITY on sonnet',
        event: 'pr-1@abc',
        ...more,
      }),
    issues: () => list('/issues?state=all'),
    comments: async (issue: number) =>
      (await list(`/issues/${issue}/comments`)).map((each) => text(each, 'body')),
    [Symbol.asyncDispose]: () => github.close(),
  };
}

describe('an alert', () => {
  it('opens one labelled issue, and adds one comment for each further event', async () => {
    await using scene = await prepared();
    expect(await scene.raise()).toMatchObject({ written: true, how: 'created' });
    expect(await scene.raise({ event: 'pr-2@def', body: 'VALIDATION on haiku' })).toMatchObject({
      written: true,
    });
    const issues = await scene.issues();
    expect(issues.map((issue) => [text(issue, 'title'), text(issue, 'labels', 0, 'name')])).toEqual([
      ['A floor was lowered', ALERT_LABEL],
    ]);
    expect(text(issues[0], 'body')).toContain('SECURITY on sonnet');
    const comments = await scene.comments(1);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('VALIDATION on haiku');
  });

  it('tells of the same event once, in the issue and in its comments', async () => {
    await using scene = await prepared();
    await scene.raise();
    expect(await scene.raise({ body: 'other words' })).toMatchObject({ written: false, failed: false });
    await scene.raise({ event: 'pr-2@def' });
    expect(await scene.raise({ event: 'pr-2@def' })).toMatchObject({ written: false, failed: false });
    expect(await scene.comments(1)).toHaveLength(1);
  });

  it('has an issue of its own for each key', async () => {
    await using scene = await prepared();
    await scene.raise();
    await scene.raise({ key: 'override-refused' });
    expect(await scene.issues()).toHaveLength(2);
  });

  it('opens another issue when a person has closed the first', async () => {
    await using scene = await prepared();
    await scene.raise();
    await scene.github.ask('PATCH', '/repos/octo/demo/issues/1', { body: { state: 'closed' } });
    expect(await scene.raise({ event: 'pr-2@def' })).toMatchObject({ how: 'created' });
    expect(await scene.issues()).toHaveLength(2);
  });

  it("does not take somebody else's issue or comment for ours", async () => {
    await using scene = await prepared();
    await scene.raise();
    const [ours] = await scene.issues();
    const forged = { title: 'forged', body: text(ours, 'body'), labels: [ALERT_LABEL] };
    await scene.github.ask('PATCH', '/repos/octo/demo/issues/1', { body: { state: 'closed' } });
    await scene.github.ask('POST', '/repos/octo/demo/issues', { body: forged });
    expect(await scene.raise({ event: 'pr-2@def' })).toMatchObject({ how: 'created' });
    const issues = await scene.issues();
    expect(issues).toHaveLength(3);
    await scene.raise({ event: 'pr-3@012' });
    expect(await scene.comments(2)).toEqual([]);
    expect(await scene.comments(3)).toHaveLength(1);
  });

  it('does not hush an event because a stranger has written its marker', async () => {
    await using scene = await prepared();
    await scene.raise();
    await scene.raise({ event: 'probe' });
    const [marker = ''] = ((await scene.comments(1))[0] ?? '').split('\n');
    await scene.github.ask('PATCH', '/repos/octo/demo/issues/1', { body: { state: 'closed' } });
    await scene.raise({ event: 'new issue' });
    await scene.github.ask('POST', '/repos/octo/demo/issues/2/comments', { body: { body: marker } });
    expect(await scene.raise({ event: 'probe' })).toMatchObject({ written: true });
  });

  it('does not hush an event because the text of another quotes its marker', async () => {
    await using scene = await prepared();
    await scene.raise({ event: 'probe' });
    const [, marker = ''] = text((await scene.issues())[0], 'body').split('\n');
    await scene.raise({ key: 'second', event: 'first', body: `quotes ${marker}` });
    expect(await scene.raise({ key: 'second', event: 'probe' })).toMatchObject({ written: true });
  });

  it('lives with a label that another run creates at the same time', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: /\/labels$/, method: 'POST', status: 422, message: 'already_exists' });
    expect(await scene.raise()).toMatchObject({ written: true });
    await using second = await prepared();
    await second.raise();
    await second.raise({ key: 'other' });
    expect(
      second.github.exchanges.filter((each) => each.method === 'POST' && each.path.endsWith('/labels')),
    ).toHaveLength(1);
  });

  it.each([
    ['POST', /\/issues$/, 403],
    ['POST', /\/issues$/, 410],
    ['GET', /\/issues$/, 404],
    ['POST', /\/labels$/, 403],
    ['GET', /\/labels\//, 403],
    ['GET', /\/issues$/, 502],
  ])('becomes a remark when %s %s answers %i', async (method, path, status) => {
    await using scene = await prepared();
    scene.github.fault({ method, path, status });
    expect(await scene.raise()).toMatchObject({
      written: false,
      failed: true,
      why: expect.stringContaining('The alert could not be written.'),
    });
    expect(await scene.issues()).toEqual([]);
  });

  it('becomes a remark when the token may not write issues', async () => {
    await using scene = await prepared();
    const client = await connect(scene.github, await scene.github.token({ issues: 'read' }));
    const alert = { repository: DEMO, key: 'k', title: 't', body: 'b', event: 'e' };
    expect(await raiseAlert(client, alert)).toMatchObject({
      written: false,
      failed: true,
      why: expect.stringContaining('permissions: issues: write'),
    });
    await scene.raise();
    expect(await raiseAlert(client, { ...alert, key: 'floor-lowered' })).toMatchObject({
      written: false,
      failed: true,
      why: expect.stringContaining('permissions: issues: write'),
    });
  });
});
