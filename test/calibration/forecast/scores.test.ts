import { describe, expect, it } from 'vitest';
import {
  atCheckpoint,
  completeWeeks,
  forecastWeek,
  HourSums,
  pinballLoss,
  type ReadWeek,
  rankedProbabilityScore,
  scoreOf,
} from '../../../src/calibration/forecast/index.ts';
import { parseWeek } from '../../../src/time/week.ts';
import type { LoggedForecast, PastWeek } from '../../../src/usage/records/forecast.ts';
import { BUDGET, drawRuns, EIGHT, numbers, pastWeek, usedBy, weekOfDays } from './weeks.ts';

const SURE_OF_YELLOW = { GREEN: 0.05, YELLOW: 0.85, ORANGE: 0.1, RED: 0, EXHAUSTED: 0 };
const TOLD: NonNullable<PastWeek['told']> = {
  at: '2026-11-26T23:10:00Z',
  measure: 'tokens',
  limit: 500_000,
  point: 390_000,
  interval: { low: 360_000, high: 420_000 },
  probabilities: SURE_OF_YELLOW,
};

function told(week: string, total: number, changes: Partial<typeof TOLD> = {}): PastWeek {
  return { ...weekOfDays(week, total, [200, 200, 200, 200, 200]), told: { ...TOLD, ...changes } };
}

describe('the score of a forecast', () => {
  it('ranks: far off costs more than beside it', () => {
    expect(rankedProbabilityScore(SURE_OF_YELLOW, 'YELLOW')).toBeCloseTo((0.05 ** 2 + 0.1 ** 2) / 4, 12);
    expect(rankedProbabilityScore(SURE_OF_YELLOW, 'ORANGE')).toBeCloseTo((0.05 ** 2 + 0.9 ** 2) / 4, 12);
    expect(rankedProbabilityScore(SURE_OF_YELLOW, 'EXHAUSTED')).toBeCloseTo(
      (0.05 ** 2 + 0.9 ** 2 + 1 + 1) / 4,
      12,
    );
    expect(rankedProbabilityScore({ ...SURE_OF_YELLOW, GREEN: 0, YELLOW: 1, ORANGE: 0 }, 'YELLOW')).toBe(0);
  });

  it('takes what lies above a high quantile for the worse miss', () => {
    expect(pinballLoss(0.9, 100, 110)).toBeCloseTo(9, 12);
    expect(pinballLoss(0.9, 110, 100)).toBeCloseTo(1, 12);
    expect(pinballLoss(0.5, 90, 100)).toBeCloseTo(5, 12);
  });

  it('counts hits, how often it was right where it was sure, and what the interval held', () => {
    const unsure = { GREEN: 0.3, YELLOW: 0.6, ORANGE: 0.1, RED: 0, EXHAUSTED: 0 };
    const score = scoreOf(BUDGET, [
      told('2026-W40', 380_000),
      told('2026-W41', 410_000),
      told('2026-W42', 300_000),
      told('2026-W43', 355_000, { probabilities: unsure }),
      EIGHT[4] ?? told('2026-W44', 0),
    ]);
    expect(score).toMatchObject({ hits: 3, sure: 3, right: 2, covered: 2 });
    expect(score?.weeks.map(({ week, actual, hit }) => [week, actual, hit])).toEqual([
      ['2026-W40', 'YELLOW', true],
      ['2026-W41', 'YELLOW', true],
      ['2026-W42', 'GREEN', false],
      ['2026-W43', 'YELLOW', true],
    ]);
  });

  it('has the losses of its quantiles, and the skill against how the other weeks ended', () => {
    // Of the two other weeks one ended in YELLOW and one in GREEN.
    const score = scoreOf(BUDGET, [
      told('2026-W40', 380_000),
      weekOfDays('2026-W41', 390_000, []),
      weekOfDays('2026-W42', 300_000, []),
    ]);
    expect(score?.pinball[0]).toBeCloseTo((0.1 * 20_000) / 500_000, 12);
    expect(score?.pinball[1]).toBeCloseTo((0.5 * 10_000) / 500_000, 12);
    expect(score?.pinball[2]).toBeCloseTo((0.1 * 40_000) / 500_000, 12);
    expect(score?.rps).toBeCloseTo((0.05 ** 2 + 0.1 ** 2) / 4, 12);
    expect(score?.skill).toBeCloseTo(1 - (0.05 ** 2 + 0.1 ** 2) / 0.5 ** 2, 12);
  });

  it('is nothing where nothing was forecast', () => {
    expect(scoreOf(BUDGET, EIGHT)).toBeNull();
  });

  it('judges by the budget that the forecast was made for', () => {
    expect(scoreOf(BUDGET, [told('2026-W40', 800_000, { limit: 1_000_000 })])?.weeks[0]?.actual).toBe(
      'YELLOW',
    );
  });
});

