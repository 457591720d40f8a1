import { ENDING_DAYS, endingSoon } from '../../../decision/exception-mistakes.ts';
import { refusedEntries } from '../../exception-entries.ts';
import type { Found, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

function found({ head, today }: Pick<RuleContext, 'head' | 'today'>, refused: ReadonlySet<unknown>) {
  const { entries, file } = head.exceptions;
  const counting = entries.filter((entry) => !refused.has(entry));
  return endingSoon(counting, head.allocation, today).map(
    ({ entry, text }): Found => ({ message: text, file, at: entry.at('expires') }),
  );
}

export const exceptionEndsSoon: Rule = {
  id: 'HF232',
  name: 'exception-ends-soon',
  severity: 'warning',
  purpose: `An exception ends within ${ENDING_DAYS} days: then its cell is refused if it is still below the floor.`,
  remedy: 'raise the cell to its floor before that day, or renew the exception with a reason.',
  breach: false,
  checks: {
    change: (context) => found(context, refusedEntries(context)),
    untouched: (subject) => found(subject, new Set()),
  },
};
