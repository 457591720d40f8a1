import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ModelTable } from '../../usage/models/models.ts';
import { type SharedWork, type TranscriptTotals, takeWork } from './aggregate.ts';

/**
 * `aggregateTranscripts` with `threads` threads, this one among them. `worker` is the compiled
 * `aggregate-worker.ts`, whose place only the caller knows. Throws what a thread throws.
 */
export async function aggregateInThreads(
  paths: readonly string[],
  table: ModelTable,
  threads: number,
  worker: URL,
): Promise<TranscriptTotals> {
  const work: SharedWork = { paths, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const helpers = Array.from({ length: Math.min(threads, paths.length) - 1 }, () => {
    const helper = new Worker(worker, { workerData: work });
    // `once` rejects when the thread throws.
    return once(helper, 'message');
  });
  const finished = Promise.all(helpers);
  // An error in a helper is thrown where the helpers are awaited, not before this thread is done.
  finished.catch(() => undefined);
  const own = takeWork(work);
  for (const [state] of await finished) own.absorb(state);
  return own.totals(table);
}
