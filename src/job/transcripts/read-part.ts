import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { TranscriptReader } from '../../usage/transcripts/transcript-reader.ts';

/** Bytes of one transcript, to be read by one thread. */
export interface FilePart {
  readonly path: string;
  /** Place of the file among all files. */
  readonly file: number;
  /** Lines that begin in these bytes. */
  readonly from: number;
  readonly to: number;
  /** Where the file begins among all bytes of all files. */
  readonly base: number;
  readonly agentId: string | null;
  readonly agentType: string | null;
  readonly encoding: Encoding;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** In bytes. A line that is longer than the longest is no transcript's: it counts as one that could not be read. */
export const SIZES = { chunk: 2 << 20, longestLine: 64 << 20 };

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Opens a regular file, and no link that somebody put in its place. Null: it is none any more. */
export function openRegular(path: string): number | null {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  const file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  return null;
}

/** Reads parts of transcripts, one after the other, through one buffer. */
export class PartReader {
  private buffer: Buffer;
  private readonly sizes: typeof SIZES;
  private readonly reader: TranscriptReader;

  constructor(reader: TranscriptReader, sizes = SIZES) {
    this.reader = reader;
    this.sizes = sizes;
    this.buffer = Buffer.allocUnsafeSlow(sizes.chunk);
  }

  /** Hands the lines that begin in the part over to the reader, the last one also where no line break ends it. */
  read(part: FilePart): void {
    const { file, from, base, agentId, agentType } = part;
    this.reader.begin({ file, position: base + from, agentId, agentType, first: from === 0 });
    const handle = openRegular(part.path);
    if (handle === null) {
      this.reader.addDamaged();
      return;
    }
    try {
      if (part.encoding === 'utf-8') this.readBytes(handle, part);
      else this.readWide(handle, part.encoding);
    } finally {
      closeSync(handle);
      if (this.buffer.length > this.sizes.chunk) this.buffer = Buffer.allocUnsafeSlow(this.sizes.chunk);
    }
  }

  private readBytes(handle: number, { from, to }: FilePart): void {
    // The byte before tells whether a line begins here.
    const first = Math.max(0, from - 1);
    let place = first;
    /** True until the first line of the part is found. */
    let seeking = from > 0;
    let held = 0;
    for (;;) {
      const got = readSync(handle, this.buffer, held, this.buffer.length - held, place);
      const length = held + got;
      const start = place - held;
      place += got;
      let begin = 0;
      if (seeking) {
        const next = indexOfNewline(this.buffer, 0, length);
        if (next === -1 || start + next + 1 >= to) {
          if (got === 0 || start + length >= to) return;
          held = 0;
          continue;
        }
        begin = next + 1;
        seeking = false;
      } else if (start === 0 && this.buffer.subarray(0, 3).equals(BYTE_ORDER_MARK) && length >= 3) begin = 3;
      const done = this.take({ begin, length, start, from, to, atEnd: got === 0 });
      if (done === 'end') return;
      held = length - done;
      this.buffer.copyWithin(0, done, length);
      if (held < this.buffer.length) continue;
      if (this.buffer.length < this.sizes.longestLine) {
        const larger = Buffer.allocUnsafeSlow(this.buffer.length * 2);
        this.buffer.copy(larger, 0, 0, held);
        this.buffer = larger;
        continue;
      }
      this.reader.addDamaged();
      held = 0;
      seeking = true;
    }
  }

  /** Hands whole lines over; returns how many bytes are done, or that no line of the part is left. */
  private take(at: {
    begin: number;
    length: number;
    start: number;
    from: number;
    to: number;
    atEnd: boolean;
  }): number | 'end' {
    const { begin, length, start, from, to, atEnd } = at;
    // The line that holds the part's last byte is its last one.
    const last =
      start + length >= to ? indexOfNewline(this.buffer, Math.max(begin, to - 1 - start), length) : -1;
    const whole = atEnd ? length : this.buffer.subarray(0, length).lastIndexOf(NEWLINE) + 1;
    const end = last === -1 ? whole : last + 1;
    if (end > begin) {
      const lines = this.buffer.subarray(begin, end);
      this.reader.addLines(lines, lines.length, start + begin - from);
    }
    return last !== -1 || atEnd ? 'end' : Math.max(end, begin);
  }

  private readWide(handle: number, encoding: Encoding): void {
    const decoder = new TextDecoder(encoding);
    let rest = '';
    let offset = 0;
    for (;;) {
      const got = readSync(handle, this.buffer, 0, this.buffer.length, null);
      rest += decoder.decode(this.buffer.subarray(0, got), { stream: got > 0 });
      const end = got === 0 ? rest.length : rest.lastIndexOf('\n') + 1;
      const lines = Buffer.from(rest.slice(0, end));
      if (lines.length > 0) this.reader.addLines(lines, lines.length, offset);
      offset += lines.length;
      rest = rest.slice(end);
      if (got === 0) return;
      if (rest.length > this.sizes.longestLine) {
        this.reader.addDamaged();
        rest = '';
      }
    }
  }
}

function indexOfNewline(buffer: Buffer, from: number, length: number): number {
  const place = buffer.subarray(0, length).indexOf(NEWLINE, from);
  return place;
}
