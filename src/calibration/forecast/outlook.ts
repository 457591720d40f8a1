import type { Budget } from '../../allocation/allocation.ts';
import { type Amount, add, amountOf, isCounted, NO_USE, runKey } from '../../policy/budget/budget.ts';
import type { Report } from '../../report/document.ts';
import { NO_OUTLOOK, type Outlook } from '../../report/outlook.ts';
import { millisecondsOf, textOfMilliseconds } from '../../time/instant.ts';
import type { IsoWeek } from '../../time/week.ts';
import { type LoggedForecast, newestForecast, type PastWeek } from '../../usage/records/forecast.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { burnAlert, heldSince, LONGEST_WINDOW, redAhead } from './burn.ts';
import { expectedZone, forecastWeek, type WeekForecast } from './forecast.ts';
import { hoursSince } from './hours.ts';
import { atCheckpoint, CHECKPOINT } from './past.ts';
import { scoreOf } from './scores.ts';

const HOUR = 3_600_000;
/** Where more of the week's records lack their figures, nobody knows what was spent. */
const MOST_UNKNOWN = 0.05;

/** A week under way, or over. Instants are milliseconds since 1970. */
interface WeekScene {
  readonly budget: Budget;
  readonly week: IsoWeek;
  readonly from: number;
  readonly now: number;
  /** Of the week. */
  readonly records: readonly UsageRecord[];
}

/** Whether enough of a week's use is known for a forecast of it. */
export function isUseKnown(budget: Budget, records: readonly UsageRecord[]): boolean {
  const counted = records.filter(isCounted);
  const lacking = counted.filter(
    ({ tokens, cost_microusd: cost }) => tokens === null || (budget.usd !== null && cost === null),
  );
  return lacking.length <= MOST_UNKNOWN * counted.length;
}

function sumOf(records: readonly UsageRecord[]): Amount {
  return records.reduce((sum, record) => add(sum, amountOf(record)), NO_USE);
}

/** What a week that is under way is expected to come to; null: nothing can be said. */
export function forecastNow(
  { budget, from, now, records }: Omit<WeekScene, 'week'>,
  past: readonly PastWeek[],
): WeekForecast | null {
  if (now < from || !isUseKnown(budget, records)) return null;
  return forecastWeek({ budget, past, spent: sumOf(records.filter(isCounted)), hour: hoursSince(from, now) });
}

/** The complete weeks that a forecast of this week has logged; null: none has. */
export function historyIn(forecasts: readonly LoggedForecast[]): readonly PastWeek[] | null {
  return newestForecast(forecasts.filter(({ history }) => history !== undefined))?.history ?? null;
}

function shown(budget: Budget, at: string, forecast: WeekForecast): Report['forecast'] {
  const { measure, limit, spent, point, interval, probabilities, weeks } = forecast;
  return {
    at,
    ...expectedZone(budget, forecast),
    measure,
    limit,
    spent,
    point,
    interval,
    probabilities,
    weeks,
  };
}

interface OutlookInput extends WeekScene {
  readonly weekOver: boolean;
  /** Forecasts of this week. */
  readonly forecasts: readonly LoggedForecast[];
  /** The complete weeks before; null: nobody has read them. */
  readonly past: readonly PastWeek[] | null;
}

/** What is known of how the week ends: while it runs the forecast of now, once it is over how good its forecasts were. */
export function outlookOf(input: OutlookInput): Outlook {
  const { budget, week, from, now, weekOver, records, forecasts } = input;
  const past = historyIn(forecasts) ?? input.past;
  const counted = records.filter(isCounted);
  if (weekOver) {
    const { tokens, microusd } = sumOf(counted);
    const total = (used: number) => ({ total: used, shares: [] });
    const told = atCheckpoint(forecasts, textOfMilliseconds(from + CHECKPOINT * HOUR));
    const own: PastWeek = { week, tokens: total(tokens), microusd: total(microusd), told };
    return { ...NO_OUTLOOK, score: scoreOf(budget, [...(past ?? []), own]) };
  }
  const missing = !isUseKnown(budget, records);
  if (past === null)
    return { ...NO_OUTLOOK, forecast: missing ? null : newestOf(budget, forecasts), missing };
  const score = scoreOf(budget, past);
  const forecast = forecastNow(input, past);
  if (forecast === null) return { ...NO_OUTLOOK, missing, score };
  const latest = textOfMilliseconds(now - LONGEST_WINDOW * HOUR);
  const uses = counted
    .filter(({ at }) => at >= latest)
    .map((record) => {
      return { at: millisecondsOf(record.at), run: runKey(record), amount: amountOf(record) };
    });
  return {
    forecast: shown(budget, textOfMilliseconds(now), forecast),
    missing,
    score,
    burn: burnAlert({ forecast, past, from, now, uses }),
    red: redAhead(forecast.probabilities, forecasts, textOfMilliseconds(heldSince(now))),
  };
}

/** The newest forecast of a week that was logged: it is the same for whoever asks, and whenever. */
export function newestOf(budget: Budget, forecasts: readonly LoggedForecast[]): Report['forecast'] {
  const newest = newestForecast(forecasts);
  return newest === null ? null : shown(budget, newest.at, newest);
}
