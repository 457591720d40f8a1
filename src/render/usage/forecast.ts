import type { Report } from '../../report/document.ts';
import { count, dollars, number, percentReached } from '../figures.ts';

/** Rounded down, so that 79.9% is not taken for sure. Nobody is wholly sure of what is yet to come. */
function chanceText(probability: number): string {
  return probability > 0.99 ? 'more than 99%' : percentReached(probability);
}

/** `Forecast for Sunday: YELLOW, 71% sure (8 weeks of history)`, where an ISO week ends; null: there is none to speak of. */
export function forecastText({ forecast, forecast_missing: missing }: Report): string | null {
  if (forecast === null) return missing === true ? 'No forecast while figures are missing' : null;
  const { zone, probability, weeks } = forecast;
  const history = `${count(weeks, 'week')} of history`;
  return probability === null
    ? `Forecast for Sunday: ${zone} at this pace (${history}: no probability)`
    : `Forecast for Sunday: ${zone}, ${chanceText(probability)} sure (${history})`;
}

/** The same with what is expected: `…, 370,000 tokens (80% interval 352,000 to 388,000)`. */
export function forecastInFull(report: Report): string | null {
  const text = forecastText(report);
  const { forecast } = report;
  if (forecast === null || text === null || forecast.interval === null) return text;
  const { measure, point, interval } = forecast;
  const form = measure === 'tokens' ? number : dollars;
  const unit = measure === 'tokens' ? ' tokens' : '';
  return `${text}, ${form(point)}${unit} (80% interval ${form(interval.low)} to ${form(interval.high)})`;
}

/** `Forecasts of the last 6 weeks, each at the end of Thursday: sure 5 times, right 5`; null: nothing was forecast. */
export function scoreText({ forecast_score: score }: Report): string | null {
  if (score === null) return null;
  const { n, hits, sure, right } = score;
  const what = `Forecasts of the last ${count(n, 'week')}, each at the end of Thursday`;
  const when = sure === 1 ? 'once' : `${number(sure)} times`;
  return sure === 0
    ? `${what}: never sure, ${number(hits)} of ${number(n)} in the zone they named`
    : `${what}: sure ${when}, right ${number(right)}`;
}

/** `, as forecast on Thursday (74% sure)`, or what was forecast instead; nothing where nobody did, or the week is not over. */
export function asForecast({ week, week_over, forecast_score: score }: Report): string {
  const own = week_over ? score?.weeks.find((each) => each.week === week) : undefined;
  if (own === undefined) return '';
  const sure = `${chanceText(own.probability)} sure`;
  return own.hit ? `, as forecast on Thursday (${sure})` : `; forecast on Thursday: ${own.zone}, ${sure}`;
}
