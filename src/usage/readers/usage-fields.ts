import { isModelId } from '../../allocation/names.ts';
import { exactFromUsd, type Service } from '../models/cost.ts';
import { beyond, sumTokens, type TokenCounts, totalTokens } from '../models/tokens.ts';
import { isObject, isWellFormed, parseInstant } from '../records/fields.ts';
import {
  type ModelTotal,
  type ModelUse,
  type ObservedRequest,
  type RequestedBy,
  type Terms,
  UNREADABLE_MODEL,
} from '../session/evidence.ts';

/** More than any session can use; a source that says more is wrong. */
const MOST_TOKENS = 1e12;
/** More than one request can use, all that the server does for it included. */
const MOST_OF_REQUEST = 20_000_000;
/** The longest name of a sub-agent's type, that of a plugin's with its parts. */
export const MOST_TYPE = 200;
/** The client's own answers, which no model gave. */
const SYNTHETIC = '<synthetic>';

type Fields = Readonly<Record<string, unknown>>;

/** A count of tokens; 0 where it is absent or null, NaN where it is something else. */
function wholeNumber(value: unknown): number {
  if (value === undefined || value === null) return 0;
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS;
  return fits ? value : Number.NaN;
}

export function textOrNull(value: unknown, most = 200): string | null {
  const fits = typeof value === 'string' && value !== '' && value.length <= most && isWellFormed(value);
  return fits ? value : null;
}

export function wholeOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e10 ? value : null;
}

export function instantOrNull(value: unknown): string | null {
  return typeof value === 'string' ? parseInstant(value) : null;
}

/** The exact id: without the client's `[1m]`, which picks a context window and no other model. */
export function modelId(value: unknown): string {
  if (typeof value !== 'string') return UNREADABLE_MODEL;
  const id = value.replace(/\[\d+[km]\]$/, '');
  return isModelId(id) ? id : UNREADABLE_MODEL;
}

/** Cache writes by their lifetime; what is not broken down was written for five minutes, the default. */
function cacheWrites(
  total: number,
  fiveMinutes: number,
  hour: number,
): Pick<TokenCounts, 'cacheWrite5m' | 'cacheWrite1h'> {
  return { cacheWrite5m: Math.max(fiveMinutes, total - hour), cacheWrite1h: hour };
}

/** Tokens from a `usage` of the Messages API; null when it is none. */
export function usageTokens(usage: Fields): TokenCounts | null {
  const writes = isObject(usage.cache_creation) ? usage.cache_creation : {};
  return sound({
    input: wholeNumber(usage.input_tokens),
    output: wholeNumber(usage.output_tokens),
    cacheRead: wholeNumber(usage.cache_read_input_tokens),
    ...cacheWrites(
      wholeNumber(usage.cache_creation_input_tokens),
      wholeNumber(writes.ephemeral_5m_input_tokens),
      wholeNumber(writes.ephemeral_1h_input_tokens),
    ),
  });
}

function sound(tokens: TokenCounts): TokenCounts | null {
  return Number.isNaN(totalTokens(tokens)) ? null : tokens;
}

function serviceOf(tier: unknown): Service {
  if (tier === undefined || tier === null || tier === '' || tier === 'standard') return 'standard';
  return tier === 'batch' ? 'batch' : 'other';
}

export function usageTerms(usage: Fields): Terms {
  return {
    service: serviceOf(usage.service_tier),
    fast: usage.speed === 'fast',
    geo: textOrNull(usage.inference_geo, 64),
  };
}

function webSearches(usage: Fields): number {
  return isObject(usage.server_tool_use) ? wholeNumber(usage.server_tool_use.web_search_requests) || 0 : 0;
}

/**
 * Who answered with how much. With server-side fallbacks, advisors or compaction the top-level usage covers several
 * models or leaves one out, so each iteration is booked to its own model. What the iterations do not account for
 * stays with the message's model, so that nothing is lost. Source: `BetaUsage.iterations` of the Anthropic SDK.
 */
