import { logGamma } from './special.ts';

const TINY = 1e-300;
const MOST_STEPS = 10_000;

/** Evaluates the continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22). */
function fraction(x: number, a: number, b: number): number {
  const kept = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const factor = d * c;
    result *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return result;
}

/** ln of x^a (1-x)^b / B(a, b). */
function logWeight(x: number, a: number, b: number): number {
  return logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
}

/** P(X <= x) where X is Beta(a, b): the regularised incomplete beta function. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const weight = Math.exp(logWeight(x, a, b));
  return x < (a + 1) / (a + b + 2)
    ? (weight * fraction(x, a, b)) / a
    : 1 - (weight * fraction(1 - x, b, a)) / b;
}

/** The x with P(X <= x) = p where X is Beta(a, b): Newton's steps, halved where they leave what is known to hold it. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const error = betaCdf(x, a, b) - p;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp(logWeight(x, a, b)) / (x * (1 - x));
    const newton = x - error / density;
    if (Math.abs(newton - x) <= 1e-14 * x || high - low <= 1e-16) return x;
    x = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return x;
}
