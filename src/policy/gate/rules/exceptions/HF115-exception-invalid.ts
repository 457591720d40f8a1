import { headEntries } from '../../exception-entries.ts';
import type { Rule } from '../../rule.ts';

export const exceptionInvalid: Rule = {
  id: 'HF115',
  name: 'exception-invalid',
  severity: 'error',
  purpose:
    'An exception is not allowed: its floor takes none, it runs too long, or its renewal is not counted.',
  remedy: 'fix the exception: a floor that allows it, a date within 90 days, and its renewals counted.',
  breach: false,
  checks: {
    change: (context) =>
      headEntries(context).flatMap(({ entry, mistake }) =>
        mistake === null
          ? []
          : [{ message: mistake.what, file: context.head.exceptions.file, at: entry.at(mistake.key) }],
      ),
  },
};
