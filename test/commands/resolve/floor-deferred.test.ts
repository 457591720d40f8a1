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

  it('of a whole phase leaves the others their work: matrix, deferrals, and one red job', async () => {
    const retired = REAL.replace(
      /^targets:/m,
      'models:\n  - { id: claude-opus-9, line: opus, lifecycle: retired }\ntargets:',
    ).replace('model: claude-opus-5-5', 'model: claude-opus-9');
    const { job, used } = afterUse(1, 'sonnet', retired);
    using scene = job;
    await used;
    const step = await scene.action({ command: 'resolve', phase: 'PLAN', ledger: '.' });
    expect(step.status).toBe(1);
    expect(step.stdout).toMatch(/::error title=haiku-first::SECURITY in PLAN is deferred/);
    const { include } = JSON.parse(step.outputs.matrix ?? '');
    expect(step.outputs['has-work']).toBe('true');
    expect(include).toHaveLength(13);
    const { cells } = JSON.parse(step.state.deferrals ?? '{}');
    expect(cells).toMatchObject([{ agent: 'SECURITY', priority: 90 }]);
  });

  it('cannot be let through under an absolute floor', () => {
    const file = withLine('security-always-opus', 'on_defer: succeed');
    expect(() => read(file)).toThrow(
      'The floor security-always-opus is absolute: its deferred cells fail their job.',
    );
  });
});
