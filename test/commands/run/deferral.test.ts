import { describe, expect, it } from 'vitest';
import { ArtifactService } from '../../job/artifact-service.ts';
import { KEY, startAnthropic } from '../../support/anthropic/index.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';
import { RUN_NOW, RunShop } from './job.ts';

const STEP = { command: 'run', agent: 'TESTING', phase: 'EXEC', prompt: 'Do it.', 'anthropic-api-key': KEY };
const TESTING = ['run', '--agent', 'TESTING', '--phase', 'EXEC', '--prompt', 'Do it.', '--json'];

/** The lines that `ledger export` prints. */
async function exported(shop: RunShop): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { stdout } = await shop.raw(['ledger', 'export']);
  return stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('a run that cannot be had now', () => {
  it('hands its deferral on at the end of the job, for the collector', async () => {
    await using api = await startAnthropic();
    await using service = await ArtifactService.start();
    using job = new JobScene();
    api.models.set('claude-sonnet-5-5', { lifecycle: 'retired' });
    const env = { ...service.env(), ANTHROPIC_BASE_URL: api.url };
    const step = await job.action(STEP, env);
    expect([step.status, step.outputs.decision, api.calls]).toEqual([0, 'defer', []]);
    const post = await job.post(STEP, step.state, env);
    expect([post.status, service.uploads.length]).toEqual([0, 1]);
    const [, line = ''] = (service.uploads[0]?.text ?? '').split('\n');
    const deferral = JSON.parse(line);
    expect(deferral).toMatchObject({
      schema: 'haiku-first/deferral@1',
      agent: 'TESTING',
      phase: 'EXEC',
      tier: 'sonnet',
      priority: 50,
      work_item: 'issue-7',
      run: { id: '123', attempt: 2 },
    });
    expect(Date.parse(deferral.not_before) - Date.parse(deferral.at)).toBe(15 * 60_000);
    expect(deferral.reason).toContain('retired');
  });

  it('puts it into the ledger, not before the month is over, where the spend limit is reached', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ status: 429, type: 'rate_limit_error', code: 'enforced_spend_limit_reached' });
    const done = await shop.raw(TESTING, { GITHUB_REPOSITORY: 'octo/demo' });
    expect(done.exitCode).toBe(3);
    expect(await exported(shop)).toMatchObject([
      {
        schema: 'haiku-first/deferral@1',
        repository: 'octo/demo',
        at: RUN_NOW,
        not_before: '2026-12-01T00:00:00Z',
      },
    ]);
  });

  it('keeps an escalation with what was wrong, and it stands in the report until it runs', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.models.set('claude-opus-5-5', { lifecycle: 'retired' });
    const up = ['--escalate-from', 'sonnet', '--reason', 'three tests failed', '--trigger', 'tests'];
    const done = await shop.raw([...TESTING, ...up, '--work-item', 'pr-3'], {
      GITHUB_REPOSITORY: 'octo/demo',
    });
    expect(done.exitCode).toBe(3);
    const escalation = { from: 'sonnet', reason: 'three tests failed', trigger: 'tests' };
    expect(await exported(shop)).toMatchObject([
      { schema: 'haiku-first/deferral@1', tier: 'opus', escalation },
    ]);
    const report = JSON.parse((await shop.raw(['report', '--json'])).stdout);
    expect(report).toMatchObject({
      deferred: [{ agent: 'TESTING', work_item: 'pr-3', state: 'waiting', escalation }],
      escalation: { waiting: 1 },
    });
  });

  it('keeps every fact that the allocation may declare', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const facts = '{ has-tests: { type: boolean }, _draft: { type: boolean } }';
    shop.write('allocation.yaml', ALLOCATION.replace('{ docs: { type: boolean } }', facts));
    api.models.set('claude-sonnet-5-5', { lifecycle: 'retired' });
    const task = { _draft: false, 'has-tests': true };
    const given = ['--task', JSON.stringify(task)];
    const done = await shop.raw([...TESTING, ...given], { GITHUB_REPOSITORY: 'octo/demo' });
    expect(done.exitCode).toBe(3);
    expect(await exported(shop)).toMatchObject([{ schema: 'haiku-first/deferral@1', task }]);
  });

  it('keeps none where nobody could start it: on a laptop, and for an override', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.models.set('claude-sonnet-5-5', { lifecycle: 'retired' });
    expect((await shop.raw(TESTING)).exitCode).toBe(3);
    const override = ['--tier', 'sonnet', '--reason', 'as before'];
    const done = await shop.raw([...TESTING, ...override], { GITHUB_REPOSITORY: 'octo/demo' });
    expect(done.exitCode).toBe(3);
    expect(done.stderr.join('\n')).toContain('is not started again');
    expect(await exported(shop)).toEqual([]);
  });
});
