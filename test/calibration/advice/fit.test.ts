import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, logistic } from '../../../src/calibration/advice/index.ts';
import { randomFrom, seedOf } from '../../../src/calibration/statistics/index.ts';

const ROWS = [
  [0.5, -1.2],
  [1.5, 0.3],
  [-0.7, 0.9],
  [-1.1, -0.4],
  [0.2, 1.6],
  [1.0, -0.8],
  [-0.3, 0.1],
  [-1.4, -1.0],
  [0.8, 1.1],
  [-0.5, -0.6],
];
const LABELS = [0, 1, 0, 0, 1, 1, 0, 0, 1, 0].map((label) => label === 1);

/** The slope of the penalised loss in each direction, from its definition. */
function gradient(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  lambda: number,
  theta: readonly number[],
): readonly number[] {
  const loss = (at: readonly number[]): number => {
    const [intercept = 0, ...coefficients] = at;
    let sum = (lambda / 2) * coefficients.reduce((all, each) => all + each * each, 0);
    for (const [index, row] of rows.entries()) {
      const odds = coefficients.reduce((all, each, k) => all + each * (row[k] ?? 0), intercept);
      sum -= Math.log(logistic(labels[index] === true ? odds : -odds));
    }
    return sum;
  };
  return theta.map((_, k) => {
    const moved = (by: number) => loss(theta.map((each, j) => (j === k ? each + by : each)));
    return (moved(1e-5) - moved(-1e-5)) / 2e-5;
  });
}

describe('the regression', () => {
  it.each([
    [10, [-0.41664466, 0.28769949, 0.174212772]],
    [1, [-0.603296685, 1.321954509, 0.697180909]],
  ] as const)('with lambda %s is what 200,000 steps down the gradient come to', (lambda, expected) => {
    const fit = fitLogistic(ROWS, LABELS, lambda);
    for (const [place, value] of [fit?.intercept ?? 0, ...(fit?.coefficients ?? [])].entries())
      expect(value).toBeCloseTo(expected[place] ?? Number.NaN, 8);
  });

  it('is where the penalised loss is flat, whatever the data', () => {
    const rows = fc.array(
      fc.tuple(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
      ),
      { minLength: 4, maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 10), (examples, lambda) => {
        const labels = examples.map(([, label]) => label);
        fc.pre(labels.includes(true) && labels.includes(false));
        const values = examples.map(([row]) => row);
        const fit = fitLogistic(values, labels, lambda);
        expect(fit).not.toBeNull();
        if (fit === null) return;
        for (const slope of gradient(values, labels, lambda, [fit.intercept, ...fit.coefficients]))
          expect(Math.abs(slope)).toBeLessThan(1e-4);
      }),
      { numRuns: 200 },
    );
  });

  it('finds the coefficients that seeded data were made with', () => {
    const random = randomFrom(seedOf('coefficients'));
    const truth = [-1, 0.8, -0.5, 0];
    const rows = Array.from({ length: 20_000 }, () => [random(), random(), random()].map((u) => 4 * u - 2));
    const labels = rows.map(
      (row) => random() < logistic(row.reduce((odds, x, k) => odds + x * (truth[k + 1] ?? 0), truth[0] ?? 0)),
    );
    const fit = fitLogistic(rows, labels, 10);
    for (const [place, value] of [fit?.intercept ?? 0, ...(fit?.coefficients ?? [])].entries())
      expect(Math.abs(value - (truth[place] ?? 0))).toBeLessThan(0.06);
  });

  it('is none where no penalty keeps separable data', () => {
    expect(fitLogistic([[-1], [1]], [false, true], 0)).toBeNull();
    expect(fitLogistic([[-1], [1]], [false, true], 10)).not.toBeNull();
  });
});
