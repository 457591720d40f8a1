import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apart } from '../../src/render/apart.ts';

const long = 'x'.repeat(300);

it.each([
  ['words', 'opus', 'sonnet', ['opus', 'sonnet']],
  ['a value that is not there', null, 'sonnet', ['–', 'sonnet']],
  ['a value that looks like none', null, '–', ['–', '"\\u2013"']],
  ['nothing but quotes', null, '', ['–', '""']],
  ['white space alone', 'a b', 'a  b', ['"a\\u0020b"', '"a\\u0020\\u0020b"']],
  ['the end of a long text', `${long}a`, `${long}b`, [`…${'x'.repeat(12)}a`, `…${'x'.repeat(12)}b`]],
])('shows two values apart that differ in %s', (_what, from, to, shown) => {
  expect(apart(from, to, 40)).toEqual(shown);
});

it('never shows two values as one', () => {
  const text = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\u200B', '[U+200B]', '–', '"', '\u{1F600}'),
      maxLength: 60,
    }),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  fc.assert(
    fc.property(text, text, text, text, (head, one, other, tail) => {
      const [from, to] = [head + one + tail, head + other + tail];
      fc.pre(from !== to);
      const shown = apart(from, to, 20);
      expect(shown[0]).not.toBe(shown[1]);
      for (const each of shown) expect([...each].length).toBeLessThanOrEqual(20);
    }),
  );
});
