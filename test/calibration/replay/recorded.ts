import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noExceptions } from '../../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { type WhatIf, whatIf } from '../../../src/calibration/replay/index.ts';
import { attemptsOf } from '../../../src/calibration/table/index.ts';
import { parseDate, weekAfter } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { run } from '../../report/records.ts';
import { startOf, week } from '../attempts.ts';

export const TIERS = ['haiku', 'sonnet', 'opus'] as const;
export type TierName = (typeof TIERS)[number];

/** What one task came to on each tier. */
export type Outcomes = Readonly<Record<TierName, { readonly usd: number; readonly passed: boolean }>>;

/** Three tiers of the 4.5 models and one cell, on a tier. */
export function allocationOn(tier: string, more = '', haiku = 'claude-haiku-4-5') {
  const text = `version: 1
tiers:
  - { name: haiku, model: ${haiku} }
  - { name: sonnet, model: claude-sonnet-4-5 }
  - { name: opus, model: claude-opus-4-5 }
phases: [EXEC]
agents:
  TESTING: { default: ${tier} }
${more}`;
  return {
    allocation: parseAllocation('allocation.yaml', new TextEncoder().encode(text)),
    exceptions: noExceptions('allocation.exceptions.yaml'),
  };
}

const SECOND = 1000;

/** The record of a task on a tier; of one that was not measured but for its cost. */
export function recordOf(
  task: number,
  tier: TierName,
  { usd, passed }: Outcomes[TierName],
  on: string,
): UsageRecord {
  const at = new Date(startOf(on) + task * 60 * SECOND).toISOString().replace('.000', '');
  return run(`${task}-${tier}`, {
    at,
    work_item: `task-${task}`,
    agent: 'TESTING',
    tier_assigned: tier,
    tier_used: tier,
    model_requested: `claude-${tier}-4-5`,
    model_used: `claude-${tier}-4-5`,
    cost_microusd: Math.round(usd * 1_000_000),
    outcome: passed ? 'pass' : 'fail',
  });
}

/** The what-if of moving the cell from one tier to another, on these records. */
export function moved(
  records: readonly UsageRecord[],
  from: string,
  to: string,
  last = '2026-W48',
  weeks = 1,
): WhatIf {
  const spans = Array.from({ length: weeks }, (_, index) => weekAfter(week(last), index + 1 - weeks)).map(
    (each) => ({
      week: each,
      from: startOf(each),
      to: startOf(each) + 7 * 86_400 * SECOND,
    }),
  );
  const now = (spans.at(-1)?.to ?? 0) + 20 * 86_400 * SECOND;
  const reading = {
    present: (agent: string) => agent,
    tierOf: (model: string) => TIERS.find((tier) => model.includes(tier)) ?? null,
    instantOf: Date.parse,
  };
  const today = parseDate('2026-11-28');
  if (today === null) throw new Error('no day');
  return whatIf({
    ...attemptsOf(records, reading, { events: [], weeks: spans, now }),
    weeks: spans,
    base: allocationOn(from),
    head: allocationOn(to),
    table: shippedModels(),
    today,
    now,
    commit: null,
    damage: null,
  });
}

const DATA = join(import.meta.dirname, '../../../../shared/data');

/** Tasks that ran on every tier, from a folder beside the repository; null where it is not there. */
export function realTasks(file: string, round: string | null): readonly Outcomes[] | null {
  const path = join(DATA, file);
  if (!existsSync(path)) return null;
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head.split(',');
  const tasks = new Map<string, Partial<Record<string, Outcomes[TierName]>>>();
  for (const line of lines) {
    const cells = line.split(',');
    const of = (name: string): string => cells[names.indexOf(name)] ?? '';
    if (round !== null && of('round') !== round) continue;
    const task = tasks.get(of('task')) ?? {};
    task[of('tier')] = { usd: Number(of('cost_usd')), passed: of('passed') === '1' };
    tasks.set(of('task'), task);
  }
  return [...tasks.values()].flatMap(({ haiku, sonnet, opus }) =>
    haiku === undefined || sonnet === undefined || opus === undefined ? [] : [{ haiku, sonnet, opus }],
  );
}