function modelUses(model: string, usage: Fields, tokens: TokenCounts): readonly ModelUse[] {
  const iterations = Array.isArray(usage.iterations) ? usage.iterations.filter(isObject) : [];
  const uses = iterations.flatMap((iteration): ModelUse[] => {
    const counts = usageTokens(iteration);
    const own = iteration.model === undefined || iteration.model === null ? model : modelId(iteration.model);
    return counts === null ? [] : [{ model: own, tokens: counts }];
  });
  const special =
    iterations.some(({ type }) => type !== 'message') || uses.some((use) => use.model !== model);
  if (!special) return [{ model, tokens }];
  const inTotal = uses.filter((_, place) => iterations[place]?.type !== 'compaction');
  const rest = beyond(tokens, sumTokens(inTotal));
  return totalTokens(rest) > 0 ? [...uses, { model, tokens: rest }] : uses;
}

/**
 * A request from a message of the API. `synthetic`: the client wrote it itself, no model did. `damaged`: it has a
 * usage that cannot be read. Null: it is no message with usage.
 */
export function requestFrom(
  message: unknown,
  by: RequestedBy,
  outside: {
    readonly requestId: unknown;
    readonly uuid: unknown;
    readonly at: unknown;
    readonly asked?: unknown;
  },
): ObservedRequest | 'synthetic' | 'damaged' | null {
  if (!isObject(message) || !isObject(message.usage)) return null;
  if (message.model === SYNTHETIC) return 'synthetic';
  const tokens = usageTokens(message.usage);
  const key = textOrNull(message.id) ?? textOrNull(outside.requestId) ?? textOrNull(outside.uuid);
  if (tokens === null || key === null) return 'damaged';
  const uses = modelUses(modelId(message.model), message.usage, tokens);
  if (uses.some((use) => totalTokens(use.tokens) > MOST_OF_REQUEST)) return 'damaged';
  return {
    key,
    asked: outside.asked === undefined || outside.asked === null ? null : modelId(outside.asked),
    by,
    uses,
    terms: usageTerms(message.usage),
    webSearches: webSearches(message.usage),
    at: instantOrNull(outside.at),
    stopReason: textOrNull(message.stop_reason, 64),
    reported: null,
  };
}

/** The `modelUsage` of a result; entries that cannot be read are left out and counted. */
export function modelTotals(modelUsage: unknown): {
  readonly totals: readonly ModelTotal[];
  readonly canonical: ReadonlyMap<string, string | null>;
  readonly damaged: number;
} {
  const totals: ModelTotal[] = [];
  const canonical = new Map<string, string | null>();
  let damaged = 0;
  for (const [name, entry] of isObject(modelUsage) ? Object.entries(modelUsage) : []) {
    if (name === SYNTHETIC) continue;
    const total = isObject(entry) ? modelTotal(name, entry) : null;
    if (total === null) damaged++;
    else {
      totals.push(total);
      const said =
        isObject(entry) && entry.canonicalModel !== undefined ? modelId(entry.canonicalModel) : null;
      // Of an id that stands for two models, as one that cannot be read, nothing is known.
      const isClear = (canonical.get(total.model) ?? said) === said;
      canonical.set(total.model, isClear ? said : null);
    }
  }
  return { totals, canonical, damaged };
}

function modelTotal(name: string, entry: Fields): ModelTotal | null {
  const tokens = sound({
    input: wholeNumber(entry.inputTokens),
    output: wholeNumber(entry.outputTokens),
    cacheRead: wholeNumber(entry.cacheReadInputTokens),
    ...cacheWrites(
      wholeNumber(entry.cacheCreationInputTokens),
      wholeNumber(entry.cacheCreationEphemeral5mInputTokens),
      wholeNumber(entry.cacheCreationEphemeral1hInputTokens),
    ),
  });
  if (tokens === null) return null;
  const guessed = entry.costBasis === 'unknown';
  return {
    model: modelId(name),
    tokens,
    webSearches: wholeNumber(entry.webSearchRequests) || 0,
    reported: typeof entry.costUSD === 'number' && !guessed ? exactFromUsd(entry.costUSD) : null,
  };
}
