import type { Problem } from '../../errors.ts';
import type { SchemaError } from '../../generated/validate-function.ts';
import { pathOf, valueAt, written } from '../path.ts';
import type { Source } from '../source.ts';
import { type Explained, explainKey, explainSchemaError, type KnownKeys } from './words.ts';

/** Errors past so many are not even counted: each costs time, and only the first few are shown. */
const MOST_ERRORS = 1000;

/** What a schema found, as problems with line, column, what was expected and the nearest valid name. */
export function schemaProblems(
  source: Source,
  errors: readonly SchemaError[],
  known: KnownKeys,
): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const add = ({ what, fix, key, path }: Explained): void => {
    const { line, column } = key ? source.keyAt(path) : source.at(path);
    problems.set(`${line}:${column}:${what}`, { what, file: source.file, line, column, fix });
  };
  const missing = new Map<string, string[]>();
  let pattern: unknown = null;
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const { keyword, instancePath, params } = error;
    const value = valueAt(source.value, pathOf(instancePath));
    // Of if/then/else, the branch that failed has said more.
    if (keyword === 'if') continue;
    // A pattern that a key should match is reported at the mapping, just before the key itself is.
    if (keyword === 'pattern' && typeof value !== 'string') pattern = params.pattern;
    else if (keyword === 'propertyNames') add(explainKey(instancePath, String(params.propertyName), pattern));
    else if (keyword === 'required') {
      const keys = missing.get(instancePath) ?? [];
      missing.set(instancePath, [...keys, String(params.missingProperty)]);
    } else add(explainSchemaError(error, value, known));
  }
  for (const [pointer, keys] of missing) {
    const path = pathOf(pointer);
    const what = `${written(path)} lacks the key${keys.length > 1 ? 's' : ''} ${keys.join(', ')}.`;
    add({ what, fix: null, key: path.length > 0, path });
  }
  return [...problems.values()];
}
