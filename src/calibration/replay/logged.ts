import type { LoggedWhatIf } from '../../usage/records/what-if.ts';
import type { WhatIf } from './document.ts';

/** A what-if as the ledger keeps it, to be held against what comes; null: it says nothing that could be. */
export function whatIfToLog(
  { cells, per_run: perRun, weeks, basis }: WhatIf,
  { at, repository, since }: Pick<LoggedWhatIf, 'at' | 'repository' | 'since'>,
): LoggedWhatIf | null {
  const moved = cells.flatMap(({ agent, phase, from, to, runs }) =>
    phase === null || from === null || to === null || from === to || runs === 0
      ? []
      : [{ agent, phase, from, to, runs }],
  );
  if (perRun === null || moved.length === 0) return null;
  const { head, low, high } = perRun;
  const { kind, pairs } = basis;
  return {
    schema: 'haiku-first/what-if@1',
    at,
    repository,
    since,
    cells: moved,
    weeks,
    microusd: head,
    interval: { low, high },
    basis: kind,
    pairs,
  };
}
