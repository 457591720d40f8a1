import { pathOf, valueAt } from '../../allocation/path.ts';
import { demandOf } from '../../allocation/schema/words.ts';
import type { SchemaError, ValidateFunction } from '../../generated/validate-function.ts';
import { type FieldProblem, isObject, parseInstant } from './fields.ts';
import { canonicalJson } from './record.ts';

/** A line of the ledger may not be longer than this, in characters. */
const MOST_RECORD_LENGTH = 16_384;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export function refused(...problems: readonly FieldProblem[]): {
  readonly ok: false;
  readonly problems: readonly FieldProblem[];
} {
  return { ok: false, problems };
}

/**
 * An untrusted value in the form of its schema, with its defaults and these of its instants in whole seconds, so that
 * texts compare as times do. What it was made of stays as it is.
 */
export function conform<T extends object>(
  value: unknown,
  validate: ValidateFunction<T>,
  ...instants: readonly (keyof T & string)[]
): Checked<T> {
  if (!isObject(value)) return refused({ field: '', what: 'must be an object' });
  const own = fitting(value, validate);
  if (own === null) return refused(...problemsOf(value, validate.errors ?? []));
  const cut = instants.map((name) => [name, parseInstant(String(own[name]))] as const);
  const wrong = cut.find(([, instant]) => instant === null);
  if (wrong !== undefined) return refused({ field: wrong[0], what: 'must be a day that there is' });
  return { ok: true, value: Object.assign(own, Object.fromEntries(cut)) };
}

type Fields = Readonly<Record<string, unknown>>;

function fitting<T>(value: Fields, validate: ValidateFunction<T>): T | null {
  const copy = copyOf(value);
  if (validate(copy)) return copy;
  const given = withoutNulls(value);
  return validate(given) ? given : null;
}

/** What a validator changes of a value is in its own fields and in theirs. */
function copyOf(value: Fields): Fields {
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) if (isObject(copy[name])) copy[name] = { ...copy[name] };
  return copy;
}

/** A copy without the fields that are null, which says no more than to leave them out. */
function withoutNulls(value: Fields): Fields {
  const given = (fields: Fields) => Object.entries(fields).filter(([, each]) => each !== null);
  return Object.fromEntries(
    given(value).map(([name, each]) => [name, isObject(each) ? Object.fromEntries(given(each)) : each]),
  );
}

/** What is wrong, once for each field: the branches of a schema say it again in other words. */
function problemsOf(value: Fields, errors: readonly SchemaError[]): readonly FieldProblem[] {
  const problems = errors.flatMap((error) => {
    const { keyword, params } = error;
    const path = pathOf(error.instancePath);
    const say = (what: string, ...more: readonly string[]): FieldProblem[] => [
      { field: [...path, ...more].join('.'), what },
    ];
    // Of if/then/else the branch that failed has said more, and of a name its pattern.
    if (keyword === 'if' || keyword === 'propertyNames') return [];
    if (keyword === 'required') return say('is missing', String(params.missingProperty));
    if (keyword === 'additionalProperties') return say('is not known', String(params.additionalProperty));
    if (keyword === 'type' && params.type === 'null')
      return say(`must be null when the cost is ${value.cost_basis}`);
    if (keyword === 'pattern' && isObject(valueAt(value, path)))
      return say(demandOf(error).replace('must be', 'must only have keys that are'));
    return say(demandOf(error));
  });
  return problems.filter(({ field }, at) => problems.findIndex((each) => each.field === field) === at);
}

/**
 * A value, which is the caller's own, with the id that its key gives.
 * @param length characters of the line that it was read from; left out: it is measured
 */
export function identified<T extends { readonly id?: string }>(
  value: T,
  id: string,
  length?: number,
): Checked<T & { readonly id: string }> {
  if (value.id !== undefined && value.id !== id)
    return refused({ field: 'id', what: 'is not the one that the natural key gives: leave it out' });
  const whole = Object.assign(value, { id });
  if ((length ?? canonicalJson(whole).length) > MOST_RECORD_LENGTH)
    return refused({ field: '', what: `must not be longer than ${MOST_RECORD_LENGTH} characters` });
  return { ok: true, value: whole };
}
