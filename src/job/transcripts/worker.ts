import { workerData } from 'node:worker_threads';
import { newReader, PROGRESS, type SharedWork, STATE, takeParts } from './shared-work.ts';

/** Another thread of `readParts`. */
const work: SharedWork = workerData;
const { port, status } = work;
let end = 2;
try {
  const reader = newReader();
  takeParts(reader, work, () => Atomics.add(status, PROGRESS, 1));
  const state = reader.state();
  port.postMessage(
    state,
    [...state.cells.whole, ...state.cells.times].map(({ buffer }) => buffer),
  );
  end = 1;
} finally {
  Atomics.store(status, STATE, end);
  Atomics.notify(status, STATE);
}
