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

/** First attempts that had to be reworked. */
export function reworkOf(
  fates: Iterable<readonly [Run, AttemptFate]>,
  about: (run: Run) => boolean = () => true,
): OpenShare {
  let [hits, unknown, n] = [0, 0, 0];
  for (const [run, fate] of fates) {
    if (!about(run)) continue;
    n += 1;
    if (fate === 'reworked') hits += 1;
    else if (fate === 'unknown') unknown += 1;
  }
  return { hits, unknown, n };
}
