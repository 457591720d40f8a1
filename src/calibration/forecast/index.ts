export { burnAlert, heldSince, redAhead, type TimedUse } from './burn.ts';
export { expectedZone, forecastWeek, type WeekForecast } from './forecast.ts';
export { HourSums, hoursSince } from './hours.ts';
export { forecastNow, historyIn, isUseKnown, newestOf, outlookOf } from './outlook.ts';
export { atCheckpoint, CHECKPOINT, completeWeeks, FORECAST_WEEKS, type ReadWeek } from './past.ts';
export { pinballLoss, rankedProbabilityScore, scoreOf } from './scores.ts';
export { chanceOfAtLeast } from './zones.ts';
