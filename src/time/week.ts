/** An ISO 8601 week, `2026-W48`. */
export type IsoWeek = string & { readonly __week: unique symbol };

const FORM = /^(\d{4})-W(\d{2})$/;
const DAY = 86_400_000;

/** Monday of the ISO week that holds 4 January is week 1 (ISO 8601). Returns days since 1970-01-01. */
function mondayOfWeekOne(year: number): number {
  const fourth = Math.floor(Date.UTC(year, 0, 4) / DAY);
  return fourth - ((fourth + 3) % 7);
}

/** The number of weeks of an ISO year: 52 or 53. */
function weeksInYear(year: number): number {
  return (mondayOfWeekOne(year + 1) - mondayOfWeekOne(year)) / 7;
}

/** The week, if `text` is one that exists: `2026-W53` does, `2025-W53` does not. */
export function parseWeek(text: string): IsoWeek | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const week = Number(match[2]);
  if (year < 1970 || week < 1 || week > weeksInYear(year)) return null;
  return text as IsoWeek;
}

/** Negative, zero or positive as `a` is before, the same as, or after `b`. */
export function compareWeeks(a: IsoWeek, b: IsoWeek): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many weeks a week is after that of 1 January 1970. */
export function weekNumber(week: IsoWeek): number {
  return (mondayOfWeekOne(Number(week.slice(0, 4))) + 3) / 7 + Number(week.slice(6)) - 1;
}

/** The week so many weeks after another; before it where `count` is negative. */
export function weekAfter(week: IsoWeek, count: number): IsoWeek {
  return weekOf(new Date(((weekNumber(week) + count) * 7 - 3) * DAY), 'UTC');
}

/** The calendar day (days since 1970-01-01) that `instant` falls on in `timezone` (an IANA name). */
function localDay(instant: Date, timezone: string): number {
  // The common case without Intl, whose first use costs more than everything else that resolve does.
  if (timezone === 'UTC') return Math.floor(instant.getTime() / DAY);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(instant);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Math.floor(Date.UTC(number('year'), number('month') - 1, number('day')) / DAY);
}

/** The ISO week that `instant` falls in, in `timezone`. Throws `RangeError` for an unknown time zone. */
export function weekOf(instant: Date, timezone: string): IsoWeek {
  const day = localDay(instant, timezone);
  const thursday = day - ((day + 3) % 7) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  const week = Math.floor((thursday - mondayOfWeekOne(year)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}` as IsoWeek;
}

/** True when `timezone` is a name that the runtime knows. */
export function isTimezone(timezone: string): boolean {
  if (timezone === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: timezone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A calendar date, `2026-11-23`. */
export type IsoDate = string & { readonly __date: unique symbol };

/** The date, if `text` is one that exists. */
export function parseDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text)) return null;
  return text as IsoDate;
}

/** The date of `instant` in UTC. */
export function dateOf(instant: Date): IsoDate {
  return instant.toISOString().slice(0, 10) as IsoDate;
}

/** The date in UTC of a time like `2026-11-23T03:10:41Z`. Throws `RangeError` for a text that is none. */
export function dateAt(at: string): IsoDate {
  return dateOf(new Date(at));
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY);
}

/** The day after. */
export function dayAfter(day: IsoDate): IsoDate {
  return dateOf(new Date(Date.parse(`${day}T00:00:00Z`) + DAY));
}
