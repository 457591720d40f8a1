import type { Deferral, DrainEvent } from '../usage/records/deferral.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Fate } from './sift.ts';
import type { Start } from './start.ts';

/** What the ledger holds at one of its commits, as far as a drain asks. */
export interface Lines {
  readonly deferrals: readonly Deferral[];
  readonly steps: readonly DrainEvent[];
  /** Of the week, and of the hours before now. */
  readonly records: readonly UsageRecord[];
}

/** What GitHub answered when it was asked to start a workflow. */
export type DispatchAnswer =
  /** `run` is null where the server does not tell. */
  | { readonly kind: 'started'; readonly run: string | null }
  /** No answer, or one that does not say whether it was done. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Nothing was started, and nothing else would be for a while: a limit is reached. */
  | { readonly kind: 'limited'; readonly why: string }
  /** Nothing was started. `everything`: it would say the same of any other workflow. */
  | { readonly kind: 'refused'; readonly why: string; readonly everything: boolean };

/** A moment, by the clock and by a counter of milliseconds that only grows. */
export interface Tick {
  /** UTC, whole seconds. */
  readonly at: string;
  readonly elapsed: number;
}

/** A token to look for, and the time of the first claim that it was used for. */
export interface Sought {
  readonly claim: string;
  readonly since: string;
}

/** What a drain needs of the world. All of it may throw `UserError`. */
export interface Ports {
  /**
   * Writes the steps that are decided on what the ledger holds, by compare-and-swap; asked anew for every state of
   * the ledger that it meets. No steps: nothing is written.
   */
  transact<R>(
    decide: (lines: Lines) => { readonly steps: readonly DrainEvent[]; readonly result: R },
  ): Promise<{ readonly result: R; readonly pushes: number }>;
  /** What has become of the pull requests and issues that work is about; about the first ones it is asked first. */
  fates(deferrals: readonly Deferral[]): Promise<(deferral: Deferral) => Fate>;
  /** The runs that were started with these tokens, by token: the number of the oldest one. */
  find(sought: readonly Sought[]): Promise<ReadonlyMap<string, string>>;
  /** Asks for a workflow to be started, once, whatever comes of it. */
  dispatch(start: Start): Promise<DispatchAnswer>;
  clock(): Tick;
  sleep(milliseconds: number): Promise<void>;
}
