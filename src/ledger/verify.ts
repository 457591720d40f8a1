import type { Problem } from '../errors.ts';
import type { Depot } from './depot.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import { compareText } from './entry.ts';
import { contentHash } from './layout.ts';
import type { ObjectId } from './objects.ts';
import type { Listing } from './read.ts';
import { listAll, readStoredFiles } from './read.ts';

export interface Verification {
  readonly files: number;
  /** Lines that are records, copies included. */
  readonly entries: number;
  readonly duplicates: number;
  /** Ids that stand with more than one content. */
  readonly conflicts: readonly string[];
  readonly problems: readonly Problem[];
  readonly commit: ObjectId | null;
}

/**
 * Reads every file and judges every line, without keeping them: names against contents, folders against instants,
 * ids against each other. Throws `DepotError` or `UserError` when the ledger cannot be read at all.
 */
export async function verify<E extends LedgerEntry>(
  depot: Depot,
  readLine: LineReader<E>,
): Promise<Verification> {
  const head = await depot.head();
  const none: Listing = { files: [], problems: [] };
  const listing = head === null ? none : await listAll(depot, head);
  const problems = [...listing.problems];
  const seen = new Map<string, string>();
  const conflicts = new Set<string>();
  let entries = 0;
  let duplicates = 0;
  await readStoredFiles(depot, listing.files, readLine, (file) => {
    problems.push(...file.problems);
    for (const entry of file.entries) {
      entries += 1;
      const hash = contentHash(entry.line);
      const known = seen.get(entry.id);
      if (known === undefined) seen.set(entry.id, hash);
      else if (known === hash) duplicates += 1;
      else conflicts.add(entry.id);
    }
  });
  const ids = [...conflicts].sort(compareText);
  return { files: listing.files.length, entries, duplicates, conflicts: ids, problems, commit: head };
}
