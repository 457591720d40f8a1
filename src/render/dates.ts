import { later } from '../time/instant.ts';
import { daysBetween, parseDate } from '../time/week.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const A_MONDAY = parseDate('1970-01-05');

/** `14 Dec 2026` for an instant or a date in UTC; what is none comes back as it is. */
function dayText(at: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? at : `${Number(day)} ${name} ${year}`;
}

/** `Monday 14 Dec 2026`. */
export function weekdayText(at: string): string {
  const date = parseDate(at.slice(0, 10));
  if (date === null || A_MONDAY === null) return at;
  const place = daysBetween(A_MONDAY, date) % 7;
  return `${DAYS[(place + 7) % 7]} ${dayText(at)}`;
}

/** The Monday after an ISO week, in UTC (ISO 8601: week 1 holds 4 January). */
export function mondayAfter(week: string): string {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  const fourth = parseDate(`${year}-01-04`);
  if (fourth === null || A_MONDAY === null) return week;
  const weekday = daysBetween(A_MONDAY, fourth) % 7;
  return later(`${fourth}T00:00:00Z`, (Number(number) * 7 - weekday) * 86_400);
}

/** `14 Dec 2026, 10:41 UTC`. */
export function instantText(at: string): string {
  const [, time] = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(at) ?? [];
  return time === undefined ? at : `${dayText(at)}, ${time} UTC`;
}

/** `Week 49` for `2026-W49`. */
export function weekText(week: string): string {
  return `Week ${Number(/^\d{4}-W(\d\d)$/.exec(week)?.[1] ?? Number.NaN) || week}`;
}
