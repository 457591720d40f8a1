import type { Rule } from '../../rule.ts';
import { unknownModels } from './new-models.ts';

export const unknownModelUnderFloor: Rule = {
  id: 'HF131',
  name: 'unknown-model-under-floor',
  severity: 'error',
  purpose: 'A tier that work under a floor can get has a model whose line nobody knows.',
  remedy: 'name a model from the table of models, or declare its line in a row under `models:`.',
  breach: false,
  checks: { change: (context) => unknownModels(context, true) },
};
