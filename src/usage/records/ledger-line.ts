import { createHash } from 'node:crypto';
import { readCanonical, readGist, readSpentAt, type Spent } from './canonical-line.ts';
import { type Deferral, type DrainEvent, deferralLine } from './deferral.ts';
import { checkDeferral, checkDrainEvent } from './deferral-check.ts';
import { type FieldProblem, isObject } from './fields.ts';
import { checkForecast, type LoggedForecast } from './forecast.ts';
import {
  canonicalJson,
  type Gist,
  type OutcomeEvent,
  recordLine,
  type UsageRecord,
  type VoidEvent,
} from './record.ts';
import { checkOutcomeEvent, checkRecord, checkVoidEvent } from './record-check.ts';
import { checkWhatIf, type LoggedWhatIf } from './what-if.ts';

/** One line of the ledger that was understood: the line itself, its identity and its instant. */
export interface UsageEntry {
  readonly line: string;
  readonly id: string;
  readonly at: string;
  readonly content:
    | { readonly kind: 'record'; readonly record: UsageRecord }
    | { readonly kind: 'event'; readonly event: OutcomeEvent }
    /** The line that it names counts no more. */
    | { readonly kind: 'void'; readonly voiding: VoidEvent }
    /** What was expected of a week. */
    | { readonly kind: 'forecast'; readonly forecast: LoggedForecast }
    /** What a change was expected to cost. */
    | { readonly kind: 'what-if'; readonly whatIf: LoggedWhatIf }
    /** They count for no usage. */
    | { readonly kind: 'deferral'; readonly deferral: Deferral }
    | { readonly kind: 'drain'; readonly step: DrainEvent }
    /** A record of which only the sum matters. */
    | { readonly kind: 'gist'; readonly gist: Gist }
    /** A record of which only what it says of a budget matters. */
    | { readonly kind: 'spent'; readonly spending: Spent['spending'] }
    /** A record of no interest, which was not looked into. */
    | { readonly kind: 'passed-over' };
}

type UsageReading =
  | { readonly ok: true; readonly entry: UsageEntry }
  | { readonly ok: false; readonly problems: readonly string[] };

function refused(problems: readonly string[]): UsageReading {
  return { ok: false, problems };
}

function sentences(problems: readonly FieldProblem[]): readonly string[] {
  return problems.map(({ field, what }) => (field === '' ? `The line ${what}` : `\`${field}\` ${what}`));
}

/** A record as the ledger keeps it. */
export function recordEntry(record: UsageRecord): UsageEntry {
  return {
    line: recordLine(record),
    id: record.id,
    at: record.at,
    content: { kind: 'record', record },
  };
}

/** The id of an event is the hash of what it says, so that telling it twice counts once. */
function eventLine(
  event: OutcomeEvent | VoidEvent | LoggedForecast | LoggedWhatIf,
): Omit<UsageEntry, 'content'> {
  const id = createHash('sha256').update(canonicalJson(event)).digest('hex');
  return { line: canonicalJson({ ...event, id }), id, at: event.at };
}

/** An outcome event as the ledger keeps it. */
export function eventEntry(event: OutcomeEvent): UsageEntry {
  return { ...eventLine(event), content: { kind: 'event', event } };
}

/** A voiding as the ledger keeps it. */
export function voidEntry(voiding: VoidEvent): UsageEntry {
  return { ...eventLine(voiding), content: { kind: 'void', voiding } };
}

/** A forecast as the ledger keeps it. */
export function forecastEntry(forecast: LoggedForecast): UsageEntry {
  return { ...eventLine(forecast), content: { kind: 'forecast', forecast } };
}

/** A what-if as the ledger keeps it. */
export function whatIfEntry(whatIf: LoggedWhatIf): UsageEntry {
  return { ...eventLine(whatIf), content: { kind: 'what-if', whatIf } };
}

/** A deferral as the ledger keeps it. */
export function deferralEntry(deferral: Deferral): UsageEntry {
  const { id, at } = deferral;
  return { line: deferralLine(deferral), id, at, content: { kind: 'deferral', deferral } };
}

/** A step of a drain as the ledger keeps it. */
export function drainEntry(step: DrainEvent): UsageEntry {
  return { line: deferralLine(step), id: step.id, at: step.at, content: { kind: 'drain', step } };
}

/**
 * A line that somebody hands in, judged in every field, and brought into the ledger's own form: keys sorted, id and
 * defaults filled in.
 */
export function readGivenLine(line: string): UsageReading {
  return readWith(line, (value) => {
    const checked = checkRecord(value);
    return checked.ok
      ? { ok: true, entry: recordEntry(checked.value) }
      : refused(sentences(checked.problems));
  });
}

