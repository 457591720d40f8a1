import { compareGenerations } from '../../../../usage/models/models.ts';
import type { Rule } from '../../rule.ts';
import { newModels } from './new-models.ts';

export const olderModel: Rule = {
  id: 'HF209',
  name: 'older-model',
  severity: 'warning',
  purpose: "A tier's model is replaced by an older one of the same line.",
  remedy: 'check that the older model is what you mean; nothing is blocked.',
  breach: false,
  checks: {
    change: (context) =>
      newModels(context).flatMap(({ tier, id, row, former, at }) => {
        if (row === null || former === null) return [];
        const generations = compareGenerations(row, former);
        if (generations === null || generations >= 0) return [];
        return [
          { message: `The tier ${tier.name} gets the model ${id}, which is older than ${former.id}.`, at },
        ];
      }),
  },
};
