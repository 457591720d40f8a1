import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';

/** A value given as `@FILE` is small. */
const LIMIT = 1_000_000;

/** The text of a file that an option names. Throws `UserError` when it is no readable, regular file of modest size. */
export async function readTextFile(cwd: string, path: string): Promise<string> {
  const full = resolve(cwd, path);
  try {
    const found = statSync(full);
    if (!found.isFile()) throw new UserError(`${path} is not a file.`);
    if (found.size > LIMIT) throw new UserError(`${path} is larger than ${LIMIT / 1_000_000} MB.`);
    return readFileSync(full, 'utf8');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UserError(`${path} cannot be read (${String(error.code)}).`, 'Check the path.');
  }
}
