import { describe, expect, it } from 'vitest';
import { efforts, startAnthropic } from '../../support/anthropic/index.ts';
import { ALLOCATION } from '../../support/job-scene.ts';
import { RunShop } from './job.ts';

const SONNET = 'claude-sonnet-5-5';
const TESTING = ['--agent', 'TESTING'];

describe('before the first call', () => {
  it.each([
    [{ lifecycle: 'retired' } as const, 'claude-sonnet-5-5 is retired'],
    [null, 'the API does not know claude-sonnet-5-5'],
    [{ line: 'haiku' } as const, 'the API says that claude-sonnet-5-5 is of the line haiku, not sonnet'],
  ])('defers, and asks no model, when the API says %j of it', async (info, why) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.models.set(SONNET, info);
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.decision, api.calls]).toEqual([3, 'defer', []]);
    expect(json.reason).toContain(
      `sonnet is unavailable (${why}): deferred, rather than run on a lesser model`,
    );
  });

  it('goes up only where the allocation says so, and asks about the next model first', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    shop.testing('on_unavailable: escalate');
    api.models.set(SONNET, { lifecycle: 'retired' });
    const { json } = await shop.job(TESTING);
    expect([json.tier, api.modelQuestions]).toEqual(['opus', [SONNET, 'claude-opus-5-5']]);
    api.models.set('claude-opus-5-5', null);
    using other = new RunShop(api);
    other.testing('on_unavailable: escalate');
    expect((await other.job(TESTING)).exitCode).toBe(3);
  });

  it('says when a model is about to retire, and uses it', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.models.set(SONNET, { lifecycle: 'deprecated', retires_at: '2026-11-30T00:00:00Z' });
    const { exitCode, stderr } = await shop.job(TESTING);
    expect(exitCode).toBe(0);
    expect(stderr.join('\n')).toContain('claude-sonnet-5-5 is deprecated and retires on 2026-11-30');
  });

  it.each([403, 500, 529])('lets the call itself tell when the question fails (%d)', async (status) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.modelsStatus = status;
    const { exitCode, stderr } = await shop.job(TESTING);
    expect(exitCode).toBe(0);
    expect(stderr.join('\n')).toContain('It is not known whether claude-sonnet-5-5 is available');
  });

  it('asks once for all steps of a job, for an hour', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    await shop.job(TESTING);
    await shop.job(TESTING);
    expect(api.modelQuestions).toEqual([SONNET]);
    await shop.job([...TESTING, '--now', '2026-11-23T06:00:00Z']);
    expect(api.calls).toHaveLength(3);
  });
});

describe('the effort', () => {
  const effortOf = (body: unknown): unknown => Reflect.get(Object(body), 'output_config');

  it('is raised by the caller, and never lowered below what the decision says', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    shop.testing('effort: high');
    await shop.job([...TESTING, '--effort', 'low']);
    await shop.job([...TESTING, '--effort', 'max']);
    await shop.job(TESTING);
    expect(api.calls.map(({ body }) => effortOf(body))).toEqual([
      { effort: 'high' },
      { effort: 'max' },
      { effort: 'high' },
    ]);
  });

  it('is the next one up that the model has, and none where it has none', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.models.set(SONNET, efforts('low', 'max'));
    api.models.set('claude-opus-5-5', efforts());
    await shop.job([...TESTING, '--effort', 'medium']);
    const { stderr } = await shop.job(['--agent', 'SECURITY', '--effort', 'medium']);
    expect(api.calls.map(({ body }) => effortOf(body))).toEqual([{ effort: 'max' }, undefined]);
    expect(stderr.join('\n')).toContain('claude-opus-5-5 has no effort medium');
  });

  it.each([
    ['in any case', '', 3],
    ['while its fact is not known', 'if: task.docs, ', 3],
    ['not where its fact is false', 'if: task.docs, ', 0],
  ])('of a floor holds %s, whatever the API says of the model', async (when, condition, code) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const floor = `- { id: f, agents: [TESTING], ${condition}minimum: sonnet, effort: high, exceptions: approved }`;
    shop.write(
      'allocation.yaml',
      `${ALLOCATION.replace('default: sonnet', 'default: sonnet, effort: high')}  ${floor}\n`,
    );
    api.models.set(SONNET, efforts('low', 'medium'));
    const task = when.startsWith('not') ? ['--task', '{"docs": false}'] : [];
    const { exitCode, json } = await shop.job([...TESTING, ...task]);
    expect([exitCode, api.calls.length]).toEqual([code, code === 3 ? 0 : 1]);
    if (code === 3) expect(json.reason).toContain('its model has no effort high, which the floor f asks for');
  });

  it('is left to the model where nobody asks for one', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    await shop.job(TESTING);
    expect(effortOf(api.calls[0]?.body)).toBeUndefined();
  });
});

it('asks for no longer an answer than the model can give', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api);
  api.models.set(SONNET, { max_tokens: 8000 });
  await shop.job(TESTING);
  await shop.job(['--agent', 'SECURITY']);
  expect(api.calls.map(({ body }) => body.max_tokens)).toEqual([8000, 32_000]);
});
