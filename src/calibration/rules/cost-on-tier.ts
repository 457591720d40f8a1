import type { RecordTokens } from '../../usage/records/record.ts';
import { costPerRun } from '../cells/index.ts';
import type { TierRatios } from '../replay/index.ts';
import type { CostOn } from './proposal.ts';

/** What runs used of each class of tokens in all; null: none of them says. */
function tokensOf(runs: readonly { readonly tokens: RecordTokens | null }[]): RecordTokens | null {
  const sum = { input: 0, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };
  let isKnown = false;
  for (const { tokens } of runs) {
    if (tokens === null) continue;
    isKnown = true;
    sum.input += tokens.input;
    sum.output += tokens.output;
    sum.cache_read += tokens.cache_read;
    sum.cache_write_5m += tokens.cache_write_5m;
    sum.cache_write_1h += tokens.cache_write_1h;
  }
  return isKnown ? sum : null;
}

/** What the runs of a cell would cost on another tier, by the ratios of tiers that the ledger shows. */
export function costByRatios(ratios: TierRatios): CostOn {
  return ({ cell, evidence }, tier) => {
    const now = costPerRun(evidence);
    const tokens = tokensOf(evidence.matured);
    const found = now === null ? null : ratios.ratio(cell.agent, cell.phase, cell.assigned, tier, tokens);
    if (now === null || found === null) return null;
    const { ratio, low, high, basis, pairs } = found;
    return { microusd: now * ratio, low: now * low, high: now * high, basis, pairs };
  };
}
