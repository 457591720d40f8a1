import type { Attempt } from '../attempt.ts';
import type { Counts } from '../statistics/index.ts';
import type { ReplayedCell } from './replay.ts';

/** What the ledger shows of the quality of a cell that moves to another tier. */
export interface QualityOfCell {
  readonly agent: string;
  readonly phase: string | null;
  readonly from: string;
  readonly to: string;
  /** First attempts on the tier that it has, and how many were reworked. */
  readonly base: Counts;
  /** The same on the tier that it gets; null: it never ran there. */
  readonly head: Counts | null;
  /** Poor results that were repeated on the tier that it gets, and how many passed there; null: none was. */
  readonly rescued: Counts | null;
}

/**
 * The evidence on rework of the cells that move. Rates are of first attempts by the tier that they were assigned: what
 * a higher tier makes of escalated work, which is the hard part, is no rate of that tier. A cell without any evidence
 * of the tier that it gets is left out: of it nothing is known.
 */
export function qualityOf(
  cells: readonly ReplayedCell[],
  attempts: readonly Attempt[],
): readonly QualityOfCell[] {
  const moved = cells.flatMap(({ agent, phase, from, to }) =>
    from.tier === null || to.tier === null || from.tier === to.tier
      ? []
      : [{ agent, phase, from: from.tier, to: to.tier, base: none(), head: none(), rescued: none() }],
  );
  if (moved.length === 0) return [];
  for (const attempt of attempts) {
    const cell = moved.find(({ agent, phase }) => agent === attempt.agent && phase === attempt.phase);
    if (cell === undefined) continue;
    const { isFirst, fate, assigned, tier, escalatedFrom, outcome } = attempt;
    if (isFirst && fate !== 'unknown') {
      const counts = assigned === cell.from ? cell.base : assigned === cell.to ? cell.head : null;
      if (counts !== null) count(counts, fate === 'reworked');
    }
    if (escalatedFrom === cell.from && tier === cell.to && outcome !== 'unknown')
      count(cell.rescued, outcome === 'pass');
  }
  return moved
    .filter(({ head, rescued }) => head.n + rescued.n > 0)
    .map(({ head, rescued, ...cell }) => ({
      ...cell,
      head: head.n === 0 ? null : head,
      rescued: rescued.n === 0 ? null : rescued,
    }));
}

function none(): { n: number; x: number } {
  return { n: 0, x: 0 };
}

function count(counts: { n: number; x: number }, isHit: boolean): void {
  counts.n += 1;
  if (isHit) counts.x += 1;
}
