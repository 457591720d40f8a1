import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../src/allocation/allocation.ts';
import { budgetState, budgetTokens, levelAt } from '../../../src/policy/budget/budget.ts';
import { BudgetMeter } from '../../../src/policy/budget/meter.ts';
import { LEVELS } from '../../../src/policy/decision/decide.ts';
import { figuresText, unknownUse } from '../../../src/render/budget-figures.ts';
import { ALLOCATION, record } from '../../report/records.ts';

function budgetWith(changes: Partial<Budget> = {}): Budget {
  if (ALLOCATION.budget === null) throw new Error('the allocation has a budget');
  return { ...ALLOCATION.budget, ...changes };
}
const BUDGET = budgetWith();

const used = (tokens: number, tier = 'haiku') =>
  record({
    tier_used: tier,
    tokens: { input: tokens, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 },
  });

describe('the zone', () => {
  it.each([
    [0, 'GREEN'],
    [349_999, 'GREEN'],
    [350_000, 'YELLOW'],
    [424_999, 'YELLOW'],
    [425_000, 'ORANGE'],
    [474_999, 'ORANGE'],
    [475_000, 'RED'],
    [499_999, 'RED'],
    [500_000, 'RESERVE'],
    [549_999, 'RESERVE'],
    [550_000, 'EXHAUSTED'],
  ])('after %d of 500,000 tokens is %s', (tokens, level) => {
    expect(budgetState(ALLOCATION, BUDGET, [used(tokens)]).level).toBe(level);
  });

  it('is exhausted at 100 % where nothing is reserved', () => {
    expect(levelAt({ ...BUDGET, criticalReserve: 0 }, 1)).toBe('EXHAUSTED');
  });

  it('comes from the measure that is consumed furthest', () => {
    const both = budgetWith({ usd: 10 });
    const dear = record({ cost_microusd: 9_000_000, cost_basis: 'reported' });
    const state = budgetState(ALLOCATION, both, [dear]);
    expect(state.level).toBe('ORANGE');
    expect(state.measures.map(({ measure, spent }) => [measure, spent])).toEqual([
      ['tokens', 79],
      ['usd', 9_000_000],
    ]);
    expect(figuresText(state)).toBe('$9.00 of $10.00 (90%) and 79 of 500,000 tokens (0%)');
  });

  it('says its figures', () => {
    expect(figuresText(budgetState(ALLOCATION, BUDGET, [used(372_000)]))).toBe(
      '372,000 of 500,000 tokens (74%)',
    );
    expect(figuresText(budgetState(ALLOCATION, BUDGET, [used(499_999)]))).toContain('(99%)');
  });

  it('does not count what forks and Dependabot report', () => {
    const theirs = [{ fork: true }, { dependabot: true }].map((task) => ({ ...used(500_000), task }));
    expect(budgetState(ALLOCATION, BUDGET, theirs)).toMatchObject({ level: 'GREEN', fraction: 0 });
  });
});

describe('tokens', () => {
  it('are input, cache writes and output; a re-read of the cache does not count', () => {
    const tokens = { input: 1, output: 10, cache_read: 100, cache_write_5m: 1000, cache_write_1h: 10_000 };
    expect(budgetTokens(tokens)).toBe(11_011);
  });
});

describe('the allowance of a tier', () => {
  it.each([
    [199_999, 'open'],
    [200_000, 'critical-only'],
    [249_999, 'critical-only'],
    [250_000, 'closed'],
  ])('of sonnet (a half, a fifth of it reserved) after %d tokens is %s', (tokens, allowance) => {
    expect(budgetState(ALLOCATION, BUDGET, [used(tokens, 'sonnet')]).allowances.get(1)).toBe(allowance);
  });

  it('is not touched by another tier', () => {
    expect(budgetState(ALLOCATION, BUDGET, [used(400_000, 'haiku')]).allowances.get(1)).toBe('open');
  });
});

