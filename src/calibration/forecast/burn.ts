import { type Amount, inMeasure } from '../../policy/budget/budget.ts';
import type { BudgetBurn } from '../../report/outlook.ts';
import type { LoggedForecast, PastWeek, ZoneChances } from '../../usage/records/forecast.ts';
import { FEWEST_WEEKS, type WeekForecast } from './forecast.ts';
import { hoursSince, shareUpTo } from './hours.ts';
import { SURE } from './scores.ts';
import { chanceOfAtLeast } from './zones.ts';

const HOUR = 3_600_000;

/** TimedUse at an instant (milliseconds since 1970), by a run. */
export interface TimedUse {
  readonly at: number;
  readonly run: string;
  readonly amount: Amount;
}

/**
 * Both windows must burn: the longer one says that it matters, the shorter one that it goes on. The guards keep few runs
 * from being taken for a trend. Source: the SRE workbook's multi-window, multi-burn-rate alerts, for a budget of a week.
 */
const RULES = [
  { long: 6, short: 1, burn: 4, share: 0.1, runs: 20 },
  { long: 24, short: 6, burn: 2, share: 0.25, runs: 30 },
] as const;

/** No alert looks further back, in hours. */
export const LONGEST_WINDOW = Math.max(...RULES.map(({ long }) => long));

interface BurnInput {
  readonly forecast: Pick<WeekForecast, 'measure' | 'limit'>;
  readonly past: readonly PastWeek[];
  /** When the week began, and now. */
  readonly from: number;
  readonly now: number;
  /** Of this week. */
  readonly uses: readonly TimedUse[];
}

/** What a window up to now has used, against what the budget gives to these hours. */
function burnOf({ forecast, past, from, now, uses }: BurnInput, hours: number) {
  const { measure, limit } = forecast;
  const start = now - hours * HOUR;
  let used = 0;
  const runs = new Set<string>();
  for (const { at, run, amount } of uses) {
    if (at <= start || at > now || at < from) continue;
    used += inMeasure(amount, measure);
    runs.add(run);
  }
  const curves = past.map((week) => (measure === 'tokens' ? week.tokens : week.microusd));
  const known = curves.filter(({ total }) => total > 0);
  const between = known.reduce(
    (sum, curve) => sum + shareUpTo(curve, hoursSince(from, now)) - shareUpTo(curve, hoursSince(from, start)),
    0,
  );
  const usual = known.length === 0 ? 0 : between / known.length;
  const share = used / limit;
  return { share, runs: runs.size, times: share === 0 ? 0 : share / usual };
}

/** The burn-rate alerts at an instant: none with fewer complete weeks than a profile takes. The gravest alone. */
export function burnAlert(input: BurnInput): BudgetBurn | null {
  if (input.past.length < FEWEST_WEEKS) return null;
  for (const { long, short, burn, share, runs } of RULES) {
    const longer = burnOf(input, long);
    if (longer.times < burn || longer.share < share || longer.runs < runs) continue;
    if (burnOf(input, short).times >= burn) return { hours: long, ...longer };
  }
  return null;
}

/** How long a forecast must hold before it is an alert, in hours. */
const HELD = 3;

/**
 * The chance that the week ends in RED or beyond, where it is 80 % or more and has been in every forecast that was logged for three
 * hours; null: it is not.
 * @param logged forecasts of this week
 * @param before the instant three hours ago, as records have it: see `HELD`
 */
export function redAhead(
  chances: ZoneChances | null,
  logged: readonly LoggedForecast[],
  before: string,
): number | null {
  if (chances === null || chanceOfAtLeast(chances, 'RED') < SURE) return null;
  const isRed = ({ probabilities }: LoggedForecast): boolean =>
    probabilities !== null && chanceOfAtLeast(probabilities, 'RED') >= SURE;
  const began = logged.reduce((latest, { at }) => (at <= before && at > latest ? at : latest), '');
  const held = began !== '' && logged.filter(({ at }) => at >= began).every(isRed);
  return held ? chanceOfAtLeast(chances, 'RED') : null;
}

/** Three hours before an instant, both in milliseconds. */
export function heldSince(now: number): number {
  return now - HELD * HOUR;
}
