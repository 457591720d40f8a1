import type { Budget } from '../../allocation/allocation.ts';
import type { Zone } from '../../allocation/names.ts';
import { type Amount, inMeasure, levelAt, limitsOf } from '../../policy/budget/budget.ts';
import { zoneOf } from '../../policy/decision/decide.ts';
import {
  type LoggedForecast,
  likeliest,
  type PastWeek,
  type ZoneChances,
} from '../../usage/records/forecast.ts';
import { type Curve, HOURS, shareUpTo } from './hours.ts';
import { type ZoneBounds, zoneChances } from './zones.ts';

/** With fewer complete weeks nobody knows how far a forecast is off. */
export const FEWEST_WEEKS = 4;
/** The share of weeks that the interval is to hold. */
const NOMINAL = 0.8;
/** No spread of totals, or of shares, is taken for less. Source: the formulas' simulations. */
const LEAST_TOTAL_SPREAD = 0.01;
const LEAST_SHARE_SPREAD = 0.0025;
/** From Monday to Friday, in hours. */
const BUSINESS_HOURS = 120;
/** Before a first day is over, five times what it used says nothing. */
const FIRST_DAY = 24;

/** What a week is expected to use, in tokens or whole micro-dollars. */
export type WeekForecast = Pick<
  LoggedForecast,
  'measure' | 'limit' | 'spent' | 'point' | 'interval' | 'probabilities' | 'weeks'
>;

/** A complete week, as far as a forecast at some hour asks: its total, and its share up to that hour. */
interface Sample {
  readonly total: number;
  readonly share: number;
}

interface Expectation {
  readonly mean: number;
  /** The mean share that is used by now. */
  readonly share: number;
  /** How much this week's pace counts beside that of the weeks before, from 0 to 1. */
  readonly weight: number;
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** With n - 1 below; 0 of fewer than two. */
function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function expectationOf(samples: readonly Sample[]): Expectation {
  const totals = samples.map(({ total }) => total);
  const mean = meanOf(totals);
  const shares = samples.filter(({ total }) => total > 0).map((each) => each.share);
  const share = meanOf(shares);
  if (mean <= 0 || share <= 0) return { mean, share, weight: 0 };
  const ofTotals = Math.max(LEAST_TOTAL_SPREAD, varianceOf(totals) / mean ** 2);
  const ofShares = Math.max(LEAST_SHARE_SPREAD, varianceOf(shares.map((each) => each / share)));
  return { mean, share, weight: ofTotals / (ofTotals + ofShares) };
}

/** What is spent, and the rest of a mean week at a pace between its own and that of this week. */
function pointOf(spent: number, { mean, share, weight }: Expectation): number {
  const pace = weight === 0 ? 1 : 1 - weight + (weight * spent) / (mean * share);
  return spent + Math.max(0, mean * pace * (1 - share));
}

/** How far the forecast of each week, made from the others, would have been off, as a share of their mean. */
function residualsOf(samples: readonly Sample[]): readonly number[] {
  return samples.map(({ total, share }, left) => {
    const others = expectationOf(samples.filter((_, place) => place !== left));
    const off = total - pointOf(total * share, others);
    return off === 0 ? 0 : off / (others.mean > 0 ? others.mean : total);
  });
}

/** Of the measure that a budget limits and an amount uses furthest; where nothing is used, that the weeks before did. */
function furthest(budget: Budget, spent: Amount, past: readonly PastWeek[]) {
  const measures = limitsOf(budget).map(({ measure, limit }) => {
    const curves = past.map((week): Curve => (measure === 'tokens' ? week.tokens : week.microusd));
    const used = inMeasure(spent, measure);
    return { measure, limit, curves, used, usual: meanOf(curves.map(({ total }) => total)) / limit };
  });
  return measures.reduce<(typeof measures)[number] | null>((most, each) => {
    if (most === null) return each;
    const further = each.used / each.limit - most.used / most.limit;
    return further > 0 || (further === 0 && each.usual > most.usual) ? each : most;
  }, null);
}

interface ForecastInput {
  readonly budget: Budget;
  /** The complete weeks before: see `completeWeeks`. */
  readonly past: readonly PastWeek[];
  /** What the week has used so far. */
  readonly spent: Amount;
  /** How far the week has come, in hours. */
  readonly hour: number;
}

/**
 * What the week will have used at its end. From four complete weeks on with the chance of each zone and an interval that
 * holds with 80 %: the mean profile by hour of the week, this week's pace shrunk to that of the weeks before, and
 * the errors that the same forecast would have made of each of them, left out in its turn. With fewer weeks the line
 * through five business days, from the end of the first day on. Null: nothing can be said.
 *
 * Source: shrinkage of a mean by its variance (empirical Bayes); the interval of split conformal prediction on leave-one-out residuals
 * (Barber et al., "Predictive inference with the jackknife+", 2021, in its plain form); Silverman's kernel width.
 */
export function forecastWeek({ budget, past, spent: amount, hour }: ForecastInput): WeekForecast | null {
  const found = furthest(budget, amount, past);
  if (found === null) return null;
  const { measure, limit, curves, used: spent } = found;
  const weeks = curves.length;
  const common = { measure, limit, spent, weeks };
  if (weeks < FEWEST_WEEKS) {
    if (hour < FIRST_DAY || spent === 0) return null;
    const point = whole(spent / Math.min(1, hour / BUSINESS_HOURS));
    return { ...common, point, interval: null, probabilities: null };
  }
  const samples = curves.map((curve) => ({ total: curve.total, share: shareAt(curve, hour) }));
  const expected = expectationOf(samples);
  const point = pointOf(spent, expected);
  const residuals = residualsOf(samples);
  const sizes = residuals.map(Math.abs).sort((a, b) => a - b);
  // (H + 1) * 0.8, without the error of binary fractions.
  const rank = Math.ceil((weeks + 1) * NOMINAL - 1e-9);
  const reach = (sizes[Math.min(rank, weeks) - 1] ?? 0) * expected.mean;
  const scenarios = residuals.map((off) => Math.max(spent, point + off * expected.mean) / limit);
  const width = (Math.sqrt(varianceOf(residuals)) * weeks ** -0.2 * expected.mean) / limit;
  return {
    ...common,
    point: whole(point),
    interval: { low: whole(Math.max(spent, point - reach)), high: whole(point + reach) },
    probabilities: zoneChances(budget, scenarios, spent / limit, width),
  };
}

/** Whole tokens or micro-dollars, within what sums may reach. */
function whole(amount: number): number {
  return Math.min(Math.round(amount), Number.MAX_SAFE_INTEGER);
}

function shareAt(curve: Curve, hour: number): number {
  return curve.total === 0 || hour >= HOURS ? 1 : shareUpTo(curve, hour);
}

/** The zone that a forecast expects, and how sure it is of it; null: it does not say. */
export function expectedZone(
  bounds: ZoneBounds,
  {
    point,
    limit,
    probabilities,
  }: Pick<WeekForecast, 'point' | 'limit'> & {
    readonly probabilities: ZoneChances | null;
  },
): { readonly zone: Zone; readonly probability: number | null } {
  if (probabilities !== null) return likeliest(probabilities);
  return { zone: zoneOf(levelAt(bounds, point / limit)), probability: null };
}