/** A line as the ledger has it: judged like a given one, and left as it is. */
export function readStoredLine(line: string): UsageReading {
  const canonical = readCanonical(line);
  if (canonical !== null) return { ok: true, entry: storedRecord(canonical, line) };
  const reading = readWith(line, (value) => {
    const checked = checkRecord(value, { length: line.length });
    if (!checked.ok) return refused(sentences(checked.problems));
    return { ok: true, entry: storedRecord(checked.value, line) };
  });
  return reading.ok && reading.entry.line !== line
    ? { ok: true, entry: { ...reading.entry, line } }
    : reading;
}

/** Like `readStoredLine`, but of a record only the gist. */
export function readStoredGist(line: string): UsageReading {
  const gist = readGist(line);
  if (gist === null) return readStoredLine(line);
  return gistReading(gist, line);
}

function gistReading(gist: Gist, line: string): UsageReading {
  const { id, at } = gist;
  return { ok: true, entry: { line, id, at, content: { kind: 'gist', gist } } };
}

/** Not `recordEntry`: to sort the keys again would cost more than all the rest of the reading. */
function storedRecord(record: UsageRecord, line: string): UsageEntry {
  return { line, id: record.id, at: record.at, content: { kind: 'record', record } };
}

function readWith(line: string, asRecord: (value: unknown) => UsageReading): UsageReading {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return refused(['not JSON']);
    throw error;
  }
  if (!isObject(value)) return refused(['not a JSON object']);
  if (value.schema === 'haiku-first/deferral@1') {
    const checked = checkDeferral(value);
    return checked.ok
      ? { ok: true, entry: deferralEntry(checked.value) }
      : refused(sentences(checked.problems));
  }
  if (value.schema === 'haiku-first/drain@1') {
    const checked = checkDrainEvent(value);
    return checked.ok ? { ok: true, entry: drainEntry(checked.value) } : refused(sentences(checked.problems));
  }
  if (value.schema === 'haiku-first/outcome@1') {
    const checked = checkOutcomeEvent(value);
    return checked.ok ? asEvent(value, eventEntry(checked.value)) : refused(sentences(checked.problems));
  }
  if (value.schema === 'haiku-first/void@1') {
    const checked = checkVoidEvent(value);
    return checked.ok ? asEvent(value, voidEntry(checked.value)) : refused(sentences(checked.problems));
  }
  if (value.schema === 'haiku-first/forecast@1') {
    const checked = checkForecast(value);
    return checked.ok ? asEvent(value, forecastEntry(checked.value)) : refused(sentences(checked.problems));
  }
  if (value.schema === 'haiku-first/what-if@1') {
    const checked = checkWhatIf(value);
    return checked.ok ? asEvent(value, whatIfEntry(checked.value)) : refused(sentences(checked.problems));
  }
  return asRecord(value);
}

function asEvent({ id }: { readonly id?: unknown }, entry: UsageEntry): UsageReading {
  return id === undefined || id === entry.id
    ? { ok: true, entry }
    : refused(['`id` is not the one that the event gives: leave it out']);
}

// In the ledger's form the keys are sorted, so that these are the record's own. No other kind of line begins like it.
const HEAD =
  /^\{"agent":"[^"]*","agent_hash":[^,]*,"at":"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)","attempt":(\d+)/;
/** The same of a first attempt: the first `at` is its own. */
const FIRST_HEAD =
  /^\{"agent":"[^"]*","agent_hash":(?:null|"[0-9a-f]*"),"at":"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z","attempt":1\b/;
const ID = /"id":"([0-9a-f]{64})"/;

/** What is likely the time of a line. */
function glance(line: string): string {
  const mark = '"at":"';
  const start = line.indexOf(mark) + mark.length;
  return line.slice(start, start + '2026-11-23T03:10:41Z'.length);
}

/** Which records a reader wants. Instants in UTC, whole seconds. */
interface Wanted {
  /** From here up to, but not including, `to` they are wanted whole. */
  readonly from: string;
  readonly to: string;
  /** Those between this instant and `from`: of all of them the gist, or whole those of a work item; null: none. */
  readonly earlier: { readonly from: string; readonly workItem: string | null } | null;
}

/** What the line of an escalation holds. */
const ESCALATION_MARK = '"escalated_from_model":"';

/** Whether a line is of a further attempt at something: its attempt, and the line. */
function isFurther(attempt: string | undefined, line: string): boolean {
  return attempt !== '1' || line.includes(ESCALATION_MARK);
}

