import type { LedgerEntry } from './entry.ts';
import { compareEntries, compareText } from './entry.ts';

/** One id that stands in the ledger with more than one content. */
interface Conflict {
  readonly id: string;
  /** The line that counts. */
  readonly kept: string;
  /** The lines that do not, sorted. */
  readonly others: readonly string[];
}

export interface Merged<E extends LedgerEntry> {
  /** One for each id, by instant, then id, unless any order will do. */
  readonly entries: readonly E[];
  /** The entries that lost a conflict. */
  readonly rivals: readonly E[];
  /** How many further copies of the same line there were. */
  readonly duplicates: number;
  /** By id. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Makes one of many writes: the same line twice counts once. Of several contents under one id the earliest
 * counts (then the smallest line), so that the result does not depend on the order or number of the writes.
 * @param inAnyOrder true: whoever asked sums up, or sorts by something else, and does not wait for it
 */
export function merge<E extends LedgerEntry>(entries: readonly E[], inAnyOrder = false): Merged<E> {
  // So it nearly always is, and a week's reader waits for no more than that.
  if (inAnyOrder && new Set(entries.map(({ id }) => id)).size === entries.length)
    return { entries, rivals: [], duplicates: 0, conflicts: [] };
  const byId = new Map<string, E>();
  const rivals = new Map<string, Map<string, E>>();
  let duplicates = 0;
  for (const entry of entries) {
    const known = byId.get(entry.id);
    if (known === undefined) {
      byId.set(entry.id, entry);
      continue;
    }
    const lines = rivals.get(entry.id);
    if (known.line === entry.line || lines?.has(entry.line) === true) {
      duplicates += 1;
      continue;
    }
    if (lines === undefined)
      rivals.set(
        entry.id,
        new Map([
          [known.line, known],
          [entry.line, entry],
        ]),
      );
    else lines.set(entry.line, entry);
    if (compareEntries(entry, known) < 0) byId.set(entry.id, entry);
  }
  const lost: E[] = [];
  const conflicts = [...rivals].map(([id, lines]): Conflict => {
    const [first, ...others] = [...lines.values()].sort(compareEntries);
    lost.push(...others);
    return { id, kept: first?.line ?? '', others: others.map((entry) => entry.line) };
  });
  conflicts.sort((a, b) => compareText(a.id, b.id));
  const kept = [...byId.values()];
  const sorted = inAnyOrder ? kept : kept.sort(compareEntries);
  return { entries: sorted, rivals: lost.sort(compareEntries), duplicates, conflicts };
}
