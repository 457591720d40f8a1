import { describe, expect, it } from 'vitest';
import { likeliest, newestForecast } from '../../../src/usage/records/forecast.ts';
import {
  contentsOf,
  forecastEntry,
  readGivenLine,
  readStoredIn,
  readStoredLine,
  voidEntry,
} from '../../../src/usage/records/ledger-line.ts';
import { canonicalJson } from '../../../src/usage/records/record.ts';
import { forecast } from './forecasts.ts';

describe('a line with a forecast', () => {
  it('has the id that its content gives, and keeps the weeks that it rests on', () => {
    const weeks = Array.from({ length: 8 }, (_, place) => ({
      week: `2026-W4${place}`,
      tokens: { total: 400_000, shares: Array.from({ length: 168 }, () => 5) },
      microusd: { total: 0, shares: [] },
      told: null,
    }));
    const entry = forecastEntry(forecast({ history: weeks }));
    expect(entry.line.length).toBeLessThan(16_000);
    expect(readStoredLine(entry.line)).toEqual({ ok: true, entry });
    expect(readGivenLine(canonicalJson(forecast({ history: weeks })))).toEqual({ ok: true, entry });
    expect(readStoredLine(canonicalJson({ ...forecast(), id: 'a'.repeat(64) }))).toMatchObject({ ok: false });
  });

  it.each([
    ['a chance above 1', { probabilities: { GREEN: 2, YELLOW: 0, ORANGE: 0, RED: 0, EXHAUSTED: 0 } }],
    ['a week that is none', { week: 'last week' }],
    ['a budget of nothing', { limit: 0 }],
    ['too many weeks', { weeks: 9 }],
  ])('is refused with %s', (_, change) => {
    expect(readGivenLine(canonicalJson({ ...forecast(), ...change }))).toMatchObject({ ok: false });
  });

  it('is read whatever week a reader asks for, and is no use of anything', () => {
    const { line } = forecastEntry(forecast());
    const reader = readStoredIn({
      from: '2027-01-01T00:00:00Z',
      to: '2027-01-08T00:00:00Z',
      earlier: null,
    });
    const reading = reader(line);
    if (!reading.ok) throw new Error(reading.problems.join());
    const { records, gists, forecasts } = contentsOf([reading.entry]);
    expect([records, gists, forecasts]).toEqual([[], [], [forecast()]]);
  });

  it('counts no more when it is taken back', () => {
    const entry = forecastEntry(forecast());
    const { at, repository } = forecast();
    const voiding = voidEntry({
      schema: 'haiku-first/void@1',
      at,
      voided_at: at,
      repository,
      voids: entry.id,
      because: 'wrong',
      by: 'octocat',
    });
    expect(contentsOf([entry, voiding]).forecasts).toEqual([]);
  });
});

describe('of several forecasts', () => {
  it('the newest counts, in whatever order they come', () => {
    const newer = forecast({ at: '2026-11-25T11:00:00Z', point: 1 });
    const twin = forecast({ at: '2026-11-25T11:00:00Z', point: 200 });
    for (const order of [
      [forecast(), newer, twin],
      [twin, newer, forecast()],
    ])
      expect(newestForecast(order)).toBe(twin);
    expect(newestForecast([])).toBeNull();
  });

  it('the most probable zone is said, of equals the gravest', () => {
    const chances = { GREEN: 0.1, YELLOW: 0.45, ORANGE: 0.45, RED: 0, EXHAUSTED: 0 };
    expect(likeliest(chances)).toEqual({ zone: 'ORANGE', probability: 0.45 });
  });
});
