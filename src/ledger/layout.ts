import { createHash, type Hash } from 'node:crypto';
import { InternalError } from '../errors.ts';
import { count } from '../render/figures.ts';
import type { IsoDate } from '../time/week.ts';
import { dateOf, parseDate } from '../time/week.ts';
import type { LedgerEntry } from './entry.ts';
import { compareText, instantOf } from './entry.ts';

/** Folder of this version of the layout. A ledger that holds another `vN` was written by a newer program. */
export const ROOT = 'v1';

/** Files are cut at this size: hosts warn above 50 MB and refuse above 100 MB. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Which run a batch comes from; it is part of the file's name, for people who look. */
export interface BatchSource {
  /** Any text; what does not fit into a file name is replaced by `_`. */
  readonly run: string;
  /** 1 or more. */
  readonly attempt: number;
}

/** A file as it will stand in the ledger. */
export interface LedgerFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How many entries it holds. */
  readonly entries: number;
}

/** What the path of a ledger file says. */
export type LedgerPath =
  | { readonly kind: 'day'; readonly day: IsoDate; readonly source: string; readonly hash: string }
  | { readonly kind: 'compacted'; readonly month: string; readonly hash: string };

const DAY_FILE = /^v1\/(\d{4})\/(\d{2})\/(\d{2})\/([A-Za-z0-9_][A-Za-z0-9._-]*-\d+)-([0-9a-f]{32})\.jsonl$/;
const MONTH_FILE = /^v1\/(\d{4})\/(\d{2})\/compacted-([0-9a-f]{32})\.jsonl$/;

/** Null for a path that is not of this layout. */
export function parsePath(path: string): LedgerPath | null {
  const day = DAY_FILE.exec(path);
  if (day !== null) {
    const [, year, month, date, source = '', hash = ''] = day;
    const parsed = parseDate(`${year}-${month}-${date}`);
    return parsed === null ? null : { kind: 'day', day: parsed, source, hash };
  }
  const compacted = MONTH_FILE.exec(path);
  if (compacted === null) return null;
  const [, year, month, hash = ''] = compacted;
  return parseDate(`${year}-${month}-01`) === null
    ? null
    : { kind: 'compacted', month: `${year}-${month}`, hash };
}

/** `v1/2026/11/23`. */
export function dayFolder(day: IsoDate): string {
  return `${ROOT}/${day.replaceAll('-', '/')}`;
}

/** `v1/2026/11` of a day or of a month `2026-11`. */
export function monthFolder(day: string): string {
  return `${ROOT}/${day.slice(0, 7).replace('-', '/')}`;
}

/** The UTC day that an entry is filed under. Throws `InternalError` for an instant that is none. */
export function dayOfEntry(entry: LedgerEntry): IsoDate {
  const instant = instantOf(entry.at);
  if (instant === null) throw new InternalError(`entry ${entry.id} reached the ledger without an instant`);
  return dateOf(new Date(instant));
}

/** The bytes of a file: its unique lines in the order of their code units, each ended by a line feed. */
export function fileText(lines: Iterable<string>): string {
  const unique = [...new Set(lines)].sort(compareText);
  return unique.length === 0 ? '' : `${unique.join('\n')}\n`;
}

/**
 * The first 128 bits of the SHA-256 of the sorted unique lines, in hexadecimal: the same records get the same name,
 * whoever writes them. Not all 256: names cannot be compressed, and are most of what a small write adds to a folder.
 */
export function contentHash(bytes: string | Uint8Array): string {
  return nameOfHash(createHash('sha256').update(bytes));
}

/** What a finished SHA-256 is in a name. */
export function nameOfHash(hash: Hash): string {
  return hash.digest('hex').slice(0, 32);
}

/**
 * The files of one write: one for each UTC day, more where a day exceeds `MAX_FILE_BYTES`.
 * Throws `InternalError` for a line that cannot be stored as it is (line breaks, broken surrogates).
 */
export function filesOf(entries: readonly LedgerEntry[], source: BatchSource): readonly LedgerFile[] {
  if (!Number.isSafeInteger(source.attempt) || source.attempt < 1) {
    throw new InternalError(`attempt ${source.attempt} of run ${source.run} is not a positive integer`);
  }
  const name = `${safeName(source.run)}-${source.attempt}`;
  const days = new Map<IsoDate, Set<string>>();
  for (const entry of entries) {
    if (/[\r\n\p{Cs}]/u.test(entry.line)) {
      throw new InternalError(`entry ${entry.id} cannot be kept on one line`);
    }
    const day = dayOfEntry(entry);
    const lines = days.get(day);
    if (lines === undefined) days.set(day, new Set([entry.line]));
    else lines.add(entry.line);
  }
  return [...days]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([day, lines]) =>
      cut([...lines].sort(compareText), (hash) => `${dayFolder(day)}/${name}-${hash}`),
    );
}

/** The compacted files of a month, from lines in the order in which they shall be cut. */
export function monthFiles(month: string, lines: readonly string[]): readonly LedgerFile[] {
  return cut(lines, (hash) => `${monthFolder(month)}/compacted-${hash}`);
}

function cut(lines: readonly string[], name: (hash: string) => string): LedgerFile[] {
  const files: LedgerFile[] = [];
  let part: string[] = [];
  let size = 0;
  const close = (): void => {
    if (part.length === 0) return;
    const bytes = Buffer.from(fileText(part), 'utf8');
    files.push({ path: `${name(contentHash(bytes))}.jsonl`, bytes, entries: part.length });
    part = [];
    size = 0;
  };
  for (const line of lines) {
    const bytes = Buffer.byteLength(line, 'utf8') + 1;
    if (size + bytes > MAX_FILE_BYTES) close();
    part.push(line);
    size += bytes;
  }
  close();
  return files;
}

/** The message of the commit that adds so many records. No service that builds every branch has anything to build here. */
export function batchMessage(total: number, { run, attempt }: BatchSource): string {
  return `Add ${count(total, 'record')} of run ${safeName(run)}-${attempt} [skip ci]\n`;
}

/** A run's id as part of a file name: at most 64 letters, digits, `.`, `_`, `-`, not led by a dot or dash. */
function safeName(run: string): string {
  const safe = run.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 64);
  return /^[A-Za-z0-9_]/.test(safe) ? safe : `_${safe.slice(1)}`;
}
