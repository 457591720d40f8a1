import { tierBreaches } from '../../../decision/breaches.ts';
import type { Rule } from '../../rule.ts';
import { foundModel } from './new-models.ts';

export const modelAlias: Rule = {
  id: 'HF130',
  name: 'model-alias',
  severity: 'error',
  purpose: "A tier's model is a word by which Claude Code picks a model itself, not an exact id.",
  remedy: 'write the exact id of the model.',
  breach: false,
  checks: {
    change: ({ head }) =>
      tierBreaches(head.allocation, head.table).flatMap((breach) =>
        breach.kind === 'alias' ? [foundModel(head.allocation, breach)] : [],
      ),
  },
};
