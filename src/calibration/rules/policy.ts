import type { Allocation } from '../../allocation/allocation.ts';

/** The figures that a team decides on: everything else follows from them. */
export interface CalibrationPolicy {
  /** How many proposals to promote that nothing calls for the team puts up with in a year, over all cells. */
  readonly falseProposalsPerYear: number;
  /** The share of first attempts that may need rework. */
  readonly reworkAllowed: number;
  /** What a rework costs the people who notice it, in micro-dollars. */
  readonly reworkMicrousd: number;
}

/** The policy where the allocation has none of its own. */
export const STANDARD_POLICY: CalibrationPolicy = {
  falseProposalsPerYear: 2,
  reworkAllowed: 0.2,
  reworkMicrousd: 5_000_000,
};

/** What the team decided on in its allocation. */
export function policyOf({ calibration }: Pick<Allocation, 'calibration'>): CalibrationPolicy {
  const { falseProposalsPerYear, reworkAllowed, reworkUsd } = calibration;
  return {
    falseProposalsPerYear: falseProposalsPerYear ?? STANDARD_POLICY.falseProposalsPerYear,
    reworkAllowed: reworkAllowed ?? STANDARD_POLICY.reworkAllowed,
    reworkMicrousd: reworkUsd === null ? STANDARD_POLICY.reworkMicrousd : Math.round(reworkUsd * 1e6),
  };
}

/** Chances of something, as odds for one against the other. */
export function oddsOf(rate: number): number {
  return rate / (1 - rate);
}

/** The rate whose odds are so many times those of another. */
export function withOdds(rate: number, times: number): number {
  const odds = oddsOf(rate) * times;
  return odds / (1 + odds);
}

/** From 20 % to another rate: how the odds of every rate below change when a team allows other than 20 %. */
function scaled(atTwenty: number, allowed: number): number {
  return withOdds(allowed, oddsOf(atTwenty) / oddsOf(0.2));
}

/** What a cell may not reach: 25 % where 20 % are allowed. Between the two lies what nobody acts on. */
export function unwantedRate({ reworkAllowed }: CalibrationPolicy): number {
  return scaled(0.25, reworkAllowed);
}

/** The rate below which a cell is good enough to try a cheaper tier: 15 % where 20 % are allowed. */
export function goodRate({ reworkAllowed }: CalibrationPolicy): number {
  return scaled(0.15, reworkAllowed);
}

/** The fault that enough runs are needed for: 30 % where 20 % are allowed. */
export function faultRate({ reworkAllowed }: CalibrationPolicy): number {
  return scaled(0.3, reworkAllowed);
}

/** What is allowed of small, medium and large tasks: 12, 20 and 35 % where 20 % are allowed of all. */
export function allowedByComplexity({ reworkAllowed }: CalibrationPolicy) {
  return { S: scaled(0.12, reworkAllowed), M: reworkAllowed, L: scaled(0.35, reworkAllowed) } as const;
}

/** Kullback-Leibler divergence of a rate from another: what a run at `rate` tells against `other`, in nats. */
export function divergence(rate: number, other: number): number {
  const part = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
  return part(rate, other) + part(1 - rate, 1 - other);
}
