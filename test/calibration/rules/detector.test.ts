import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterWeek,
  evidenceByWeek,
  nothingSeen,
  otherEvidence,
  PLAIN_ALTERNATIVES,
  reworkEvidence,
  thresholdOf,
} from '../../../src/calibration/rules/detector.ts';
import {
  allowedByComplexity,
  divergence,
  faultRate,
  goodRate,
  STANDARD_POLICY,
  unwantedRate,
} from '../../../src/calibration/rules/policy.ts';
import { helpOf } from '../../../src/calibration/rules/rescue.ts';

const plain = (weeks: readonly (readonly [n: number, x: number])[]) =>
  weeks.map(([n, x]) => [{ n, x, allowed: 0.2 }]);

describe('the detector', () => {
  it('gives the reference values', () => {
    const weeks = plain([
      [12, 2],
      [9, 1],
      [14, 6],
      [11, 5],
      [13, 6],
      [10, 5],
    ]);
    const logs = evidenceByWeek(weeks, PLAIN_ALTERNATIVES, 0.02);
    const expected = [-0.775573, -0.378489, 1.585249, 2.925223, 4.468941, 6.104124];
    for (const [place, value] of expected.entries()) expect(logs[place]).toBeCloseTo(value, 5);
    expect(Math.round(Math.exp(logs.at(-1) ?? 0))).toBe(448);
  });

  it('gives the reference value by complexity', () => {
    const strata = [
      { n: 5, x: 1, allowed: 0.12 },
      { n: 4, x: 2, allowed: 0.2 },
      { n: 2, x: 1, allowed: 0.35 },
    ];
    expect(evidenceByWeek([strata], [1.35, 1.75, 2.75, 5], 0.02)[0]).toBeCloseTo(0.556542, 5);
  });

  it('never grows by a run that was good', () => {
    const counts = fc.nat(60).chain((n) => fc.record({ n: fc.constant(n + 1), x: fc.nat(n + 1) }));
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 12 }), counts, (earlier, { n, x }) => {
        let state = nothingSeen(PLAIN_ALTERNATIVES);
        for (const week of earlier)
          state = afterWeek(state, [{ ...week, allowed: 0.2 }], PLAIN_ALTERNATIVES, 0.02);
        const without = afterWeek(state, [{ n, x, allowed: 0.2 }], PLAIN_ALTERNATIVES, 0.02);
        const withOne = afterWeek(state, [{ n: n + 1, x, allowed: 0.2 }], PLAIN_ALTERNATIVES, 0.02);
        for (const [place, value] of withOne.entries())
          expect(value).toBeLessThanOrEqual((without[place] ?? 0) + 1e-12);
      }),
    );
  });

  it('watches escalations and overrides by the same rule', () => {
    const weeks = Array.from({ length: 8 }, () => ({ n: 20, x: 5 }));
    expect(otherEvidence('escalation', weeks, 0.02)).toBeGreaterThan(Math.log(260));
    expect(otherEvidence('override', weeks, 0.02)).toBeGreaterThan(Math.log(260));
    const calm = Array.from({ length: 8 }, () => ({ n: 20, x: 1 }));
    expect(otherEvidence('escalation', calm, 0.02)).toBeLessThan(Math.log(52));
    expect(otherEvidence('escalation', [], 0.02)).toBeNull();
    expect(reworkEvidence([], STANDARD_POLICY, 0.02)).toEqual([]);
  });

  it('asks for more evidence, the more cells there are', () => {
    expect(thresholdOf(16, STANDARD_POLICY)).toBe(416);
    expect(thresholdOf(24, STANDARD_POLICY)).toBe(624);
    expect(thresholdOf(10, STANDARD_POLICY)).toBe(260);
  });
});

describe('the policy', () => {
  it('has the rates of the strategy where 20 % are allowed, and moves them with what is', () => {
    expect(unwantedRate(STANDARD_POLICY)).toBeCloseTo(0.25, 12);
    expect(goodRate(STANDARD_POLICY)).toBeCloseTo(0.15, 12);
    expect(faultRate(STANDARD_POLICY)).toBeCloseTo(0.3, 12);
    const { S, M, L } = allowedByComplexity(STANDARD_POLICY);
    expect([S, M, L].map((each) => Number(each.toFixed(12)))).toEqual([0.12, 0.2, 0.35]);
    expect(unwantedRate({ ...STANDARD_POLICY, reworkAllowed: 0.1 })).toBeCloseTo(0.129, 3);
  });

  it('says how many runs a fault takes', () => {
    const runs = (rate: number): number => Math.ceil(Math.log(260) / divergence(rate, 0.2));
    expect([runs(0.25), runs(0.3), runs(0.4), runs(0.5)]).toEqual([754, 198, 54, 25]);
  });
});

describe('the rescue gate', () => {
  it('tells a model that is too small from a task that nobody can do', () => {
    expect(helpOf({ n: 9, x: 8 })).toBe('helps');
    expect(helpOf({ n: 9, x: 1 })).toBe('does-not');
    expect(helpOf({ n: 0, x: 0 })).toBe('unknown');
    expect(helpOf({ n: 4, x: 2 })).toBe('unknown');
  });
});
