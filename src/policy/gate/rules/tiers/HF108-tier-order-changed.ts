import { type Allocation, rankOf, type TierDeclaration } from '../../../../allocation/allocation.ts';
import type { Rule } from '../../rule.ts';

function order(allocation: Allocation, tier: TierDeclaration): number {
  return rankOf(allocation, tier.name) ?? -1;
}

function ranking(tiers: readonly TierDeclaration[]): string {
  return tiers.map((tier) => tier.name).join(' < ');
}

export const tierOrderChanged: Rule = {
  id: 'HF108',
  name: 'tier-order-changed',
  severity: 'error',
  purpose: 'The ranking of the tiers changes, and with it what a floor means.',
  remedy: 'list the tiers in the order of the base; new tiers may be added.',
  breach: false,
  checks: {
    change: ({ base, head }) => {
      const before = base.allocation.tiers.filter((tier) => rankOf(head.allocation, tier.name) !== null);
      const after = [...before].sort((a, b) => order(head.allocation, a) - order(head.allocation, b));
      if (before.every((tier, index) => tier === after[index])) return [];
      const message = `The ranking of the tiers changes from ${ranking(before)} to ${ranking(after)}.`;
      return [{ message, at: head.allocation.at(['tiers']) }];
    },
  },
};
