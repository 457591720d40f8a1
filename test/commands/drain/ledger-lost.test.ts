import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALLOCATION, deferral } from '../../deferral/works.ts';
import { serveGit } from '../../ledger/http.ts';
import { git } from '../../ledger/support.ts';
import { BranchHistory } from '../../support/github/branch-history.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';
import { DrainScene } from './scene.ts';

it('a drain starts nothing on a ledger that was deleted this week, where the budget says defer', async () => {
  const allocation = ALLOCATION.replace('budget:', 'budget:\n  on_unmeasured: defer');
  await using scene = await DrainScene.open({ allocation });
  await scene.put([deferral(1, { work_item: 'ticket-1' })]);
  const history = new BranchHistory(scene.github, scene.location);
  history.delete();
  await scene.put([deferral(2, { work_item: 'ticket-2' })]);
  const served = join(scene.folder, 'served');
  mkdirSync(join(served, 'octo'), { recursive: true });
  symlinkSync(scene.location, join(served, 'octo/demo.git'));
  git(scene.location, 'config', 'http.receivepack', 'true');
  await using server = await serveGit(served);
  using job = new JobScene({
    event: ofRepository('push'),
    checkout: scene.cwd,
    env: { ...scene.env, GITHUB_SERVER_URL: server.url },
  });
  const { json, notes } = await job.outcome({ command: 'drain', ledger: '' });
  expect(json).toMatchObject({ started: [], waiting: [{ agent: 'TESTING' }] });
  expect(notes.join('\n')).toContain('mallory deleted the branch haiku-first-ledger');
  expect(scene.dispatched.runs).toEqual([]);
});
