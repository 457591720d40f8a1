import type { IsoDate } from '../../time/week.ts';
import {
  addCosts,
  costShare,
  costWithout,
  type ExactCost,
  NO_COST,
  roundCost,
  totalCost,
} from '../models/cost.ts';
import type { ModelTable } from '../models/models.ts';
import { totalTokens } from '../models/tokens.ts';
import type { CostBasis } from '../records/record.ts';
import type { Draft } from './drafts.ts';
import type { ModelTotal } from './evidence.ts';

export interface PartCost {
  /** Null when unpriced. */
  readonly cost: ExactCost | null;
  readonly basis: Exclude<CostBasis, 'unmeasured'>;
}

/**
 * The cost of each draft of one model. From its requests, if they account for it; from its sum, if the sum tells the
 * price; else from what the client reports for the model, less what the other drafts cost. A guess of the client
 * is no report. What is left is unpriced.
 */
export function costsOf(
  drafts: readonly Draft[],
  total: ModelTotal | undefined,
  table: ModelTable,
  day: IsoDate,
): readonly PartCost[] {
  const computed = drafts.map((draft) => computedCost(draft, table, day));
  const open = drafts.filter((_, place) => computed[place] === null);
  const settled = computed.reduce<ExactCost>(
    (sum, cost) => (cost === null ? sum : addCosts(sum, cost)),
    NO_COST,
  );
  const reported = total?.reported ?? null;
  const rest = reported === null ? null : costWithout(reported, settled);
  const shares =
    rest === null
      ? []
      : shared(
          rest,
          open.map(({ tokens }) => totalTokens(tokens)),
        );
  return drafts.map((draft, place): PartCost => {
    const cost = computed[place] ?? null;
    if (cost !== null) return { cost, basis: 'computed' };
    const share = shares[open.indexOf(draft)] ?? (draft.count > 0 && draft.exact ? draft.statedCost : null);
    return share === null ? { cost: null, basis: 'unpriced' } : { cost: share, basis: 'reported' };
  });
}

function computedCost(draft: Draft, table: ModelTable, day: IsoDate): ExactCost | null {
  if (draft.exact) return draft.seenCost;
  const { model, tokens, webSearches, terms } = draft;
  return totalCost(table, { model, tokens, day, webSearches, ...terms });
}

/** An amount in proportion to weights; the last one takes what division leaves, so that the shares sum to it. */
function shared(amount: ExactCost, weights: readonly number[]): readonly ExactCost[] {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  let left: bigint = amount;
  return weights.map((weight, place) => {
    const share = place === weights.length - 1 || all === 0n ? left : costShare(amount, weight, all);
    left -= share;
    return share as ExactCost;
  });
}

/** A sentence where the price table and the client differ by more than a micro-dollar; null where they agree. */
export function costDisagreement(
  model: string,
  costs: readonly PartCost[],
  total: ModelTotal | undefined,
): string | null {
  const reported = total?.reported ?? null;
  if (reported === null || costs.some(({ basis }) => basis !== 'computed')) return null;
  const computed = costs.reduce((sum, { cost }) => addCosts(sum, cost ?? NO_COST), NO_COST);
  const difference = roundCost(computed) - roundCost(reported);
  if (Math.abs(difference) <= 1) return null;
  return `${model}: the client reports ${roundCost(reported)} micro-dollars, the price table gives ${roundCost(computed)}.`;
}
