import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import {
  type LedgerCell,
  ledgerCells,
  metricsOf,
  plannedCells,
  tierAbove,
  tierBelow,
  trialAttempts,
} from '../../../src/calibration/cells/index.ts';
import { attemptsOf as attemptsOfRecords } from '../../../src/calibration/table/index.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import type { OutcomeEvent, UsageRecord } from '../../../src/usage/records/record.ts';
import { ALLOCATION, record } from '../../report/records.ts';
import { attempt, attemptsIn, startOf, week } from '../attempts.ts';

const DAY = 86_400_000;
const AS_OF = startOf('2026-W49');
const CELLS = plannedCells(ALLOCATION, week('2026-W49'), shippedModels());

function cellOf(attempts: readonly Attempt[], agent = 'TESTING', phase = 'EXEC'): LedgerCell {
  const found = ledgerCells(CELLS, attempts, AS_OF).find(
    ({ cell }) => cell.agent === agent && cell.phase === phase,
  );
  if (found === undefined) throw new Error(`no cell ${agent}/${phase}`);
  return found;
}

const countsOf = (attempts: readonly Attempt[]) => cellOf(attempts).evidence.counts;

describe('the evidence of a cell', () => {
  it('is of first attempts that are two weeks old', () => {
    const old = attempt({ at: AS_OF - 14 * DAY, fate: 'reworked' });
    const young = attempt({ at: AS_OF - 14 * DAY + 1, fate: 'reworked' });
    expect(countsOf([old, young])).toEqual({ n: 1, x: 1 });
  });

  it('is of one that is a week old, where its work is known to be done by then', () => {
    const done = attempt({ at: AS_OF - 7 * DAY, closedAt: AS_OF - 1 });
    const doneLater = attempt({ at: AS_OF - 7 * DAY, closedAt: AS_OF });
    const tooYoung = attempt({ at: AS_OF - 7 * DAY + 1, closedAt: AS_OF - 1 });
    expect(countsOf([done, doneLater, tooYoung])).toEqual({ n: 1, x: 0 });
  });

  it('takes one attempt for each task: retries and escalated runs are none', () => {
    const first = attempt({ task: 'one', fate: 'reworked' });
    const again = attempt({ task: 'one', at: first.at + DAY, isFirst: false, fate: 'unknown' });
    const escalated = attempt({
      task: 'one',
      at: first.at + DAY,
      isFirst: false,
      escalatedFrom: 'sonnet',
      tier: 'opus',
    });
    const saysFirst = attempt({ task: 'one', at: first.at + 2 * DAY });
    expect(countsOf([saysFirst, escalated, again, first])).toEqual({ n: 1, x: 1 });
  });

  it('counts a run against the tier that it was assigned, whatever it ran on', () => {
    const overridden = attempt({ tier: 'opus', isOverridden: true, fate: 'reworked' });
    const { evidence } = cellOf([overridden]);
    expect([evidence.counts, evidence.overridden]).toEqual([{ n: 1, x: 1 }, 1]);
  });

  it('starts anew with the tier, the model and the definition of the agent', () => {
    const now = attemptsIn('2026-W44', 3, 1);
    const before = attemptsIn('2026-W40', 9, 9);
    expect(countsOf([...attemptsIn('2026-W40', 9, 9, { assigned: 'haiku', tier: 'haiku' }), ...now])).toEqual(
      {
        n: 3,
        x: 1,
      },
    );
    // From sonnet to haiku and back: what was seen before does not return.
    const between = attemptsIn('2026-W42', 2, 0, { assigned: 'haiku', tier: 'haiku' });
    expect(countsOf([...before, ...between, ...now])).toEqual({ n: 3, x: 1 });
    expect(countsOf([...attemptsIn('2026-W40', 9, 9, { model: 'claude-sonnet-5' }), ...now]).n).toBe(3);
    // Other ids of the model of the tier are the same model.
    const dated = { model: 'claude-haiku-4-5-20251001', assigned: 'haiku', tier: 'haiku' };
    const own = CELLS.map((cell) =>
      cell.agent === 'TESTING'
        ? { ...cell, assigned: 'haiku', models: ['claude-haiku-4-5', 'claude-haiku-4-5-20251001'] }
        : cell,
    );
    const both = [
      ...attemptsIn('2026-W40', 2, 0, dated),
      ...attemptsIn('2026-W41', 3, 0, { ...dated, model: 'claude-haiku-4-5' }),
    ];
    const found = ledgerCells(own, both, AS_OF).find(
      ({ cell }) => cell.agent === 'TESTING' && cell.phase === 'EXEC',
    );
    expect(found?.evidence.counts.n).toBe(5);
    const [old, current] = ['a'.repeat(64), 'b'.repeat(64)];
    expect(
      countsOf([
        ...attemptsIn('2026-W40', 9, 9, { agentHash: old }),
        ...attemptsIn('2026-W44', 3, 1, { agentHash: current }),
      ]).n,
    ).toBe(3);
  });

  it('does not start anew for single runs on another tier, such as repeats that nobody called so', () => {
    const own = attemptsIn('2026-W44', 3, 1);
    const repeats = own.map(({ task, at }) =>
      attempt({ task, at: at + DAY, assigned: 'opus', tier: 'opus' }),
    );
    const [astray] = attemptsIn('2026-W44', 1, 0, { assigned: 'opus', tier: 'opus' });
    expect(countsOf([...own, ...repeats, ...(astray === undefined ? [] : [astray])])).toEqual({ n: 3, x: 1 });
  });

  it('leaves the cheaper arm of a trial to the trial', () => {
    const trial = { id: 'cheaper', arm: 'trial', propensity: 0.25 };
    const arm = attemptsIn('2026-W44', 5, 2, { assigned: 'haiku', tier: 'haiku', trial });
    const control = attemptsIn('2026-W44', 4, 1, { trial: { ...trial, arm: 'control', propensity: 0.75 } });
    const cell = cellOf([...arm, ...control]);
    expect(cell.evidence.counts).toEqual({ n: 4, x: 1 });
    expect(trialAttempts(cell.attempts, { id: 'cheaper', tier: 'haiku' }, AS_OF)).toHaveLength(5);
    expect(trialAttempts(cell.attempts, { id: 'another', tier: 'haiku' }, AS_OF)).toHaveLength(0);
  });

  it('is by week', () => {
    const weeks = cellOf([...attemptsIn('2026-W42', 3, 1), ...attemptsIn('2026-W41', 2, 0)]).evidence.weeks;
    expect(weeks.map(({ week, n, x }) => [week, n, x])).toEqual([
      ['2026-W41', 2, 0],
      ['2026-W42', 3, 1],
    ]);
  });
});

