import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetState, type InFlight } from '../../../src/policy/budget/budget.ts';
import { expectedInFlight, type RunInFlight } from '../../../src/policy/budget/in-flight.ts';
import { figuresText } from '../../../src/render/budget-figures.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ALLOCATION, output, record } from '../../report/records.ts';

const REVIEW = '.github/workflows/review.yml';
const REPOSITORY = 'octo/demo';

/** What the job of a review run used. */
const used = (
  id: string,
  changes: Partial<UsageRecord> & { job?: string; on?: number } = {},
): UsageRecord => {
  const { job = 'review', on = 1, ...rest } = changes;
  return record({ run: { id, attempt: on, job }, workflow: REVIEW, ...rest });
};
const flying = (id: string, changes: Partial<RunInFlight> = {}): RunInFlight => {
  return { id, attempt: 1, workflow: REVIEW, ...changes };
};
const expected = (
  records: readonly UsageRecord[],
  runs: readonly RunInFlight[],
  own: Parameters<typeof expectedInFlight>[3] = null,
  total = runs.length,
): string[] =>
  expectedInFlight(records, REPOSITORY, { runs, total }, own).map(
    ({ agent, phase, tier }) => `${agent}/${phase} ${tier}`,
  );

const testing = { agent: 'TESTING', tier_used: 'sonnet' };
const security = { agent: 'SECURITY', tier_used: 'opus', job: 'security' };

describe('a run in flight', () => {
  it('is expected to do what the latest recorded run of its workflow did', () => {
    const records = [
      used('1', { agent: 'API', at: '2026-11-24T09:00:00Z' }),
      used('2', { ...testing, at: '2026-11-24T10:00:00Z' }),
      used('2', { ...security, at: '2026-11-24T10:00:00Z' }),
    ];
    expect(expected(records, [flying('9')])).toEqual(['TESTING/EXEC sonnet', 'SECURITY/EXEC opus']);
    expect(expected(records, [flying('8'), flying('9')])).toHaveLength(4);
  });

  it('of a workflow that the week does not know is not counted', () => {
    const records = [used('1', testing)];
    expect(expected(records, [flying('9', { workflow: '.github/workflows/other.yml' })])).toEqual([]);
    expect(expected([record({ run: { id: '1', attempt: 1, job: 'review' } })], [flying('9')])).toEqual([]);
    expect(expected([used('1', { ...testing, repository: 'octo/other' })], [flying('9')])).toEqual([]);
  });

  it('is not counted for what is recorded of it already', () => {
    const records = [used('1', testing), used('1', security), used('9', testing)];
    expect(expected(records, [flying('9')])).toEqual(['SECURITY/EXEC opus']);
  });

  it('counts in full when it is run again', () => {
    const records = [used('9', testing), used('9', security)];
    expect(expected(records, [flying('9', { attempt: 2 })])).toHaveLength(2);
    expect(expected(records, [flying('9')])).toEqual([]);
  });

  it('takes no run that is in flight itself for the whole of the workflow, if there is another', () => {
    const old = '2026-11-23T01:00:00Z';
    const records = [
      used('1', { ...testing, at: old }),
      used('1', { ...security, at: old }),
      used('8', testing),
    ];
    expect(expected(records, [flying('8'), flying('9')])).toEqual([
      'SECURITY/EXEC opus',
      'TESTING/EXEC sonnet',
      'SECURITY/EXEC opus',
    ]);
  });

  it('counts each leg of a matrix, told apart by their sessions', () => {
    const legs = ['a', 'b', 'c'].map((session) => used('1', { ...testing, session }));
    expect(expected(legs, [flying('9')])).toHaveLength(3);
    const { budget } = ALLOCATION;
    if (budget === null) throw new Error('the allocation has a budget');
    const inFlight = expectedInFlight(legs, REPOSITORY, { runs: [flying('9')], total: 1 }, null);
    expect(budgetState(ALLOCATION, budget, legs, inFlight).inFlight.runs).toBe(3);
    expect(expected([...legs, used('9', { ...testing, session: 'd' })], [flying('9')])).toHaveLength(2);
  });

  it('counts a job that ran again once', () => {
    const twice = [used('1', { ...testing, session: 'a' }), used('1', { ...testing, session: 'b', on: 2 })];
    expect(expected(twice, [flying('9')])).toHaveLength(1);
    const more = used('1', { ...testing, session: 'c' });
    expect(expected([more, ...twice], [flying('9')])).toHaveLength(2);
  });

  it('that uses two tiers is one run, with the cost of both', () => {
    const main = used('1', { ...testing, tokens: output(1000) });
    const aside = used('1', { agent: 'TESTING', tier_used: 'haiku', auxiliary: true, tokens: output(50) });
    const inFlight = expectedInFlight([main, aside], REPOSITORY, { runs: [flying('9')], total: 1 }, null);
    if (ALLOCATION.budget === null) throw new Error('the allocation has a budget');
    const state = budgetState(ALLOCATION, ALLOCATION.budget, [main, aside], inFlight);
    expect(figuresText(state)).toBe('2,100 of 500,000 tokens (0%), with 1 run in flight at their mean');
  });

  it('of a fork in the ledger tells nothing', () => {
    expect(expected([used('1', { ...testing, task: { fork: true } })], [flying('9')])).toEqual([]);
  });
});

