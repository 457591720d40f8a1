import { type BackoffBounds, backoff, backoffBound, type Pace } from '../pace/index.ts';
import type { ApiFailure } from './errors.ts';

/** Ten minutes of waiting in all: a job has hours, and an overload of more than that is a matter of deferral. */
export const WAITING_BUDGET = 600_000;
const WAITS: BackoffBounds = { first: 1000, longest: 60_000 };

/** Waits between the tries of one job, all its requests together. */
export class Waiting {
  /** Milliseconds that are left to wait. */
  #left: number;
  /** The most that one lost request takes from them: there is always a second try. */
  readonly #mostLost: number;
  readonly #pace: Pace;
  #losses = 0;
  #sentAt: number;

  constructor(budget: number, pace: Pace) {
    this.#left = budget;
    this.#mostLost = budget / 2;
    this.#pace = pace;
    this.#sentAt = pace.monotonic();
  }

  /** A request is sent. */
  sent(): void {
    this.#sentAt = this.#pace.monotonic();
  }

  /** A request worked: the next trouble begins with short waits again. */
  worked(): void {
    this.#losses = 0;
  }

  /**
   * Waits as long as the server asks, else by `backoff`. A server that asks for a moment again and again is asked ever
   * less often. The time that the request was waited for in vain counts as waiting, too: a server that lets each one
   * hang could hold the job for hours.
   * False, at once, when that would be longer than the budget has left.
   */
  async after(failure: ApiFailure, told: (milliseconds: number) => void): Promise<boolean> {
    this.#left -= Math.min(this.#mostLost, this.#pace.monotonic() - this.#sentAt);
    const asked =
      failure.waitMs === null
        ? backoff(this.#losses, WAITS, this.#pace.random)
        : Math.max(failure.waitMs, backoffBound(this.#losses, WAITS) / 4);
    // Never nothing: a budget that is not used up would let a busy server be asked for ever.
    const wait = Math.max(1, Math.round(asked));
    if (wait > this.#left) return false;
    this.#losses += 1;
    this.#left -= wait;
    told(wait);
    await this.#pace.sleep(wait);
    return true;
  }
}
