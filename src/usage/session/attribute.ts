import { addCosts, roundCost } from '../models/cost.ts';
import { addTokens, type TokenCounts } from '../models/tokens.ts';
import {
  type RecordOutcome,
  type RecordTokens,
  recordId,
  UNATTRIBUTED,
  type UsageRecord,
} from '../records/record.ts';
import { type Booked, type Row, withoutBooked } from './booked.ts';
import type { Holder } from './drafts.ts';
import type { ObservedPart, UsageObservation } from './observation.ts';

/** What is to be known of the allocation in order to say whose a use was. */
export interface Roster {
  /** The agent that the job ran; null: none was named. */
  readonly main: string | null;
  /** The agent for what belongs to nobody else, `MAIN` where the allocation has it; null: it has none. */
  readonly rest: string | null;
  /** The agent of a sub-agent's type, by name or alias; null: none. */
  readonly agentFor: (type: string) => string | null;
  /** What the allocation assigns to an agent in the job's phase; null: nothing. */
  readonly cellOf: (agent: string) => { readonly tier: string; readonly model: string } | null;
  /** The tier of a model, by its line; null: none. */
  readonly tierOf: (model: string) => string | null;
}

/** What is known of a job when it is decided. */
export type DecidedField =
  | 'work_item'
  | 'phase'
  | 'attempt'
  | 'tier_assigned'
  | 'model_requested'
  | 'escalated_from_model'
  | 'escalation_reason'
  | 'escalation_trigger'
  | 'planned_upgrade'
  | 'override'
  | 'exception'
  | 'critical'
  | 'trial'
  | 'zone'
  | 'zone_forecast'
  | 'task';

type JobFields = DecidedField | 'at' | 'repository' | 'run' | 'workflow' | 'quality_score' | 'agent_hash';

/** What the job knows of itself. */
export interface Job extends Pick<UsageRecord, JobFields> {
  /** What came of it, if somebody judged it; a refusal is a fail all the same. */
  readonly outcome: RecordOutcome | null;
}

/** A record names no more. */
const MOST_TYPES = 20;

interface UsedRow extends Row {
  readonly written: string | null;
  /** Types that are no agent's. */
  readonly types: readonly string[];
  readonly basis: ObservedPart['basis'];
  readonly maxPromptTokens: number | null;
  readonly durationMs: number | null;
  readonly turns: number | null;
}

/**
 * The records of one observed session: one for each agent and model. Sub-agents are booked to the agent that their
 * type names, everything else on the job's agent or on the rest; the client's own calls apart. The records sum
 * exactly to the observation, less what `booked` says was recorded before. Sorted by id.
 */
export function attribute(
  observation: UsageObservation,
  roster: Roster,
  job: Job,
  priceTable: string,
  booked: Booked = { rows: [], last: null },
): readonly UsageRecord[] {
  const mainAgent = roster.main ?? roster.rest ?? UNATTRIBUTED;
  if (observation.measured === 'none') return [unmeasured(observation, mainAgent, job)];
  const rows = withoutBooked(rowsOf(observation, roster, mainAgent), booked);
  const build = (row: UsedRow, parent: string | null): UsageRecord =>
    recordOf(row, observation, roster, job, priceTable, parent);
  const mains = rows.filter((row) => row.main && !row.auxiliary).map((row) => build(row, booked.last));
  const others = rows.filter((row) => !row.main || row.auxiliary);
  const first = mains.reduce<UsageRecord | null>(
    (top, record) =>
      top === null || (record.tokens?.output ?? 0) > (top.tokens?.output ?? 0) ? record : top,
    null,
  );
  return [...mains, ...others.map((row) => build(row, first?.id ?? booked.last))].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

function agentOf(holder: Holder, roster: Roster, mainAgent: string): string {
  if (holder.kind === 'main' || holder.kind === 'client') return mainAgent;
  const named = holder.kind === 'agent' ? roster.agentFor(holder.type) : null;
  return named ?? roster.rest ?? UNATTRIBUTED;
}

function rowsOf(observation: UsageObservation, roster: Roster, mainAgent: string): readonly UsedRow[] {
  const rows = new Map<string, UsedRow>();
  for (const part of observation.parts) {
    const auxiliary = part.holder.kind === 'client';
    const agent = agentOf(part.holder, roster, mainAgent);
    const isMain = part.holder.kind === 'main';
    const row: UsedRow = {
      agent,
      model: part.model,
      written: part.written,
      types:
        part.holder.kind === 'agent' && roster.agentFor(part.holder.type) === null ? [part.holder.type] : [],
      auxiliary,
      main: agent === mainAgent,
      tokens: part.tokens,
      cost: part.cost,
      basis: part.basis,
      maxPromptTokens: part.maxPromptTokens,
      durationMs: isMain ? observation.durationMs : part.durationMs,
      turns: isMain ? observation.turns : part.requests,
    };
    const key = JSON.stringify([agent, part.model, auxiliary]);
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : joined(known, row));
  }
  return [...rows.values()];
}

