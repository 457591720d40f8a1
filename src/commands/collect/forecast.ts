import type { Budget } from '../../allocation/allocation.ts';
import { forecastNow, historyIn, isUseKnown } from '../../calibration/forecast/index.ts';
import { UserError } from '../../errors.ts';
import { readPastWeeks } from '../../gather/budget/past-weeks.ts';
import type { LedgerCall } from '../../gather/ledger.ts';
import { LEDGER_PATIENCE, weekSpan } from '../../ledger/index.ts';
import { textOf } from '../../time/instant.ts';
import { weekOf } from '../../time/week.ts';
import { checkForecast, newestForecast } from '../../usage/records/forecast.ts';
import { contentsOf, forecastEntry, type UsageEntry } from '../../usage/records/ledger-line.ts';
import type { UsageRecord } from '../../usage/records/record.ts';

/** So long a forecast stands before another is logged, in milliseconds. */
const STANDS = 3_600_000;

interface Told {
  /** Null: nothing is to be logged. */
  readonly entry: UsageEntry | null;
  readonly remarks: readonly string[];
}

const NOTHING: Told = { entry: null, remarks: [] };

/**
 * What the week is expected to come to, for the ledger: at most one forecast an hour. The first of a week reads the weeks
 * before and keeps their sums, so that nobody after it needs to. Its trouble keeps no record out of the ledger.
 * @param entries what the ledger has of the last days, the whole week among them
 * @param records what is written together with it
 */
export async function forecastToLog(
  call: LedgerCall,
  budget: Budget,
  repository: string,
  entries: readonly UsageEntry[],
  records: readonly UsageRecord[],
): Promise<Told> {
  const { now } = call;
  const week = weekOf(now, budget.timezone);
  const { from, to } = weekSpan(week, budget.timezone);
  const read = contentsOf(entries);
  const forecasts = read.forecasts.filter((each) => each.week === week);
  const newest = newestForecast(forecasts);
  if (newest !== null && now.getTime() - Date.parse(newest.at) < STANDS) return NOTHING;
  const ids = new Set(read.records.map(({ id }) => id));
  const all = [...read.records, ...records.filter(({ id }) => !ids.has(id))];
  const inWeek = all.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to);
  // Nothing would come of it, and no line would spare the next collector the old weeks.
  if (!isUseKnown(budget, inWeek)) return NOTHING;
  try {
    const known = historyIn(forecasts);
    const past = known ?? (await readPastWeeks(call, week, budget.timezone, LEDGER_PATIENCE));
    const expected = forecastNow({ budget, from, now: now.getTime(), records: inWeek }, past);
    if (expected === null) return NOTHING;
    const schema = 'haiku-first/forecast@1';
    const kept = known === null ? { history: past } : {};
    const told = checkForecast({ schema, at: textOf(now), repository, week, ...expected, ...kept });
    // A line that no reader takes would be damage.
    return told.ok ? { entry: forecastEntry(told.value), remarks: [] } : NOTHING;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { entry: null, remarks: [`No forecast of the week was logged. ${error.message}`] };
  }
}
