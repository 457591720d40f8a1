import { completeWeeks, HourSums, hoursSince } from '../../calibration/forecast/index.ts';
import { weekSpan } from '../../ledger/index.ts';
import { amountOf, isCounted } from '../../policy/budget/budget.ts';
import type { WeekUse } from '../../policy/budget/proposal.ts';
import { textOf } from '../../time/instant.ts';
import type { IsoWeek } from '../../time/week.ts';
import { contentsOf, readStoredSpending } from '../../usage/records/ledger-line.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from '../ledger.ts';
import { damage } from './ledger-state.ts';
import { weeksBefore } from './past-weeks.ts';

/** What the complete weeks before a week used, the latest last, and what of the ledger cannot be read. Throws `UserError`. */
export async function readWeekUse(
  call: LedgerCall,
  week: IsoWeek,
  timezone: string,
): Promise<{ readonly weeks: readonly WeekUse[]; readonly damage: string | null }> {
  const weeks = weeksBefore(week, timezone);
  const first = weeks[0]?.from ?? 0;
  const end = weekSpan(week, timezone).from;
  const readLine = readStoredSpending(textOf(new Date(first)), textOf(new Date(end)));
  const ledger = await openUsageLedger(call, readLine, READING_PATIENCE, { inAnyOrder: true });
  try {
    const reading = await ledger.readRange(new Date(first), new Date(end));
    const { records, gists, spending } = contentsOf(reading.entries);
    const used = weeks.map(() => ({ sums: new HourSums(), unpriced: 0, unmeasured: 0 }));
    for (const record of [...records, ...gists, ...spending]) {
      const at = Date.parse(record.at);
      const place = weeks.findLastIndex(({ from }) => from <= at);
      const own = used[place];
      if (own === undefined || !isCounted(record)) continue;
      own.sums.add(hoursSince(weeks[place]?.from ?? 0, at), amountOf(record));
      if (record.tokens === null) own.unmeasured += 1;
      else if (record.cost_microusd === null) own.unpriced += 1;
    }
    const told = weeks.map((each, place) => ({
      week: each.week,
      sums: used[place]?.sums ?? new HourSums(),
      told: null,
    }));
    const names = new Set(completeWeeks(told).map((each) => each.week));
    const complete = weeks.flatMap(({ week: name }, place): WeekUse[] => {
      const own = used[place];
      if (own === undefined || !names.has(name)) return [];
      const { sums, unpriced, unmeasured } = own;
      return [{ week: name, tokens: sums.tokens.total, microusd: sums.microusd.total, unpriced, unmeasured }];
    });
    return { weeks: complete, damage: damage(reading) };
  } finally {
    await ledger.close();
  }
}
