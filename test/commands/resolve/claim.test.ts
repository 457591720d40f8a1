import { describe, expect, it } from 'vitest';
import { DEFERRAL_STATE } from '../../../src/job/deferral-state.ts';
import { claimToken } from '../../../src/usage/records/deferral.ts';
import { REAL } from '../../allocation/reading.ts';
import { deferral } from '../../deferral/works.ts';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { DispatchedRuns } from '../../support/github/dispatched-runs.ts';
import { type Github, startGithub } from '../../support/github/index.ts';
import { JobScene, NOW } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';

const CLAIM = claimToken(deferral(1).id);
const CELL = { agent: 'SECURITY', phase: 'EXEC', claim: CLAIM };
const NAME = `SECURITY in EXEC, deferred (${CLAIM})`;

/** Run 77, started by hand or by a drain, with this claim. */
async function started(
  github: Github,
  runs: readonly {
    readonly id: number;
    readonly title?: string;
    readonly conclusion?: string;
    readonly ref?: string;
    readonly workflow?: string;
    readonly headSha?: string;
  }[],
  inputs: Readonly<Record<string, string>> = CELL,
) {
  const dispatched = new DispatchedRuns(github, { workflows: {}, clock: () => new Date(NOW) });
  using origin = new TemporaryRepository('--bare');
  const commit = origin.commit({ 'allocation.yaml': REAL.replace(/, from: pull_request/g, '') }, [], 'main');
  for (const run of [{ id: 77 }, ...runs])
    dispatched.add({ title: NAME, ref: 'main', workflow: 'agent.yml', headSha: commit, ...run });
  using clone = origin.clone();
  const env = {
    GITHUB_RUN_ID: '77',
    GITHUB_SHA: commit,
    GITHUB_REF_NAME: 'main',
    GITHUB_WORKFLOW_REF: 'octo/demo/.github/workflows/agent.yml@refs/heads/main',
    ...github.env(await github.token({ actions: 'read' })),
  };
  using job = new JobScene({ event: ofRepository('workflow_dispatch'), checkout: clone.path, env });
  return await job.outcome(inputs);
}

describe('a run that was started for a deferral', () => {
  it('does its work where no older run has the same claim', async () => {
    await using github = await startGithub();
    const { outputs, annotations } = await started(github, [
      { id: 78 },
      { id: 70, title: `Agent ${claimToken(deferral(2).id)}` },
      { id: 71, title: 'Agent' },
    ]);
    expect(outputs).toMatchObject({ decision: 'run', tier: 'opus', 'has-work': 'true' });
    expect(annotations).toEqual([]);
  });

  it('does nothing where an older one has done it: no failure, and nothing deferred, even under an absolute floor', async () => {
    await using github = await startGithub();
    const outcome = await started(github, [
      { id: 75, conclusion: 'success' },
      { id: 76, conclusion: 'success' },
    ]);
    expect(outcome).toMatchObject({ exitCode: 3, failure: null });
    expect(outcome.outputs).toMatchObject({
      decision: 'defer',
      model: '',
      'claude-args': '',
      settings: '',
      'has-work': 'false',
      reason: expect.stringContaining('already started by run 75: this run does nothing'),
    });
    expect(outcome.annotations.map(({ severity, title }) => [severity, title])).toEqual([
      ['notice', 'Already started'],
    ]);
    expect(outcome.state).not.toHaveProperty(DEFERRAL_STATE);
  });

  it('is red under an absolute floor until the older one has ended well', async () => {
    await using github = await startGithub();
    const { outputs, failure, state } = await started(github, [{ id: 75 }]);
    expect(outputs).toMatchObject({ decision: 'defer', 'has-work': 'false' });
    expect(failure).toBe(
      'Run 75 does this work, and it is under an absolute floor: run this job again when that one has ended well.',
    );
    expect(state).not.toHaveProperty(DEFERRAL_STATE);
  });

  it('is green elsewhere, whether the older one has ended or not', async () => {
    await using github = await startGithub();
    const testing = { ...CELL, agent: 'TESTING' };
    const title = `TESTING in EXEC, deferred (${CLAIM})`;
    const other = await started(github, [{ id: 76, title }], testing);
    expect(other).toMatchObject({ failure: null, outputs: { decision: 'defer' } });
  });

  it.each([
    ['its name is of another cell', { title: `TESTING in EXEC, deferred (${CLAIM})` }],
    ['its name is of no cell', { title: `Deploy ${CLAIM}` }],
    ['it is of another workflow', { workflow: 'deploy.yml' }],
  ])('does its work, with a warning, where an older run has the claim, but %s', async (_, run) => {
    await using github = await startGithub();
    const { outputs, annotations } = await started(github, [{ id: 75, conclusion: 'success', ...run }]);
    expect(outputs).toMatchObject({ decision: 'run', tier: 'opus' });
    expect(annotations).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('run 75 has the same claim, but') },
    ]);
  });

  it.each(['cancelled', 'startup_failure', 'skipped', 'failure'])(
    'does its work where the older one was ended before it could: %s',
    async (conclusion) => {
      await using github = await startGithub();
      expect((await started(github, [{ id: 75, conclusion }])).outputs).toMatchObject({ decision: 'run' });
    },
  );

  it('does its work whatever somebody calls the runs of another branch', async () => {
    await using github = await startGithub();
    const { outputs, annotations } = await started(github, [{ id: 75, ref: 'mallory' }]);
    expect(outputs).toMatchObject({ decision: 'run' });
    expect(annotations).toEqual([]);
  });

  it('does its work whatever somebody calls the runs of a tag that has the name of the branch', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const tagged = await repository.commit({ 'a.txt': 'a\n' }, { branch: 'mallory' });
    const { outputs } = await started(github, [{ id: 75, conclusion: 'success', headSha: tagged }]);
    expect(outputs).toMatchObject({ decision: 'run', tier: 'opus' });
  });

  it('asks three times at most among any number of runs, and says that it did not see them all', async () => {
    await using github = await startGithub();
    const others = Array.from({ length: 400 }, (_, index) => ({ id: 100 + index, title: 'Agent' }));
    const { outputs, annotations } = await started(github, [{ id: 75 }, ...others]);
    expect(outputs).toMatchObject({ decision: 'run' });
    expect(annotations).toMatchObject([{ message: expect.stringContaining('only the latest were checked') }]);
    expect(github.exchanges.filter(({ path }) => path.endsWith('/actions/runs'))).toHaveLength(3);
  });

  it('does its work, with a warning, where it may not look', async () => {
    await using github = await startGithub();
    github.fault({ path: /\/actions\/runs$/, status: 403 });
    const { outputs, annotations } = await started(github, [{ id: 75 }]);
    expect(outputs).toMatchObject({ decision: 'run' });
    expect(annotations).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('actions: read') },
    ]);
  });

  it('is refused with a claim that is none', async () => {
    await using github = await startGithub();
    await expect(started(github, [], { ...CELL, claim: 'x' })).rejects.toThrow(/not one that drain made/);
    expect(github.exchanges).toEqual([]);
  });

  it('started by hand, with an empty claim, asks nobody', async () => {
    await using github = await startGithub();
    const { outputs } = await started(github, [{ id: 75 }], { ...CELL, claim: '' });
    expect(outputs).toMatchObject({ decision: 'run' });
    expect(github.exchanges).toEqual([]);
  });
});
