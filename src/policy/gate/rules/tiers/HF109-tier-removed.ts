import { rankOf } from '../../../../allocation/allocation.ts';
import type { Rule } from '../../rule.ts';
import { standingFloors } from '../../rule-context.ts';

export const tierRemoved: Rule = {
  id: 'HF109',
  name: 'tier-removed',
  severity: 'error',
  purpose: 'A tier is renamed or deleted.',
  remedy: 'put the tier back under its name.',
  breach: true,
  checks: {
    change: (context) => {
      const { base, head } = context;
      const asked = new Set(standingFloors(context).map((floor) => floor.minimum));
      return base.allocation.tiers
        .filter(({ rank, name }) => asked.has(rank) && rankOf(head.allocation, name) === null)
        .map(({ name }) => ({
          message: `The tier ${name} is renamed or deleted, but a floor of the base asks for it.`,
          at: head.allocation.at(['tiers']),
        }));
    },
  },
};
