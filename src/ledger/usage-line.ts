import type { OutcomeEvent, UsageRecord } from '../usage/record.ts';
import { canonicalJson, recordLine } from '../usage/record.ts';
import { checkOutcomeEvent, checkRecord } from '../usage/record-check.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import { lineId } from './entry.ts';

/** A line of the ledger that was read and found valid. */
export type UsageEntry =
  | (LedgerEntry & { readonly kind: 'usage'; readonly record: UsageRecord })
  | (LedgerEntry & { readonly kind: 'outcome'; readonly event: OutcomeEvent });

/** A usage record as it goes into the ledger. */
export function usageEntry(record: UsageRecord): UsageEntry {
  return { kind: 'usage', record, line: recordLine(record), id: record.id, at: record.at };
}

/** An outcome event as it goes into the ledger: the same event told twice counts once. */
export function outcomeEntry(event: OutcomeEvent): UsageEntry {
  const line = canonicalJson(event);
  return { kind: 'outcome', event, line, id: lineId(line), at: event.at };
}

/** What an entry that came from elsewhere is stored as: keys sorted, id and defaults filled in. */
export function storedEntry(entry: UsageEntry): UsageEntry {
  return entry.kind === 'usage' ? usageEntry(entry.record) : outcomeEntry(entry.event);
}

/** Reads the two kinds of lines that haiku-first writes; anything else is told as a problem. */
export const readUsageLine: LineReader<UsageEntry> = (line) => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problems: ['not JSON'] };
    throw error;
  }
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null;
  if (schema === 'haiku-first/usage@1') {
    const checked = checkRecord(value, { length: line.length });
    if (checked.ok) {
      const { id, at } = checked.value;
      // The line stays as it is: to sort its keys again would cost more than all the rest of the reading.
      return { ok: true, entry: { kind: 'usage', record: checked.value, line, id, at } };
    }
    return { ok: false, problems: checked.problems.map(told) };
  }
  if (schema === 'haiku-first/outcome@1') {
    const checked = checkOutcomeEvent(value);
    if (checked.ok) return { ok: true, entry: { ...outcomeEntry(checked.value), line } };
    return { ok: false, problems: checked.problems.map(told) };
  }
  return { ok: false, problems: ['`schema` must be haiku-first/usage@1 or haiku-first/outcome@1'] };
};

function told(problem: { readonly field: string; readonly what: string }): string {
  return problem.field === '' ? problem.what : `\`${problem.field}\` ${problem.what}`;
}
