import { describe, expect, it } from 'vitest';
import { asForecast, forecastInFull, forecastText, scoreText } from '../../../src/render/usage/forecast.ts';
import { renderWeeklyIssue } from '../../../src/render/usage/weekly.ts';
import type { Report } from '../../../src/report/document.ts';
import { NO_OUTLOOK } from '../../../src/report/outlook.ts';
import { reportOn } from '../../report/reports.ts';
import { forecast } from '../../usage/records/forecasts.ts';

function withForecast(changes: Partial<NonNullable<Report['forecast']>> = {}): Report {
  const { at, measure, limit, spent, point, interval, probabilities, weeks } = forecast();
  const told = { at, measure, limit, spent, point, interval, probabilities, weeks };
  const zone = { zone: 'YELLOW', probability: 0.719 } as const;
  return reportOn([], { outlook: { ...NO_OUTLOOK, forecast: { ...told, ...zone, ...changes } } });
}

type Score = NonNullable<Report['forecast_score']>;

function withScore(changes: Partial<Score> = {}): Report {
  const week = { week: '2026-W48', at: '2026-11-26T20:00:00Z', zone: 'YELLOW', probability: 0.749 } as const;
  const weeks: Score['weeks'] = [{ ...week, actual: 'YELLOW', hit: true }];
  const counts = { n: 6, hits: 6, sure: 5, right: 5, covered: 5 };
  const score: Score = { ...counts, rps: 0.02, skill: 0.7, pinball: [0, 0, 0], weeks, ...changes };
  return reportOn([], { outlook: { ...NO_OUTLOOK, score } });
}

describe('a forecast in words', () => {
  it('says its zone, how sure it is, rounded down, and on how many weeks it rests', () => {
    expect(forecastText(withForecast())).toBe('Forecast for Sunday: YELLOW, 71% sure (8 weeks of history)');
    expect(forecastText(withForecast({ probability: 0.7999 }))).toContain('79% sure');
    expect(forecastText(withForecast({ probability: 1 }))).toContain('more than 99% sure');
    expect(forecastText(reportOn([]))).toBeNull();
    expect(forecastText(reportOn([], { outlook: { ...NO_OUTLOOK, missing: true } }))).toBe(
      'No forecast while figures are missing',
    );
  });

  it('has the figures in full where there is room, in the measure that it is of', () => {
    expect(forecastInFull(withForecast())).toBe(
      'Forecast for Sunday: YELLOW, 71% sure (8 weeks of history), 390,000 tokens (80% interval 352,000 to 431,000)',
    );
    const usd = {
      measure: 'usd',
      point: 21_500_000,
      interval: { low: 19_000_000, high: 24_000_000 },
    } as const;
    expect(forecastInFull(withForecast(usd))).toContain(', $21.50 (80% interval $19.00 to $24.00)');
    expect(forecastInFull(withForecast({ probability: null, interval: null, weeks: 1 }))).toBe(
      'Forecast for Sunday: YELLOW at this pace (1 week of history: no probability)',
    );
  });
});

describe('the score of the forecasts in words', () => {
  it('says how often they were sure, and how often right then', () => {
    const what = 'Forecasts of the last 6 weeks, each at the end of Thursday';
    expect(scoreText(withScore())).toBe(`${what}: sure 5 times, right 5`);
    expect(scoreText(withScore({ sure: 1, right: 0 }))).toBe(`${what}: sure once, right 0`);
    expect(scoreText(withScore({ sure: 0, right: 0 }))).toBe(
      `${what}: never sure, 6 of 6 in the zone they named`,
    );
    expect(scoreText(reportOn([]))).toBeNull();
  });

  it('stands in the issue of a week beside what was forecast of it', () => {
    const [week] = withScore().forecast_score?.weeks ?? [];
    expect(asForecast(withScore())).toBe(', as forecast on Thursday (74% sure)');
    if (week === undefined) throw new Error('no week');
    const missed = { ...week, actual: 'RED', hit: false } as const;
    expect(asForecast(withScore({ weeks: [missed] }))).toBe('; forecast on Thursday: YELLOW, 74% sure');
    expect(asForecast(withScore({ weeks: [{ ...week, week: '2026-W47' }] }))).toBe('');
    const issue = renderWeeklyIssue(withScore(), { address: null, repository: 'octo/demo' });
    expect(issue).toContain(
      'GREEN, as forecast on Thursday (74% sure). Forecasts of the last 6 weeks, each at the end of Thursday: sure 5 times, right 5.',
    );
  });
});
