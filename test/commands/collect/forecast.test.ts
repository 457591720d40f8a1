import { describe, expect, it } from 'vitest';
import { weekSpan } from '../../../src/ledger/index.ts';
import { textOf } from '../../../src/time/instant.ts';
import { weekOf } from '../../../src/time/week.ts';
import type { LoggedForecast } from '../../../src/usage/records/forecast.ts';
import { forecastEntry, recordEntry } from '../../../src/usage/records/ledger-line.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ledger } from '../../ledger/support.ts';
import { output, run } from '../../report/records.ts';
import { ALLOCATION } from '../../support/job-scene.ts';
import { forecast } from '../../usage/records/forecasts.ts';
import { PullRequestScene } from './pull-request-scene.ts';

const BUDGET = 'budget: { mode: observe, weekly: { tokens: 500000 }, critical_reserve: 0.10 }\n';
const FILES = { 'allocation.yaml': ALLOCATION + BUDGET };
const HOUR = 3_600_000;

/** The weeks before this one: a run on every working day, at noon. */
function weeksOfRuns(weeks: number): readonly UsageRecord[] {
  const { from } = weekSpan(weekOf(new Date(), 'UTC'), 'UTC');
  return Array.from({ length: weeks * 5 }, (_, place) => {
    const before = Math.floor(place / 5) + 1;
    const at = from - before * 168 * HOUR + (place % 5) * 24 * HOUR + 12 * HOUR;
    return run(`${before}-${place}`, {
      at: textOf(new Date(at)),
      tokens: output(60_000 + before * 3000),
      work_item: null,
    });
  });
}

async function fill(
  scene: PullRequestScene,
  records: readonly UsageRecord[],
  forecasts: readonly LoggedForecast[] = [],
): Promise<void> {
  await using store = await ledger(scene.ledger, scene.job.folder);
  const entries = [...records.map(recordEntry), ...forecasts.map(forecastEntry)];
  if (entries.length > 0) await store.append(entries, { run: '1', attempt: 1 });
}

function logged(scene: PullRequestScene): readonly LoggedForecast[] {
  return scene
    .lines()
    .map((line) => JSON.parse(line))
    .filter(({ schema }) => schema === 'haiku-first/forecast@1');
}

/** This week's, so many hours ago. */
function thisWeek(hours: number, changes: Partial<LoggedForecast> = {}): LoggedForecast {
  const now = new Date();
  const { from } = weekSpan(weekOf(now, 'UTC'), 'UTC');
  const at = textOf(new Date(Math.max(from, now.getTime() - hours * HOUR)));
  return forecast({ at, week: weekOf(now, 'UTC'), ...changes });
}

describe('the forecasts that collect logs', () => {
  it('rest on the weeks before, whose sums the first one keeps', async () => {
    await using scene = await PullRequestScene.open({ files: FILES });
    await fill(scene, weeksOfRuns(9));
    await scene.work();
    const { status, stdout } = await scene.collectStep();
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('2 records written');
    const [first, ...others] = logged(scene);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      week: weekOf(new Date(), 'UTC'),
      weeks: 8,
      repository: 'octo/demo',
      limit: 500_000,
    });
    expect(first?.history).toHaveLength(8);
    expect(first?.history?.map(({ tokens }) => tokens.total)).toEqual(
      [8, 7, 6, 5, 4, 3, 2, 1].map((before) => 5 * (60_000 + before * 3000)),
    );
    // What is written together with it counts.
    expect(first?.spent).toBeGreaterThan(0);
    const [comment] = await scene.comments();
    expect(comment).toMatch(
      /Week \d+: .* of 500,000 tokens \(\d+%\), GREEN\. Forecast for Sunday: [A-Z]+, .*\d+% sure \(8 weeks of history\)\./,
    );
  });

  it('are at most one an hour', async () => {
    await using scene = await PullRequestScene.open({ files: FILES });
    await fill(scene, weeksOfRuns(8), [thisWeek(0.5)]);
    await scene.work();
    await scene.collectStep();
    expect(logged(scene)).toHaveLength(1);
  });

  it('take the weeks before from one that was logged before, and keep them once', async () => {
    await using scene = await PullRequestScene.open({ files: FILES });
    const week = (number: number) => ({
      week: `2026-W0${number}`,
      tokens: { total: 300_000, shares: [200, 200, 200, 200, 200] },
      microusd: { total: 0, shares: [] },
      told: null,
    });
    await fill(scene, weeksOfRuns(8), [
      thisWeek(2, { history: [1, 2, 3, 4].map(week) }),
      forecast({ week: '2026-W01' }),
    ]);
    await scene.work();
    await scene.collectStep();
    const fresh = logged(scene).filter(({ weeks }) => weeks === 4);
    expect(fresh.map(({ history }) => history)).toEqual([undefined]);
  });

  it('are scored: what was expected of a week by its Thursday stays with it', async () => {
    await using scene = await PullRequestScene.open({ files: FILES });
    const { from } = weekSpan(weekOf(new Date(), 'UTC'), 'UTC');
    const before = new Date(from - 1);
    const told = forecast({ week: weekOf(before, 'UTC'), at: textOf(new Date(from - 75 * HOUR)) });
    const late = { ...told, at: textOf(new Date(from - 20 * HOUR)), point: 1 };
    await fill(scene, weeksOfRuns(8), [told, late]);
    await scene.work();
    await scene.collectStep();
    const history = logged(scene).flatMap((each) => each.history ?? []);
    expect(history.at(-1)?.told).toMatchObject({ at: told.at, point: told.point });
    expect(history.at(-2)?.told).toBeNull();
  });

  it('are none while too much of the week is not known', async () => {
    await using scene = await PullRequestScene.open({ files: FILES });
    const unknown = {
      tokens: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      measured: 'none',
    } as const;
    await fill(scene, [...weeksOfRuns(8), run('9', { at: textOf(new Date()), ...unknown })]);
    await scene.work();
    expect((await scene.collectStep()).stdout).toContain('2 records written');
    expect(logged(scene)).toEqual([]);
  });

  it('are none without a budget, and none that a job has uploaded', async () => {
    await using scene = await PullRequestScene.open();
    await fill(scene, weeksOfRuns(8));
    await scene.work();
    scene.uploadLines([forecast()]);
    const { stdout } = await scene.collectStep();
    expect(stdout).toContain('is refused');
    expect(logged(scene)).toEqual([]);
  });
});
