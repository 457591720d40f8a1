import { quantile, type Random, randomFrom } from '../statistics/index.ts';
import type { Usage } from './ratios.ts';
import type { ReplayedWeek } from './replay.ts';

const ROUNDS = 500;
/** Outside of an interval of 80 %, at each end. */
const TAIL = 0.1;

/** Around the difference between head and base, in micro-dollars over the weeks. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 80 % interval of what head costs more than base. Weeks are drawn with return, each with its runs; every ratio is
 * drawn around its estimate, and the runs that rest on it around the ratio. The same seed gives the same interval.
 * @param seed a hash in hexadecimal: the ledger's commit
 */
export function intervalOf(weeks: readonly ReplayedWeek[], seed: string): Interval {
  const random = randomFrom(seed);
  const filled = weeks.filter(({ runs, base, head }) => runs > 0 || base > 0 || head > 0);
  const blocks = filled.map(({ base, head, terms }) => ({ difference: head - base, terms }));
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let all = 0;
    let noise = 0;
    const moved = new Map<Usage, number>();
    for (let count = 0; count < blocks.length; count += 1) {
      const block = blocks[Math.floor(random() * blocks.length)];
      if (block === undefined) continue;
      all += block.difference;
      for (const [usage, { listed, squares }] of block.terms) {
        moved.set(usage, (moved.get(usage) ?? 0) + listed);
        noise += usage.spread ** 2 * squares;
      }
    }
    for (const [{ factor, error }, listed] of moved) {
      // A task costs something on every tier.
      const off = Math.max(-factor, error * normal(random));
      all += listed * off;
    }
    figures.push(all + Math.sqrt(noise) * normal(random));
  }
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, TAIL) ?? 0, high: quantile(figures, 1 - TAIL) ?? 0 };
}

/** A standard normal number (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
