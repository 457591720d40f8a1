import { expect, it } from 'vitest';
import { SpendingSums } from '../../src/gather/budget/spending-sums.ts';
import { spentState } from '../../src/policy/budget/budget.ts';
import {
  contentsOf,
  readStoredSpending,
  type UsageEntry,
  voidEntry,
} from '../../src/usage/records/ledger-line.ts';
import { recordLine, type UsageRecord } from '../../src/usage/records/record.ts';
import { ALLOCATION, run } from '../report/records.ts';

const readLine = readStoredSpending('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z');

function entryOf(record: UsageRecord): UsageEntry {
  const entry = readLine.at(recordLine(record), 0);
  if (entry === null) throw new Error('not a line of the ledger');
  return entry;
}

const UNMEASURED = { tokens: null, model_used: null, cost_microusd: null, cost_basis: 'unmeasured' } as const;
const entries = [
  run('1'),
  run('2', { cost_microusd: 12 }),
  run('3', { tier_used: 'haiku' }),
  run('4', { tier_used: null }),
  run('5', { task: { fork: true } }),
  run('6', { cost_microusd: null, cost_basis: 'unpriced' }),
  run('7', { ...UNMEASURED, measured: 'none' }),
].map(entryOf);

it('sums come to what the lines come to one by one', () => {
  const sums = new SpendingSums();
  sums.begin();
  for (const entry of entries) expect(sums.take(entry, 0)).toBeNull();
  const end = sums.end();
  const { budget } = ALLOCATION;
  if (end === null || budget === null) throw new Error('nothing was summed');
  const rest = contentsOf(end.entries).spending;
  expect(rest).toHaveLength(2);
  const apart = spentState(ALLOCATION, budget, contentsOf(entries).spending);
  expect(apart.unknown).toEqual({ unpriced: 1, unmeasured: 1 });
  expect(spentState(ALLOCATION, budget, [...rest, ...end.sums])).toEqual(apart);
});

it('a line that stands there twice, or is taken back, leaves the sum to all of them together', () => {
  const [first] = entries;
  if (first === undefined) throw new Error('no entry');
  const sums = new SpendingSums();
  sums.begin();
  sums.take(first, 3);
  expect(sums.take(first, 4)).toBe(3);
  sums.settle();
  expect(sums.end()).toBeNull();
  sums.begin();
  expect(sums.end()).toEqual({ entries: [], sums: [] });
  const { id, at } = first;
  const voiding = {
    schema: 'haiku-first/void@1',
    at,
    voided_at: at,
    repository: 'octo/demo',
    voids: id,
  } as const;
  sums.take(voidEntry({ ...voiding, because: 'wrong', by: 'octocat' }), 0);
  expect(sums.end()).toBeNull();
});
