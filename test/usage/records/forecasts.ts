import type { LoggedForecast } from '../../../src/usage/records/forecast.ts';

/** A forecast of Wednesday, for week 48: YELLOW, 71 % sure. */
export function forecast(changes: Partial<LoggedForecast> = {}): LoggedForecast {
  return {
    schema: 'haiku-first/forecast@1',
    at: '2026-11-25T10:00:00Z',
    repository: 'octo/demo',
    week: '2026-W48',
    measure: 'tokens',
    limit: 500_000,
    spent: 180_000,
    point: 390_000,
    interval: { low: 352_000, high: 431_000 },
    probabilities: { GREEN: 0.1, YELLOW: 0.71, ORANGE: 0.15, RED: 0.04, EXHAUSTED: 0 },
    weeks: 8,
    ...changes,
  };
}
