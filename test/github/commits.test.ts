import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type CommitId, isCommitId } from '../../src/git/commit-reader.ts';
import { createLocalReader } from '../../src/git/local/index.ts';
import { createGithubReader } from '../../src/github/commits.ts';
import { GitHubError } from '../../src/github/errors/index.ts';
import { TemporaryRepository } from '../git/temporary-repository.ts';
import { type Files, type Github, startGithub } from '../support/github/index.ts';
import { connect, DEMO } from './connect.ts';

const UNKNOWN = commitId('1234567890123456789012345678901234567890');
const FILES: Files = {
  'allocation.yaml': 'version: 1\n',
  '.github/workflows/ci.yml': 'on: push\n',
  '.github/workflows/deep/x.yml': 'x',
  link: { mode: '120000', content: 'allocation.yaml' },
  run: { mode: '100755', content: '#!/bin/sh\n' },
  module: { mode: '160000', content: UNKNOWN },
};

function commitId(text: string): CommitId {
  if (!isCommitId(text)) throw new Error(text);
  return text;
}

async function open(github: Github) {
  const token = await github.token({ contents: 'read', pull_requests: 'read' });
  return createGithubReader(await connect(github, token), DEMO);
}

describe('a repository at GitHub', () => {
  it('answers as a local clone does', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo', { private: true });
    const root = await repo.commit(FILES, { branch: 'main' });
    const left = await repo.commit({ ...FILES, a: 'left\n' }, { parents: [root] });
    const right = await repo.commit({ ...FILES, b: 'right\n' }, { parents: [root] });
    const merge = await repo.commit({ ...FILES, a: 'left\n', b: 'right\n' }, { parents: [right, left] });

    using local = new TemporaryRepository();
    const copies = new Map<CommitId, CommitId>();
    const copy = (from: CommitId, files: Files, ...parents: CommitId[]): void => {
      copies.set(
        from,
        local.commit(
          files,
          parents.map((parent) => copies.get(parent) ?? parent),
        ),
      );
    };
    copy(root, FILES);
    copy(left, { ...FILES, a: 'left\n' }, root);
    copy(right, { ...FILES, b: 'right\n' }, root);
    copy(merge, { ...FILES, a: 'left\n', b: 'right\n' }, right, left);
    const there = (commit: CommitId): CommitId => copies.get(commit) ?? UNKNOWN;

    const remote = await open(github);
    const clone = await createLocalReader({ cwd: local.path });
    const paths = [...Object.keys(FILES), '.github', 'none', 'allocation.yaml/x', 'link/x', '.github/none'];
    for (const path of paths) {
      const [found, expected] = [await remote.file(merge, path), await clone.file(there(merge), path)];
      expect({ ...found, size: null }, path).toEqual({ ...expected, size: null });
      expect(await remote.folder(merge, path), path).toEqual(await clone.folder(there(merge), path));
    }
    expect(await remote.folder(merge, '')).toEqual(await clone.folder(there(merge), ''));
    expect(await remote.parents(merge)).toEqual([right, left]);
    expect(await remote.mergeBase(left, right)).toBe(root);
    expect(await remote.mergeBase(left, merge)).toBe(left);
    const stat = await clone.diffStat(there(left), there(right));
    expect(await remote.compareStat(left, right)).toEqual({
      ...stat,
      truncated: false,
      changed: stat.paths.map((path) => ({ path, lines: 1 })),
    });
  });

  it('gives the bytes of a file, and no more than asked for', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const commit = await repo.commit({ file: 'grüße\n', big: 'x'.repeat(1000) });
    const reader = await open(github);
    const [file, big] = [await reader.file(commit, 'file'), await reader.file(commit, 'big')];
    if (file.kind !== 'file' || big.kind !== 'file') throw new Error('not files');
    expect(Buffer.from(await reader.blob(file.blob, 100)).toString('utf8')).toBe('grüße\n');
    await expect(reader.blob(big.blob, 999)).rejects.toThrow('1000 bytes; at most 999');
    expect(github.exchanges.filter((each) => each.path.endsWith(big.blob))).toEqual([]);
    expect((await reader.blob(big.blob, 1000)).length).toBe(1000);
    // A reader that has not seen the tree learns the size only from the blob.
    await expect((await open(github)).blob(big.blob, 999)).rejects.toThrow('1000 bytes; at most 999');
  });

  it('asks for nothing twice', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const commit = await repo.commit({ a: '1', b: '2' });
    const reader = await open(github);
    await Promise.all([reader.file(commit, 'a'), reader.file(commit, 'b'), reader.folder(commit, '')]);
    await reader.parents(commit);
    expect(github.exchanges.map((each) => each.path.split('/').at(-2))).toEqual(['commits', 'trees']);
  });

  it('refuses paths that lead outside', async () => {
    await using github = await startGithub();
    const reader = await open(github);
    await expect(reader.file(UNKNOWN, '../x')).rejects.toThrow(/not a path inside the repository/);
    expect(github.exchanges).toEqual([]);
  });

  it('never takes a 404 for an absent file', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const commit = await repo.commit({ 'a/file': 'x' });
    await expect((await open(github)).file(UNKNOWN, 'a')).rejects.toThrow(
      `octo/demo on 127.0.0.1:${new URL(github.apiUrl).port}: GitHub could not read the commit ${UNKNOWN}: not found, or no permission to see it`,
    );
    for (const path of [/\/git\/commits\//, /\/git\/trees\//, /\/git\/blobs\//]) {
      github.fault({ path, status: 404, times: 1 });
      const reader = await open(github);
      const reading = reader.file(commit, 'a/file').then((file) => {
        if (file.kind !== 'file') throw new Error(`took it for ${file.kind}`);
        return reader.blob(file.blob, 10);
      });
      await expect(reading).rejects.toThrow(/not found, or no permission.*permissions: contents: read/);
    }
    for (const path of [/\/git\/commits\//, /\/git\/trees\//]) {
      github.fault({ path, status: 404, times: 1 });
      await expect((await open(github)).folder(commit, 'a')).rejects.toThrow(GitHubError);
    }
  });

  it('never takes a file for absent that a truncated tree leaves out', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const commit = await repo.commit({ a: '1', b: '2' });
    github.fault({ path: /\/git\/trees\//, change: (tree) => ({ ...tree, truncated: true }) });
    const reader = await open(github);
    expect(await reader.file(commit, 'a')).toMatchObject({ kind: 'file' });
    await expect(reader.file(commit, 'c')).rejects.toThrow(/too large to be listed whole/);
    await expect(reader.folder(commit, '')).rejects.toThrow(UserError);
  });

  it('refuses an answer for something else', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const commit = await repo.commit({ a: '1' });
    const other = await repo.commit({ a: '2' });
    const swap = (path: RegExp, change: Record<string, string>) =>
      github.fault({ path, times: 1, change: (body) => ({ ...body, ...change }) });
    swap(/\/git\/commits\//, { sha: other });
    await expect((await open(github)).parents(commit)).rejects.toThrow(/not what was asked for/);
    swap(/\/git\/trees\//, { sha: other });
    await expect((await open(github)).file(commit, 'a')).rejects.toThrow(/not what was asked for/);
    swap(/\/git\/blobs\//, { content: Buffer.from('2').toString('base64') });
    const reader = await open(github);
    const file = await reader.file(commit, 'a');
    if (file.kind !== 'file') throw new Error(file.kind);
    await expect(reader.blob(file.blob, 10)).rejects.toThrow(/not what was asked for/);
  });

  it('says "no common history" only when both commits can be read', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const [one, two] = [await repo.commit({ a: '1' }), await repo.commit({ b: '1' })];
    const reader = await open(github);
    expect(await reader.mergeBase(one, two)).toBeNull();
    await expect(reader.mergeBase(one, UNKNOWN)).rejects.toThrow(`read the commit ${UNKNOWN}`);
    github.fault({ path: /\/compare\//, status: 500 });
    await expect(reader.mergeBase(one, two)).rejects.toThrow(/failed with status 500/);
  });

  it('knows its branches', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const commit = await repo.commit({ a: '1' }, { branch: 'main' });
    const other = await repo.commit({ a: '2' }, { branch: 'feature/x', parents: [commit] });
    const reader = await open(github);
    expect(await reader.defaultBranchTip()).toEqual({ name: 'main', commit });
    expect(await reader.branchTip('feature/x')).toEqual({ name: 'feature/x', commit: other });
    await expect(reader.branchTip('none')).rejects.toThrow(/read the branch none: not found/);
  });

  it('says when a comparison is cut at 300 files', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const base = await repo.commit({ a: '1\n' });
    const head = await repo.commit({ a: '2\n' }, { parents: [base] });
    github.fault({
      path: /\/compare\//,
      change: (body) => ({
        ...body,
        files: Array.from({ length: 300 }, () => (Array.isArray(body.files) ? body.files[0] : null)),
      }),
    });
    const stat = await (await open(github)).compareStat(base, head);
    expect(stat).toMatchObject({ files: 300, additions: 300, deletions: 300, truncated: true });
  });
});

describe('a pull request', () => {
  it('has its numbers, from a fork, too', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const root = await repo.commit({ a: '1\n' }, { branch: 'main' });
    const fork = await repo.fork('mallory');
    const head = await fork.commit({ a: '2\n', b: '1\n' }, { parents: [root], branch: 'topic' });
    const main = await repo.commit({ a: '1\n', c: '1\n' }, { parents: [root], branch: 'main' });
    const pull = await repo.pullRequest({ head: 'topic', fork, labels: ['security', 'bug'], draft: true });
    const reader = await open(github);
    expect(await reader.pullRequestNumbers(pull.number)).toEqual({
      additions: 2,
      deletions: 1,
      changedFiles: 2,
      labels: ['bug', 'security'],
      draft: true,
      state: 'open',
      author: 'mallory',
      base: { ref: 'main', sha: main },
      head: { ref: 'topic', sha: head },
      mergeCommit: pull.mergeCommit,
    });
    expect(pull.mergeCommit).not.toBeNull();
    if (pull.mergeCommit !== null) {
      expect(await reader.parents(pull.mergeCommit)).toEqual([main, head]);
      expect(await reader.file(pull.mergeCommit, 'c')).toMatchObject({ kind: 'file' });
      expect(await reader.file(pull.mergeCommit, 'b')).toMatchObject({ kind: 'file' });
    }
    expect(await reader.mergeBase(main, head)).toBe(root);
  });

  it('has no merge commit when it conflicts', async () => {
    await using github = await startGithub();
    const repo = await github.repository('octo/demo');
    const root = await repo.commit({ a: '1\n' });
    await repo.commit({ a: '2\n' }, { parents: [root], branch: 'main' });
    await repo.commit({ a: '3\n' }, { parents: [root], branch: 'topic' });
    const pull = await repo.pullRequest({ head: 'topic' });
    expect(await (await open(github)).pullRequestNumbers(pull.number)).toMatchObject({ mergeCommit: null });
  });
});
