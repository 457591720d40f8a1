import {
  atCheckpoint,
  CHECKPOINT,
  completeWeeks,
  FORECAST_WEEKS,
  HourSums,
  hoursSince,
} from '../../calibration/forecast/index.ts';
import { type LedgerPatience, weekSpan } from '../../ledger/index.ts';
import { amountOf, isCounted } from '../../policy/budget/budget.ts';
import { textOf } from '../../time/instant.ts';
import { type IsoWeek, weekOf } from '../../time/week.ts';
import type { PastWeek } from '../../usage/records/forecast.ts';
import { contentsOf, readStoredSpending } from '../../usage/records/ledger-line.ts';
import { type LedgerCall, openUsageLedger } from '../ledger.ts';

const HOUR = 3_600_000;

interface Week {
  readonly week: IsoWeek;
  readonly from: number;
}

/** The weeks before one, the latest last. */
export function weeksBefore(week: IsoWeek, timezone: string): readonly Week[] {
  const weeks: Week[] = [];
  let { from } = weekSpan(week, timezone);
  for (let place = 0; place < FORECAST_WEEKS; place++) {
    const before = weekOf(new Date(from - 1), timezone);
    from = weekSpan(before, timezone).from;
    weeks.unshift({ week: before, from });
  }
  return weeks;
}

/**
 * The complete weeks before a week, as a forecast of it keeps them: two sums for each hour, and what was expected. It reads
 * up to eight weeks of the ledger, of records no more than what counts towards a sum. Throws `UserError`.
 */
export async function readPastWeeks(
  call: LedgerCall,
  week: IsoWeek,
  timezone: string,
  patience: LedgerPatience,
): Promise<readonly PastWeek[]> {
  const weeks = weeksBefore(week, timezone);
  const first = weeks[0]?.from ?? 0;
  const end = weekSpan(week, timezone).from;
  const readLine = readStoredSpending(textOf(new Date(first)), textOf(new Date(end)));
  const ledger = await openUsageLedger(call, readLine, patience, { inAnyOrder: true });
  try {
    const { entries } = await ledger.readRange(new Date(first), new Date(end));
    const { records, gists, spending, forecasts } = contentsOf(entries);
    const sums = weeks.map(() => new HourSums());
    for (const record of [...records, ...gists, ...spending]) {
      if (!isCounted(record)) continue;
      const at = Date.parse(record.at);
      const place = weeks.findLastIndex(({ from }) => from <= at);
      sums[place]?.add(hoursSince(weeks[place]?.from ?? 0, at), amountOf(record));
    }
    return completeWeeks(
      weeks.map(({ week: name, from }, place) => ({
        week: name,
        sums: sums[place] ?? new HourSums(),
        told: atCheckpoint(
          forecasts.filter((each) => each.week === name),
          textOf(new Date(from + CHECKPOINT * HOUR)),
        ),
      })),
    );
  } finally {
    await ledger.close();
  }
}
