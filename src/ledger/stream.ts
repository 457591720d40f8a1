import type { Problem } from '../errors.ts';
import type { Depot } from './depot.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import { merge } from './merge.ts';
import type { ObjectId } from './objects.ts';
import { type FileReading, inSpan, type Listing, readStoredFiles } from './read.ts';
import type { Span } from './weeks.ts';

/** Takes the entries of a ledger one by one, and keeps of each what it needs: a year may have a million of them. */
export interface Sink<E extends LedgerEntry> {
  /** Forgets all that it has taken. */
  begin(): void;
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
  sink.begin();
  const head = await depot.head();
  if (head === null) return { problems: [], commit: null };
  const { files, problems: found } = await list(head);
  const inside = inSpan(span);
  const contested = new Set<string>();
  const shared = new Set<number>();
  const take = (entry: E, file: number): void => {
    if (!inside(entry)) return;
    const earlier = sink.take(entry, file);
    if (earlier === null) return;
    contested.add(entry.id);
    shared.add(earlier).add(file);
  };
  const problems: Problem[] = [];
  let file = 0;
  let takenBack = 0;
  const onFile = (reading: FileReading<E>): void => {
    problems.push(...reading.problems);
    takenBack += reading.takenBack ?? 0;
    for (const entry of reading.entries) take(entry, file);
    file += 1;
  };
  await readStoredFiles(depot, files, readLine, onFile, undefined, (entry) => take(entry, file));
  if (takenBack > 0) {
    // Bytes that are no text showed only after some of their file's lines were taken: file by file, then.
    for (const each of [contested, shared]) each.clear();
    [problems.length, file] = [0, 0];
    sink.begin();
    await readStoredFiles(depot, files, readLine, onFile);
  }
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
  return { problems: [...found, ...problems], commit: head };
}
