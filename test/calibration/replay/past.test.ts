import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import { pastWhatIfs } from '../../../src/calibration/replay/index.ts';
import { loggedWhatIf } from '../../usage/records/what-ifs.ts';
import { attempt, week } from '../attempts.ts';

const OVER = ['2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53', '2027-W01', '2027-W02'].map(week);
const INTERVAL = { low: 400_000, high: 600_000 };

function runs(on: string, tier: string, microusd: number | null, changes: Partial<Attempt> = {}) {
  return Array.from({ length: 4 }, () => attempt({ on, tier, assigned: tier, microusd, ...changes }));
}

describe('what came of a what-if', () => {
  it('is what a run of its cells cost in the first four whole weeks', () => {
    const attempts = [
      ...runs('2026-W49', 'sonnet', 300_000),
      ...runs('2026-W50', 'opus', 500_000),
      ...runs('2026-W53', 'opus', 540_000),
      // The fifth week.
      ...runs('2027-W01', 'opus', 9_000_000),
      ...runs('2026-W50', 'haiku', 1, { agent: 'DOCS' }),
    ];
    expect(pastWhatIfs([loggedWhatIf()], attempts, OVER)).toEqual([{ ...INTERVAL, actual: 520_000 }]);
    // The week still runs.
    expect(pastWhatIfs([loggedWhatIf()], attempts, [week('2026-W49')])).toEqual([]);
    expect(pastWhatIfs([loggedWhatIf()], attempts, OVER.slice(0, 2))).toEqual([
      { ...INTERVAL, actual: 500_000 },
    ]);
  });

  it('is nothing where the proposal was not merged, or nobody knows the cost', () => {
    const unmerged = [...runs('2026-W50', 'sonnet', 300_000), ...runs('2026-W51', 'opus', 500_000)];
    expect(pastWhatIfs([loggedWhatIf()], unmerged, OVER)).toEqual([]);
    expect(pastWhatIfs([loggedWhatIf()], runs('2026-W50', 'opus', null), OVER)).toEqual([]);
    expect(pastWhatIfs([loggedWhatIf()], [], OVER)).toEqual([]);
    // That a person picked the tier, or a trial, says nothing of the cell.
    expect(pastWhatIfs([loggedWhatIf()], runs('2026-W50', 'opus', 1, { isOverridden: true }), OVER)).toEqual(
      [],
    );
  });

  it('ends where the cell is given another tier again', () => {
    const attempts = [...runs('2026-W50', 'opus', 500_000), ...runs('2026-W51', 'haiku', 1)];
    expect(pastWhatIfs([loggedWhatIf()], attempts, OVER)).toEqual([{ ...INTERVAL, actual: 500_000 }]);
  });

  it('counts each cell as the what-if did, whatever runs more often by now', () => {
    const [cell] = loggedWhatIf().cells;
    const logged = loggedWhatIf({
      cells: [
        { agent: 'TESTING', phase: 'EXEC', from: 'sonnet', to: 'opus', runs: 30 },
        { agent: 'DOCS', phase: 'EXEC', from: 'sonnet', to: 'haiku', runs: 10 },
      ],
    });
    const attempts = [
      ...runs('2026-W50', 'opus', 600_000),
      ...Array.from({ length: 9 }, () => runs('2026-W50', 'haiku', 200_000, { agent: 'DOCS' })).flat(),
    ];
    expect(pastWhatIfs([logged], attempts, OVER)).toEqual([{ ...INTERVAL, actual: 500_000 }]);
    // Of one week the proposal that has all the cells counts, and of those of one change the first.
    const only = { ...loggedWhatIf(), at: '2026-12-01T12:00:00Z', cells: cell === undefined ? [] : [cell] };
    expect(
      pastWhatIfs([only, logged, { ...logged, at: '2026-12-03T12:00:00Z' }], attempts, OVER),
    ).toHaveLength(1);
    // Where a person merged only that, it is the one that counts.
    expect(pastWhatIfs([only, logged], runs('2026-W50', 'opus', 500_000), OVER)).toEqual([
      { ...INTERVAL, actual: 500_000 },
    ]);
  });

  it('stands in the order of the weeks, however it was logged', () => {
    const later = loggedWhatIf({ since: '2027-W01', interval: { low: 1, high: 2 } });
    const attempts = OVER.slice(1).flatMap((each) => runs(each, 'opus', 500_000));
    for (const logged of [
      [later, loggedWhatIf()],
      [loggedWhatIf(), later],
    ])
      expect(pastWhatIfs(logged, attempts, OVER)).toEqual([
        { ...INTERVAL, actual: 500_000 },
        { low: 1, high: 2, actual: 500_000 },
      ]);
  });
});
