import type { EvidenceWeek } from '../cells/index.ts';
import { type Counts, logSumExp } from '../statistics/index.ts';
import { allowedByComplexity, type CalibrationPolicy, oddsOf } from './policy.ts';

/** Runs of a week of which the same rate is allowed. */
export interface Stratum extends Counts {
  readonly allowed: number;
}

/** How many times the allowed odds a cell may have: what the detector looks for, all of it alike. */
export type Alternatives = readonly number[];

/** The alternatives of plain runs, as rates where 20 % are allowed. */
export const PLAIN_ALTERNATIVES: Alternatives = [0.25, 0.3, 0.4, 0.55].map(
  (rate) => oddsOf(rate) / oddsOf(0.2),
);
/** The alternatives where the difficulty of tasks is known (risk-adjusted CUSUM of Steiner et al. 2000). */
export const BY_COMPLEXITY: Alternatives = [1.35, 1.75, 2.75, 5];

/** The start of an epoch: nothing was seen. */
export function nothingSeen(alternatives: Alternatives): readonly number[] {
  return alternatives.map(() => Number.NEGATIVE_INFINITY);
}

/**
 * The detector after one more week (e-Shiryaev-Roberts, in logarithms): its evidence for each alternative. Were no rate
 * above what is allowed, its mean would grow by at most 1 a week, so that a threshold of A is reached in T weeks with
 * chance T/A at most (e-detectors: Shin, Ramdas and Rinaldo).
 * @param alike how alike the runs of a week are: they count for less, by the design effect of Kish
 */
export function afterWeek(
  before: readonly number[],
  strata: readonly Stratum[],
  alternatives: Alternatives,
  alike: number,
): readonly number[] {
  let runs = 0;
  for (const { n } of strata) runs += n;
  const effect = 1 + (runs - 1) * alike;
  return alternatives.map((times, place) => {
    let log = 0;
    for (const { n, x, allowed } of strata)
      log += x * Math.log(times) - n * Math.log(1 - allowed + times * allowed);
    return log / effect + logOnePlus(before[place] ?? Number.NEGATIVE_INFINITY);
  });
}

/** ln (e^log + 1) */
function logOnePlus(log: number): number {
  return log > 0 ? log + Math.log1p(Math.exp(-log)) : Math.log1p(Math.exp(log));
}

/** The evidence of all alternatives together, as a logarithm. */
export function logEvidence(state: readonly number[]): number {
  return logSumExp(state) - Math.log(state.length);
}

/** The logarithm of the evidence after each week. A week without a run says nothing: leave it out. */
export function evidenceByWeek(
  weeks: readonly (readonly Stratum[])[],
  alternatives: Alternatives,
  alike: number,
): readonly number[] {
  let state = nothingSeen(alternatives);
  return weeks.map((strata) => {
    state = afterWeek(state, strata, alternatives, alike);
    return logEvidence(state);
  });
}

/** The same for the rework of a cell: by the difficulty of its tasks, where anybody said how hard one was. */
export function reworkEvidence(
  weeks: readonly EvidenceWeek[],
  policy: CalibrationPolicy,
  alike: number,
): readonly number[] {
  const isKnown = weeks.some(({ attempts }) => attempts.some(({ complexity }) => complexity !== null));
  if (!isKnown) {
    const plain = weeks.map(({ n, x }) => [{ n, x, allowed: policy.reworkAllowed }]);
    return evidenceByWeek(plain, PLAIN_ALTERNATIVES, alike);
  }
  const allowed = allowedByComplexity(policy);
  const strata = weeks.map(({ attempts }) => {
    const counts = { S: { n: 0, x: 0 }, M: { n: 0, x: 0 }, L: { n: 0, x: 0 } };
    for (const { complexity, fate } of attempts) {
      // What nobody called hard or easy is held to what is allowed of all.
      const stratum = counts[complexity ?? 'M'];
      stratum.n += 1;
      if (fate === 'reworked') stratum.x += 1;
    }
    return [
      { ...counts.S, allowed: allowed.S },
      { ...counts.M, allowed: allowed.M },
      { ...counts.L, allowed: allowed.L },
    ];
  });
  return evidenceByWeek(strata, BY_COMPLEXITY, alike);
}

/** The other rates that are watched: what is allowed of them, and what is looked for. */
export const OTHER_RATES = {
  escalation: { allowed: 0.1, rates: [0.15, 0.2, 0.3, 0.5] },
  override: { allowed: 0.05, rates: [0.08, 0.12, 0.2, 0.35] },
} as const;

/** The logarithm of the evidence that another rate is above what is allowed; null without a run. */
export function otherEvidence(
  rate: keyof typeof OTHER_RATES,
  weeks: readonly Counts[],
  alike: number,
): number | null {
  const { allowed, rates } = OTHER_RATES[rate];
  const alternatives = rates.map((each) => oddsOf(each) / oddsOf(allowed));
  const strata = weeks.map(({ n, x }) => [{ n, x, allowed }]);
  return evidenceByWeek(strata, alternatives, alike).at(-1) ?? null;
}

/** From so much on nothing is proposed yet, but watched: a year's worth of a cell in which nothing is wrong. */
export const WATCHED = 52;

/** From so much on there is an alarm: over a year all cells together give at most the false ones that are put up with. */
export function thresholdOf(cells: number, { falseProposalsPerYear }: CalibrationPolicy): number {
  return (52 * Math.max(1, cells)) / falseProposalsPerYear;
}
