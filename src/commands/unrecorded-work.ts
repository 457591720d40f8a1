import { type LedgerCall, openUsageLedger, READING_PATIENCE } from '../gather/ledger.ts';
import type { Report } from '../report/document.ts';
import { readStoredGist } from '../usage/records/ledger-line.ts';
import { nearestWork, recordedWork } from '../usage/records/recorded-work.ts';

/**
 * What to say of a piece of work of which a report knows nothing: when it was last recorded, else that it never was, and
 * which one is near. Null where the report knows something of it. Throws `UserError`.
 */
export async function whyNothing(report: Report, call: LedgerCall): Promise<string | null> {
  const { work_item: item, uses, deferred, jobs, week } = report;
  if (item === null || uses.length > 0 || deferred.length > 0 || (jobs?.missing.length ?? 0) > 0) return null;
  const ledger = await openUsageLedger(call, readStoredGist, READING_PATIENCE);
  try {
    const works = recordedWork((await ledger.readAll()).entries, call.env.GITHUB_REPOSITORY || null);
    const latest = works.get(item)?.records.at(-1)?.at.slice(0, 10);
    if (latest === undefined) return `Nothing is recorded for ${item}. ${nearestWork(item, works)}`;
    return `Nothing is recorded for ${item} in ${week} or the four weeks before it: the latest is of ${latest}. Name its week with --week.`;
  } finally {
    await ledger.close();
  }
}