function joined(a: UsedRow, b: UsedRow): UsedRow {
  const cost = a.cost === null || b.cost === null ? null : addCosts(a.cost, b.cost);
  const reported = a.basis === 'reported' || b.basis === 'reported';
  return {
    ...a,
    written: a.written === b.written ? a.written : null,
    types: [...new Set([...a.types, ...b.types])].sort(),
    tokens: addTokens(a.tokens, b.tokens),
    cost,
    basis: cost === null ? 'unpriced' : reported ? 'reported' : 'computed',
    // Of a join, the longest prompt is known only when it is known of both.
    maxPromptTokens:
      a.maxPromptTokens === null || b.maxPromptTokens === null
        ? null
        : Math.max(a.maxPromptTokens, b.maxPromptTokens),
    durationMs: sumOrEither(a.durationMs, b.durationMs),
    turns: sumOrEither(a.turns, b.turns),
  };
}

function sumOrEither(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}

function recordOf(
  row: UsedRow,
  observation: UsageObservation,
  roster: Roster,
  job: Job,
  priceTable: string,
  parent: string | null,
): UsageRecord {
  const cell = row.main ? null : roster.cellOf(row.agent);
  const mine = row.main && !row.auxiliary;
  const key = {
    repository: job.repository,
    run: job.run,
    session: observation.session,
    agent: row.agent,
    phase: job.phase,
    attempt: job.attempt,
    model_used: row.model,
    auxiliary: row.auxiliary,
    parent,
  };
  return {
    ...jobFields(job, mine),
    ...key,
    schema: 'haiku-first/usage@1',
    id: recordId(key),
    tier_assigned: row.main ? job.tier_assigned : (cell?.tier ?? null),
    model_requested: mine
      ? (job.model_requested ?? observation.requestedModel)
      : row.auxiliary
        ? null
        : (cell?.model ?? null),
    ...(row.written === null ? {} : { model_id: row.written }),
    ...(row.types.length === 0 ? {} : { sub_agents: row.types.slice(0, MOST_TYPES) }),
    tier_used: roster.tierOf(row.model),
    tokens: recordTokens(row.tokens),
    max_prompt_tokens: row.maxPromptTokens,
    cost_microusd: row.cost === null ? null : roundCost(row.cost),
    cost_basis: row.cost === null ? 'unpriced' : row.basis,
    price_table: priceTable,
    duration_ms: row.durationMs,
    turns: row.turns,
    outcome: mine ? outcomeOf(observation, job) : 'unknown',
    measured: observation.measured,
    source: observation.source,
  };
}

/** That the client came to an end says nothing about the work, so only a failure is concluded from how it ended. */
function outcomeOf(observation: UsageObservation, job: Job): RecordOutcome {
  if (observation.ending === 'refused') return 'fail';
  if (job.outcome !== null) return job.outcome;
  return observation.ending === 'failed' ? 'fail' : 'unknown';
}

/** Escalation, override, exception, trial and score are about the job's own agent, not about those that it started. */
function jobFields(job: Job, mine: boolean): Omit<Job, 'outcome' | 'tier_assigned' | 'model_requested'> {
  return {
    at: job.at,
    repository: job.repository,
    run: job.run,
    ...(job.workflow === undefined ? {} : { workflow: job.workflow }),
    work_item: job.work_item,
    phase: job.phase,
    attempt: job.attempt,
    critical: job.critical,
    zone: job.zone,
    zone_forecast: job.zone_forecast,
    task: job.task,
    escalated_from_model: mine ? job.escalated_from_model : null,
    escalation_reason: mine ? job.escalation_reason : null,
    escalation_trigger: mine ? job.escalation_trigger : null,
    planned_upgrade: mine && job.planned_upgrade,
    override: mine ? job.override : null,
    ...(mine && job.exception !== undefined ? { exception: job.exception } : {}),
    trial: mine ? job.trial : null,
    quality_score: mine ? job.quality_score : null,
    agent_hash: mine ? job.agent_hash : null,
  };
}

function recordTokens(tokens: TokenCounts): RecordTokens {
  return {
    input: tokens.input,
    output: tokens.output,
    cache_read: tokens.cacheRead,
    cache_write_5m: tokens.cacheWrite5m,
    cache_write_1h: tokens.cacheWrite1h,
  };
}

/** The record of a job of which nobody knows what it used: counted as such, and never as free. */
function unmeasured(observation: UsageObservation, agent: string, job: Job): UsageRecord {
  const key = {
    repository: job.repository,
    run: job.run,
    session: observation.session,
    agent,
    phase: job.phase,
    attempt: job.attempt,
    model_used: null,
    auxiliary: false,
    parent: null,
  };
  return {
    ...jobFields(job, true),
    ...key,
    schema: 'haiku-first/usage@1',
    id: recordId(key),
    tier_assigned: job.tier_assigned,
    model_requested: job.model_requested ?? observation.requestedModel,
    tier_used: null,
    tokens: null,
    max_prompt_tokens: null,
    cost_microusd: null,
    cost_basis: 'unmeasured',
    price_table: null,
    duration_ms: observation.durationMs,
    turns: observation.turns,
    outcome: outcomeOf(observation, job),
    measured: 'none',
    source: observation.source,
  };
}
