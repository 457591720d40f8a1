import type { Budget } from '../allocation/allocation.ts';
import { type BudgetState, plus } from '../policy/budget/budget.ts';
import { atLeast, count, dollars, number, percentReached } from './figures.ts';

/** Records that leave a measure of the budget unknown: how many, in words; null when every measure is known. */
export function unknownUse(budget: Pick<Budget, 'usd'>, { unknown }: BudgetState): string | null {
  const parts: string[] = [];
  if (unknown.unmeasured > 0)
    parts.push(`${count(unknown.unmeasured, 'record')} of usage that was not measured`);
  if (unknown.unpriced > 0 && budget.usd !== null)
    parts.push(`${count(unknown.unpriced, 'record')} of models without a price`);
  return parts.length === 0 ? null : parts.join(' and ');
}

/** `372,000 of 500,000 tokens (74%)`, the measure that is consumed furthest first, and what is in it on suspicion. */
export function figuresText(state: BudgetState): string {
  const measures = [...state.measures].sort((a, b) => b.fraction - a.fraction);
  const parts = measures.map(({ measure, spent, inFlight, limit, fraction }) => {
    const used = plus(spent, inFlight);
    const { unmeasured, unpriced } = state.unknown;
    const isPart = unmeasured + (measure === 'usd' ? unpriced : 0) > 0;
    const form = measure === 'tokens' ? number : dollars;
    const known = used === 0 && isPart ? 'an unknown part' : atLeast(form(used), isPart);
    const what = `${known} of ${form(limit)}${measure === 'tokens' ? ' tokens' : ''}`;
    return `${what} (${percentReached(fraction)})`;
  });
  const { runs, ofUnknownCost } = state.inFlight;
  const flight = runs === 0 ? '' : `, with ${count(runs, 'run')} in flight at their mean`;
  const unknown = ofUnknownCost === 0 ? '' : ` (${ofUnknownCost} of them of unknown cost)`;
  return `${parts.join(' and ')}${flight}${unknown}`;
}
