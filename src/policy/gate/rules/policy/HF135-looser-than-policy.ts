import type { Rule } from '../../rule.ts';

export const looserThanPolicy: Rule = {
  id: 'HF135',
  name: 'looser-than-policy',
  severity: 'error',
  purpose: 'The file asks for less than the policy that it extends.',
  remedy: 'ask for as much as the policy does, or leave it to the policy.',
  breach: true,
  checks: {
    files: ({ allocation, looser }) =>
      looser.map(({ what, fix, file, line, column }) => ({
        message: fix === null ? what : `${what} ${fix}`,
        file: file ?? allocation.path,
        at: { line: line ?? 1, column: column ?? 1 },
      })),
  },
};
