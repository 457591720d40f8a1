import { InternalError, type Problem, UserError } from '../errors.ts';
import type { Pace } from '../pace/index.ts';
import { count } from '../render/figures.ts';
import { foldersOf, lookUp, wholeFolders } from './change.ts';
import type { Depot } from './depot.ts';
import { DepotError } from './depot.ts';
import type { LedgerEntry } from './entry.ts';
import type { BatchSource, LedgerFile } from './layout.ts';
import { batchMessage, filesOf } from './layout.ts';
import type { Committer, ObjectId } from './objects.ts';
import { objectId } from './objects.ts';
import type { LedgerPatience } from './publish.ts';
import { publishChange } from './publish.ts';
import type { KeptFile } from './unwritten.ts';
import { keep } from './unwritten.ts';

/** What a write has come to. */
export interface Appended {
  /** Entries that are in the ledger now and were not before, as far as whole files tell. */
  readonly written: number;
  /** Entries given more than once, or whose file was already there. */
  readonly duplicates: number;
  /** The branch's commit that holds them; null when nothing was given and there is no branch. */
  readonly commit: ObjectId | null;
  /** How many times the branch was tried to be moved: 1 without a race, 0 when all was there. */
  readonly pushes: number;
}

/** What every write needs besides its entries. */
export interface Writer {
  readonly depot: Depot;
  readonly identity: Committer;
  readonly pace: Pace;
  readonly patience: LedgerPatience;
  /** Where records are kept until they are in the ledger. */
  readonly unwrittenDir: string;
}

export const NOTHING_WRITTEN: Appended = { written: 0, duplicates: 0, commit: null, pushes: 0 };

/**
 * Puts entries into the ledger, each exactly once. Throws `UserError` when that cannot be done; the records are
 * then in a file that the error names.
 */
export async function append(
  writer: Writer,
  entries: readonly LedgerEntry[],
  source: BatchSource,
): Promise<Appended> {
  if (entries.length === 0) return NOTHING_WRITTEN;
  const files = filesOf(entries, source);
  const total = files.reduce((sum, file) => sum + file.entries, 0);
  const kept = await keepFirst(writer.unwrittenDir, entries);
  try {
    const done = await put(writer, files, batchMessage(total, source));
    if (kept.ok) await kept.file.discard();
    return { ...done, duplicates: entries.length - done.written };
  } catch (error) {
    throw explained(error, writer.depot.description, total, kept);
  }
}

async function put(
  writer: Writer,
  files: readonly LedgerFile[],
  message: string,
): Promise<Omit<Appended, 'duplicates'>> {
  const { depot, identity, pace, patience } = writer;
  let missing: readonly LedgerFile[] = files;
  const published = await publishChange(
    depot,
    async (head) => {
      const { objects } = depot;
      const blobs = new Map(files.map((file) => [file, objectId(objects.format, 'blob', file.bytes)]));
      const trees =
        head === null
          ? null
          : wholeFolders(await objects.trees(head, foldersOf(files.map((file) => file.path))));
      // A file of this name with other content was damaged: the name is its content's hash, so ours is the right one.
      const absent = files.filter(
        (file) => trees === null || lookUp(trees, file.path)?.id !== blobs.get(file),
      );
      if (absent.length === 0) return null;
      missing = absent;
      return {
        changes: absent.map((file) => ({ path: file.path, blob: blobs.get(file) ?? null })),
        contents: absent.map((file) => file.bytes),
        message,
      };
    },
    identity,
    pace,
    patience,
  );
  const written = published.changed ? missing.reduce((sum, file) => sum + file.entries, 0) : 0;
  return { written, commit: published.commit, pushes: published.pushes };
}

type Keeping = { readonly ok: true; readonly file: KeptFile } | { readonly ok: false; readonly why: string };

/** A full disk here must not keep records out of a ledger that stands elsewhere: it only matters if that fails too. */
async function keepFirst(folder: string, entries: readonly LedgerEntry[]): Promise<Keeping> {
  try {
    return {
      ok: true,
      file: await keep(
        folder,
        entries.map((entry) => entry.line),
      ),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { ok: false, why: error.message };
    throw error;
  }
}

function explained(error: unknown, ledger: string, total: number, kept: Keeping): unknown {
  if (error instanceof InternalError || !(error instanceof DepotError || error instanceof UserError))
    return error;
  const why = error.message;
  const fix = error instanceof DepotError ? error.failure.fix : null;
  const failed: Problem = {
    what: `${count(total, 'record')} could not be written to the ledger (${ledger}): ${why}.`,
    file: null,
    line: null,
    column: null,
    fix,
  };
  return new UserError([failed, placeOf(kept, total)]);
}

/** Where records are that are in no ledger yet, in words. */
function placeOf(kept: Keeping, total: number): Problem {
  if (kept.ok)
    return {
      what: `Not in the ledger yet, kept in this file: ${count(total, 'record')}.`,
      file: kept.file.path,
      line: null,
      column: null,
      fix: `Write them later with: haiku-first ledger import ${kept.file.path}`,
    };
  return {
    what: `They could not be kept in a file either, and are lost unless the job is recorded again: ${kept.why}.`,
    file: null,
    line: null,
    column: null,
    fix: null,
  };
}

/** The error of a ledger that could not even be read before it was to be written, once the entries are kept in a file. */
export async function keptBecause(
  error: UserError,
  folder: string,
  entries: readonly LedgerEntry[],
): Promise<UserError> {
  if (entries.length === 0) return error;
  return new UserError([...error.problems, placeOf(await keepFirst(folder, entries), entries.length)]);
}
