import type { UsageRecord } from '../../src/usage/records/record.ts';

/** Usage records without ids, as `ledger import` takes them: the same seed gives the same ones. */
export function usageOf(world: {
  /** When the first week begins, in milliseconds: a Monday, 00:00 UTC. */
  readonly from: number;
  /** Nothing later has happened, in milliseconds. */
  readonly until: number;
  readonly weeks: number;
  /** Work items in a week; left out: 12. */
  readonly items?: number;
  readonly seed?: number;
  readonly repository?: string;
  /** No more records than these; left out: all. */
  readonly most?: number;
}): Omit<UsageRecord, 'id'>[];
