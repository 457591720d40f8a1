import type { WhatIf } from '../../calibration/replay/index.ts';
import type { Context } from '../../gather/context.ts';
import type { ProposedChange } from '../../policy/gate/index.ts';
import type { GateResult } from '../../render/gate/result.ts';
import type { OptionsOf } from '../../surface/options/index.ts';

/** Weeks that are replayed. */
const WEEKS = 4;

/**
 * What the pull request would have cost, where it changes cells of the matrix and passes. Best effort: without a ledger,
 * or with an empty one, there is nothing to say, and what cannot be read is a remark. It never changes the verdict.
 */
export async function whatIfOf(
  context: Context<OptionsOf<'check'>>,
  result: GateResult,
  change: ProposedChange | null,
): Promise<WhatIf | null> {
  const { event, options, notes } = context;
  if (event?.kind !== 'pull_request' || options.ledger === 'none' || change === null) return null;
  if ('problems' in result || result.verdict !== 'pass') return null;
  if (!result.changes.some(({ agent, phase }) => agent !== null && phase !== null)) return null;
  try {
    // Loaded only now: most pull requests leave the matrix alone.
    const [{ gatherWhatIf }, { PAIR_WEEKS }] = await Promise.all([
      import('../../gather/what-if.ts'),
      import('../../gather/attempts.ts'),
    ]);
    const found = await gatherWhatIf(context, change, { week: null, weeks: WEEKS, read: PAIR_WEEKS });
    return found.runs === 0 ? null : found;
  } catch (error) {
    notes.push(
      `What the change would cost is not shown: ${error instanceof Error ? error.message : 'unknown'}`,
    );
    return null;
  }
}
