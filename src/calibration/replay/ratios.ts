import { type Allocation, tierAt } from '../../allocation/allocation.ts';
import type { Attempt } from '../attempt.ts';
import type { Pair } from './pairs.ts';
import type { ListPrices } from './prices.ts';

/** As how many pairs the list price counts beside those that were seen. */
const WEIGHT = 20;
/**
 * How far, as a share, the ratio of two tiers is from that of their list prices where no pair tells: on public tasks of
 * one harness it was 0.44 to 2.25 times as much (SWE-bench Verified on Haiku, Sonnet and Opus 4.5).
 */
const UNSEEN = 0.5;
/** How far the ratio of a cell is from that of all cells. */
const BETWEEN_CELLS = 0.2;
/** A ratio of single tasks varies by at least this share: two pairs that agree by chance prove nothing. */
const LEAST_SPREAD = 0.5;

/**
 * Tasks come to be pairs by escalations and trials, not by lot, and others may differ: a ratio of other repositories
 * missed the total by 13 to 18 %, one of the same kind of work by 2 to 4 % (SWE-bench Verified and Multilingual).
 */
const TRANSFER = 0.08;
/** Costs have long tails, and few pairs have seen little of them: on 29 pairs an interval is a fifth wider for it. */
const TAIL_UNSEEN = 6;

/** How much more of its tokens one tier needs than another, at one price. */
export interface Usage {
  /** 1: what list prices say. */
  readonly factor: number;
  /** Standard error. */
  readonly error: number;
  /** How far the cost of a single task is from it, as a share. */
  readonly spread: number;
  /** Pairs of the cell, where it has any; else of all cells. */
  readonly pairs: number;
  /** Pairs of all cells: where a cell has few, its ratio is drawn to theirs. */
  readonly pairsOfAll: number;
  readonly of: 'cell' | 'all' | 'list';
}

const BY_LIST: Usage = {
  factor: 1,
  error: UNSEEN,
  spread: LEAST_SPREAD,
  pairs: 0,
  pairsOfAll: 0,
  of: 'list',
};

/** A pair in one direction: what list prices say of it, and what came. */
interface Seen {
  readonly listed: number;
  readonly came: number;
}

/**
 * The ratio of sums over what was seen, drawn to `centre`: with the weight of 20 pairs where what was seen does not
 * contradict it, and with less the clearer it does.
 */
function estimate(seen: readonly Seen[], centre: Usage, spreadOfCentre: number, of: 'cell' | 'all'): Usage {
  const n = seen.length;
  const listed = seen.reduce((sum, each) => sum + each.listed, 0);
  if (n === 0 || listed === 0) return centre;
  const ratio = seen.reduce((sum, each) => sum + each.came, 0) / listed;
  const squares = seen.reduce((sum, { listed: l, came }) => sum + (came - ratio * l) ** 2, 0);
  const measured = n < 2 ? 0 : (squares / (n - 1)) * (n / listed ** 2);
  const variance = Math.max(measured, (LEAST_SPREAD * ratio) ** 2 / n);
  const weight = (WEIGHT * variance) / (variance + (ratio - centre.factor) ** 2);
  const factor = (n * ratio + weight * centre.factor) / (n + weight);
  const [own, drawn] = [n / (n + weight), weight / (n + weight)];
  const spread = Math.sqrt(squares / seen.reduce((sum, each) => sum + each.listed ** 2, 0));
  const unseen = 1 + TAIL_UNSEEN / n;
  return {
    factor,
    error:
      unseen *
      Math.sqrt(
        own ** 2 * variance +
          drawn ** 2 * (centre.error ** 2 + spreadOfCentre ** 2) +
          (own * TRANSFER * factor) ** 2,
      ),
    spread: unseen * Math.max(spread, LEAST_SPREAD * factor),
    pairs: n,
    pairsOfAll: of === 'all' ? n : centre.pairsOfAll,
    of,
  };
}

