import { amountOf, inMeasure, plus } from '../policy/budget/budget.ts';
import type { UsageRecord } from '../usage/records/record.ts';

const HOUR = 3_600_000;

/** What was used by an hour of a week, in tokens or micro-dollars. */
export interface CoursePoint {
  /** Since the week began. */
  readonly hour: number;
  readonly used: number;
}

/**
 * What a week used up to the end of each hour in which anything was, by records that count. The last point is what the
 * report of the week says is spent.
 * @param until how far the week has come, in hours: an hour that has only begun ends there
 */
export function courseOf(
  records: readonly UsageRecord[],
  measure: 'tokens' | 'usd',
  { from, until, instantOf }: CourseScene,
): readonly CoursePoint[] {
  const hours = new Map<number, number>();
  for (const record of records) {
    const used = inMeasure(amountOf(record), measure);
    const hour = Math.max(0, Math.floor((instantOf(record.at) - from) / HOUR));
    if (used > 0) hours.set(hour, plus(hours.get(hour) ?? 0, used));
  }
  let sum = 0;
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([hour, used]) => {
      sum = plus(sum, used);
      return { hour: Math.max(hour, Math.min(hour + 1, until)), used: sum };
    });
}

interface CourseScene {
  /** When the week begins, in milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly instantOf: (at: string) => number;
}
