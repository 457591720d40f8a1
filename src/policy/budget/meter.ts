import { type Allocation, type Budget, rankOf } from '../../allocation/allocation.ts';
import type { Rank } from '../../allocation/names.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { Allowance, Level } from '../decision/decide.ts';
import {
  type Amount,
  add,
  allowancesOf,
  amountOf,
  cellGroup,
  type InFlight,
  inMeasure,
  isCounted,
  levelAt,
  limitsOf,
  meansOf,
  NO_USE,
  tierGroup,
} from './budget.ts';

/** Where the budget stands while one run after the other is started. */
interface Metered {
  readonly level: Level;
  readonly allowances: ReadonlyMap<Rank, Allowance>;
}

/**
 * `budgetState` for one who starts many runs: what the records say is added up once, and each further run in flight
 * is added in constant time.
 */
export class BudgetMeter {
  readonly #allocation: Pick<Allocation, 'tiers'>;
  readonly #budget: Budget;
  readonly #means: ReturnType<typeof meansOf>;
  readonly #earlier: ReturnType<typeof meansOf>;
  readonly #tiers = new Map<Rank, Amount>();
  #total: Amount = NO_USE;

  /**
   * @param earlier records from before the week: they count for nothing, and tell what runs cost where no record of the
   * week does, so that the first hours of a week do not take every run for free
   */
  constructor(
    allocation: Pick<Allocation, 'tiers'>,
    budget: Budget,
    records: readonly UsageRecord[],
    earlier: readonly UsageRecord[] = [],
  ) {
    this.#allocation = allocation;
    this.#budget = budget;
    const counted = records.filter(isCounted);
    this.#means = meansOf(counted);
    this.#earlier = meansOf(earlier.filter(isCounted));
    for (const record of counted) this.#book(record.tier_used, amountOf(record));
  }

  /** A run has started: it counts at the mean of its cell on its tier, else of its tier, else at nothing. */
  start({ agent, phase, tier }: InFlight): void {
    const meanOf = (group: string): Amount | null => this.#means.of(group) ?? this.#earlier.of(group);
    this.#book(tier, meanOf(cellGroup(agent, phase, tier)) ?? meanOf(tierGroup(tier)) ?? NO_USE);
  }

  state(): Metered {
    const limits = limitsOf(this.#budget);
    const fractions = limits.map(({ measure, limit }) => inMeasure(this.#total, measure) / limit);
    return {
      level: levelAt(this.#budget, Math.max(0, ...fractions)),
      allowances: allowancesOf(this.#budget, this.#tiers, limits),
    };
  }

  #book(tier: string | null, amount: Amount): void {
    this.#total = add(this.#total, amount);
    const rank = tier === null ? null : rankOf(this.#allocation, tier);
    if (rank !== null) this.#tiers.set(rank, add(this.#tiers.get(rank) ?? NO_USE, amount));
  }
}
