import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { type OutcomeEvent, recordId, type UsageRecord } from '../../src/usage/records/record.ts';

const file = join(import.meta.dirname, '../../allocation.yaml');

/** The allocation of this repository: 500,000 tokens a week, half of them for sonnet. */
export const ALLOCATION = parseAllocation('allocation.yaml', readFileSync(file));

const PLAIN: Omit<UsageRecord, 'id'> = {
  schema: 'haiku-first/usage@1',
  at: '2026-11-24T10:00:00Z',
  repository: 'octo/demo',
  run: { id: '1', attempt: 1, job: 'agent' },
  session: null,
  parent: null,
  work_item: 'pr-12',
  agent: 'GITHUB',
  phase: 'EXEC',
  attempt: 1,
  tier_assigned: 'haiku',
  model_requested: 'claude-haiku-5-5',
  model_used: 'claude-haiku-5-5',
  tier_used: 'haiku',
  auxiliary: false,
  escalated_from_model: null,
  escalation_reason: null,
  escalation_trigger: null,
  planned_upgrade: false,
  override: null,
  critical: false,
  trial: null,
  tokens: { input: 22, output: 57, cache_read: 6000, cache_write_5m: 0, cache_write_1h: 0 },
  max_prompt_tokens: 3131,
  cost_microusd: 3628,
  cost_basis: 'computed',
  price_table: '2026-11-23',
  duration_ms: 60_000,
  turns: 2,
  outcome: 'pass',
  quality_score: null,
  zone: 'GREEN',
  zone_forecast: null,
  task: {},
  agent_hash: null,
  measured: 'full',
  source: 'claude-code-result',
};

/** A record of GITHUB in EXEC on haiku, with these differences. */
export function record(changes: Partial<UsageRecord> = {}): UsageRecord {
  const merged = { ...PLAIN, ...changes };
  return { ...merged, id: recordId(merged) };
}

/** So many tokens of output and nothing else. */
export function output(tokens: number): NonNullable<UsageRecord['tokens']> {
  return { input: 0, output: tokens, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };
}

/** What one agent used in one job of its own. */
export function run(id: string, changes: Partial<UsageRecord> = {}): UsageRecord {
  return record({ run: { id, attempt: 1, job: 'agent' }, ...changes });
}

export function event(changes: Partial<OutcomeEvent> = {}): OutcomeEvent {
  return {
    schema: 'haiku-first/outcome@1',
    at: '2026-11-25T10:00:00Z',
    repository: 'octo/demo',
    work_item: 'pr-12',
    agent: null,
    phase: null,
    record: null,
    outcome: 'reworked',
    by: 'octocat',
    note: null,
    ...changes,
  };
}
