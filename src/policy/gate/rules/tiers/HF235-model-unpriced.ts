import type { Rule } from '../../rule.ts';
import { isNewFile } from '../../rule-context.ts';
import { unpricedModels } from '../../stops/index.ts';
import { placeOfModel } from './new-models.ts';

export const modelUnpriced: Rule = {
  id: 'HF235',
  name: 'model-unpriced',
  severity: 'warning',
  purpose:
    'An agent gets a model without a price: its cost is not known, and a budget in dollars does not see it.',
  remedy: 'add a row with its prices under `models:`, or name a model that has one.',
  breach: false,
  checks: {
    change: (context) => {
      const { base, head, today } = context;
      const before = isNewFile(context) ? [] : unpricedModels(base, today);
      return unpricedModels(head, today).flatMap(({ tier, id, provider, agents }) => {
        const known = new Set(before.filter((each) => each.id === id).flatMap((each) => each.agents));
        const others = agents.filter((agent) => !known.has(agent));
        if (others.length === 0) return [];
        const usd = head.allocation.budget?.usd ?? null;
        const budget = usd === null ? '' : ', the weekly budget included';
        const message = `The tier ${tier.name} has the model ${id}, which has no price: what ${others.join(', ')} uses on it is in no figure in dollars${budget}, except where the client says what it cost.`;
        return [{ message, at: placeOfModel(head.allocation, tier, provider) }];
      });
    },
  },
};
