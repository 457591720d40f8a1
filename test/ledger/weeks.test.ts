import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, weekSpan } from '../../src/ledger/weeks.ts';
import type { IsoWeek } from '../../src/time/week.ts';
import { parseWeek, weekOf } from '../../src/time/week.ts';
import { measure } from '../support/soak.ts';

const week = (text: string): IsoWeek => {
  const parsed = parseWeek(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};
const iso = (instant: number): string => new Date(instant).toISOString();

describe('the instants of a week', () => {
  test.each([
    ['2026-W48', 'UTC', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z', 168, 7],
    // Clocks go forward on 29 March 2026 and back on 25 October, both Sundays.
    ['2026-W13', 'Europe/Berlin', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z', 167, 8],
    ['2026-W43', 'Europe/Berlin', '2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z', 169, 8],
    ['2026-W10', 'America/New_York', '2026-03-02T05:00:00.000Z', '2026-03-09T04:00:00.000Z', 167, 8],
    // Half an hour only, on Lord Howe Island.
    ['2026-W40', 'Australia/Lord_Howe', '2026-09-27T13:30:00.000Z', '2026-10-04T13:00:00.000Z', 167.5, 8],
    // A week of the year before that ends in January; 2026 has 53 weeks.
    ['2026-W53', 'UTC', '2026-12-28T00:00:00.000Z', '2027-01-04T00:00:00.000Z', 168, 7],
    ['2026-W53', 'Pacific/Auckland', '2026-12-27T11:00:00.000Z', '2027-01-03T11:00:00.000Z', 168, 8],
    ['2027-W01', 'Pacific/Kiritimati', '2027-01-03T10:00:00.000Z', '2027-01-10T10:00:00.000Z', 168, 8],
    ['2025-W01', 'Asia/Kathmandu', '2024-12-29T18:15:00.000Z', '2025-01-05T18:15:00.000Z', 168, 8],
  ])('%s in %s', (text, timezone, from, to, hours, days) => {
    const span = weekSpan(week(text), timezone);
    expect([iso(span.from), iso(span.to)]).toEqual([from, to]);
    expect((span.to - span.from) / 3_600_000).toBe(hours);
    expect(daysOf(span)).toHaveLength(days);
    expect(daysOf(span)[0]).toBe(from.slice(0, 10));
  });

  test('are those that `weekOf` counts to it, at every edge, in every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const instants = fc.date({
      min: new Date('2015-01-01Z'),
      max: new Date('2035-01-01Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, instants, (timezone, instant) => {
        const text = weekOf(instant, timezone);
        const { from, to } = weekSpan(text, timezone);
        expect(instant.getTime()).toBeGreaterThanOrEqual(from);
        expect(instant.getTime()).toBeLessThan(to);
        for (const inside of [from, to - 1]) expect(weekOf(new Date(inside), timezone)).toBe(text);
        for (const outside of [from - 1, to]) expect(weekOf(new Date(outside), timezone)).not.toBe(text);
      }),
      { numRuns: measure(30, 150) },
    );
  });
});
