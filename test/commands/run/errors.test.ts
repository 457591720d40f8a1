import { describe, expect, it } from 'vitest';
import { type Behaviour, startAnthropic } from '../../support/anthropic/index.ts';
import { RunShop } from './job.ts';

const TESTING = ['--agent', 'TESTING'];
const DONE: Behaviour = { answer: 'Done.' };
const overloaded: Behaviour = { status: 529, type: 'overloaded_error' };

/** What happens first, then all goes well. */
function once(behaviour: Behaviour): ({ nth }: { nth: number }) => Behaviour {
  return ({ nth }) => (nth === 1 ? behaviour : DONE);
}

describe('trouble that passes', () => {
  it('waits as long as the server asks', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const code = 'ramp_limit_exceeded';
    api.script = once({ status: 429, type: 'rate_limit_error', code, headers: { 'retry-after': '7' } });
    const { exitCode, waits, json, stderr } = await shop.job(TESTING);
    expect([exitCode, waits, json.answer]).toEqual([0, [7000], 'Done.']);
    expect(stderr.join('\n')).toContain('usage is growing faster than allowed (429); trying again in 7.0 s');
    // The API did no work for the first try.
    expect(json.records).toMatchObject([{ turns: 1, measured: 'full' }]);
  });

  it('prefers the exact delay in milliseconds', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const headers = { 'retry-after': '7', 'retry-after-ms': '250' };
    api.script = once({ status: 429, type: 'rate_limit_error', headers });
    expect((await shop.job(TESTING)).waits).toEqual([250]);
  });

  it.each([
    { status: 500, type: 'api_error' },
    { status: 502, type: 'api_error' },
    { status: 503, type: 'api_error' },
    { status: 504, type: 'timeout_error' },
    overloaded,
    // A code that nobody knows counts as its bare type.
    { status: 429, type: 'rate_limit_error', code: 'something_new' },
    { hangUp: true },
  ] as const)('tries again after %j, at a time of its own', async (behaviour) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = once(behaviour);
    const { exitCode, waits } = await shop.job(TESTING);
    expect([exitCode, waits]).toEqual([0, [500]]);
  });

  it('counts what an answer used that broke off in the middle', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = once({ cut: 'Half of it' });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.answer]).toEqual([0, 'Done.']);
    expect(json.records).toMatchObject([
      { turns: 2, measured: 'partial', tokens: { input: 2000, output: 51 } },
    ]);
  });

  it('does not try again what broke off once the limit of max-usd is reached', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    shop.testing('on_unavailable: escalate');
    api.script = () => ({ cut: 'Half of it', error: 'overloaded_error' });
    const { exitCode, json } = await shop.job([...TESTING, '--max-usd', '0.001']);
    expect([exitCode, api.asked]).toEqual([2, { 'claude-sonnet-5-5': 1 }]);
    expect(json.reason).toBe(
      'The model could not be asked: the model is overloaded (529), and the limit of max-usd is reached.',
    );
  });

  it('counts what it used, too, when the stream itself says that it is overloaded', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = once({ cut: 'Half of it', error: 'overloaded_error' });
    const { exitCode, waits, json } = await shop.job(TESTING);
    expect([exitCode, waits.length, json.records[0]?.tokens?.input]).toEqual([0, 1, 2000]);
  });

  it('takes a slow first byte for an answer', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ answer: 'At last.', delay: 1500 });
    expect((await shop.job(TESTING)).json.answer).toBe('At last.');
    expect(api.calls).toHaveLength(1);
  });
});

describe('trouble that lasts', () => {
  it('defers the job when the model is overloaded for as long as a job waits', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => overloaded;
    const { exitCode, waits, json } = await shop.job(TESTING);
    expect(exitCode).toBe(3);
    expect(json).toMatchObject({ decision: 'defer', tier: null, outcome: 'unknown', records: [] });
    expect(json.reason).toContain('sonnet is unavailable (the model is overloaded (529)');
    const waited = waits.reduce((sum, wait) => sum + wait, 0);
    expect(waited).toBeLessThanOrEqual(600_000);
    expect(waited).toBeGreaterThan(500_000);
    expect(Object.keys(api.asked)).toEqual(['claude-sonnet-5-5']);
  });

  it('goes up instead where the allocation says so', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    shop.testing('on_unavailable: escalate');
    api.script = ({ model }) => (model.includes('sonnet') ? overloaded : DONE);
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.tier, json.answer]).toEqual([0, 'opus', 'Done.']);
    expect(json.records).toMatchObject([{ model_used: 'claude-opus-5-5', attempt: 1 }]);
  });

  it('never moves SECURITY to another model', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => overloaded;
    const { exitCode } = await shop.job(['--agent', 'SECURITY']);
    expect([exitCode, Object.keys(api.asked)]).toEqual([3, ['claude-opus-5-5']]);
  });

  it('does not wait for a delay that is longer than a job waits', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ status: 429, type: 'rate_limit_error', headers: { 'retry-after': '3600' } });
    const { exitCode, waits } = await shop.job(TESTING);
    expect([exitCode, waits]).toEqual([3, []]);
  });

  it('does not take an address at which nobody answers for a busy model', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ hangUp: true });
    const { exitCode, json } = await shop.job(TESTING);
    expect(exitCode).toBe(2);
    expect(json.reason).toBe('The model could not be asked: the connection to the API was lost.');
    // A connection that was lost may have cost something.
    expect(json.records).toMatchObject([{ measured: 'none', cost_microusd: null }]);
  });
});

