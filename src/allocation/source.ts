import { type Problem, UserError } from '../errors.ts';
import { decode } from './decode.ts';
import { capped } from './limits.ts';
import type { Path } from './path.ts';
import { offsetInScalar } from './scalar-position.ts';
import { readYaml, type YamlPlace } from './yaml.ts';

export { capped, LIMITS } from './limits.ts';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** A YAML file as a value, with the way back from the value to lines and columns. */
export interface Source {
  readonly file: string;
  /** Plain data: objects, arrays, strings, numbers, booleans and null. */
  readonly value: unknown;
  /** Where the value at `path` stands; where it does not exist, its nearest existing parent. */
  readonly at: (path: Path) => Position;
  /** Where the key of the value at `path` stands; for list items, the item. */
  readonly keyAt: (path: Path) => Position;
  /** Where the character at `offset` (0-based) of the text at `path` stands. */
  readonly within: (path: Path, offset: number) => Position;
}

/** From an offset in the text to its line and column. */
type Where = (offset: number) => Position;

/** The steps of a path as far as they exist: the offset of the last key, and the last value, that were met. */
interface Followed {
  readonly key: number | null;
  readonly place: YamlPlace;
}

/**
 * Reads one YAML 1.2 document strictly: unique keys, no tags, no directives, limits on size, depth and aliases.
 * Throws `UserError` with every problem found, each with line and column.
 * An empty file has the value null.
 */
export function readSource(file: string, bytes: Uint8Array): Source {
  const text = decode(file, bytes);
  const where = positions(text);
  const reading = readYaml(text);
  if (!reading.read) {
    const problems = reading.mistakes.map(
      ({ what, offset, fix }): Problem => ({ what, file, ...where(offset), fix }),
    );
    throw new UserError(capped(problems));
  }
  const { value, place: root } = reading;
  if (root === null) {
    const start = { line: 1, column: 1 };
    return { file, value: null, at: () => start, keyAt: () => start, within: () => start };
  }
  return {
    file,
    value,
    at: (path) => where(follow(root, path).place.start),
    keyAt: (path) => {
      const { key, place } = follow(root, path);
      return where(key ?? place.start);
    },
    within: (path, offset) => {
      const { scalar, start } = follow(root, path).place;
      return where(scalar === null ? start : offsetInScalar(text, scalar, offset));
    },
  };
}

function follow(root: YamlPlace, path: Path): Followed {
  let found: Followed = { key: null, place: root };
  for (const step of path) {
    const { entries, items } = found.place;
    const entry = entries?.get(String(step));
    const item = typeof step === 'number' ? items?.[step] : undefined;
    if (entry !== undefined) found = entry;
    else if (item !== undefined) found = { key: item.start, place: item };
    else break;
  }
  return found;
}

/** Where the offsets of a text are in it. Lines end with LF, CR LF or CR. */
export function positions(text: string): Where {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) starts.push(ends.lastIndex);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
