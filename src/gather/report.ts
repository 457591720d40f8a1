import { UserError } from '../errors.ts';
import type { PullRequestFigures } from '../github/index.ts';
import { instantOf, weekSpan } from '../ledger/index.ts';
import { type Jobs, makeReport, type Report, type ReportInput } from '../report/model.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { textOf } from '../time/instant.ts';
import { dateOf, type IsoWeek, weekOf } from '../time/week.ts';
import {
  contentsOf,
  EVENT_MARK,
  readStoredIn,
  type UsageEntry,
  VOID_MARK,
} from '../usage/records/ledger-line.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { type FileOptions, type Loaded, parseFiles, parseRules } from './allocation.ts';
import type { LedgerHistory } from './budget/ledger-history.ts';
import { damage } from './budget/ledger-state.ts';
import type { Context } from './context.ts';
import { readFileOfRepository } from './files.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from './ledger.ts';

const DAY = 86_400_000;
/** An outcome may be told this long after the week and still count for it. */
const LATER = 7 * DAY;
/** How far before the week a work item's records are looked for. */
const EARLIER = 28 * DAY;

/** The files that a report is judged by. They may have become unsound, as by an exception that expired: a report says so. */
export type Rules = Loaded;

/** Reads allocation and exceptions from the work tree. Throws `UserError`. */
export function readRules({ options, cwd }: Pick<Call<FileOptions>, 'options' | 'cwd'>): Rules {
  const allocation = readFileOfRepository(cwd, options.allocation);
  if (allocation === null) {
    throw new UserError(
      `There is no ${options.allocation} in ${cwd}.`,
      'Check the repository out first, or name the file with --allocation.',
    );
  }
  const exceptions = readFileOfRepository(cwd, options.exceptions);
  return parseFiles(options, { allocation, exceptions, where: 'the work tree' });
}

/**
 * The rules for a report in a workflow. Where it is about a pull request they are those of the base commit: the pull
 * request cannot choose the floors that its own report is held against. Throws `UserError`.
 */
export async function readRulesFor(context: Context<FileOptions>): Promise<Rules> {
  const { event } = context;
  const isPullRequest =
    event?.kind === 'pull_request' ||
    event?.kind === 'merge_group' ||
    (event?.kind === 'other' && event.pullRequest !== null);
  if (!isPullRequest) return readRules(context);
  return parseRules(context);
}

/** The week that a report is about when none is named. */
export function reportWeek(
  { options, now }: Pick<Call<Pick<OptionValues, 'week'>>, 'options' | 'now'>,
  { allocation }: Rules,
): IsoWeek {
  return options.week ?? weekOf(now, allocation.budget?.timezone ?? 'UTC');
}

interface Asked {
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
  read: { readonly entries: readonly UsageEntry[]; readonly damage: readonly string[] },
  now: Date,
): Report {
  const { week, workItem, jobs, others, figures } = asked;
  const { from, to } = readingSpan(asked, allocation.budget?.timezone ?? 'UTC');
  // Records and events have whole seconds in UTC: such texts compare as times do.
  const [first, end] = [textOf(new Date(from)), textOf(new Date(to))];
  const { records, gists, events } = contentsOf(read.entries);
  const inWeek = ({ at }: { readonly at: string }): boolean => at >= first && at < end;
  const weekRecords = records.filter(inWeek);
  const known = new Set(read.entries.map(({ id }) => id));
  const unread = others.filter(({ id }) => !known.has(id));
  const ofWork = (each: UsageRecord): boolean => each.work_item === workItem && each.at < end;
  const input: ReportInput = {
    allocation,
    exceptions,
    table,
    week,
    today: dateOf(now),
    weekOver: now.getTime() >= to,
    workItem,
    weekRecords,
    records: [...(workItem === null ? weekRecords : records.filter(ofWork)), ...unread],
    before: workItem === null ? [...gists, ...records].filter(({ at }) => at < first) : null,
    events: events.filter(inWeek),
    laterEvents: events.filter(({ at }) => at >= end),
    damage: read.damage,
    jobs,
    reviews: figures?.reviews ?? null,
    endToEnd: figures?.endToEnd ?? null,
    instantOf: (at) => instantOf(at) ?? 0,
  };
  return makeReport(input);
}

type LedgerReading = Parameters<typeof reportOf>[2];

/**
 * Reads what a report needs of the ledger. Throws `UserError` when it cannot be read at all.
 * @param history asked for what was taken from the ledger since the week began; null: nobody knows
 * @param every true: of the time before the week the records of all work items, not only of the one that is asked for
 */
export async function readForReport(
  call: LedgerCall,
  rules: Rules,
  asked: Pick<Asked, 'week' | 'workItem'>,
  history: LedgerHistory | null,
  every = false,
): Promise<LedgerReading> {
  const { start, from, to, end } = readingSpan(asked, rules.allocation.budget?.timezone ?? 'UTC');
  const wanted = {
    from: textOf(new Date(every ? start : from)),
    to: textOf(new Date(to)),
    // The week before is for trends alone; of a work item its own records are wanted.
    earlier: every ? null : { from: textOf(new Date(start)), workItem: asked.workItem },
  };
  const ledger = await openUsageLedger(call, readStoredIn(wanted), READING_PATIENCE, {
    passesOver: (day, bytes) =>
      Date.parse(day) >= to && !bytes.includes(EVENT_MARK) && !bytes.includes(VOID_MARK),
    inAnyOrder: true,
  });
  try {
    const read = ledger.readRange(new Date(start), new Date(end));
    const head = read.then(
      ({ commit }) => commit,
      () => null,
    );
    const [reading, lost] = await Promise.all([read, history?.(from, head) ?? []]);
    const damaged = damage(reading);
    return { entries: reading.entries, damage: [...(damaged === null ? [] : [damaged]), ...lost] };
  } finally {
    await ledger.close();
  }
}

/** Reads the ledger and makes the report. Throws `UserError` when the ledger cannot be read at all. */
export async function gatherReport(
  call: LedgerCall,
  rules: Rules,
  asked: Asked,
  history: LedgerHistory | null,
): Promise<Report> {
  return reportOf(rules, asked, await readForReport(call, rules, asked, history), call.now);
}
