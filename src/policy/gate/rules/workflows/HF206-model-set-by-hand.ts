import { modelsByHand } from '../../models-by-hand.ts';
import type { Rule } from '../../rule.ts';

export const modelSetByHand: Rule = {
  id: 'HF206',
  name: 'model-set-by-hand',
  severity: 'warning',
  purpose: 'A workflow sets a model by hand, bypassing the allocation.',
  remedy: 'take the model from `resolve` instead of naming it in the workflow.',
  breach: false,
  checks: {
    workflow: ({ path, before, after }) => {
      const known = new Set(modelsByHand(before).map((each) => each.text));
      return modelsByHand(after)
        .filter(({ text }) => !known.has(text))
        .map(({ at, text }) => ({ message: `${path} sets a model by hand: ${text}`, at }));
    },
  },
};
