import { parentPort, workerData } from 'node:worker_threads';
import { type SharedWork, takeWork } from './aggregate.ts';

/** A second thread of `aggregateInThreads`. */
const work: SharedWork = workerData;
const state = takeWork(work).state();
parentPort?.postMessage(state, [state.cells.buffer]);
