import { floorsKept } from '../../floors-kept.ts';
import type { Rule } from '../../rule.ts';
import { isNewFile, type RuleContext } from '../../rule-context.ts';
import { brokenFloor } from './broken-floor.ts';

/**
 * True of a change that leaves the allocation alone: a cell that is below its floor has been so since its exception
 * ended, no work runs on it, and what is merged here is the exception in a pull request of its own.
 */
function onlyGrants(context: RuleContext): boolean {
  const { base, head } = context;
  return !isNewFile(context) && JSON.stringify(base.allocation.raw) === JSON.stringify(head.allocation.raw);
}

export const exceptionNotOnBase: Rule = {
  id: 'HF116',
  name: 'exception-not-on-base',
  severity: 'error',
  purpose: 'A cell goes below its floor on an exception that is not on the base branch yet.',
  remedy:
    'have the exception merged first, in a pull request of its own; this one can use it once it is on the base.',
  breach: true,
  checks: {
    change: (context) =>
      floorsKept(context)
        .broken.filter(({ tooEarly }) => tooEarly && !onlyGrants(context))
        .map((broken) =>
          brokenFloor(
            context,
            broken,
            'The exception for it is new or changed: it counts once it is on the base branch.',
          ),
        ),
  },
};
