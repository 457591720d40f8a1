import type { Ledger } from '../ledger/index.ts';
import { contentsOf, recordEntry, type UsageEntry } from '../usage/records/ledger-line.ts';
import type { UsageRecord } from '../usage/records/record.ts';

const DAY = 86_400_000;

/** A session that is resumed later than this counts anew what it had used before: nobody keeps one that long. */
const DAYS_BACK = 8;

/** What the ledger holds of the last days, for jobs that go on with a session; from `since` on, where that is earlier. */
export async function recentRecords(
  ledger: Ledger<UsageEntry>,
  now: Date,
  since: Date = now,
): Promise<readonly UsageRecord[]> {
  return contentsOf(await recentEntries(ledger, now, since)).records;
}

/** The same, with the lines of other kinds. */
export async function recentEntries(
  ledger: Ledger<UsageEntry>,
  now: Date,
  since: Date = now,
): Promise<readonly UsageEntry[]> {
  const from = new Date(Math.min(now.getTime() - DAYS_BACK * DAY, since.getTime()));
  return (await ledger.readRange(from, new Date(now.getTime() + DAY))).entries;
}

interface Written {
  readonly written: number;
  readonly duplicates: number;
  /** The ledger's newest commit; null where it has none. */
  readonly commit: string | null;
}

/**
 * Writes the records that the ledger does not have yet: one that it has, whenever it was made, counts once.
 * @param others lines of other kinds, to be written in the same push
 */
export async function writeNew(
  ledger: Ledger<UsageEntry>,
  records: readonly UsageRecord[],
  known: readonly UsageRecord[],
  source: { readonly run: string; readonly attempt: number },
  others: readonly UsageEntry[] = [],
): Promise<Written> {
  const ids = new Set(known.map(({ id }) => id));
  const fresh = records.filter(({ id }) => !ids.has(id));
  const done = await ledger.append([...fresh.map(recordEntry), ...others], source);
  const written = Math.max(0, done.written - others.length);
  return { written, duplicates: records.length - written, commit: done.commit };
}
