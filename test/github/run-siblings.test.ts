import { describe, expect, it } from 'vitest';
import { siblingsOf } from '../../src/github/run-siblings.ts';
import type { FinishedRun } from '../../src/github/runs.ts';
import { describedRun } from '../commands/collect/finished-run.ts';
import { startGithub } from '../support/github/index.ts';
import { connect, DEMO } from './connect.ts';

const SHA = 'a'.repeat(40);
const RUN: FinishedRun = {
  id: 1,
  attempt: 1,
  event: 'pull_request',
  workflow: null,
  status: 'completed',
  conclusion: 'success',
  actors: [],
  headRepository: 'mallory/demo',
  headBranch: 'topic',
  headSha: SHA,
};

async function siblings(runs: readonly object[], total = runs.length) {
  await using github = await startGithub();
  await github.repository('octo/demo');
  const client = await connect(github, await github.token({ actions: 'read' }));
  const body = JSON.parse(JSON.stringify({ total_count: total, workflow_runs: runs }));
  github.fault({ path: /\/actions\/runs$/, status: 200, body });
  const found = await siblingsOf(client, DEMO, RUN);
  expect(github.exchanges.map(({ query }) => query.get('head_sha'))).toEqual([SHA]);
  return { ids: found.runs.map(({ id }) => id), all: found.all };
}

const theirs = (id: number, changes: object = {}): object =>
  describedRun({ id, headRepository: 'mallory/demo', headBranch: 'topic', headSha: SHA, ...changes });

describe('the other runs of a commit', () => {
  it('are those that a pull request of the same branch started', async () => {
    const found = await siblings([
      theirs(3),
      theirs(2, { event: 'pull_request_target' }),
      theirs(1),
      theirs(4, { event: 'push' }),
      theirs(5, { headBranch: 'other' }),
      theirs(6, { headRepository: 'octo/demo' }),
    ]);
    expect(found).toEqual({ ids: [2, 3], all: true });
  });

  it('are not all where there are too many to look at', async () => {
    expect((await siblings([theirs(2)], 101)).all).toBe(false);
    const many = await siblings(Array.from({ length: 30 }, (_, place) => theirs(place + 2)));
    expect([many.ids.length, many.all]).toEqual([20, false]);
  });
});
