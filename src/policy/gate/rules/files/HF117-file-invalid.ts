import type { Rule } from '../../rule.ts';

export const fileInvalid: Rule = {
  id: 'HF117',
  name: 'file-invalid',
  severity: 'error',
  purpose: 'The allocation or exceptions file of the head is not valid.',
  remedy: 'fix the file; `haiku-first check` shows the same errors on your machine.',
  breach: false,
  checks: {
    files: ({ allocation, problems }) =>
      problems.map(({ what, fix, file, line, column }) => ({
        message: fix === null ? what : `${what} ${fix}`,
        file: file ?? allocation.path,
        at: { line: line ?? 1, column: column ?? 1 },
      })),
  },
};
