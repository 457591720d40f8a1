import { createHash } from 'node:crypto';
import type { Zone } from '../../allocation/names.ts';

/** The agent of what cannot be attributed to any agent of the allocation. */
export const UNATTRIBUTED = 'unattributed';

export const OUTCOMES = ['pass', 'fail', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether the source had everything, a part of it (the figures are a lower bound), or nothing. */
export const MEASURES = ['full', 'partial', 'none'] as const;
export type Measured = (typeof MEASURES)[number];

/**
 * Where a cost comes from: the client's own figure, the price table, or nowhere because the table has no price.
 * `unmeasured`: nobody knows what was used, so nobody knows what it cost.
 */
export const COST_BASES = ['reported', 'computed', 'unpriced', 'unmeasured'] as const;
export type CostBasis = (typeof COST_BASES)[number];

export type TaskFact = boolean | number | string | readonly string[];

export interface RecordTokens {
  readonly input: number;
  readonly output: number;
  readonly cache_read: number;
  readonly cache_write_5m: number;
  readonly cache_write_1h: number;
}

/** One agent's use of one model in one job, in the form of the ledger: see schema/usage-record.schema.json. */
export interface UsageRecord {
  readonly schema: 'haiku-first/usage@1';
  readonly id: string;
  /** UTC, whole seconds: `2026-11-23T03:10:41Z`. */
  readonly at: string;
  readonly repository: string;
  readonly run: { readonly id: string; readonly attempt: number; readonly job: string };
  /** `.github/workflows/review.yml`; left out where it is not known, so that a line without it keeps its bytes. */
  readonly workflow?: string;
  readonly session: string | null;
  /** The record whose agent started this one, or that this one continues. */
  readonly parent: string | null;
  readonly work_item: string | null;
  readonly agent: string;
  readonly phase: string;
  readonly attempt: number;
  readonly tier_assigned: string | null;
  readonly model_requested: string | null;
  /** Null only where nothing was measured. */
  readonly model_used: string | null;
  readonly tier_used: string | null;
  /** The client's own small calls (titles, summaries), not the agent's. */
  readonly auxiliary: boolean;
  readonly escalated_from_model: string | null;
  readonly escalation_reason: string | null;
  readonly escalation_trigger: string | null;
  readonly planned_upgrade: boolean;
  readonly override: { readonly tier: string; readonly reason: string; readonly by: string } | null;
  readonly critical: boolean;
  readonly trial: { readonly id: string; readonly arm: string; readonly propensity: number } | null;
  /** Null only where nothing was measured. */
  readonly tokens: RecordTokens | null;
  readonly max_prompt_tokens: number | null;
  /** Null where it is unpriced or unmeasured; never 0 for that reason. */
  readonly cost_microusd: number | null;
  readonly cost_basis: CostBasis;
  readonly price_table: string | null;
  readonly duration_ms: number | null;
  readonly turns: number | null;
  readonly outcome: Outcome;
  /** 0 to 1. */
  readonly quality_score: number | null;
  readonly zone: Zone | null;
  readonly zone_forecast: { readonly zone: Zone; readonly probability: number } | null;
  readonly task: Readonly<Record<string, TaskFact>>;
  readonly agent_hash: string | null;
  readonly measured: Measured;
  /** Which reader it came through. */
  readonly source: string;
}

/** What makes a record the record that it is: writing it twice counts once. */
export type NaturalKey = Pick<
  UsageRecord,
  'repository' | 'run' | 'session' | 'agent' | 'phase' | 'attempt' | 'model_used' | 'auxiliary' | 'parent'
>;

/** SHA-256, in hexadecimal, over the natural key. */
export function recordId(key: NaturalKey): string {
  const { repository, run, session, agent, phase, attempt, model_used, auxiliary, parent } = key;
  const parts = [
    repository,
    run.id,
    run.attempt,
    run.job,
    session,
    agent,
    phase,
    attempt,
    model_used,
    auxiliary,
    parent,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A value as JSON with the keys of every object sorted: the same value gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** A record as one line of the ledger, without the line break. */
export function recordLine(record: UsageRecord): string {
  return canonicalJson(record);
}

export const OUTCOME_EVENTS = [
  'pass',
  'fail',
  'reworked',
  'reverted',
  'approved',
  'changes-requested',
  'security-issue-missed',
] as const;

/** What became of a piece of work, told later: see schema/outcome.schema.json. */
export interface OutcomeEvent {
  readonly schema: 'haiku-first/outcome@1';
  readonly at: string;
  readonly repository: string;
  readonly work_item: string;
  readonly agent: string | null;
  readonly phase: string | null;
  /** The record that is meant; null: all records of the work item that agent and phase leave. */
  readonly record: string | null;
  readonly outcome: (typeof OUTCOME_EVENTS)[number];
  readonly by: string;
  readonly note: string | null;
}
