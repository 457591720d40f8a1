import type { Budget } from '../../allocation/allocation.ts';
import type { IsoWeek } from '../../time/week.ts';

/** What a complete week used, as far as it is known. */
export interface WeekUse {
  readonly week: IsoWeek;
  readonly tokens: number;
  readonly microusd: number;
  /** Records without a price, and records without tokens: what they used is in no sum. */
  readonly unpriced: number;
  readonly unmeasured: number;
}

/** A weekly budget, and what it rests on. */
export interface BudgetProposal {
  readonly measure: 'tokens' | 'usd';
  /** How many complete weeks are missing. */
  readonly needed: number;
  /** Of the weeks, in tokens or micro-dollars; null: there is none. */
  readonly highest: number | null;
  readonly median: number | null;
  /** Tokens, or US dollars; null: it cannot be told yet. */
  readonly proposed: number | null;
  /** Where work begins to be deferred, as a share of the budget. */
  readonly orange: number;
}

/** One week says nothing of the next. */
const LEAST_WEEKS = 2;
/** Where ORANGE begins when nobody says. */
const ORANGE = 0.85;

/**
 * The budget in which the highest week that was seen would have ended just below ORANGE, so that a week like it defers
 * nothing; rounded up to two digits, since no more of it is known.
 */
export function proposeBudget(
  weeks: readonly WeekUse[],
  budget: Pick<Budget, 'tokens' | 'usd' | 'zones'> | null,
): BudgetProposal {
  const measure = budget !== null && budget.tokens === null && budget.usd !== null ? 'usd' : 'tokens';
  const orange = budget?.zones.orange ?? ORANGE;
  const used = weeks
    .map(({ tokens, microusd }) => (measure === 'tokens' ? tokens : microusd))
    .sort((a, b) => a - b);
  const highest = used.at(-1) ?? null;
  const needed = Math.max(0, LEAST_WEEKS - used.length);
  const isKnown = needed === 0 && highest !== null && highest > 0;
  const limit = isKnown ? roundedUp(highest / orange) : null;
  return {
    measure,
    needed,
    highest,
    median: medianOf(used),
    proposed: limit === null || measure === 'tokens' ? limit : Math.max(limit, 10_000) / 1_000_000,
    orange,
  };
}

function medianOf(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** Up to two digits that are not 0; a whole number. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}
