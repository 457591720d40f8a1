import { type Problem, UserError } from '../errors.ts';
import type { Exception as ExceptionEntry, ExceptionsFile } from '../generated/exceptions.ts';
import { SCHEMA_KEYS } from '../generated/keys.ts';
import { EXCEPTIONS_SCHEMA } from '../generated/schema-texts.ts';
import { daysBetween, type IsoDate, parseDate } from '../time/week.ts';
import type { Origin } from './origin.ts';
import type { Path } from './path.ts';
import { validatorOf } from './schema/check.ts';
import { schemaProblems } from './schema/errors.ts';
import { capped, type Position, readSource } from './source.ts';

const validateExceptions = validatorOf<ExceptionsFile>(EXCEPTIONS_SCHEMA);

/** How far ahead an exception may expire, in days. */
export const EXCEPTION_DAYS = 90;

interface Approval {
  readonly floor: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly tracking: string;
  /** The last day (UTC) on which it counts. */
  readonly expires: IsoDate;
  readonly renewals: number;
  readonly origin: Origin;
  /** Where a key of the entry stands; the entry itself where it has no such key. */
  readonly at: (key: string) => Position;
}

/** An approved, expiring permission for one cell to go below one floor, down to `tier`. */
export interface CellException extends Approval {
  readonly kind: 'cell';
  readonly agent: string;
  readonly phase: string;
  readonly tier: string;
}

/** An approved, expiring permission to remove, lower or narrow one floor. */
interface Retirement extends Approval {
  readonly kind: 'retirement';
}

export type Exception = CellException | Retirement;

/** An exceptions file. No file, and an empty one, hold no exceptions. */
export interface Exceptions {
  readonly file: string;
  readonly entries: readonly Exception[];
}

/** What a repository without an exceptions file has. */
export function noExceptions(file: string): Exceptions {
  return { file, entries: [] };
}

/**
 * Reads an exceptions file: a mapping with the key `exceptions`, or the list alone.
 * Throws `UserError` with every mistake, each with line and column. Whether the names in it exist is judged
 * against an allocation, by `checkExceptions`.
 */
export function parseExceptions(file: string, bytes: Uint8Array): Exceptions {
  const source = readSource(file, bytes);
  const { value } = source;
  if (value === null) return noExceptions(file);
  if (!validateExceptions(value)) {
    throw new UserError(
      capped(schemaProblems(source, validateExceptions.errors ?? [], SCHEMA_KEYS.exceptions)),
    );
  }
  const [list, root]: [readonly ExceptionEntry[], Path] = Array.isArray(value)
    ? [value, []]
    : [value.exceptions, ['exceptions']];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const entries = list.flatMap((entry, index) => {
    const path = [...root, index];
    const expires = parseDate(entry.expires);
    if (expires === null) {
      const what = `${entry.expires} is not a calendar date.`;
      problems.push({ what, file, ...source.at([...path, 'expires']), fix: 'Write it as 2026-11-30.' });
      return [];
    }
    const origin = { path: `exceptions[${index}]`, position: source.at(path) };
    const read = exceptionOf(entry, expires, origin, (name) => source.at([...path, name]));
    if (read === null) return [];
    const key = exceptionKey(read);
    if (seen.has(key)) {
      const what = `The exception ${key} is given twice.`;
      problems.push({ what, file, ...read.origin.position, fix: 'Keep one.' });
    }
    seen.add(key);
    return [read];
  });
  if (problems.length > 0) throw new UserError(capped(problems));
  return { file, entries };
}

function exceptionOf(
  entry: ExceptionEntry,
  expires: IsoDate,
  origin: Origin,
  at: Exception['at'],
): Exception | null {
  const approval = {
    floor: entry.floor,
    reason: entry.reason,
    approvedBy: entry.approved_by,
    tracking: entry.tracking,
    expires,
    renewals: entry.renewals ?? 0,
    origin,
    at,
  };
  if (entry.retire === true) return { kind: 'retirement', ...approval };
  const { agent, phase, tier } = entry;
  if (agent === undefined || phase === undefined || tier === undefined) return null;
  return { kind: 'cell', agent, phase, tier, ...approval };
}

/** What makes two entries the same permission: floor, agent and phase, or the floor that is retired. */
export function exceptionKey(entry: Exception): string {
  return entry.kind === 'cell' ? `${entry.floor} ${entry.agent}/${entry.phase}` : `${entry.floor} retire`;
}

/** True when the entry counts on `today`: not expired, and not granted for longer than the limit. */
export function isInForce(entry: Exception, today: IsoDate): boolean {
  const left = daysBetween(today, entry.expires);
  return left >= 0 && left <= EXCEPTION_DAYS;
}
