import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
const SONNET = { model_used: 'claude-sonnet-5-5', tier_used: 'sonnet', model_requested: 'claude-sonnet-5-5' };
const OPUS = { model_used: 'claude-opus-5-5', tier_used: 'opus', model_requested: 'claude-opus-5-5' };

/** A poor run on haiku or sonnet, and the one that escalated from it so many minutes later. */
function pair(
  work_item: string,
  tier: 'haiku' | 'sonnet',
  minutes: number,
  reason: string,
  outcome: 'pass' | 'fail',
) {
  const end = new Date(Date.parse('2026-11-24T10:01:00Z') + minutes * 60_000)
    .toISOString()
    .replace('.000', '');
  const up = { attempt: 2, escalated_from_model: `claude-${tier}-5-5`, escalation_trigger: 'check: tests' };
  return [
    run(`${work_item}a`, {
      work_item,
      outcome: 'fail',
      tier_assigned: tier,
      ...(tier === 'haiku' ? {} : SONNET),
    }),
    run(`${work_item}b`, {
      work_item,
      at: end,
      outcome,
      tier_assigned: tier,
      escalation_reason: reason,
      ...up,
      ...(tier === 'haiku' ? SONNET : OPUS),
    }),
  ];
}

async function told(records: readonly UsageRecord[]) {
  using place = JobScene.atDesk({ allocation: OWN });
  await place.record(records);
  const report = JSON.parse((await place.cli(['report', '--json'])).stdout);
  const target = (id: string) => report.targets.find((each: { id: string }) => each.id === id);
  return { report, target, text: (await place.cli(['report'])).stdout };
}

describe('escalations', () => {
  it('are a share of the runs assigned to haiku beside that of all, with delays and reasons', async () => {
    const good = Array.from({ length: 27 }, (_, index) => run(`${index}`, { work_item: `pr-${index}` }));
    const { report, target, text } = await told([
      ...good,
      ...pair('pr-31', 'haiku', 2, 'tests failed', 'pass'),
      ...pair('pr-32', 'haiku', 4, 'tests failed', 'fail'),
      ...pair('pr-33', 'haiku', 3, 'the answer was empty', 'pass'),
      ...pair('pr-34', 'sonnet', 60, 'tests failed', 'pass'),
    ]);
    expect(report.escalation).toMatchObject({
      of_all: { hits: 4, n: 35 },
      of_cheapest: { tier: 'haiku', hits: 3, n: 30, expected: { low: 0.05, high: 0.15 } },
      delay_minutes: { median: 3.5, n: 4 },
      delay_minutes_of_cheapest: { median: 3, n: 3 },
      reasons: [
        {
          from: 'haiku',
          to: 'sonnet',
          trigger: 'check: tests',
          reason: 'tests failed',
          runs: 2,
          passed: 1,
          failed: 1,
        },
        { from: 'haiku', to: 'sonnet', reason: 'the answer was empty', runs: 1, passed: 1, failed: 0 },
        { from: 'sonnet', to: 'opus', reason: 'tests failed', runs: 1 },
      ],
    });
    expect(target('haiku_escalations')).toMatchObject({ actual: 0.1, n: 30, status: 'met' });
    expect(target('haiku_escalation_delay_minutes')).toMatchObject({
      actual: 3,
      n: 3,
      status: 'not-enough-data',
    });
    expect(text).toContain('escalated: 10% of the runs assigned to haiku (3 of 30, expected 5% to 15%)');
    expect(text).toMatch(/haiku → sonnet: tests failed \(check: tests\), 2 in all, 1 passed, 1 failed/);
  });

  it('count for the week of the first attempt, also when they come after it', async () => {
    const sunday = { at: '2026-11-22T23:00:00Z', outcome: 'fail' } as const;
    const up = { attempt: 2, escalated_from_model: 'claude-haiku-5-5', ...SONNET };
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', sunday), run('2', { at: '2026-11-23T01:00:00Z', ...up })]);
    const { stdout } = await place.cli(['report', '--json', '--week', '2026-W47']);
    expect(JSON.parse(stdout).escalation).toMatchObject({
      of_all: { hits: 0, n: 1 },
      of_cheapest: { hits: 1, n: 1 },
    });
  });
});
