import type { Allocation, Budget } from '../../allocation/allocation.ts';
import type { Rank } from '../../allocation/names.ts';
import { underPresentNames } from '../../allocation/renames.ts';
import { describe, UserError } from '../../errors.ts';
import { type LedgerContents, weekSpan } from '../../ledger/index.ts';
import { budgetState, type Spending, spentState } from '../../policy/budget/budget.ts';
import type { Allowance, Level } from '../../policy/decision/decide.ts';
import type { State } from '../../policy/decision/resolve.ts';
import { figuresText, unknownUse } from '../../render/budget-figures.ts';
import { textOf } from '../../time/instant.ts';
import type { IsoWeek } from '../../time/week.ts';
import { likeliest, newestForecast } from '../../usage/records/forecast.ts';
import {
  contentsOf,
  readStoredLine,
  readStoredSpending,
  type UsageEntry,
} from '../../usage/records/ledger-line.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from '../ledger.ts';
import type { AskFlights } from '../runs-in-flight.ts';
import type { LedgerHistory } from './ledger-history.ts';
import { SpendingSums } from './spending-sums.ts';
import { type Doubt, onUnmeasured } from './unmeasured.ts';

/** What the ledger says of the budget, ready for a decision. */
interface LedgerState extends Doubt {
  readonly level: Level;
  readonly allowances: ReadonlyMap<Rank, Allowance>;
  /** `372,000 of 500,000 tokens (74%)`. */
  readonly figures: string;
  /** The newest forecast of the week, where it has probabilities. */
  readonly forecast?: State['forecast'];
  /** Remarks for people. */
  readonly notes: readonly string[];
}

/** The first problems of a reading, in words; null when there are none. */
export function damage(reading: Pick<LedgerContents<UsageEntry>, 'problems'>): string | null {
  const [first] = reading.problems;
  if (first === undefined) return null;
  const more = reading.problems.length - 1;
  return `part of the ledger cannot be read: ${describe(first)}${more === 0 ? '' : ` (and ${more} more)`}`;
}

/** What a week's ledger holds: its lines, but for those that are summed already. */
interface WeekContents extends Pick<LedgerContents<UsageEntry>, 'entries' | 'problems' | 'commit'> {
  readonly sums: readonly Spending[];
}

type WeekReading =
  | { readonly ok: true; readonly reading: WeekContents }
  | { readonly ok: false; readonly why: string };

/** @param inSums whether sums will do */
async function readWeek(
  call: LedgerCall,
  week: IsoWeek,
  timezone: string,
  inSums: boolean,
): Promise<WeekReading> {
  try {
    const { from, to } = weekSpan(week, timezone);
    const [first, end] = [textOf(new Date(from)), textOf(new Date(to))];
    // Only sums are wanted, and of no other time: files of a whole month hold more than the week.
    const readLine = readStoredSpending(first, end);
    const ledger = await openUsageLedger(call, readLine, READING_PATIENCE, {
      inAnyOrder: true,
    });
    try {
      if (inSums) {
        const sums = new SpendingSums();
        const streamed = await ledger.stream(new Date(from), new Date(to), sums);
        const summed = sums.end();
        if (summed !== null) return { ok: true, reading: { ...streamed, ...summed } };
      }
      return { ok: true, reading: { ...(await ledger.readWeek(week, timezone)), sums: [] } };
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, why: error.message };
  }
}

function wholeEntry(line: string): readonly UsageEntry[] {
  const reading = readStoredLine(line);
  return reading.ok ? [reading.entry] : [];
}

/**
 * Reads the week's ledger and says where its budget stands. What cannot be known (a ledger that cannot be read, use
 * without a price or a measure) goes the way of `budget.on_unmeasured`, which may throw `UserError`: see `onUnmeasured`.
 * @param flights asked for the runs in flight; null: they are not counted
 * @param history asked for what was taken from the ledger; null: nobody knows
 */
export async function readState(
  call: LedgerCall,
  allocation: Allocation,
  budget: Budget,
  week: IsoWeek,
  flights: AskFlights | null = null,
  history: LedgerHistory | null = null,
): Promise<LedgerState> {
  const reading = readWeek(call, week, budget.timezone, flights === null);
  const head = reading.then((done) => (done.ok ? done.reading.commit : null));
  // Side by side: both are round trips.
  const [read, lost] = await Promise.all([
    reading,
    history?.(weekSpan(week, budget.timezone).from, head) ?? [],
  ]);
  const { entries, sums } = read.ok ? read.reading : { entries: [], sums: [] };
  // Which runs are in flight can be told from whole records that name their workflow, and only then they are read.
  const namesWorkflows = flights !== null && entries.some(({ line }) => line.includes('"workflow":"'));
  const told = namesWorkflows ? contentsOf(entries.flatMap(({ line }) => wholeEntry(line))).records : [];
  const whole = underPresentNames(told, allocation);
  const { inFlight, notes } = namesWorkflows ? await flights(whole) : { inFlight: [], notes: [] };
  const { records, gists, spending, forecasts } = contentsOf(entries);
  const state =
    inFlight.length === 0
      ? spentState(allocation, budget, [...records, ...gists, ...spending, ...sums])
      : budgetState(allocation, budget, whole, inFlight);
  const reasons = [
    read.ok ? damage(read.reading) : `the ledger cannot be read: ${read.why}`,
    ...(read.ok ? lost : []),
    unknownUse(budget, state),
  ];
  const figures = read.ok ? figuresText(state) : 'what was spent is not known';
  const { level, allowances } = state;
  const expected = newestForecast(forecasts.filter((each) => each.week === week))?.probabilities ?? null;
  return {
    level,
    allowances,
    figures,
    notes,
    ...(expected === null ? {} : { forecast: likeliest(expected) }),
    ...onUnmeasured(allocation, budget, week, reasons),
  };
}
