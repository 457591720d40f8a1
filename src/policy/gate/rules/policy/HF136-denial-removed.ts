import { placeText } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const denialRemoved: Rule = {
  id: 'HF136',
  name: 'denial-removed',
  severity: 'error',
  purpose: 'A model that no tier may have on the base is denied no more.',
  remedy: 'put the model back under `deny`.',
  breach: false,
  checks: {
    change: ({ base, head }) => {
      const denied = new Set(head.allocation.deny.map(({ id }) => id));
      return base.allocation.deny
        .filter(({ id }) => !denied.has(id))
        .map(({ id, inherited }) => ({
          message: `The denial${placeText(inherited)} of the model ${id} is removed.`,
          at: head.allocation.at(['deny']),
        }));
    },
  },
};
