import type { IsoWeek } from '../../time/week.ts';
import type { LoggedForecast, PastWeek } from '../../usage/records/forecast.ts';
import type { HourSums } from './hours.ts';

/** A forecast rests on no more complete weeks. */
export const FORECAST_WEEKS = 8;
/** Up to here (Thursday, end of the day) the forecast counts that is scored. */
export const CHECKPOINT = 96;

/** A week before the one that is forecast, as it was read. */
export interface ReadWeek {
  readonly week: IsoWeek;
  readonly sums: HourSums;
  /** What was expected of it at its checkpoint; null: nobody said. */
  readonly told: PastWeek['told'];
}

/**
 * The complete weeks among those before, the latest last. Weeks before the first use are none of them; nor is the first
 * week of use, where it began after its Monday: it does not tell what a whole week uses. A later week in which nothing ran is one.
 * @param weeks in their order, without a gap
 */
export function completeWeeks(weeks: readonly ReadWeek[]): readonly PastWeek[] {
  const used = weeks.findIndex(({ sums }) => sums.first < 168);
  if (used < 0) return [];
  const began = weeks[used];
  const isWhole = used === 0 || (began?.sums.first ?? 0) < 24;
  return weeks.slice(isWhole ? used : used + 1).map(({ week, sums, told }) => {
    return { week, tokens: sums.tokens, microusd: sums.microusd, told };
  });
}

/**
 * The forecast of a week that is scored: the newest one with probabilities that was made by the end of its Thursday.
 * @param end that instant, as records have it
 */
export function atCheckpoint(forecasts: readonly LoggedForecast[], end: string): PastWeek['told'] {
  let found: PastWeek['told'] = null;
  for (const { at, measure, limit, point, interval, probabilities } of forecasts) {
    if (at > end || interval === null || probabilities === null) continue;
    if (found === null || at > found.at) found = { at, measure, limit, point, interval, probabilities };
  }
  return found;
}
