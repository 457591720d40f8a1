import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Ledger,
  type LedgerEntry,
  type LineReader,
  type LineReading,
  openLedger,
} from '../ledger/index.ts';
import type { FieldProblem } from '../usage/fields.ts';
import { isObject } from '../usage/fields.ts';
import { canonicalJson, type OutcomeEvent, recordLine, type UsageRecord } from '../usage/record.ts';
import { checkOutcomeEvent, checkRecord } from '../usage/record-check.ts';
import { type LedgerOption, locationOf, tokenOf } from './ledger-state.ts';
import type { Surroundings } from './outcome.ts';

/** A line of the ledger that was understood. */
export interface UsageEntry extends LedgerEntry {
  readonly value: UsageRecord | OutcomeEvent;
}

function sentences(problems: readonly FieldProblem[]): readonly string[] {
  return problems.map(({ field, what }) => (field === '' ? `The line ${what}` : `\`${field}\` ${what}`));
}

/** A record as the ledger keeps it. */
export function recordEntry(record: UsageRecord): UsageEntry {
  return { line: recordLine(record), id: record.id, at: record.at, value: record };
}

/** An outcome event as the ledger keeps it: its id is the hash of what it says. */
export function outcomeEntry(event: OutcomeEvent): UsageEntry {
  const id = createHash('sha256').update(canonicalJson(event)).digest('hex');
  return { line: canonicalJson({ ...event, id }), id, at: event.at, value: event };
}

/** A line that somebody hands in: judged in every field, and brought into the ledger's own form. */
export const readGivenLine: LineReader<UsageEntry> = (line) => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, problems: ['not JSON'] };
  }
  if (isObject(value) && value.schema === 'haiku-first/outcome@1') {
    const checked = checkOutcomeEvent(value);
    if (!checked.ok) return { ok: false, problems: sentences(checked.problems) };
    const entry = outcomeEntry(checked.value);
    if (value.id !== undefined && value.id !== entry.id)
      return { ok: false, problems: ['`id` is not the one that the event gives: leave it out'] };
    return { ok: true, entry };
  }
  const checked = checkRecord(value);
  if (!checked.ok) return { ok: false, problems: sentences(checked.problems) };
  return { ok: true, entry: recordEntry(checked.value) };
};

/** A line as the ledger has it: judged like a given one, and left as it is. */
export const readStoredLine: LineReader<UsageEntry> = (line): LineReading<UsageEntry> => {
  const reading = readGivenLine(line);
  return reading.ok ? { ok: true, entry: { ...reading.entry, line } } : reading;
};

/** Where records stay that could not be written. */
function unwrittenDir({ surface, env, cwd }: Surroundings): string {
  return surface === 'cli' ? cwd : join(env.RUNNER_TEMP || tmpdir(), 'haiku-first-unwritten');
}

/**
 * Opens the ledger that the options mean. Throws `UserError` when there is none. Close it afterwards.
 * `readLine`: `readStoredLine` where lines are read, `readGivenLine` where they are handed in.
 */
export function openUsageLedger<E extends LedgerEntry>(
  options: LedgerOption,
  surroundings: Surroundings,
  readLine: LineReader<E>,
): Promise<Ledger<E>> {
  const { env, cwd, now } = surroundings;
  return openLedger<E>({
    location: locationOf(options, surroundings),
    cwd,
    env,
    token: tokenOf(options, surroundings),
    unwrittenDir: unwrittenDir(surroundings),
    readLine,
    pace: {
      sleep: async (ms) => {
        await sleep(ms);
      },
      random: Math.random,
      monotonic: () => performance.now(),
      now: () => now,
    },
  });
}
