import { RECORD_LINE } from '../../generated/record-line.ts';
import { type Gist, recordId, type UsageRecord } from './record.ts';

/*
 * The lines that haiku-first writes itself have one form, which an expression judges in a fraction of the time that the
 * validator takes. It may refuse what is right, for then the long way follows; it never takes what that would refuse.
 */

/** A line that is longer is refused: the long way says so. */
export const MOST_LENGTH = 16_000;

function matchOf(line: string): RegExpExecArray | null {
  const match = line.length > MOST_LENGTH ? null : RECORD_LINE.exec(line);
  if (match === null) return null;
  const { 3: basis, 4: cost, 6: measured, 7: model, 15: input } = match;
  return fitTogether({ basis, cost, measured, model, input }) ? match : null;
}

/** What the expression cannot tell of a line: that there is a cost where its basis says so, and a use where it was measured. */
export function fitTogether({
  basis,
  cost,
  measured,
  model,
  input,
}: Readonly<Record<'basis' | 'cost' | 'measured' | 'model' | 'input', string | undefined>>): boolean {
  if (measured !== 'none' && (input === undefined || model === undefined)) return false;
  return (basis === 'reported' || basis === 'computed') === (cost !== undefined);
}

/** The record on a line of the ledger's own form; null for any other line, whatever it may hold. */
export function readCanonical(line: string): UsageRecord | null {
  if (matchOf(line) === null) return null;
  const record: UsageRecord = JSON.parse(line);
  return recordId(record) === record.id ? record : null;
}

/**
 * The gist of the record on a line of the ledger's own form; null for any other line. The id is not computed again:
 * whoever wants no more than a sum need not judge what another reading judges in full.
 */
export function readGist(line: string): Gist | null {
  const match = matchOf(line);
  if (match === null) return null;
  const {
    1: agent = '',
    2: at = '',
    4: cost,
    5: id = '',
    8: phase = '',
    9: repository = '',
    10: task = '',
  } = match;
  const { 11: tier, 12: read, 13: write1h, 14: write5m, 15: input, 16: output, 17: workItem } = match;
  const tokens = {
    input: Number(input),
    output: Number(output),
    cache_read: Number(read),
    cache_write_5m: Number(write5m),
    cache_write_1h: Number(write1h),
  };
  return {
    id,
    at,
    repository,
    work_item: workItem ?? null,
    agent,
    phase,
    tier_used: tier ?? null,
    tokens: input === undefined ? null : tokens,
    cost_microusd: cost === undefined ? null : Number(cost),
    task: task === '{}' ? {} : JSON.parse(task),
  };
}
