import { betaCdf, betaQuantile } from './beta.ts';

/** x of n. */
export interface Counts {
  readonly n: number;
  readonly x: number;
}

/** A rate and the interval that holds the true one with the named probability. */
export interface Estimate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Outside of an interval of 80 %, at each end. */
const TAIL = 0.1;
/** The normal quantile of 0.9: an interval of 80 %. */
const Z80 = 1.281_551_565_544_600_4;

/** Wilson's interval, 80 % unless another normal quantile is given. Null without runs. */
export function wilson({ n, x }: Counts, z = Z80): Estimate | null {
  if (n === 0) return null;
  const rate = x / n;
  const middle = (rate + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  return { rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** P(the true rate is above `limit`) with Jeffreys' prior, Beta(1/2, 1/2). */
export function jeffreysAbove({ n, x }: Counts, limit: number): number {
  return 1 - betaCdf(limit, x + 0.5, n - x + 0.5);
}

/** Jeffreys' interval of 80 %, around the mean of the posterior. */
export function jeffreys({ n, x }: Counts): Estimate {
  return posterior(x + 0.5, n - x + 0.5);
}

function posterior(a: number, b: number): Estimate {
  return { rate: a / (a + b), low: betaQuantile(TAIL, a, b), high: betaQuantile(1 - TAIL, a, b) };
}

/** What the cells of a tier have in common: their mean, and as how many runs it counts in the rate of each. */
export interface Prior {
  readonly mean: number;
  readonly strength: number;
}

/** Jeffreys' prior: nothing is known. */
export const NO_PRIOR: Prior = { mean: 0.5, strength: 1 };

/** How alike runs of one cell are said to be, at least and at most. */
const LEAST_ALIKE = 0.005;
const MOST_ALIKE = 0.3;

/**
 * The prior that the cells of a tier themselves are, by moments (calibration by empirical Bayes). Of one cell nobody knows
 * how much cells differ: then they may differ a lot.
 */
export function priorOf(cells: readonly Counts[]): Prior {
  const seen = cells.filter(({ n }) => n > 0);
  const total = seen.reduce((sum, { n }) => sum + n, 0);
  const mean = (seen.reduce((sum, { x }) => sum + x, 0) + 0.5) / (total + 1);
  const spread = seen.reduce((sum, { n, x }) => sum + n * (x / n - mean) ** 2, 0);
  const squares = seen.reduce((sum, { n }) => sum + n * n, 0);
  const others = seen.length - 1;
  const bernoulli = mean * (1 - mean);
  const room = bernoulli * (total - squares / total - others);
  const alike = others > 0 && room > 0 ? (spread - bernoulli * others) / room : MOST_ALIKE;
  return { mean, strength: 1 / Math.min(MOST_ALIKE, Math.max(LEAST_ALIKE, alike)) - 1 };
}

/** The posterior of a cell's rate: Beta(a, b). */
export function shrunkenBeta({ n, x }: Counts, { mean, strength }: Prior) {
  return { a: x + strength * mean, b: n - x + strength * (1 - mean) } as const;
}

/** The rate of a cell drawn towards its prior, with an interval of 80 %: what is shown to people. */
export function shrunken(counts: Counts, prior: Prior): Estimate {
  const { a, b } = shrunkenBeta(counts, prior);
  return posterior(a, b);
}

/** P(the cell's true rate is at most `limit`), given its prior. */
export function shrunkenAtMost(counts: Counts, prior: Prior, limit: number): number {
  const { a, b } = shrunkenBeta(counts, prior);
  return betaCdf(limit, a, b);
}

/**
 * How alike the runs of one week are, by moments over cells and weeks: 0 where they are independent. Noisy where weeks
 * have few runs, and below 0 by chance. Null: no cell had two weeks, or no week two runs.
 */
export function weeklyCorrelation(cells: readonly (readonly Counts[])[]): number | null {
  let above = 0;
  let below = 0;
  for (const weeks of cells) {
    const seen = weeks.filter(({ n }) => n > 0);
    const n = seen.reduce((sum, week) => sum + week.n, 0);
    const p = seen.reduce((sum, week) => sum + week.x, 0) / n;
    if (seen.length < 2 || p <= 0 || p >= 1) continue;
    const chi = seen.reduce((sum, week) => sum + (week.x - week.n * p) ** 2 / (week.n * p * (1 - p)), 0);
    above += chi - (seen.length - 1);
    below += ((seen.length - 1) / seen.length) * (n - seen.length);
  }
  return below > 0 ? above / below : null;
}
