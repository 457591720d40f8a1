import { join } from 'node:path';
import { openLedger, readEnvelope } from '../src/ledger/index.ts';
import { recordId, recordLine, type UsageRecord } from '../src/usage/records/record.ts';

/** Records of the year; a week has a 52nd of them. */
export const RECORDS = Number(process.env.RECORDS ?? 1_000_000);
const WEEKS = 52;
export const WEEK = 7 * 86_400_000;
/** The instant at which the year begins. */
export const FIRST = Date.parse('2025-11-24T00:00:00Z');
const AGENTS = ['GITHUB', 'DOCMON', 'TESTING', 'API', 'DATABASE', 'SECURITY'] as const;
const TIERS = ['haiku', 'haiku', 'sonnet', 'sonnet', 'sonnet', 'opus'] as const;
const PHASES = ['LEAD', 'PLAN', 'EXEC'] as const;

function recordOf(week: number, index: number, all: number): UsageRecord {
  const instant = FIRST + week * WEEK + Math.floor((index / all) * WEEK);
  const kind = index % AGENTS.length;
  const tier = TIERS[kind] ?? 'haiku';
  const key = {
    repository: 'octo/demo',
    run: { id: String(week * 1_000_000 + index), attempt: 1, job: 'agent' },
    session: null,
    agent: AGENTS[kind] ?? 'GITHUB',
    phase: PHASES[index % PHASES.length] ?? 'EXEC',
    attempt: index % 20 === 0 ? 2 : 1,
    model_used: `claude-${tier}-5-5`,
    auxiliary: false,
    parent: null,
  };
  return {
    ...key,
    schema: 'haiku-first/usage@1',
    id: recordId(key),
    at: `${new Date(instant).toISOString().slice(0, 19)}Z`,
    work_item: `pr-${week * 1000 + (index % 500)}`,
    tier_assigned: tier,
    model_requested: key.model_used,
    tier_used: tier,
    escalated_from_model: index % 20 === 0 ? 'claude-haiku-5-5' : null,
    escalation_reason: null,
    escalation_trigger: null,
    planned_upgrade: false,
    override: null,
    critical: false,
    trial: null,
    tokens: {
      input: index % 1000,
      output: index % 500,
      cache_read: 9000,
      cache_write_5m: 240,
      cache_write_1h: 0,
    },
    max_prompt_tokens: 12_000,
    cost_microusd: index % 10_000,
    cost_basis: 'computed',
    price_table: '2026-11-23',
    duration_ms: 60_000,
    turns: 3,
    outcome: index % 9 === 0 ? 'fail' : 'pass',
    quality_score: null,
    zone: 'GREEN',
    zone_forecast: null,
    task: {},
    agent_hash: null,
    measured: 'full',
    source: 'claude-code-result',
  };
}

/** Every week of the year, by number. */
export const ALL_WEEKS = Array.from({ length: WEEKS }, (_, week) => week);

/** Writes weeks of the year into the bare repository at a path: a file for each day. */
export async function fillYear(
  ledgerPath: string,
  weeks: readonly number[] = ALL_WEEKS,
  records = RECORDS,
): Promise<void> {
  const ledger = await openLedger({
    location: ledgerPath,
    cwd: ledgerPath,
    env: process.env,
    unwrittenDir: join(ledgerPath, '..', 'unwritten'),
    readLine: readEnvelope,
    pace: {
      sleep: () => Promise.resolve(),
      random: Math.random,
      monotonic: () => performance.now(),
      now: () => new Date(FIRST),
    },
  });
  const perWeek = Math.ceil(records / WEEKS);
  for (const week of weeks) {
    const entries = Array.from({ length: perWeek }, (_, index) => {
      const record = recordOf(week, index, perWeek);
      return { id: record.id, at: record.at, line: recordLine(record) };
    });
    await ledger.append(entries, { run: String(week), attempt: 1 });
  }
  await ledger.close();
}
