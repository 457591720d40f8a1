import type { Zone } from '../../allocation/names.ts';
import { type Amount, add, NO_USE, plus } from '../../policy/budget/budget.ts';
import { zoneOf } from '../../policy/decision/decide.ts';
import type { Attempt } from '../attempt.ts';
import type { Placed, PlacedCell, placedCells, Replayed } from './placing.ts';
import { WeekMeter } from './week-meter.ts';

const DAY = 86_400_000;

/** What one allocation makes of the weeks. */
export class ReplayedSide {
  readonly cellOf: (agent: string, phase: string | null) => PlacedCell | null;
  readonly tiers = new Map<string | null, { runs: number; microusd: number }>();
  /** The zone at the end of each day, by week; a week has seven. Empty without a budget. */
  readonly zones: (readonly Zone[])[] = [];
  deferred = 0;
  readonly #meter: WeekMeter;
  readonly #hasBudget: boolean;
  #days: Zone[] = [];
  /** What was put off in the week, by tier. */
  #waiting = new Map<string | null, Amount>();

  constructor(replayed: Replayed, cellOf: ReturnType<typeof placedCells>) {
    const { budget } = replayed.allocation;
    this.cellOf = cellOf;
    this.#hasBudget = budget !== null;
    this.#meter = new WeekMeter(replayed.allocation, budget);
  }

  /** Null: the allocation has no such cell, and the run stays as it was. */
  place(attempt: Attempt): Placed | null {
    return this.cellOf(attempt.agent, attempt.phase)?.place(attempt, this.#meter) ?? null;
  }

  beginWeek(): void {
    this.#meter.restart();
    this.#days = [];
    // What was put off runs when the week begins.
    for (const [tier, amount] of this.#waiting) this.#meter.add(tier, amount);
    this.#waiting = new Map();
  }

  /** Use that no decision was about. */
  use(tier: string | null, amount: Amount, day: number): void {
    this.#fill(day);
    this.#meter.add(tier, amount);
  }

  /** A run, on the tier that it was placed on. */
  run(tier: string | null, amount: Amount, isDeferred: boolean, day: number): void {
    this.#fill(day);
    const share = this.tiers.get(tier) ?? { runs: 0, microusd: 0 };
    share.runs += 1;
    share.microusd = plus(share.microusd, amount.microusd);
    this.tiers.set(tier, share);
    if (!isDeferred) {
      this.#meter.add(tier, amount);
      return;
    }
    this.deferred += 1;
    this.#waiting.set(tier, add(this.#waiting.get(tier) ?? NO_USE, amount));
  }

  endWeek(): void {
    this.#fill(7);
    this.zones.push(this.#days);
  }

  /** The days before one have ended. */
  #fill(day: number): void {
    while (this.#hasBudget && this.#days.length < day) this.#days.push(zoneOf(this.#meter.level));
  }
}

/** The day of a week that an instant is on, from 0; the last hour of a long week belongs to its last day. */
export function dayIn(from: number, at: number): number {
  return Math.min(6, Math.floor((at - from) / DAY));
}
