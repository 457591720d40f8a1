import {
  CLAIM_TOKEN,
  type Deferral,
  DRAIN_EVENTS,
  type DrainEvent,
  deferralId,
  deferralLine,
  drainEventId,
} from './deferral.ts';
import { FieldReader, isObject } from './fields.ts';
import { type Checked, HASH, MOST_RECORD_LENGTH, NAME, REPOSITORY, readTask } from './record-check.ts';

const HEAD = /^[0-9a-f]{40}$/;
const NONCE = /^[0-9a-f]{16,64}$/;
const DIGITS = /^[1-9]\d{0,19}$/;

/** Every key that the lines have: one with another key is refused, so that nobody can take it for more than it is. */
const DEFERRAL_KEYS = [
  ...['schema', 'id', 'at', 'repository', 'run', 'work_item', 'head', 'agent', 'phase', 'tier'],
  ...['priority', 'critical', 'reason', 'not_before', 'task'],
];
const EVENT_KEYS = [
  ...['schema', 'id', 'at', 'repository', 'deferral', 'event', 'drain', 'claim', 'run_id', 'note'],
];

/** A deferral from an untrusted value. The `id` must be the one that its key gives, and may be left out. */
export function checkDeferral(value: unknown): Checked<Deferral> {
  if (!isObject(value)) return { ok: false, problems: [{ field: '', what: 'must be an object' }] };
  const fields = new FieldReader(value);
  refuseOthers(fields, DEFERRAL_KEYS);
  fields.oneOf('schema', ['haiku-first/deferral@1']);
  const run = required(fields, 'run', ['id', 'attempt', 'job']);
  const key = {
    repository: fields.text('repository', 201, REPOSITORY),
    run: {
      id: run?.text('id', 64) ?? '',
      attempt: run?.whole('attempt', 1, 100_000) ?? 1,
      job: run?.text('job', 300) ?? '',
    },
    work_item: fields.textOrNull('work_item', 200),
    head: fields.textOrNull('head', 40, HEAD),
    agent: fields.text('agent', 64, NAME),
    phase: fields.text('phase', 64, NAME),
  };
  const deferral: Deferral = {
    ...{ schema: 'haiku-first/deferral@1', id: deferralId(key), at: fields.instant('at'), ...key },
    tier: fields.text('tier', 64, NAME),
    priority: fields.whole('priority', 0, 100),
    critical: fields.flag('critical'),
    reason: fields.text('reason', 300),
    not_before: fields.instant('not_before'),
    task: readTask(fields),
  };
  return judged(fields, deferral);
}

/** A step of a drain from an untrusted value; its `id` as of `checkDeferral`. */
export function checkDrainEvent(value: unknown): Checked<DrainEvent> {
  if (!isObject(value)) return { ok: false, problems: [{ field: '', what: 'must be an object' }] };
  const fields = new FieldReader(value);
  refuseOthers(fields, EVENT_KEYS);
  fields.oneOf('schema', ['haiku-first/drain@1']);
  const drain = required(fields, 'drain', ['run', 'attempt', 'nonce']);
  const key = {
    at: fields.instant('at'),
    repository: fields.text('repository', 201, REPOSITORY),
    deferral: fields.text('deferral', 64, HASH),
    event: fields.oneOf('event', DRAIN_EVENTS) ?? 'dropped',
    drain: {
      run: drain?.text('run', 64) ?? '',
      attempt: drain?.whole('attempt', 1, 100_000) ?? 1,
      nonce: drain?.text('nonce', 64, NONCE) ?? '',
    },
  };
  const event: DrainEvent = {
    ...{ schema: 'haiku-first/drain@1', id: drainEventId(key), ...key },
    claim: fields.textOrNull('claim', 64, CLAIM_TOKEN),
    run_id: fields.textOrNull('run_id', 20, DIGITS),
    note: fields.textOrNull('note', 300),
  };
  return judged(fields, event);
}

function judged<T extends Deferral | DrainEvent>(fields: FieldReader, value: T): Checked<T> {
  const given = fields.textOrNull('id', 64, HASH);
  if (fields.problems.length === 0 && given !== null && given !== value.id)
    fields.report('id', 'is not the one that the natural key gives: leave it out');
  if (fields.problems.length === 0 && deferralLine(value).length > MOST_RECORD_LENGTH)
    fields.report('', `must not be longer than ${MOST_RECORD_LENGTH} characters`);
  return fields.problems.length > 0 ? { ok: false, problems: fields.problems } : { ok: true, value };
}

function required(fields: FieldReader, name: string, keys: readonly string[]): FieldReader | null {
  const inner = fields.objectOrNull(name);
  if (inner === null && fields.raw(name) === undefined) fields.report(name, 'is missing');
  if (inner !== null) refuseOthers(inner, keys);
  return inner;
}

function refuseOthers(fields: FieldReader, keys: readonly string[]): void {
  const others = fields.names().filter((name) => !keys.includes(name));
  if (others.length > 0)
    fields.report('', `must have no other keys than ${keys.join(', ')}, but has ${others.length}`);
}
