import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import { dollars } from '../../render/figures.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { listPrice, withoutUnfoundedCost } from '../../usage/records/list-price.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { Rules } from '../report.ts';
import type { RunUsage } from './usage.ts';

/** Rounding, once in the job and once here. */
const SAME = 1;

type Cost = Pick<UsageRecord, 'cost_microusd' | 'cost_basis'>;

/** A claim of nothing is no cost: `$0.00` is said of what was free, and of nothing else. */
const claimText = ({ cost_microusd: cost }: Cost): string =>
  cost === null || cost === 0 ? 'no cost' : dollars(cost);
const costText = ({ cost_microusd: cost, cost_basis: basis }: Cost): string =>
  cost !== null ? dollars(cost) : basis === 'unmeasured' ? 'not measured' : 'unpriced';

/**
 * The records with the tier of their model by the allocation, and with the larger one of two costs: what the job says,
 * and what its tokens cost at list price. Where there is no such price, a claim of next to nothing is no price, either.
 * What the job said stays visible beside them. What a job used remains its own claim: its tokens and its model are not
 * known from elsewhere.
 * @param rules null: they cannot be read, and only prices are judged
 */
export function withOwnFigures<U extends Pick<RunUsage, 'records'>>(
  usage: U,
  rules: Pick<Rules, 'allocation' | 'table'> | null,
): { readonly usage: U; readonly remarks: readonly string[] } {
  const table = rules?.table ?? shippedModels();
  const models = rules === null ? null : knownModels(tiersOfUse(rules.allocation, table), table);
  const remarks: string[] = [];
  const records = usage.records.map((record): UsageRecord => {
    const { claimed: _, ...said } = record;
    const { model_used: model, cost_microusd: cost, tier_used: tier } = said;
    const price = listPrice(said, table);
    const isDearer = price !== null && (cost === null || price > cost + SAME);
    const own: UsageRecord = isDearer
      ? { ...said, cost_microusd: price, cost_basis: 'computed' }
      : withoutUnfoundedCost(said, table);
    const found = model === null ? null : models === null ? tier : models.tierOf(model);
    if (own === said && found === tier) return said;
    const says = `${claimText(said)} on ${tier ?? 'no tier'}`;
    const has = `${costText(own)} on ${found ?? 'no tier'}`;
    remarks.push(`${said.agent}/${said.phase}: the job says ${says}; by its model and tokens it is ${has}.`);
    const claimed = {
      ...(cost === null ? {} : { cost_microusd: cost }),
      ...(tier === null ? {} : { tier_used: tier }),
    };
    return { ...own, tier_used: found, claimed };
  });
  return { usage: { ...usage, records }, remarks };
}
