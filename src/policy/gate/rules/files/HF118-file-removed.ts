import type { Rule } from '../../rule.ts';

export const fileRemoved: Rule = {
  id: 'HF118',
  name: 'file-removed',
  severity: 'error',
  purpose: 'The allocation file is deleted or moved.',
  remedy: 'put the file back at its path.',
  breach: false,
  checks: {
    files: ({ allocation: { path, state } }) =>
      state.kind === 'absent'
        ? [{ message: `${path} is deleted or moved; without it no floor holds.`, file: path }]
        : [],
  },
};
