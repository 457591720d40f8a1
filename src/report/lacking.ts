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
  const lacking = { unpriced: 0, unmeasured: 0, partial: 0 };
  for (const { tokens, cost_microusd: cost, measured } of records) {
    if (tokens === null) lacking.unmeasured += 1;
    else if (cost === null) lacking.unpriced += 1;
    if (measured === 'partial') lacking.partial += 1;
  }
  return lacking;
}