describe('use that nobody knows the size of', () => {
  const unmeasured = record({
    tokens: null,
    cost_microusd: null,
    cost_basis: 'unmeasured',
    measured: 'none',
  });
  const unpriced = record({ cost_microusd: null, cost_basis: 'unpriced' });

  it('is told and never counts as nothing', () => {
    const budget = budgetWith({ usd: 10 });
    const state = budgetState(ALLOCATION, budget, [unmeasured, unpriced, unpriced]);
    expect(state.unknown).toEqual({ unpriced: 2, unmeasured: 1 });
    expect(unknownUse(budget, state)).toBe(
      '1 record of usage that was not measured and 2 records of models without a price',
    );
  });

  it('of a price does not matter to a budget in tokens', () => {
    expect(unknownUse(BUDGET, budgetState(ALLOCATION, BUDGET, [unpriced]))).toBeNull();
    expect(unknownUse(BUDGET, budgetState(ALLOCATION, BUDGET, [unmeasured]))).not.toBeNull();
  });
});

describe('runs in flight', () => {
  const cell = { agent: 'TESTING', phase: 'EXEC', tier: 'sonnet' };
  const past = [1000, 2001].map((tokens, run) => ({
    ...used(tokens, 'sonnet'),
    agent: 'TESTING',
    run: { id: String(run), attempt: 1, job: 'test' },
  }));

  it('count at the mean cost of their cell, rounded up', () => {
    const state = budgetState(ALLOCATION, BUDGET, past, [cell, cell]);
    expect(state.measures).toMatchObject([{ spent: 3001, inFlight: 3002 }]);
    expect(figuresText(state)).toBe('6,003 of 500,000 tokens (1%), with 2 runs in flight at their mean');
  });

  it('count at the mean of their own cell where others are on the tier, and not at what nobody measured', () => {
    const dear = { ...used(9000, 'sonnet'), agent: 'API' };
    const unmeasured = { ...record({ tokens: null, tier_used: 'sonnet' }), agent: 'TESTING' };
    const state = budgetState(ALLOCATION, BUDGET, [...past, dear, unmeasured], [cell]);
    expect(state.measures[0]?.inFlight).toBe(1501);
  });

  it('count at the mean of their tier where their cell has not run yet', () => {
    const other = { agent: 'API', phase: 'PLAN', tier: 'sonnet' };
    expect(budgetState(ALLOCATION, BUDGET, past, [other]).measures[0]?.inFlight).toBe(1501);
  });

  it('of unknown cost are said', () => {
    const state = budgetState(ALLOCATION, BUDGET, past, [{ ...cell, tier: 'opus' }]);
    expect(figuresText(state)).toContain('1 run in flight at their mean (1 of them of unknown cost)');
  });

  it('use up the allowance of their tier', () => {
    const heavy = [{ ...used(110_000, 'sonnet'), agent: 'TESTING' }];
    expect(budgetState(ALLOCATION, BUDGET, heavy).allowances.get(1)).toBe('open');
    expect(budgetState(ALLOCATION, BUDGET, heavy, [cell]).allowances.get(1)).toBe('critical-only');
  });

  it('of one job that used two models are one run', () => {
    const two = [used(1000, 'sonnet'), { ...used(500, 'sonnet'), model_used: 'claude-sonnet-5' }].map(
      (each) => ({ ...each, agent: 'TESTING' }),
    );
    expect(budgetState(ALLOCATION, BUDGET, two, [cell]).measures[0]?.inFlight).toBe(1500);
  });
});

describe('a meter', () => {
  const sonnet = { agent: 'TESTING', phase: 'EXEC', tier: 'sonnet' };
  const week = (tokens: number, task: Readonly<Record<string, boolean>> = {}) => ({
    ...used(tokens, 'sonnet'),
    agent: 'TESTING',
    task,
  });

  it('does not count what forks and Dependabot report, nor takes it for what a run costs', () => {
    const meter = new BudgetMeter(
      ALLOCATION,
      BUDGET,
      [week(500_000, { fork: true })],
      [week(500_000, { dependabot: true })],
    );
    meter.start(sonnet);
    expect(meter.state().level).toBe('GREEN');
    expect(meter.state().allowances.get(1)).toBe('open');
  });

  it('takes what a run costs from the records of the week, else from earlier ones, which count for nothing', () => {
    const early = new BudgetMeter(ALLOCATION, BUDGET, [], [week(400_000)]);
    expect(early.state().level).toBe('GREEN');
    early.start(sonnet);
    expect(early.state().level).toBe('YELLOW');
    expect(early.state().allowances.get(1)).toBe('closed');
    const later = new BudgetMeter(ALLOCATION, BUDGET, [week(1000)], [week(400_000)]);
    later.start(sonnet);
    expect(later.state().level).toBe('GREEN');
  });

  it('counts a run at the mean of its tier where its cell has not run yet', () => {
    const meter = new BudgetMeter(ALLOCATION, BUDGET, [week(250_000)]);
    meter.start({ ...sonnet, agent: 'API' });
    expect(meter.state().level).toBe('RESERVE');
  });
});

