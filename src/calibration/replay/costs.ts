import { type Allocation, tierAt } from '../../allocation/allocation.ts';
import type { Effort } from '../../allocation/names.ts';
import { budgetTokens } from '../../policy/budget/budget.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { Attempt } from '../attempt.ts';
import { effortFactor } from './effort.ts';
import type { TierRatios, Usage } from './ratios.ts';

/** What an attempt would have cost. */
export interface Estimated {
  readonly microusd: number;
  /** Tokens as a budget counts them. */
  readonly tokens: number;
  /** The ratio that it rests on, and the amount that the ratio is of; null: the cost was recorded. */
  readonly by: { readonly usage: Usage; readonly listed: number } | null;
  /** The vendor's index of effort had a part in it. */
  readonly byEffort: boolean;
}

/** What attempts cost on other tiers: as recorded, as the same task cost there, else by the ratio of the tiers. */
export class Costs {
  readonly #ratios: TierRatios;
  readonly #allocation: Pick<Allocation, 'tiers'>;
  readonly #table: ModelTable;
  readonly #seen = new Map<Attempt, Attempt[]>();
  /** By agent, phase, and the two tiers: names are found faster than a text of them is made. */
  readonly #usages = new Map<string, Map<string | null, Map<string, Map<string, Usage>>>>();
  /** Efforts of models that the index does not have. */
  readonly unknownEfforts = new Set<string>();

  constructor(allocation: Pick<Allocation, 'tiers'>, table: ModelTable, ratios: TierRatios) {
    this.#allocation = allocation;
    this.#table = table;
    this.#ratios = ratios;
    for (const { earlier, later } of ratios.pairs) {
      this.#know(earlier, later);
      this.#know(later, earlier);
    }
  }

  #know(attempt: Attempt, other: Attempt): void {
    const known = this.#seen.get(attempt);
    if (known === undefined) this.#seen.set(attempt, [other]);
    else known.push(other);
  }

  /**
   * Null: nobody knows. Of a run on the tier that it had, it is what was recorded.
   * @param efforts as it was recorded, and as it would run
   */
  on(
    attempt: Attempt,
    tier: string | null,
    efforts: { readonly from: Effort | null; readonly to: Effort | null },
  ): Estimated | null {
    const { microusd, tokens } = attempt;
    if (microusd === null || tier === null || attempt.tier === null) return null;
    const used = tokens === null ? 0 : budgetTokens(tokens);
    const effort = efforts.from === efforts.to ? 1 : this.#effort(tier, efforts.from, efforts.to);
    const byEffort = effort !== 1;
    if (tier === attempt.tier)
      return { microusd: microusd * effort, tokens: used * effort, by: null, byEffort };
    const seen = this.#seen.get(attempt)?.find((other) => other.tier === tier);
    if (seen?.microusd != null) {
      const theirs = seen.tokens === null ? used : budgetTokens(seen.tokens);
      return { microusd: seen.microusd * effort, tokens: theirs * effort, by: null, byEffort };
    }
    const usage = this.#usage(attempt, attempt.tier, tier);
    const factor = this.#ratios.listed(attempt, tier) ?? (usage.pairs > 0 ? 1 : null);
    if (factor === null) return null;
    const listed = microusd * factor * effort;
    const more = usage.factor * effort;
    return { microusd: listed * usage.factor, tokens: used * more, by: { usage, listed }, byEffort };
  }

  #usage({ agent, phase }: Attempt, from: string, to: string): Usage {
    const byTier = inMap(inMap(inMap(this.#usages, agent), phase), from);
    const known = byTier.get(to) ?? this.#ratios.usage(agent, phase, from, to);
    byTier.set(to, known);
    return known;
  }

  #effort(tier: string, from: Effort | null, to: Effort | null): number {
    const rank = this.#allocation.tiers.findIndex(({ name }) => name === tier);
    if (rank === -1) return 1;
    const { model } = tierAt(this.#allocation, rank);
    const factor = effortFactor(this.#table, model, from, to);
    if (factor === null) this.unknownEfforts.add(model);
    return factor ?? 1;
  }
}

/** The map under a key; it is made where there is none. */
function inMap<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<L, V>();
  map.set(key, made);
  return made;
}
