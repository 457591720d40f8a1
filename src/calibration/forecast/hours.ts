import { type Amount, plus } from '../../policy/budget/budget.ts';
import type { PastWeek } from '../../usage/records/forecast.ts';

/**
 * Hours of a week, counted from its beginning in the time zone of the budget. Where clocks change, a week has one more
 * or one less: the last one is then longer or shorter. They change on Sundays, so that no other day is moved by it.
 */
export const HOURS = 168;

const HOUR = 3_600_000;
/** In one. */
const THOUSANDTHS = 1000;

/** How far a week has come at an instant, in hours. All in milliseconds. */
export function hoursSince(from: number, at: number): number {
  return Math.min(HOURS, Math.max(0, (at - from) / HOUR));
}

/** What a week used of one measure: its total, and the thousandths of it in each hour. */
export type Curve = PastWeek['tokens'];

/** What each hour of a week used: two numbers for each, however many records there are. Their order does not matter. */
export class HourSums {
  readonly #tokens: number[] = Array.from({ length: HOURS }, () => 0);
  readonly #microusd: number[] = Array.from({ length: HOURS }, () => 0);
  #first = HOURS;

  /** @param hour since the week began, with its fraction */
  add(hour: number, { tokens, microusd }: Amount): void {
    const place = Math.min(HOURS - 1, Math.max(0, Math.floor(hour)));
    this.#tokens[place] = plus(this.#tokens[place] ?? 0, tokens);
    this.#microusd[place] = plus(this.#microusd[place] ?? 0, microusd);
    if (tokens > 0 || microusd > 0) this.#first = Math.min(this.#first, place);
  }

  /** The first hour in which anything was used; 168 where nothing was. */
  get first(): number {
    return this.#first;
  }

  get tokens(): Curve {
    return curveOf(this.#tokens);
  }

  get microusd(): Curve {
    return curveOf(this.#microusd);
  }
}

/** Rounded so that the shares up to any hour are right to a thousandth, not each by itself. */
function curveOf(hours: readonly number[]): Curve {
  const total = hours.reduce(plus, 0);
  if (total === 0) return { total, shares: [] };
  let sum = 0;
  let told = 0;
  const shares = hours.map((used) => {
    sum = plus(sum, used);
    const upTo = Math.round((sum / total) * THOUSANDTHS);
    const share = upTo - told;
    told = upTo;
    return share;
  });
  return { total, shares };
}

/** The share of a week's use up to an hour of it, from 0 to 1: within an hour it is used evenly. */
export function shareUpTo({ shares }: Pick<Curve, 'shares'>, hour: number): number {
  const whole = Math.floor(hour);
  let sum = 0;
  for (let place = 0; place < Math.min(whole, shares.length); place++) sum += shares[place] ?? 0;
  return Math.min(1, (sum + (hour - whole) * (shares[whole] ?? 0)) / THOUSANDTHS);
}
