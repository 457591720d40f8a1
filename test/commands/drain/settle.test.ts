import { describe, expect, it } from 'vitest';
import type { Deferral } from '../../../src/usage/records/deferral.ts';
import { claimToken } from '../../../src/usage/records/deferral.ts';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { deferral } from '../../deferral/works.ts';
import { record } from '../../report/records.ts';
import type { StartedRun } from '../../support/github/dispatched-runs.ts';
import { empty } from '../../support/github/empty.ts';
import { DrainScene } from './scene.ts';

interface Says {
  /** What the drained run is called, with HEAD and CLAIM. */
  readonly title?: string;
  /** What else of it is not right. */
  readonly run?: Partial<StartedRun>;
  readonly record?: Partial<UsageRecord> | null;
  /** The deferring run, where it is not as the deferral left it. */
  readonly attempt?: number;
  readonly conclusion?: string;
  readonly status?: string;
  /** A commit that was pushed since. */
  readonly moved?: boolean;
  /** GitHub does not say what became of it. */
  readonly silent?: boolean;
  /** Another guarded cell that the same job deferred. */
  readonly other?: boolean;
}

/** A pull request whose red job deferred SECURITY, a drain that started its work, and the run that did it. */
async function scene(says: Says = {}) {
  const set = await DrainScene.open();
  const { repository, github } = set;
  const root = repository.tip('main');
  const head = await repository.commit({ a: '1' }, { parents: [root], branch: 'topic' });
  const pull = await repository.pullRequest({ head: 'topic' });
  const work: Deferral = deferral(1, {
    agent: 'SECURITY',
    tier: 'opus',
    priority: 90,
    work_item: `pr-${pull.number}`,
    head,
    run: { id: '1001', attempt: 1, job: 'review' },
  });
  const other = deferral(1, { ...work, phase: 'PLAN' as Deferral['phase'] });
  await set.put(says.other === true ? [work, other] : [work]);
  expect((await set.drain()).started).toHaveLength(says.other === true ? 2 : 1);
  const [own] = set.dispatched.runs.filter(({ inputs }) => inputs.claim === claimToken(work.id));
  if (own === undefined) throw new Error('no run was started');
  set.dispatched.runs.splice(set.dispatched.runs.indexOf(own), 1);
  const named = says.title ?? 'SECURITY in EXEC at HEAD, deferred (CLAIM)';
  const title = named.replace('HEAD', head).replace('CLAIM', claimToken(work.id));
  set.dispatched.add({ ...own, title, conclusion: 'success', ...says.run });
  if (says.record !== null)
    await set.put([
      recordEntry(
        record({
          at: '2026-11-25T12:30:00Z',
          run: { id: String(own.id), attempt: 1, job: 'agent' },
          agent: 'SECURITY',
          phase: 'EXEC',
          work_item: work.work_item,
          model_used: 'claude-opus-5-5',
          tier_used: 'opus',
          ...says.record,
        }),
      ),
    ]);
  if (says.moved === true) {
    const open = JSON.stringify(await github.ask('GET', '/repos/octo/demo/pulls'));
    const body = JSON.parse(open.replaceAll(head, 'f'.repeat(40)));
    github.fault({ method: 'GET', path: /^\/repos\/octo\/demo\/pulls$/, status: 200, body });
  }
  const said = (body: object) => JSON.parse(JSON.stringify(body));
  const run = {
    ...empty('workflow-run'),
    id: 1001,
    run_attempt: says.attempt ?? 1,
    status: says.status ?? 'completed',
  };
  if (says.silent === true) github.fault({ path: /\/actions\/runs\/1001$/, status: 403 });
  github.fault({ method: 'GET', path: /\/actions\/runs\/1001$/, status: 200, body: said(run) });
  const job = {
    ...empty('job'),
    id: 5001,
    name: 'review',
    run_id: 1001,
    run_attempt: 1,
    status: 'completed',
    conclusion: says.conclusion ?? 'failure',
  };
  const unit = { ...job, id: 5002, name: 'unit tests', conclusion: 'failure' };
  github.fault({
    method: 'GET',
    path: /\/actions\/runs\/1001\/jobs$/,
    status: 200,
    body: said({ total_count: 2, jobs: [unit, job] }),
  });
  github.fault({ method: 'POST', path: /\/actions\/jobs\/\d+\/rerun$/, status: 201, body: {} });
  set.wait(3600);
  const again = () => github.exchanges.filter(({ path }) => path.endsWith('/rerun')).map(({ path }) => path);
  return { set, work, own, again };
}

describe('a red job whose deferred work was done', () => {
  it('is run again by the next drain, alone', async () => {
    const { set, work, own, again } = await scene();
    await using _ = set;
    const report = await set.drain();
    expect(report.settled).toMatchObject([{ id: work.id, agent: 'SECURITY', run: String(own.id) }]);
    expect(report.red).toEqual([]);
    expect(again()).toEqual(['/repos/octo/demo/actions/jobs/5001/rerun']);
  });

  it.each<[string, Says]>([
    ['somebody has run it again', { attempt: 2 }],
    ['its run has not ended', { status: 'in_progress' }],
    ['it was not red', { conclusion: 'success' }],
    ['the work failed', { run: { conclusion: 'failure' } }],
    ['the work goes on', { run: { conclusion: null } }],
  ])('is left alone, without a word, where %s', async (_, says) => {
    const { set, again } = await scene(says);
    await using __ = set;
    const { settled, red } = await set.drain();
    expect([settled, red, again()]).toEqual([[], [], []]);
  });

  it.each<[string, Says, string]>([
    ['the run’s name has no commit', { title: 'SECURITY in EXEC (CLAIM)' }, 'does not have this commit'],
    [
      'the run’s name is of another cell',
      { title: 'TESTING in EXEC at HEAD (CLAIM)' },
      'does not have SECURITY',
    ],
    ['the run is of another workflow', { run: { workflow: 'deploy.yml' } }, 'not of the workflow'],
    ['its record is not there yet', { record: null }, 'no record of it yet'],
    ['its record is about other work', { record: { work_item: 'pr-99' } }, 'about other work'],
    ['another cell of the job is not done', { other: true }, 'its work is not done yet'],
    ['the pull request has moved on', { moved: true }, 'newer head'],
  ])('stays red, and that is said, where %s', async (_, says, why) => {
    const { set, again } = await scene(says);
    await using __ = set;
    const { settled, red } = await set.drain();
    expect([settled, again()]).toEqual([[], []]);
    expect(red).toMatchObject([{ why: expect.stringContaining(why) }]);
  });

  it('is not run again by a drain that only shows what it would do', async () => {
    const { set, again } = await scene();
    await using _ = set;
    expect((await set.drain(['--dry-run'])).settled).toEqual([]);
    expect(again()).toEqual([]);
  });

  it('costs a drain nothing but a note where GitHub does not say', async () => {
    const { set, again } = await scene({ silent: true });
    await using _ = set;
    const { exitCode, stderr } = await set.run();
    expect([exitCode, again()]).toEqual([0, []]);
    expect(stderr.join()).toContain('Jobs whose deferred work is done could not all be run again');
  });
});
