import { type Problem, UserError } from '../errors.ts';
import type { LedgerEntry, LineReader } from './entry.ts';
import { compareEntries } from './entry.ts';
import type { Merged } from './merge.ts';

/** The lines of a reading, those that lost a conflict included. */
export function linesOf<E extends LedgerEntry>(
  reading: Pick<Merged<E>, 'entries' | 'rivals'>,
): readonly string[] {
  if (reading.rivals.length === 0) return reading.entries.map((entry) => entry.line);
  return [...reading.entries, ...reading.rivals].sort(compareEntries).map((entry) => entry.line);
}

/** All lines judged, blank ones passed over. Throws `UserError` with every problem of every line. */
export function validated<E extends LedgerEntry>(
  lines: readonly string[],
  file: string | null,
  readLine: LineReader<E>,
): readonly E[] {
  const entries: E[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const judged = readLine(line);
    if (judged.ok) entries.push(judged.entry);
    else {
      for (const what of judged.problems)
        problems.push({ what, file, line: index + 1, column: null, fix: null });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return entries;
}
