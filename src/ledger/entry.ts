import { createHash } from 'node:crypto';

/** What the ledger knows of a line: the line itself, byte for byte, its identity and its instant. */
export interface LedgerEntry {
  /** One JSON object without line breaks; never rewritten once it is stored. */
  readonly line: string;
  /** Two entries with one id are the same event. */
  readonly id: string;
  /** RFC 3339 date and time with an offset: the instant that decides day, week and order. */
  readonly at: string;
}

/** What a reader of lines makes of one line. */
type LineReading<E extends LedgerEntry> =
  | { readonly ok: true; readonly entry: E }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Judges one line. The ledger is generic: what a line must hold beyond `schema`, `id` and `at` is the
 * business of the caller, who may hang the parsed value on the entry that is given back.
 */
export interface LineReader<E extends LedgerEntry> {
  (line: string): LineReading<E>;
  /**
   * Judges the line that begins at a place of a longer text, for a reader in a hurry: to take every line out of its text
   * first takes longer. Null: the line is to be judged by itself.
   */
  readonly at?: (text: string, start: number) => E | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970-01-01 UTC; null for text that is no RFC 3339 instant of the years 1970 to 9999. */
export function instantOf(at: string): number | null {
  if (!INSTANT.test(at)) return null;
  const instant = Date.parse(at);
  return Number.isNaN(instant) || instant < 0 || instant >= 253_402_300_800_000 ? null : instant;
}

/**
 * The least that every line must be: a JSON object with `schema` and `at`, and an `id` that is a text where it is
 * given. A line without one (an outcome event) is its own identity: SHA-256 of the line.
 */
export const readEnvelope: LineReader<LedgerEntry> = (line) => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problems: ['not JSON'] };
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problems: ['not a JSON object'] };
  }
  const { schema, id, at } = value as { schema?: unknown; id?: unknown; at?: unknown };
  const problems: string[] = [];
  if (typeof schema !== 'string' || schema === '') problems.push('`schema` must be a non-empty string');
  if (id !== undefined && (typeof id !== 'string' || id === '')) {
    problems.push('`id` must be a non-empty string');
  }
  if (typeof at !== 'string' || instantOf(at) === null) {
    problems.push('`at` must be a date and time with an offset, like 2026-11-23T03:10:41Z');
  }
  if (problems.length > 0 || typeof at !== 'string') return { ok: false, problems };
  return { ok: true, entry: { line, id: typeof id === 'string' ? id : lineId(line), at } };
};

/** The identity of a line that names none. */
function lineId(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** By instant, then id, then the bytes of the line: a total order that does not depend on who wrote first. */
export function compareEntries(a: LedgerEntry, b: LedgerEntry): number {
  return compareInstants(a.at, b.at) || compareText(a.id, b.id) || compareText(a.line, b.line);
}

function compareInstants(a: string, b: string): number {
  // Two UTC texts of one form sort as text: this is nearly every comparison, and much the cheaper one.
  if (a.length === b.length && a.endsWith('Z') && b.endsWith('Z')) return compareText(a, b);
  return (instantOf(a) ?? 0) - (instantOf(b) ?? 0);
}

/** By code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
