import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZONES } from '../../../src/allocation/names.ts';
import {
  chanceOfAtLeast,
  expectedZone,
  forecastWeek,
  HourSums,
  hoursSince,
  type WeekForecast,
} from '../../../src/calibration/forecast/index.ts';
import { checkForecast, type PastWeek } from '../../../src/usage/records/forecast.ts';
import { BUDGET, drawRuns, EIGHT, numbers, pastWeek, usedBy, weekOfDays } from './weeks.ts';

function forecast(
  past: readonly PastWeek[],
  tokens: number,
  hour: number,
  budget = BUDGET,
): WeekForecast | null {
  return forecastWeek({ budget, past, spent: { tokens, microusd: 0 }, hour });
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error('nothing was forecast');
  return value;
}

describe('the forecast of a week', () => {
  // From a program of its own, in Python, with erf of the C library.
  it.each([
    [24, 90_000, 416_552, [382_219, 450_885], [0.001_975, 0.656_513, 0.334_874, 0.006_638, 0]],
    [72, 260_000, 424_094, [405_645, 442_542], [0, 0.580_46, 0.419_54, 0.000_001, 0]],
    [96, 330_000, 405_458, [392_252, 418_665], [0, 0.990_631, 0.009_369, 0, 0]],
  ])('has the values of the formulas at hour %i', (hour, spent, point, [low, high], chances) => {
    const found = must(forecast(EIGHT, spent, hour));
    expect(found).toMatchObject({ measure: 'tokens', limit: 500_000, spent, point, weeks: 8 });
    expect(found.interval).toEqual({ low, high });
    for (const [place, zone] of ZONES.entries())
      expect(found.probabilities?.[zone], zone).toBeCloseTo(chances[place] ?? -1, 5);
  });

  it('is the line through five business days while four complete weeks are not known, without a probability', () => {
    const past = EIGHT.slice(0, 3);
    expect(forecast(past, 180_000, 48)).toEqual({
      measure: 'tokens',
      limit: 500_000,
      spent: 180_000,
      weeks: 3,
      point: 450_000,
      interval: null,
      probabilities: null,
    });
    expect(forecast(past, 300_000, 140)?.point).toBe(300_000);
    expect(forecast(past, 20_000, 5)).toBeNull();
    expect(expectedZone(BUDGET, must(forecast(past, 180_000, 48)))).toEqual({
      zone: 'ORANGE',
      probability: null,
    });
  });

  it('is of the measure that is consumed furthest', () => {
    const budget = { ...BUDGET, usd: 10 };
    const past = EIGHT.map((week) => ({ ...week, microusd: { ...week.tokens, total: 9_000_000 } }));
    const at = (tokens: number, microusd: number) =>
      forecastWeek({ budget, past, spent: { tokens, microusd }, hour: 48 })?.measure;
    expect(at(250_000, 3_000_000)).toBe('tokens');
    expect(at(250_000, 6_000_000)).toBe('usd');
    // Nothing is used yet: the weeks before used 90 % of the dollars, and 71 % of the tokens.
    expect(at(0, 0)).toBe('usd');
  });

  it('knows at the end of the week', () => {
    expect(forecast(EIGHT, 431_000, 168)).toMatchObject({
      point: 431_000,
      interval: { low: 431_000, high: 431_000 },
      probabilities: { GREEN: 0, YELLOW: 0, ORANGE: 1, RED: 0, EXHAUSTED: 0 },
    });
  });

  it('calls the critical reserve RED, and its end EXHAUSTED', () => {
    expect(forecast(EIGHT, 520_000, 168)?.probabilities?.RED).toBe(1);
    expect(forecast(EIGHT, 550_000, 168)?.probabilities?.EXHAUSTED).toBe(1);
  });

  it('takes a week in which nothing ran for a week, and no week for a profile of it', () => {
    const found = must(forecast([...EIGHT.slice(1), weekOfDays('2026-W48', 0, [])], 200_000, 72));
    expect(found.weeks).toBe(8);
    expect(found.point).toBeGreaterThan(200_000);
  });
});

const spent = fc.integer({ min: 0, max: 900_000 });
const hour = fc.double({ min: 0, max: 168, noNaN: true });
const day = fc.integer({ min: 0, max: 250 });
const someWeeks = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 700_000 }), fc.array(day, { minLength: 4, maxLength: 4 }))
    .map(([total, days]) =>
      weekOfDays('2026-W40', total, [...days, 1000 - days.reduce((sum, each) => sum + each, 0)]),
    ),
  { minLength: 4, maxLength: 8 },
);

