import { type Counts, jeffreysAbove } from '../statistics/index.ts';

/** Whether the next tier would help, as far as the runs tell that were escalated to it. */
export type Help = 'helps' | 'does-not' | 'unknown';

/** Of what failed so much has to pass on the next tier. */
const ENOUGH = 0.4;

/**
 * Judges by the failed runs that the next tier was given. It is no rate of that tier in general: these were the hard ones.
 * @param pairs how many it was given, and how many passed there
 */
export function helpOf(pairs: Counts): Help {
  const chance = jeffreysAbove(pairs, ENOUGH);
  return chance >= 0.8 ? 'helps' : chance <= 0.2 ? 'does-not' : 'unknown';
}

/** The share of failed runs that the next tier would have repaired, at most: what escalations show, with Jeffreys' prior. */
export function repairedShare({ n, x }: Counts): number {
  return (x + 0.5) / (n + 1);
}
