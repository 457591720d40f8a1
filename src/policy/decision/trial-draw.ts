import { createHash } from 'node:crypto';

/**
 * A number from 0 up to 1 that a run and a trial always share: the first 48 bits of the SHA-256 of the run's key and
 * the trial's name. In a file of its own, for loading `node:crypto` costs a fifth of a Node that does nothing, and
 * few allocations have a trial.
 */
export function trialDraw(key: string, trial: string): number {
  return createHash('sha256').update(`${key}${trial}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
