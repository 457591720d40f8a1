import type { Random } from './generator.ts';

/** The quantile of numbers in ascending order, linear between two of them; null of none. */
export function quantile(sorted: readonly number[], p: number): number | null {
  const place = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Draws as many blocks (weeks) as there are, with return, again and again.
 * @param statistic a figure of one such draw
 * @returns the figures in ascending order
 */
export function blockBootstrap<T>(
  blocks: readonly T[],
  statistic: (drawn: readonly T[]) => number,
  { rounds, random }: { readonly rounds: number; readonly random: Random },
): readonly number[] {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const drawn = blocks.flatMap(() => {
      const block = blocks[Math.floor(random() * blocks.length)];
      return block === undefined ? [] : [block];
    });
    figures.push(statistic(drawn));
  }
  return figures.sort((a, b) => a - b);
}
