import { type IsoWeek, weekNumber } from '../../time/week.ts';
import type { LedgerCell, PlannedTrial } from '../cells/index.ts';
import { tierBelow, trialAttempts } from '../cells/index.ts';
import type { Counts } from '../statistics/index.ts';
import { shrunkenAtMost } from '../statistics/index.ts';
import { type CalibrationPolicy, goodRate, oddsOf, unwantedRate, withOdds } from './policy.ts';

/** What a trial of a cheaper tier says; `futile`: it ended, and nobody knows. */
export type TrialVerdict = 'accept' | 'harm' | 'futile' | 'running';

/** A trial that was looked at. */
export interface TrialState {
  readonly verdict: TrialVerdict;
  readonly counts: Counts;
  /** That the candidate is good enough, and what it takes. */
  readonly good: number;
  /** That it is worse than allowed, and what it takes. */
  readonly harm: number;
}

export const ACCEPTS_AT = 20;
export const STOPS_AT = 10;
const LEAST_RUNS = 20;
const MOST_RUNS = 120;
/** What is looked for below 25 % and above 20 %, where 20 % are allowed. */
const GOOD = [0.03, 0.08, 0.13];
const HARMFUL = [0.3, 0.4, 0.55];

/**
 * Judges a trial run by run, anytime valid: it accepts a candidate of a rate that nobody wants (25 %) with chance 1/20 at
 * most, and stops one of an allowed rate (20 %) with chance 1/10 at most, however often it is looked at.
 * @param reworked of each run, in order, whether it had to be done again
 */
export function judgeTrial(reworked: readonly boolean[], policy: CalibrationPolicy): TrialState {
  const bad = unwantedRate(policy);
  const ok = policy.reworkAllowed;
  const good = GOOD.map((rate) => withOdds(bad, oddsOf(rate) / oddsOf(0.25)));
  const harmful = HARMFUL.map((rate) => withOdds(ok, oddsOf(rate) / oddsOf(0.2)));
  const factor = (rate: number, against: number, isBad: boolean): number =>
    isBad ? rate / against : (1 - rate) / (1 - against);
  let forGood = good.map(() => 1);
  let forHarm = harmful.map(() => 1);
  const counts = { n: 0, x: 0 };
  const state = (verdict: TrialVerdict): TrialState => ({
    verdict,
    counts: { ...counts },
    good: meanOf(forGood),
    harm: meanOf(forHarm),
  });
  for (const isBad of reworked) {
    counts.n += 1;
    if (isBad) counts.x += 1;
    forGood = forGood.map((value, place) => value * factor(good[place] ?? bad, bad, isBad));
    forHarm = forHarm.map((value, place) => value * factor(harmful[place] ?? ok, ok, isBad));
    if (meanOf(forHarm) >= STOPS_AT) return state('harm');
    if (meanOf(forGood) >= ACCEPTS_AT && counts.n >= LEAST_RUNS) return state('accept');
    if (counts.n >= MOST_RUNS) return state('futile');
  }
  return state('running');
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What the runs of a cell's trial say as of an instant. One whose last week is over without a verdict is futile. */
export function trialState(
  { attempts }: LedgerCell,
  trial: PlannedTrial,
  {
    policy,
    week,
    asOf,
  }: { readonly policy: CalibrationPolicy; readonly week: IsoWeek; readonly asOf: number },
): TrialState {
  const state = judgeTrial(
    trialAttempts(attempts, trial, asOf).map(({ fate }) => fate === 'reworked'),
    policy,
  );
  // What ran in its last week matures for two more.
  const { until } = trial;
  const isOver = until !== null && weekNumber(week) - weekNumber(until) >= 2;
  return state.verdict === 'running' && isOver ? { ...state, verdict: 'futile' } : state;
}

/** Whether to try a cheaper tier. */
export interface TrialCandidate {
  readonly tier: string;
  readonly share: number;
  /** How sure it is that the tier that it has now is good enough. */
  readonly sure: number;
  /** Weeks until there is a verdict, at the present number of runs. */
  readonly weeks: number;
}

const SURE = 0.8;
/** A trial needs so many runs on average. */
const RUNS_NEEDED = 59;
/** Of so many runs a week a quarter is enough, of fewer half. */
const MANY = 20;
const MOST_WEEKS = 26;
const REST_WEEKS = 12;

/**
 * The cheaper tier that may be tried in a cell: the next one, never below a floor, never in a guarded cell; only where
 * the present tier is good for sure, and where a trial comes to an end within half a year. Null: none.
 * @param perWeek first attempts in a week
 */
export function trialCandidate(
  { cell, evidence, attempts, prior }: LedgerCell,
  policy: CalibrationPolicy,
  week: IsoWeek,
  perWeek: number,
): TrialCandidate | null {
  const tier = tierBelow(cell);
  if (tier === null || cell.trial !== null) return null;
  const sure = shrunkenAtMost(evidence.counts, prior, goodRate(policy));
  const rested = weekNumber(week) - REST_WEEKS;
  const isTried = attempts.some((each) => each.trial !== null && weekNumber(each.week) >= rested);
  const share = perWeek >= MANY ? 0.25 : 0.5;
  const weeks = Math.ceil(RUNS_NEEDED / (share * perWeek));
  return sure >= SURE && !isTried && weeks <= MOST_WEEKS ? { tier, share, sure, weeks } : null;
}
