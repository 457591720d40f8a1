import { RECORD_LINE } from '../../generated/record-line.ts';
import { SPENDING_LINE } from '../../generated/spending-line.ts';
import { type Gist, recordId, type UsageRecord } from './record.ts';

/*
 * The lines that haiku-first writes itself have one form, which an expression judges in a fraction of the time that the
 * validator takes. It may refuse what is right, for then the long way follows; it never takes what that would refuse.
 */

/** A line that is longer is refused: the long way says so. */
export const MOST_LENGTH = 16_000;

/** Whether fields that depend on each other agree; the expression cannot tell. */
export function agree(
  measured: string | undefined,
  isMeasured: boolean,
  basis: string | undefined,
  isPriced: boolean,
): boolean {
  if (measured !== 'none' && !isMeasured) return false;
  return (basis === 'reported' || basis === 'computed') === isPriced;
}

/** The record on a line of the ledger's own form; null for any other line, whatever it may hold. */
export function readCanonical(line: string): UsageRecord | null {
  if (line.length > MOST_LENGTH || !RECORD_LINE.test(line)) return null;
  const record: UsageRecord = JSON.parse(line);
  const { measured, tokens, model_used: model, cost_basis: basis, cost_microusd: cost } = record;
  if (!agree(measured, tokens !== null && model !== null, basis, cost !== null)) return null;
  return recordId(record) === record.id ? record : null;
}

/** A number of a line; null where it has none. */
export function numberOr(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** The facts of a line: nearly every record has none. */
export function factsIn(text: string): UsageRecord['task'] {
  return text === '{}' ? NO_TASK : JSON.parse(text);
}

/** The tokens of a line; null where it has no input, for then it has none of them. */
export function tokensOf(
  input: string | undefined,
  output: string | undefined,
  read: string | undefined,
  write5m: string | undefined,
  write1h: string | undefined,
): UsageRecord['tokens'] {
  if (input === undefined) return null;
  return {
    input: Number(input),
    output: Number(output),
    cache_read: Number(read),
    cache_write_5m: Number(write5m),
    cache_write_1h: Number(write1h),
  };
}

/**
 * The gist of the record on a line of the ledger's own form; null for any other line. The id is not computed again:
 * whoever wants no more than a sum need not judge what another reading judges in full.
 */
export function readGist(line: string): Gist | null {
  const match = line.length > MOST_LENGTH ? null : RECORD_LINE.exec(line);
  if (match === null) return null;
  const {
    1: agent = '',
    2: at = '',
    3: basis,
    4: cost,
    5: id = '',
    6: measured,
    7: model,
    8: phase = '',
  } = match;
  const {
    9: repository = '',
    10: task = '',
    11: tier,
    12: read,
    13: write1h,
    14: write5m,
    15: input,
  } = match;
  const { 16: output, 17: workItem } = match;
  if (!agree(measured, input !== undefined && model !== undefined, basis, cost !== undefined)) return null;
  return {
    id,
    at,
    repository,
    work_item: workItem ?? null,
    agent,
    phase,
    tier_used: tier ?? null,
    tokens: tokensOf(input, output, read, write5m, write1h),
    cost_microusd: numberOr(cost),
    task: factsIn(task),
  };
}

/** What a record says of a budget, with its line and its identity. */
export interface Spent {
  readonly line: string;
  readonly id: string;
  readonly spending: Pick<UsageRecord, 'at' | 'tier_used' | 'tokens' | 'cost_microusd' | 'task'>;
}

/** What the record says of a budget whose line of the ledger's own form begins at a place of a text: see `readGist`. */
export function readSpentAt(text: string, start: number): Spent | null {
  SPENDING_LINE.lastIndex = start;
  const match = SPENDING_LINE.exec(text);
  const end = SPENDING_LINE.lastIndex;
  if (match === null || end - start > MOST_LENGTH) return null;
  const { 1: at = '', 2: basis, 3: cost, 4: id = '', 5: measured, 6: model, 7: task = '', 8: tier } = match;
  const { 9: read, 10: write1h, 11: write5m, 12: input, 13: output } = match;
  if (!agree(measured, input !== undefined && model !== undefined, basis, cost !== undefined)) return null;
  return {
    line: text.slice(start, end),
    id,
    spending: {
      at,
      tier_used: tier ?? null,
      tokens: tokensOf(input, output, read, write5m, write1h),
      cost_microusd: numberOr(cost),
      task: factsIn(task),
    },
  };
}

/** Of most records nothing is known of the task. */
const NO_TASK: UsageRecord['task'] = {};
