import { describe, expect, it } from 'vitest';
import { pullRequestsOf } from '../../src/github/run-pull-requests.ts';
import type { FinishedRun } from '../../src/github/runs.ts';
import { startGithub } from '../support/github/index.ts';
import { connect, DEMO } from './connect.ts';

async function prepared() {
  const github = await startGithub();
  const repo = await github.repository('octo/demo');
  const root = await repo.commit({ a: '1' }, { branch: 'main' });
  await repo.commit({ a: '2' }, { parents: [root], branch: 'topic' });
  const client = await connect(github, await github.token({ pull_requests: 'read' }));
  const ask = (headRepository: string | null, headBranch: string | null, headSha: string) => {
    const run: FinishedRun = {
      id: 1,
      attempt: 1,
      event: 'pull_request',
      workflow: null,
      status: 'completed',
      conclusion: 'success',
      actors: [],
      headRepository,
      headBranch,
      headSha,
    };
    return pullRequestsOf(client, DEMO, run);
  };
  return { github, repo, root, client, ask, [Symbol.asyncDispose]: () => github.close() };
}

describe('the pull requests of a run', () => {
  it('are those of its branch, to whatever base, also when they have moved on', async () => {
    await using scene = await prepared();
    await scene.repo.branch('release', scene.root);
    const one = await scene.repo.pullRequest({ head: 'topic' });
    const two = await scene.repo.pullRequest({ head: 'topic', base: 'release' });
    const found = await scene.ask('octo/demo', 'topic', 'a'.repeat(40));
    expect(found.map(({ number }) => number).sort()).toEqual([one.number, two.number]);
    expect(found[0]?.headSha).toBe(one.head.sha);
    expect(await scene.ask('octo/demo', 'other', one.head.sha)).toEqual([]);
  });

  it('are found for a fork, and not by a branch of the same name elsewhere', async () => {
    await using scene = await prepared();
    const fork = await scene.repo.fork('mallory');
    await fork.commit({ a: '3' }, { parents: [scene.root], branch: 'topic' });
    const theirs = await scene.repo.pullRequest({ head: 'topic', fork });
    const ours = await scene.repo.pullRequest({ head: 'topic' });
    const numbers = async (repository: string) =>
      (await scene.ask(repository, 'topic', 'a'.repeat(40))).map(({ number }) => number);
    expect(await numbers('mallory/demo')).toEqual([theirs.number]);
    expect(await numbers('octo/demo')).toEqual([ours.number]);
    expect(await numbers('mallory/another-fork')).toEqual([]);
  });

  it('include a closed one only for its own commit: a branch’s name may be used again', async () => {
    await using scene = await prepared();
    const pull = await scene.repo.pullRequest({ head: 'topic' });
    await scene.github.ask('PATCH', `/repos/octo/demo/pulls/${pull.number}`, { body: { state: 'closed' } });
    expect(await scene.ask('octo/demo', 'topic', 'a'.repeat(40))).toEqual([]);
    expect(await scene.ask('octo/demo', 'topic', pull.head.sha)).toHaveLength(1);
  });

  it('are none where the fork is gone, and nothing is asked', async () => {
    await using scene = await prepared();
    expect(await scene.ask(null, 'topic', 'a'.repeat(40))).toEqual([]);
    expect(await scene.ask('octo/demo', null, 'a'.repeat(40))).toEqual([]);
    expect(scene.github.exchanges).toEqual([]);
  });

  it('are refused with the permission that it takes', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: /\/pulls$/, status: 403 });
    await expect(scene.ask('octo/demo', 'topic', 'a'.repeat(40))).rejects.toThrow(/pull-requests: read/);
  });
});
