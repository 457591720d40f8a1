import type { OutcomeEvent, UsageRecord } from '../usage/record.ts';
import { canonicalJson } from '../usage/record.ts';
import { checkOutcomeEvent, checkRecord } from '../usage/record-check.ts';

/** One line of the ledger, read. */
export interface ReadEntry {
  readonly line: string;
  readonly id: string;
  readonly at: string;
  readonly content:
    | { readonly kind: 'record'; readonly record: UsageRecord }
    | { readonly kind: 'event'; readonly event: OutcomeEvent }
    /** A record of no interest, which was not looked into. */
    | { readonly kind: 'passed-over' };
}

export type EntryReading =
  | { readonly ok: true; readonly entry: ReadEntry }
  | { readonly ok: false; readonly problems: readonly string[] };

function refused(problems: readonly string[]): EntryReading {
  return { ok: false, problems };
}

/**
 * A line of the ledger as a usage record or an outcome event, checked. An event keeps the id that its line has;
 * without one its own content is its id.
 */
export function readEntry(line: string): EntryReading {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return refused(['not JSON']);
    throw error;
  }
  if (typeof value !== 'object' || value === null) return refused(['not a JSON object']);
  if ('schema' in value && value.schema === 'haiku-first/outcome@1') {
    const checked = checkOutcomeEvent(value);
    if (!checked.ok) return refused(checked.problems.map(({ field, what }) => `${field} ${what}`));
    const event = checked.value;
    const id = 'id' in value && typeof value.id === 'string' ? value.id : canonicalJson(event);
    return { ok: true, entry: { line, id, at: event.at, content: { kind: 'event', event } } };
  }
  const checked = checkRecord(value, { length: line.length });
  if (!checked.ok) return refused(checked.problems.map(({ field, what }) => `${field} ${what}`));
  const record = checked.value;
  return { ok: true, entry: { line, id: record.id, at: record.at, content: { kind: 'record', record } } };
}

// In the ledger's form the keys are sorted, so that these are the record's own.
const HEAD = /"at":"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)".*?"id":"([0-9a-f]{64})"/;

/**
 * Like `readEntry`, but passes over records from `end` on (UTC, whole seconds): only events of that time matter.
 * Looking into every line of a week that is not asked for would take longer than the report.
 */
export function readEntryUntil(end: string): (line: string) => EntryReading {
  return (line) => {
    const head = line.includes('haiku-first/outcome@') ? null : HEAD.exec(line);
    const [, at, id] = head ?? [];
    if (at === undefined || id === undefined || at < end) return readEntry(line);
    return { ok: true, entry: { line, id, at, content: { kind: 'passed-over' } } };
  };
}

/** The records and the events among entries, in their order. */
export function contentsOf(entries: readonly ReadEntry[]): {
  readonly records: readonly UsageRecord[];
  readonly events: readonly OutcomeEvent[];
} {
  const records: UsageRecord[] = [];
  const events: OutcomeEvent[] = [];
  for (const { content } of entries) {
    if (content.kind === 'record') records.push(content.record);
    else if (content.kind === 'event') events.push(content.event);
  }
  return { records, events };
}
