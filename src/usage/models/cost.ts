import type { MicroUsd } from '../../allocation/names.ts';
import type { IsoDate } from '../../time/week.ts';
import { findModel, type ModelRow, type ModelTable, type Rates } from './models.ts';
import { promptTokens, type TokenCounts } from './tokens.ts';

/** An exact amount in units of 10⁻¹⁰ micro-dollars: no price, factor or token count needs a fraction of it. */
export type ExactCost = bigint & { readonly __exact: unique symbol };

const UNITS_PER_MICROUSD = 10_000_000_000n;
const TOKENS_PER_PRICE = 1_000_000n;
/** Two percentages are multiplied: batch and place. */
const PERCENTAGES = 10_000n;

/** How the API served a request; `other`: in a way that the table has no price for, such as `priority`. */
export type Service = 'standard' | 'batch' | 'other';

/** One request to a model, as far as its price depends on it. */
export interface PricedRequest {
  /** Exact id, dated alias or provider id. */
  readonly model: string;
  readonly tokens: TokenCounts;
  /** The day (UTC) whose prices hold. */
  readonly day: IsoDate;
  readonly service: Service;
  readonly fast: boolean;
  /** `usage.inference_geo`; null, empty, `global` and `not_available` mean no extra charge. */
  readonly geo: string | null;
  /** Searches by the server's web search tool. */
  readonly webSearches: number;
  /** The prompt length that picks the band, where `tokens` are sums over requests of one band. Default: that of `tokens`. */
  readonly promptLength?: number;
}

export const NO_COST = 0n as ExactCost;

/**
 * The list price of one request; null when it is unpriced: an id, a day, a prompt length, a service tier, a speed or a geography for
 * which the table has no price. Unpriced is never the same as free. The whole request is charged at the band of its
 * prompt's length. Source of the rules: platform.claude.com pricing page (batch and geography multiply every class).
 */
export function requestCost(table: ModelTable, request: PricedRequest): ExactCost | null {
  const row = findModel(table, request.model);
  const searches = BigInt(table.webSearch) * BigInt(request.webSearches) * UNITS_PER_MICROUSD;
  if (row === null) return null;
  const rates = ratesFor(row, request);
  const place = placePercent(row, request);
  if (
    rates === null ||
    place === null ||
    request.service === 'other' ||
    (request.fast && request.service === 'batch')
  )
    return null;
  const batch = request.service === 'batch' ? table.batchPercent : 100;
  const units = tokenUnits(rates, request.tokens) * BigInt(batch) * BigInt(place);
  return ((units * UNITS_PER_MICROUSD) / (TOKENS_PER_PRICE * PERCENTAGES) + searches) as ExactCost;
}

/**
 * The list price of several requests of one model of which only the sums are known; null when unpriced, or when the
 * sums do not tell in which band each request was. That they do when the model has one band, or when all requests
 * together are shorter than the first.
 */
export function totalCost(table: ModelTable, total: PricedRequest): ExactCost | null {
  const row = findModel(table, total.model);
  const period = row === null ? undefined : periodOn(row.prices, total.day);
  const first = period?.bands[0]?.upToPromptTokens ?? null;
  if (!total.fast && first !== null && promptTokens(total.tokens) > first) return null;
  return requestCost(table, total);
}

/** The rates of a model on a day, for prompts up to each length; null: of any length. None: unpriced. */
export function listBands(
  table: ModelTable,
  model: string,
  day: IsoDate,
): readonly { readonly upToPromptTokens: number | null; readonly rates: Rates }[] {
  return periodOn(findModel(table, model)?.prices ?? [], day)?.bands ?? [];
}

/** The prompt lengths at which the price of a model changes on a day: requests between two of them may be priced together. */
export function bandLimits(table: ModelTable, model: string, day: IsoDate): readonly number[] {
  return listBands(table, model, day).flatMap(({ upToPromptTokens: most }) => (most === null ? [] : [most]));
}

export function addCosts(a: ExactCost, b: ExactCost): ExactCost {
  return (a + b) as ExactCost;
}

/** What is left of an amount without a part of it; null where the part is larger. */
export function costWithout(all: ExactCost, part: ExactCost): ExactCost | null {
  return part > all ? null : ((all - part) as ExactCost);
}

/** So much of an amount as `part` is of `all`, rounded down. `all` is not 0. */
export function costShare(cost: ExactCost, part: number | bigint, all: number | bigint): ExactCost {
  return ((cost * BigInt(part)) / BigInt(all)) as ExactCost;
}

/** Whole micro-dollars, rounded half up. Done once, for a record. */
export function roundCost(cost: ExactCost): MicroUsd {
  return Number((cost * 2n + UNITS_PER_MICROUSD) / (2n * UNITS_PER_MICROUSD)) as MicroUsd;
}

/** Whole micro-dollars as an exact amount. */
export function exactFromMicroUsd(amount: MicroUsd): ExactCost {
  return (BigInt(amount) * UNITS_PER_MICROUSD) as ExactCost;
}

/**
 * An amount in US dollars as a client reports it. Clients add binary fractions, so what lies beyond 10⁻¹² dollars is
 * noise and is rounded away. Null for what is no amount: negative, not finite, or over a billion dollars.
 */
export function exactFromUsd(usd: number): ExactCost | null {
  if (!Number.isFinite(usd) || usd < 0 || usd > 1e9) return null;
  const [whole = '0', fraction = ''] = usd.toFixed(12).split('.');
  return (BigInt(whole + fraction) * 10_000n) as ExactCost;
}

function ratesFor(row: ModelRow, request: PricedRequest): Rates | null {
  if (request.fast) return periodOn(row.fast, request.day)?.rates ?? null;
  return listRates(row, request.day, request.promptLength ?? promptTokens(request.tokens));
}

/** The list prices of a model on a day for a prompt of that length; null where there are none. */
export function listRates({ prices }: ModelRow, day: IsoDate, promptLength: number): Rates | null {
  const bands = periodOn(prices, day)?.bands ?? [];
  return bands.find(({ upToPromptTokens: most }) => most === null || promptLength <= most)?.rates ?? null;
}

function periodOn<P extends { readonly from: IsoDate | null; readonly to: IsoDate | null }>(
  periods: readonly P[],
  day: IsoDate,
): P | undefined {
  return periods.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
}

/** What the place of the request costs extra: its geography, or the region that its id names; never both. */
function placePercent(row: ModelRow, { geo, model }: PricedRequest): number | null {
  const percent = geoPercent(row, geo);
  const regional = Object.hasOwn(row.idPercent, model) ? (row.idPercent[model] ?? 100) : 100;
  return percent === null ? null : Math.max(percent, regional);
}

function geoPercent(row: ModelRow, geo: string | null): number | null {
  if (geo === null || geo === '' || geo === 'global' || geo === 'not_available') return 100;
  return Object.hasOwn(row.geoPercent, geo) ? (row.geoPercent[geo] ?? null) : null;
}

/** Micro-dollars per million tokens, times tokens. */
function tokenUnits(rates: Rates, tokens: TokenCounts): bigint {
  return (
    BigInt(rates.input) * BigInt(tokens.input) +
    BigInt(rates.output) * BigInt(tokens.output) +
    BigInt(rates.cacheRead) * BigInt(tokens.cacheRead) +
    BigInt(rates.cacheWrite5m) * BigInt(tokens.cacheWrite5m) +
    BigInt(rates.cacheWrite1h) * BigInt(tokens.cacheWrite1h)
  );
}
