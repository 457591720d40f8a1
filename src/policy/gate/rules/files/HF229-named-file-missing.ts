import type { Rule } from '../../rule.ts';

export const namedFileMissing: Rule = {
  id: 'HF229',
  name: 'named-file-missing',
  severity: 'warning',
  purpose: 'The allocation names a file of a check, or a workflow, that does not exist.',
  remedy:
    'correct the path, or commit the file: without it the check fails, and deferred work is not started.',
  breach: false,
  checks: {
    missing: ({ path, namedBy, at }) => [{ message: `There is no ${path}, which ${namedBy} names.`, at }],
  },
};
