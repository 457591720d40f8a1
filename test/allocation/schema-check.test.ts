import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validatorOf } from '../../src/allocation/schema/check.ts';
import { stepOf } from '../../src/deferral/claims.ts';
import { ALLOCATION_SCHEMA, EXCEPTIONS_SCHEMA } from '../../src/generated/schema-texts.ts';
import {
  DEFERRAL_SCHEMA,
  DRAIN_SCHEMA,
  FORECAST_SCHEMA,
  WHAT_IF_SCHEMA,
} from '../../src/generated/stored-schema-texts.ts';
import { deferral } from '../deferral/works.ts';
import { forecast } from '../usage/records/forecasts.ts';
import { loggedWhatIf } from '../usage/records/what-ifs.ts';

const CLAIM = { run: '9', attempt: 1, nonce: 'ab'.repeat(8) };
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

/** What each finds, in its order, and what it makes of the data. ajv says of some breaches in which key they are, which nothing reads. */
function comparison(text: string, schema: object, changes: { fill?: boolean; drop?: boolean } = {}) {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    strictNumbers: true,
    messages: false,
    useDefaults: changes.fill ?? false,
    removeAdditional: changes.drop ?? false,
  });
  const reference = ajv.compile(schema);
  const validate = validatorOf(text, changes);
  const said = (errors: typeof validate.errors | typeof reference.errors) =>
    (errors ?? []).map(({ instancePath, keyword, params }) => {
      const { propertyName, ...others } = params;
      return JSON.stringify([instancePath, keyword, keyword === 'propertyNames' ? params : others]);
    });
  return (data: unknown) => {
    const [ours, theirs] = [structuredClone(data), structuredClone(data)];
    const own = validate(ours) ? [] : said(validate.errors);
    const other = reference(theirs) ? [] : said(reference.errors);
    return { own: { errors: own, data: ours }, ajv: { errors: other, data: theirs } };
  };
}

type Compare = ReturnType<typeof comparison>;

/** Holds both to what is right, and to what slips make of it. */
function compare(samples: readonly unknown[], found: Compare): void {
  for (const data of samples) expect(found(data).own.errors).toEqual([]);
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(SLIP, { maxLength: 6 }), (data, slips) => {
      const { own, ajv } = found(slips.reduce<unknown>(slipped, data));
      expect(own).toEqual(ajv);
    }),
    { numRuns: 2000 },
  );
}

describe('a schema that is followed', () => {
  const schemaOf = (name: string) =>
    JSON.parse(readFileSync(join(root, `schema/${name}.schema.json`), 'utf8'));

  it.each([
    ['allocation', ALLOCATION_SCHEMA, ['allocation.yaml', 'docs/example/allocation.yaml']],
    ['exceptions', EXCEPTIONS_SCHEMA, ['docs/example/allocation.exceptions.yaml']],
  ] as const)('finds of an %s file what ajv finds', (name, text, paths) => {
    compare(paths.map(read), comparison(text, schemaOf(name)));
  });

  it.each<[string, string, object, { fill?: boolean; drop?: boolean }]>([
    ['deferral', DEFERRAL_SCHEMA, deferral(1, { task: { labels: ['a'], lines_changed: 3 } }), { fill: true }],
    [
      'step of a drain',
      DRAIN_SCHEMA,
      stepOf(deferral(1), 'started', CLAIM, '2026-11-25T12:00:00Z', {}),
      { fill: true },
    ],
    ['forecast', FORECAST_SCHEMA, forecast(), { fill: true, drop: true }],
    ['what-if', WHAT_IF_SCHEMA, loggedWhatIf(), { fill: true, drop: true }],
  ])('makes of a %s in the ledger what ajv makes of it', (_, text, sample, changes) => {
    compare([sample], comparison(text, JSON.parse(text), changes));
  });
});
