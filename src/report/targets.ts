import type { Target, TargetBound } from '../allocation/allocation.ts';
import { boundText } from '../allocation/bound-text.ts';
import type { TargetFigure, TargetUnit } from '../allocation/target-figures.ts';
import { boundsOf, closedRate, type OpenShare } from './open-share.ts';

/** What the week says about one target. */
export type Measurement =
  /** `hits` of `n`; what becomes of the unknown ones is not known yet. */
  | ({ readonly kind: 'rate' } & OpenShare)
  /** A figure of this week and of the week before (null: not known). */
  | {
      readonly kind: 'trend';
      readonly value: number | null;
      readonly before: number | null;
      readonly n: number;
    }
  /** Something counted, or a typical value, over `n` cases. `enough`: how many cases a verdict takes. */
  | { readonly kind: 'value'; readonly value: number | null; readonly n: number; readonly enough: number }
  | { readonly kind: 'none'; readonly because: string };

export type TargetStatus = 'met' | 'missed' | 'not-enough-data' | 'not-measured';

export interface TargetResult {
  readonly id: string;
  readonly what: string;
  /** `below 10%`, `between 60% and 70%`, `trend down`. */
  readonly target: string;
  /** What `actual` counts; null: nothing measures it. */
  readonly unit: TargetUnit | null;
  readonly actual: number | null;
  /** Between these it lies while some cases are not known yet; null where it is known, and where nothing is. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many of the cases are not known yet. */
  readonly unknown: number;
  /** The 80% interval of a rate. */
  readonly interval: Interval | null;
  /** The week before, for a trend. */
  readonly before: number | null;
  readonly status: TargetStatus;
  readonly n: number;
  /** Why it is not measured; null where it is. */
  readonly because: string | null;
}

/** Holds with 80%. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** From so many cases on a rate is taken at its word. */
export const ENOUGH = 30;
/** With fewer than this not even an interval is trusted. */
const FEWEST = 5;
/** Pieces of work that a trend takes in the week. */
const FEWEST_WORK_ITEMS = 5;
/** The 90th percentile of the normal distribution: an interval that holds with 80%. */
const Z = 1.2815515655446004;
/** A trend within this share of the week before is steady. */
const STEADY = 0.1;

/** The 80% interval of a rate. Source: E. B. Wilson, "Probable Inference …", JASA 22 (1927). */
export function interval(hits: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = hits / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  const middle = p + (Z * Z) / (2 * n);
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

type Sides = Exclude<TargetBound, { kind: 'trend' }>;

function holds(bound: Sides, value: number): boolean {
  switch (bound.kind) {
    case 'below':
      return value < bound.value;
    case 'above':
      return value > bound.value;
    case 'at_most':
      return value <= bound.value;
    case 'at_least':
      return value >= bound.value;
    case 'between':
      return value >= bound.low && value <= bound.high;
  }
}

/** True when the whole interval is on one side of what the bound allows. */
function decided(bound: Sides, low: number, high: number): boolean {
  if (holds(bound, low) && holds(bound, high)) return true;
  if (bound.kind === 'between') return high < bound.low || low > bound.high;
  return !holds(bound, low) && !holds(bound, high);
}

type Better = TargetFigure['better'];

/** To keep something steady is to let it become no worse. */
function trendHolds(
  direction: 'down' | 'up' | 'steady',
  value: number,
  before: number,
  better: Better,
): boolean {
  if (direction === 'down') return value < before;
  if (direction === 'up') return value > before;
  const least = better !== 'lower' ? before * (1 - STEADY) : 0;
  const most = better !== 'higher' ? before * (1 + STEADY) : Number.POSITIVE_INFINITY;
  return value >= least && value <= most;
}

/** Whether so many of so many keep the bound; null: too few to say. */
function rateHolds(bound: Sides, hits: number, n: number): boolean | null {
  const { low, high } = interval(hits, n);
  const sure = n >= ENOUGH || (n >= FEWEST && decided(bound, low, high));
  return sure ? holds(bound, hits / n) : null;
}

/**
 * A verdict on a rate holds whatever becomes of the cases that are not known. Bad news comes first: as long as nothing
 * is known to be well, the rate is not missed either.
 */
function rateStatus(bound: Sides, share: OpenShare): TargetStatus {
  const { hits, unknown, n } = share;
  const [least, most] = [rateHolds(bound, hits, n), rateHolds(bound, hits + unknown, n)];
  if (least === null || least !== most) return 'not-enough-data';
  if (least) return 'met';
  const known = n - unknown;
  const onesided = unknown > 0 && (hits === known || hits === 0);
  const around = bound.kind === 'between' && hits / n < bound.low && (hits + unknown) / n > bound.high;
  return onesided || around ? 'not-enough-data' : 'missed';
}

function statusOf(bound: TargetBound, measured: Measurement, better: Better): TargetStatus {
  const verdict = (met: boolean): TargetStatus => (met ? 'met' : 'missed');
  if (measured.kind === 'none') return 'not-measured';
  if (measured.n === 0) return 'not-enough-data';
  if (measured.kind === 'rate') return bound.kind === 'trend' ? 'not-measured' : rateStatus(bound, measured);
  if (measured.value === null) return 'not-enough-data';
  if (bound.kind !== 'trend') {
    const enough = measured.kind === 'value' ? measured.enough : FEWEST_WORK_ITEMS;
    return measured.n >= enough ? verdict(holds(bound, measured.value)) : 'not-enough-data';
  }
  if (measured.kind === 'value') return 'not-measured';
  if (measured.before === null || measured.n < FEWEST_WORK_ITEMS) return 'not-enough-data';
  return verdict(trendHolds(bound.direction, measured.value, measured.before, better));
}

/**
 * Holds a target to what was measured. A rate of fewer than 30 cases is judged only where its 80% interval is
 * wholly inside or outside the target: a verdict on a handful of runs would be noise.
 */
export function judgeTarget(target: Target, measured: Measurement): TargetResult {
  const { id, what, bound, because, figure } = target;
  const common = {
    id,
    what,
    target: boundText(target),
    unit: figure?.unit ?? null,
    status: statusOf(bound, measured, figure?.better ?? null),
    actual: null,
    low: null,
    high: null,
    unknown: 0,
    interval: null,
    before: null,
    n: 0,
    because: null,
  };
  switch (measured.kind) {
    case 'none':
      return { ...common, because: because ?? measured.because };
    case 'rate': {
      const { hits, unknown, n } = measured;
      const actual = closedRate(measured);
      const [low, high] = (actual === null ? boundsOf(measured) : null) ?? [null, null];
      return {
        ...common,
        actual,
        low,
        high,
        unknown,
        interval: actual === null ? null : interval(hits, n),
        n,
      };
    }
    case 'trend':
      return { ...common, actual: measured.value, before: measured.before, n: measured.n };
    case 'value':
      return { ...common, actual: measured.value, n: measured.n };
  }
}
