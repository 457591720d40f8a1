import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import { UserError } from '../errors.ts';

/** The names of the standard input, which cannot be opened again where it is a socket. */
const STANDARD_INPUT = /^(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/;

/** True for what has no length and can be read once: `-`, a pipe, `<(…)`, a terminal. */
export function isPipe(path: string): boolean {
  if (path === '-') return true;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && (stat.isFIFO() || stat.isSocket() || stat.isCharacterDevice());
}

/** All that comes out of a pipe. Throws `UserError` where nobody writes into it, or for more than `most` bytes. */
export function readPipe(path: string, most: number): string {
  const own = STANDARD_INPUT.test(path);
  const file = own ? 0 : openSync(path, 'r');
  try {
    return Buffer.concat(chunksOf(file, own ? 'The standard input' : path, most)).toString('utf8');
  } finally {
    if (!own) closeSync(file);
  }
}

function chunksOf(file: number, name: string, most: number): readonly Buffer[] {
  if (isatty(file)) throw new UserError(`${name} is a terminal.`, 'Pipe something in, or name a file.');
  const chunks: Buffer[] = [];
  for (let length = 0; ; ) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    const got = readSome(file, chunk);
    if (got === 0) return chunks;
    length += got;
    if (length > most)
      throw new UserError(`${name} gives more than ${most} bytes.`, 'Write it to a file, and name that.');
    chunks.push(chunk.subarray(0, got));
  }
}

/** Bytes read; 0 at the end. A pipe that was opened not to wait says that it has nothing yet: then it is asked again. */
function readSome(file: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(file, into, 0, into.length, null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
