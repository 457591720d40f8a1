import { historyIn, newestOf, outlookOf } from '../calibration/forecast/index.ts';
import { standingOf, standingsOf } from '../deferral/states.ts';
import { UserError } from '../errors.ts';
import type { PullRequestFigures } from '../github/index.ts';
import { instantOf, weekSpan } from '../ledger/index.ts';
import type { PutOff } from '../report/deferred.ts';
import type { Jobs, Report } from '../report/document.ts';
import { MATURE_DAYS } from '../report/fates.ts';
import { makeReport, type ReportInput } from '../report/model.ts';
import { NO_OUTLOOK, type Outlook } from '../report/outlook.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { textOf } from '../time/instant.ts';
import { dateOf, type IsoWeek, weekOf } from '../time/week.ts';
import type { Deferral, DrainEvent } from '../usage/records/deferral.ts';
import type { PastWeek } from '../usage/records/forecast.ts';
import { contentsOf, passesOverFrom, readStoredIn, type UsageEntry } from '../usage/records/ledger-line.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Refusal } from '../usage/records/refusal.ts';
import {
  filesOnDisk,
  type Loaded,
  parseFiles,
  parseRules,
  type RuleCall,
  type RuleOptions,
} from './allocation.ts';
import type { LedgerHistory } from './budget/ledger-history.ts';
import { damage } from './budget/ledger-state.ts';
import { readPastWeeks } from './budget/past-weeks.ts';
import type { Context } from './context.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from './ledger.ts';

const DAY = 86_400_000;
/** What is told, or done again, this long after the week still says what became of its work. */
const LATER = MATURE_DAYS * DAY;
/** How far before the week a work item's records are looked for. */
const EARLIER = 28 * DAY;

/** The files that a report is judged by. They may have become unsound, as by an exception that expired: a report says so. */
export type Rules = Loaded;

/** Reads allocation and exceptions from the work tree. Throws `UserError`. */
export async function readRules(call: RuleCall): Promise<Rules> {
  const files = await filesOnDisk(call);
  if (files.allocation === null) throw noAllocation(call);
  return parseFiles(call.options, files);
}

/** There is no allocation in the work tree. */
export function noAllocation({ options, cwd }: Pick<RuleCall, 'options' | 'cwd'>): UserError {
  return new UserError(
    `There is no ${options.allocation} in ${cwd}.`,
    'Draft one with haiku-first init, or name the file with --allocation; in a workflow, put actions/checkout before it.',
  );
}

/**
 * The rules for a report in a workflow. Where it is about a pull request they are those of the base commit: the pull
 * request cannot choose the floors that its own report is held against. Throws `UserError`.
 */
export async function readRulesFor(context: Context<RuleOptions>): Promise<Rules> {
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
  {
    options,
    now,
  }: Pick<Call<Pick<OptionValues, 'week'> & Partial<Pick<OptionValues, 'issue'>>>, 'options' | 'now'>,
  { allocation }: Rules,
): IsoWeek {
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const present = weekOf(now, timezone);
  // The issue of a week is written when it has ended.
  const asked =
    options.issue === 'auto' ? weekOf(new Date(weekSpan(present, timezone).from - 1), timezone) : present;
  return options.week ?? asked;
}

interface Asked {
  readonly week: IsoWeek;
  /** Null: the whole week. */
  readonly workItem: string | null;
  /** How many jobs there were; null: nobody knows. */
  readonly jobs: Jobs | null;
  /** Records that are not in the ledger (those of forks): shown, and never counted. */
  readonly others: readonly UsageRecord[];
  /** Records that count and are on their way into the ledger; left out: none. */
  readonly uncollected?: readonly UsageRecord[];
  /** Deferrals that are on their way there; left out: none. */
  readonly deferrals?: readonly Deferral[];
  /** Overrides that jobs were refused; left out: none. */
  readonly refusals?: readonly Refusal[];
  readonly figures: PullRequestFigures | null;
}

/** The instants that a report of the week reads. */
export function readingSpan({ week, workItem }: Pick<Asked, 'week' | 'workItem'>, timezone: string) {
  const { from, to } = weekSpan(week, timezone);
  const start =
    workItem === null ? weekSpan(weekOf(new Date(from - 1), timezone), timezone).from : from - EARLIER;
  return { start, from, to, end: to + LATER };
}

/** The deferrals among what was read, and how far drains have come with each. */
function putOffIn(entries: readonly UsageEntry[]): readonly PutOff[] {
  const deferrals: Deferral[] = [];
  const steps: DrainEvent[] = [];
  for (const { content } of entries) {
    if (content.kind === 'deferral') deferrals.push(content.deferral);
    else if (content.kind === 'drain') steps.push(content.step);
  }
  const standings = standingsOf(steps);
  return deferrals.map((deferral) => {
    const standing = standingOf(standings, deferral);
    const since =
      standing.kind === 'started' ? standing.since : standing.kind === 'dropped' ? standing.step.at : null;
    return { deferral, standing: standing.kind, since };
  });
}

