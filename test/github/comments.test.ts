import { describe, expect, it } from 'vitest';
import { InternalError } from '../../src/errors.ts';
import { BODY_LIMIT, type StickyComment, upsertComment } from '../../src/github/comments.ts';
import { isAuthor, whoAmI } from '../../src/github/identity.ts';
import { type Github, startGithub } from '../support/github/index.ts';
import { isObject, type Json, number, text } from '../support/github/json.ts';
import { connect, DEMO } from './connect.ts';

const MARK = '<!-- haiku-first:gate -->';

async function prepared(options: { prefix?: string } = {}) {
  const github = await startGithub(options);
  const repo = await github.repository('octo/demo');
  const root = await repo.commit({ a: '1' }, { branch: 'main' });
  await repo.commit({ a: '2' }, { parents: [root], branch: 'topic' });
  const { number: issue } = await repo.pullRequest({ head: 'topic' });
  const client = await connect(github, await github.token({ contents: 'read', pull_requests: 'write' }));
  const say = (body: string | null, more: Partial<StickyComment> = {}) =>
    upsertComment(client, { repository: DEMO, issue, key: 'gate', body, ...more });
  return {
    github,
    client,
    issue,
    say,
    bodies: () => bodies(github, issue),
    writes: () => github.exchanges.filter((each) => each.method !== 'GET' && each.path !== '/graphql'),
    write: (body: string, login: 'octo' | 'mallory' | 'octocat' = 'octo') =>
      github.ask('POST', `/repos/octo/demo/issues/${issue}/comments`, {
        token: github.userToken(login),
        body: { body },
      }),
    [Symbol.asyncDispose]: () => github.close(),
  };
}

async function bodies(github: Github, issue: number): Promise<readonly string[]> {
  const comments: Json = await github.ask('GET', `/repos/octo/demo/issues/${issue}/comments?per_page=100`);
  return Array.isArray(comments) ? comments.map((each) => text(each, 'body')) : [];
}

describe('the sticky comment', () => {
  it('is created once and then updated in place', async () => {
    await using scene = await prepared();
    expect(await scene.say('first')).toMatchObject({
      written: true,
      how: 'created',
      url: expect.stringContaining('#issuecomment-'),
    });
    expect(await scene.say('second')).toMatchObject({ written: true, how: 'updated' });
    expect(await scene.bodies()).toEqual([`${MARK}\nsecond`]);
  });

  it('is not written again when it already says so', async () => {
    await using scene = await prepared();
    await scene.say('same\nwords');
    const before = scene.writes().length;
    expect(await scene.say('same\nwords')).toMatchObject({ written: false, failed: false });
    expect(scene.writes()).toHaveLength(before);
  });

  it('is never created when there is nothing to say', async () => {
    await using scene = await prepared();
    expect(await scene.say(null)).toMatchObject({ written: false, failed: false });
    expect(scene.github.exchanges).toEqual([]);
    expect(await scene.say('resolved', { onlyIfExists: true })).toMatchObject({
      written: false,
      failed: false,
    });
    expect(await scene.bodies()).toEqual([]);
    await scene.say('broken');
    expect(await scene.say('resolved', { onlyIfExists: true })).toMatchObject({
      written: true,
      how: 'updated',
    });
    expect(await scene.bodies()).toEqual([`${MARK}\nresolved`]);
  });

  it("leaves somebody else's comment with our marker alone", async () => {
    await using scene = await prepared();
    await scene.write(`${MARK}\nforged`);
    expect(await scene.say('real')).toMatchObject({ written: true, how: 'created' });
    expect(await scene.say('again')).toMatchObject({ written: true, how: 'updated' });
    expect(await scene.bodies()).toEqual([`${MARK}\nforged`, `${MARK}\nagain`]);
  });

  it('has its marker at the very start, and one for each key', async () => {
    await using scene = await prepared();
    await scene.say('usage', { key: 'usage' });
    await scene.say(`quotes ${MARK}`, { key: 'other' });
    expect(await scene.say('gate')).toMatchObject({ how: 'created' });
    expect(await scene.bodies()).toHaveLength(3);
  });

  it('is found on a later page, the oldest one first', async () => {
    await using scene = await prepared();
    for (let index = 0; index < 101; index += 1) await scene.write(`chat ${index}`);
    await scene.say('late');
    const { token, repository } = { token: scene.client, repository: DEMO };
    await token.octokit.rest.issues.createComment({
      owner: repository.owner,
      repo: repository.name,
      issue_number: scene.issue,
      body: `${MARK}\nduplicate`,
    });
    expect(await scene.say('found')).toMatchObject({ how: 'updated' });
    const second = await scene.github.ask(
      'GET',
      `/repos/octo/demo/issues/${scene.issue}/comments?per_page=100&page=2`,
    );
    expect(Array.isArray(second) && second.map((each) => text(each, 'body'))).toEqual([
      ...['chat 100', `${MARK}\nfound`, `${MARK}\nduplicate`],
    ]);
  });

  it('becomes a remark when the token may not write', async () => {
    await using scene = await prepared();
    const client = await connect(
      scene.github,
      await scene.github.token({ contents: 'read', pull_requests: 'read' }),
    );
    const refused = await upsertComment(client, {
      repository: DEMO,
      issue: scene.issue,
      key: 'gate',
      body: 'x',
    });
    expect(refused).toMatchObject({
      written: false,
      failed: true,
      why: expect.stringMatching(/could not be written.*permissions: pull-requests: write/),
    });
  });

  it.each([
    [{ method: 'POST', status: 404 }, 'not found'],
    [{ method: 'POST', status: 502 }, 'status 502'],
    [{ method: 'GET', status: 403 }, 'may not read the comments'],
    [{ method: 'GET', status: 500 }, 'status 500'],
  ])('becomes a remark after %j', async (fault, words) => {
    await using scene = await prepared();
    scene.github.fault({ path: /\/comments$/, ...fault });
    const answer = await scene.say('x');
    expect(answer).toMatchObject({ written: false, failed: true, why: expect.stringContaining(words) });
  });

  it('is not posted a second time when GitHub fails after the first', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: /\/comments$/, method: 'POST', status: 502, times: 1 });
    expect(await scene.say('x')).toMatchObject({ written: false, failed: true });
    expect(scene.writes()).toHaveLength(1);
  });

  it('is refused before it is sent when it is too long', async () => {
    await using scene = await prepared();
    await expect(scene.say('x'.repeat(BODY_LIMIT))).rejects.toThrow(InternalError);
    await expect(scene.say('x', { key: '-->' })).rejects.toThrow(InternalError);
    expect(scene.github.exchanges).toEqual([]);
    const fitting = 'x'.repeat(BODY_LIMIT - MARK.length - 1);
    expect(await scene.say(fitting)).toMatchObject({ written: true });
  });

  it('works with a GitHub Enterprise Server', async () => {
    await using scene = await prepared({ prefix: '/api/v3' });
    await scene.say('first');
    expect(await scene.say('second')).toMatchObject({ how: 'updated' });
    expect(scene.github.exchanges.some((each) => each.path === '/graphql')).toBe(true);
  });
});

