import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import { dollars } from '../../render/figures.ts';
import { parseDate } from '../../time/week.ts';
import { type PricedRequest, requestCost, roundCost, totalCost } from '../../usage/models/cost.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { tokensOfRecord } from '../../usage/session/booked.ts';
import { NO_TERMS } from '../../usage/session/evidence.ts';
import type { Rules } from '../report.ts';
import type { RunUsage } from './usage.ts';

/** Rounding, once in the job and once here. */
const SAME = 1;

/**
 * The least that the tokens of a record cost at list price, in micro-dollars; null where the table has no price. Without
 * a figure of the job's own only a price that the sums tell for certain: the price of a long prompt may be another one.
 */
function priceOf(record: UsageRecord, table: ModelTable): number | null {
  const { model_used: model, tokens, cost_microusd: claimed } = record;
  const day = parseDate(record.at.slice(0, 10));
  if (model === null || tokens === null || day === null) return null;
  const asked: PricedRequest = { model, tokens: tokensOfRecord(tokens), day, ...NO_TERMS, webSearches: 0 };
  const cost = claimed === null ? totalCost(table, asked) : requestCost(table, { ...asked, promptLength: 0 });
  return cost === null ? null : roundCost(cost);
}

const costOf = (cost: number | null): string => (cost === null ? 'no cost' : dollars(cost));

/**
 * The records with the tier of their model by the allocation, and with the larger one of two costs: what the job says,
 * and what its tokens cost at list price. What it said stays visible beside them. What a job used remains its own claim:
 * its tokens and its model are not known from elsewhere.
 * @param rules null: they cannot be read, and only prices are judged
 */
export function withOwnFigures(
  usage: RunUsage,
  rules: Rules | null,
): { readonly usage: RunUsage; readonly remarks: readonly string[] } {
  const table = rules?.table ?? shippedModels();
  const models = rules === null ? null : knownModels(tiersOfUse(rules.allocation, table), table);
  const remarks: string[] = [];
  const records = usage.records.map((record): UsageRecord => {
    const { claimed: _, ...own } = record;
    const { model_used: model, cost_microusd: cost, tier_used: tier } = own;
    const price = priceOf(own, table);
    const isDearer = price !== null && (cost === null || price > cost + SAME);
    const found = models === null || model === null ? tier : models.tierOf(model);
    if (!isDearer && found === tier) return own;
    const kept = isDearer ? { cost_microusd: price, cost_basis: 'computed' as const } : {};
    const says = `${costOf(cost)} on ${tier ?? 'no tier'}`;
    const has = `${costOf(isDearer ? price : cost)} on ${found ?? 'no tier'}`;
    remarks.push(`${own.agent}/${own.phase}: the job says ${says}; by its model and tokens it is ${has}.`);
    const claimed = {
      ...(cost === null ? {} : { cost_microusd: cost }),
      ...(tier === null ? {} : { tier_used: tier }),
    };
    return { ...own, ...kept, tier_used: found, claimed };
  });
  return { usage: { ...usage, records }, remarks };
}
