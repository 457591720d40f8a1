import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validatorOf } from '../../src/allocation/schema/check.ts';
import { ALLOCATION_SCHEMA, EXCEPTIONS_SCHEMA } from '../../src/generated/schema-texts.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));

/** Values of every kind, at the limits that schemas set, and beside them. */
const ODD = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 0.5, 2, 1e18, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom(
    '',
    'haiku',
    'a/b~c',
    '😀',
    '😀'.repeat(1001),
    'x'.repeat(2001),
    '2026-W50',
    'task.a',
    'never',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString'),
  fc.constantFrom([], {}, [[]], [1, 2], [0.5, 0.7], ['A', 'A', 'B'], ['B', 'A', 'C', 'A'], { value: 1 }),
  fc.constantFrom(
    { tier: 'opus', was: 'haiku' },
    { since: '2026-W50' },
    { retire: true, agent: 'A' },
    'retire',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A step into the data: which of its values, and whether that is exchanged, taken away, or joined by another. */
const SLIP = fc.record({
  way: fc.array(fc.nat(40), { maxLength: 7 }),
  how: fc.constantFrom('exchange', 'remove', 'add'),
  key: fc.constantFrom(
    'tier',
    'x',
    'a/b',
    '~',
    'was',
    'if',
    'retire',
    'renamed_from',
    'inputs',
    'constructor',
  ),
  value: ODD,
});

type Slip = typeof SLIP extends fc.Arbitrary<infer T> ? T : never;

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function slipped(value: unknown, { way, how, key, value: odd }: Slip): unknown {
  const [first, ...rest] = way;
  if (!isContainer(value) || first === undefined) return odd;
  const keys = Object.keys(value);
  const chosen = keys[first % Math.max(keys.length, 1)];
  if (Array.isArray(value)) {
    const at = first % Math.max(value.length, 1);
    if (how === 'add' || value.length === 0) return [...value, odd];
    if (rest.length > 0) return value.with(at, slipped(value[at], { way: rest, how, key, value: odd }));
    return how === 'remove' ? value.toSpliced(at, 1) : value.with(at, odd);
  }
  if (rest.length > 0 && chosen !== undefined)
    return { ...value, [chosen]: slipped(value[chosen], { way: rest, how, key, value: odd }) };
  if (how === 'add') return { ...value, [key]: odd };
  const { [chosen ?? '']: _, ...others } = value;
  return how === 'remove' || chosen === undefined ? others : { ...others, [chosen]: odd };
}

const FILES = [
  ['allocation', ALLOCATION_SCHEMA, ['allocation.yaml', 'docs/example/allocation.yaml']],
  ['exceptions', EXCEPTIONS_SCHEMA, ['docs/example/allocation.exceptions.yaml']],
] as const;

describe.each(FILES)('the schema of an %s file', (name, text, samples) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, strictNumbers: true, messages: false });
  const reference = ajv.compile(JSON.parse(readFileSync(join(root, `schema/${name}.schema.json`), 'utf8')));
  const validate = validatorOf(text);
  const whole = samples.map(read);

  /** What each finds, in its order. ajv says of some breaches in which key they are, which nothing reads. */
  const found = (data: unknown) => {
    const own = validate(data) ? [] : validate.errors;
    const theirs = reference(data) ? [] : reference.errors;
    const said = (errors: typeof own | typeof theirs) =>
      (errors ?? []).map(({ instancePath, keyword, params }) => {
        const { propertyName, ...others } = params;
        return JSON.stringify([instancePath, keyword, keyword === 'propertyNames' ? params : others]);
      });
    return { own: said(own), theirs: said(theirs) };
  };

  it('takes what is right', () => {
    for (const data of whole) expect(found(data)).toEqual({ own: [], theirs: [] });
  });

  it('finds what ajv finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(SLIP, { minLength: 1, maxLength: 6 }),
        (data, slips) => {
          const wrong = slips.reduce<unknown>(slipped, data);
          const { own, theirs } = found(wrong);
          expect(own).toEqual(theirs);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
