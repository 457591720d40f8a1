import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { ReaderState, TranscriptReader } from '../../usage/transcripts/transcript-reader.ts';
import { type FilePart, PartReader } from './read-part.ts';
import { newReader, PROGRESS, type SharedWork, STATE, TAKEN, takeParts } from './shared-work.ts';

/** Below this, a thread costs more than it helps. */
const WORTH_A_THREAD = 48 << 20;
const MOST_THREADS = 4;
/** A helper that does nothing for so long is given up; its parts are read here. */
const PATIENCE_MS = 15_000;

/** How many threads are worth their while. */
function threadsFor(parts: readonly FilePart[]): number {
  const bytes = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.min(MOST_THREADS, availableParallelism(), Math.floor(bytes / WORTH_A_THREAD) + 1, parts.length);
}

/** Reads all parts, with the help of other threads where there is much to read. Waits for them. */
export function readParts(parts: readonly FilePart[], threads = threadsFor(parts)): TranscriptReader {
  const helpers = Array.from({ length: Math.max(0, threads - 1) }, () => new Helper());
  const taken = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, parts.length + 1)));
  for (const [place, helper] of helpers.entries()) helper.start({ parts, taken, number: place + 1 });
  const reader = newReader();
  takeParts(reader, { parts, taken, number: 0 });
  for (const [place, helper] of helpers.entries()) {
    const own = parts.filter((_, part) => Atomics.load(taken, part + TAKEN) === place + 2);
    // One that came too late to take anything is not waited for.
    const state = own.length === 0 ? helper.end(null) : helper.wait();
    if (state !== null) reader.absorb(state);
    else {
      const again = new PartReader(reader);
      for (const part of own) again.read(part);
    }
  }
  return reader;
}

class Helper {
  private readonly status = new Int32Array(new SharedArrayBuffer(8));
  private readonly channel = new MessageChannel();
  private worker: Worker | null = null;

  start(work: Pick<SharedWork, 'parts' | 'taken' | 'number'>): void {
    const { port1, port2 } = this.channel;
    const workerData: SharedWork = { ...work, status: this.status, port: port2 };
    this.worker = new Worker(workerPlace(), {
      workerData,
      transferList: [port2],
      stdout: true,
      stderr: true,
    });
    // Without somebody who listens, an error would end the process. That it came to nothing is seen in `wait`.
    this.worker.on('error', () => undefined);
    this.worker.unref();
    port1.unref();
  }

  /** What the helper has read; null where it failed. */
  wait(): ReaderState | null {
    for (;;) {
      const progress = Atomics.load(this.status, PROGRESS);
      if (Atomics.load(this.status, STATE) === 0) Atomics.wait(this.status, STATE, 0, PATIENCE_MS);
      const state = Atomics.load(this.status, STATE);
      if (state === 1) break;
      if (state !== 0 || Atomics.load(this.status, PROGRESS) === progress) return this.end(null);
    }
    const received = receiveMessageOnPort(this.channel.port1);
    const state: ReaderState | null = received === undefined ? null : received.message;
    return this.end(state);
  }

  /** Lets the thread go. */
  end(state: ReaderState | null): ReaderState | null {
    this.channel.port1.close();
    void this.worker?.terminate();
    return state;
  }
}

/** In the bundle the helper stands beside this file; there is no name for it that holds in both places. */
function workerPlace(): URL {
  const own = import.meta.url;
  return new URL(own.endsWith('.ts') ? './worker.ts' : './transcript-worker.js', own);
}
