import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import { costBenefit } from '../../../src/calibration/replay/index.ts';
import { parseDate } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { attempt as plain } from '../attempts.ts';
import { allocationOn, type TierName } from './recorded.ts';

const TODAY = parseDate('2026-11-28') ?? expect.fail();

function on(tier: TierName, dollars: number, changes: Partial<Attempt> = {}): Attempt {
  const model = `claude-${tier}-4-5`;
  return plain({ tier, assigned: tier, model, microusd: dollars * 1e6, ...changes });
}

/** Tasks that ran on both tiers, each at its cost, with so many of them reworked. */
function both(count: number, cheap: { tier: TierName; usd: number; bad: number }, dear: typeof cheap) {
  return Array.from({ length: count }, (_, index) => {
    const first = on(cheap.tier, cheap.usd, {
      fate: index < cheap.bad ? 'reworked' : 'good',
      taskType: 'fix',
    });
    const { workItem, task, at } = first;
    const fate = index < dear.bad ? 'reworked' : 'good';
    return [first, on(dear.tier, dear.usd, { workItem, task, at: at + 1000, fate, taskType: 'fix' })];
  }).flat();
}

function benefit(attempts: readonly Attempt[], more = '') {
  return costBenefit(attempts, allocationOn('sonnet', more).allocation, shippedModels(), TODAY);
}

describe('the cost of every tier', () => {
  it('is told by type of task, the dearest first, with the rework of first attempts', () => {
    const { rows } = benefit([
      on('sonnet', 3, { taskType: 'docs' }),
      on('sonnet', 6, { taskType: 'fix', fate: 'reworked' }),
    ]);
    expect(rows.map(({ taskType, runs, microusd }) => [taskType, runs, microusd])).toEqual([
      ['fix', 1, 6_000_000],
      ['docs', 1, 3_000_000],
    ]);
    expect(rows[0]?.baselines).toEqual([
      { tier: 'haiku', microusd: 2_000_000, pairs: 0, between: ['sonnet', 'haiku'] },
      { tier: 'sonnet', microusd: 6_000_000, pairs: null, between: null },
      { tier: 'opus', microusd: 10_000_000, pairs: 0, between: ['sonnet', 'opus'] },
    ]);
    expect(rows[0]?.rework).toEqual([{ tier: 'sonnet', n: 1, x: 1 }]);
  });

  it('is never below a floor, and leaves out what has no known cost', () => {
    const floor = 'floors: [{ id: f, agents: [TESTING], minimum: sonnet, exceptions: never }]';
    const { rows } = benefit([on('sonnet', 3), on('sonnet', 3, { microusd: null })], floor);
    expect(rows).toMatchObject([
      { runs: 1, baselines: [{ microusd: 3_000_000 }, { microusd: 3_000_000 }, {}] },
    ]);
  });
});

describe('a tier', () => {
  it('is dominated where another one costs less at the same tasks, and is reworked less', () => {
    const { dominated } = benefit(
      both(40, { tier: 'haiku', usd: 1, bad: 2 }, { tier: 'opus', usd: 2.5, bad: 20 }),
    );
    expect(dominated).toMatchObject([{ taskType: 'fix', tier: 'opus', by: 'haiku', pairs: 40 }]);
  });

  it('is not where it is dearer and better, where the difference may be chance, or where few tasks were seen', () => {
    const haiku = { tier: 'haiku', usd: 1 } as const;
    const opus = { tier: 'opus', usd: 2.5 } as const;
    for (const attempts of [
      both(40, { ...haiku, bad: 20 }, { ...opus, bad: 2 }),
      both(40, { ...haiku, bad: 9 }, { ...opus, bad: 10 }),
      both(5, { ...haiku, bad: 0 }, { ...opus, bad: 5 }),
      both(40, { ...haiku, bad: 2 }, { ...opus, usd: 1, bad: 20 }),
    ])
      expect(benefit(attempts).dominated).toEqual([]);
  });
});
