import { describe, expect, it } from 'vitest';
import { recordEntry } from '../../src/usage/records/ledger-line.ts';
import { recordId, type UsageRecord } from '../../src/usage/records/record.ts';
import { PullRequestScene } from '../commands/collect/pull-request-scene.ts';
import { DrainScene } from '../commands/drain/scene.ts';
import { deferral } from '../deferral/works.ts';
import { record } from '../report/records.ts';
import { text } from '../support/github/json.ts';
import { JobScene } from '../support/job-scene.ts';
import { expectNone, expectNoneSent, PLANTED, SAID, withoutMasks } from './planted.ts';

const [NAME] = Object.values(PLANTED);
const SHORT = SAID.slice(0, 200);

/** A record whose every text holds secrets. */
function telling(change: Partial<UsageRecord>): UsageRecord {
  const whole = {
    ...record({
      agent: NAME ?? '',
      model_requested: NAME ?? '',
      model_used: NAME ?? '',
      tier_used: null,
      cost_microusd: null,
      cost_basis: 'unpriced',
      work_item: SHORT,
      escalated_from_model: NAME ?? '',
      escalation_reason: SAID,
      escalation_trigger: SHORT,
      override: { tier: 'opus', reason: SAID, by: SHORT, where: SHORT },
      exception: {
        floor: SHORT,
        tier: 'opus',
        reason: SAID,
        approved_by: SHORT,
        tracking: SHORT,
        expires: '2026-12-01',
      },
      task: { component: SAID, labels: [SAID] },
      session: SAID.slice(0, 128),
    }),
    ...change,
  };
  return { ...whole, id: recordId(whole) };
}

/** The records in a job's file, as lines. */
const recordLines = (file = ''): readonly string[] =>
  file.split('\n').filter((line) => line.includes('/usage@'));

