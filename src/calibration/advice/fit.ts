/** A logistic regression in log odds. */
export interface Fit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

/** Smaller steps change nothing that is written down. */
const SMALLEST_STEP = 1e-9;
const MOST_STEPS = 100;

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Solves A x = b for a positive definite A by Cholesky's decomposition; null where A is none. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array | null {
  const size = right.length;
  const lower = matrix.map((row) => row.slice());
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      if (row === column && !(sum > 0)) return null;
      lower[row]?.fill(row === column ? Math.sqrt(sum) : sum / at(column, column), column, column + 1);
    }
  }
  const x = right.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - at(row, k) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = (x[row] ?? 0) - at(k, row) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / at(row, row);
  }
  return x;
}

/** The log loss of a row, of whose label only the odds against are given. */
function loss(odds: number): number {
  return odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
}

/**
 * The coefficients with the smallest sum of log losses plus half of lambda times the sum of their squares; the
 * intercept is free. There is one answer where lambda is above 0 and both labels occur: Newton's steps, halved while
 * they make it worse. Null where there is none.
 * @param rows of one length each; the same order gives the same bits
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  lambda: number,
): Fit | null {
  const size = 1 + (rows[0]?.length ?? 0);
  const oddsOf = (theta: Float64Array, row: readonly number[]): number => {
    let odds = theta[0] ?? 0;
    for (let k = 1; k < size; k++) odds += (theta[k] ?? 0) * (row[k - 1] ?? 0);
    return odds;
  };
  const penalised = (theta: Float64Array): number => {
    let sum = 0;
    for (let k = 1; k < size; k++) sum += (lambda / 2) * (theta[k] ?? 0) ** 2;
    for (const [index, row] of rows.entries())
      sum += loss(labels[index] === true ? -oddsOf(theta, row) : oddsOf(theta, row));
    return sum;
  };
  let theta = new Float64Array(size);
  let now = penalised(theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = new Float64Array(size);
    const curvature = Array.from({ length: size }, () => new Float64Array(size));
    for (let k = 1; k < size; k++) {
      gradient[k] = lambda * (theta[k] ?? 0);
      curvature[k]?.fill(lambda, k, k + 1);
    }
    for (const [index, row] of rows.entries()) {
      const p = logistic(oddsOf(theta, row));
      const error = p - (labels[index] === true ? 1 : 0);
      const weight = p * (1 - p);
      for (let k = 0; k < size; k++) {
        const value = k === 0 ? 1 : (row[k - 1] ?? 0);
        if (value === 0) continue;
        gradient[k] = (gradient[k] ?? 0) + error * value;
        const line = curvature[k] ?? gradient;
        for (let j = 0; j <= k; j++)
          line[j] = (line[j] ?? 0) + weight * value * (j === 0 ? 1 : (row[j - 1] ?? 0));
      }
    }
    const newton = solve(curvature, gradient);
    if (newton === null) return null;
    let share = 1;
    let next = theta.map((value, k) => value - (newton[k] ?? 0));
    let then = penalised(next);
    while (then > now + 1e-12 * Math.abs(now) && share > 1e-6) {
      share /= 2;
      const part = share;
      next = theta.map((value, k) => value - part * (newton[k] ?? 0));
      then = penalised(next);
    }
    [theta, now] = [next, then];
    if (newton.every((each) => Math.abs(share * each) < SMALLEST_STEP)) {
      const [intercept = 0, ...coefficients] = theta;
      return { intercept, coefficients };
    }
  }
  return null;
}
