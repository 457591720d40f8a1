import type { Allocation } from '../../allocation/allocation.ts';
import { underPresentNames } from '../../allocation/renames.ts';
import { plannedCells } from '../../calibration/cells/index.ts';
import { hoursSince } from '../../calibration/forecast/index.ts';
import { ratiosOf } from '../../calibration/replay/index.ts';
import { type Calibration, calibrate, costByRatios, policyOf } from '../../calibration/rules/index.ts';
import type { PullRequestFigures } from '../../github/index.ts';
import { weekSpan } from '../../ledger/index.ts';
import { isCounted } from '../../policy/budget/budget.ts';
import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import { calibrateDocument } from '../../render/calibrate/index.ts';
import type { DashboardInput } from '../../render/dashboard/index.ts';
import { completedBy } from '../../report/completed-records.ts';
import type { Report } from '../../report/document.ts';
import { textOf } from '../../time/instant.ts';
import { dateOf, type IsoWeek, weekAfter } from '../../time/week.ts';
import {
  contentsOf,
  passesOverFrom,
  readStoredIn,
  type UsageEntry,
} from '../../usage/records/ledger-line.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { gatherAttempts, type LedgerAttempts } from '../attempts.ts';
import type { LedgerHistory } from '../budget/ledger-history.ts';
import { damage } from '../budget/ledger-state.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from '../ledger.ts';
import { pastFor, type Rules, readingSpan, reportOf } from '../report.ts';

/** A year of evidence, and the weeks in which its newest part matures: see `calibrate`. */
const EVIDENCE_WEEKS = 55;

interface AskedWeeks {
  /** The last one. */
  readonly week: IsoWeek;
  /** How many, that one included. */
  readonly weeks: number;
  /** What GitHub knows of the last week; null: nobody asked. */
  readonly figures: PullRequestFigures | null;
}

/** The entries of several weeks, by time. */
interface ReadWeeks {
  readonly entries: readonly UsageEntry[];
  readonly damage: readonly string[];
}

/** Whether a report of an earlier week has no use for an entry: first attempts after it. */
function isNoFurther({ content }: UsageEntry): boolean {
  return (
    content.kind === 'record' && content.record.attempt === 1 && content.record.escalated_from_model === null
  );
}

