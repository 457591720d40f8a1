import { describe, expect, it } from 'vitest';
import { REAL, read } from '../../allocation/reading.ts';
import { output, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';

/** The strategy's quality gate, as a job of a pull request asks for it. */
const FINAL = { agent: 'VALIDATION', phase: 'EXEC', task: '{"final_verification": true}', ledger: '.' };

function afterUse(
  tokens: number,
  tier: 'opus' | 'sonnet',
  file = REAL,
): { job: JobScene; used: Promise<void> } {
  const job = new JobScene({ event: ofRepository('workflow_dispatch') });
  job.commit({ 'allocation.yaml': file });
  return { job, used: job.record([run('1', { tokens: output(tokens), tier_used: tier })]) };
}

/** The floor with this id, and a line more. */
const withLine = (id: string, line: string): string =>
  REAL.replace(new RegExp(`(  - id: ${id}\\n)`), `$1    ${line}\n`);

describe('a deferred cell under a floor that holds', () => {
  it.each([
    ['the week at 430,000 of 500,000', 430_000, 'sonnet', {}],
    ['in GREEN, once the share of Opus is used', 100_000, 'opus', {}],
    ['that is flagged as critical, once the share of Opus is used', 100_000, 'opus', { critical: 'true' }],
  ] as const)('fails its job: %s', async (_what, tokens, tier, more) => {
    const { job, used } = afterUse(tokens, tier);
    using scene = job;
    await used;
    const outcome = await scene.outcome({ ...FINAL, ...more });
    expect(outcome.outputs.decision).toBe('defer');
    expect(outcome.failure).toMatch(
      /^VALIDATION in EXEC is deferred, and the floor final-verification-opus holds: /,
    );
    expect(outcome.annotations.map(({ severity }) => severity)).toContain('error');
    const { task: _, ...unsaid } = FINAL;
    expect((await scene.outcome({ ...unsaid, ...more })).failure).toContain('the floor');
  });

  it('ends green where every floor over it says so', async () => {
    const file = withLine('final-verification-opus', 'on_defer: succeed').replace(
      /( {2}- id: validation-in-critical-phases\n)/,
      '$1    on_defer: succeed\n',
    );
    expect(file).not.toBe(REAL);
    const { job, used } = afterUse(430_000, 'sonnet', file);
    using scene = job;
    await used;
    expect(await scene.outcome(FINAL)).toMatchObject({ outputs: { decision: 'defer' }, failure: null });
    expect((await scene.outcome({ ...FINAL, 'on-defer': 'fail' })).failure).toContain('is deferred');
  });

  it('is fine where no floor covers it', async () => {
    const { job, used } = afterUse(430_000, 'sonnet');
    using scene = job;
    await used;
    const inputs = { agent: 'TESTING', phase: 'EXEC', ledger: '.' };
    expect(await scene.outcome(inputs)).toMatchObject({ outputs: { decision: 'defer' }, failure: null });
  });

  it('drains before all that no floor covers', async () => {
    const { job, used } = afterUse(430_000, 'sonnet');
    using scene = job;
    await used;
    const { state } = await scene.outcome({ phase: 'EXEC', critical: 'false', ledger: '.' });
    const { cells } = JSON.parse(state?.deferrals ?? '{}');
    const order = cells.map(
      ({ agent, priority }: { agent: string; priority: number }) => `${agent} ${priority}`,
    );
    expect(order[0]).toBe('VALIDATION 80');
    expect(order.length).toBeGreaterThan(5);
  });

  it('cannot be let through under an absolute floor', () => {
    const file = withLine('security-always-opus', 'on_defer: succeed');
    expect(() => read(file)).toThrow(
      'The floor security-always-opus is absolute: its deferred cells fail their job.',
    );
  });
});
