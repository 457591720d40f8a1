import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFrontMatter, withModel } from '../../../src/policy/agents/index.ts';

/** A front matter as people write them: its lines in any order, with comments, quotes and either end of a line. */
const FILES = fc
  .record({
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    quote: fc.constantFrom('', '"', "'"),
    comment: fc.constantFrom('', ' # set by hand', '   #', ' # model: haiku'),
    before: fc.constantFrom(
      'opus',
      'claude-sonnet-5-5',
      'sonnet[1m]',
      'inherit',
      'us.anthropic.claude-opus-5-5',
    ),
    has: fc.boolean(),
    others: fc.shuffledSubarray([
      'description: "Reviews: \'attacks\', # and more"',
      '# model: haiku',
      'tools: Read, Grep',
      'hooks:',
      'description2: |',
      'color: red # model: haiku',
      '',
    ]),
    body: fc.constantFrom('', 'Review.', 'model: haiku', '---', '\tmodel: opus\n\n', 'é ✓ \u0000'),
    isEnded: fc.boolean(),
  })
  .map(({ end, mark, quote, comment, before, has, others, body, isEnded }) => {
    const nested: Readonly<Record<string, readonly string[]>> = {
      'hooks:': ['hooks:', '  Stop:', '    - model: haiku'],
      'description2: |': ['description2: |', '  model: haiku', '  and so on'],
    };
    const lines = ['name: security-agent', ...others.flatMap((line) => nested[line] ?? [line])];
    if (!others.some((line) => line.startsWith('description:'))) lines.push('description: Reviews');
    const model = `model: ${quote}${before}${quote}${comment}`;
    const head = has ? [lines[0], model, ...lines.slice(1)] : lines;
    const text = [...['---', ...head, '---'], ...(body === '' ? [] : [body])].join(end);
    return { content: `${mark}${text}${isEnded ? end : ''}`, has, quote, before, end, comment };
  });

it('a model is written over, or added behind the name, and every other byte stays', () => {
  fc.assert(
    fc.property(FILES, fc.constantFrom('haiku', 'claude-opus-5-5', 'opus[1m]'), (file, model) => {
      const { content, has, quote, before, end, comment } = file;
      const after = withModel(content, model);
      const line = (name: string): string => `model: ${quote}${name}${quote}${comment}${end}`;
      const name = `name: security-agent${end}`;
      expect(after).toBe(
        has
          ? content.replace(line(before), line(model))
          : content.replace(name, `${name}model: ${model}${end}`),
      );
      expect(readFrontMatter(after ?? '')?.model).toBe(model);
      // And back again.
      if (has) expect(withModel(after ?? '', before)).toBe(content);
      else expect(withModel(after ?? '', model)).toBe(after);
    }),
  );
});

it.each([
  ['an empty value', 'model:\n', 'model: opus\n'],
  ['an empty value with a comment', 'model: # none\n', 'model: opus # none\n'],
  ['a null', 'model: ~\n', 'model: opus\n'],
  ['a key in quotes', '"model": haiku\n', '"model": opus\n'],
  ['an anchor', 'color: &m haiku\nmodel: *m\n', 'color: &m haiku\nmodel: opus\n'],
  ['the last of two', 'model: sonnet\nmodel: haiku\n', 'model: sonnet\nmodel: opus\n'],
])('a front matter with %s', (_, before, after) => {
  const file = (model: string): string => `---\nname: a\ndescription: b\n${model}---\nDo it.\n`;
  expect(withModel(file(before), 'opus')).toBe(file(after));
});

it.each([
  ['braces', '---\n{name: a, description: b, model: haiku}\n---\nx\n'],
  ['a value of two lines', '---\nname: a\ndescription: b\nmodel: "hai\n  ku"\n---\nx\n'],
  ['no front matter', 'name: a\n'],
  ['bytes that are no UTF-8', '---\nname: a\ndescription: \uFFFD\nmodel: haiku\n---\nx\n'],
  ['a front matter that nobody can read', '---\nname: a\ndescription: "b\n  - c\nmodel: haiku\n---\nx\n'],
])('nothing is written over in a file with %s', (_, content) => {
  expect(withModel(content, 'opus')).toBeNull();
});

// Each was asked of Claude Code 2.1.332, with a loopback API: what its sub-agent ran on.
it.each([
  ['model: opus\nmodel: haiku', 'haiku'],
  ['"model": haiku', 'haiku'],
  ['Model: haiku', null],
  ['model: " haiku "', 'haiku'],
  ['model: [haiku]', null],
  ['model:', null],
  ['color: &m haiku\nmodel: *m', 'haiku'],
])('%j is the model %j', (lines, model) => {
  expect(readFrontMatter(`---\nname: a\ndescription: b\n${lines}\n---\nx\n`)?.model).toBe(model);
});

it('a front matter ends where Claude Code ends it', () => {
  const read = readFrontMatter('---\nname: a\ndescription: b---\nmodel: haiku\n---\nx\n');
  expect(read).toMatchObject({ name: 'a', model: null });
});
