import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target, TargetBound } from '../../src/allocation/allocation.ts';
import { judgeTarget, type Measurement } from '../../src/report/targets.ts';

const share = fc.integer({ min: 0, max: 20 }).map((each) => each / 20);
const bounds: fc.Arbitrary<TargetBound> = fc.oneof(
  fc.record({ kind: fc.constantFrom('below', 'above', 'at_most', 'at_least'), value: share }),
  fc
    .tuple(share, share)
    .map(([a, b]) => ({ kind: 'between' as const, low: Math.min(a, b), high: Math.max(a, b) })),
);
const shares = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([hits, unknown, others]) => ({ hits, unknown, n: hits + unknown + others }));

function judged(bound: TargetBound, measured: Measurement) {
  const target: Target = {
    id: 'haiku_rework',
    figure: { unit: 'share', better: 'lower' },
    what: 'x',
    bound,
    measuredBy: 'outcomes',
    because: null,
  };
  return judgeTarget(target, measured);
}

describe('the verdict on a rate of which some cases are not known', () => {
  it('holds whatever becomes of them', () => {
    fc.assert(
      fc.property(bounds, shares, (bound, { hits, unknown, n }) => {
        const { status, low, high } = judged(bound, { kind: 'rate', hits, unknown, n });
        if (unknown > 0) expect([low, high]).toEqual([hits / n, (hits + unknown) / n]);
        if (status !== 'met' && status !== 'missed') return;
        for (let so = 0; so <= unknown; so += 1)
          expect(judged(bound, { kind: 'rate', hits: hits + so, unknown: 0, n }).status).toBe(status);
      }),
    );
  });

  it('is never missed as long as only one side is known', () => {
    fc.assert(
      fc.property(bounds, shares, (bound, { hits, unknown }) => {
        if (unknown === 0) return;
        const onlyBad = judged(bound, { kind: 'rate', hits, unknown, n: hits + unknown });
        const onlyGood = judged(bound, { kind: 'rate', hits: 0, unknown, n: hits + unknown });
        expect([onlyBad.status, onlyGood.status]).not.toContain('missed');
      }),
    );
  });
});

describe('a trend that is to stay steady', () => {
  it('is missed on the bad side alone', () => {
    const trend = (better: 'lower' | 'higher' | null, value: number) => {
      const target: Target = {
        id: 'work_items_per_week',
        figure: { unit: 'items', better },
        what: 'x',
        bound: { kind: 'trend', direction: 'steady' },
        measuredBy: 'pull_requests',
        because: null,
      };
      return judgeTarget(target, { kind: 'trend', value, before: 100, n: 100 }).status;
    };
    expect([80, 90, 110, 200].map((value) => trend('higher', value))).toEqual([
      'missed',
      'met',
      'met',
      'met',
    ]);
    expect([0, 90, 110, 120].map((value) => trend('lower', value))).toEqual(['met', 'met', 'met', 'missed']);
    expect([80, 90, 110, 120].map((value) => trend(null, value))).toEqual(['missed', 'met', 'met', 'missed']);
  });
});
