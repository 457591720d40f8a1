import { RECORD_LINE } from '../../generated/record-line.ts';
import { type Gist, recordId, type UsageRecord } from './record.ts';

/*
 * The lines that haiku-first writes itself have one form, which an expression judges in a fraction of the time that the
 * validator takes. It may refuse what is right, for then the long way follows; it never takes what that would refuse.
 */

/** A line that is longer is refused: the long way says so. */
const MOST_LENGTH = 16_000;

function matchOf(line: string): RegExpExecArray | null {
  const match = line.length > MOST_LENGTH ? null : RECORD_LINE.exec(line);
  if (match === null) return null;
  const { 2: basis, 3: cost, 5: measured, 6: model, 13: input } = match;
  if (measured !== 'none' && (input === undefined || model === undefined)) return null;
  return (basis === 'reported' || basis === 'computed') === (cost !== undefined) ? match : null;
}

/** The record on a line of the ledger's own form; null for any other line, whatever it may hold. */
export function readCanonical(line: string): UsageRecord | null {
  if (matchOf(line) === null) return null;
  const record: UsageRecord = JSON.parse(line);
  return recordId(record) === record.id ? record : null;
}

/**
 * The gist and the id of the record on a line of the ledger's own form; null for any other line. The id is not computed
 * again: whoever wants no more than a sum need not judge what another reading judges in full.
 */
export function readGist(line: string): { readonly id: string; readonly gist: Gist } | null {
  const match = matchOf(line);
  if (match === null) return null;
  const { 1: at = '', 3: cost, 4: id = '', 7: repository = '', 8: task = '', 9: tier } = match;
  const { 10: read, 11: write1h, 12: write5m, 13: input, 14: output, 15: workItem } = match;
  const tokens = {
    input: Number(input),
    output: Number(output),
    cache_read: Number(read),
    cache_write_5m: Number(write5m),
    cache_write_1h: Number(write1h),
  };
  const gist = {
    at,
    repository,
    work_item: workItem ?? null,
    tier_used: tier ?? null,
    tokens: input === undefined ? null : tokens,
    cost_microusd: cost === undefined ? null : Number(cost),
    task: task === '{}' ? {} : JSON.parse(task),
  };
  return { id, gist };
}
