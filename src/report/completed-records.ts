import type { ModelTable } from '../usage/models/models.ts';
import { withoutUnfoundedCost } from '../usage/records/list-price.ts';
import type { UsageRecord } from '../usage/records/record.ts';

/**
 * Records as a report takes them. One that came without a tier still has one, if the allocation knows its model; one that
 * came as free may have been written by whoever can push to the ledger.
 */
export function completedBy(
  table: ModelTable,
  tierOf: (model: string) => string | null,
): (record: UsageRecord) => UsageRecord {
  return (record) => {
    const priced = record.cost_microusd === 0 ? withoutUnfoundedCost(record, table) : record;
    const { tier_used: tier, model_used: model } = priced;
    return tier === null && model !== null ? { ...priced, tier_used: tierOf(model) } : priced;
  };
}
