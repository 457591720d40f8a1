import { type Allocation, type Budget, rankOf, tierName } from '../allocation/allocation.ts';
import { grouped } from '../grouped.ts';
import { type Amount, type BudgetState, inMeasure, limitsOf, NO_USE } from '../policy/budget/budget.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import { sumOf } from './runs.ts';

type TierAllowance = Report['allowances'][number];

/** What the records of each tier have used together. */
function usedByTier(
  allocation: Pick<Allocation, 'tiers'>,
  records: readonly UsageRecord[],
): ReadonlyMap<string, Amount> {
  const used = new Map<string, Amount>();
  for (const [tier, own] of grouped(records, ({ tier_used }) => tier_used))
    if (rankOf(allocation, tier) !== null) used.set(tier, sumOf(own));
  return used;
}

/** The measure of the budget of which an amount is the largest part. */
export function furthestMeasure(
  budget: Budget,
  amount: Amount,
): { readonly measure: 'tokens' | 'usd'; readonly used: number; readonly limit: number } {
  const measures = limitsOf(budget).map((each) => ({ ...each, used: inMeasure(amount, each.measure) }));
  const [first = { measure: 'tokens', used: amount.tokens, limit: 1 }, ...others] = measures;
  return others.reduce(
    (most, each) => (each.used / each.limit > most.used / most.limit ? each : most),
    first,
  );
}

/**
 * What each tier may use of the weekly budget and what it has used, by the measure that is consumed furthest.
 * @param records those of the week that count
 */
export function allowancesOfWeek(
  allocation: Allocation,
  budget: Budget,
  { allowances, unknown }: BudgetState,
  records: readonly UsageRecord[],
  deferred: Report['deferred'],
): readonly TierAllowance[] {
  const used = usedByTier(allocation, records);
  return [...budget.tiers]
    .sort(([a], [b]) => a - b)
    .map(([rank, { share, reserve }]): TierAllowance => {
      const tier = tierName(allocation, rank);
      const amount = used.get(tier) ?? NO_USE;
      const { measure, used: spent, limit } = furthestMeasure(budget, amount);
      const allowed = Math.floor(share * limit);
      return {
        tier,
        share,
        reserve,
        measure,
        used: spent,
        lower_bound: unknown.unmeasured + (measure === 'usd' ? unknown.unpriced : 0) > 0,
        allowed,
        left: Math.max(0, allowed - spent),
        fraction: spent / limit,
        state: allowances.get(rank) ?? 'open',
        waiting: deferred.filter((each) => each.state === 'waiting' && each.tier === tier).length,
      };
    });
}
