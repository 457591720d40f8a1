import { InternalError, type Problem } from '../errors.ts';
import type { IsoDate } from '../time/week.ts';
import type { Writer } from './append.ts';
import type { FileChange } from './change.ts';
import type { LedgerEntry } from './entry.ts';
import { compareEntries, readEnvelope } from './entry.ts';
import { monthFiles, parsePath } from './layout.ts';
import type { ObjectId } from './objects.ts';
import { objectId } from './objects.ts';
import { publishChange } from './publish.ts';
import type { StoredFile } from './read.ts';
import { listAll, readStoredFiles } from './read.ts';

/** One month that was, or would be, compacted. */
interface CompactedMonth {
  /** `2026-11`. */
  readonly month: string;
  /** How many files become how many. */
  readonly files: number;
  readonly into: number;
  /** Lines in them; identical copies are kept once. */
  readonly lines: number;
}

export interface Compaction {
  readonly months: readonly CompactedMonth[];
  /** Null when nothing was to be done, or for a dry run. */
  readonly commit: ObjectId | null;
  /** Files that are damaged: they are left where they are. */
  readonly problems: readonly Problem[];
}

/**
 * Puts the day files of all months that ended before `before` into month files, in one commit. Every line stays
 * byte for byte; conflicting ones all stay. Throws `DepotError` or `UserError`; nothing is then changed.
 */
export async function compact(writer: Writer, before: IsoDate, dryRun: boolean): Promise<Compaction> {
  const { depot, identity, pace, patience } = writer;
  let months: CompactedMonth[] = [];
  let problems: Problem[] = [];
  const published = await publishChange(
    depot,
    async (head) => {
      months = [];
      problems = [];
      if (head === null) return null;
      const listing = await listAll(depot, head);
      problems.push(...listing.problems);
      const changes: FileChange[] = [];
      for (const [month, files] of byMonth(listing.files, before.slice(0, 7))) {
        const done = await compactMonth(writer, month, files, dryRun);
        problems.push(...done.problems);
        changes.push(...done.changes);
        if (done.changes.length > 0) months.push(done.summary);
      }
      if (changes.length === 0 || dryRun) return null;
      const names = months.map(({ month }) => month).join(', ');
      // The blobs were written month by month, so that a year does not have to fit into memory.
      return { changes, contents: [], message: `Compact ${names} [skip ci]\n` };
    },
    identity,
    pace,
    patience,
  );
  return { months, commit: published.changed ? published.commit : null, problems };
}

function byMonth(files: readonly StoredFile[], before: string): ReadonlyMap<string, readonly StoredFile[]> {
  const months = new Map<string, StoredFile[]>();
  for (const file of files) {
    const path = parsePath(file.path);
    if (path === null) throw new InternalError(`${file.path} was listed as a ledger file`);
    const month = path.kind === 'day' ? path.day.slice(0, 7) : path.month;
    if (month >= before) continue;
    months.set(month, [...(months.get(month) ?? []), file]);
  }
  return months;
}

async function compactMonth(
  writer: Writer,
  month: string,
  files: readonly StoredFile[],
  dryRun: boolean,
): Promise<{
  readonly changes: readonly FileChange[];
  readonly summary: CompactedMonth;
  readonly problems: readonly Problem[];
}> {
  const { depot } = writer;
  const problems: Problem[] = [];
  const lines = new Map<string, LedgerEntry>();
  const sound: StoredFile[] = [];
  // The envelope is enough here: records of a schema that this version does not know are moved like any other.
  await readStoredFiles(depot, files, readEnvelope, (reading) => {
    problems.push(...reading.problems);
    if (!reading.sound) return;
    sound.push(reading.file);
    for (const entry of reading.entries) lines.set(entry.line, entry);
  });
  const made = monthFiles(
    month,
    [...lines.values()].sort(compareEntries).map((entry) => entry.line),
  );
  const summary = { month, files: sound.length, into: made.length, lines: lines.size };
  const kept = new Set(made.map((file) => file.path));
  const gone = sound.filter((file) => !kept.has(file.path));
  if (gone.length === 0) return { changes: [], summary, problems };
  const changes: FileChange[] = gone.map((file) => ({ path: file.path, blob: null }));
  for (const file of made) {
    if (!dryRun) await depot.objects.writeBlob(file.bytes);
    changes.push({ path: file.path, blob: objectId(depot.objects.format, 'blob', file.bytes) });
  }
  return { changes, summary, problems };
}
