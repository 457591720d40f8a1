import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFERRAL_STATE } from '../../../src/job/deferral-state.ts';
import { claimToken, deferralId } from '../../../src/usage/records/deferral.ts';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ledger } from '../../ledger/support.ts';
import { output, record } from '../../report/records.ts';
import { DispatchedRuns, type StartedRun } from '../../support/github/dispatched-runs.ts';
import { startGithub } from '../../support/github/index.ts';
import { ALLOCATION, JobScene, NOW } from '../../support/job-scene.ts';

const BUDGETED = `${ALLOCATION}budget: { mode: enforce, weekly: { tokens: 1000 } }
deferred:
  workflows:
    - { workflow: agent.yml, agents: [SECURITY, TESTING], inputs: { agent: agent, phase: phase, head: head, claim: claim } }
`;

interface Says {
  /** Which attempt of the job it is. */
  readonly attempt?: string;
  /** What the drained run is called, with HEAD and CLAIM. */
  readonly title?: string;
  readonly run?: Partial<StartedRun>;
  readonly record?: Partial<UsageRecord> | null;
  /** Tokens that the week has used, of 1,000: at 2,000 everything is deferred. */
  readonly used?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
}

/** A job of a pull request that is run again, after it had deferred SECURITY, and run 700 was started for that. */
async function again(says: Says = {}) {
  await using github = await startGithub();
  const repository = await github.repository('octo/demo');
  const first = await repository.commit({ 'allocation.yaml': BUDGETED }, { branch: 'main' });
  await repository.commit({ 'a.txt': 'a\n' }, { parents: [first], branch: 'topic' });
  const pull = await repository.pullRequest({ head: 'topic' });
  const { sha: head } = pull.head;
  const token = await github.token({ actions: 'read', contents: 'read', pull_requests: 'read' });
  const event = pull.event();
  using job = new JobScene({
    event: { name: says.event ?? 'pull_request', ...event },
    env: {
      ...github.env(token),
      ...event.env,
      GITHUB_EVENT_NAME: says.event ?? 'pull_request',
      GITHUB_RUN_ATTEMPT: says.attempt ?? '2',
    },
  });
  const place = { repository: 'octo/demo', run: { id: '123', attempt: 1, job: 'review' } };
  const work = { work_item: `pr-${pull.number}`, head, agent: 'SECURITY', phase: 'EXEC' };
  const claim = claimToken(deferralId({ ...place, ...work }));
  const dispatched = new DispatchedRuns(github, { workflows: {}, clock: () => new Date(NOW) });
  const named = says.title ?? 'SECURITY in EXEC at HEAD, deferred (CLAIM)';
  const title = named.replace('HEAD', head).replace('CLAIM', claim);
  dispatched.add({ id: 700, title, conclusion: 'success', ...says.run });
  const path = join(job.folder, 'ledger.git');
  job.git('init', '--quiet', '--bare', path);
  {
    await using store = await ledger(path, job.folder);
    const own = record({
      at: '2026-11-25T11:00:00Z',
      run: { id: '700', attempt: 1, job: 'agent' },
      agent: 'SECURITY',
      phase: 'EXEC',
      work_item: work.work_item,
      model_used: 'claude-opus-5-5',
      tier_used: 'opus',
      ...says.record,
    });
    const used = record({ at: '2026-11-25T10:00:00Z', tokens: output(says.used ?? 2000) });
    const entries = [recordEntry(used), ...(says.record === null ? [] : [recordEntry(own)])];
    await store.append(entries, { run: '700', attempt: 1 });
  }
  const before = github.exchanges.length;
  const outcome = await job.outcome({ agent: 'SECURITY', phase: 'EXEC', ledger: path, ...says.inputs });
  const asked = github.exchanges.slice(before).map(({ path: each }) => each);
  return { ...outcome, asked };
}

describe('a red job that is run again', () => {
  it('ends well, and does nothing, where the run that a drain started for it has done its work', async () => {
    const outcome = await again();
    expect(outcome.failure).toBeNull();
    expect(outcome.outputs).toMatchObject({ decision: 'defer', model: '', 'has-work': 'false' });
    expect(outcome.outputs?.reason).toContain(
      'already done by run 700, at this commit: this run does nothing',
    );
    expect(outcome.state).not.toHaveProperty(DEFERRAL_STATE);
    expect(outcome.annotations).toMatchObject([{ severity: 'notice', title: 'SECURITY/EXEC is done' }]);
  });

  it('does not pay twice where the budget would let it run now', async () => {
    const { outputs, failure } = await again({ used: 10 });
    expect([outputs?.decision, failure]).toEqual(['defer', null]);
  });

  it('stands for that cell alone in a whole phase', async () => {
    const both = await again({ inputs: { agent: '' } });
    expect(both.failure).toBeNull();
    expect(both.state).toHaveProperty(DEFERRAL_STATE, expect.not.stringContaining('SECURITY'));
    expect(both.state).toHaveProperty(DEFERRAL_STATE, expect.stringContaining('TESTING'));
  });

  it.each<[string, Says]>([
    ['the run failed', { run: { conclusion: 'failure' } }],
    ['the run goes on', { run: { conclusion: null } }],
    ['the run is of another workflow', { run: { workflow: 'deploy.yml' } }],
    ['the run’s name has no commit', { title: 'SECURITY in EXEC, deferred (CLAIM)' }],
    ['the run’s name has another commit', { title: `SECURITY in EXEC at ${'b'.repeat(40)} (CLAIM)` }],
    ['the run’s name has two commits', { title: `SECURITY in EXEC at HEAD ${'b'.repeat(40)} (CLAIM)` }],
    ['the run’s name is of another cell', { title: 'TESTING in EXEC at HEAD (CLAIM)' }],
    ['nothing is recorded of it', { record: null }],
    ['it was recorded on a lesser model', { record: { model_used: 'claude-haiku-5-5' } }],
    [
      'nobody measured it',
      {
        record: {
          model_used: null,
          tokens: null,
          cost_microusd: null,
          measured: 'none',
          cost_basis: 'unmeasured',
        },
      },
    ],
    ['its record is about another pull request', { record: { work_item: 'pr-99' } }],
    ['its record says that it failed', { record: { outcome: 'fail' } }],
  ])('stays red, with a warning that says why, where %s', async (_, says) => {
    const { outputs, failure, annotations } = await again(says);
    expect(outputs).toMatchObject({ decision: 'defer' });
    expect(failure).toContain('SECURITY in EXEC is deferred, and it is under an absolute floor');
    expect(annotations.map(({ title }) => title)).toContain('Deferred work not taken for done');
  });

  it.each<[string, Says]>([
    ['the run is of another branch', { run: { ref: 'mallory' } }],
    [
      'its name has no claim of an earlier attempt',
      { title: `SECURITY in EXEC at HEAD (hf-${'0'.repeat(32)})` },
    ],
  ])('stays red where %s', async (_, says) => {
    const { failure } = await again(says);
    expect(failure).toContain('SECURITY in EXEC is deferred, and it is under an absolute floor');
  });

  it('asks nobody in its first attempt', async () => {
    const { failure, asked } = await again({ attempt: '1' });
    expect(failure).toContain('SECURITY in EXEC is deferred');
    expect(asked.filter((path) => path.endsWith('/actions/runs'))).toEqual([]);
  });

  it('is decided anew for whoever overrides it', async () => {
    const { outputs } = await again({ used: 10, inputs: { tier: 'opus', reason: 'look once more' } });
    expect(outputs).toMatchObject({ decision: 'run', tier: 'opus' });
  });
});
