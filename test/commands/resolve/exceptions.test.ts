import { describe, expect, it } from 'vitest';
import { run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ALLOCATION, edit } from '../check/step.ts';

/** TESTING is on haiku in EXEC, below a floor that takes exceptions. */
const EXCEPTED = `${edit(ALLOCATION, 'floors:', 'matrix: { EXEC: { TESTING: haiku } }\nfloors:')}  - id: testing-sonnet
    agents: [TESTING]
    minimum: sonnet
    exceptions: approved
`;

/** A desk with both files, whose only exception ends on a day. The clock stands at 2026-11-23. */
function desk(expires: string, allocation = EXCEPTED): JobScene {
  const job = JobScene.atDesk();
  job.write('allocation.yaml', allocation);
  job.write(
    'allocation.exceptions.yaml',
    `- { floor: testing-sonnet, agent: TESTING, phase: EXEC, tier: haiku, reason: r, approved_by: lead, tracking: '#1', expires: ${expires} }\n`,
  );
  return job;
}

const NOW = ['--ledger', 'none', '--now', '2026-11-23T03:00:00Z'];
const asked = (agent: string) => ['resolve', '--agent', agent, '--phase', 'EXEC', ...NOW];

describe('an exception that has expired', () => {
  it('refuses its own cell, and says what to do', async () => {
    using job = desk('2026-11-22');
    const { exitCode, stdout } = await job.cli(asked('TESTING'));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('exceptions[0] expired on 2026-11-22');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'raise the cell to its floor, or have the exception renewed',
    );
    expect(stdout).not.toContain('claude-haiku');
  });

  it.each(['SECURITY', 'STORIES'])('leaves %s alone', async (agent) => {
    using job = desk('2026-11-22');
    expect((await job.cli(asked(agent))).exitCode).toBe(0);
  });

  it('leaves the other cells of its phase, and its agent in other phases', async () => {
    using job = desk('2026-11-22');
    const { cells } = await job.json(['resolve', '--phase', 'EXEC', ...NOW]);
    const decisions = cells.map(({ agent, decision }: Record<string, unknown>) => `${agent} ${decision}`);
    expect(decisions).toEqual(['SECURITY run', 'STORIES run', 'TESTING refuse']);
    expect(await job.json(['resolve', '--agent', 'TESTING', '--phase', 'PLAN', ...NOW])).toMatchObject({
      decision: 'run',
      tier: 'sonnet',
    });
  });

  it('lets a person run the cell at its floor', async () => {
    using job = desk('2026-11-22');
    const override = ['--tier', 'sonnet', '--reason', 'the exception is over', '--by', 'lead'];
    expect(await job.json([...asked('TESTING'), ...override])).toMatchObject({
      decision: 'run',
      tier: 'sonnet',
    });
  });

  it('never made an absolute floor give way', async () => {
    using job = desk('2026-11-22', edit(EXCEPTED, 'exceptions: approved', 'exceptions: never'));
    expect((await job.cli(asked('STORIES'))).exitCode).toBe(2);
  });
});

describe('an exception that ends within 14 days', () => {
  it('is told of where a run makes use of it', async () => {
    using job = desk('2026-12-07');
    const { exitCode, stderr } = await job.cli(asked('TESTING'));
    expect(exitCode).toBe(0);
    expect(stderr.join('\n')).toContain(
      'The exception testing-sonnet TESTING/EXEC ends in 14 days, on 2026-12-07.',
    );
  });

  it.each([
    ['of a run that needs none', 'SECURITY', '2026-12-07'],
    ['a day before that', 'TESTING', '2026-12-08'],
  ])('is no matter %s', async (_, agent, expires) => {
    using job = desk(expires);
    expect((await job.cli(asked(agent))).stderr.join('\n')).not.toContain('ends in');
  });
});

describe('report', () => {
  it('tells of an exception that ends within 14 days, in every form', async () => {
    using job = desk('2026-12-07');
    const told = 'The exception testing-sonnet TESTING/EXEC ends in 14 days, on 2026-12-07';
    expect((await job.json(['report', ...NOW])).alerts).toEqual([
      { kind: 'exception-ends-soon', agent: 'TESTING', phase: 'EXEC', message: told },
    ]);
    expect((await job.cli(['report', ...NOW])).stdout).toContain(`Alerts:\n  ! ${told}\n`);
    // Two days later.
    const { summary, annotations } = await job.outcome({ command: 'report', ledger: 'none' });
    const later = told.replace('14', '12');
    expect(summary).toContain(`#### Alerts\n\n- ${later}\n`);
    expect(annotations).toMatchObject([{ title: 'haiku-first: exception-ends-soon', message: later }]);
  });

  it.each([
    ['that ends later', '2026-12-08', EXCEPTED],
    ['that is over', '2026-11-22', EXCEPTED],
    ['that does not count', '2026-12-07', edit(EXCEPTED, 'exceptions: approved', 'exceptions: never')],
  ])('says nothing of one %s', async (_, expires, allocation) => {
    using job = desk(expires, allocation);
    const { stdout } = await job.cli(['report', ...NOW]);
    expect(stdout).toMatch(/^week 2026-W48/);
    expect(stdout).not.toContain('The exception');
  });

  it('of a piece of work tells of the cells that it used', async () => {
    using job = desk('2026-12-07');
    await job.record([
      run('1', { agent: 'STORIES', work_item: 'pr-3' }),
      run('2', { agent: 'TESTING', work_item: 'pr-4' }),
    ]);
    const report = async (item: string) =>
      (await job.cli(['report', '--work-item', item, '--now', NOW.at(-1) ?? ''])).stdout;
    expect(await report('pr-3')).not.toContain('The exception');
    expect(await report('pr-4')).toContain('ends in 14 days');
  });
});
