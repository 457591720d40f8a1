import { ZONES } from '../../allocation/names.ts';
import { FORMS } from '../../allocation/patterns.ts';
import { type FieldProblem, FieldReader, isObject, isWellFormed } from './fields.ts';
import {
  COST_BASES,
  MEASURES,
  OUTCOME_EVENTS,
  OUTCOMES,
  type OutcomeEvent,
  type RecordTokens,
  recordId,
  recordLine,
  type TaskFact,
  type UsageRecord,
} from './record.ts';
import { WORKFLOW } from './workflow-path.ts';

/** A record as one line may not be longer than this, in characters. */
export const MOST_RECORD_LENGTH = 16_384;

const MOST_TOKENS = 1e12;
const MOST_MICROUSD = 1e12;
export const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
export const REPOSITORY = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;
const MODEL = /^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$/;
export const HASH = /^[0-9a-f]{64}$/;
const FACT = FORMS.fact.pattern;

/** What the caller knows of a record from elsewhere. What is left out is not asked for. */
export interface Expectations {
  readonly repository?: string;
  readonly run?: { readonly id: string; readonly attempt: number; readonly jobs?: readonly string[] };
  /** Instants in UTC, whole seconds: the record's time must lie between them, both included. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** Characters of the line that the record was read from: saves making the line again to measure it. */
  readonly length?: number;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * A record from an untrusted value: shape, sizes, ranges, and agreement with what is known of its run. Fields that
 * may be left out get their defaults; unknown fields are dropped; an `id` must be the one that its key gives.
 */
export function checkRecord(value: unknown, expected: Expectations = {}): Checked<UsageRecord> {
  if (!isObject(value)) return refused([{ field: '', what: 'must be an object' }]);
  const fields = new FieldReader(value);
  const record = readRecord(fields);
  const known = expectationProblems(record, expected);
  const problems = fields.problems.length > 0 ? [...fields.problems, ...known] : known;
  if (problems.length > 0) return refused(problems);
  if ((expected.length ?? recordLine(record).length) > MOST_RECORD_LENGTH) {
    return refused([{ field: '', what: `must not be longer than ${MOST_RECORD_LENGTH} characters` }]);
  }
  const given = fields.textOrNull('id', 64, HASH);
  if (given !== null && given !== record.id) {
    return refused([{ field: 'id', what: 'is not the one that the natural key gives: leave it out' }]);
  }
  return fields.problems.length > 0 ? refused(fields.problems) : { ok: true, value: record };
}

function refused(problems: readonly FieldProblem[]): {
  readonly ok: false;
  problems: readonly FieldProblem[];
} {
  return { ok: false, problems };
}

function readRecord(fields: FieldReader): UsageRecord {
  fields.oneOf('schema', ['haiku-first/usage@1']);
  const run = fields.objectOrNull('run');
  if (run === null && fields.raw('run') === undefined) fields.report('run', 'is missing');
  const measured = fields.oneOf('measured', MEASURES, 'full') ?? 'none';
  const tokens = readTokens(fields);
  const cost = fields.wholeOrNull('cost_microusd', 0, MOST_MICROUSD);
  const basis = fields.oneOf('cost_basis', COST_BASES, cost === null ? 'unpriced' : 'reported') ?? 'unpriced';
  const model = fields.textOrNull('model_used', 200, MODEL);
  if (measured !== 'none') {
    if (fields.raw('tokens') === undefined) fields.report('tokens', 'is missing');
    if (fields.raw('model_used') === undefined) fields.report('model_used', 'is missing');
  }
  if ((basis === 'unpriced' || basis === 'unmeasured') && cost !== null) {
    fields.report('cost_microusd', `must be null when the cost is ${basis}`);
  }
  if ((basis === 'reported' || basis === 'computed') && cost === null) {
    fields.report('cost_microusd', `is missing although the cost is ${basis}`);
  }
  const workflow = fields.textOrNull('workflow', 500, WORKFLOW);
  const record = {
    schema: 'haiku-first/usage@1',
    at: fields.instant('at'),
    repository: fields.text('repository', 201, REPOSITORY),
    run: {
      id: run?.text('id', 64) ?? '',
      attempt: run?.whole('attempt', 1, 100_000, 1) ?? 1,
      job: run?.text('job', 300) ?? '',
    },
    ...(workflow === null ? {} : { workflow }),
    session: fields.textOrNull('session', 128),
    parent: fields.textOrNull('parent', 64, HASH),
    work_item: fields.textOrNull('work_item', 200),
    agent: fields.text('agent', 64, NAME),
    phase: fields.text('phase', 64, NAME),
    attempt: fields.whole('attempt', 1, 1000, 1),
    tier_assigned: fields.textOrNull('tier_assigned', 64, NAME),
    model_requested: fields.textOrNull('model_requested', 200, MODEL),
    model_used: model,
    tier_used: fields.textOrNull('tier_used', 64, NAME),
    auxiliary: fields.flag('auxiliary'),
    escalated_from_model: fields.textOrNull('escalated_from_model', 200, MODEL),
    escalation_reason: fields.textOrNull('escalation_reason', 2000),
    escalation_trigger: fields.textOrNull('escalation_trigger', 200),
    planned_upgrade: fields.flag('planned_upgrade'),
    override: readOverride(fields),
    critical: fields.flag('critical'),
    trial: readTrial(fields),
    tokens,
    max_prompt_tokens: fields.wholeOrNull('max_prompt_tokens', 0, MOST_TOKENS),
    cost_microusd: cost,
    cost_basis: basis,
    price_table: fields.textOrNull('price_table', 64),
    duration_ms: fields.wholeOrNull('duration_ms', 0, 1e10),
    turns: fields.wholeOrNull('turns', 0, 1e7),
    outcome: fields.oneOf('outcome', OUTCOMES, 'unknown') ?? 'unknown',
    quality_score: fields.shareOrNull('quality_score'),
    zone: fields.oneOfOrNull('zone', ZONES),
    zone_forecast: readForecast(fields),
    task: readTask(fields),
    agent_hash: fields.textOrNull('agent_hash', 64, HASH),
    measured,
    source: fields.textOrNull('source', 64, NAME) ?? 'import',
  } as const;
  return { ...record, id: recordId(record) };
}

function readTokens(fields: FieldReader): RecordTokens | null {
  const tokens = fields.objectOrNull('tokens');
  if (tokens === null) return null;
  return {
    input: tokens.whole('input', 0, MOST_TOKENS),
    output: tokens.whole('output', 0, MOST_TOKENS),
    cache_read: tokens.whole('cache_read', 0, MOST_TOKENS, 0),
    cache_write_5m: tokens.whole('cache_write_5m', 0, MOST_TOKENS, 0),
    cache_write_1h: tokens.whole('cache_write_1h', 0, MOST_TOKENS, 0),
  };
}

function readOverride(fields: FieldReader): UsageRecord['override'] {
  const override = fields.objectOrNull('override');
  if (override === null) return null;
  return {
    tier: override.text('tier', 64, NAME),
    reason: override.text('reason', 2000),
    by: override.text('by', 200),
  };
}

function readTrial(fields: FieldReader): UsageRecord['trial'] {
  const trial = fields.objectOrNull('trial');
  if (trial === null) return null;
  return {
    id: trial.text('id', 100),
    arm: trial.text('arm', 100),
    propensity: trial.shareOrNull('propensity') ?? 1,
  };
}

function readForecast(fields: FieldReader): UsageRecord['zone_forecast'] {
  const forecast = fields.objectOrNull('zone_forecast');
  if (forecast === null) return null;
  return {
    zone: forecast.oneOf('zone', ZONES) ?? 'EXHAUSTED',
    probability: forecast.shareOrNull('probability') ?? 0,
  };
}

/** The facts under `task`, each of a form that an allocation can declare. */
export function readTask(fields: FieldReader): UsageRecord['task'] {
  const task = fields.objectOrNull('task');
  const names = task?.names() ?? [];
  if (names.length > 100) fields.report('task', 'must not have more than 100 facts');
  const facts: [string, TaskFact][] = [];
  for (const name of names.slice(0, 100)) {
    const value = task?.raw(name);
    if (value === undefined) continue;
    if (!FACT.test(name)) fields.report('task', `must have facts whose names match ${FACT.source}`);
    else if (isFact(value)) facts.push([name, value]);
    else fields.report(`task.${name}`, 'must be true, false, a number, a text or a list of texts');
  }
  return Object.fromEntries(facts);
}

function isFact(value: unknown): value is TaskFact {
  if (Array.isArray(value)) return value.length <= 200 && value.every((item) => isShortText(item));
  return typeof value === 'boolean' || Number.isFinite(value) || isShortText(value);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 1000 && isWellFormed(value);
}

function expectationProblems(record: UsageRecord, expected: Expectations): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const differs = (field: string, found: string | number, wanted: string | number | undefined): void => {
    if (wanted !== undefined && found !== wanted) problems.push({ field, what: `must be ${wanted}` });
  };
  differs('repository', record.repository, expected.repository);
  differs('run.id', record.run.id, expected.run?.id);
  differs('run.attempt', record.run.attempt, expected.run?.attempt);
  if (expected.run?.jobs !== undefined && !expected.run.jobs.includes(record.run.job)) {
    problems.push({ field: 'run.job', what: 'must be a job of the run' });
  }
  if (expected.notBefore !== undefined && record.at < expected.notBefore) {
    problems.push({ field: 'at', what: `must not be before ${expected.notBefore}` });
  }
  if (expected.notAfter !== undefined && record.at > expected.notAfter) {
    problems.push({ field: 'at', what: `must not be after ${expected.notAfter}` });
  }
  return problems;
}

