import { later } from '../../time/instant.ts';

/** No record is older: there was no haiku-first. */
const EARLIEST = '2025-01-01T00:00:00Z';
/** A clock that says so was never set right. */
const LATEST = '2100-01-01T00:00:00Z';

/** Zones and clocks differ, by no more than a day. */
const SLACK_SECONDS = 86_400;

/** Why no work can have been done at an instant, after its name; null: it can. All are texts of UTC in whole seconds. */
export function whyNoTime(at: string, now: string): string | null {
  if (at < EARLIEST) return `is ${at}, before any record can be: the clock was wrong`;
  if (at >= LATEST || at > later(now, SLACK_SECONDS))
    return `is ${at}, which is yet to come: the clock was wrong`;
  return null;
}

/** What a machine's own clock shows that cannot be so; null: it can. */
export function whyNoClock(now: string): string | null {
  return now < EARLIEST || now >= LATEST ? `The clock of this machine says ${now}.` : null;
}
