import type { MicroUsd } from '../../allocation/names.ts';
import { parseDate } from '../../time/week.ts';
import {
  type ExactCost,
  NO_COST,
  type PricedRequest,
  requestCost,
  roundCost,
  totalCost,
} from '../models/cost.ts';
import type { ModelTable } from '../models/models.ts';
import { totalTokens } from '../models/tokens.ts';
import { tokensOfRecord } from '../session/booked.ts';
import { NO_TERMS } from '../session/evidence.ts';
import type { UsageRecord } from './record.ts';

function requestOf({ at, tokens }: UsageRecord): Omit<PricedRequest, 'model'> | null {
  const day = parseDate(at.slice(0, 10));
  if (tokens === null || day === null) return null;
  return { tokens: tokensOfRecord(tokens), day, ...NO_TERMS, webSearches: 0 };
}

/**
 * The least that the tokens of a record cost at list price, in micro-dollars; null where the table has no price. Without
 * a figure of the job's own only a price that the sums tell for certain: the price of a long prompt may be another one.
 */
export function listPrice(record: UsageRecord, table: ModelTable): MicroUsd | null {
  const { model_used: model, cost_microusd: claimed } = record;
  const request = requestOf(record);
  if (model === null || request === null) return null;
  const asked: PricedRequest = { ...request, model };
  const cost = claimed === null ? totalCost(table, asked) : requestCost(table, { ...asked, promptLength: 0 });
  return cost === null ? null : roundCost(cost);
}

/** What so many tokens cost on the cheapest model that costs anything. */
function cheapest(request: Omit<PricedRequest, 'model'>, table: ModelTable): ExactCost {
  let least: ExactCost | null = null;
  for (const { id } of table.rows) {
    const cost = requestCost(table, { ...request, model: id, promptLength: 0 });
    if (cost !== null && cost > NO_COST && (least === null || cost < least)) least = cost;
  }
  return least ?? NO_COST;
}

/**
 * The record without a cost that nothing bears out: what has no list price is unpriced, and what nobody measured is
 * unmeasured. Neither is free, nor cheaper than the same on every model of the table, whoever says so.
 */
export function withoutUnfoundedCost(record: UsageRecord, table: ModelTable): UsageRecord {
  const { cost_microusd: cost, tokens } = record;
  if (cost === null || listPrice(record, table) !== null) return record;
  if (tokens === null)
    return cost === 0 ? { ...record, cost_microusd: null, cost_basis: 'unmeasured' } : record;
  const request = requestOf(record);
  if (request === null || totalTokens(request.tokens) === 0) return record;
  const isFounded = cost > 0 && cost >= roundCost(cheapest(request, table));
  return isFounded ? record : { ...record, cost_microusd: null, cost_basis: 'unpriced' };
}
