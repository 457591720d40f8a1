import { type Allocation, type Budget, rankOf } from '../../allocation/allocation.ts';
import type { Rank } from '../../allocation/names.ts';
import {
  type Amount,
  add,
  allowancesOf,
  inMeasure,
  levelAt,
  limitsOf,
  NO_USE,
} from '../../policy/budget/budget.ts';
import type { Allowance, Level } from '../../policy/decision/decide.ts';

/** Where the budget stands in a replayed week. The rules are those of `budgetState`; it is asked before every run. */
export class WeekMeter {
  readonly #allocation: Pick<Allocation, 'tiers'>;
  readonly #budget: Budget | null;
  readonly #limits: ReturnType<typeof limitsOf>;
  #total: Amount = NO_USE;
  #tiers = new Map<Rank, Amount>();
  #level: Level = 'GREEN';
  #allowances: ReadonlyMap<Rank, Allowance> = new Map();
  /** Names the level and the allowances: two states with one name rule alike. */
  #name = '';
  /** How much more of the budget may be used, as a share, before anything can change. */
  #room = 0;

  constructor(allocation: Pick<Allocation, 'tiers'>, budget: Budget | null) {
    this.#allocation = allocation;
    this.#budget = budget;
    this.#limits = budget === null ? [] : limitsOf(budget);
    this.restart();
  }

  /** A week begins. */
  restart(): void {
    this.#total = NO_USE;
    this.#tiers = new Map();
    this.#look();
  }

  get level(): Level {
    return this.#level;
  }

  get allowances(): ReadonlyMap<Rank, Allowance> {
    return this.#allowances;
  }

  get name(): string {
    return this.#name;
  }

  add(tier: string | null, amount: Amount): void {
    if (this.#budget === null) return;
    this.#total = add(this.#total, amount);
    const rank = tier === null ? null : rankOf(this.#allocation, tier);
    if (rank !== null) this.#tiers.set(rank, add(this.#tiers.get(rank) ?? NO_USE, amount));
    this.#room -= Math.max(...this.#limits.map(({ measure, limit }) => inMeasure(amount, measure) / limit));
    if (this.#room <= 0) this.#look();
  }

  #look(): void {
    const budget = this.#budget;
    if (budget === null) return;
    const { zones, criticalReserve } = budget;
    const used = (amount: Amount): number =>
      Math.max(0, ...this.#limits.map(({ measure, limit }) => inMeasure(amount, measure) / limit));
    const all = used(this.#total);
    this.#level = levelAt(budget, all);
    this.#allowances = allowancesOf(budget, this.#tiers, this.#limits);
    this.#name = `${this.#level} ${[...this.#allowances.values()].join(' ')}`;
    const borders = [zones.yellow, zones.orange, zones.red, 1, 1 + criticalReserve].map((each) => each - all);
    for (const [rank, { share, reserve }] of budget.tiers) {
      const mine = used(this.#tiers.get(rank) ?? NO_USE);
      borders.push(share - mine, share * (1 - reserve) - mine);
    }
    const ahead = borders.filter((each) => each > 0);
    this.#room = ahead.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...ahead) - 1e-9;
  }
}
