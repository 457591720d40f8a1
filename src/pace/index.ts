/** Time and chance, passed in. */
export interface Pace {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** Milliseconds that only ever grow; not the clock that dates things. */
  readonly monotonic: () => number;
  /** Dates records, requests and commits. */
  readonly now: () => Date;
}

/** The pace of the world. */
export const REAL_PACE: Pace = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  monotonic: () => performance.now(),
  now: () => new Date(),
};

/** The pace of the world, with a clock that goes on from an instant: waits and calls take time. */
export function paceFrom(now: Date): Pace {
  const start = REAL_PACE.monotonic();
  return { ...REAL_PACE, now: () => new Date(now.getTime() + REAL_PACE.monotonic() - start) };
}

/** Bounds of the waits between tries, in milliseconds. */
export interface BackoffBounds {
  /** Of the wait after the first loss; it doubles with each one. */
  readonly first: number;
  /** Of any wait. */
  readonly longest: number;
}

/** The longest that a wait may be after so many losses before this one. */
export function backoffBound(losses: number, { first, longest }: BackoffBounds): number {
  return Math.min(longest, first * 2 ** Math.min(losses, 30));
}

/**
 * The wait before another try: uniform between 0 and its bound ("full jitter", AWS Architecture Blog, "Exponential
 * Backoff And Jitter", 2015), so that those who failed together do not come back together.
 */
export function backoff(losses: number, bounds: BackoffBounds, random: () => number): number {
  return Math.round(random() * backoffBound(losses, bounds));
}
