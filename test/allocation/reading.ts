import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allocation } from '../../src/allocation/allocation.ts';
import { type Exceptions, parseExceptions } from '../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { describe, UserError } from '../../src/errors.ts';

/** Our own file: the whole matrix of the strategy. */
export const REAL = readFileSync(join(import.meta.dirname, '../../allocation.yaml'), 'utf8');

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function read(text: string | Uint8Array): Allocation {
  return parseAllocation('allocation.yaml', typeof text === 'string' ? bytes(text) : text);
}

export function readExceptions(text: string): Exceptions {
  return parseExceptions('allocation.exceptions.yaml', bytes(text));
}

/** What the user is told, a line for each mistake; fails when there is none. */
export function complaints(task: () => unknown): readonly string[] {
  try {
    task();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(describe);
    throw error;
  }
  throw new Error('it was accepted');
}

/** What is said about our own file after a slip of the pen. */
export function slip(...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  return complaints(() => read(changed(...changes)));
}

/** Our own file with replaced text. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`allocation.yaml has no ${from}`);
    return text.replace(from, to);
  }, REAL);
}

/** Line and column (1-based) of the first place of `text` in `whole`, as an error names it. */
export function placeOf(whole: string, text: string): string {
  const at = whole.indexOf(text);
  if (at === -1) throw new Error(`there is no ${text}`);
  const before = whole.slice(0, at).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
