import type { Deferral } from '../usage/records/deferral.ts';
import type { ToldDeferral } from './sift.ts';

/** A red job that is run again, since the work that it deferred was done. */
export interface SettledWork {
  readonly deferral: Deferral;
  /** The run that did the work. */
  readonly run: string;
}

/** What became of red jobs whose deferred work was done. */
export interface Settled {
  readonly settled: readonly SettledWork[];
  /** Their jobs stay red, and why. */
  readonly red: readonly ToldDeferral[];
  readonly notes: readonly string[];
}
