import type { Ledger } from '../ledger/index.ts';
import { contentsOf, recordEntry, type UsageEntry } from '../usage/ledger-line.ts';
import type { UsageRecord } from '../usage/record.ts';

const DAY = 86_400_000;

/** A session that is resumed later than this counts anew what it had used before: nobody keeps one that long. */
const DAYS_BACK = 8;

/** What the ledger holds of the last days, for jobs that go on with a session. */
export async function recentRecords(ledger: Ledger<UsageEntry>, now: Date): Promise<readonly UsageRecord[]> {
  const from = new Date(now.getTime() - DAYS_BACK * DAY);
  const reading = await ledger.readRange(from, new Date(now.getTime() + DAY));
  return contentsOf(reading.entries).records;
}

export interface Written {
  readonly written: number;
  readonly duplicates: number;
}

/** Writes the records that the ledger does not have yet: one that it has, whenever it was made, counts once. */
export async function writeNew(
  ledger: Ledger<UsageEntry>,
  records: readonly UsageRecord[],
  known: readonly UsageRecord[],
  source: { readonly run: string; readonly attempt: number },
): Promise<Written> {
  const ids = new Set(known.map(({ id }) => id));
  const fresh = records.filter(({ id }) => !ids.has(id));
  const { written } = await ledger.append(fresh.map(recordEntry), source);
  return { written, duplicates: records.length - written };
}
