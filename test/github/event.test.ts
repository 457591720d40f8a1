import { describe, expect, it } from 'vitest';
import { parseEvent, repositoryName } from '../../src/github/event/index.ts';
import { examplesOf, payload, startGithub } from '../support/github/index.ts';
import { isObject, step } from '../support/github/json.ts';

const PULL_REQUEST = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

function examplesWithNames(names: readonly string[]) {
  return names.flatMap((name) => examplesOf(name).map((example, index) => ({ name, index, example })));
}

describe('every official example', () => {
  it('is there', () => {
    expect(examplesOf('pull_request').length).toBeGreaterThan(20);
    expect(examplesOf('merge_group').length).toBeGreaterThan(1);
    expect(examplesOf('push').length).toBeGreaterThan(1);
  });

  it.each(examplesWithNames(PULL_REQUEST))('$name $index is a pull request', ({ name, example }) => {
    const event = parseEvent(name, example, {});
    expect(event).toMatchObject({
      kind: 'pull_request',
      name,
      number: step(example, 'pull_request', 'number'),
      action: step(example, 'action'),
      defaultBranch: step(example, 'repository', 'default_branch'),
      base: { sha: step(example, 'pull_request', 'base', 'sha') },
      head: { sha: step(example, 'pull_request', 'head', 'sha') },
      mergeCommit: step(example, 'pull_request', 'merge_commit_sha'),
      additions: step(example, 'pull_request', 'additions') ?? null,
      changedFiles: step(example, 'pull_request', 'changed_files') ?? null,
    });
  });

  it.each(examplesWithNames(['merge_group']))('$name $index is a merge group', ({ name, example }) => {
    expect(parseEvent(name, example, {})).toMatchObject({
      kind: 'merge_group',
      baseSha: step(example, 'merge_group', 'base_sha'),
      headSha: step(example, 'merge_group', 'head_sha'),
      baseRef: step(example, 'merge_group', 'base_ref'),
    });
  });

  it.each(examplesWithNames(['push']))('$name $index is a push', ({ name, example }) => {
    const orNull = (key: string) => (/^0+$/.test(String(step(example, key))) ? null : step(example, key));
    expect(parseEvent(name, example, {})).toMatchObject({
      kind: 'push',
      ref: step(example, 'ref'),
      before: orNull('before'),
      after: orNull('after'),
      created: step(example, 'created'),
      deleted: step(example, 'deleted'),
      forced: step(example, 'forced'),
    });
  });
});

describe('a pull request event', () => {
  const merge = '1111111111111111111111111111111111111111';
  const stale = '2222222222222222222222222222222222222222';
  const env = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: merge };
  const example = payload('pull_request', {
    action: 'opened',
    pull_request: { number: 7, merge_commit_sha: stale, labels: [{ name: 'b' }, { name: 'a' }] },
  });

  it('takes the merge commit that the runner is on', () => {
    expect(parseEvent('pull_request', example, env)).toMatchObject({
      mergeCommit: merge,
      labels: ['a', 'b'],
    });
  });

  it("takes the payload's under pull_request_target, where the runner is on the base", () => {
    const onBase = { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: merge };
    expect(parseEvent('pull_request_target', example, onBase)).toMatchObject({
      kind: 'pull_request',
      name: 'pull_request_target',
      mergeCommit: stale,
    });
    const other = { GITHUB_REF: 'refs/pull/8/merge', GITHUB_SHA: merge };
    expect(parseEvent('pull_request', example, other)).toMatchObject({ mergeCommit: stale });
  });

  it('has no merge commit when GitHub made none', () => {
    const conflict = payload('pull_request', { pull_request: { merge_commit_sha: null } });
    expect(parseEvent('pull_request', conflict, {})).toMatchObject({ mergeCommit: null });
  });

  it('tells a fork from the same repository, and takes a deleted one for a fork', () => {
    const from = (head: unknown, base = 'octo/demo') =>
      parseEvent(
        'pull_request',
        payload('pull_request', {
          pull_request: {
            base: { repo: { full_name: base } },
            head: { repo: head === null ? null : { full_name: String(head) } },
          },
        }),
        {},
      );
    expect(from('octo/demo')).toMatchObject({ head: { fork: false, repository: 'octo/demo' } });
    expect(from('Octo/Demo')).toMatchObject({ head: { fork: false } });
    expect(from('mallory/demo')).toMatchObject({ head: { fork: true, repository: 'mallory/demo' } });
    expect(from(null)).toMatchObject({ head: { fork: true, repository: null } });
  });

  it('agrees with the pull request that it was made from', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const root = await repo.commit({ a: '1\n' }, { branch: 'main' });
    const fork = await repo.fork('mallory');
    const head = await fork.commit({ a: '2\n' }, { parents: [root], branch: 'topic' });
    const pull = await repo.pullRequest({ head: 'topic', fork, labels: ['x'] });
    const { payload: content, env: runner } = pull.event({ action: 'opened' });
    expect(parseEvent('pull_request', content, runner)).toMatchObject({
      number: pull.number,
      action: 'opened',
      repository: { owner: 'octo', name: 'demo' },
      base: { ref: 'main', sha: root },
      head: { ref: 'topic', sha: head, repository: 'mallory/demo', fork: true },
      mergeCommit: pull.mergeCommit,
      additions: 1,
      deletions: 1,
      changedFiles: 1,
      labels: ['x'],
      author: 'mallory',
      sender: 'mallory',
      defaultBranch: 'main',
    });
    const group = await repo.mergeGroup(pull);
    expect(parseEvent('merge_group', group.payload, {})).toMatchObject({
      baseSha: root,
      headSha: group.head,
      baseRef: 'refs/heads/main',
    });
  });
});

