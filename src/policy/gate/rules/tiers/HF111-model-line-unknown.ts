import { findModel } from '../../../../usage/models/models.ts';
import { isClaudeCodeAlias, nearestId } from '../../../decision/model-names.ts';
import type { Rule } from '../../rule.ts';
import { newModels } from './new-models.ts';

export const modelLineUnknown: Rule = {
  id: 'HF111',
  name: 'model-line-unknown',
  severity: 'error',
  purpose: 'A tier gets a model whose line is not known from the base.',
  remedy: 'name a model from the table of models, or have its row in `models:` merged first.',
  breach: false,
  checks: {
    change: (context) =>
      newModels(context).flatMap(({ tier, id, provider, row, formerId, line, at }) => {
        if (row === null) {
          if (isClaudeCodeAlias(id)) return [];
          const unknown = findModel(context.head.table, id) === null;
          const why = unknown ? 'no table knows it' : 'only the head declares it';
          const near = unknown ? nearestId(tier, id, provider, context.base.table) : null;
          const hint = near === null ? '' : ` Did you mean ${near}?`;
          const message = `The tier ${tier.name} gets the model ${id}, whose line is not known from the base: ${why}.${hint}`;
          return [{ message, at }];
        }
        if (formerId === null || line !== null) return [];
        const message = `The tier ${tier.name} had the model ${formerId}, whose line is not known: whether ${id} is lesser cannot be determined.`;
        return [{ message, at }];
      }),
  },
};
