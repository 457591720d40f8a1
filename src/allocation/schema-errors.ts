import type { Problem } from '../errors.ts';
import type { SchemaError } from '../generated/validators.ts';
import { suggestion } from './nearest.ts';
import type { Path, Source } from './source.ts';

/** What each pattern of the schemas wants, in words. */
const PATTERNS: readonly (readonly [string, string])[] = [
  ['^[0-9]{4}-W[0-9]{2}$', 'an ISO week such as 2026-W50'],
  ['^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'a date such as 2026-11-30'],
  ['^\\s*task', 'one boolean fact, written task.NAME'],
  ['^[A-Za-z][A-Za-z0-9_.-]{0,63}$', 'a name: a letter, then letters, digits, _ . or -, at most 64 in all'],
  ['^[A-Za-z_][A-Za-z0-9_-]{0,63}$', 'a fact name: a letter or _, then letters, digits, _ or -'],
  ['^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$', 'an id: letters, digits, _ . or -'],
  ['^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$', 'a model id: letters, digits and . _ : @ / - only'],
  ['^[A-Za-z0-9_.-]+/', 'OWNER/REPO/path@SHA with a full commit id'],
];

/** The parts of a JSON pointer; a part that is an index of a list becomes a number. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^(?:0|[1-9][0-9]*)$/.test(part) ? Number(part) : part));
}

/** A path in the file's words: `agents.TESTING.upgrades[0]`. */
export function written(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text === '' ? 'the file' : text;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.entries(current).find(([key]) => key === String(step))?.[1];
  }
  return current;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function words(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

interface Explained {
  readonly what: string;
  readonly fix: string | null;
  /** True: point at the key, not at the value. */
  readonly key: boolean;
  readonly path: Path;
}

/** The keys that the schema knows at the place an error speaks of. */
type KnownKeys = (error: SchemaError) => readonly string[];

function explain(error: SchemaError, source: Source, knownKeys: KnownKeys): Explained {
  const path = pathOf(error.instancePath);
  const name = written(path);
  const value = valueAt(source.value, path);
  const { params } = error;
  const say = (what: string, fix: string | null = null): Explained => ({ what, fix, key: false, path });
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      return {
        what: `The key ${key} is not known in ${name}.`,
        fix: suggestion(key, knownKeys(error)),
        key: true,
        path: [...path, key],
      };
    }
    case 'required':
      return {
        what: `${name} lacks the key ${String(params.missingProperty)}.`,
        fix: null,
        key: path.length > 0,
        path,
      };
    case 'dependentRequired':
      return say(
        `${name} has ${String(params.property)} but lacks ${String(params.missingProperty)}: the two go together.`,
      );
    case 'type': {
      const wanted = words([params.type].flat()).map((type) => TYPES[type] ?? type);
      return say(`${name} must be ${wanted.join(' or ')}, but is ${short(value)}.`);
    }
    case 'enum': {
      const allowed = words(params.allowedValues);
      return say(
        `${name} must be one of ${allowed.join(', ')}, but is ${short(value)}.`,
        typeof value === 'string' ? suggestion(value, allowed) : null,
      );
    }
    case 'const':
      return say(`${name} must be ${short(params.allowedValue)}, but is ${short(value)}.`);
    case 'pattern': {
      const pattern = String(params.pattern);
      const wanted =
        PATTERNS.find(([start]) => pattern.startsWith(start))?.[1] ?? `text that matches ${pattern}`;
      return say(`${name} must be ${wanted}, but is ${short(value)}.`);
    }
    case 'propertyNames':
      return {
        what: `${short(params.propertyName)} cannot be a name in ${name}.`,
        fix: 'Use a letter, then letters, digits, _ or -, at most 64 in all.',
        key: true,
        path: [...path, String(params.propertyName)],
      };
    case 'minProperties':
    case 'minItems':
    case 'minLength':
      return say(`${name} must not be empty.`);
    case 'maxItems':
    case 'maxProperties':
    case 'maxLength':
      return say(`${name} is too long: at most ${String(params.limit)}.`);
    case 'false schema':
      return say(`${name} must not be given here.`);
    default:
      return say(`${name} ${error.message ?? 'is not valid'}, but is ${short(value)}.`);
  }
}

/**
 * What a schema found, as problems with line, column, what was expected and the nearest valid name.
 * Errors that only repeat what another says (the branches of if/then/else, a name's pattern) are left out.
 */
export function schemaProblems(
  source: Source,
  errors: readonly SchemaError[],
  knownKeys: KnownKeys,
): Problem[] {
  const nameErrors = new Set(
    errors.filter((error) => error.keyword === 'propertyNames').map((error) => error.instancePath),
  );
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    if (
      error.keyword === 'pattern' &&
      nameErrors.has(error.instancePath) &&
      typeof valueAt(source.value, pathOf(error.instancePath)) === 'object'
    )
      continue;
    const { what, fix, key, path } = explain(error, source, knownKeys);
    const { line, column } = key ? source.keyAt(path) : source.at(path);
    problems.set(`${line}:${column}:${what}`, { what, file: source.file, line, column, fix });
  }
  return [...problems.values()];
}
