import type { SchemaError } from '../../generated/validate-function.ts';
import { clip } from '../clip.ts';
import { suggestion } from '../nearest.ts';
import { type Path, pathOf, written } from '../path.ts';
import { patternWords } from '../patterns.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['object', 'a mapping'],
  ['array', 'a list'],
  ['string', 'a string'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
]);

/** One breach of a schema in words. */
export interface Explained {
  readonly what: string;
  readonly fix: string | null;
  /** True: point at the key, not at the value. */
  readonly key: boolean;
  readonly path: Path;
}

/** The keys of the closed objects of a schema, by their places: a part of `SCHEMA_KEYS`. */
export type KnownKeys = readonly (readonly [place: string, keys: readonly string[]])[];

function keysAt(known: KnownKeys, path: Path): readonly string[] {
  const found = known.find(([place]) => {
    const steps = place.split('/').slice(1);
    return (
      steps.length === path.length && steps.every((step, at) => step === '*' || step === String(path[at]))
    );
  });
  return found?.[1] ?? [];
}

function short(value: unknown): string {
  if (value === null) return 'empty';
  return clip(JSON.stringify(value) ?? 'nothing', 60);
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

const BOUNDS: ReadonlyMap<string, readonly [words: string, unit: string | null]> = new Map([
  ['minimum', ['at least', null]],
  ['maximum', ['at most', null]],
  ['exclusiveMinimum', ['more than', null]],
  ['exclusiveMaximum', ['less than', null]],
  ['minItems', ['at least', 'items']],
  ['maxItems', ['at most', 'items']],
  ['minLength', ['at least', 'characters']],
  ['maxLength', ['at most', 'characters']],
  ['minProperties', ['at least', 'keys']],
  ['maxProperties', ['at most', 'keys']],
]);

/** Says that a key of the mapping at `pointer` is no name; `pattern` is what it should match. */
export function explainKey(pointer: string, key: string, pattern: unknown): Explained {
  const path = pathOf(pointer);
  const what = `In ${written(path)}, a key must be ${patternWords(String(pattern))}, but one is ${short(key)}.`;
  return { what, fix: null, key: true, path: [...path, key] };
}

/** What the keyword of a breach demands, as words that go after the name of the place. */
export function demandOf({ keyword, params, message }: SchemaError): string {
  const bound = BOUNDS.get(keyword);
  if (bound !== undefined) {
    const [words, unit] = bound;
    if (unit === null) return `must be ${words} ${String(params.limit)}`;
    if (params.limit === 1 && words === 'at least') return 'must not be empty';
    return `must have ${words} ${String(params.limit)} ${unit}`;
  }
  switch (keyword) {
    case 'type':
      return `must be ${texts([params.type].flat())
        .map((type) => TYPES.get(type) ?? type)
        .join(' or ')}`;
    case 'enum':
      return `must be one of ${texts(params.allowedValues).join(', ')}`;
    case 'const':
      return `must be ${short(params.allowedValue)}`;
    case 'pattern':
      return `must be ${patternWords(String(params.pattern))}`;
    default:
      return `must be ${message ?? 'something else'}`;
  }
}

/** Says what is wrong with `value`, which stands where `error` speaks of. */
export function explainSchemaError(error: SchemaError, value: unknown, known: KnownKeys): Explained {
  const path = pathOf(error.instancePath);
  const name = written(path);
  const { keyword, params } = error;
  const say = (what: string, fix: string | null = null): Explained => ({ what, fix, key: false, path });
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const fix = suggestion(key, keysAt(known, path));
      return { what: `The key ${clip(key)} is not known in ${name}.`, fix, key: true, path: [...path, key] };
    }
    case 'dependentRequired': {
      const [given, missing] = [String(params.property), String(params.missingProperty)];
      return say(`${name} has ${given} but lacks ${missing}: the two go together.`);
    }
    case 'false schema':
      return { what: `${name} must not be given here.`, fix: 'Remove it.', key: true, path };
  }
  const demand = demandOf(error);
  if (!demand.startsWith('must be ')) return say(`${name} ${demand}.`);
  const isWord = keyword === 'enum' && typeof value === 'string';
  const fix = isWord ? suggestion(value, texts(params.allowedValues)) : null;
  return say(`${name} ${demand}, but is ${short(value)}.`, fix);
}
