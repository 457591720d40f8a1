import type { Allocation } from '../../allocation/allocation.ts';
import { rankOf, tierAt } from '../../allocation/allocation.ts';
import type { IsoDate } from '../../time/week.ts';
import { totalCost } from '../../usage/models/cost.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { costPerRun, type LedgerCell } from '../cells/index.ts';
import type { CostOn } from './proposal.ts';

/**
 * What a run costs on another tier at list prices, if it used the same tokens there: a guess, for where no pairs of runs
 * tell better. A cheaper model takes more calls, so it saves less than this says.
 */
export function listPriceCost(allocation: Allocation, table: ModelTable, day: IsoDate): CostOn {
  const costOf = ({ evidence }: LedgerCell, tier: string): number | null => {
    const rank = rankOf(allocation, tier);
    const used = evidence.attempts.flatMap(({ tokens }) => (tokens === null ? [] : [tokens]));
    if (rank === null || used.length === 0) return null;
    const sum = (of: (tokens: (typeof used)[number]) => number): number =>
      // Prices have bands by length: the mean of a run stands for all.
      Math.round(used.reduce((total, tokens) => total + of(tokens), 0) / used.length);
    const cost = totalCost(table, {
      model: tierAt(allocation, rank).model,
      tokens: {
        input: sum(({ input }) => input),
        output: sum(({ output }) => output),
        cacheRead: sum(({ cache_read: read }) => read),
        cacheWrite5m: sum(({ cache_write_5m: written }) => written),
        cacheWrite1h: sum(({ cache_write_1h: written }) => written),
      },
      day,
      service: 'standard',
      fast: false,
      geo: null,
      webSearches: 0,
    });
    return cost === null ? null : Number(cost);
  };
  return (known, tier) => {
    const now = costPerRun(known.evidence.attempts);
    const [here, there] = [costOf(known, known.cell.assigned), costOf(known, tier)];
    if (now === null || here === null || there === null || here === 0) return null;
    return { microusd: (now * there) / here, basis: 'list-prices', pairs: 0 };
  };
}
