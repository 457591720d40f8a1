import cephes from 'cephes';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  blockBootstrap,
  drawBinomial,
  drawChance,
  drawPoisson,
  jeffreys,
  jeffreysAbove,
  logGamma,
  logSumExp,
  normalCdf,
  priorOf,
  quantile,
  randomFrom,
  seedOf,
  shrunken,
  shrunkenAtMost,
  weeklyCorrelation,
  wilson,
} from '../../../src/calibration/statistics/index.ts';

/** From a thousandth to a hundred thousand, as many in each power of ten. */
const parameter = fc.double({ min: -3, max: 5, noNaN: true }).map((power) => 10 ** power);
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('the special functions', () => {
  beforeAll(() => cephes.compiled);

  it('give the reference values', () => {
    expect(betaCdf(0.2, 3.5, 12.5)).toBeCloseTo(0.473_130_329_1, 10);
    expect(betaQuantile(0.05, 2.5, 18.5)).toBeCloseTo(0.029_334_24, 8);
    expect(logSumExp([0, Math.log(2)])).toBeCloseTo(Math.log(3), 14);
    expect(logSumExp([-4000, -4000])).toBeCloseTo(-4000 + Math.log(2), 10);
    expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('agree with Cephes on ln gamma', () => {
    fc.assert(
      fc.property(parameter, (x) => {
        expect(Math.abs(logGamma(x) - cephes.lgam(x))).toBeLessThan(
          1e-12 * Math.max(1, Math.abs(cephes.lgam(x))),
        );
      }),
    );
  });

  it('agree with Cephes on the normal distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (z) => {
        expect(Math.abs(normalCdf(z) - cephes.ndtr(z))).toBeLessThan(1e-13);
      }),
    );
  });

  it('agree with Cephes on the beta distribution', () => {
    fc.assert(
      fc.property(chance, parameter, parameter, (x, a, b) => {
        expect(Math.abs(betaCdf(x, a, b) - cephes.incbet(a, b, x))).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('turn the beta distribution round', () => {
    const shape = fc.double({ min: -0.3, max: 5, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        // Near 1 the next number may be a step of the distribution away.
        const step = Math.abs(betaCdf(x + 2e-16, a, b) - betaCdf(x - 2e-16, a, b));
        expect(Math.abs(cephes.incbet(a, b, x) - p)).toBeLessThan(1e-9 + step);
      }),
      { numRuns: 500 },
    );
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('the generator', () => {
  it('is sfc32 of the first 96 bits', () => {
    const mask = 0xffff_ffffn;
    const hash = seedOf('octo/demo');
    let [a, b, c, counter] = [0, 8, 16].map((at) => BigInt(`0x${hash.slice(at, at + 8)}`)).concat([1n]) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    const expected: number[] = [];
    for (let round = 0; round < 40; round++) {
      const sum = (a + b + counter) & mask;
      counter = (counter + 1n) & mask;
      a = b ^ (b >> 9n);
      b = (c + (c << 3n)) & mask;
      c = (((c << 21n) | (c >> 11n)) + sum) & mask;
      if (round >= 15) expected.push(Number(sum) / 2 ** 32);
    }
    const random = randomFrom(hash);
    expect(expected.map(() => random())).toEqual(expected);
  });

  it('takes a commit for a seed, and nothing shorter than 24 digits', () => {
    expect(randomFrom('6c1d9e2b0a48d1f0c3b6a7985e4d3c2b1a098765')()).toBeLessThan(1);
    expect(() => randomFrom('6c1d9e2')).toThrow(RangeError);
    expect(() => randomFrom('main, the branch of the ledger')).toThrow(RangeError);
  });

  it('draws what is asked for on average', () => {
    const random = randomFrom(seedOf('draws'));
    const many = Array.from({ length: 20_000 });
    const mean = (draw: () => number): number => many.reduce<number>((sum) => sum + draw(), 0) / many.length;
    expect(mean(random)).toBeCloseTo(0.5, 1.8);
    expect(mean(() => drawBinomial(random, 10, 0.3))).toBeCloseTo(3, 1);
    expect(mean(() => drawPoisson(random, 7))).toBeCloseTo(7, 1);
    expect(drawPoisson(random, 0)).toBe(0);
    // Many are drawn another way; by three standard errors.
    const spread = (draw: () => number) => {
      const drawn = many.map(draw);
      const middle = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
      return { middle, variance: drawn.reduce((sum, each) => sum + (each - middle) ** 2, 0) / drawn.length };
    };
    const tries = spread(() => drawBinomial(random, 300, 0.2));
    expect(Math.abs(tries.middle - 60)).toBeLessThan(0.15);
    expect(Math.abs(tries.variance - 48)).toBeLessThan(1.5);
    const times = spread(() => drawPoisson(random, 100));
    expect(Math.abs(times.middle - 100)).toBeLessThan(0.22);
    expect(Math.abs(times.variance - 100)).toBeLessThan(3);
    const chances = many.map(() => drawChance(random, 0.2, 0.02));
    const average = chances.reduce((sum, each) => sum + each, 0) / chances.length;
    const variance = chances.reduce((sum, each) => sum + (each - average) ** 2, 0) / chances.length;
    expect(average).toBeCloseTo(0.2, 2);
    // rho p (1 - p)
    expect(variance).toBeCloseTo(0.0032, 3);
    expect(drawChance(random, 0.2, 0)).toBe(0.2);
  });
});

describe('estimates', () => {
  it('of rates have the intervals of Wilson and of Jeffreys', () => {
    // 1.96 gives the textbook's interval of 95 %.
    expect(wilson({ n: 10, x: 1 }, 1.96)?.low).toBeCloseTo(0.0179, 4);
    expect(wilson({ n: 10, x: 1 }, 1.96)?.high).toBeCloseTo(0.4042, 4);
    expect(wilson({ n: 0, x: 0 })).toBeNull();
    expect(jeffreysAbove({ n: 9, x: 7 }, 0.4)).toBeGreaterThan(0.98);
    const { low, high } = jeffreys({ n: 20, x: 2 });
    expect(betaCdf(low, 2.5, 18.5)).toBeCloseTo(0.1, 10);
    expect(betaCdf(high, 2.5, 18.5)).toBeCloseTo(0.9, 10);
  });

  it('are drawn towards the cells of the tier, the more the fewer runs there are', () => {
    const prior = { mean: 0.157, strength: 20 };
    expect(shrunken({ n: 69, x: 25 }, prior).rate).toBeCloseTo(0.316, 3);
    expect(shrunken({ n: 69, x: 25 }, prior).low).toBeCloseTo(0.25, 2);
    expect(shrunken({ n: 69, x: 25 }, prior).high).toBeCloseTo(0.38, 2);
    expect(shrunken({ n: 0, x: 0 }, prior).rate).toBeCloseTo(0.157, 10);
    expect(shrunkenAtMost({ n: 200, x: 4 }, prior, 0.15)).toBeGreaterThan(0.99);
  });

  it('have a prior within its bounds, whatever was seen', () => {
    const cell = fc.nat(200).chain((n) => fc.record({ n: fc.constant(n), x: fc.nat(n) }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
        const { mean, strength } = priorOf(cells);
        expect(mean).toBeGreaterThan(0);
        expect(mean).toBeLessThan(1);
        expect(strength).toBeGreaterThanOrEqual(1 / 0.3 - 1 - 1e-9);
        expect(strength).toBeLessThanOrEqual(199.000_001);
      }),
    );
    // Equal cells: nothing tells them apart, so all of the evidence is shared.
    expect(priorOf(Array.from({ length: 24 }, () => ({ n: 50, x: 8 }))).strength).toBeCloseTo(199, 6);
  });

  it('find how alike the runs of a week are', () => {
    const random = randomFrom(seedOf('alike'));
    const cells = (rho: number) =>
      Array.from({ length: 200 }, () =>
        Array.from({ length: 12 }, () => {
          const x = drawBinomial(random, 20, drawChance(random, 0.2, rho));
          return { n: 20, x };
        }),
      );
    expect(weeklyCorrelation(cells(0))).toBeCloseTo(0, 2);
    expect(weeklyCorrelation(cells(0.05))).toBeCloseTo(0.05, 2);
    expect(weeklyCorrelation([[{ n: 3, x: 1 }]])).toBeNull();
  });

  it('have quantiles and bootstraps', () => {
    expect([quantile([1, 2, 4], 0.5), quantile([1, 2, 4], 0.75), quantile([], 0.5)]).toEqual([2, 3, null]);
    const weeks = [1, 2, 3, 4, 5, 6, 7, 8];
    const sum = (drawn: readonly number[]): number => drawn.reduce((total, each) => total + each, 0);
    const figures = blockBootstrap(weeks, sum, { rounds: 500, random: randomFrom(seedOf('weeks')) });
    expect(figures).toHaveLength(500);
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    expect(quantile(figures, 0.5)).toBeGreaterThan(32);
    expect(quantile(figures, 0.5)).toBeLessThan(40);
  });
});
