import { ZONES, type Zone } from '../../allocation/names.ts';
import { levelAt } from '../../policy/budget/budget.ts';
import { zoneOf } from '../../policy/decision/decide.ts';
import type { Report } from '../../report/document.ts';
import { likeliest, type PastWeek, type ZoneChances } from '../../usage/records/forecast.ts';
import type { ZoneBounds } from './zones.ts';

/** From here on a forecast says that it is sure. */
export const SURE = 0.8;

/** A forecast held against what came. */
interface ScoredWeek {
  readonly week: string;
  /** When the forecast was made, in UTC. */
  readonly at: string;
  readonly zone: Zone;
  readonly probability: number;
  /** The zone in which the week ended, by the measure and the budget of the forecast. */
  readonly actual: Zone;
  readonly hit: boolean;
  /** It said that it was sure: 80 % or more. */
  readonly sure: boolean;
  /** The week's use was in the interval. */
  readonly covered: boolean;
  /** The ranked probability score: 0 is best, 1 worst. */
  readonly rps: number;
  /** That of a forecast which knows nothing but how often the other weeks ended in each zone; null: there are no others. */
  readonly reference: number | null;
  /** Pinball losses at the quantiles .1, .5 and .9, as shares of the budget. */
  readonly pinball: readonly [number, number, number];
}

/** The ranked probability score over the zones in their order, from 0 to 1. Source: Epstein 1969, normed by the number of steps. */
export function rankedProbabilityScore(chances: ZoneChances, actual: Zone): number {
  let sum = 0;
  let told = 0;
  const end = ZONES.indexOf(actual);
  for (const [place, zone] of ZONES.slice(0, -1).entries()) {
    told += chances[zone];
    sum += (told - (place >= end ? 1 : 0)) ** 2;
  }
  return sum / (ZONES.length - 1);
}

/** The loss of a quantile: what came above it costs `tau`, what came below it 1 - `tau`. Source: Koenker and Bassett 1978. */
export function pinballLoss(tau: number, quantile: number, actual: number): number {
  return quantile >= actual ? (1 - tau) * (quantile - actual) : tau * (actual - quantile);
}

function sharesOf(zones: readonly Zone[]): ZoneChances {
  const share = (zone: Zone): number => zones.filter((each) => each === zone).length / zones.length;
  return {
    GREEN: share('GREEN'),
    YELLOW: share('YELLOW'),
    ORANGE: share('ORANGE'),
    RED: share('RED'),
    EXHAUSTED: share('EXHAUSTED'),
  };
}

function scoredWeek(bounds: ZoneBounds, week: PastWeek, others: readonly PastWeek[]): readonly ScoredWeek[] {
  const { told } = week;
  if (told === null) return [];
  const { measure, limit, point, interval, probabilities } = told;
  const usedOf = (each: PastWeek): number => (measure === 'tokens' ? each.tokens : each.microusd).total;
  const zoneIn = (each: PastWeek): Zone => zoneOf(levelAt(bounds, usedOf(each) / limit));
  const used = usedOf(week);
  const actual = zoneIn(week);
  const { zone, probability } = likeliest(probabilities);
  const loss = (tau: number, quantile: number): number => pinballLoss(tau, quantile / limit, used / limit);
  return [
    {
      week: week.week,
      at: told.at,
      zone,
      probability,
      actual,
      hit: zone === actual,
      sure: probability >= SURE,
      covered: used >= interval.low && used <= interval.high,
      rps: rankedProbabilityScore(probabilities, actual),
      reference: others.length === 0 ? null : rankedProbabilityScore(sharesOf(others.map(zoneIn)), actual),
      pinball: [loss(0.1, interval.low), loss(0.5, point), loss(0.9, interval.high)],
    },
  ];
}

/**
 * How good the forecasts of complete weeks were, each at its checkpoint; null where none was made. The zones are those of
 * the present thresholds, measure and budget those of each forecast.
 */
export function scoreOf(bounds: ZoneBounds, past: readonly PastWeek[]): Report['forecast_score'] {
  const weeks = past.flatMap((week) =>
    scoredWeek(
      bounds,
      week,
      past.filter((each) => each !== week),
    ),
  );
  const n = weeks.length;
  if (n === 0) return null;
  const mean = (of: (week: ScoredWeek) => number): number =>
    weeks.reduce((sum, each) => sum + of(each), 0) / n;
  const both = weeks.flatMap(({ rps, reference }) => (reference === null ? [] : [{ rps, reference }]));
  const reference = both.reduce((sum, each) => sum + each.reference, 0);
  const own = both.reduce((sum, each) => sum + each.rps, 0);
  return {
    n,
    hits: weeks.filter(({ hit }) => hit).length,
    sure: weeks.filter(({ sure }) => sure).length,
    right: weeks.filter(({ sure, hit }) => sure && hit).length,
    covered: weeks.filter(({ covered }) => covered).length,
    rps: mean((each) => each.rps),
    skill: reference === 0 ? null : 1 - own / reference,
    pinball: [
      mean(({ pinball }) => pinball[0]),
      mean(({ pinball }) => pinball[1]),
      mean(({ pinball }) => pinball[2]),
    ],
    weeks: weeks.map(({ week, at, zone, probability, actual, hit }) => {
      return { week, at, zone, probability, actual, hit };
    }),
  };
}
