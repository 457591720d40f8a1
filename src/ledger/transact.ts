import { InternalError } from '../errors.ts';
import type { Appended, Writer } from './append.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import type { BatchSource } from './layout.ts';
import { batchMessage, filesOf } from './layout.ts';
import { objectId } from './objects.ts';
import { publishChange } from './publish.ts';
import type { FileReading, LedgerContents } from './read.ts';
import { listDays, readAt } from './read.ts';
import type { Span } from './weeks.ts';
import { daysOf } from './weeks.ts';

/** What is to be written, decided on what the ledger holds at one of its commits. */
export interface Decided<R> {
  /** Those that are there already are left out. None at all: nothing is written. */
  readonly entries: readonly LedgerEntry[];
  /** What the caller wants to know of the commit that it was decided on. */
  readonly result: R;
}

export interface Transacted<R> extends Appended {
  /** Of the decision that was carried out. */
  readonly result: R;
}

/**
 * Writes what `decide` makes of the ledger, by compare-and-swap: when somebody else has written in the meantime,
 * everything is read again and `decide` is asked anew, so that no decision ever stands on what is no longer so. It
 * may be asked several times, and also after its own entries have arrived by a push whose answer was lost: it must
 * know them again. Unlike `append` it keeps nothing in a file: what was decided on the ledger as it is now must not
 * be written later. Throws `DepotError` or `UserError`; whether the entries were written is then not known.
 * @param known files that were read before, by blob: they never change
 */
export async function transact<E extends LedgerEntry, R>(
  writer: Writer,
  readLine: LineReader<E>,
  span: Span,
  known: Map<string, FileReading<E>>,
  decide: (reading: LedgerContents<E>) => Decided<R>,
  source: BatchSource,
): Promise<Transacted<R>> {
  const { depot, identity, pace, patience } = writer;
  const asked: { readonly result: R; readonly fresh: number; readonly given: number }[] = [];
  const published = await publishChange(
    depot,
    async (head) => {
      const reading = await readAt(
        depot,
        head,
        readLine,
        (at) => listDays(depot, at, daysOf(span)),
        span,
        {},
        known,
      );
      const { entries, result } = decide(reading);
      const there = new Set(reading.entries.map(({ id }) => id));
      const fresh = entries.filter(({ id }) => !there.has(id));
      asked.push({ result, fresh: fresh.length, given: entries.length });
      if (fresh.length === 0) return null;
      const files = filesOf(fresh, source);
      const changes = files.map((file) => ({
        path: file.path,
        blob: objectId(depot.objects.format, 'blob', file.bytes),
      }));
      return {
        changes,
        contents: files.map(({ bytes }) => bytes),
        message: batchMessage(fresh.length, source),
      };
    },
    identity,
    pace,
    patience,
  );
  const last = asked.at(-1);
  if (last === undefined) throw new InternalError('the ledger was written without being asked for');
  const { result, given } = last;
  const { commit, pushes } = published;
  // After a push whose answer was lost the last decision finds its entries there: they are still those that were written.
  const written = published.changed ? (asked.findLast(({ fresh }) => fresh > 0)?.fresh ?? 0) : 0;
  return { result, written, duplicates: Math.max(0, given - written), commit, pushes };
}
