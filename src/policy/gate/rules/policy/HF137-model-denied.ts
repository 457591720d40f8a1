import { tierBreaches } from '../../../decision/breaches.ts';
import type { Rule } from '../../rule.ts';

export const modelDenied: Rule = {
  id: 'HF137',
  name: 'model-denied',
  severity: 'error',
  purpose: 'A tier has a model that no tier may have.',
  remedy: 'give the tier another model.',
  breach: false,
  checks: {
    change: ({ head }) =>
      tierBreaches(head.allocation, head.table).flatMap(({ kind, message, origin }) =>
        kind === 'denied' ? [{ message, at: origin.position }] : [],
      ),
  },
};
