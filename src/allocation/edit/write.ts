import { isObject } from '../../usage/records/fields.ts';
import { plainValue } from '../yaml.ts';

/** How the neighbours are written. */
export interface Style {
  /** Keys and texts in double quotes, as in JSON. */
  readonly isQuoted: boolean;
  /** A space inside of braces. */
  readonly isPadded: boolean;
}

type Quotes = 'plain' | 'single' | 'double';

/** What needs no quotes wherever it stands: fewer texts than YAML allows. */
const SAFE = /^[\p{L}\p{N}(](?:[\p{L}\p{N} ._/()%+’–-]*[\p{L}\p{N}._/()%+’-])?$/u;
/** What a text in double quotes must not hold as it is, beside what JSON escapes. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A scalar in the quotes that are asked for, or in double quotes where it needs them. */
export function writtenScalar(value: unknown, quotes: Quotes): string {
  if (typeof value === 'string') {
    if (quotes === 'single' && !/[\p{C}\u2028\u2029]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
    if (quotes === 'plain' && SAFE.test(value) && plainValue(value) === value) return value;
  }
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function writtenKey(key: string, { isQuoted }: Style): string {
  return writtenScalar(key, isQuoted ? 'double' : 'plain');
}

/** Plain data on one line. */
export function writtenFlow(value: unknown, style: Style): string {
  if (Array.isArray(value)) return `[${value.map((each) => writtenFlow(each, style)).join(', ')}]`;
  if (!isObject(value)) return writtenScalar(value, style.isQuoted ? 'double' : 'plain');
  const pairs = Object.entries(value).map(
    ([key, each]) => `${writtenKey(key, style)}: ${writtenFlow(each, style)}`,
  );
  const pad = style.isPadded && pairs.length > 0 ? ' ' : '';
  return `{${pad}${pairs.join(', ')}${pad}}`;
}
