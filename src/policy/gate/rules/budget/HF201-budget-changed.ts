import { changesOf } from '../../changes.ts';
import type { Rule } from '../../rule.ts';

export const budgetChanged: Rule = {
  id: 'HF201',
  name: 'budget-changed',
  severity: 'warning',
  purpose: 'The budget, its zones, shares or reserves change.',
  remedy: 'check that the budget is what you mean; nothing is blocked.',
  breach: false,
  checks: {
    change: (context) =>
      changesOf(context)
        .filter(({ field }) => field === 'budget' || field.startsWith('budget.'))
        .map(({ field, from, to }) => ({
          message: `${field} changes from ${from ?? 'nothing'} to ${to ?? 'nothing'}.`,
          at: context.head.allocation.at(field.split('.')),
        })),
  },
};
