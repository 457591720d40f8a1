import { FORMS } from '../../allocation/patterns.ts';
import { isObject, isWellFormed, parseInstant } from './fields.ts';
import type { UsageRecord } from './record.ts';

/**
 * An override that was refused, as a job tells the collector of it, which may open the issue that the job may not. The
 * ledger has no such line: nothing was used.
 */
export interface Refusal {
  readonly schema: 'haiku-first/refusal@1';
  /** UTC, whole seconds. */
  readonly at: string;
  readonly repository: string;
  readonly run: UsageRecord['run'];
  readonly agent: string;
  readonly phase: string;
  /** The tier that was asked for. */
  readonly tier: string;
  /** Null: the cell has none, and the reason was missing. */
  readonly floor: string | null;
  readonly by: string;
  readonly reason: string | null;
}

/** In characters. */
export const MOST_REFUSAL_TEXT = 300;

/** Whether a line of a job's file is a refusal, or claims to be one. */
export function isRefusalLine(value: unknown): boolean {
  return isObject(value) && value.schema === 'haiku-first/refusal@1';
}

/** A refusal from an untrusted value; null where it is none. */
export function checkRefusal(value: unknown): Refusal | null {
  if (!isObject(value) || !isRefusalLine(value) || !isObject(value.run)) return null;
  const { at, repository, run, agent, phase, tier, floor, by, reason } = value;
  const { id, attempt, job } = run;
  const instant = typeof at === 'string' ? parseInstant(at) : null;
  if (!isText(repository) || !isText(id) || !isText(job) || !isText(by) || instant === null) return null;
  if (typeof attempt !== 'number' || !Number.isSafeInteger(attempt)) return null;
  if (!isName(agent) || !isName(phase) || !isName(tier)) return null;
  if ((floor !== null && !isName(floor)) || (reason !== null && !isText(reason))) return null;
  const schema = 'haiku-first/refusal@1';
  return {
    schema,
    at: instant,
    repository,
    run: { id, attempt, job },
    agent,
    phase,
    tier,
    floor,
    by,
    reason,
  };
}

function isText(value: unknown): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= MOST_REFUSAL_TEXT && isWellFormed(value)
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && FORMS.name.pattern.test(value);
}