describe('forecasts of simulated weeks', () => {
  it('are right about as often as they say they are, where they are sure, and know more than how weeks end', () => {
    const random = numbers(11);
    const weeks: PastWeek[] = [];
    for (let place = 0; place < 12; place++) {
      // The use of a week may lie anywhere near the bounds of the zones.
      const usual = 275_000 + 250_000 * random();
      const drawn = Array.from({ length: 20 }, () => drawRuns(random, 40, usual));
      const complete = drawn.map((runs) => pastWeek(runs));
      for (const [at, now] of drawn.entries()) {
        if (at < 8) continue;
        const spent = { tokens: usedBy(now, 96), microusd: 0 };
        const made = forecastWeek({ budget: BUDGET, past: complete.slice(at - 8, at), spent, hour: 96 });
        if (made === null || made.interval === null || made.probabilities === null)
          throw new Error('nothing');
        const { measure, limit, point, interval, probabilities } = made;
        weeks.push({
          ...pastWeek(now),
          told: { at: TOLD.at, measure, limit, point, interval, probabilities },
        });
      }
    }
    const score = scoreOf(BUDGET, weeks);
    const { hits = 0, sure = 0, right = 0, skill = null } = score ?? {};
    expect(right / sure).toBeGreaterThan(0.8);
    expect(sure / weeks.length).toBeGreaterThan(0.2);
    expect(hits / weeks.length).toBeGreaterThan(0.55);
    expect(skill).toBeGreaterThan(0.3);
  });
});

describe('the weeks before', () => {
  const week = (name: string, ...hours: readonly number[]): ReadWeek => {
    const sums = new HourSums();
    for (const hour of hours) sums.add(hour, { tokens: 100, microusd: 0 });
    const parsed = parseWeek(name);
    if (parsed === null) throw new Error(name);
    return { week: parsed, sums, told: null };
  };
  const names = (weeks: readonly ReadWeek[]) => completeWeeks(weeks).map((each) => each.week);

  it('count from the first complete week of use on, with those in which nothing ran', () => {
    expect(names([week('2026-W40'), week('2026-W41', 60), week('2026-W42', 9), week('2026-W43')])).toEqual([
      '2026-W42',
      '2026-W43',
    ]);
    expect(names([week('2026-W40'), week('2026-W41', 9), week('2026-W42', 9)])).toEqual([
      '2026-W41',
      '2026-W42',
    ]);
    expect(names([week('2026-W40', 60), week('2026-W41', 9)])).toEqual(['2026-W40', '2026-W41']);
    expect(names([week('2026-W40'), week('2026-W41')])).toEqual([]);
  });

  it('are scored by the newest forecast that was made by the end of Thursday', () => {
    const line = (at: string, changes: Partial<LoggedForecast> = {}): LoggedForecast => ({
      schema: 'haiku-first/forecast@1',
      repository: 'octo/demo',
      week: '2026-W48',
      spent: 1,
      weeks: 8,
      ...TOLD,
      at,
      ...changes,
    });
    const lines = [
      line('2026-11-26T20:00:00Z'),
      line('2026-11-26T23:00:00Z', { probabilities: null }),
      line('2026-11-27T01:00:00Z'),
      line('2026-11-24T01:00:00Z'),
    ];
    expect(atCheckpoint(lines, '2026-11-27T00:00:00Z')?.at).toBe('2026-11-26T20:00:00Z');
    expect(atCheckpoint(lines.slice(1, 3), '2026-11-27T00:00:00Z')).toBeNull();
  });
});
