import { expect, it } from 'vitest';
import { combinations } from '../../src/grouped.ts';

it('gives each combination of values a key of its own, the same one every time', () => {
  const key = combinations();
  const all = [
    ['a', 'b', null],
    ['a', 'b', 'null'],
    ['a', 'bc', null],
    ['ab', 'c', null],
    ['a', 1, true],
    ['a', '1', true],
    ['a', 1, 'true'],
  ] as const;
  const keys = all.map(([first, second, third]) => key(first, second, third));
  expect(new Set(keys).size).toBe(all.length);
  expect(all.map(([first, second, third]) => key(first, second, third))).toEqual(keys);
  expect(keys).toEqual(all.map((each) => JSON.stringify(each)));
});