/** What a task costs on another tier, as a multiple of what it cost on this one. */
export interface CostRatio {
  readonly ratio: number;
  /** 80 % interval. */
  readonly low: number;
  readonly high: number;
  /** `measured`: on pairs, drawn to list prices where they are few. */
  readonly basis: 'measured' | 'list-prices';
  readonly pairs: number;
}

/** The normal quantile of 0.9. */
export const Z80 = 1.281_551_565_544_600_4;

/** The ratios of tiers as pairs of one ledger show them. */
export class TierRatios {
  readonly pairs: readonly Pair[];
  readonly #allocation: Pick<Allocation, 'tiers'>;
  readonly #prices: ListPrices;
  readonly #seen = new Map<string, Seen[]>();
  readonly #known = new Map<string, Usage>();

  constructor(allocation: Pick<Allocation, 'tiers'>, prices: ListPrices, pairs: readonly Pair[]) {
    this.pairs = pairs;
    this.#allocation = allocation;
    this.#prices = prices;
    for (const { earlier, later } of pairs) {
      this.#see(earlier, later);
      this.#see(later, earlier);
    }
  }

  #see(from: Pair['earlier'], to: Pair['later']): void {
    const factor = this.#prices.factor(from, to.model ?? '') ?? 1;
    const seen = { listed: from.microusd * factor, came: to.microusd };
    for (const key of [keyOf(from.tier, to.tier), keyOf(from.tier, to.tier, from.agent, from.phase)]) {
      const list = this.#seen.get(key);
      if (list === undefined) this.#seen.set(key, [seen]);
      else list.push(seen);
    }
  }

  /** The ratios over all cells that pairs show, by name. */
  measured(): readonly { readonly from: string; readonly to: string; readonly usage: Usage }[] {
    const names = this.#allocation.tiers.map(({ name }) => name);
    return names.flatMap((from) =>
      names.flatMap((to) => {
        const usage = this.usage('', null, from, to);
        return from === to || usage.pairs === 0 ? [] : [{ from, to, usage }];
      }),
    );
  }

  /** What list prices say of an attempt on another tier: a multiple of what it cost; null: unpriced, or of no tier. */
  listed(attempt: Pick<Attempt, 'model' | 'tokens' | 'microusd'>, tier: string): number | null {
    const declared = this.#allocation.tiers.find(({ name }) => name === tier);
    return declared === undefined ? null : this.#prices.factor(attempt, declared.model);
  }

  /** How much more, or less, than list prices say. */
  usage(agent: string, phase: string | null, from: string, to: string): Usage {
    const ofAll = this.#usage(keyOf(from, to), BY_LIST, 0, 'all');
    return this.#usage(keyOf(from, to, agent, phase), ofAll, BETWEEN_CELLS, 'cell');
  }

  #usage(key: string, centre: Usage, spreadOfCentre: number, of: 'cell' | 'all'): Usage {
    const known = this.#known.get(key) ?? estimate(this.#seen.get(key) ?? [], centre, spreadOfCentre, of);
    this.#known.set(key, known);
    return known;
  }

  /**
   * What a task of a cell costs on a tier, as a multiple of what it costs on another one. Null where nobody knows: one of
   * the two is unpriced, or none of the allocation.
   * @param tokens how the cell's tokens are spread over the classes; null: not known
   */
  ratio(
    agent: string,
    phase: string | null,
    from: string,
    to: string,
    tokens: Attempt['tokens'] = null,
  ): CostRatio | null {
    const rank = this.#allocation.tiers.findIndex(({ name }) => name === from);
    if (rank === -1) return null;
    const { model } = tierAt(this.#allocation, rank);
    const listed = this.listed({ model, tokens, microusd: null }, to);
    if (listed === null) return null;
    const { factor, error, pairs } = this.usage(agent, phase, from, to);
    const at = (each: number): number => listed * Math.max(0, each);
    return {
      ratio: at(factor),
      low: at(factor - Z80 * error),
      high: at(factor + Z80 * error),
      basis: pairs > 0 ? 'measured' : 'list-prices',
      pairs,
    };
  }
}

function keyOf(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}
