import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetState } from '../../../src/policy/budget/budget.ts';
import { allowancesOfWeek } from '../../../src/report/allowances.ts';
import { deferralId } from '../../../src/usage/records/deferral.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ALLOCATION, output, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
const ON = (tier: string): Partial<UsageRecord> => ({
  model_used: `claude-${tier}-5-5`,
  model_requested: `claude-${tier}-5-5`,
  tier_used: tier,
  tier_assigned: tier,
  agent: 'TESTING',
  phase: 'PLAN',
});

/** So many runs on each tier, of so many tokens each. */
const week = (given: Readonly<Record<string, readonly [runs: number, tokens: number]>>) =>
  Object.entries(given).flatMap(([tier, [runs, tokens]]) =>
    Array.from({ length: runs }, (_, index) =>
      run(`${tier}${index}`, { ...ON(tier), tokens: output(tokens), work_item: `pr-${index}` }),
    ),
  );

async function told(place: JobScene) {
  const { stdout, exitCode } = await place.cli(['report', '--json']);
  expect(exitCode).toBe(0);
  const report = JSON.parse(stdout);
  const target = (id: string) => report.targets.find((each: { id: string }) => each.id === id);
  return { report, target, text: (await place.cli(['report'])).stdout };
}

describe('use of a model that nobody knows', () => {
  it.each([
    ['an unknown one', { model_used: 'mystery-1' }],
    ['none', { model_used: null, measured: 'none' }],
  ] as const)('is never shown as free, whatever the ledger says of it: %s', async (_, of) => {
    using place = JobScene.atDesk({ allocation: OWN });
    const free = {
      cost_microusd: 0,
      cost_basis: 'reported',
      tier_used: 'haiku',
      work_item: 'pr-12',
    } as const;
    await place.record([run('1', { tokens: output(1000), ...of, ...free })]);
    for (const args of [[], ['--work-item', 'pr-12']]) {
      const { stdout } = await place.cli(['report', ...args]);
      expect(stdout).toMatch(/GITHUB\/EXEC .* unpriced/);
      expect(stdout.match(/^.*(?:\/EXEC|list price|haiku ).*\$0\b.*$/m)?.[0]).toBeUndefined();
      const report = JSON.parse((await place.cli(['report', ...args, '--json'])).stdout);
      expect(report.alerts).toContainEqual(expect.objectContaining({ kind: 'unpriced' }));
    }
  });
});

describe('the shares of the tiers', () => {
  it('have their targets, by runs and by what they use of the budget', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record(week({ haiku: [65, 1000], sonnet: [27, 4000], opus: [8, 5000] }));
    const { target, text } = await told(place);
    expect(target('haiku_runs')).toMatchObject({
      actual: 0.65,
      status: 'met',
      n: 100,
      target: 'between 60% and 70%',
    });
    expect(target('sonnet_runs')).toMatchObject({ actual: 0.27, status: 'met' });
    expect(target('opus_runs')).toMatchObject({ actual: 0.08, status: 'met' });
    // 65, 108 and 40 of 213 thousand tokens.
    expect(target('haiku_budget')).toMatchObject({ status: 'met', n: 100 });
    expect(target('haiku_budget').actual).toBeCloseTo(65 / 213);
    expect(target('sonnet_budget')).toMatchObject({ status: 'met' });
    expect(target('opus_budget')).toMatchObject({ status: 'met' });
    expect(text).toMatch(/✓ Share of runs on sonnet +27% +25–30% +n = 100/);
  });

  it('are not known in a budget of which a part is not measured', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    const unmeasured = {
      tokens: null,
      model_used: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      measured: 'none',
    } as const;
    await place.record([...week({ haiku: [40, 1000] }), run('x', { tier_used: null, ...unmeasured })]);
    const { target } = await told(place);
    expect(target('haiku_budget')).toMatchObject({
      status: 'not-measured',
      because: '1 record has no figure',
    });
  });
});

describe('the allowances of the tiers', () => {
  it('say what is used and left, what waits, and when one closes', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record(week({ sonnet: [10, 20_500], haiku: [5, 1000] }));
    const key = {
      repository: 'octo/demo',
      run: { id: '9', attempt: 1, job: 'design' },
      agent: 'DESIGN',
      phase: 'PLAN',
      work_item: 'pr-12',
      head: null,
    };
    const deferral = {
      schema: 'haiku-first/deferral@1',
      id: deferralId(key),
      at: '2026-11-24T12:00:00Z',
      ...key,
      tier: 'sonnet',
      priority: 50,
      critical: false,
      reason: 'sonnet has used its share',
      not_before: '2026-11-30T00:00:00Z',
      task: {},
    } as const;
    await place.record([], [], [deferral]);
    const { report, text } = await told(place);
    expect(report.allowances).toMatchObject([
      { tier: 'haiku', share: 1, used: 5000, allowed: 500_000, left: 495_000, state: 'open', waiting: 0 },
      {
        tier: 'sonnet',
        share: 0.5,
        reserve: 0.2,
        measure: 'tokens',
        used: 205_000,
        allowed: 250_000,
        left: 45_000,
        fraction: 0.41,
        state: 'critical-only',
        waiting: 1,
      },
      { tier: 'opus', used: 0, allowed: 100_000, left: 100_000, state: 'open' },
    ]);
    expect(report.deferred).toMatchObject([
      { agent: 'DESIGN', phase: 'PLAN', work_item: 'pr-12', tier: 'sonnet', state: 'waiting' },
    ]);
    const message =
      "sonnet has used 41% of the week's budget, from 40% to 50% only critical work starts on it; 1 run waits";
    expect(report.alerts[0]).toMatchObject({ kind: 'allowance-closed', message });
    const said = text.replaceAll(/\n */g, ' ');
    expect(said).toContain(
      'sonnet: 205,000 tokens of 250,000 tokens (50%), 45,000 tokens left: critical work only, 1 run waits',
    );
    expect(said).toContain('DESIGN/PLAN of pr-12 waits for sonnet: sonnet has used its share');
    // It has run since, by whoever's start.
    await place.record([
      run('20', { ...ON('sonnet'), agent: 'DESIGN', at: '2026-11-25T10:00:00Z', tokens: output(1) }),
    ]);
    expect((await told(place)).report.deferred).toMatchObject([
      { state: 'ran', since: '2026-11-25T10:00:00Z' },
    ]);
  });

  it('add up to no more than they may, and agree with what resolve goes by', () => {
    const budget = ALLOCATION.budget;
    if (budget === null) throw new Error('no budget');
    const amounts = fc.array(
      fc.tuple(fc.constantFrom('haiku', 'sonnet', 'opus'), fc.integer({ min: 0, max: 300_000 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(amounts, (used) => {
        const records = used.map(([tier, tokens], index) =>
          run(`${index}`, { ...ON(tier), tokens: output(tokens) }),
        );
        const state = budgetState(ALLOCATION, budget, records);
        for (const each of allowancesOfWeek(ALLOCATION, budget, state, records, [])) {
          expect(each.used + each.left >= each.allowed).toBe(true);
          expect(each.state === 'closed').toBe(each.fraction >= each.share);
          expect(each.left === 0).toBe(each.used >= each.allowed);
        }
      }),
    );
  });
});
