import { underPresentNames } from '../../allocation/renames.ts';
import type { Attempt } from '../../calibration/attempt.ts';
import { attemptsOfRuns } from '../../calibration/cells/index.ts';
import { damage } from '../../gather/budget/ledger-state.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from '../../gather/ledger.ts';
import type { Rules } from '../../gather/report.ts';
import { instantOf, weekSpan } from '../../ledger/index.ts';
import { isCounted } from '../../policy/budget/budget.ts';
import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import { attemptFates, MATURE_DAYS } from '../../report/fates.ts';
import { runsOf } from '../../report/runs.ts';
import { type IsoWeek, weekAfter, weekOf } from '../../time/week.ts';
import { contentsOf, readStoredLine } from '../../usage/records/ledger-line.ts';

/** What the ledger tells of attempts. */
interface LedgerAttempts {
  readonly attempts: readonly Attempt[];
  /** The commit of the ledger from which anybody reads the same; null: it is empty. */
  readonly commit: string | null;
  /** What could not be read of it; null: nothing. */
  readonly damage: string | null;
}

/** What is told, or done again, this long after a week still says what became of its work. */
const LATER = MATURE_DAYS * 86_400_000;

/** Reads the attempts of the weeks up to `week`, and what became of them. Throws `UserError` when it cannot be read at all. */
export async function gatherAttempts(
  call: LedgerCall,
  { allocation, table }: Rules,
  { week, weeks }: { readonly week: IsoWeek; readonly weeks: number },
): Promise<LedgerAttempts> {
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const [{ from }, { to }] = [weekSpan(weekAfter(week, 1 - weeks), timezone), weekSpan(week, timezone)];
  const { tierOf } = knownModels(tiersOfUse(allocation, table), table);
  const ledger = await openUsageLedger(call, readStoredLine, READING_PATIENCE, { inAnyOrder: true });
  try {
    const reading = await ledger.readRange(new Date(from), new Date(to + LATER));
    const { records, events } = contentsOf(reading.entries);
    const runs = runsOf(
      underPresentNames(records.filter(isCounted), allocation).map((record) =>
        record.tier_used === null && record.model_used !== null
          ? { ...record, tier_used: tierOf(record.model_used) }
          : record,
      ),
    );
    const instant = (at: string): number => instantOf(at) ?? 0;
    const present = underPresentNames(events, allocation);
    const fates = attemptFates({
      runs,
      later: [],
      events: present,
      now: call.now.getTime(),
      instantOf: instant,
    });
    const attempts = attemptsOfRuns({
      runs,
      fates,
      events: present,
      tierOf,
      instantOf: instant,
      weekOf: (at) => weekOf(new Date(at), timezone),
    });
    return { attempts, commit: reading.commit, damage: damage(reading) };
  } finally {
    await ledger.close();
  }
}