describe('the figures of a cell', () => {
  const failed = (repaired: Partial<Attempt> | null): readonly Attempt[] => {
    const first = attempt({ fate: 'reworked', microusd: 100 });
    if (repaired === null) return [first];
    const { task, workItem, at } = first;
    const repeat = { task, workItem, at: at + DAY, isFirst: false, fate: 'unknown', microusd: 300 } as const;
    return [first, attempt({ ...repeat, escalatedFrom: 'sonnet', tier: 'opus', ...repaired })];
  };

  it('tell rework, escalations, rescues and overrides apart', () => {
    const attempts = [
      ...attemptsIn('2026-W41', 6, 0, { microusd: 100 }),
      attempt({ isPlannedUpgrade: true, tier: 'opus', microusd: 100 }),
      attempt({ isOverridden: true, tier: 'opus', microusd: 100 }),
      ...failed({ outcome: 'pass' }),
      ...failed({ outcome: 'fail' }),
      ...failed({ outcome: 'unknown' }),
      ...failed(null),
    ];
    const { cell, evidence, prior } = cellOf(attempts);
    const metrics = metricsOf(cell, evidence, prior);
    expect(metrics).toMatchObject({
      runs: 15,
      rework: { n: 12, x: 4 },
      planned: { n: 12, x: 1 },
      escalated: { n: 12, x: 3 },
      rescued: { n: 2, x: 1 },
      overridden: { n: 12, x: 1 },
    });
    // 12 first attempts at 100 and three repeats at 300; 8 were good and one was repaired.
    expect(metrics.per_run).toBeCloseTo(2100 / 15, 9);
    expect(metrics.per_work_item).toBeCloseTo(2100 / 12, 9);
    expect(metrics.per_accepted).toBeCloseTo(2100 / 9, 9);
    const { rate, low, high } = metrics.rework.estimate;
    expect(low).toBeLessThan(rate);
    expect(rate).toBeLessThan(high);
  });

  it('are told by kind of task and by complexity, as far as somebody said', () => {
    const attempts = [
      ...attemptsIn('2026-W41', 4, 1, { complexity: 'L', taskType: 'bug' }),
      ...attemptsIn('2026-W41', 2, 0, { complexity: 'S' }),
      attempt(),
    ];
    const { cell, evidence, prior } = cellOf(attempts);
    const { by } = metricsOf(cell, evidence, prior);
    expect(by.complexity.map(({ name, n, x }) => [name, n, x])).toEqual([
      ['S', 2, 0],
      ['L', 4, 1],
    ]);
    // As many hard tasks as easy ones in the last twelve weeks, whatever there were before.
    const mixed = cellOf([
      ...attemptsIn('2026-W20', 60, 6, { complexity: 'S' }),
      ...attemptsIn('2026-W45', 20, 2, { complexity: 'S' }),
      ...attemptsIn('2026-W46', 20, 10, { complexity: 'L' }),
    ]);
    const { standardised, rework } = metricsOf(mixed.cell, mixed.evidence, mixed.prior);
    expect(rework.x / rework.n).toBeCloseTo(0.18, 9);
    expect(standardised).toBeCloseTo(0.3, 1);
    expect(
      metricsOf(mixed.cell, { ...mixed.evidence, matured: [], weeks: [] }, mixed.prior).standardised,
    ).toBeNull();
    expect(by.task_type.map(({ name, n, x }) => [name, n, x])).toEqual([['bug', 4, 1]]);
  });

  it('are null where nothing is known, never a zero', () => {
    const { cell, evidence, prior } = cellOf([attempt({ microusd: null, durationMs: null })]);
    expect(metricsOf(cell, evidence, prior)).toMatchObject({
      per_run: null,
      per_work_item: null,
      per_accepted: null,
      quality: null,
      duration_ms: null,
    });
  });
});

