import { InternalError } from '../errors.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import { compareWeeks, dateOf, weekOf } from '../time/week.ts';

/** From an instant up to, but not including, another; milliseconds since 1970-01-01 UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The instants of an ISO week in a time zone (IANA name). With daylight saving a week has 167 or 169 hours.
 * Found by bisection over `weekOf`, so the two can never disagree. Throws `RangeError` for an unknown zone.
 */
export function weekSpan(week: IsoWeek, timezone: string): Span {
  const from = firstInstant(week, timezone, mondayUtc(week));
  const next = from + 7 * DAY + 12 * HOUR;
  return { from, to: firstInstant(weekOf(new Date(next), timezone), timezone, mondayUtc(week) + 7 * DAY) };
}

/** Midnight UTC of the week's Monday (ISO 8601: week 1 holds 4 January). */
function mondayUtc(week: IsoWeek): number {
  const year = Number(week.slice(0, 4));
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * DAY + (Number(week.slice(6)) - 1) * 7 * DAY;
}

/** The first instant of `week`, which lies within a day of `near` in every zone on Earth. */
function firstInstant(week: IsoWeek, timezone: string, near: number): number {
  let before = near - DAY;
  let inside = near + DAY;
  const reached = (instant: number): boolean => compareWeeks(weekOf(new Date(instant), timezone), week) >= 0;
  if (reached(before) || !reached(inside)) {
    throw new InternalError(`week ${week} does not begin within a day of its Monday in ${timezone}`);
  }
  while (inside - before > 1) {
    const middle = Math.floor((before + inside) / 2);
    if (reached(middle)) inside = middle;
    else before = middle;
  }
  return inside;
}

/** The UTC days that a span touches, in order: eight for a week in most zones, seven in UTC. */
export function daysOf(span: Span): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = Math.floor(span.from / DAY) * DAY; day < span.to; day += DAY)
    days.push(dateOf(new Date(day)));
  return days;
}