describe('an event that is none of ours', () => {
  it('keeps its name, and the pull request that it is about', () => {
    expect(parseEvent('schedule', {}, {})).toEqual({
      kind: 'other',
      name: 'schedule',
      defaultBranch: null,
      pullRequest: null,
      bases: [],
    });
    expect(parseEvent('workflow_dispatch', null, {})).toMatchObject({ kind: 'other', pullRequest: null });
    for (const example of examplesOf('issue_comment')) {
      const isPull = step(example, 'issue', 'pull_request') !== undefined;
      const event = parseEvent('issue_comment', example, {});
      expect(event).toMatchObject({ pullRequest: isPull ? step(example, 'issue', 'number') : null });
    }
    const onPull = payload('issue_comment', { issue: { number: 7, pull_request: { url: 'x' } } });
    expect(parseEvent('issue_comment', onPull, {})).toMatchObject({ pullRequest: 7 });
  });
});

describe('a malformed event', () => {
  it.each([
    ['pull_request', 'pull_request.base.sha'],
    ['pull_request', 'pull_request.base.ref'],
    ['pull_request', 'pull_request.head.sha'],
    ['pull_request', 'pull_request.number'],
    ['pull_request', 'pull_request.labels'],
    ['pull_request', 'repository.full_name'],
    ['pull_request', 'repository.default_branch'],
    ['merge_group', 'merge_group.base_sha'],
    ['merge_group', 'merge_group.head_sha'],
    ['push', 'before'],
    ['push', 'after'],
    ['push', 'ref'],
  ])('%s without %s names the field', (name, path) => {
    const without = (value: unknown, keys: readonly string[]): unknown => {
      const [key = '', ...rest] = keys;
      if (!isObject(value)) return value;
      const { [key]: inner, ...others } = value;
      return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
    };
    const broken = without(payload(name), path.split('.'));
    expect(() => parseEvent(name, broken, {})).toThrow(`The payload of the ${name} event has no ${path}.`);
  });

  it.each([
    ['pull_request', { pull_request: { base: { sha: 'HEAD' } } }, 'pull_request.base.sha'],
    ['pull_request', { pull_request: { head: { sha: '0'.repeat(40) } } }, 'pull_request.head.sha'],
    ['pull_request', { pull_request: { number: '7' } }, 'pull_request.number'],
    ['pull_request', { pull_request: { additions: -1 } }, 'pull_request.additions'],
    ['pull_request', { pull_request: { labels: [{ name: 7 }] } }, 'pull_request.labels.0.name'],
    ['push', { after: '; rm -rf /' }, 'after'],
  ])('%s with %j says that the field has an unexpected form', (name, overrides, path) => {
    expect(() => parseEvent(name, payload(name, overrides), {})).toThrow(
      `has a ${path} of an unexpected form`,
    );
  });

  it.each([null, 7, 'text', [], {}])('is %j', (broken) => {
    expect(() => parseEvent('pull_request', broken, {})).toThrow(/has no pull_request\.number/);
  });
});

describe('a repository', () => {
  it.each(['a', 'a/b/c', '../x', 'a/..', 'a/b?c', 'a/b#c', ' a/b', '/'])('is not %j', (text) => {
    expect(() => repositoryName(text)).toThrow(/OWNER\/NAME/);
  });

  it('is an owner and a name', () => {
    expect(repositoryName('octo-org/.github')).toEqual({ owner: 'octo-org', name: '.github' });
  });
});
