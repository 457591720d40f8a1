import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/time/instant.ts';
import { weekOf } from '../../src/time/week.ts';
import type { LoggedForecast } from '../../src/usage/records/forecast.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { forecast } from '../usage/records/forecasts.ts';
import { ArtifactService, recordsIn } from './artifact-service.ts';

const BUDGET = 'budget: { mode: observe, weekly: { tokens: 500000 }, critical_reserve: 0.10 }\n';
const SOON = { ...forecast().probabilities, GREEN: 0, YELLOW: 0, ORANGE: 0.9, RED: 0.1, EXHAUSTED: 0 };

/** The forecasts that the job's own records carry, when it finds these in its ledger, and what it has read of it. */
async function carried(
  forecasts: (now: Date) => readonly LoggedForecast[],
  first: 'record' | 'post',
): Promise<readonly unknown[]> {
  await using service = await ArtifactService.start();
  using job = new JobScene();
  job.commit({ 'allocation.yaml': ALLOCATION + BUDGET });
  await job.record([], [], [], forecasts(new Date()));
  const given = { command: 'resolve', agent: 'TESTING', phase: 'EXEC', ledger: job.checkout };
  const { state, status, stdout } = await job.action(given);
  expect(status, stdout).toBe(0);
  job.claude('json');
  if (first === 'record') await job.action({ command: 'record', phase: 'EXEC' }, service.env());
  await job.post(given, state, service.env());
  const records = recordsIn(service.uploads.at(-1));
  expect(records.length).toBeGreaterThan(0);
  return records.map(({ zone_forecast }) => zone_forecast);
}

describe('the records of a job', () => {
  const now = (at: Date, changes: Partial<LoggedForecast> = {}) =>
    forecast({ at: textOf(at), week: weekOf(at, 'UTC'), ...changes });

  it.each(['record', 'post'] as const)('carry the newest forecast of the week, from %s', async (first) => {
    const found = await carried((at) => [now(at, { probabilities: SOON }), earlier(now(at))], first);
    for (const each of found) expect(each).toEqual({ zone: 'ORANGE', probability: 0.9 });
  });

  it('carry none where there is none of this week, or none with a probability', async () => {
    const old = forecast({ week: '2026-W01' });
    const found = await carried(
      (at) => [{ ...now(at), week: old.week }, now(at, { probabilities: null })],
      'post',
    );
    for (const each of found) expect(each).toBeNull();
  });
});

function earlier(each: LoggedForecast): LoggedForecast {
  return { ...each, at: `${each.at.slice(0, 11)}00:00:00Z` };
}
