import { expect, it } from 'vitest';
import { githubToken } from '../../src/gather/token.ts';

it.each([
  ['given', { GITHUB_TOKEN: 'runner', GH_TOKEN: 'person' }, 'given'],
  [null, { GITHUB_TOKEN: 'runner', GH_TOKEN: 'person' }, 'runner'],
  ['', { GITHUB_TOKEN: 'runner' }, 'runner'],
  [null, { GITHUB_TOKEN: '', GH_TOKEN: 'person' }, 'person'],
  ['', { GITHUB_TOKEN: '', GH_TOKEN: '' }, null],
  [null, {}, null],
])('of %j and %j the token is %j', (given, env, token) => {
  expect(githubToken(given, env)).toBe(token);
});
