import type { AttemptFate } from './fates.ts';
import type { Run } from './runs.ts';

/** So many of so many, where of some nobody knows yet. */
export interface OpenShare {
  /** Known to be so. */
  readonly hits: number;
  /** Nobody knows yet. */
  readonly unknown: number;
  /** All of them. */
  readonly n: number;
}

/** Where the share lies, whatever becomes of what is not known; null for none of none. */
export function boundsOf({ hits, unknown, n }: OpenShare): readonly [number, number] | null {
  return n === 0 ? null : [hits / n, (hits + unknown) / n];
}

/** The share where everything is known; else null. */
export function closedRate(share: OpenShare): number | null {
  return share.unknown > 0 || share.n === 0 ? null : share.hits / share.n;
}

/** Those of which the contrary is so. */
export function contrary({ hits, unknown, n }: OpenShare): OpenShare {
  return { hits: n - unknown - hits, unknown, n };
}

/** The share with its bounds, as a report has it. */
export interface BoundedShare extends OpenShare {
  readonly low: number | null;
  readonly high: number | null;
}

export function bounded(share: OpenShare): BoundedShare {
  const bounds = boundsOf(share);
  return { ...share, low: bounds?.[0] ?? null, high: bounds?.[1] ?? null };
}

/** No first attempts. */
export const NO_REWORK: OpenShare = { hits: 0, unknown: 0, n: 0 };

/** First attempts that had to be reworked, or those of them that are so. */
export function reworkOf(
  fates: ReadonlyMap<Run, AttemptFate>,
  about: (run: Run) => boolean = () => true,
): OpenShare {
  return reworkBy(fates, (run) => (about(run) ? 'all' : null)).get('all') ?? NO_REWORK;
}

/**
 * The same of each group.
 * @param keyOf null: of no group
 */
export function reworkBy<K>(
  fates: ReadonlyMap<Run, AttemptFate>,
  keyOf: (run: Run) => K | null,
): ReadonlyMap<K, OpenShare> {
  const shares = new Map<K, { hits: number; unknown: number; n: number }>();
  fates.forEach((fate, run) => {
    const key = keyOf(run);
    if (key === null) return;
    let share = shares.get(key);
    if (share === undefined) {
      share = { ...NO_REWORK };
      shares.set(key, share);
    }
    share.n += 1;
    if (fate === 'reworked') share.hits += 1;
    else if (fate === 'unknown') share.unknown += 1;
  });
  return shares;
}

/** Several together. */
export function together(shares: readonly OpenShare[]): OpenShare {
  const sum = { ...NO_REWORK };
  for (const { hits, unknown, n } of shares) {
    sum.hits += hits;
    sum.unknown += unknown;
    sum.n += n;
  }
  return sum;
}
