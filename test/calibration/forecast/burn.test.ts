import { describe, expect, it } from 'vitest';
import { burnAlert, heldSince, redAhead, type TimedUse } from '../../../src/calibration/forecast/index.ts';
import type { BudgetBurn } from '../../../src/report/outlook.ts';
import type { LoggedForecast, PastWeek } from '../../../src/usage/records/forecast.ts';
import { drawRuns, EIGHT, numbers, pastWeek, usedBy } from './weeks.ts';

const HOUR = 3_600_000;
const FROM = Date.parse('2026-11-23T00:00:00Z');
const LIMIT = { measure: 'tokens', limit: 500_000 } as const;

type Runs = ReturnType<typeof drawRuns>;

function usesOf(runs: Runs): readonly TimedUse[] {
  return runs.map(({ hour, tokens }, place) => ({
    at: FROM + hour * HOUR,
    run: String(place),
    amount: { tokens, microusd: 0 },
  }));
}

/** The first alert of a week that is looked at every hour, and the hour. */
function firstAlert(past: readonly PastWeek[], runs: Runs): { hour: number; alert: BudgetBurn } | null {
  const uses = usesOf(runs);
  for (let hour = 1; hour <= 168; hour++) {
    const alert = burnAlert({ forecast: LIMIT, past, from: FROM, now: FROM + hour * HOUR, uses });
    if (alert !== null) return { hour, alert };
  }
  return null;
}

describe('the burn-rate alerts, over simulated weeks', () => {
  it.each([50, 300])('raise none in quiet weeks of %i runs that use 60 % of the budget', (runs) => {
    const random = numbers(runs);
    const weeks = Array.from({ length: 48 }, () => drawRuns(random, runs, 300_000));
    const complete = weeks.map((each) => pastWeek(each));
    let alerts = 0;
    for (const [place, now] of weeks.entries()) {
      // A week that chance takes into YELLOW is not quiet.
      if (place < 8 || usedBy(now, 168) >= 350_000) continue;
      if (firstAlert(complete.slice(place - 8, place), now) !== null) alerts += 1;
    }
    expect(alerts).toBe(0);
  });

  it('find a runaway of eight times the usual within hours', () => {
    const random = numbers(5);
    const waited: number[] = [];
    for (let round = 0; round < 20; round++) {
      const past = Array.from({ length: 8 }, () => pastWeek(drawRuns(random, 300, 300_000)));
      // From Tuesday, 10 o'clock, on.
      const runs = drawRuns(random, 300, 300_000, (hour) => (hour >= 34 ? 8 : 1));
      const found = firstAlert(past, runs);
      expect(found?.hour).toBeGreaterThan(34);
      waited.push((found?.hour ?? Number.POSITIVE_INFINITY) - 34);
    }
    waited.sort((a, b) => a - b);
    expect(waited[10]).toBeLessThanOrEqual(6);
    expect(waited.at(-1)).toBeLessThanOrEqual(30);
  });
});

describe('a burn-rate alert', () => {
  const past = EIGHT;
  const uses = (hour: number, runs: number, tokens: number): readonly TimedUse[] =>
    Array.from({ length: runs }, (_, place) => ({
      at: FROM + (hour - 0.5 * (place / runs)) * HOUR,
      run: String(place),
      amount: { tokens, microusd: 0 },
    }));
  const at = (hour: number, given: readonly TimedUse[], weeks = past) =>
    burnAlert({ forecast: LIMIT, past: weeks, from: FROM, now: FROM + hour * HOUR, uses: given });

  it('says how much of the budget went, in how many runs', () => {
    expect(at(10, uses(10, 20, 4000))).toMatchObject({ hours: 6, share: 0.16, runs: 20 });
  });

  it.each([
    ['too few runs', uses(10, 19, 4000), past],
    ['too little of the budget', uses(10, 40, 1000), past],
    ['too few complete weeks', uses(10, 20, 4000), past.slice(0, 3)],
    ['what was used before the week began', uses(-0.1, 20, 4000), past],
  ])('is not raised by %s', (_, given, weeks) => {
    expect(at(10, given, weeks)).toBeNull();
  });

  it('takes a run that used several models for one', () => {
    const parts = uses(10, 19, 4000).flatMap((use) => [use, use]);
    expect(at(10, parts)).toBeNull();
  });

  it('ends when the last hour is quiet', () => {
    expect(at(13, uses(10, 20, 4000))).toBeNull();
  });
});

describe('RED ahead', () => {
  const sure = { GREEN: 0, YELLOW: 0, ORANGE: 0.1, RED: 0.6, EXHAUSTED: 0.3 };
  const calm = { GREEN: 1, YELLOW: 0, ORANGE: 0, RED: 0, EXHAUSTED: 0 };
  const line = (at: string, probabilities: LoggedForecast['probabilities'] = sure): LoggedForecast => ({
    schema: 'haiku-first/forecast@1',
    at,
    repository: 'octo/demo',
    week: '2026-W48',
    measure: 'tokens',
    limit: 500_000,
    spent: 1,
    point: 1,
    interval: null,
    probabilities,
    weeks: 8,
  });
  const before = new Date(heldSince(Date.parse('2026-11-26T15:00:00Z'))).toISOString().replace('.000', '');

  it('is said when every forecast of three hours says so with 80 % or more', () => {
    expect(before).toBe('2026-11-26T12:00:00Z');
    const held = [
      line('2026-11-26T11:30:00Z'),
      line('2026-11-26T13:30:00Z'),
      line('2026-11-26T09:00:00Z', calm),
    ];
    expect(redAhead(sure, held, before)).toBeCloseTo(0.9, 9);
    expect(redAhead(calm, held, before)).toBeNull();
    expect(redAhead(sure, held.slice(1, 2), before)).toBeNull();
    expect(redAhead(sure, [...held, line('2026-11-26T14:30:00Z', calm)], before)).toBeNull();
    expect(redAhead(sure, [line('2026-11-26T11:30:00Z', calm)], before)).toBeNull();
    expect(redAhead(null, held, before)).toBeNull();
  });
});
