import type { SimulateDocument } from '../../generated/simulate.ts';
import type { Immutable } from '../../immutable.ts';
import { type Usage, Z80 } from './ratios.ts';
import type { ReplayedCell } from './replay.ts';

/**
 * What a run of the cells that get another tier costs, with the interval of 80 % for the mean of as many runs to come:
 * they vary as these did, a ratio may be off, and so may single runs be off from it. Null: no cell gets another tier.
 */
export function perRunOf(cells: readonly ReplayedCell[]): Immutable<SimulateDocument>['per_run'] {
  const moved = cells.filter(isMoved);
  const sum = (of: (cell: ReplayedCell) => number): number => moved.reduce((all, cell) => all + of(cell), 0);
  const runs = sum((cell) => cell.runs);
  if (runs === 0) return null;
  const head = sum((cell) => cell.head) / runs;
  // Twice: what was replayed is a sample, and what comes is another one.
  const sampled =
    2 * sum(({ runs: n, head: all, squares }) => (n < 2 ? all ** 2 : spreadOf(n, all, squares)));
  const off = Z80 * (Math.sqrt(sampled + errorOf(moved)) / runs);
  return {
    runs,
    base: Math.round(sum((cell) => cell.base) / runs),
    head: Math.round(head),
    low: Math.max(0, Math.round(head - off)),
    high: Math.round(head + off),
  };
}

/** Whether it runs on another tier. */
function isMoved({ from, to, runs }: ReplayedCell): boolean {
  return from.tier !== null && to.tier !== null && from.tier !== to.tier && runs > 0;
}

/** The variance of a sum of so many costs. */
function spreadOf(n: number, sum: number, squares: number): number {
  return (Math.max(0, squares - sum ** 2 / n) * n) / (n - 1);
}

/** The variance that the ratios bring: each of all runs that rest on it, and of single runs around it. */
function errorOf(cells: readonly ReplayedCell[]): number {
  const listed = new Map<Usage, number>();
  let variance = 0;
  for (const { terms } of cells) {
    for (const [usage, term] of terms) {
      listed.set(usage, (listed.get(usage) ?? 0) + term.listed);
      variance += usage.spread ** 2 * term.squares;
    }
  }
  for (const [{ error }, amount] of listed) variance += (error * amount) ** 2;
  return variance;
}