describe('who we are', () => {
  it('is what GraphQL says, for a person and for a workflow', async () => {
    await using scene = await prepared();
    await scene.say('x');
    expect(await whoAmI(scene.client)).toMatchObject({ login: 'github-actions[bot]' });
    const person = await connect(scene.github, scene.github.userToken('mallory'));
    const account = await scene.github.ask('GET', '/users/mallory');
    expect(await whoAmI(person)).toEqual({ login: 'mallory', id: number(account, 'id') });
  });

  it('is what GET /user says where GraphQL refuses', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: /^\/graphql$/, status: 403 });
    const person = await connect(scene.github, scene.github.userToken('octocat'));
    expect(await whoAmI(person)).toMatchObject({ login: 'octocat' });
  });

  it("is the workflow's bot where both refuse, and the comment is still found", async () => {
    await using scene = await prepared();
    scene.github.fault({ path: /^\/graphql$/, status: 403 });
    expect(await whoAmI(scene.client)).toEqual({ login: 'github-actions[bot]', id: null });
    await scene.write(`${MARK}\nforged`);
    await scene.say('first');
    expect(await scene.say('second')).toMatchObject({ how: 'updated' });
    expect(await scene.bodies()).toEqual([`${MARK}\nforged`, `${MARK}\nsecond`]);
  });

  it('is not guessed while GitHub is down: a wrong guess would leave a second comment', async () => {
    await using scene = await prepared();
    await scene.say('first');
    scene.github.fault({ path: /^\/graphql$/, status: 502 });
    expect(await scene.say('second')).toMatchObject({ written: false, failed: true });
    expect(await scene.bodies()).toEqual([`${MARK}\nfirst`]);
  });

  it('is found whether or not GraphQL calls it a bot', async () => {
    await using scene = await prepared();
    await scene.say('first');
    scene.github.fault({
      path: /^\/graphql$/,
      change: (body) => (isObject(body) ? { data: { viewer: { login: 'github-actions' } } } : null),
    });
    expect(await scene.say('second')).toMatchObject({ how: 'updated' });
  });

  it.each([
    [{ login: 'github-actions[bot]', id: 1, type: 'Bot' }, { login: 'github-actions', id: null }, true],
    [{ login: 'github-actions[bot]', id: 1, type: 'Bot' }, { login: 'github-actions[bot]', id: null }, true],
    [{ login: 'octo', id: 1, type: 'User' }, { login: 'octo', id: null }, true],
    [{ login: 'renamed', id: 1, type: 'User' }, { login: 'octo', id: 1 }, true],
    [{ login: 'octo', id: 2, type: 'User' }, { login: 'octo', id: 1 }, false],
    [{ login: 'mallory', id: 1, type: 'User' }, { login: 'octo', id: null }, false],
    [{ login: 'octo[bot]', id: 1, type: 'User' }, { login: 'octo', id: null }, false],
    [null, { login: 'octo', id: 1 }, false],
  ])('author %j is %j: %s', (author, identity, expected) => {
    expect(isAuthor(author, identity)).toBe(expected);
  });
});
