import { floorsKept } from '../../floors-kept.ts';
import type { Rule } from '../../rule.ts';
import { brokenFloor } from './broken-floor.ts';

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
        .broken.filter(({ tooEarly }) => tooEarly)
        .map((broken) =>
          brokenFloor(
            context,
            broken,
            'The exception for it is new or changed: it counts once it is on the base branch.',
          ),
        ),
  },
};
