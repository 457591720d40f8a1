import type { UsageRecord } from '../usage/records/record.ts';

/** How many of some records lack a part of their figures: those are lower bounds then. */
export interface Lacking {
  /** Measured, without a price. */
  readonly unpriced: number;
  /** Nobody measured them. */
  readonly unmeasured: number;
  /** Measured in part. */
  readonly partial: number;
}

export function lackingIn(
  records: readonly Pick<UsageRecord, 'tokens' | 'cost_microusd' | 'measured'>[],
): Lacking {
  return {
    unpriced: records.filter((each) => each.tokens !== null && each.cost_microusd === null).length,
    unmeasured: records.filter((each) => each.tokens === null).length,
    partial: records.filter(({ measured }) => measured === 'partial').length,
  };
}
