import { addCosts, type ExactCost, NO_COST } from '../../src/usage/models/cost.ts';

/** What all parts cost together; null when any of them is unpriced. */
export function costOfParts(parts: readonly { readonly cost: ExactCost | null }[]): ExactCost | null {
  return parts.reduce<ExactCost | null>(
    (sum, { cost }) => (sum === null || cost === null ? null : addCosts(sum, cost)),
    NO_COST,
  );
}