describe('what a cell may become', () => {
  const named = (agent: string, phase: string) => {
    const found = CELLS.find((each) => each.agent === agent && each.phase === phase);
    if (found === undefined) throw new Error(`no cell ${agent}/${phase}`);
    return found;
  };

  it('is never below a floor, conditional or not, nor above the maximum', () => {
    expect(tierBelow(named('SECURITY', 'EXEC'))).toBeNull();
    expect(tierAbove(named('SECURITY', 'EXEC'))).toBeNull();
    // Sonnet always and opus on the final verification: no candidate is built below either.
    expect(tierBelow(named('VALIDATION', 'EXEC'))).toBeNull();
    expect(tierAbove(named('STORIES', 'PLAN'))).toBeNull();
    expect([tierBelow(named('TESTING', 'EXEC')), tierAbove(named('TESTING', 'EXEC'))]).toEqual([
      'haiku',
      'opus',
    ]);
  });
});

describe('attempts from the records of a ledger', () => {
  const weeks = [{ week: week('2026-W41'), from: startOf('2026-W41'), to: startOf('2026-W42') }];
  const reading = { present: (agent: string) => agent, tierOf: () => 'haiku', instantOf: Date.parse };
  const attemptsOf = (records: readonly UsageRecord[], events: readonly OutcomeEvent[] = []) =>
    attemptsOfRecords(records, reading, { events, weeks, now: AS_OF }).attempts;

  it('have the cell of whoever did the work, a sub-agent too', () => {
    const parent = record({ session: 's', agent: 'TESTING', at: '2026-10-05T10:00:00Z' });
    const child = record({
      session: 's',
      parent: 'TESTING',
      agent: 'DOCMON',
      at: '2026-10-05T10:00:00Z',
      task: { complexity: 'L', task_type: 'bug', lines_changed: 0, files_changed: Number.MAX_SAFE_INTEGER },
    });
    const attempts = attemptsOf([parent, child]);
    expect(attempts.map(({ agent }) => agent).sort()).toEqual(['DOCMON', 'TESTING']);
    expect(attempts.find(({ agent }) => agent === 'DOCMON')).toMatchObject({
      week: '2026-W41',
      complexity: 'L',
      taskType: 'bug',
      linesChanged: 0,
      filesChanged: 2 ** 31 - 2,
      assigned: 'haiku',
      isFirst: true,
      fate: 'good',
    });
    expect(attempts.find(({ agent }) => agent === 'TESTING')).toMatchObject({
      complexity: null,
      linesChanged: null,
      filesChanged: null,
    });
  });

  it('know when their work was done, by what was told of it as a whole', () => {
    const event = (changes: Partial<OutcomeEvent>): OutcomeEvent => ({
      schema: 'haiku-first/outcome@1',
      at: '2026-10-08T10:00:00Z',
      repository: 'octo/demo',
      work_item: 'pr-12',
      agent: null,
      phase: null,
      record: null,
      outcome: 'approved',
      by: 'octocat',
      note: null,
      ...changes,
    });
    const [done] = attemptsOf([record({ at: '2026-10-05T10:00:00Z' })], [event({})]);
    expect(done?.closedAt).toBe(Date.parse('2026-10-08T10:00:00Z'));
    const ofAgent = attemptsOf([record({ at: '2026-10-05T10:00:00Z' })], [event({ agent: 'GITHUB' })]);
    expect(ofAgent[0]?.closedAt).toBeNull();
    const wish = attemptsOf(
      [record({ at: '2026-10-05T10:00:00Z' })],
      [event({ outcome: 'changes-requested' })],
    );
    expect(wish[0]?.closedAt).toBeNull();
  });
});
