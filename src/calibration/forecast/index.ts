export { type BurnAlert, burnAlert, heldSince, redAhead, type TimedUse } from './burn.ts';
export { expectedZone, FEWEST_WEEKS, forecastWeek, type WeekForecast } from './forecast.ts';
export { HourSums, hoursSince } from './hours.ts';
export { atCheckpoint, CHECKPOINT, completeWeeks, MOST_WEEKS, type ReadWeek } from './past.ts';
export {
  type ForecastScore,
  pinballLoss,
  rankedProbabilityScore,
  type ScoredWeek,
  scoreOf,
} from './scores.ts';
export { chanceOfAtLeast } from './zones.ts';
