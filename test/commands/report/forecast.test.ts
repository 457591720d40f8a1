import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/report/document.ts';
import type { LoggedForecast } from '../../../src/usage/records/forecast.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { output, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';
import { forecast } from '../../usage/records/forecasts.ts';

const root = join(import.meta.dirname, '../../..');
const OWN = await readFile(join(root, 'allocation.yaml'), 'utf8');
const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(await readFile(join(root, 'schema/report.schema.json'), 'utf8')),
);

const MONDAY = Date.parse('2026-11-23T00:00:00Z');
const HOUR = 3_600_000;
/** What the eight weeks before used, 370,000 tokens on average. */
const TOTALS = [330, 350, 362, 371, 378, 385, 390, 394];

/** Runs of so many weeks before week 48, five a day at ten to two o'clock, the last of them on Friday. */
function weekOfRuns(before: number, total: number, days = 5): readonly UsageRecord[] {
  return Array.from({ length: days * 5 }, (_, place) => {
    const at = MONDAY - before * 168 * HOUR + Math.floor(place / 5) * 24 * HOUR + (10 + (place % 5)) * HOUR;
    return run(`${before}-${place}`, {
      at: new Date(at).toISOString().replace('.000', ''),
      tokens: output(total / 25),
      work_item: null,
    });
  });
}

const PAST = TOTALS.flatMap((total, place) => weekOfRuns(8 - place, total * 1000));
/** Up to Wednesday at noon, as usual. */
const NOW = weekOfRuns(0, 375_000, 3).slice(0, 12);

async function json(place: JobScene, ...args: readonly string[]): Promise<Report> {
  const report = await place.json(['report', ...args]);
  validate(report);
  expect(validate.errors).toBeNull();
  return report;
}

/** What the report says to people, wherever its lines end. */
async function said(place: JobScene): Promise<string> {
  return (await place.cli(['report'])).stdout.replace(/\s+/g, ' ');
}

const kinds = ({ alerts }: { readonly alerts: readonly { readonly kind: string }[] }) =>
  alerts.map(({ kind }) => kind).filter((kind) => ['burn-rate', 'red-ahead'].includes(kind));

describe('the forecast in a report', () => {
  it('comes from the eight weeks before where none was logged', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    await desk.record([...PAST, ...NOW]);
    const report = await json(desk);
    expect(report.forecast).toMatchObject({
      at: '2026-11-25T12:00:00Z',
      zone: 'YELLOW',
      measure: 'tokens',
      limit: 500_000,
      spent: 180_000,
      weeks: 8,
    });
    const { probability, point, interval } = report.forecast ?? expect.fail('there is no forecast');
    expect(probability).toBeGreaterThan(0.8);
    expect(point).toBeGreaterThan(360_000);
    expect(point).toBeLessThan(385_000);
    expect(interval?.low).toBeLessThan(point);
    expect(interval?.high).toBeGreaterThan(point);
    expect(report.forecast_score).toBeNull();
    expect(kinds(report)).toEqual([]);
    expect(await said(desk)).toMatch(
      / forecast for Sunday: YELLOW, more than 99% sure \(8 weeks of history\), \d{3},\d{3} tokens \(80% interval \d{3},\d{3} to \d{3},\d{3}\) /,
    );
  });

  it('is a line through the working days, of no probability, where fewer than four weeks are complete', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    await desk.record([...weekOfRuns(2, 380_000), ...weekOfRuns(1, 380_000), ...NOW]);
    expect((await json(desk)).forecast).toMatchObject({
      zone: 'YELLOW',
      probability: null,
      point: 360_000,
      interval: null,
      probabilities: null,
      weeks: 2,
    });
    expect(await said(desk)).toContain(
      'forecast for Sunday: YELLOW at this pace (2 weeks of history: no probability)',
    );
  });

  it('is none where too much of the week is not known, or the week is over', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    const unknown = run('9', {
      tokens: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      measured: 'none',
    });
    await desk.record([...PAST, ...NOW.slice(1), unknown], [], [], [forecast()]);
    expect(await json(desk)).toMatchObject({ forecast: null, forecast_missing: true });
    expect(await json(desk, '--work-item', 'pr-12')).toMatchObject({
      forecast: null,
      forecast_missing: true,
    });
    expect(await said(desk)).toContain('no forecast while figures are missing');
    expect((await json(desk, '--week', '2026-W47')).forecast).toBeNull();
  });

  it('goes by what a logged forecast says of the weeks before, without reading them', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    const week = (name: string, total: number) => ({
      week: name,
      tokens: {
        total,
        shares: Array.from({ length: 168 }, (_, hour) => (hour % 24 === 12 && hour < 120 ? 200 : 0)),
      },
      microusd: { total: 0, shares: [] },
      told: null,
    });
    const history = [40, 41, 42, 43].map((number) => week(`2026-W${number}`, 600_000 + number * 1000));
    await desk.record([...PAST, ...NOW], [], [], [forecast({ history })]);
    expect((await json(desk)).forecast).toMatchObject({ weeks: 4, zone: 'ORANGE' });
  });

  it('counts weeks and hours in the time zone of the budget', async () => {
    const zone = OWN.replace('timezone: UTC', 'timezone: Asia/Tokyo');
    expect(zone).not.toBe(OWN);
    // In Tokyo the week has begun at 15 o'clock on Sunday; what was used before then is of the week before.
    const late = run('s1', { at: '2026-11-22T14:59:59Z', tokens: output(1000), work_item: null });
    const early = run('s2', { at: '2026-11-22T15:00:00Z', tokens: output(500), work_item: null });
    using desk = JobScene.atDesk({ allocation: zone, now: '2026-11-22T16:00:00Z' });
    await desk.record([...PAST, late, early]);
    const { week, forecast: told } = await json(desk);
    expect({ week, spent: told?.spent, weeks: told?.weeks }).toEqual({
      week: '2026-W48',
      spent: 500,
      weeks: 8,
    });
    expect(told?.point).toBeGreaterThan(360_000);
  });

  it('of a piece of work is of now where none was logged', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    await desk.record([...PAST, ...NOW, run('1', { tokens: output(0) })]);
    expect((await json(desk, '--work-item', 'pr-12')).forecast).toMatchObject({
      at: '2026-11-25T12:00:00Z',
      zone: 'YELLOW',
      weeks: 8,
      spent: 180_000,
    });
  });

  it('of a piece of work is the newest that was logged, whoever asks', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    await desk.record([...PAST, ...NOW, run('1')], [], [], [forecast()]);
    const { forecast: told, forecast_score: score } = await json(desk, '--work-item', 'pr-12');
    expect(told).toMatchObject({ at: '2026-11-25T10:00:00Z', zone: 'YELLOW', probability: 0.71, weeks: 8 });
    expect(score).toBeNull();
  });
});

