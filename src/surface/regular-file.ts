import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';

/** What reading a file has come to. `problem` continues a sentence that begins with the file's name. */
type RegularReading =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'absent' | 'irregular' | 'too-large' | 'unreadable'; readonly problem: string };

/**
 * Reads a regular file of at most `most` bytes. It is opened without waiting for a pipe, then looked at, so that it
 * cannot be exchanged in between; no more is read than it has then. Synchronous: `fs/promises` costs more to load
 * than this reads.
 * @param links `refused` where somebody else may have put one there
 */
export function readRegularFile(path: string, most: number, links: 'followed' | 'refused'): RegularReading {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  try {
    const file = openSync(path, O_RDONLY | O_NONBLOCK | (links === 'refused' ? O_NOFOLLOW : 0));
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) return { kind: 'irregular', problem: 'is not a regular file.' };
      if (stat.size > most)
        return { kind: 'too-large', problem: `has ${stat.size} bytes: at most ${most} are read.` };
      return { kind: 'file', bytes: readAll(file, stat.size) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const isAbsent = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return {
      kind: isAbsent ? 'absent' : 'unreadable',
      problem: `cannot be read (${String(error.code)}).`,
    };
  }
}

function readAll(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** The bytes of a regular file that a user has named. Throws `UserError`, with that name, for anything else. */
export function readNamedFile(
  path: string,
  name: string,
  most: number,
  links: 'followed' | 'refused' = 'followed',
): Buffer {
  const reading = readRegularFile(path, most, links);
  if (reading.kind === 'file') return reading.bytes;
  const isOther = reading.kind === 'absent' || reading.kind === 'unreadable';
  throw new UserError(`${name} ${reading.problem}`, isOther ? 'Check the path.' : null);
}

/** A value given as `@FILE` is small. */
const MOST_VALUE = 1_000_000;

/** The text of a file that an option names. Throws `UserError` when it is no readable, regular file of modest size. */
export async function readTextFile(cwd: string, path: string): Promise<string> {
  return readNamedFile(resolve(cwd, path), path, MOST_VALUE).toString('utf8');
}
