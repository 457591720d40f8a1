import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../ledger/support.ts';
import { output, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
const observed = OWN.replace('mode: enforce', 'mode: observe');
const unmeasured = (how: string): string => OWN.replace('on_unmeasured: warn', `on_unmeasured: ${how}`);
const CELL = ['resolve', '--agent', 'API', '--phase', 'PLAN'];

describe('resolve with a ledger', () => {
  it('shows the figures that the zone comes from', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { tokens: output(372_000) })]);
    const { stdout, exitCode, stderr } = await place.cli(CELL);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
    expect(stdout).toContain('YELLOW: 372,000 of 500,000 tokens (74%) (budget.weekly)\n');
  });

  it('takes a branch that is not there for an empty ledger', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    expect((await place.cli(CELL)).stdout).toContain('GREEN: 0 of 500,000 tokens (0%)');
  });

  it('defers when the week is used up, and says why last', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { tokens: output(430_000) })]);
    const { stdout, exitCode } = await place.cli([...CELL, '--json']);
    expect(exitCode).toBe(3);
    const { zone, trace } = JSON.parse(stdout);
    expect(zone).toBe('ORANGE');
    expect(trace.map(({ step }: { step: string }) => step).slice(-2)).toEqual(['budget', 'zone']);
  });

  it('defers a tier whose share is used up, and not another', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { tokens: output(210_000), tier_used: 'sonnet' })]);
    expect((await place.cli(CELL)).stdout.replace(/\s+/g, ' ')).toContain(
      'the share of sonnet in the weekly budget is kept for critical work',
    );
    expect((await place.cli([...CELL, '--critical'])).exitCode).toBe(0);
    expect((await place.cli(['resolve', '--agent', 'GITHUB', '--phase', 'PLAN'])).exitCode).toBe(0);
  });

  it('shows the zone and defers nothing while it only observes', async () => {
    using place = JobScene.atDesk({ allocation: observed });
    await place.record([run('1', { tokens: output(600_000) })]);
    const { stdout, exitCode } = await place.cli(CELL);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('EXHAUSTED: 600,000 of 500,000 tokens (120%)');
    expect(stdout).toContain('zone EXHAUSTED is only observed');
  });

  it('counts the week that was asked for, in the time zone of the budget', async () => {
    using place = JobScene.atDesk({ allocation: OWN.replace('timezone: UTC', 'timezone: Pacific/Auckland') });
    // Sunday evening in UTC is Monday in Auckland.
    await place.record([run('1', { at: '2026-11-22T18:00:00Z', tokens: output(430_000) })]);
    expect((await place.cli(CELL)).stdout).toContain('ORANGE: 430,000');
    expect((await place.cli([...CELL, '--week', '2026-W47'])).stdout).toContain('GREEN: 0 of');
  });

  it('counts the first and the last second of the week, and not those beside them', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    const seconds = [
      '2026-11-22T23:59:59Z',
      '2026-11-23T00:00:00Z',
      '2026-11-29T23:59:59Z',
      '2026-11-30T00:00:00Z',
    ];
    await place.record(
      seconds.map((at, index) => run(String(index), { at, tokens: output(1000 * 10 ** index) })),
    );
    expect((await place.cli([...CELL, '--week', '2026-W48'])).stdout).toContain('GREEN: 110,000 of');
  });

  it('reads none with --ledger none, and obeys --zone', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { tokens: output(600_000) })]);
    expect((await place.cli([...CELL, '--ledger', 'none'])).stdout).not.toContain('tokens');
    expect((await place.cli([...CELL, '--zone', 'red'])).stdout).not.toContain('tokens');
    expect((await place.cli([...CELL, '--ledger', place.checkout])).stdout).toContain('EXHAUSTED: 600,000');
  });
});

describe('a ledger that cannot be read', () => {
  const broken = [...CELL, '--ledger', './nowhere'];

  it('is told loudly and the decision made on what is known, where the budget says warn', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    const { exitCode, stderr, stdout } = await place.cli(broken);
    expect(exitCode).toBe(0);
    expect(stderr.join('\n')).toMatch(
      /warning: The usage of week 2026-W48 is not fully known: the ledger cannot be read/,
    );
    expect(stdout).toContain('GREEN: what was spent is not known');
  });

  it('starts nothing, where the budget says defer', async () => {
    using place = JobScene.atDesk({ allocation: unmeasured('defer') });
    const { exitCode, stdout } = await place.cli(broken);
    expect(exitCode).toBe(3);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'the weekly usage is not fully known, budget.on_unmeasured: defer',
    );
  });

  it('starts nothing guarded either, where the budget says defer', async () => {
    using place = JobScene.atDesk({ allocation: unmeasured('defer') });
    const cell = ['--agent', 'SECURITY', '--phase', 'EXEC'];
    const { exitCode } = await place.cli(['resolve', ...cell, '--ledger', './nowhere']);
    expect(exitCode).toBe(3);
  });

  it('ends with 2, where the budget says fail', async () => {
    using place = JobScene.atDesk({ allocation: unmeasured('fail') });
    const { exitCode, stderr, stdout } = await place.cli(broken);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.join('\n')).toMatch(
      /allocation\.yaml:\d+:\d+: The usage of week 2026-W48 is not fully known/,
    );
  });

  it('is no reason to stop while the budget only observes', async () => {
    using place = JobScene.atDesk({
      allocation: unmeasured('fail').replace('mode: enforce', 'mode: observe'),
    });
    expect((await place.cli(broken)).exitCode).toBe(0);
  });
});

describe('a ledger that cannot be read in full', () => {
  it('goes the same way, also when the trouble is use without a measure', async () => {
    using place = JobScene.atDesk({ allocation: unmeasured('defer') });
    await place.record([
      run('1', {
        tokens: null,
        model_used: null,
        cost_microusd: null,
        cost_basis: 'unmeasured',
        measured: 'none',
      }),
    ]);
    const { exitCode, stderr } = await place.cli(CELL);
    expect(exitCode).toBe(3);
    expect(stderr.join('\n')).toContain('1 record of usage that was not measured');
  });

  it('still counts what can be read', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { tokens: output(372_000) })]);
    // A file that the ledger did not write, beside the one that it did.
    git(place.checkout, 'worktree', 'add', '--quiet', 'ledger', 'haiku-first-ledger');
    await writeFile(join(place.checkout, 'ledger/v1/2026/11/24/stray.txt'), 'x\n');
    git(join(place.checkout, 'ledger'), 'add', '.');
    git(join(place.checkout, 'ledger'), 'commit', '--quiet', '-m', 'Stray');
    git(place.checkout, 'worktree', 'remove', 'ledger');
    const { stdout, stderr } = await place.cli(CELL);
    expect(stdout).toContain('YELLOW: 372,000');
    expect(stderr.join('\n')).toContain('part of the ledger cannot be read: v1/2026/11/24/stray.txt');
  });
});
