import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { checkRecord } from '../../src/usage/records/record-check.ts';
import { startDist } from '../support/bundle.ts';
import { FIXTURES } from '../support/claude-code.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { ArtifactService, linesIn, type UploadedArtifact } from './artifact-service.ts';

const TESTING = { command: 'resolve', agent: 'TESTING', phase: 'EXEC' };
const SECURITY = { command: 'resolve', agent: 'SECURITY', phase: 'EXEC' };

function recordsIn(upload: UploadedArtifact | undefined): UsageRecord[] {
  return linesIn(upload).map((line) => {
    const checked = checkRecord(JSON.parse(line), {
      repository: 'octo/demo',
      run: { id: '123', attempt: 2 },
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    return checked.value;
  });
}

function cells(records: readonly UsageRecord[]): string[] {
  return records.map((record) => `${record.agent} ${record.model_used} ${record.cost_microusd}`).sort();
}

describe('the end of a job', () => {
  it('uploads what the agent and its sub-agents used, with nobody copying anything', async () => {
    using job = new JobScene({ start: startDist });
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    job.claude('sub');
    const post = await job.post({ ...TESTING, 'job-id': '4711' }, state, service.env());
    expect(post.status).toBe(0);
    expect(service.uploads).toHaveLength(1);
    const records = recordsIn(service.uploads[0]);
    expect(cells(records)).toMatchInlineSnapshot(`
      [
        "SECURITY claude-haiku-5-5 39",
        "TESTING claude-sonnet-5-5 1814",
      ]
    `);
    expect(records[0]).toMatchObject({
      run: { job: 'review' },
      work_item: 'issue-7',
      zone: 'GREEN',
      phase: 'EXEC',
    });
    expect(JSON.parse(service.uploads[0]?.text.split('\n')[0] ?? '')).toMatchObject({ job_id: '4711' });
    expect(post.summary).toContain('usage of this job');
    expect(post.summary).toContain('TESTING/EXEC');
  });

  it('says of a use what a record step before it says: the decision of the job', async () => {
    await using service = await ArtifactService.start();
    const decided: UsageRecord[][] = [];
    const override = {
      ...TESTING,
      tier: 'opus',
      reason: 'a hard one',
      'work-item': 'pr-12',
      task: '{"docs":true}',
    };
    const escalation = { ...TESTING, 'escalate-from': 'sonnet', reason: 'tests fail', trigger: 'tests' };
    for (const inputs of [override, escalation, TESTING]) {
      for (const first of ['record', 'post'] as const) {
        using job = new JobScene();
        const before = service.uploads.length;
        const { state } = await job.action(inputs);
        job.claude('json');
        if (first === 'record') await job.action({ command: 'record', phase: 'EXEC' }, service.env());
        const end = await job.post(inputs, state, service.env());
        expect(end.status).toBe(0);
        expect(service.uploads).toHaveLength(before + 1);
        decided.push(recordsIn(service.uploads.at(-1)));
      }
      const [asRecorded = [], asPosted = []] = decided.splice(0);
      expect(asPosted.length).toBeGreaterThan(0);
      const plain = (records: readonly UsageRecord[]) =>
        records.map(({ at: _, outcome: __, ...rest }) => ({ ...rest, run: rest.run.id }));
      expect(plain(asRecorded)).toEqual(plain(asPosted));
      if (inputs === override)
        expect(asRecorded[0]).toMatchObject({
          agent: 'TESTING',
          work_item: 'pr-12',
          model_requested: 'claude-opus-5-5',
          override: { tier: 'opus', reason: 'a hard one', by: 'octocat' },
          zone: 'GREEN',
          task: { docs: true },
        });
    }
  });

  it('and a record step goes without a decision that no record can hold', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    const note = join(job.temp, 'haiku-first', 'decided.jsonl');
    const forged = readFileSync(note, 'utf8').replace('"override":null', '"override":7');
    for (const text of [forged, 'x\n{}\n[]\n', '']) {
      writeFileSync(note, text);
      job.claude('json');
      const step = await job.action({ command: 'record', agent: 'TESTING', phase: 'EXEC' }, service.env());
      expect(step.status).toBe(0);
    }
    expect(recordsIn(service.uploads[0])).toMatchObject([{ agent: 'TESTING', override: null }]);
    expect((await job.post(TESTING, state, service.env())).status).toBe(0);
  });

  it.each([
    ['while it goes on', '', '', { id: 'try', arm: 'trial', propensity: 0.999 }],
    ['from the week on in which it has ended', ', until: 2026-W01', '', null],
    ['before the week in which the cell begins', '', ', was: opus, since: 2099-W02', null],
  ])('says of a run whether it was in a trial: %s', async (_when, until, since, trial) => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const cell = `{ tier: sonnet, trial: { id: try, tier: haiku, share: 0.999${until} }${since} }`;
    job.commit({ 'allocation.yaml': `${ALLOCATION}matrix: { EXEC: { TESTING: ${cell} } }\n` });
    const { state } = await job.action(TESTING);
    job.claude('json');
    await job.post(TESTING, state, service.env());
    expect(recordsIn(service.uploads[0])[0]).toMatchObject({ trial });
  });

  it('keeps every fact that the allocation may declare', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const facts = '{ has-tests: { type: boolean }, _draft: { type: boolean } }';
    job.commit({ 'allocation.yaml': ALLOCATION.replace('{ docs: { type: boolean } }', facts) });
    const step = { ...TESTING, task: '{"has-tests":true,"_draft":false}' };
    const { state } = await job.action(step);
    job.claude('json');
    await job.post(step, state, service.env());
    expect(recordsIn(service.uploads[0])).toMatchObject([{ task: { 'has-tests': true, _draft: false } }]);
  });

  it('tells which workflow it was, where the runner says so', async () => {
    using job = new JobScene({
      env: { GITHUB_WORKFLOW_REF: 'octo/demo/.github/workflows/review.yml@refs/heads/main' },
    });
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    job.claude('sub');
    await job.post(TESTING, state, service.env());
    expect(recordsIn(service.uploads[0]).map(({ workflow }) => workflow)).toEqual([
      '.github/workflows/review.yml',
      '.github/workflows/review.yml',
    ]);
  });

  it('says loudly that a sub-agent worked below its floor', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    job.claude('sub');
    const { stdout, summary } = await job.post(TESTING, state, service.env());
    expect(stdout).toMatch(/^::warning title=SECURITY\/EXEC below its floor::.*claude-haiku-5-5.*opus/m);
    expect(summary).toContain('❌');
  });

  it('keeps the records of a job whose transcript has a line that cannot be', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    job.claude('sub');
    const models = ['claude-sonnet-5-5', 'claude-opus-5-5'];
    const usage = { inputTokens: 900_000_000_000, outputTokens: 1, costUSD: 4_500_000 };
    const said = JSON.parse(readFileSync(join(FIXTURES, 'sub', 'result.json'), 'utf8'));
    const totals = { ...said.modelUsage, [models[1] ?? '']: usage };
    job.leave(JSON.stringify([{ ...said, modelUsage: totals }]));
    const { stdout } = await job.post(TESTING, state, service.env());
    const records = recordsIn(service.uploads[0]);
    expect(records.map(({ model_used: model, measured }) => `${model} ${measured}`).sort()).toEqual([
      'claude-haiku-5-5 full',
      'claude-opus-5-5 none',
      'claude-sonnet-5-5 full',
    ]);
    expect(stdout).toMatch(
      /not counted, and it is not measured: no job of .* can use 900,000,000,001 tokens/,
    );
  });

  it('counts a job that left nothing as not measured, and warns', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const { state } = await job.action(SECURITY);
    const post = await job.post(SECURITY, state, service.env());
    expect(post.stdout).toMatch(/^::warning title=Usage not measured::/m);
    expect(recordsIn(service.uploads[0])).toMatchObject([
      { agent: 'SECURITY', measured: 'none', cost_microusd: null, tier_assigned: 'opus' },
    ]);
  });

  it.each([
    ['a crash without figures', (job: JobScene) => job.claude('err404'), 'none'],
    [
      'a file that was cut off',
      (job: JobScene) => job.leave('[{"type":"system","session_id":"s"},{"type":"assis'),
      'none',
    ],
    ['a run out of turns', (job: JobScene) => job.claude('maxturn'), 'full'],
    [
      'transcripts alone, as after a timeout',
      (job: JobScene) => job.claude('sub', { executionFile: false }),
      'partial',
    ],
  ])('records after %s', async (_, leave, measured) => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    leave(job);
    const post = await job.post(TESTING, state, service.env());
    expect(post.status).toBe(0);
    const records = recordsIn(service.uploads[0]);
    expect([...new Set(records.map((record) => record.measured))]).toEqual([measured]);
  });

  it('leaves what other jobs left behind alone', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    job.claude('sub', { executionFile: false, age: 3_600_000 });
    const { state } = await job.action(TESTING);
    job.claude('json', { executionFile: true });
    await job.post(TESTING, state, service.env());
    expect(cells(recordsIn(service.uploads[0])).some((cell) => cell.startsWith('SECURITY'))).toBe(false);
  });

  it('does not record again what a step of the job recorded', async () => {
    using job = new JobScene({ start: startDist });
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    job.claude('sub');
    const step = await job.action({ command: 'record', agent: 'TESTING', phase: 'EXEC' }, service.env());
    expect(step.status).toBe(0);
    const post = await job.post(TESTING, state, service.env());
    expect(post.stdout).toContain('No further usage');
    expect(service.uploads).toHaveLength(1);
    expect(cells(recordsIn(service.uploads[0]))).toHaveLength(2);
  });

  it('books an escalated second attempt of the job apart, linked to the first, and nothing twice', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const first = await job.action(TESTING);
    job.claude('json');
    const record = { command: 'record', agent: 'TESTING', phase: 'EXEC', outcome: 'fail' };
    expect((await job.action(record, service.env())).status).toBe(0);
    const again = { ...TESTING, 'escalate-from': 'sonnet', reason: 'The tests fail.', trigger: 'npm test' };
    const second = await job.action(again);
    expect(second.outputs.tier).toBe('opus');
    job.claude('sub');
    // The runner ends a job's steps in reverse.
    await job.post(again, second.state, service.env());
    await job.post(TESTING, first.state, service.env());
    const records = service.uploads.flatMap(recordsIn);
    const sessions = new Set(records.map(({ session }) => session));
    expect(sessions.size).toBe(2);
    const main = records.filter(({ agent }) => agent === 'TESTING');
    expect(main).toMatchObject([
      { attempt: 1, outcome: 'fail', escalated_from_model: null },
      {
        attempt: 2,
        escalated_from_model: 'claude-sonnet-5-5',
        tier_assigned: 'sonnet',
        escalation_reason: 'The tests fail.',
        escalation_trigger: 'npm test',
      },
    ]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  it('gives the legs of a matrix artifacts of their own', async () => {
    using one = new JobScene();
    using two = new JobScene();
    await using service = await ArtifactService.start();
    for (const job of [one, two]) {
      const { state } = await job.action(TESTING);
      job.claude('json');
      expect((await job.post(TESTING, state, service.env())).status).toBe(0);
    }
    expect(service.uploads).toHaveLength(2);
  });

  it('keeps the records in the log when the artifact service refuses, and the job stays green', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start('refuse');
    const { state } = await job.action(TESTING);
    job.claude('json');
    const post = await job.post(TESTING, state, service.env());
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/^::warning title=Usage not passed on::/m);
    const line = post.stdout.split('\n').find((each) => each.startsWith('{"agent"')) ?? '';
    expect(checkRecord(JSON.parse(line)).ok).toBe(true);
    expect(post.summary).toContain('TESTING/EXEC');
  });

  it('says what to do where there is no artifact service', async () => {
    using job = new JobScene();
    const { state } = await job.action(TESTING);
    job.claude('json');
    const post = await job.post(TESTING, state);
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/::warning.*record: push/);
  });

  it('says what to do on GitHub Enterprise Server, and asks nothing there', async () => {
    using job = new JobScene({ env: { GITHUB_SERVER_URL: 'https://github.example.com' } });
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    job.claude('json');
    const post = await job.post(TESTING, state, service.env());
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/::warning.*Enterprise Server.*record: push/);
    expect(service.uploads).toEqual([]);
  });

  it('writes to the ledger directly with record: push', async () => {
    using job = new JobScene();
    const ledger = join(job.folder, 'ledger.git');
    job.git('init', '--quiet', '--bare', ledger);
    const { state } = await job.action(TESTING);
    job.claude('sub');
    const post = await job.post({ ...TESTING, record: 'push', ledger }, state);
    expect(post.status).toBe(0);
    expect(post.stdout).not.toContain('::warning title=Usage not');
    expect(job.git('-C', ledger, 'ls-tree', '-r', '--name-only', 'haiku-first-ledger')).toMatch(/123-2-/);
  });

  it('does nothing with record: off, after a deferral without usage, and after other commands', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const { state } = await job.action(TESTING);
    const off = await job.post({ ...TESTING, record: 'off' }, state, service.env());
    const phase = await job.action({ command: 'resolve', phase: 'EXEC' });
    expect(phase.state).toEqual({});
    const after = await job.post({ command: 'check' }, {}, service.env());
    const deferred = JSON.stringify({ ...JSON.parse(state.job ?? ''), decision: 'defer' });
    const waiting = await job.post(TESTING, { job: deferred }, service.env());
    expect([off.status, after.status, waiting.status]).toEqual([0, 0, 0]);
    expect([off.stdout, after.stdout]).toEqual(['', '']);
    expect(waiting.stdout).not.toContain('::warning');
    expect(service.uploads).toEqual([]);
  });

  it('shows no secret, in no record, log, summary or state', async () => {
    using job = new JobScene();
    await using service = await ArtifactService.start();
    const secret = 'sk-ant-a-secret-of-this-test';
    const env = { ...service.env(), ANTHROPIC_API_KEY: secret };
    const inputs = {
      ...TESTING,
      tier: 'opus',
      reason: `because ${secret}`,
      'github-token': 'ghs_token_of_this_test',
    };
    const { state } = await job.action(inputs, { ...env, GITHUB_ACTOR: 'octocat' });
    job.claude('sub');
    const post = await job.post(inputs, state, env);
    expect(service.uploads).toHaveLength(1);
    const shown = [JSON.stringify(state), service.uploads[0]?.text, post.summary, post.stderr].join('\n');
    expect(shown).toContain('because ***');
    // The toolkit masks the address of the upload before it speaks of it.
    expect(post.stdout).toContain('::add-mask::signature-of-the-blob');
    const log = post.stdout.replace(/^::add-mask::.*$/gm, '');
    for (const text of [secret, 'ghs_token_of_this_test', env.ACTIONS_RUNTIME_TOKEN])
      for (const place of [shown, log]) expect(place).not.toContain(text);
  });

  it('stays green when what it was given is broken', async () => {
    using job = new JobScene();
    const post = await job.post(TESTING, { job: '{"version":1,' });
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/^::warning title=Usage not recorded::/m);
    writeFileSync(join(job.home, '.claude'), 'a file where a folder should be');
    const { state } = await job.action(TESTING);
    expect((await job.post(TESTING, state)).status).toBe(0);
  });
});
