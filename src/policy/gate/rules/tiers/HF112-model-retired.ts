import { lifecycleOn } from '../../../../usage/models/models.ts';
import type { Rule } from '../../rule.ts';
import { modelsToJudge } from './new-models.ts';

export const modelRetired: Rule = {
  id: 'HF112',
  name: 'model-retired',
  severity: 'error',
  purpose: 'A tier gets a model that its provider has retired.',
  remedy: 'name a model that its provider still serves.',
  breach: false,
  checks: {
    change: (context) =>
      modelsToJudge(context)
        .filter(({ row }) => row !== null && lifecycleOn(row, context.today) === 'retired')
        .map(({ tier, id, at }) => ({
          message: `The tier ${tier.name} gets the model ${id}, which is retired.`,
          at,
        })),
  },
};
