import type { Rule } from '../../rule.ts';
import { unknownModels } from './new-models.ts';

export const unknownModel: Rule = {
  id: 'HF230',
  name: 'unknown-model',
  severity: 'warning',
  purpose: 'A tier has a model whose line nobody knows, beside those that HF131 refuses.',
  remedy: 'check the id against the table of models; nothing is blocked.',
  breach: false,
  checks: { change: (context) => unknownModels(context, false) },
};
