import { type Budget, tierAt } from '../../../allocation/allocation.ts';
import type { MicroUsd, ModelId } from '../../../allocation/names.ts';
import type { IsoDate } from '../../../time/week.ts';
import { requestCost, roundCost } from '../../../usage/models/cost.ts';
import { NO_TOKENS } from '../../../usage/models/tokens.ts';
import { leavesReserve, limitsOf } from '../../budget/budget.ts';
import type { RuleContext, Side } from '../rule-context.ts';
import { agentsOf, type GuardedCell, guardedCells } from './guarded-cells.ts';
import type { Stop } from './stop.ts';
import { unpricedModels } from './unpriced.ts';

type Measure = 'tokens' | 'usd';

/** Less than this is no reserve: no agent's run is smaller. In tokens, and in micro-dollars. */
const LEAST_RUN = { tokens: 1_000, usd: 10_000 } as const;
/** A small run of an agent, by which measures are compared: what it reads, and a third of that in output. */
const SMALL_RUN = { ...NO_TOKENS, input: 15_000, output: 5_000 };
const SMALL_RUN_TOKENS = SMALL_RUN.input + SMALL_RUN.output;
/** A reserve cut to less than this part of what it was is taken for none. Any other cut is a cut of the budget (HF201). */
const LEAST_PART = 0.1;

const WORDS = {
  tokens: (amount: number) => `${Number(amount.toPrecision(3))} tokens`,
  usd: (amount: number) => `$${Number((amount / 1_000_000).toPrecision(3))}`,
} as const;

/** What the base keeps; null, too, where a budget without a reserve is only observed: it has stopped nothing. */
function keptBefore(budget: Budget | null, measure: Measure): number | null {
  return budget === null || budget.enforced || leavesReserve(budget) ? kept(budget, measure) : null;
}

/** What a budget keeps for guarded cells in a measure; null where it does not have the measure. */
function kept(budget: Budget | null, measure: Measure): number | null {
  const limit = budget === null ? undefined : limitsOf(budget).find((each) => each.measure === measure);
  return budget === null || limit === undefined ? null : limit.limit * budget.criticalReserve;
}

interface PricedRun {
  readonly model: ModelId;
  readonly cost: MicroUsd;
}

/** The small run on the dearest model of these cells, at the base's prices: a row of the head does not decide. Null: unpriced. */
function pricedRun({ base, today }: RuleContext, cells: readonly GuardedCell[]): PricedRun | null {
  const request = { tokens: SMALL_RUN, day: today, service: 'standard', fast: false, geo: null } as const;
  let dearest: PricedRun | null = null;
  for (const { before } of cells) {
    const { model } = tierAt(base.allocation, before.assigned);
    const exact = requestCost(base.table, { ...request, model, webSearches: 0 });
    const cost = exact === null ? null : roundCost(exact);
    if (cost !== null && cost > (dearest?.cost ?? 0)) dearest = { model, cost };
  }
  return dearest;
}

/** What a reserve is held against. */
interface Standard {
  /** The reserve on the base, in this measure; null where none is known. */
  readonly former: number | null;
  /** What a run takes of it. */
  readonly run: number;
  readonly why: (asked: string) => string;
}

/** A measure that the base has is held against what it was, a new one against the other one's worth and the small run. */
function standardOf(context: RuleContext, cells: readonly GuardedCell[], measure: Measure): Standard {
  const before = context.base.allocation.budget;
  const least = LEAST_RUN[measure];
  const same = keptBefore(before, measure);
  if (same !== null) return { former: same, run: least, why: () => `, instead of ${WORDS[measure](same)}` };
  const priced = pricedRun(context, cells);
  const small = WORDS.tokens(SMALL_RUN_TOKENS);
  const price =
    priced === null ? null : `a run of ${small} costs ${WORDS.usd(priced.cost)} (${priced.model})`;
  const run = measure === 'tokens' ? SMALL_RUN_TOKENS : Math.max(priced?.cost ?? 0, least);
  const other = measure === 'tokens' ? 'usd' : 'tokens';
  const otherwise = keptBefore(before, other);
  if (otherwise === null || priced === null) {
    const reason = measure === 'tokens' ? `a run takes ${small}` : (price ?? 'no run costs less');
    return { former: null, run, why: (asked) => `, and should be at least ${asked}: ${reason}` };
  }
  const [gives, takes] =
    measure === 'tokens' ? [SMALL_RUN_TOKENS, priced.cost] : [priced.cost, SMALL_RUN_TOKENS];
  const former = (otherwise * gives) / takes;
  const worth = `the base keeps ${WORDS[other](otherwise)}, worth ${WORDS[measure](former)} where ${price}`;
  return { former, run, why: (asked) => `, and should be at least ${asked}: ${worth}` };
}

/** The least that must be kept. Whole: an exchange at the very same worth is not to fail by a binary fraction. */
function leastOf({ former, run }: Standard): number {
  return Math.round(former === null ? run : Math.max(former * LEAST_PART, Math.min(former, run)));
}

/** The models whose use stops everything: without a price, in a budget in dollars that does not go on without one. */
function held(side: Side, today: IsoDate): ReturnType<typeof unpricedModels> {
  const { budget } = side.allocation;
  const stops = budget?.enforced === true && budget.usd !== null && budget.onUnmeasured !== 'warn';
  return stops ? unpricedModels(side, today) : [];
}

/**
 * A budget that leaves guarded cells next to nothing once the week's is spent. One that leaves nothing at all is found by
 * trying the cells.
 */
export function stopsByBudget(context: RuleContext): readonly Stop[] {
  const { base, head, today } = context;
  const [before, after] = [base.allocation.budget, head.allocation.budget];
  const cells = guardedCells(context);
  if (after === null || !after.enforced || cells.length === 0) return [];
  const stops: Stop[] = [];
  if (leavesReserve(after)) {
    for (const { measure } of limitsOf(after)) {
      const reserve = kept(after, measure) ?? 0;
      const standard = standardOf(context, cells, measure);
      const asked = leastOf(standard);
      if (Math.round(reserve) >= asked) continue;
      const why = standard.why(WORDS[measure](asked));
      const message = `${agentsOf(cells)} would be deferred once the weekly budget is spent: what is kept for it is ${WORDS[measure](reserve)}${why}.`;
      stops.push({ message, at: head.allocation.at(['budget', 'critical_reserve']) });
    }
  }
  // Declared while the budget was only observed, it was agreed to.
  if (after.onUnmeasured !== 'warn' && (before?.onUnmeasured ?? 'warn') === 'warn') {
    const what = after.onUnmeasured === 'fail' ? 'refused' : 'deferred';
    const message = `${agentsOf(cells)} would be ${what} whenever the weekly usage is not fully known.`;
    stops.push({ message, at: head.allocation.at(['budget', 'on_unmeasured']) });
  } else if (held(head, today).length > 0 && held(base, today).length === 0) {
    const what = after.onUnmeasured === 'fail' ? 'refused' : 'deferred';
    for (const { tier, id } of held(head, today)) {
      const message = `${agentsOf(cells)} would be ${what} for the rest of the week once a run on ${id} does not tell its cost: the tier ${tier.name} gets it, and it has no price (budget.on_unmeasured: ${after.onUnmeasured}).`;
      stops.push({ message, at: tier.origin.position });
    }
  }
  return stops;
}
