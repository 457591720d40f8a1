import type { Rule } from '../../rule.ts';

export const deferredForEver: Rule = {
  id: 'HF234',
  name: 'deferred-for-ever',
  severity: 'warning',
  purpose: 'The budget defers work, and nothing starts it again.',
  remedy: 'add `deferred:` with the workflow that drain may start, or let the budget observe.',
  breach: false,
  checks: {
    change: ({ head: { allocation } }) =>
      allocation.budget?.enforced === true && allocation.deferred === null
        ? [
            {
              message:
                'The budget is enforced, and there is no deferred: what it defers is not started again by drain.',
              at: allocation.at(['budget', 'mode']),
            },
          ]
        : [],
  },
};
