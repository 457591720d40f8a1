import { type Problem, UserError } from '../errors.ts';
import type { Exception as ExceptionEntry, ExceptionsFile } from '../generated/exceptions.ts';
import { SCHEMA_KEYS } from '../generated/keys.ts';
import { validateExceptions } from '../generated/validators.ts';
import { daysBetween, type IsoDate, parseDate } from '../time/week.ts';
import type { Origin } from './allocation.ts';
import { schemaProblems } from './schema-errors.ts';
import { capped, readSource, type Source } from './source.ts';

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
}

/** An approved, expiring permission for one cell to go below one floor, down to `tier`. */
export interface CellException extends Approval {
  readonly kind: 'cell';
  readonly agent: string;
  readonly phase: string;
  readonly tier: string;
}

/** An approved, expiring permission to remove, lower or narrow one floor. */
export interface Retirement extends Approval {
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
  if (source.value === null) return noExceptions(file);
  const bare = Array.isArray(source.value);
  const value: unknown = bare ? { exceptions: source.value } : source.value;
  // In a bare list, the schema's paths have one step more than the file's.
  const shifted: Source = bare
    ? {
        ...source,
        value,
        at: (path) => source.at(path.slice(1)),
        keyAt: (path) => source.keyAt(path.slice(1)),
      }
    : source;
  if (!isExceptionsFile(value)) {
    const known = (schemaPath: string): readonly string[] =>
      SCHEMA_KEYS.exceptions.get(schemaPath.replace(/\/additionalProperties$/, '')) ?? [];
    throw new UserError(
      capped(schemaProblems(shifted, validateExceptions.errors ?? [], (error) => known(error.schemaPath))),
    );
  }
  const problems: Problem[] = [];
  const entries = value.exceptions.flatMap((entry, index) => {
    const position = shifted.at(['exceptions', index]);
    const expires = parseDate(entry.expires);
    if (expires === null) {
      const what = `${entry.expires} is no date of the calendar.`;
      problems.push({ what, file, ...shifted.at(['exceptions', index, 'expires']), fix: null });
      return [];
    }
    const read = exceptionOf(entry, expires, { path: `exceptions[${index}]`, position });
    return read === null ? [] : [read];
  });
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = exceptionKey(entry);
    if (seen.has(key))
      problems.push({
        what: `The exception ${key} is given twice.`,
        file,
        ...entry.origin.position,
        fix: 'Keep one.',
      });
    seen.add(key);
  }
  if (problems.length > 0) throw new UserError(capped(problems));
  return { file, entries };
}

function isExceptionsFile(value: unknown): value is ExceptionsFile {
  return validateExceptions(value);
}

function exceptionOf(entry: ExceptionEntry, expires: IsoDate, origin: Origin): Exception | null {
  const approval = {
    floor: entry.floor,
    reason: entry.reason,
    approvedBy: entry.approved_by,
    tracking: entry.tracking,
    expires,
    renewals: entry.renewals ?? 0,
    origin,
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
