import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/calibration/attempt.ts';
import { pairsOf, scoreWhatIfs, type WhatIf, whatIf } from '../../../src/calibration/replay/index.ts';
import { parseDate } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { attempt as plain, startOf, week } from '../attempts.ts';
import { allocationOn } from './recorded.ts';

const DAY = 86_400_000;
const WEEKS = ['2026-W47', '2026-W48'].map((each) => ({
  week: week(each),
  from: startOf(each),
  to: startOf(each) + 7 * DAY,
}));
const TODAY = parseDate('2026-11-28') ?? expect.fail();

let number = 0;
/** A run of TESTING in EXEC on haiku, at a task of its own, that cost a dollar. */
function attempt(changes: Partial<Attempt> & { readonly on?: string } = {}): Attempt {
  number += 1;
  const tier = changes.tier ?? 'haiku';
  return plain({
    on: '2026-W48',
    workItem: `pr-${number}`,
    task: `task ${changes.workItem ?? `pr-${number}`}`,
    assigned: tier,
    tier,
    model: `claude-${tier}-4-5`,
    microusd: 1_000_000,
    ...changes,
  });
}

function replayed(
  attempts: readonly Attempt[],
  base: ReturnType<typeof allocationOn>,
  head: typeof base,
): WhatIf {
  return whatIf({
    attempts: [...attempts].sort((a, b) => a.at - b.at),
    unassigned: [],
    weeks: WEEKS,
    base,
    head,
    table: shippedModels(),
    today: TODAY,
    now: startOf('2026-W50'),
    commit: 'a'.repeat(40),
    notCounted: 0,
    damage: null,
  });
}

/** One task on haiku for a dollar, and again on sonnet for so much. */
function seenTwice(on: string, dollars: number, later: Partial<Attempt> = {}): readonly Attempt[] {
  const first = attempt({ on });
  const again = { at: first.at + 1000, workItem: first.workItem, task: first.task };
  return [first, attempt({ on, tier: 'sonnet', microusd: dollars * 1e6, ...again, ...later })];
}

const HAIKU = allocationOn('haiku');
const SONNET = allocationOn('sonnet');

describe('a task seen on two tiers', () => {
  const first = attempt();
  const again = { at: first.at + 1000, workItem: first.workItem, task: first.task };
  const on = (changes: Partial<Attempt>) =>
    pairsOf([first, attempt({ ...again, tier: 'sonnet', ...changes })]).length;

  it('is a pair where both attempts are first ones, or linked by an escalation or a trial', () => {
    expect(on({})).toBe(1);
    expect(on({ isFirst: false, escalatedFrom: 'haiku' })).toBe(1);
    const trial = { id: 't1', arm: 'trial', propensity: 0.25 };
    expect(
      pairsOf([{ ...first, trial }, attempt({ ...again, tier: 'sonnet', isFirst: false, trial })]).length,
    ).toBe(1);
  });

  it('is none where the attempts are not linked, of one tier, of other work, or of a cost that nobody knows', () => {
    expect(on({ isFirst: false })).toBe(0);
    expect(on({ tier: 'haiku' })).toBe(0);
    expect(on({ task: 'another repository' })).toBe(0);
    expect(on({ phase: 'PLAN' })).toBe(0);
    expect(on({ microusd: null })).toBe(0);
  });
});

describe('another tier', () => {
  it('costs what list prices say where no task was seen on both, and the basis says so', () => {
    const found = replayed([attempt(), attempt()], HAIKU, SONNET);
    expect(found).toMatchObject({
      runs: 2,
      actual: { microusd: 2_000_000 },
      base: { microusd: 2_000_000 },
      head: { microusd: 6_000_000 },
      delta: { microusd: 4_000_000, percent: 200 },
      basis: { kind: 'list-prices', pairs: 0 },
      quality: null,
    });
    expect(found.assumptions.join(' ')).toContain('Where no task was seen on both tiers');
    expect(found.delta.low).toBeLessThan(4_000_000);
    expect(found.delta.high).toBeGreaterThan(4_000_000);
  });

  it('costs what pairs show, drawn to list prices where they are few', () => {
    const headOf = (pairs: number): number => {
      const seen = Array.from({ length: pairs }, () => seenTwice('2026-W40', 1.5)).flat();
      return replayed([...seen, attempt()], HAIKU, SONNET).head.microusd;
    };
    const [none, one, ten, many] = [0, 1, 10, 200].map(headOf);
    expect(none).toBe(3_000_000);
    expect(one).toBeGreaterThan(2_500_000);
    expect(ten).toBeLessThan(one ?? 0);
    expect(many).toBeLessThan(1_520_000);
    expect(many).toBeGreaterThan(1_500_000);
  });

  it('costs what the same task came to there', () => {
    const found = replayed(seenTwice('2026-W48', 1.25), HAIKU, SONNET);
    expect(found.head.microusd).toBe(2_500_000);
    expect(found.base.microusd).toBe(2_000_000);
    expect(found.basis.kind).toBe('recorded');
  });

  it('is known by its own price where both are named by the file, and nothing by none', () => {
    const found = replayed(
      [
        attempt(),
        attempt({ microusd: null }),
        attempt({ microusd: null, tokens: null }),
        attempt({ tier: 'gone' }),
      ],
      HAIKU,
      SONNET,
    );
    expect(found.left_out).toEqual({ unpriced: 1, unmeasured: 1, no_tier: 1, not_counted: 0 });
    expect(found.head.microusd).toBe(3_000_000);
    expect(found.assumptions).toContain('3 runs without a known cost are in no total.');
  });
});

