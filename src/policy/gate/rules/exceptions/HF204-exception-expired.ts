import type { Exception } from '../../../../allocation/exceptions.ts';
import { expiredText, headEntries } from '../../exception-entries.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Side } from '../../rule-context.ts';

function expired(entry: Exception, { exceptions }: Side): Found {
  return { message: expiredText(entry), file: exceptions.file, at: entry.at('expires') };
}

export const exceptionExpired: Rule = {
  id: 'HF204',
  name: 'exception-expired',
  severity: 'warning',
  purpose: 'An exception has expired.',
  remedy: 'delete the exception, or renew it with a reason.',
  breach: false,
  checks: {
    change: (context) =>
      headEntries(context)
        .filter((each) => each.expired && each.mistake === null)
        .map(({ entry }) => expired(entry, context.head)),
    untouched: ({ head, today }) =>
      head.exceptions.entries.filter((entry) => entry.expires < today).map((entry) => expired(entry, head)),
  },
};
