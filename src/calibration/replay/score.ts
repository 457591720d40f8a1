import type { Interval } from './interval.ts';

/** A what-if of the past, and what came of it; amounts in the same unit. */
export interface PastWhatIf extends Interval {
  readonly actual: number;
}

/** How well what-ifs have done. */
export interface WhatIfScore {
  readonly inside: number;
  readonly of: number;
}

/** How many of the last what-ifs came out inside of their interval. The latest stand last. */
export function scoreWhatIfs(past: readonly PastWhatIf[], last = 4): WhatIfScore {
  const latest = past.slice(-last);
  return {
    inside: latest.filter(({ low, high, actual }) => actual >= low && actual <= high).length,
    of: latest.length,
  };
}
