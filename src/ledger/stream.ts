import type { Problem } from '../errors.ts';
import type { Depot } from './depot.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import { merge } from './merge.ts';
import type { ObjectId } from './objects.ts';
import { type FileReading, inSpan, type Listing, readStoredFiles } from './read.ts';
import type { Span } from './weeks.ts';

/** Takes the entries of a ledger one by one, and keeps of each what it needs: a year may have a million of them. */
export interface Sink<E extends LedgerEntry> {
  /**
   * Takes an entry out of a file, by its number. Where one with this id was taken before, nothing is taken, and the
   * answer is the number of that one's file: which of them counts is settled at the end. Else null.
   */
  take(entry: E, file: number): number | null;
  /** The entry that counts of an id that stood in the ledger more than once. */
  settle(entry: E): void;
}

/** What became of it. */
export interface Streamed {
  readonly problems: readonly Problem[];
  /** The commit that was read; null: the ledger is empty. */
  readonly commit: ObjectId | null;
}

/**
 * Reads what `list` finds, limited to `span`, into the sink. It comes to what `read` comes to: the files that share an
 * id are read again and merged, and only they are ever in memory.
 */
export async function stream<E extends LedgerEntry>(
  depot: Depot,
  readLine: LineReader<E>,
  list: (head: ObjectId) => Promise<Listing>,
  span: Span,
  sink: Sink<E>,
): Promise<Streamed> {
  const head = await depot.head();
  if (head === null) return { problems: [], commit: null };
  const { files, problems: found } = await list(head);
  const inside = inSpan(span);
  const problems = [...found];
  const contested = new Set<string>();
  const shared = new Set<number>();
  let file = 0;
  const onFile = (reading: FileReading<E>): void => {
    problems.push(...reading.problems);
    file += 1;
  };
  await readStoredFiles(depot, files, readLine, onFile, undefined, (entry) => {
    if (!inside(entry)) return;
    const earlier = sink.take(entry, file);
    if (earlier === null) return;
    contested.add(entry.id);
    shared.add(earlier).add(file);
  });
  const again = files.filter((_file, index) => shared.has(index));
  const entries: E[] = [];
  await readStoredFiles(
    depot,
    again,
    readLine,
    () => undefined,
    undefined,
    (entry) => {
      if (contested.has(entry.id) && inside(entry)) entries.push(entry);
    },
  );
  for (const entry of merge(entries, true).entries) sink.settle(entry);
  return { problems, commit: head };
}
