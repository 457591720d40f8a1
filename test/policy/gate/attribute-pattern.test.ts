import { expect, it } from 'vitest';
import { isAbout } from '../../../src/policy/gate/rules/files/attribute-pattern.ts';

// As `git check-attr` answers, but that a set of characters matches any.
it.each([
  ['allocation.yaml', '', true],
  ['*', '', true],
  ['*.yaml', '', true],
  ['/allocation.yaml', '', true],
  ['alloc?tion.yaml', '', true],
  ['*o*n.*l', '', true],
  ['[a-z]llocation.yaml', '', true],
  ['a\\llocation.yaml', '', true],
  ['**/allocation.yaml', '', true],
  ['**', '', true],
  ['/**', '', true],
  ['docs/allocation.yaml', '', false],
  ['*.yml', '', false],
  ['allocation.yaml/', '', false],
  ['location.yaml', '', false],
  ['allocation.yam', '', false],
  ['*.yaml', 'docs', false],
])('the pattern %s in the folder "%s" is about allocation.yaml: %s', (pattern, folder, about) => {
  expect(isAbout(pattern, folder, 'allocation.yaml')).toBe(about);
});

it.each([
  ['*.yml', '', true],
  ['.github/*', '', false],
  ['.github/**', '', true],
  ['.github/**/gate.yml', '', true],
  ['**/workflows/*', '', true],
  ['workflows/*', '', false],
  ['workflows/*', '.github', true],
  ['gate.yml', '.github/workflows', true],
  ['gate.yml', '.git', false],
])('the pattern %s in the folder "%s" is about .github/workflows/gate.yml: %s', (pattern, folder, about) => {
  expect(isAbout(pattern, folder, '.github/workflows/gate.yml')).toBe(about);
});
