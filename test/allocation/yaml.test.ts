import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../src/allocation/yaml.ts';
import { REAL } from './reading.ts';

/** Scalars that YAML's core schema tells apart, and texts that only look like them. */
const scalar = fc.oneof(
  fc.constantFrom(
    'null',
    '~',
    'true',
    'False',
    'yes',
    'no',
    'on',
    '0',
    '-1',
    '+12',
    '0o17',
    '0x1F',
    '1_000',
    '.5',
    '5.',
    '1e3',
  ),
  fc.constantFrom(
    '1.5e-3',
    '.inf',
    '-.INF',
    '2026-W50',
    '2026-11-23',
    '12:30',
    '1.2.3',
    "'it''s'",
    '"a\\tb\\u00e9"',
    'a b',
    'é',
  ),
  fc.integer().map(String),
  fc.stringMatching(/^[a-z][a-z0-9_.-]{0,8}$/),
);
const key = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_.-]{0,8}$/),
  fc.constantFrom('true', '1', 'null', '"a: b"', '__proto__'),
);

interface Tree {
  readonly flow: string;
  readonly block: (indent: string) => string;
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar.map((text) => ({ flow: text, block: () => ` ${text}\n` })),
    fc.array(tie('tree'), { maxLength: 4 }).map((items) => ({
      flow: `[${items.map((item) => item.flow).join(', ')}]`,
      block: (indent: string) =>
        items.length === 0
          ? ' []\n'
          : `\n${items.map((item) => `${indent}-${item.block(`${indent}  `)}`).join('')}`,
    })),
    fc
      .uniqueArray(fc.tuple(key, tie('tree')), { maxLength: 4, selector: ([name]) => name })
      .map((entries) => ({
        flow: `{${entries.map(([name, item]) => `${name}: ${item.flow}`).join(', ')}}`,
        block: (indent: string) =>
          entries.length === 0
            ? ' {}\n'
            : `\n${entries.map(([name, item]) => `${indent}${name}:${item.block(`${indent}  `)}`).join('')}`,
      })),
  ),
}));

/** What another YAML library, of other hands, reads in the same text. */
function elsewhere(text: string): unknown {
  return parse(text, { version: '1.2', schema: 'core', merge: false, stringKeys: true });
}

function value(text: string): unknown {
  const reading = readYaml(text);
  if (!reading.read) throw new Error(reading.mistakes.map((mistake) => mistake.what).join('\n'));
  return reading.value;
}

describe('the reader of YAML', () => {
  it('reads our own file as another library does', () => {
    expect(value(REAL)).toEqual(elsewhere(REAL));
  });

  it('reads every text of mappings, lists and scalars as another library does', () => {
    fc.assert(
      fc.property(tree, fc.boolean(), ({ flow, block }, inFlow) => {
        const text = inFlow ? `root: ${flow}\n` : `root:${block('  ')}`;
        expect(value(text)).toEqual(elsewhere(text));
      }),
      { numRuns: 2000, seed: 20261123 },
    );
  });

  it('takes no key for the prototype of what it makes', () => {
    const made = value('__proto__: { polluted: true }');
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(made).not.toHaveProperty('polluted');
  });
});
