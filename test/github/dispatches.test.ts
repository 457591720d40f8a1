import { describe, expect, it } from 'vitest';
import { dispatchWorkflow, findRuns, listTokenRuns } from '../../src/github/index.ts';
import { later } from '../../src/time/instant.ts';
import { claimToken } from '../../src/usage/records/deferral.ts';
import { deferral, NOW } from '../deferral/works.ts';
import { DispatchedRuns } from '../support/github/dispatched-runs.ts';
import { startGithub } from '../support/github/index.ts';
import { connect } from './connect.ts';

const REPOSITORY = { owner: 'octo', name: 'demo' };
const START = { workflow: 'agent.yml', ref: 'main', inputs: { claim: claimToken(deferral(1).id) } };
const SEARCH = { branch: 'main', now: NOW };
const WORKFLOWS = { 'agent.yml': ['claim'] };

describe('a workflow that is started', () => {
  it.each<[string, number, object]>([
    ['a run began, with its number', 0, { kind: 'started', run: '7000' }],
    ['nobody knows, after a failure of the server', 502, { kind: 'unknown' }],
    ['nobody knows, after a gateway gave up', 504, { kind: 'unknown' }],
    ['nothing began, and nothing will without the right', 403, { kind: 'refused', everything: true }],
    ['nothing began, and nothing will for a while', 429, { kind: 'limited' }],
    ['nothing began, and another one may', 404, { kind: 'refused', everything: false }],
    ['nothing began with these inputs', 422, { kind: 'refused', everything: false }],
  ])('says that %s', async (_, status, answer) => {
    await using github = await startGithub();
    if (status !== 0) github.fault({ path: /\/dispatches$/, status });
    new DispatchedRuns(github, { workflows: WORKFLOWS });
    const client = await connect(github, github.userToken('octo'), { waiting: 0 });
    expect(await dispatchWorkflow(client, REPOSITORY, START)).toMatchObject(answer);
    // Whatever was said, it was asked once.
    expect(github.exchanges.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is not known to have begun when no answer comes, and is not asked for again', async () => {
    await using github = await startGithub();
    const dispatched = new DispatchedRuns(github, { workflows: WORKFLOWS, mood: () => 'loses-answer' });
    const client = await connect(github, github.userToken('octo'));
    expect(await dispatchWorkflow(client, REPOSITORY, START)).toMatchObject({ kind: 'unknown' });
    expect(dispatched.requests).toBe(1);
  });
});

const ofBranch = (commit: string) => Promise.resolve(/^0+$/.test(commit));

describe('runs that are looked for by their claims', () => {
  it('are found among thousands, each once, the oldest of a claim first', async () => {
    await using github = await startGithub();
    let now = new Date(later(NOW, -3000));
    const dispatched = new DispatchedRuns(github, { workflows: WORKFLOWS, clock: () => now });
    for (let number = 0; number < 2500; number += 1) {
      now = new Date(new Date(later(NOW, -3000)).getTime() + number * 1000);
      dispatched.add({ id: 7000 + number, title: `Agent ${claimToken(deferral(number).id)}` });
    }
    dispatched.add({ id: 9999, title: `Again ${claimToken(deferral(5).id)}` });
    const client = await connect(github, github.userToken('octo'));
    const runs = await listTokenRuns(client, REPOSITORY, { ...SEARCH, since: later(NOW, -3000) });
    expect(new Set(runs.map(({ id }) => id)).size).toBe(2501);
    const sought = [5, 2400].map((number) => ({
      claim: claimToken(deferral(number).id),
      since: later(NOW, -3000),
    }));
    const found = await findRuns(client, REPOSITORY, sought, SEARCH, ofBranch);
    expect([...found.values()].sort()).toEqual(['7005', '9400']);
    // A search gives no more than a thousand: no page beyond them was asked for.
    expect(github.exchanges.every(({ query }) => Number(query.get('page')) <= 10)).toBe(true);
  });

  it('are none of another branch, where anybody who may push names them', async () => {
    await using github = await startGithub();
    const dispatched = new DispatchedRuns(github, { workflows: WORKFLOWS, clock: () => new Date(NOW) });
    const claim = claimToken(deferral(1).id);
    dispatched.add({ id: 7000, ref: 'mallory', title: claim });
    // A tag with the name of the branch.
    dispatched.add({ id: 6999, headSha: '1'.repeat(40), title: claim });
    const client = await connect(github, github.userToken('octo'));
    const sought = [{ claim, since: later(NOW, -60) }];
    expect([...(await findRuns(client, REPOSITORY, sought, SEARCH, ofBranch))]).toEqual([]);
    dispatched.add({ id: 7001, title: claim });
    expect([...(await findRuns(client, REPOSITORY, sought, SEARCH, ofBranch))]).toEqual([[claim, '7001']]);
  });

  it('are none where nothing was started since', async () => {
    await using github = await startGithub();
    const dispatched = new DispatchedRuns(github, {
      workflows: WORKFLOWS,
      clock: () => new Date(later(NOW, -86_400)),
    });
    dispatched.add({ title: `Agent ${claimToken(deferral(1).id)}` });
    const client = await connect(github, github.userToken('octo'));
    const sought = [{ claim: claimToken(deferral(1).id), since: later(NOW, -3600) }];
    expect([...(await findRuns(client, REPOSITORY, sought, SEARCH, ofBranch))]).toEqual([]);
  });
});