/** Reads what the reports of all weeks need, once. Throws `UserError` when the ledger cannot be read at all. */
async function readWeeks(
  call: LedgerCall,
  timezone: string,
  { week, weeks }: Pick<AskedWeeks, 'week' | 'weeks'>,
  history: LedgerHistory | null,
): Promise<ReadWeeks> {
  const first = readingSpan({ week: weekAfter(week, 1 - weeks), workItem: null }, timezone);
  const last = readingSpan({ week, workItem: null }, timezone);
  const wanted = {
    from: textOf(new Date(first.from)),
    to: textOf(new Date(last.to)),
    earlier: { from: textOf(new Date(first.start)), workItem: null },
  };
  const isOver = passesOverFrom(wanted.to);
  const ledger = await openUsageLedger(call, readStoredIn(wanted), READING_PATIENCE, {
    passesOver: (day) => (Date.parse(day) >= last.to ? isOver : null),
    inAnyOrder: true,
  });
  try {
    const read = ledger.readRange(new Date(first.start), new Date(last.end));
    const head = read.then(
      ({ commit }) => commit,
      () => null,
    );
    const [reading, lost] = await Promise.all([read, history?.(last.from, head) ?? []]);
    const damaged = damage(reading);
    const entries = [...reading.entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return { entries, damage: [...(damaged === null ? [] : [damaged]), ...lost] };
  } finally {
    await ledger.close();
  }
}

/** The place of the first entry that is not before an instant. */
function placeOf(entries: readonly UsageEntry[], at: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.at ?? '') < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the report of one week would have read. */
function partOf({ entries, damage: damaged }: ReadWeeks, week: IsoWeek, timezone: string): ReadWeeks {
  const { start, to, end } = readingSpan({ week, workItem: null }, timezone);
  const places = [start, to, end].map((each) => placeOf(entries, textOf(new Date(each))));
  const [from = 0, after = 0, until = 0] = places;
  const later = entries.slice(after, until).filter((entry) => !isNoFurther(entry));
  return { entries: [...entries.slice(from, after), ...later], damage: damaged };
}

/** The records of a week that count, as its report takes them. */
function recordsOf({ allocation, table }: Rules, { entries }: ReadWeeks, from: number, to: number) {
  const { tierOf } = knownModels(tiersOfUse(allocation, table), table);
  const completed = completedBy(table, tierOf);
  const [first, end] = [textOf(new Date(from)), textOf(new Date(to))];
  const own = entries.slice(placeOf(entries, first), placeOf(entries, end));
  const records: readonly UsageRecord[] = contentsOf(own).records;
  return underPresentNames(records, allocation).map(completed).filter(isCounted);
}

/** What the ledger says of each cell, as `calibrate` says it at that time. */
async function calibrated(call: LedgerCall, rules: Rules, week: IsoWeek, timezone: string) {
  const { allocation, table } = rules;
  const { from: asOf } = weekSpan(week, timezone);
  const read = await gatherAttempts(call, rules, {
    week: weekAfter(week, -1),
    weeks: EVIDENCE_WEEKS,
    later: 0,
  });
  const calibration = calibrate({
    cells: plannedCells(allocation, week, table),
    attempts: read.attempts,
    week,
    asOf,
    policy: policyOf(allocation),
    costOn: costByRatios(ratiosOf(read.attempts, allocation, table, dateOf(new Date(asOf)))),
    snoozes: [],
  });
  return { read, calibration };
}

function timezoneOf({ budget }: Allocation): string {
  return budget?.timezone ?? 'UTC';
}

/** Everything that the page shows. Throws `UserError` when the ledger cannot be read at all. */
export async function gatherDashboard(
  call: LedgerCall,
  rules: Rules,
  { week, weeks: count, figures }: AskedWeeks,
  history: LedgerHistory | null,
): Promise<Omit<DashboardInput, 'repository'>> {
  const { allocation, exceptions, table } = rules;
  const timezone = timezoneOf(allocation);
  const { now } = call;
  const { from, to } = weekSpan(week, timezone);
  const isOver = now.getTime() >= to;
  const told = isOver ? weekAfter(week, 1) : week;
  // One after the other they would take twice as long: most of it is git's.
  const [read, { read: attempts, calibration }] = await Promise.all([
    readWeeks(call, timezone, { week, weeks: count }, history),
    calibrated(call, rules, told, timezone),
  ]);
  const weeks = Array.from({ length: count }, (_, place) => weekAfter(week, place + 1 - count));
  const reports: Report[] = [];
  for (const each of weeks) {
    const part = partOf(read, each, timezone);
    const own = each === week ? figures : null;
    const asked = { week: each, workItem: null, jobs: null, others: [], figures: own };
    const past = each === week ? await pastFor(call, rules, asked, part) : null;
    reports.push(reportOf(rules, asked, part, now, past));
  }
  const before = weekSpan(weekAfter(week, -1), timezone);
  const forecasts = contentsOf(read.entries).forecasts.filter((each) => each.week === week);
  return {
    at: textOf(now),
    today: dateOf(now),
    week,
    commit: attempts.commit,
    allocation,
    exceptions,
    table,
    reports,
    calibration,
    answer: answerOf(calibration, attempts),
    drawn: { from, until: hoursSince(from, now.getTime()), records: recordsOf(rules, read, from, to) },
    drawnBefore: {
      from: before.from,
      until: hoursSince(before.from, now.getTime()),
      records: recordsOf(rules, read, before.from, before.to),
    },
    forecasts,
    whatIfs: attempts.whatIfs,
    attempts: attempts.attempts,
    over: attempts.weeks.filter((each) => now.getTime() >= weekSpan(each, timezone).to),
  };
}

function answerOf(calibration: Calibration, { commit, damage: damaged }: LedgerAttempts) {
  return calibrateDocument(calibration, { commit, damage: damaged === null ? [] : [damaged] }, null);
}
