import { describe, expect, it } from 'vitest';
import type { CommitId } from '../../../src/git/index.ts';
import { createGithubReader } from '../../../src/github/commits.ts';
import {
  type ProposalWanted,
  publishProposal,
  standingProposals,
  withdrawProposal,
} from '../../../src/github/proposals/index.ts';
import { type Permissions, startGithub } from '../../support/github/index.ts';
import { number, text } from '../../support/github/json.ts';
import { connect, DEMO } from '../connect.ts';

const BRANCH = 'haiku-first/calibration-2026-W49';
const PERMISSIONS: Permissions = { contents: 'write', pull_requests: 'write', issues: 'write' };
const REDO = '- [ ] **Redo** it: tick this.';

async function prepared(permissions: Permissions = PERMISSIONS) {
  const github = await startGithub();
  const repo = await github.repository('octo/demo');
  const root = await repo.commit({ 'allocation.yaml': 'old\n', other: '1' }, { branch: 'main' });
  const client = await connect(github, await github.token(permissions));
  const reader = () => createGithubReader(client, DEMO);
  let runs = 0;
  const wanted = (more: Partial<ProposalWanted> = {}): ProposalWanted => ({
    repository: DEMO,
    base: { name: 'main', commit: repo.tip('main') },
    branch: BRANCH,
    title: 'calibration: testing-agent upgraded to opus (edge case detection)',
    message: 'TESTING/EXEC: sonnet -> opus from 2026-W50 on.',
    files: [{ path: 'allocation.yaml', bytes: new TextEncoder().encode('new\n') }],
    body: (signature) => `Why.\n\nSignature: ${signature}\n${REDO}`,
    run: `run-${++runs}`,
    ...more,
  });
  const standing = () => standingProposals(client, DEMO, 'main');
  const ask = (method: string, path: string, body?: Parameters<typeof github.ask>[2]) =>
    github.ask(method, `/repos/octo/demo${path}`, body);
  const pulls = async (state = 'open') => {
    const found = await ask('GET', `/pulls?state=${state}`);
    return Array.isArray(found) ? found : [];
  };
  return {
    github,
    repo,
    root,
    client,
    wanted,
    standing,
    ask,
    pulls,
    publish: async (more: Partial<ProposalWanted> = {}) =>
      publishProposal(client, reader(), wanted(more), await standing()),
    tip: async (branch = BRANCH) => text(await ask('GET', `/git/ref/heads/${branch}`), 'object', 'sha'),
    file: async (branch = BRANCH) => {
      const there = await ask('GET', `/contents/allocation.yaml?ref=${branch}`);
      return Buffer.from(text(there, 'content'), 'base64').toString();
    },
    branches: async () => {
      const found = await ask('GET', '/git/matching-refs/heads/haiku-first/');
      return (Array.isArray(found) ? found : []).map((each) => text(each, 'ref'));
    },
    /** A person's commit on the branch. */
    edit: async () => {
      const there = await ask('GET', `/contents/allocation.yaml?ref=${BRANCH}`);
      const content = Buffer.from('mine\n').toString('base64');
      const body = { message: 'mine', content, branch: BRANCH, sha: text(there, 'sha') };
      await ask('PUT', '/contents/allocation.yaml', { body });
    },
    [Symbol.asyncDispose]: () => github.close(),
  };
}