describe('effort alone', () => {
  const at = (effort: string) => allocationOn(`haiku, effort: ${effort}`, '', 'claude-haiku-5-5');

  it("follows the vendor's index, and is called so", () => {
    const found = replayed([attempt({ model: 'claude-haiku-5-5' })], at('high'), at('low'));
    expect(found.head.microusd).toBe(380_000);
    expect(found.basis).toEqual({ kind: 'effort-index', pairs: 0 });
  });

  it('of a model that the index does not have changes nothing, and that is said', () => {
    const on = (effort: string) => allocationOn(`haiku, effort: ${effort}`);
    const found = replayed([attempt()], on('high'), on('low'));
    expect(found.delta.microusd).toBe(0);
    expect(found.assumptions.join(' ')).toContain('does not have claude-haiku-4-5');
  });
});

describe('what was decided for a run', () => {
  it('is decided again: a floor, an override and an escalation stay what they are', () => {
    const override = attempt({ tier: 'opus', assigned: 'haiku', isOverridden: true });
    const escalated = attempt({ tier: 'opus', assigned: 'sonnet', isFirst: false, escalatedFrom: 'sonnet' });
    const found = replayed([override, escalated], HAIKU, SONNET);
    expect(found.delta.microusd).toBe(0);
    const kept = allocationOn(
      'sonnet',
      'floors: [{ id: f, agents: [TESTING], minimum: sonnet, exceptions: never }]',
    );
    expect(replayed([attempt({ tier: 'sonnet' })], SONNET, kept).delta.microusd).toBe(0);
  });

  it('is put off where the budget of the week is used up, counted at its cost, and run in the week after', () => {
    const budget = 'budget: { mode: enforce, weekly: { usd: 2.5 } }';
    const many = [47, 48].flatMap((on) =>
      [0, 1, 2].map((day) => attempt({ on: `2026-W${on}`, at: startOf(`2026-W${on}`) + day * DAY })),
    );
    const found = replayed(many, allocationOn('haiku', budget), allocationOn('sonnet', budget));
    expect(found.head.microusd).toBe(18_000_000);
    expect(found.head.deferred).toBeGreaterThan(0);
    expect(found.head.zones[0]?.days.at(-1)).toBe('EXHAUSTED');
    expect(found.base.zones[0]?.days.slice(0, 2)).toEqual(['GREEN', 'YELLOW']);
    expect(found.base.zones[0]?.days).toHaveLength(7);
  });

  it('follows a change of the week, and one that is still to come', () => {
    const since = (text: string) =>
      allocationOn('haiku', `matrix: { EXEC: { TESTING: { tier: sonnet, was: haiku, since: ${text} } } }`);
    const runs = [attempt({ on: '2026-W47' }), attempt({ on: '2026-W48' })];
    expect(replayed(runs, HAIKU, since('2026-W48')).head.microusd).toBe(4_000_000);
    expect(replayed(runs, HAIKU, since('2026-W50')).head.microusd).toBe(6_000_000);
  });
});

describe('quality', () => {
  it('is told where there is evidence, and of nothing else', () => {
    const rescued = seenTwice('2026-W48', 3, { isFirst: false, escalatedFrom: 'haiku', outcome: 'pass' });
    const found = replayed([...rescued, attempt({ fate: 'reworked' })], HAIKU, SONNET);
    expect(found.quality?.cells).toEqual([
      {
        agent: 'TESTING',
        phase: 'EXEC',
        from: 'haiku',
        to: 'sonnet',
        base: { n: 2, x: 1 },
        head: null,
        rescued: { n: 1, x: 1 },
      },
    ]);
  });
});

describe('the same ledger', () => {
  it('gives the same, in any order of what happened at one time', () => {
    const runs = fc.array(
      fc.record({
        on: fc.constantFrom('2026-W46', '2026-W47', '2026-W48'),
        tier: fc.constantFrom('haiku', 'sonnet', 'opus'),
        microusd: fc.constantFrom(null, 0, 500_000, 2_000_000),
        isFirst: fc.boolean(),
        isCritical: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(runs, (given) => {
        const attempts = given.map((each, index) =>
          attempt({ ...each, at: startOf(each.on) + index * 1000 }),
        );
        const one = replayed(attempts, HAIKU, SONNET);
        expect(replayed([...attempts].reverse(), HAIKU, SONNET)).toEqual(one);
        expect(one.delta.microusd).toBe(one.head.microusd - one.base.microusd);
        expect(replayed(attempts, SONNET, SONNET).delta).toMatchObject({ microusd: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('of nothing is nothing, and no zero', () => {
    const found = replayed([], HAIKU, SONNET);
    expect(found).toMatchObject({ weeks: 0, runs: 0, delta: { percent: null, low: null, high: null } });
  });
});

describe('past what-ifs', () => {
  it('are scored by whether what came was inside of the interval', () => {
    const past = [9, 1, 2, 3, 12].map((actual) => ({ low: 0, high: 10, actual }));
    expect(scoreWhatIfs(past)).toEqual({ inside: 3, of: 4 });
    expect(scoreWhatIfs([])).toEqual({ inside: 0, of: 0 });
  });
});
