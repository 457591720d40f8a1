import type { Allocation } from '../allocation/allocation.ts';
import { type Exceptions, noExceptions, parseExceptions } from '../allocation/exceptions.ts';
import { parseAllocation } from '../allocation/parse.ts';
import { UserError } from '../errors.ts';
import type { PullRequestFigures } from '../github/index.ts';
import { instantOf, weekSpan } from '../ledger/index.ts';
import { tableOf } from '../policy/models-of-tiers.ts';
import { type Jobs, makeReport, type Report, type ReportInput } from '../report/model.ts';
import { dateOf, type IsoWeek, weekOf } from '../time/week.ts';
import { contentsOf, readStoredUntil, type UsageEntry } from '../usage/ledger-line.ts';
import { shippedModels } from '../usage/model-table.ts';
import type { ModelTable } from '../usage/models.ts';
import type { UsageRecord } from '../usage/record.ts';
import { readDiskFile } from './files.ts';
import { openUsageLedger, READING_PATIENCE } from './ledger-access.ts';
import { damage } from './ledger-state.ts';
import type { ParsedOptions } from './options.ts';
import type { Surroundings } from './outcome.ts';

const DAY = 86_400_000;
/** An outcome may be told this long after the week and still count for it. */
const LATER = 7 * DAY;
/** How far before the week a work item's records are looked for. */
const EARLIER = 28 * DAY;

/** The files that a report is judged by. */
export interface Rules {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

/** Reads allocation and exceptions from the work tree. Throws `UserError`. */
export function readRules(
  options: Pick<ParsedOptions, 'allocation' | 'exceptions'>,
  { cwd }: Surroundings,
): Rules {
  const file = readDiskFile(cwd, options.allocation);
  if (file === null) {
    throw new UserError(
      `There is no ${options.allocation} in ${cwd}.`,
      'Check the repository out first, or name the file with --allocation.',
    );
  }
  const allocation = parseAllocation(options.allocation, file);
  const exceptions = readDiskFile(cwd, options.exceptions);
  return {
    allocation,
    exceptions:
      exceptions === null
        ? noExceptions(options.exceptions)
        : parseExceptions(options.exceptions, exceptions),
    table: tableOf(allocation, shippedModels()),
  };
}

/** The week that a report is about when none is named. */
export function reportWeek(options: Pick<ParsedOptions, 'week'>, { allocation }: Rules, now: Date): IsoWeek {
  return options.week ?? weekOf(now, allocation.budget?.timezone ?? 'UTC');
}

export interface Asked {
  readonly week: IsoWeek;
  /** Null: the whole week. */
  readonly workItem: string | null;
  /** How many jobs there were; null: nobody knows. */
  readonly jobs: Jobs | null;
  /** Records that are not in the ledger (those of forks): shown, and never counted. */
  readonly others: readonly UsageRecord[];
  readonly figures: PullRequestFigures | null;
}

/** The instants that a report of the week reads. */
export function readingSpan({ week, workItem }: Pick<Asked, 'week' | 'workItem'>, timezone: string) {
  const { from, to } = weekSpan(week, timezone);
  const start =
    workItem === null ? weekSpan(weekOf(new Date(from - 1), timezone), timezone).from : from - EARLIER;
  return { start, from, to, end: to + LATER };
}

/** Makes the report from what was read of the ledger. */
export function reportOf(
  { allocation, exceptions, table }: Rules,
  asked: Asked,
  read: { readonly entries: readonly UsageEntry[]; readonly damage: string | null },
  now: Date,
): Report {
  const { week, workItem, jobs, others, figures } = asked;
  const { from, to } = readingSpan(asked, allocation.budget?.timezone ?? 'UTC');
  const when = ({ at }: { readonly at: string }): number => instantOf(at) ?? 0;
  const { records, events } = contentsOf(read.entries);
  const inWeek = (item: { readonly at: string }): boolean => when(item) >= from && when(item) < to;
  const weekRecords = records.filter(inWeek);
  const known = new Set(records.map(({ id }) => id));
  const unread = others.filter(({ id }) => !known.has(id));
  const ofWork = (each: UsageRecord): boolean => each.work_item === workItem && when(each) < to;
  const input: ReportInput = {
    allocation,
    exceptions,
    table,
    today: dateOf(now),
    week,
    weekOver: now.getTime() >= to,
    workItem,
    weekRecords,
    records: [...(workItem === null ? weekRecords : records.filter(ofWork)), ...unread],
    before: workItem === null ? records.filter((each) => when(each) < from) : null,
    events: events.filter(inWeek),
    laterEvents: events.filter((each) => when(each) >= to),
    damage: read.damage === null ? [] : [read.damage],
    jobs,
    reviews: figures?.reviews ?? null,
    endToEnd: figures?.endToEnd ?? null,
    instantOf: (at) => instantOf(at) ?? 0,
  };
  return makeReport(input);
}

/** An instant at a whole second, as records have it. */
function secondOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Reads the ledger and makes the report. Throws `UserError` when the ledger cannot be read at all. */
export async function gatherReport(
  options: Pick<ParsedOptions, 'ledger' | 'githubToken'>,
  surroundings: Surroundings,
  rules: Rules,
  asked: Asked,
): Promise<Report> {
  const { start, to, end } = readingSpan(asked, rules.allocation.budget?.timezone ?? 'UTC');
  const ledger = await openUsageLedger(
    options,
    surroundings,
    readStoredUntil(secondOf(to)),
    READING_PATIENCE,
  );
  try {
    const reading = await ledger.readRange(new Date(start), new Date(end));
    const read = { entries: reading.entries, damage: damage(reading) };
    return reportOf(rules, asked, read, surroundings.now);
  } finally {
    await ledger.close();
  }
}