/** Tells the lines of a time from `to` on in which `readStoredIn` would look for nothing, without keeping anything of them. */
export function passesOverFrom(to: string): (line: string) => boolean {
  return (line) =>
    FIRST_HEAD.test(line) &&
    glance(line) >= to &&
    !line.includes(ESCALATION_MARK) &&
    !line.includes(EVENT_MARK);
}

/**
 * Like `readStoredLine`, but looks no further into records than is wanted: those of another time are passed over, but
 * for further attempts after it, which tell what became of what was attempted in it. Of
 * a line whose time cannot be told at a glance everything is read, and so is every event. To look into every line of a
 * week that is not asked for would take longer than the report.
 */
export function readStoredIn({ from, to, earlier }: Wanted): (line: string) => UsageReading {
  const workItem = earlier?.workItem ?? null;
  const mark = workItem === null ? null : `"work_item":${JSON.stringify(workItem)}`;
  const isEarlier = (at: string): boolean => earlier !== null && at >= earlier.from && at < from;
  return (line) => {
    // Where a gist is likely, the line is not looked at twice.
    const gist = mark === null && isEarlier(glance(line)) ? readGist(line) : null;
    if (gist !== null && isEarlier(gist.at)) return gistReading(gist, line);
    const [, at, attempt] = HEAD.exec(line) ?? [];
    if (at === undefined || (at >= from && at < to)) return readStoredLine(line);
    if (at >= to && isFurther(attempt, line)) return readStoredLine(line);
    if (isEarlier(at) && (mark === null || line.includes(mark))) return readStoredLine(line);
    const id = ID.exec(line)?.[1];
    if (id === undefined || line.includes(EVENT_MARK)) return readStoredLine(line);
    return { ok: true, entry: { line, id, at, content: { kind: 'passed-over' } } };
  };
}

/**
 * Like `readStoredIn`, but of the records from `from` up to, but not including, `to` only what they say of a budget, and
 * of others nothing.
 */
export function readStoredSpending(from: string, to: string) {
  const readLine = readStoredIn({ from: to, to, earlier: { from, workItem: null } });
  return Object.assign(readLine, {
    at(text: string, start: number): UsageEntry | null {
      const spent = readSpentAt(text, start);
      if (spent === null) return null;
      const { line, id, spending } = spent;
      const { at } = spending;
      return at >= from && at < to ? { line, id, at, content: { kind: 'spent', spending } } : null;
    },
  });
}

/**
 * Like `readStoredLine`, but of the records it looks only into those of a time: from `start` up to, but not
 * including, `end`. Deferrals and what became of them are read whenever they were.
 */
export function readStoredWithin(start: string, end: string): (line: string) => UsageReading {
  return (line) => {
    const at = HEAD.exec(line)?.[1];
    const id = ID.exec(line)?.[1];
    if (at === undefined || id === undefined || (at >= start && at < end)) return readStoredLine(line);
    return { ok: true, entry: { line, id, at, content: { kind: 'passed-over' } } };
  };
}

/** What every line of an outcome event holds, and no record outside of its texts. */
const EVENT_MARK = 'haiku-first/outcome@';

/** The ids of the lines that were taken back, as far as the entries tell. A voiding has the time of what it voids. */
function voidedIn(entries: readonly UsageEntry[]): ReadonlySet<string> {
  const voided = new Set<string>();
  for (const { content } of entries) if (content.kind === 'void') voided.add(content.voiding.voids);
  return voided;
}

/** The records, the gists, what else was spent, the events and the forecasts among entries, in their order, without those that were taken back. */
export function contentsOf(entries: readonly UsageEntry[]): {
  readonly records: readonly UsageRecord[];
  readonly gists: readonly Gist[];
  readonly spending: readonly Spent['spending'][];
  readonly events: readonly OutcomeEvent[];
  readonly forecasts: readonly LoggedForecast[];
} {
  const records: UsageRecord[] = [];
  const gists: Gist[] = [];
  const spending: Spent['spending'][] = [];
  const events: OutcomeEvent[] = [];
  const forecasts: LoggedForecast[] = [];
  const voided = voidedIn(entries);
  for (const { id, content } of entries) {
    if (voided.has(id)) continue;
    if (content.kind === 'record') records.push(content.record);
    else if (content.kind === 'gist') gists.push(content.gist);
    else if (content.kind === 'spent') spending.push(content.spending);
    else if (content.kind === 'event') events.push(content.event);
    else if (content.kind === 'forecast') forecasts.push(content.forecast);
  }
  return { records, gists, spending, events, forecasts };
}