describe('trouble that no other try can help', () => {
  it('defers until the month is over when the spend limit is reached', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    shop.testing('on_unavailable: escalate');
    api.script = () => ({ status: 429, type: 'rate_limit_error', code: 'enforced_spend_limit_reached' });
    const { exitCode, json, waits } = await shop.job(TESTING);
    expect([exitCode, json.not_before, waits]).toEqual([3, '2026-12-01T00:00:00.000Z', []]);
    expect(json.reason).toContain('monthly spend limit is reached, until 2026-12-01 00:00 UTC');
    expect(api.calls).toHaveLength(1);
  });

  it.each([
    [{ status: 401, type: 'authentication_error' }, 'does not accept the credentials (401)'],
    [{ status: 402, type: 'billing_error' }, 'asks for payment (402)'],
    [{ status: 403, type: 'permission_error' }, 'denies access (403)'],
    [{ status: 404, type: 'other' }, 'no such address (404). Check ANTHROPIC_BASE_URL.'],
    [
      { status: 400, type: 'invalid_request_error', code: 'claude_code_version_too_old' },
      'refuses the request (400: claude_code_version_too_old)',
    ],
    [
      { status: 429, type: 'rate_limit_error', code: 'contract_spend_limit_reached' },
      'the spend limit of the contract is reached',
    ],
  ])('ends with what to do after %j', async (behaviour, said) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => behaviour;
    const { exitCode, json, waits, stderr, stdout } = await shop.job(TESTING);
    expect([exitCode, waits, api.calls.length]).toEqual([2, [], 1]);
    expect(json.reason).toContain(said);
    expect(json.records).toEqual([]);
    expect(stdout + stderr.join('')).not.toContain('the-words-of-the-server');
  });

  it('takes a model that the call does not know for one that cannot be had', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ status: 404, type: 'not_found_error' });
    const { exitCode, json } = await shop.job(TESTING);
    expect(exitCode).toBe(3);
    expect(json.reason).toContain('sonnet is unavailable (the API does not know the model (404))');
  });
});

describe('answers that are none', () => {
  it('fails with a refusal, and says what it cost', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ answer: '', stopReason: 'refusal' });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome, json.stop_reason]).toEqual([1, 'fail', 'refusal']);
    expect(json.reason).toContain('the model refused to answer');
    expect(json.records).toMatchObject([{ outcome: 'fail', cost_microusd: 2500 }]);
    expect(api.calls).toHaveLength(1);
  });

  it.each(['', ' \n'])('fails with an answer that says nothing: %j', async (answer) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ answer });
    const { exitCode, json } = await shop.job(TESTING);
    expect([exitCode, json.outcome, api.calls.length]).toEqual([1, 'fail', 1]);
    expect(json.reason).toContain('the answer is empty');
  });

  it('fails with an answer that was cut off at its limit', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ answer: 'A beginn', stopReason: 'max_tokens' });
    const { exitCode, json } = await shop.job([...TESTING, '--max-tokens', '10']);
    expect([exitCode, json.outcome, json.answer]).toEqual([1, 'fail', 'A beginn']);
    expect(api.calls[0]?.body.max_tokens).toBe(10);
  });

  it('fails when another model than the one that was asked answers, below the floor', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ answer: 'All is well.', model: 'claude-haiku-5-5' });
    const { exitCode, json } = await shop.job(['--agent', 'SECURITY']);
    expect([exitCode, json.outcome]).toEqual([1, 'fail']);
    expect(json.reason).toBe('SECURITY in EXEC used claude-haiku-5-5 (haiku), below its floor opus.');
    expect(json.records).toMatchObject([
      { model_requested: 'claude-opus-5-5', model_used: 'claude-haiku-5-5', tier_used: 'haiku' },
    ]);
  });
});
