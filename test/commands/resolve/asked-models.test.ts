import { describe, expect, it } from 'vitest';
import { startAnthropic } from '../../support/anthropic/index.ts';
import { JobScene } from '../../support/job-scene.ts';

const SONNET = 'claude-sonnet-5-5';
const TESTING = { command: 'resolve', agent: 'TESTING', phase: 'EXEC' };

describe('resolve with a key at hand', () => {
  it.each([
    [{ lifecycle: 'retired' } as const, 'claude-sonnet-5-5 is retired'],
    [null, 'the API does not know claude-sonnet-5-5'],
  ])('defers where the API says %j of the model', async (info, why) => {
    await using api = await startAnthropic();
    const { ANTHROPIC_BASE_URL, ANTHROPIC_API_KEY } = api.env();
    using job = new JobScene({ env: { ANTHROPIC_BASE_URL } });
    api.models.set(SONNET, info);
    const step = await job.action({ ...TESTING, 'anthropic-api-key': ANTHROPIC_API_KEY });
    expect(step.outputs).toMatchObject({ decision: 'defer', model: '', 'claude-args': '' });
    expect(step.outputs.reason).toContain(`sonnet is unavailable (${why})`);
    expect(api.calls).toEqual([]);
    // Asked for its environment alone, too.
    const other = await job.action(TESTING, { ANTHROPIC_API_KEY });
    expect(other.outputs.decision).toBe('defer');
  });

  it('asks once about each model that would run, and not at all without a key', async () => {
    await using api = await startAnthropic();
    using job = new JobScene({ env: api.env() });
    const step = await job.action({ command: 'resolve', phase: 'EXEC' });
    expect(JSON.parse(step.outputs.matrix ?? '').include).toHaveLength(2);
    expect([...api.modelQuestions].sort()).toEqual(['claude-opus-5-5', SONNET]);
    await job.action(TESTING);
    await job.action(TESTING, { ANTHROPIC_API_KEY: '' });
    expect(api.modelQuestions).toHaveLength(2);
  });

  it('goes on where the API has no answer', async () => {
    await using api = await startAnthropic();
    using job = new JobScene({ env: api.env() });
    api.modelsStatus = 500;
    const step = await job.action(TESTING);
    expect(step.outputs).toMatchObject({ decision: 'run', model: SONNET });
    expect(step.stdout).toContain(`It is not known whether ${SONNET} is available`);
    const astray = await job.action(TESTING, { ANTHROPIC_BASE_URL: 'http://gateway.example' });
    expect(astray.outputs.decision).toBe('run');
    expect(astray.stdout).toContain('The Models API could not be asked');
  });
});