describe('for any records', () => {
  const use = fc
    .record({
      tokens: fc.oneof(fc.nat(200_000), fc.constantFrom(1e12, 350_000)),
      tier: fc.constantFrom('haiku', 'sonnet', 'opus', 'gone'),
      cost: fc.option(fc.nat(5_000_000)),
    })
    .map(({ tokens, tier, cost }) => ({ ...used(tokens, tier), cost_microusd: cost }));
  const budgets = fc.constantFrom(
    BUDGET,
    budgetWith({ usd: 12.34 }),
    budgetWith({ tokens: null, usd: 0.07 }),
  );
  const rank = (level: (typeof LEVELS)[number]): number => LEVELS.indexOf(level);
  const openness = { closed: 0, 'critical-only': 1, open: 2 } as const;

  it('more of them never give a lower level or a wider allowance', () => {
    fc.assert(
      fc.property(budgets, fc.array(use), fc.array(use), (budget, records, more) => {
        const before = budgetState(ALLOCATION, budget, records);
        const after = budgetState(ALLOCATION, budget, [...records, ...more]);
        expect(rank(after.level)).toBeGreaterThanOrEqual(rank(before.level));
        for (const [tier, allowance] of before.allowances)
          expect(openness[after.allowances.get(tier) ?? 'open']).toBeLessThanOrEqual(openness[allowance]);
      }),
    );
  });

  it('their order does not matter, also with runs in flight', () => {
    const shuffled = fc
      .array(use)
      .chain((records) =>
        fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
      );
    const flight = fc.array(
      fc.record({
        agent: fc.constant('TESTING'),
        phase: fc.constant('EXEC'),
        tier: fc.constantFrom('haiku', 'opus'),
      }),
    );
    fc.assert(
      fc.property(budgets, shuffled, flight, (budget, [records, other], inFlight) => {
        expect(budgetState(ALLOCATION, budget, other, inFlight)).toEqual(
          budgetState(ALLOCATION, budget, records, inFlight),
        );
      }),
    );
  });

  it('more runs in flight never give a lower level', () => {
    const flight = fc.array(
      fc.record({
        agent: fc.constant('TESTING'),
        phase: fc.constant('EXEC'),
        tier: fc.constantFrom('haiku', 'opus'),
      }),
    );
    fc.assert(
      fc.property(budgets, fc.array(use), flight, flight, (budget, records, some, more) => {
        const before = budgetState(ALLOCATION, budget, records, some);
        const after = budgetState(ALLOCATION, budget, records, [...some, ...more]);
        expect(rank(after.level)).toBeGreaterThanOrEqual(rank(before.level));
      }),
    );
  });

  it('a meter that runs are added to one by one shows what the whole sum shows', () => {
    const flight = fc.array(
      fc.record({
        agent: fc.constantFrom('GITHUB', 'TESTING'),
        phase: fc.constant('EXEC'),
        tier: fc.constantFrom('haiku', 'opus', 'gone', null),
      }),
    );
    fc.assert(
      fc.property(budgets, fc.array(use), flight, (budget, records, inFlight) => {
        const meter = new BudgetMeter(ALLOCATION, budget, records);
        for (const run of inFlight) meter.start(run);
        const { level, allowances } = budgetState(ALLOCATION, budget, records, inFlight);
        expect(meter.state()).toEqual({ level, allowances });
      }),
    );
  });
});