describe('the run that asks', () => {
  const own = { id: '9', job: 'review', cells: [{ agent: 'TESTING', phase: 'EXEC' }] };

  it('does not count the cell that it asks for', () => {
    const records = [used('1', testing), used('1', security)];
    expect(expected(records, [flying('9')], own)).toEqual(['SECURITY/EXEC opus']);
    expect(expected(records, [flying('8'), flying('9')], own)).toHaveLength(3);
  });

  it('counts the other legs of its matrix', () => {
    const legs = ['a', 'b', 'c'].map((session) => used('1', { ...testing, session }));
    expect(expected(legs, [flying('9')], own)).toHaveLength(2);
    expect(expected([...legs, used('1', security)], [flying('9')], own)).toEqual([
      ...['TESTING/EXEC sonnet', 'TESTING/EXEC sonnet', 'SECURITY/EXEC opus'],
    ]);
  });

  it('counts its cell in the other jobs where its own has it too, and not where its own has another one', () => {
    const elsewhere = used('1', { ...testing, job: 'test' });
    expect(expected([used('1', testing), elsewhere], [flying('9')], own)).toEqual(['TESTING/EXEC sonnet']);
    const another = used('1', { ...security, job: 'review' });
    expect(expected([another, elsewhere], [flying('9')], own)).toEqual(['SECURITY/EXEC opus']);
  });

  it('does not count its cell under another job either, when its own has not run in that phase yet', () => {
    const records = [used('1', { ...testing, phase: 'PLAN' }), used('1', { ...testing, job: 'test' })];
    expect(expected(records, [flying('9')], own)).toEqual(['TESTING/PLAN sonnet']);
  });

  it('counts none of the cells of a phase that it decides for all of its jobs', () => {
    const legs = ['a', 'b'].map((session) => used('1', { ...testing, session }));
    const cells = [...own.cells, { agent: 'SECURITY', phase: 'EXEC' }];
    expect(expected([...legs, used('1', security)], [flying('9')], { ...own, job: 'plan', cells })).toEqual(
      [],
    );
  });
});

describe('more runs than GitHub lists', () => {
  it('are taken to be like those that it lists', () => {
    const records = [used('1', testing), used('1', security)];
    const other = flying('8', { workflow: '.github/workflows/other.yml' });
    expect(expected(records, [flying('9'), other], null, 5)).toHaveLength(6);
    expect(expected(records, [], null, 5)).toEqual([]);
  });

  it('are each a run of its own', () => {
    if (ALLOCATION.budget === null) throw new Error('the allocation has a budget');
    const records = [used('1', testing)];
    const inFlight = expectedInFlight(records, REPOSITORY, { runs: [flying('9')], total: 3 }, null);
    expect(budgetState(ALLOCATION, ALLOCATION.budget, records, inFlight).inFlight.runs).toBe(3);
  });
});

describe('for any records and runs', () => {
  const records = fc.array(
    fc
      .record({
        id: fc.constantFrom('1', '2', '3'),
        on: fc.constantFrom(1, 2),
        job: fc.constantFrom('review', 'plan'),
        session: fc.constantFrom('a', 'b'),
        agent: fc.constantFrom('TESTING', 'SECURITY'),
        tier_used: fc.constantFrom('haiku', 'opus', null),
        hour: fc.nat(9),
      })
      .map(({ id, hour, ...rest }) => used(id, { ...rest, at: `2026-11-24T0${hour}:00:00Z` })),
    { maxLength: 12 },
  );
  const runs = fc
    .uniqueArray(fc.constantFrom('1', '2', '8', '9'), { maxLength: 4 })
    .map((ids) => ids.map((id) => flying(id)));
  const own = { id: '9', job: 'review', cells: [{ agent: 'TESTING', phase: 'EXEC' }] };
  const names = (inFlight: readonly InFlight[]): string[] =>
    inFlight.map((each) => JSON.stringify(each)).sort();

  it('the order of the records does not matter', () => {
    const shuffled = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, runs, ([all, other], flights) => {
        const of = (each: readonly UsageRecord[]) =>
          expectedInFlight(each, REPOSITORY, { runs: flights, total: flights.length }, own);
        expect(of(other)).toEqual(of(all));
      }),
    );
  });

  it('a run more never takes away from what is expected, and one that asks never adds to it', () => {
    fc.assert(
      fc.property(records, runs, (all, flights) => {
        const of = (each: readonly RunInFlight[], who: typeof own | null) =>
          expectedInFlight(all, REPOSITORY, { runs: each, total: each.length }, who);
        const whole = of(flights, null);
        expect(of([...flights, flying('7')], null).length).toBeGreaterThanOrEqual(whole.length);
        expect(names(whole)).toEqual(expect.arrayContaining(names(of(flights, own))));
      }),
    );
  });
});
