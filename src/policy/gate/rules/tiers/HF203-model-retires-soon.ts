import { RETIRING_DAYS, retiringSoon } from '../../../decision/models-of-tiers.ts';
import type { Rule } from '../../rule.ts';
import { placeOfModel } from './new-models.ts';

export const modelRetiresSoon: Rule = {
  id: 'HF203',
  name: 'model-retires-soon',
  severity: 'warning',
  purpose: `A tier's model may retire within ${RETIRING_DAYS} days.`,
  remedy: "plan the move to the model's successor before its date.",
  breach: false,
  checks: {
    change: ({ head, today }) =>
      retiringSoon(head.allocation, head.table, today).map(({ tier, provider, text }) => ({
        message: text,
        at: placeOfModel(head.allocation, tier, provider),
      })),
  },
};