describe('the score of the forecasts', () => {
  const week = (name: string, total: number, zone: string, probability: number) => ({
    week: name,
    tokens: { total, shares: [] },
    microusd: { total: 0, shares: [] },
    told: {
      at: '2026-11-19T20:00:00Z',
      measure: 'tokens' as const,
      limit: 500_000,
      point: 380_000,
      interval: { low: 350_000, high: 420_000 },
      probabilities: { GREEN: 0, YELLOW: 0, ORANGE: 0, RED: 0, EXHAUSTED: 0, GREEN_: 0, [zone]: probability },
    },
  });
  const history = (): NonNullable<LoggedForecast['history']> =>
    ['40', '41', '42', '43', '44', '45', '46', '47'].map((number, place) => {
      const { told, ...rest } = week(`2026-W${number}`, place === 2 ? 440_000 : 380_000, 'YELLOW', 0.85);
      const { GREEN, YELLOW, RED, EXHAUSTED } = told.probabilities;
      const probabilities = { GREEN, YELLOW: YELLOW ?? 0, ORANGE: 0.15, RED, EXHAUSTED };
      return { ...rest, told: { ...told, probabilities } };
    });

  it('is shown with the forecast, and is what the target of the strategy is held to', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    await desk.record(NOW, [], [], [forecast({ history: history() })]);
    const report = await json(desk);
    expect(report.forecast_score).toMatchObject({ n: 8, hits: 7, sure: 8, right: 7, covered: 7 });
    expect(report.targets.find(({ id }: { id: string }) => id === 'zone_accuracy')).toMatchObject({
      actual: 0.875,
      n: 8,
      status: 'not-enough-data',
    });
    expect(await said(desk)).toContain(
      'forecasts of the last 8 weeks, each at the end of Thursday: sure 8 times, right 7',
    );
  });

  it('of a week that is over has that week in it', async () => {
    using desk = JobScene.atDesk({ allocation: OWN, now: '2026-12-01T12:00:00Z' });
    await desk.record(
      weekOfRuns(0, 380_000),
      [],
      [],
      [
        forecast({ history: history().slice(6) }),
        forecast({ at: '2026-11-26T21:00:00Z' }),
        forecast({ at: '2026-11-28T21:00:00Z', point: 1 }),
      ],
    );
    const { forecast_score: score } = await json(desk, '--week', '2026-W48');
    expect(score).toMatchObject({ n: 3, hits: 3, sure: 2, right: 2 });
    expect(score?.weeks.at(-1)).toEqual({
      week: '2026-W48',
      at: '2026-11-26T21:00:00Z',
      zone: 'YELLOW',
      probability: 0.71,
      actual: 'YELLOW',
      hit: true,
    });
  });
});

describe('the alerts of a budget that runs away', () => {
  const many = Array.from({ length: 25 }, (_, place) =>
    run(`r${place}`, {
      at: `2026-11-25T11:${String(30 + place)}:00Z`,
      tokens: output(6000),
      work_item: null,
    }),
  );

  it('say how much of it went, how fast, and in how many runs', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    await desk.record([...PAST, ...NOW, ...many]);
    const report = await json(desk);
    expect(kinds(report)).toEqual(['burn-rate']);
    expect(report.alerts[0]?.message).toMatch(
      /^\d\d(\.\d)?% of the week's budget went in the last 6 hours, in 27 runs: \d\.\d times what the budget gives to these hours of the week$/,
    );
  });

  it('tell of RED once the forecasts of three hours agree', async () => {
    using desk = JobScene.atDesk({ allocation: OWN });
    const grave = { GREEN: 0, YELLOW: 0, ORANGE: 0, RED: 0.5, EXHAUSTED: 0.5 };
    const dear = NOW.map((record, place) => ({ ...record, tokens: output(place === 0 ? 260_000 : 15_000) }));
    await desk.record(
      [...PAST, ...dear],
      [],
      [],
      [forecast({ at: '2026-11-25T08:30:00Z', probabilities: grave })],
    );
    expect(kinds(await json(desk))).toEqual(['red-ahead']);
    await desk.record([], [], [], [forecast({ at: '2026-11-25T11:30:00Z' })]);
    expect(kinds(await json(desk))).toEqual([]);
  });
});