/** An outcome event from an untrusted value. */
export function checkOutcomeEvent(value: unknown, expected: Expectations = {}): Checked<OutcomeEvent> {
  if (!isObject(value)) return refused([{ field: '', what: 'must be an object' }]);
  const fields = new FieldReader(value);
  fields.oneOf('schema', ['haiku-first/outcome@1']);
  const event: OutcomeEvent = {
    schema: 'haiku-first/outcome@1',
    at: fields.instant('at'),
    repository: fields.text('repository', 201, REPOSITORY),
    work_item: fields.text('work_item', 200),
    agent: fields.textOrNull('agent', 64, NAME),
    phase: fields.textOrNull('phase', 64, NAME),
    record: fields.textOrNull('record', 64, HASH),
    outcome: fields.oneOf('outcome', OUTCOME_EVENTS) ?? 'fail',
    by: fields.text('by', 200),
    note: fields.textOrNull('note', 2000),
  };
  if (expected.repository !== undefined && event.repository !== expected.repository) {
    fields.report('repository', `must be ${expected.repository}`);
  }
  if (expected.notAfter !== undefined && event.at > expected.notAfter) {
    fields.report('at', `must not be after ${expected.notAfter}`);
  }
  return fields.problems.length > 0 ? refused(fields.problems) : { ok: true, value: event };
}
