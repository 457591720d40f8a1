import { describe, expect, it } from 'vitest';
import { plannedCells } from '../../../src/calibration/cells/index.ts';
import { calibrate, STANDARD_POLICY, selfTest } from '../../../src/calibration/rules/index.ts';
import { seedOf } from '../../../src/calibration/statistics/index.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { ALLOCATION } from '../../report/records.ts';
import { attemptsIn, startOf, week } from '../attempts.ts';

/** Ten cells of so many runs a week. */
function tested(perWeek: number) {
  const agents = ['API', 'DESIGN', 'DATABASE', 'TESTING', 'STORIES'];
  const attempts = agents.flatMap((agent) =>
    ['PLAN', 'EXEC'].flatMap((phase) =>
      Array.from({ length: 6 }, (_, place) =>
        attemptsIn(`2026-W${41 + place}`, perWeek, 0, { agent, phase }),
      ).flat(),
    ),
  );
  const calibration = calibrate({
    cells: plannedCells(ALLOCATION, week('2026-W49'), shippedModels()),
    attempts,
    week: week('2026-W49'),
    asOf: startOf('2026-W49'),
    policy: STANDARD_POLICY,
    costOn: () => null,
    snoozes: [],
  });
  return () => selfTest(calibration, seedOf('a ledger'));
}

describe('the self-test', () => {
  it('gives the figures of the facts for cells of 20 runs a week', () => {
    const { cells, falseProposals, faults } = tested(20)();
    expect(cells).toHaveLength(10);
    expect(cells[0]).toMatchObject({ perWeek: 20 });
    const [at12, at15, at20] = falseProposals;
    // A = 260: .000, .003 and .080 for a cell and year.
    expect(at12?.perCell).toBeLessThan(0.003);
    expect(at15?.perCell).toBeLessThan(0.01);
    expect(at20?.perCell).toBeGreaterThan(0.04);
    expect(at20?.perCell).toBeLessThan(0.12);
    expect(at20?.perYear).toBeLessThan(2);
    // 11/20, 4/7 and 2/4 weeks of matured runs, and two until they mature.
    const near = (value: number | null | undefined, expected: number) =>
      expect(Math.abs((value ?? 99) - expected)).toBeLessThanOrEqual(1);
    near(faults[0]?.median, 13);
    near(faults[1]?.median, 6);
    near(faults[2]?.median, 4);
    near(faults[1]?.p90, 9);
    near(faults[2]?.p90, 6);
  });

  it('is honest about few runs: many faults go unseen for a year', () => {
    const [at30, , at50] = tested(1)().faults;
    expect(at30?.unseen).toBeGreaterThan(0.5);
    expect(at30?.median).toBeNull();
    expect(at50?.unseen).toBeLessThan(at30?.unseen ?? 0);
  });

  it('gives the same figures again', () => {
    const again = tested(5);
    expect(again()).toEqual(again());
  });
});