describe('a planted secret in what a job tells', () => {
  it('is in nothing that the collector shows: log, outputs, summary, comment, issues', async () => {
    await using scene = await PullRequestScene.open();
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const item = `pr-${scene.pull.number}`;
    const run = { id: '123', attempt: 2, job: 'review' };
    const low = {
      agent: 'SECURITY',
      phase: 'EXEC',
      model_used: 'claude-haiku-5-5',
      cost_microusd: 1,
      cost_basis: 'reported',
    } as const;
    scene.uploadLines([
      telling({ at, run, work_item: item }),
      telling({ at, run, work_item: item, ...low }),
      // Refused, which is told with its words: of another job, of another thing, of no form.
      telling({ at, run: { ...run, job: SAID }, work_item: item }),
      telling({ at, run, work_item: SHORT }),
      { schema: SAID, [SAID]: SAID },
      {
        schema: 'haiku-first/refusal@1',
        at,
        repository: 'octo/demo',
        run,
        agent: 'TESTING',
        phase: 'EXEC',
        tier: 'haiku',
        floor: null,
        by: SAID,
        reason: SAID,
      },
      { ...deferral(1), at, run, work_item: SHORT, reason: SAID, task: { component: SAID } },
    ]);
    Object.assign(scene.job.env, PLANTED);
    const step = await scene.collectStep();
    expect(step.status, step.stdout).toBe(0);
    const [comments, alerts] = [await scene.comments(), await scene.alerts()];
    expect([comments.length, alerts.length]).toEqual([1, 2]);
    expect(comments[0]).toContain('overridden by it says ***');
    expect(alerts.join()).toContain('it says ***');
    expect(step.stdout).toContain('***');
    for (const left of [
      withoutMasks(step.stdout),
      step.stderr,
      step.summary,
      JSON.stringify(step.outputs),
      ...comments,
      ...alerts,
    ])
      expectNone(left);
    expectNoneSent(scene.github);
  });

  it.each(['artifact', 'push'] as const)('is in no record that a job passes on: %s', async (way) => {
    await using scene = await PullRequestScene.open();
    const { job } = scene;
    Object.assign(job.env, PLANTED);
    const usage = { input_tokens: 5, output_tokens: 5 };
    job.write(
      'used.json',
      JSON.stringify([
        { model: NAME, session: NAME, usage },
        { model: 'claude-sonnet-5-5', agent: SAID.slice(0, 190), session: NAME, usage },
      ]),
    );
    const inputs = {
      command: 'record',
      agent: 'TESTING',
      phase: 'EXEC',
      from: 'used.json',
      record: way,
      'work-item': `ticket-${NAME}`,
      ledger: scene.ledger,
    };
    const step = await job.action(inputs, scene.service.env());
    expect(step.status, step.stdout).toBe(0);
    const told = way === 'push' ? scene.lines() : recordLines(scene.service.uploads.at(-1)?.text);
    const records = told.map((line): UsageRecord => JSON.parse(line));
    expect(records.map(({ model_used }) => model_used).sort()).toEqual(['claude-sonnet-5-5', 'masked']);
    for (const each of records) expect(each).toMatchObject({ id: recordId(each), session: '***' });
    const [main, sub] = ['TESTING', 'unattributed'].map((name) =>
      records.find(({ agent }) => agent === name),
    );
    expect(sub?.parent).toBe(main?.id);
    for (const left of [withoutMasks(step.stdout), step.stderr, step.summary, ...told]) expectNone(left);
  });

  it('is in nothing that a report says: text, JSON, summary, log', async () => {
    using job = new JobScene({ env: PLANTED });
    const at = '2026-11-25T10:00:00Z';
    await job.record([telling({ at }), telling({ at, agent: 'TESTING', work_item: 'pr-12' })]);
    for (const args of [[], ['--json'], ['--work-item', 'pr-12'], ['--work-item', 'pr-12', '--json']]) {
      const { exitCode, stdout, stderr } = await job.cli(['report', ...args, '--ledger', job.checkout]);
      expect(exitCode, stderr.join('\n')).toBe(0);
      expectNone(stdout);
      expectNone(stderr.join('\n'));
    }
    const inputs = { command: 'report', 'work-item': 'pr-12', week: '2026-W48', ledger: job.checkout };
    const step = await job.action(inputs);
    expect(step.status, step.stdout).toBe(0);
    expect(step.summary).toContain('overridden by it says ***');
    for (const left of [withoutMasks(step.stdout), step.stderr, step.summary, JSON.stringify(step.outputs)])
      expectNone(left);
  });

  it('is in nothing that a drain says or sends: text, JSON, issue, inputs of the runs that it starts, ledger', async () => {
    await using scene = await DrainScene.open();
    const old = { at: '2026-11-10T10:00:00Z', not_before: '2026-11-10T10:00:00Z', reason: SAID };
    await scene.put([
      deferral(1, { ...old, work_item: SHORT, task: { security_critical: true, component: SAID } }),
      deferral(2, { ...old, work_item: 'ticket-2', agent: NAME ?? '' }),
      deferral(3, { reason: SAID, work_item: `ticket-${NAME}`, run: { id: '7', attempt: 1, job: SAID } }),
      deferral(4, { work_item: 'ticket-4' }),
      recordEntry(telling({ at: '2026-11-25T10:00:00Z' })),
    ]);
    for (const args of [['--dry-run'], []]) {
      const { stdout, stderr } = await scene.run(args, { ...PLANTED, GITHUB_ACTIONS: '' });
      expect(stdout).toContain('drain-report@1');
      expect(stdout).toContain('***');
      expectNone(stdout);
      expectNone(stderr.join('\n'));
    }
    const found = await scene.github.ask('GET', '/repos/octo/demo/issues?state=all');
    const issues = Array.isArray(found) ? found.map((each) => text(each, 'body')) : [];
    expect(issues).toHaveLength(1);
    for (const issue of issues) expectNone(issue);
    expect(issues[0]).toContain('***');
    // What must not be told to a run is not started without it: a person sees which work waits, and why.
    expect(scene.dispatched.runs.map(({ inputs }) => inputs.work)).toEqual(['ticket-4']);
    const report = JSON.parse((await scene.run([], { ...PLANTED, GITHUB_ACTIONS: '' })).stdout);
    expect(JSON.stringify(report.waiting)).toContain('its input work would hold a secret');
    expectNone(JSON.stringify(await scene.steps()));
    expectNoneSent(scene.github);
  });
});