describe('the pull request of a proposal', () => {
  it('is opened with one signed commit on the head of its base, and a label', async () => {
    await using scene = await prepared();
    expect(await scene.publish()).toMatchObject({
      how: 'opened',
      number: 1,
      signature: 'valid',
      remarks: [],
    });
    const commit = await scene.ask('GET', `/git/commits/${await scene.tip()}`);
    expect(text(commit, 'message')).toBe(
      'calibration: testing-agent upgraded to opus (edge case detection)\n\nTESTING/EXEC: sonnet -> opus from 2026-W50 on.',
    );
    expect(text(commit, 'parents', 0, 'sha')).toBe(scene.root);
    expect(await scene.file()).toBe('new\n');
    const [pull] = await scene.pulls();
    expect(text(pull, 'title')).toBe('calibration: testing-agent upgraded to opus (edge case detection)');
    expect(text(pull, 'body')).toBe(
      `<!-- haiku-first:commits:${await scene.tip()} -->\nWhy.\n\nSignature: valid\n${REDO}`,
    );
    expect(text(await scene.ask('GET', '/issues/1/labels'), 0, 'name')).toBe('haiku-first-calibration');
    expect(await scene.branches()).toEqual([`refs/heads/${BRANCH}`]);
  });

  it('stays as it is while nothing changes', async () => {
    await using scene = await prepared();
    await scene.publish();
    const [tip, asked] = [await scene.tip(), scene.github.exchanges.length];
    expect(await scene.publish()).toMatchObject({ how: 'unchanged', number: 1, signature: 'valid' });
    expect(await scene.tip()).toBe(tip);
    const later = scene.github.exchanges.slice(asked);
    expect(later.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')).toEqual([]);
  });

  it('says what GitHub says of the signature', async () => {
    await using scene = await prepared();
    scene.github.mutations.isValid = null;
    expect(await scene.publish()).toMatchObject({ how: 'opened', signature: 'none' });
    expect(text((await scene.pulls())[0], 'body')).toContain('Signature: none');
  });

  it('is rebuilt on a base that has moved, and where it says something else', async () => {
    await using scene = await prepared();
    await scene.publish();
    const first = await scene.tip();
    const base = await scene.repo.commit(
      { 'allocation.yaml': 'old\n', other: '2' },
      { parents: [scene.root], branch: 'main' },
    );
    expect(await scene.publish({ title: 'calibration: another' })).toMatchObject({
      how: 'updated',
      number: 1,
    });
    const tip = await scene.tip();
    expect(tip).not.toBe(first);
    expect(text(await scene.ask('GET', `/git/commits/${tip}`), 'parents', 0, 'sha')).toBe(base);
    const [pull] = await scene.pulls();
    expect([number(pull, 'number'), text(pull, 'title')]).toEqual([1, 'calibration: another']);
    expect(text(pull, 'body')).toMatch(new RegExp(`^<!-- haiku-first:commits:${tip}:${first} -->\n`));
    expect(await scene.publish({ title: 'calibration: another' })).toMatchObject({ how: 'unchanged' });
    expect(await scene.branches()).toEqual([`refs/heads/${BRANCH}`]);
  });

  it('is moved by a server that cannot say from where', async () => {
    await using scene = await prepared();
    scene.github.mutations.knowsUpdateRefs = false;
    await scene.publish();
    const first = await scene.tip();
    expect(await scene.publish({ title: 'calibration: another' })).toMatchObject({
      how: 'updated',
      number: 1,
    });
    expect(await scene.tip()).not.toBe(first);
    expect(await scene.branches()).toEqual([`refs/heads/${BRANCH}`]);
  });

  it('keeps its branch when its week has passed', async () => {
    await using scene = await prepared();
    await scene.publish();
    const dated = new TextEncoder().encode('dated anew\n');
    const later = {
      branch: 'haiku-first/calibration-2026-W50',
      files: [{ path: 'allocation.yaml', bytes: dated }],
    };
    expect(await scene.publish(later)).toMatchObject({ how: 'updated', number: 1 });
    expect(await scene.file()).toBe('dated anew\n');
    expect(await scene.branches()).toEqual([`refs/heads/${BRANCH}`]);
  });

  it('is never pushed over a commit of a person, until the box says so', async () => {
    await using scene = await prepared();
    await scene.publish();
    await scene.edit();
    expect(await scene.publish()).toMatchObject({ how: 'edited', number: 1 });
    expect(await scene.file()).toBe('mine\n');
    const body = text((await scene.pulls())[0], 'body').replace('- [ ] **Redo**', '- [x] **Redo**');
    await scene.ask('PATCH', '/pulls/1', { body: { body } });
    expect(await scene.publish()).toMatchObject({ how: 'updated', number: 1 });
    expect(await scene.file()).toBe('new\n');
    expect(text((await scene.pulls())[0], 'body')).toContain('- [ ] **Redo**');
    expect(text(await scene.ask('GET', `/git/commits/${await scene.tip()}`), 'parents', 0, 'sha')).toBe(
      scene.root,
    );
  });

  it('is not pushed over a commit that comes at the last moment', async () => {
    await using scene = await prepared();
    await scene.publish();
    scene.github.mutations.beforeMove = async () => void (await scene.edit());
    expect(await scene.publish({ title: 'calibration: another' })).toMatchObject({
      how: 'edited',
      number: 1,
    });
    expect(await scene.file()).toBe('mine\n');
    expect(await scene.branches()).toEqual([`refs/heads/${BRANCH}`]);
  });

  it('is one, when two runs open it at once', async () => {
    await using scene = await prepared();
    const both = await Promise.all([scene.publish(), scene.publish()]);
    expect(both.map(({ number }) => number)).toEqual([both[0].number, both[0].number]);
    expect(await scene.pulls()).toHaveLength(1);
    expect(await scene.branches()).toEqual([`refs/heads/${BRANCH}`]);
  });

  it('is one, when two runs that propose something else open it at once', async () => {
    await using scene = await prepared();
    const other = new TextEncoder().encode('other\n');
    const both = await Promise.all([
      scene.publish(),
      scene.publish({ files: [{ path: 'allocation.yaml', bytes: other }] }),
    ]);
    expect(new Set(both.map((each) => each.number)).size).toBe(1);
    expect(await scene.pulls()).toHaveLength(1);
    expect(await scene.branches()).toHaveLength(1);
  });

  it('takes up a branch that an earlier run has left, and leaves one alone that holds something else', async () => {
    await using scene = await prepared();
    scene.github.fault({ method: 'POST', path: /\/pulls$/, status: 502 });
    await expect(scene.publish()).rejects.toThrow('502');
    const left = await scene.tip();
    await using again = await prepared();
    expect(await again.publish()).toMatchObject({ how: 'opened' });
    expect(left).toHaveLength(40);
    const topic: CommitId = await again.repo.commit({ a: '1' }, { branch: 'topic' });
    await again.ask('POST', '/git/refs', { body: { ref: `refs/heads/${BRANCH}-of-a-person`, sha: topic } });
    expect((await again.standing()).open?.number).toBe(1);
  });

  it('is opened from another branch where its own holds something else', async () => {
    await using scene = await prepared();
    await scene.repo.commit({ a: '1' }, { parents: [scene.root], branch: BRANCH });
    const theirs = await scene.tip();
    expect(await scene.publish()).toMatchObject({ how: 'opened' });
    expect(await scene.tip()).toBe(theirs);
    expect(await scene.file(`${BRANCH}-2`)).toBe('new\n');
  });

  it.each([
    ['brings another file along', { 'allocation.yaml': 'new\n', 'src/index.js': 'theirs' }, null],
    ['says something else', { 'allocation.yaml': 'new\n' }, 'done [skip ci]'],
  ])('is not that of whoever was faster, and %s', async (_, files, message) => {
    await using scene = await prepared();
    const { title, message: own } = scene.wanted();
    const theirs = await scene.repo.commit(
      { other: '1', ...files },
      {
        parents: [scene.root],
        branch: BRANCH,
        message: message ?? `${title}\n\n${own}`,
      },
    );
    expect(await scene.publish()).toMatchObject({ how: 'opened', signature: 'valid' });
    const { open } = await scene.standing();
    expect(open?.branch).toBe(`${BRANCH}-2`);
    expect(open?.body).not.toContain(theirs);
  });

  it('is remembered when a person has closed it, but not when it was withdrawn or merged', async () => {
    await using scene = await prepared();
    await scene.publish();
    await scene.ask('PATCH', '/pulls/1', { body: { state: 'closed' } });
    expect((await scene.standing()).closed).toMatchObject([
      { number: 1, body: expect.stringContaining('Why.') },
    ]);
    await scene.publish({ branch: 'haiku-first/calibration-2026-W53' });
    const { open } = await scene.standing();
    if (open === null) throw new Error('there is none');
    await withdrawProposal(scene.client, DEMO, open, 'the evidence is gone.');
    const { open: none, closed } = await scene.standing();
    expect([none, closed.map(({ number }) => number)]).toEqual([null, [1]]);
    await scene.publish();
    const merged = (await scene.standing()).open?.number;
    await scene.ask('PUT', `/pulls/${merged}/merge`, { body: {} });
    expect((await scene.standing()).closed.map(({ number }) => number)).toEqual([1]);
    expect(text(await scene.ask('GET', `/pulls/${open.number}`), 'body')).toMatch(
      /^<!-- haiku-first:withdrawn -->\n\*\*Withdrawn:\*\* the evidence is gone\.\n/,
    );
  });

  it('is not mistaken for one that somebody else has opened', async () => {
    await using scene = await prepared();
    await scene.repo.commit({ a: '1' }, { parents: [scene.root], branch: BRANCH });
    await scene.repo.pullRequest({ head: BRANCH });
    expect((await scene.standing()).open).toBeNull();
  });
});

describe('a token without rights', () => {
  it.each<readonly [string, Permissions, string]>([
    ['to write contents', { ...PERMISSIONS, contents: 'read' }, 'permissions: contents: write'],
    [
      'to open pull requests',
      { ...PERMISSIONS, pull_requests: 'read' },
      'Give the job `permissions: pull-requests: write`, and tick "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General. Until then, open it by hand: the branch is there.',
    ],
  ])('%s says what is missing', async (_what, permissions, said) => {
    await using scene = await prepared(permissions);
    await expect(scene.publish()).rejects.toThrow(said);
    expect(await scene.pulls()).toEqual([]);
  });

  it('to label only leaves a remark', async () => {
    await using scene = await prepared();
    scene.github.fault({ method: 'POST', path: /\/labels$/, status: 403 });
    expect(await scene.publish()).toMatchObject({
      how: 'opened',
      remarks: [expect.stringContaining('has no label haiku-first-calibration')],
    });
  });
});
