import type { MessagePort } from 'node:worker_threads';
import { TranscriptReader } from '../../usage/transcripts/transcript-reader.ts';
import { type FilePart, PartReader } from './read-part.ts';

/** What a thread is given. */
export interface SharedWork {
  readonly parts: readonly FilePart[];
  /** How many parts are taken; then, from `TAKEN` on, the number of each part's thread, plus one. */
  readonly taken: Int32Array<SharedArrayBuffer>;
  readonly number: number;
  /** `STATE`: 0 while it works, 1 done, 2 failed. `PROGRESS` grows with every part. */
  readonly status: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
}

export const TAKEN = 1;
export const STATE = 0;
export const PROGRESS = 1;

/** A reader that searches as fast as Node can. */
export function newReader(): TranscriptReader {
  return new TranscriptReader((bytes, needle, from) => {
    const buffer =
      bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.indexOf(needle, from);
  });
}

/** Reads parts until none is left to take. */
export function takeParts(
  reader: TranscriptReader,
  { parts, taken, number }: Pick<SharedWork, 'parts' | 'taken' | 'number'>,
  progress: () => void = () => undefined,
): void {
  const own = new PartReader(reader);
  for (;;) {
    const place = Atomics.add(taken, 0, 1);
    const part = parts[place];
    if (part === undefined) return;
    Atomics.store(taken, place + TAKEN, number + 1);
    own.read(part);
    progress();
  }
}
