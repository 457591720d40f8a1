import { closeSync, openSync, readSync } from 'node:fs';

/** In bytes. A line that is longer than the longest is no transcript's: it is passed over. */
const SIZES = { chunk: 4 << 20, longestLine: 64 << 20 };
const NEWLINE = 0x0a;

/** Takes whole lines. */
export interface LineTaker {
  /** Whole lines, from the buffer's start to `end`. The buffer is used again afterwards. */
  readonly addLines: (buffer: Buffer, end: number) => void;
  /** A line that is too long to be read. */
  readonly skipped: () => void;
}

/** Reads a file in chunks and hands over its lines, the last one also where no line break ends it. */
export function readLines(path: string, taker: LineTaker, sizes = SIZES): void {
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(sizes.chunk);
    let held = 0;
    for (;;) {
      const got = readSync(file, buffer, held, buffer.length - held, null);
      const length = held + got;
      const end = got === 0 ? length : buffer.lastIndexOf(NEWLINE, length - 1) + 1;
      taker.addLines(buffer, end > length ? 0 : end);
      buffer.copyWithin(0, end, length);
      held = length - end;
      if (got === 0) return;
      if (held < buffer.length) continue;
      if (buffer.length >= sizes.longestLine) {
        taker.skipped();
        held = skipLine(file, buffer);
      } else {
        const larger = Buffer.allocUnsafe(buffer.length * 2);
        buffer.copy(larger, 0, 0, held);
        buffer = larger;
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Reads on to the next line; what follows it is at the start of the buffer. Returns how much that is. */
function skipLine(file: number, buffer: Buffer): number {
  for (;;) {
    const got = readSync(file, buffer, 0, buffer.length, null);
    const next = buffer.subarray(0, got).indexOf(NEWLINE);
    if (got === 0) return 0;
    if (next === -1) continue;
    buffer.copyWithin(0, next + 1, got);
    return got - next - 1;
  }
}