/** What no drain can have seen yet. */
function putOff(deferral: Deferral): PutOff {
  return { deferral, standing: 'open', since: null };
}

/**
 * Of a piece of work several write one comment: what they say is what the collector has logged, and does not depend on
 * when each of them asks. Only where nothing was logged it is of now.
 */
function outlookFor(scene: Parameters<typeof outlookOf>[0], workItem: string | null): Outlook {
  if (workItem === null) return outlookOf(scene);
  if (scene.weekOver) return NO_OUTLOOK;
  const { forecast, missing } = outlookOf(scene);
  const logged = missing ? null : newestOf(scene.budget, scene.forecasts);
  return { ...NO_OUTLOOK, forecast: logged ?? forecast, missing };
}

/** Makes the report from what was read of the ledger. */
export function reportOf(
  { allocation, exceptions, table }: Rules,
  asked: Asked,
  read: { readonly entries: readonly UsageEntry[]; readonly damage: readonly string[] },
  now: Date,
  past: readonly PastWeek[] | null = null,
): Report {
  const { week, workItem, jobs, others, uncollected = [], deferrals = [], refusals = [], figures } = asked;
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const { start, from, to } = readingSpan(asked, timezone);
  // Records and events have whole seconds in UTC: such texts compare as times do.
  const [first, end] = [textOf(new Date(from)), textOf(new Date(to))];
  const { records, gists, events, forecasts } = contentsOf(read.entries);
  const inWeek = ({ at }: { readonly at: string }): boolean => at >= first && at < end;
  // Most reports have nothing that could be known.
  let known: ReadonlySet<string> | null = null;
  const isNew = ({ id }: { readonly id: string }): boolean => {
    known ??= new Set(read.entries.map((entry) => entry.id));
    return !known.has(id);
  };
  const weekRecords = [...records, ...uncollected.filter(isNew)].filter(inWeek);
  const unread = others.filter(isNew);
  const ofWork = (each: UsageRecord): boolean => each.work_item === workItem && each.at < end;
  const ofWeek = forecasts.filter((each) => each.week === week);
  const weekOver = now.getTime() >= to;
  const scene = { week, from, now: now.getTime(), weekOver, records: weekRecords, forecasts: ofWeek, past };
  const { budget } = allocation;
  const input: ReportInput = {
    allocation,
    exceptions,
    table,
    week,
    today: dateOf(now),
    weekOver,
    workItem,
    weekRecords,
    records: [...(workItem === null ? weekRecords : records.filter(ofWork)), ...unread],
    nextEnds: textOf(new Date(weekSpan(weekOf(new Date(to), timezone), timezone).to)),
    laterAttempts: records.filter(({ at, work_item }) => at >= end && (workItem ?? work_item) === work_item),
    before: workItem === null ? [...gists, ...records].filter(({ at }) => at < first) : null,
    events: events.filter(inWeek),
    laterEvents: events.filter(({ at }) => at >= end),
    deferred: [...putOffIn(read.entries), ...deferrals.filter(isNew).map(putOff)],
    refusals,
    begins: first,
    ends: end,
    damage: read.damage,
    outlook: budget === null ? NO_OUTLOOK : outlookFor({ ...scene, budget }, workItem),
    jobs,
    reviews: figures?.reviews ?? null,
    endToEnd: figures?.endToEnd ?? null,
    completed: figures?.completed ?? null,
    span: { before: start, from, to },
    now: now.getTime(),
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
  const isOver = passesOverFrom(wanted.to);
  const ledger = await openUsageLedger(call, readStoredIn(wanted), READING_PATIENCE, {
    passesOver: (day) => (Date.parse(day) >= to ? isOver : null),
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

/** In a ledger of more records in two weeks a collector is at work, whose forecasts spare everybody else the reading of old weeks. */
const MOST_RECORDS = 5000;

/** The weeks before, where a forecast of the present week needs them and the ledger has none that was logged. */
export async function pastFor(
  call: LedgerCall,
  { allocation: { budget } }: Rules,
  { week, workItem }: Asked,
  { entries }: LedgerReading,
): Promise<readonly PastWeek[] | null> {
  const isPresent = budget !== null && week === weekOf(call.now, budget.timezone);
  if (!isPresent || entries.length > MOST_RECORDS) return null;
  const logged = contentsOf(entries).forecasts.filter((each) => each.week === week);
  if (workItem === null ? historyIn(logged) !== null : logged.length > 0) return null;
  try {
    return await readPastWeeks(call, week, budget.timezone, READING_PATIENCE);
  } catch (error) {
    // What the week has used is known all the same.
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Reads the ledger and makes the report. Throws `UserError` when the ledger cannot be read at all. */
export async function gatherReport(
  call: LedgerCall,
  rules: Rules,
  asked: Asked,
  history: LedgerHistory | null,
): Promise<Report> {
  const read = await readForReport(call, rules, asked, history);
  return reportOf(rules, asked, read, call.now, await pastFor(call, rules, asked, read));
}
