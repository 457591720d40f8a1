import type { Budget } from '../../../allocation/allocation.ts';
import { leavesReserve, limitsOf } from '../../budget/budget.ts';
import type { RuleContext } from '../rule-context.ts';
import { agentsOf, guardedCells } from './guarded-cells.ts';
import type { Stop } from './stop.ts';

/** Less than this is no reserve: no agent's run is smaller. In tokens, and in micro-dollars. */
const ONE_RUN = { tokens: 1_000, usd: 10_000 } as const;
/** A reserve cut to less than this part of what it was is taken for none. Any other cut is a cut of the budget (HF201). */
const LEAST_PART = 0.1;

const WORDS = {
  tokens: (amount: number) => `${Number(amount.toPrecision(3))} tokens`,
  usd: (amount: number) => `$${Number((amount / 1_000_000).toPrecision(3))}`,
} as const;

/** What a budget keeps for guarded cells in a measure; null where it does not have the measure. */
function kept(budget: Budget | null, measure: keyof typeof ONE_RUN): number | null {
  const limit = budget === null ? undefined : limitsOf(budget).find((each) => each.measure === measure);
  return budget === null || limit === undefined ? null : limit.limit * budget.criticalReserve;
}

/**
 * A budget that leaves guarded cells next to nothing once the week's is spent. One that leaves nothing at all is found by
 * trying the cells.
 */
export function stopsByBudget(context: RuleContext): readonly Stop[] {
  const { base, head } = context;
  const [before, after] = [base.allocation.budget, head.allocation.budget];
  const cells = guardedCells(context);
  if (after === null || !after.enforced || cells.length === 0) return [];
  const stops: Stop[] = [];
  if (leavesReserve(after)) {
    for (const { measure } of limitsOf(after)) {
      const reserve = kept(after, measure) ?? 0;
      const least = ONE_RUN[measure];
      const former = kept(before, measure);
      const asked = former === null ? least : Math.max(former * LEAST_PART, former < least ? 0 : least);
      if (reserve >= asked) continue;
      const was = former === null ? '' : `, instead of ${WORDS[measure](former)}`;
      const message = `${agentsOf(cells)} would be deferred once the weekly budget is spent: what is kept for it is ${WORDS[measure](reserve)}${was}.`;
      stops.push({ message, at: head.allocation.at(['budget', 'critical_reserve']) });
    }
  }
  // Declared while the budget was only observed, it was agreed to.
  if (after.onUnmeasured !== 'warn' && (before?.onUnmeasured ?? 'warn') === 'warn') {
    const what = after.onUnmeasured === 'fail' ? 'refused' : 'deferred';
    const message = `${agentsOf(cells)} would be ${what} whenever the weekly usage is not fully known.`;
    stops.push({ message, at: head.allocation.at(['budget', 'on_unmeasured']) });
  }
  return stops;
}
