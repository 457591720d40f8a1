import { maxTokens, NO_TOKENS, sumTokens, type TokenCounts, totalTokens } from '../models/tokens.ts';
import type { ModelUse, ObservedRequest } from './evidence.ts';

/**
 * Collects requests so that each answer of the API counts once. Clients write one answer as several lines with the
 * same message id, whose figures grow; and they repeat lines of the main loop in the files of sub-agents.
 */
export class RequestLog {
  private readonly byKey = new Map<string, ObservedRequest>();

  add(request: ObservedRequest): void {
    const known = this.byKey.get(request.key);
    this.byKey.set(request.key, known === undefined ? request : joinRequests(known, request));
  }

  get size(): number {
    return this.byKey.size;
  }

  requests(): readonly ObservedRequest[] {
    return [...this.byKey.values()];
  }
}

/** Two lines of one answer, whose figures grow, as one. */
export function joinRequests(a: ObservedRequest, b: ObservedRequest): ObservedRequest {
  const fuller = totalOf(b.uses) >= totalOf(a.uses) ? b : a;
  const single = a.uses.length === 1 && b.uses.length === 1 && a.uses[0]?.model === b.uses[0]?.model;
  return {
    ...fuller,
    // A line that the main loop wrote and a sub-agent's file repeats belongs to the main loop.
    by: a.by.agentId === null ? a.by : b.by.agentId === null ? b.by : a.by,
    uses: single ? [{ model: fuller.uses[0]?.model ?? '', tokens: largest(a, b) }] : fuller.uses,
    webSearches: Math.max(a.webSearches, b.webSearches),
    asked: a.asked ?? b.asked,
    at: a.at ?? b.at,
    stopReason: b.stopReason ?? a.stopReason,
  };
}

/** The larger of each class. Cache writes go together: an early line may not know yet how long they live. */
function largest(a: ObservedRequest, b: ObservedRequest): TokenCounts {
  const x = a.uses[0]?.tokens ?? NO_TOKENS;
  const y = b.uses[0]?.tokens ?? NO_TOKENS;
  const written = (tokens: TokenCounts): number => tokens.cacheWrite5m + tokens.cacheWrite1h;
  const later = written(x) === written(y) ? x.cacheWrite1h > y.cacheWrite1h : written(x) > written(y);
  const { cacheWrite5m, cacheWrite1h } = later ? x : y;
  return { ...maxTokens(x, y), cacheWrite5m, cacheWrite1h };
}

function totalOf(uses: readonly ModelUse[]): number {
  return totalTokens(sumTokens(uses));
}
