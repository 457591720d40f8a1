import { hash } from 'node:crypto';
import type { StoredOutcomeEvent } from '../../generated/outcome.ts';
import type { StoredUsageRecord } from '../../generated/usage-record.ts';
import type { StoredVoidEvent } from '../../generated/void.ts';
import type { Immutable } from '../../immutable.ts';

/** The agent of what cannot be attributed to any agent of the allocation. */
export const UNATTRIBUTED = 'unattributed';

/** A value in which these fields are filled in. */
export type Filled<T, K extends keyof T> = Immutable<T & Required<Pick<T, K>>>;

/** One agent's use of one model in one job, in the form of the ledger: see schema/usage-record.schema.json. */
export type UsageRecord = Filled<StoredUsageRecord, 'id' | 'cost_basis'>;

/** What became of a piece of work, told later: see schema/outcome.schema.json. */
export type OutcomeEvent = Immutable<StoredOutcomeEvent>;

/** A line that a person has taken back: see schema/void.schema.json. */
export type VoidEvent = Immutable<StoredVoidEvent>;

export type RecordOutcome = UsageRecord['outcome'];
export const OUTCOMES = ['pass', 'fail', 'unknown'] as const satisfies readonly RecordOutcome[];
export type Measured = UsageRecord['measured'];
export type CostBasis = UsageRecord['cost_basis'];
export type TaskFact = UsageRecord['task'][string];
export type RecordTokens = NonNullable<UsageRecord['tokens']>;

/** What is needed of a record that only counts towards a sum, or tells when its task was worked at before. */
export type Gist = Pick<
  UsageRecord,
  | 'id'
  | 'at'
  | 'repository'
  | 'work_item'
  | 'agent'
  | 'phase'
  | 'tier_used'
  | 'tokens'
  | 'cost_microusd'
  | 'task'
>;

/** What makes a record the record that it is: writing it twice counts once. */
type NaturalKey = Pick<
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
  return hash('sha256', JSON.stringify(parts));
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
