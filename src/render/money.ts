import type { Lacking } from '../report/lacking.ts';
import { atLeast, dollars, NOT_KNOWN } from './figures.ts';

/*
 * The one form of a cost of which a part may not be known. `$0.00` is said of what cost nothing, and of nothing else:
 * what is unpriced or unmeasured is called so.
 */

function lacks({ unpriced, unmeasured, partial }: Lacking): boolean {
  return unpriced + unmeasured + partial > 0;
}

/**
 * What something cost, and what of it nobody knows: `$0.31`, `≥ $0.31 + unpriced`, `not measured`.
 * @param microusd null: nothing of it has a price
 */
export function money(microusd: number | null, lacking: Lacking): string {
  const { unpriced, unmeasured, partial } = lacking;
  const words = [...(unpriced > 0 ? ['unpriced'] : []), ...(unmeasured > 0 ? ['not measured'] : [])];
  const isKnown = microusd !== null && (microusd > 0 || !lacks(lacking));
  if (isKnown) return [atLeast(dollars(microusd), partial > 0), ...words].join(' + ');
  return words.length === 0 ? NOT_KNOWN : words.join(' + ');
}

/** The same as one figure, for totals: `$0.73`, `≥ $0.73`, `not known`. */
export function moneyTotal(microusd: number, lacking: Lacking): string {
  if (microusd === 0 && lacks(lacking)) return NOT_KNOWN;
  return atLeast(dollars(microusd), lacks(lacking));
}
