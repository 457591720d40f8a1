import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import { plannedCells } from '../../../src/calibration/cells/index.ts';
import {
  type Calibration,
  type CalibrationInput,
  type CostOn,
  calibrate,
  STANDARD_POLICY,
} from '../../../src/calibration/rules/index.ts';
import { randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { ALLOCATION } from '../../report/records.ts';
import { attempt, attemptsIn, startOf, week } from '../attempts.ts';

const WEEK = '2026-W49';
const DAY = 86_400_000;

/** A tier costs three times the one below. */
const costOn: CostOn = ({ cell }, tier) => {
  const microusd = 300_000 * 3 ** (cell.tiers.indexOf(tier) - 1);
  return { microusd, low: 0.9 * microusd, high: 1.1 * microusd, basis: 'measured', pairs: 21 };
};

function calibrated(attempts: readonly Attempt[], changes: Partial<CalibrationInput> = {}): Calibration {
  return calibrate({
    cells: plannedCells(ALLOCATION, week(WEEK), shippedModels()),
    attempts,
    week: week(WEEK),
    asOf: startOf(WEEK),
    policy: STANDARD_POLICY,
    costOn,
    snoozes: [],
    ...changes,
  });
}

const verdictOf = ({ cells }: Calibration, agent: string, phase: string) =>
  cells.find(({ known: { cell } }) => cell.agent === agent && cell.phase === phase);

/** An allocation in which the cell API in EXEC is on sonnet, with more of it. */
function allocation(cell: string, more = '') {
  const text = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
agents:
  API: { default: sonnet${more} }
matrix:
  EXEC: { API: ${cell} }
floors:
  - { id: least, agents: [API], phases: [PLAN], minimum: sonnet, exceptions: approved }
`;
  return parseAllocation('allocation.yaml', new TextEncoder().encode(text));
}

/** The weeks of the reference values. */
const FAULT = [
  [12, 2],
  [9, 1],
  [14, 6],
  [11, 5],
  [13, 6],
  [10, 5],
].flatMap(([n = 0, x = 0], place) => attemptsIn(`2026-W${41 + place}`, n, x));

/** So many weeks, up to the newest that has matured, with n runs each. */
const steady = (weeks: number, n: number, x: number, changes: Partial<Attempt> = {}): readonly Attempt[] =>
  Array.from({ length: weeks }, (_, place) => attemptsIn(`2026-W${46 - place}`, n, x, changes)).flat();

/** What the next tier up made of the first reworked attempts. */
const repaired = (attempts: readonly Attempt[], given: number, passed: number): readonly Attempt[] =>
  attempts
    .filter(({ fate }) => fate === 'reworked')
    .slice(0, given)
    .map(({ task, at }, place) =>
      attempt({
        task,
        at: at + DAY,
        isFirst: false,
        fate: 'unknown',
        tier: 'opus',
        escalatedFrom: 'sonnet',
        outcome: place < passed ? 'pass' : 'fail',
      }),
    );

describe('the weekly job', () => {
  it('proposes to promote a cell, with the evidence of each week', () => {
    const { proposals, threshold } = calibrated([...FAULT, ...repaired(FAULT, 9, 7)]);
    expect(threshold).toBe(26);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({
      kind: 'promote',
      agent: 'TESTING',
      phase: 'EXEC',
      from: 'sonnet',
      to: 'opus',
      counts: { n: 69, x: 25 },
      rescued: { n: 9, x: 7 },
      help: 'helps',
    });
    expect(proposals[0]?.weeks.map(({ week, n, x }) => [week, n, x])).toEqual([
      ['2026-W41', 12, 2],
      ['2026-W42', 9, 1],
      ['2026-W43', 14, 6],
      ['2026-W44', 11, 5],
      ['2026-W45', 13, 6],
      ['2026-W46', 10, 5],
    ]);
    expect(proposals[0]?.evidence).toBeCloseTo(447.7, 1);
    // 11.5 runs a week at 30 cents become runs at 90.
    expect(proposals[0]?.cost?.microusd).toBeCloseTo(11.5 * 600_000, 3);
  });

  it('proposes the same of most ledgers that might have been', () => {
    const random = randomFrom(seedOf('another ledger'));
    const cells = plannedCells(ALLOCATION, week(WEEK), shippedModels()).filter(
      ({ agent, phase }) => agent === 'TESTING' && phase === 'EXEC',
    );
    let same = 0;
    for (let draw = 0; draw < 200; draw += 1) {
      const drawn = FAULT.map((each) => {
        const ofWeek = FAULT.filter((other) => other.week === each.week);
        return { ...each, fate: ofWeek[Math.floor(random() * ofWeek.length)]?.fate ?? each.fate };
      });
      if (calibrated(drawn, { cells }).proposals.some(({ kind }) => kind === 'promote')) same += 1;
    }
    expect(same / 200).toBeGreaterThanOrEqual(0.8);
  });

  it('asks to mend the prompt or the spec where the next tier fails too, or where there is none', () => {
    const failing = calibrated([...FAULT, ...repaired(FAULT, 9, 1)]).proposals;
    expect(failing).toMatchObject([{ kind: 'fix-spec', to: null, why: 'higher-tier-fails' }]);
    const cells = plannedCells(allocation('sonnet', ', maximum: sonnet'), week(WEEK), shippedModels());
    const own = FAULT.map((each) => ({ ...each, agent: 'API' }));
    expect(calibrated(own, { cells }).proposals).toMatchObject([{ kind: 'fix-spec', why: 'no-higher-tier' }]);
  });

  it('says what is known of a cell that has nothing to propose', () => {
    const attempts = [
      ...steady(3, 40, 0, { agent: 'API' }),
      ...steady(6, 60, 11, { agent: 'DESIGN' }),
      ...steady(8, 4, 1, { agent: 'DATABASE' }),
    ];
    const found = calibrated(attempts);
    expect(found.proposals).toEqual([]);
    expect(found.monitored).toBe(3);
    expect(verdictOf(found, 'API', 'EXEC')).toMatchObject({ status: 'cold' });
    expect(verdictOf(found, 'DESIGN', 'EXEC')).toMatchObject({ status: 'stable', needed: 0 });
    // ln 78 / KL(30 % || 20 %) = 155 runs.
    expect(verdictOf(found, 'DATABASE', 'EXEC')).toMatchObject({ status: 'insufficient', needed: 155 - 32 });
    expect(verdictOf(found, 'RETRO', 'EXEC')).toMatchObject({ status: 'cold', evidence: null });
  });

  it('watches before it proposes', () => {
    // Cells that nothing is wrong with raise the threshold.
    const others = ['API', 'DESIGN', 'DATABASE', 'STORIES', 'VALIDATION'].flatMap((agent) =>
      ['LEAD', 'PLAN', 'EXEC'].flatMap((phase) => steady(5, 3, 0, { agent, phase, assigned: 'sonnet' })),
    );
    const some = FAULT.filter(({ week }) => week < '2026-W46');
    const verdict = verdictOf(calibrated([...some, ...others]), 'TESTING', 'EXEC');
    expect(verdict).toMatchObject({ status: 'watch' });
    expect(verdict?.needed).toBeGreaterThan(0);
  });

  it('does not say from when on a move pays for itself in a cell that has not run for weeks', () => {
    const long = attemptsIn('2026-W20', 12, 9).concat(
      ['2026-W21', '2026-W22', '2026-W23'].flatMap((each) => attemptsIn(each, 12, 9)),
    );
    const { postponed } = calibrated([...long, ...repaired(long, 9, 7)]);
    expect(postponed).toMatchObject([{ kind: 'promote', because: 'no-runs', perWeek: 0, paysFrom: null }]);
  });

  it('does not take a cell that stands alone on its tier for sure of itself', () => {
    const { rework } = verdictOf(calibrated(steady(6, 12, 0)), 'TESTING', 'EXEC')?.metrics ?? {};
    // Jeffreys' posterior of 0 of 72: Beta(0.5, 72.5).
    expect(rework).toMatchObject({ n: 72, x: 0 });
    expect(rework?.estimate.rate).toBeCloseTo(0.5 / 73, 9);
    expect(rework?.estimate.high).toBeGreaterThan(0.018);
  });

  it('has nothing to propose for an empty ledger', () => {
    const { proposals, postponed, cells } = calibrated([]);
    expect([proposals, postponed]).toEqual([[], []]);
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['cold']));
  });

  it('never proposes to lower a cell for its good record alone, but to try a cheaper tier', () => {
    const { proposals } = calibrated(steady(8, 30, 1));
    expect(proposals).toMatchObject([
      { kind: 'trial', from: 'sonnet', to: 'haiku', trial: { share: 0.25, weeks: 8 } },
    ]);
    // A quarter of 30 runs a week costs a third, $0.20 less each: the others stay where they are.
    expect(proposals[0]?.cost).toMatchObject({ microusd: -1_500_000, share: expect.closeTo(-1 / 6, 6) });
    // The same record under a floor, in a guarded cell, of few runs, or with a trial behind it: nothing.
    expect(
      calibrated(steady(8, 30, 1, { agent: 'SECURITY', assigned: 'opus', tier: 'opus' })).proposals,
    ).toEqual([]);
    expect(calibrated(steady(8, 30, 1, { agent: 'VALIDATION', phase: 'PLAN' })).proposals).toEqual([]);
    expect(calibrated(steady(8, 3, 0)).proposals).toEqual([]);
    const trial = { id: 'old', arm: 'control', propensity: 0.75 };
    expect(calibrated([...steady(8, 30, 1), attempt({ on: '2026-W40', trial })]).proposals).toEqual([]);
    // Nor where nobody knows what it would save.
    expect(calibrated(steady(8, 30, 1), { costOn: () => null }).proposals).toEqual([]);
  });

  describe('of a trial', () => {
    const cells = plannedCells(
      allocation('{ tier: sonnet, trial: { id: cheaper, tier: haiku, share: 0.25 } }'),
      week(WEEK),
      shippedModels(),
    );
    const own = { agent: 'API' };
    const arm = (n: number, x: number): readonly Attempt[] =>
      steady(4, n / 4, x / 4, {
        ...own,
        assigned: 'haiku',
        tier: 'haiku',
        trial: { id: 'cheaper', arm: 'trial', propensity: 0.25 },
      });
    const control = steady(6, 20, 1, own);

    it('lowers the cell when the cheaper tier was seen to be good', () => {
      const found = calibrated([...control, ...arm(40, 0)], { cells });
      expect(found.proposals).toMatchObject([
        { kind: 'demote', from: 'sonnet', to: 'haiku', threshold: 20, counts: { n: 20, x: 0 } },
      ]);
    });

    it('does not lower it for runs that were drawn, and that a person put on another tier', () => {
      const elsewhere = arm(40, 0).map((each) => ({ ...each, tier: 'opus', isOverridden: true }));
      const found = calibrated([...control, ...elsewhere], { cells });
      expect(found.proposals).toEqual([]);
      expect(verdictOf(found, 'API', 'EXEC')?.trial).toMatchObject({ verdict: 'running', counts: { n: 0 } });
    });

    it('stops it for harm', () => {
      const found = calibrated([...control, ...arm(40, 20)], { cells });
      const harm = { kind: 'revert', why: 'harm', from: 'haiku', to: 'sonnet' } as const;
      expect(found.proposals).toMatchObject([harm]);
      const closed = { agent: 'API', phase: 'EXEC', kind: harm.kind, to: harm.to, n: 40, evidence: 1e6 };
      const until = (text: string) => ({ cells, snoozes: [{ ...closed, until: week(text) }] });
      const attempts = [...control, ...arm(40, 20)];
      expect(calibrated(attempts, until('2026-W50')).postponed).toMatchObject([{ because: 'snoozed' }]);
      expect(calibrated(attempts, until('2026-W49')).proposals).toMatchObject([harm]);
    });

    it('waits, and stops it when it tells nothing', () => {
      const waiting = calibrated([...control, ...arm(8, 0)], { cells });
      expect(waiting.proposals).toEqual([]);
      expect(verdictOf(waiting, 'API', 'EXEC')).toMatchObject({ status: 'trial' });
      const ended = cells.map((cell) =>
        cell.trial === null ? cell : { ...cell, trial: { ...cell.trial, until: week('2026-W47') } },
      );
      expect(calibrated([...control, ...arm(8, 0)], { cells: ended }).proposals).toMatchObject([
        { kind: 'revert', why: 'futile' },
      ]);
    });

    it('goes on where it is to end in a week that will hardly come', () => {
      const forever = cells.map((cell) =>
        cell.trial === null ? cell : { ...cell, trial: { ...cell.trial, until: week('9999-W52') } },
      );
      expect(calibrated([...control, ...arm(8, 0)], { cells: forever }).proposals).toEqual([]);
    });

    it('never lowers a cell below its floor, whatever the trial says', () => {
      const below = cells.map((cell) => ({ ...cell, floor: 1 }));
      const found = calibrated([...control, ...arm(40, 0)], { cells: below });
      expect(found.proposals).toMatchObject([{ kind: 'revert', to: 'sonnet' }]);
    });
  });

  it('moves three cells at most, the most useful first, and says what waits', () => {
    const agents = ['API', 'DESIGN', 'DATABASE', 'TESTING'];
    const attempts = agents.flatMap((agent, place) => steady(6, 10 + 5 * place, 6 + 3 * place, { agent }));
    const { proposals, postponed } = calibrated(attempts);
    expect(proposals.map(({ kind }) => kind)).toEqual(['promote', 'promote', 'promote']);
    expect(postponed).toMatchObject([{ because: 'most-moves' }]);
    // As good for each dollar: more runs come first.
    expect(proposals.map(({ agent }) => agent)).toEqual(['TESTING', 'DATABASE', 'DESIGN']);
  });

  it('stops harm before it buys quality, and saves money last; what no tier mends is no move', () => {
    const cells = plannedCells(ALLOCATION, week(WEEK), shippedModels()).map((cell) =>
      cell.agent === 'DESIGN' && cell.phase === 'EXEC'
        ? { ...cell, trial: { id: 't', tier: 'haiku', share: 0.25, until: null } }
        : cell,
    );
    const trial = { id: 't', arm: 'trial', propensity: 0.25 };
    const attempts = [
      ...steady(8, 30, 1, { agent: 'API' }),
      ...steady(6, 20, 12, { agent: 'STORIES' }),
      ...steady(6, 20, 12, { agent: 'TESTING' }),
      ...steady(6, 5, 4, { agent: 'DESIGN', assigned: 'haiku', tier: 'haiku', trial }),
    ];
    // STORIES may not run on opus.
    expect(calibrated(attempts, { cells }).proposals.map(({ kind, agent }) => [kind, agent])).toEqual([
      ['revert', 'DESIGN'],
      ['promote', 'TESTING'],
      ['fix-spec', 'STORIES'],
      ['trial', 'API'],
    ]);
  });

  it('leaves a cell alone that was changed less than four weeks ago', () => {
    const at = (since: string) => {
      const cells = plannedCells(
        allocation(`{ tier: sonnet, was: haiku, since: ${since}, because: a fault }`),
        week(WEEK),
        shippedModels(),
      );
      return calibrated(
        FAULT.map((each) => ({ ...each, agent: 'API' })),
        { cells },
      );
    };
    expect(at('2026-W46').postponed).toMatchObject([{ because: 'dwells' }]);
    expect(at('2026-W45').proposals).toMatchObject([{ kind: 'promote' }]);
  });

  it('does not repeat what a person closed, but for new evidence after four weeks', () => {
    const snooze = { agent: 'TESTING', phase: 'EXEC', kind: 'promote', to: 'opus' } as const;
    const closed = (until: string, n: number, evidence: number) =>
      calibrated(FAULT, { snoozes: [{ ...snooze, until: week(until), n, evidence }] });
    expect(closed('2026-W50', 30, 30).postponed).toMatchObject([{ because: 'snoozed' }]);
    expect(closed('2026-W49', 69, 448).postponed).toMatchObject([{ because: 'snoozed' }]);
    expect(closed('2026-W49', 68, 500).postponed).toMatchObject([{ because: 'snoozed' }]);
    expect(closed('2026-W49', 50, 100).proposals).toMatchObject([{ kind: 'promote' }]);
  });

  it('does not care in which order the attempts come', () => {
    const attempts = [...FAULT, ...repaired(FAULT, 9, 7), ...steady(8, 30, 1, { agent: 'API' })];
    const expected = JSON.stringify(calibrated(attempts));
    fc.assert(
      fc.property(fc.shuffledSubarray(attempts, { minLength: attempts.length }), (shuffled) => {
        expect(JSON.stringify(calibrated(shuffled))).toBe(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('never proposes a tier below a floor or above a maximum', () => {
    const tiers = ['haiku', 'sonnet', 'opus'];
    const cell = fc.record({
      rank: fc.nat(2),
      floor: fc.nat(2),
      maximum: fc.nat(2),
      guarded: fc.boolean(),
      trial: fc.option(fc.nat(2)),
      rework: fc.constantFrom(0, 2, 8),
      trialRework: fc.constantFrom(0, 8),
    });
    fc.assert(
      fc.property(cell, ({ rank, floor, maximum, guarded, trial, rework, trialRework }) => {
        const [plan] = plannedCells(allocation('sonnet'), week(WEEK), shippedModels());
        const assigned = tiers[rank] ?? '';
        if (plan === undefined || rank < floor || rank > maximum) return;
        const declared =
          trial === null ? null : { id: 't', tier: tiers[trial] ?? '', share: 0.25, until: null };
        const planned = { ...plan, rank, assigned, floor, maximum, guarded, trial: declared };
        const own = { agent: 'API', phase: planned.phase };
        const attempts = [
          ...steady(6, 20, rework, { ...own, assigned, tier: assigned }),
          ...steady(5, 20, trialRework, {
            ...own,
            assigned: declared?.tier ?? assigned,
            trial: { id: 't', arm: 'trial', propensity: 0.25 },
          }),
        ];
        for (const { to, kind } of calibrated(attempts, { cells: [planned] }).proposals) {
          if (to === null) continue;
          expect(tiers.indexOf(to)).toBeGreaterThanOrEqual(floor);
          expect(tiers.indexOf(to)).toBeLessThanOrEqual(maximum);
          if (guarded) expect(['promote', 'revert']).toContain(kind);
        }
      }),
      { numRuns: 300 },
    );
  });
});