describe('a forecast, whatever the weeks were', () => {
  it('has an interval that begins at what is spent or above, with the point in it, and probabilities that sum to 1', () => {
    fc.assert(
      fc.property(someWeeks, spent, hour, (past, used, at) => {
        const { point, interval, probabilities } = must(forecast(past, used, at));
        expect(point).toBeGreaterThanOrEqual(used);
        expect(interval?.low).toBeGreaterThanOrEqual(used);
        expect(interval?.high).toBeGreaterThanOrEqual(point);
        const all = ZONES.map((zone) => probabilities?.[zone] ?? Number.NaN);
        for (const each of all) expect(each).toBeGreaterThanOrEqual(0);
        expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('is a line that the ledger takes, however large the figures are', () => {
    const most = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.array(most, { minLength: 1, maxLength: 8 }), most, hour, (totals, used, at) => {
        const past = totals.map((total) => weekOfDays('2026-W40', total, [200, 200, 200, 200, 200]));
        const found = forecast(past, used, at);
        const line = {
          schema: 'haiku-first/forecast@1',
          at: '2026-11-25T10:00:00Z',
          repository: 'o/d',
          week: '2026-W48',
        };
        if (found !== null)
          expect(checkForecast({ ...line, ...found, history: past })).toMatchObject({ ok: true });
      }),
    );
  });

  it('never holds a zone, or a graver one, for less likely when more is spent', () => {
    fc.assert(
      fc.property(someWeeks, spent, spent, hour, (past, a, b, at) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((used) => must(forecast(past, used, at)));
        for (const zone of ZONES) {
          const of = (each: WeekForecast | undefined): number =>
            each?.probabilities ? chanceOfAtLeast(each.probabilities, zone) : Number.NaN;
          expect(of(more), zone).toBeGreaterThanOrEqual(of(less) - 3e-6);
        }
      }),
    );
  });

  it('does not depend on the order of the records', () => {
    const use = fc.record({ hour, tokens: fc.integer({ min: 0, max: 90_000 }) });
    fc.assert(
      fc.property(
        fc.array(use, { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (uses, keys) => {
          const shuffled = uses
            .map((each) => ({ each, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          expect(pastWeek(shuffled)).toEqual(pastWeek(uses));
        },
      ),
    );
  });

  it('takes the further hour of a week in which clocks change for its last one', () => {
    const from = Date.parse('2026-10-25T23:00:00Z');
    const at = hoursSince(from, from + 168.5 * 3_600_000);
    expect(at).toBe(168);
    const { tokens } = pastWeek([{ hour: at, tokens: 7 }]);
    expect([tokens.total, tokens.shares.indexOf(1000)]).toEqual([7, 167]);
    expect(hoursSince(from, from - 1)).toBe(0);
  });

  it('keeps of a week its total, and its share up to any hour to a thousandth', () => {
    const uses = drawRuns(numbers(7), 100, 400_000);
    const sums = new HourSums();
    for (const { hour: at, tokens } of uses) sums.add(at, { tokens, microusd: 0 });
    const { total, shares } = sums.tokens;
    expect(total).toBe(usedBy(uses, 168));
    let share = 0;
    for (const [at, each] of shares.entries()) {
      share += each;
      expect(Math.abs(share / 1000 - usedBy(uses, at + 0.999_999) / total)).toBeLessThanOrEqual(0.0011);
    }
  });
});

const RUNS = 40;
/** Weeks one after the other, each with those before it for its past. */
const SIMULATED = (() => {
  const random = numbers(4);
  return Array.from({ length: 180 }, () => drawRuns(random, RUNS, 400_000));
})();
const COMPLETE = SIMULATED.map((runs) => pastWeek(runs));

/** How often the interval held what came, from Monday evening to Thursday evening. */
function coverage(weeks: number): number {
  let covered = 0;
  let n = 0;
  for (const [place, runs] of SIMULATED.entries()) {
    if (place < weeks) continue;
    const past = COMPLETE.slice(place - weeks, place);
    const total = usedBy(runs, 168);
    for (const at of [24, 72, 96]) {
      const { interval } = must(forecast(past, usedBy(runs, at), at));
      n += 1;
      if (interval !== null && total >= interval.low && total <= interval.high) covered += 1;
    }
  }
  return covered / n;
}

describe('the interval, over simulated weeks', () => {
  // Of H residuals the k-th smallest covers k of H + 1, with k = ceil(0.8 (H + 1)).
  it.each([
    [4, 4 / 5],
    [8, 8 / 9],
    [12, 11 / 13],
  ])('holds what comes about as often as it says, with %i weeks', (weeks, expected) => {
    const found = coverage(weeks);
    expect(found).toBeGreaterThan(expected - 0.07);
    expect(found).toBeLessThan(expected + 0.07);
  });
});
