import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/calibration/attempt.ts';
import { textHash } from '../../src/calibration/table/column.ts';
import { attemptsOf, type Reading } from '../../src/calibration/table/index.ts';
import { isCounted } from '../../src/policy/budget/budget.ts';
import { escalatedFrom } from '../../src/report/escalations.ts';
import { attemptFates } from '../../src/report/fates.ts';
import { byCodeUnit, intended, type Run, runsOf } from '../../src/report/runs.ts';
import { parseWeek, weekOf } from '../../src/time/week.ts';
import type { OutcomeEvent, UsageRecord } from '../../src/usage/records/record.ts';
import { event, output, record } from '../report/records.ts';

const instantOf = (at: string): number => Date.parse(at);
const tierOf = (model: string): string | null => /haiku|sonnet|opus/.exec(model)?.[0] ?? null;
const reading: Reading = { present: (agent) => (agent === 'OLD' ? 'API' : agent), tierOf, instantOf };
const week = (text: string) => {
  const parsed = parseWeek(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};
const weeks = [
  { week: week('2026-W47'), from: instantOf('2026-11-16T00:00:00Z'), to: instantOf('2026-11-23T00:00:00Z') },
  { week: week('2026-W48'), from: instantOf('2026-11-23T00:00:00Z'), to: instantOf('2026-11-30T00:00:00Z') },
];
const now = instantOf('2026-12-04T00:00:00Z');

/** Few of everything, so that attempts at one task, runs of several records and events about them are common. */
const records: fc.Arbitrary<UsageRecord> = fc
  .record({
    at: fc.constantFrom(
      '2026-11-18T10:00:00Z',
      '2026-11-20T10:00:00Z',
      '2026-11-24T10:00:00Z',
      '2026-12-02T10:00:00Z',
    ),
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    session: fc.constantFrom(null, 's'),
    agent: fc.constantFrom('API', 'TESTING', 'unattributed'),
    work_item: fc.constantFrom('pr-1', 'pr-2', null),
    attempt: fc.constantFrom(1, 1, 2),
    model: fc.constantFrom('claude-haiku-5-5', 'claude-opus-5-5', 'mystery-1'),
    named: fc.boolean(),
    assigned: fc.constantFrom('haiku', 'opus', null),
    auxiliary: fc.constantFrom(false, false, true),
    escalated: fc.constantFrom(null, null, 'claude-haiku-5-5', 'mystery-1'),
    planned: fc.boolean(),
    outcome: fc.constantFrom('pass', 'fail', 'unknown'),
    tokens: fc.constantFrom(output(1), output(2), null),
    cost: fc.constantFrom(5, 7, null),
    quality: fc.constantFrom(null, 0.5),
    fork: fc.constantFrom({}, {}, { fork: true }, { complexity: 'M', task_type: 'fix' }),
  })
  .map(({ id, model, named, assigned, escalated, planned, cost, quality, fork, ...rest }) =>
    record({
      ...rest,
      run: { id, attempt: 1, job: 'agent' },
      model_used: model,
      tier_used: named ? tierOf(model) : null,
      tier_assigned: assigned,
      escalated_from_model: escalated,
      planned_upgrade: planned,
      cost_microusd: cost,
      cost_basis: cost === null ? 'unpriced' : 'computed',
      quality_score: quality,
      task: fork,
    }),
  );

const events: fc.Arbitrary<OutcomeEvent> = fc
  .record({
    at: fc.constantFrom('2026-11-19T10:00:00Z', '2026-11-25T10:00:00Z'),
    work_item: fc.constantFrom('pr-1', 'pr-2'),
    agent: fc.constantFrom(null, 'API', 'OLD'),
    record: fc.option(records.map(({ id }) => id)),
    outcome: fc.constantFrom('approved', 'reworked', 'changes-requested'),
  })
  .map((changes) => event(changes));

/** The way of the report, which is told in weeks and whole records. */
function longWay(all: readonly UsageRecord[], told: readonly OutcomeEvent[]): readonly Partial<Attempt>[] {
  const tiered = all
    .filter(isCounted)
    .map((each) => ({ ...each, tier_used: each.tier_used ?? tierOf(each.model_used ?? '') }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const runs = runsOf(tiered);
  const renamed = told.map((each) => ({ ...each, agent: each.agent === 'OLD' ? 'API' : each.agent }));
  const fates = attemptFates({ runs, later: [], events: renamed, now, instantOf });
  const sum = (run: Run, of: (each: UsageRecord) => number | null): number | null =>
    run.records.reduce<number | null>((all, each) => {
      const part = of(each);
      return all === null || part === null ? null : all + part;
    }, 0);
  return runs
    .filter(({ main }) => main.at < '2026-11-30')
    .map((run) => ({
      at: instantOf(run.main.at),
      week: weekOf(new Date(run.main.at), 'UTC'),
      agent: run.main.agent,
      phase: run.main.phase,
      workItem: run.main.work_item,
      task: run.task,
      isFirst: run.isFirst,
      fate: fates.get(run) ?? 'unknown',
      outcome: run.outcome,
      assigned: intended(run),
      tier: run.tier,
      escalatedFrom: escalatedFrom(run, tierOf),
      microusd: sum(run, (each) => each.cost_microusd),
      quality: run.main.quality_score,
    }));
}

describe('the attempts of records', () => {
  const input = fc.tuple(
    fc.uniqueArray(records, { selector: ({ id }) => id, maxLength: 14 }),
    fc.array(events, { maxLength: 4 }),
  );

  it('are the runs and the fates that a report tells', () => {
    fc.assert(
      fc.property(input, ([all, told]) => {
        const { attempts } = attemptsOf(all, reading, { events: told, weeks, now });
        expect(attempts.length).toBe(longWay(all, told).length);
        for (const [index, expected] of longWay(all, told).entries())
          expect(pick(attempts[index], Object.keys(expected))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(input, ([all, told]) => {
        const plain = (each: Attempt): unknown => [
          each.at,
          each.task,
          each.fate,
          each.tokens,
          each.escalatedFrom,
        ];
        const one = attemptsOf(all, reading, { events: told, weeks, now });
        const two = attemptsOf([...all].reverse(), reading, { events: [...told].reverse(), weeks, now });
        expect(two.attempts.map(plain)).toEqual(one.attempts.map(plain));
        expect(two.unassigned).toEqual(one.unassigned);
      }),
    );
  });

  it('leave out what forks say of themselves, and tell of what belongs to no agent', () => {
    const all = [
      record({ task: { fork: true } }),
      record({ agent: 'unattributed', cost_microusd: 5 }),
      record({ agent: 'unattributed', cost_microusd: 7, session: 'other' }),
    ];
    expect(attemptsOf(all, reading, { events: [], weeks, now })).toEqual({
      attempts: [],
      unassigned: [{ at: instantOf('2026-11-24T10:00:00Z'), tier: 'haiku', tokens: 158, microusd: 12 }],
      notCounted: 1,
    });
  });
});

function pick(attempt: Attempt | undefined, names: readonly string[]): Partial<Attempt> {
  const found: Record<string, unknown> = {};
  for (const name of names) found[name] = attempt === undefined ? undefined : Reflect.get(attempt, name);
  return found;
}

it('tells jobs apart whose ids differ in one letter, and in which run of them it was', () => {
  const seen = new Set<number>();
  for (let id = 0; id < 2000; id += 1)
    for (const attempt of [1, 2, 3, 4]) seen.add(textHash(String(id), 'agent', '', attempt));
  expect(seen.size).toBe(8000);
});
