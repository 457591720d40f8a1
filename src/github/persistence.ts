import type { Octokit } from '@octokit/rest';
import { backoff, type Pace } from '../pace/index.ts';
import { isCertificate } from './errors/index.ts';

/** How long and how often to try. All in milliseconds. */
export interface GithubPatience {
  /** One attempt may take this long. */
  readonly attempt: number;
  /** All waiting between attempts of one client together. */
  readonly waiting: number;
  /** The longest first pause after a failure of GitHub's; it doubles. */
  readonly pause: number;
}

export const GITHUB_PATIENCE: GithubPatience = { attempt: 30_000, waiting: 60_000, pause: 1_000 };
const MOST_ATTEMPTS = 4;

/** What a failed request left. */
interface RequestFailure {
  /**
   * HTTP status; null when no whole answer came (octokit itself gives those the status 500); 429 for every rate
   * limit, since GitHub answers some of them with 403.
   */
  readonly status: number | null;
  /** Milliseconds that a rate limit asks for; null when it was none. */
  readonly limit: number | null;
  /** The first line of what was said. */
  readonly detail: string;
}

/**
 * Makes requests of this octokit persistent: a time limit for each attempt; failures of the server or the network
 * are tried again where that cannot do a thing twice; rate limits are waited for, within one budget for all waiting
 * of the client. (The retry and throttling plugins know neither a budget nor which writes are safe to repeat.)
 * Source of the limits' headers: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function persist(
  octokit: Octokit,
  patience: GithubPatience,
  pace: Pick<Pace, 'sleep' | 'random'>,
  log: (line: string) => void,
): void {
  let budget = patience.waiting;
  octokit.hook.wrap('request', async (request, options) => {
    const repeatable =
      ['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE'].includes(options.method) || options.url.endsWith('/graphql');
    for (let attempt = 1; ; attempt += 1) {
      try {
        // Set in place: the hooks below this one are bound to this very object.
        options.request = { ...options.request, signal: AbortSignal.timeout(patience.attempt) };
        const response = await request(options);
        if (!isWhole(response)) throw new CutOff();
        return response;
      } catch (error) {
        const failure = requestFailureOf(error);
        if (failure === null) throw error;
        const bounds = { first: patience.pause, longest: patience.waiting };
        // Whoever may not wait at all does not try again, either.
        const mayRepeat = patience.waiting > 0 && repeatable && isBroken(failure);
        const own = mayRepeat ? backoff(attempt - 1, bounds, pace.random) : null;
        // A limit refuses before anything is done: every kind of request may be repeated.
        const pause = failure.limit ?? own;
        // A pause may be drawn as none at all: whoever has no time to wait does not try again either.
        if (pause === null || attempt === MOST_ATTEMPTS || budget === 0 || pause > budget) throw error;
        budget -= pause;
        log(
          `GitHub: ${failure.status ?? 'no answer'} for ${options.method} ${pathOf(options.url)}; trying again in ${Math.max(1, Math.ceil(pause / 1000))} s.`,
        );
        await pace.sleep(pause);
      }
    }
  });
}

/** The body broke off. octokit hands over what came of it, as text. */
class CutOff extends Error {
  constructor() {
    super('the answer broke off');
    this.name = 'CutOff';
  }
}

function isWhole(response: { status: number; headers: object; data: unknown }): boolean {
  // There is no body, whatever type a proxy gives it.
  if (response.status === 204) return true;
  const type = Object.entries(response.headers).find(([name]) => name === 'content-type')?.[1];
  const isJson = typeof type === 'string' && /^application\/(?:[\w.+-]+\+)?json\b/.test(type);
  return !isJson || typeof response.data !== 'string';
}

/** Whether the server or the network failed, so that it may work in a moment. */
function isBroken({ status, detail }: RequestFailure): boolean {
  return status === null ? !isCertificate(detail) : status >= 500 || status === 408;
}

/** Reads what octokit threw. Null when it is no failed request, but a mistake of ours. */
export function requestFailureOf(error: unknown): RequestFailure | null {
  if (error instanceof CutOff) return { status: null, limit: null, detail: error.message };
  if (!(error instanceof Error) || !('request' in error)) return null;
  const response = 'response' in error && isRecord(error.response) ? error.response : {};
  const status = typeof response.status === 'number' ? response.status : null;
  const timedOut = error.cause instanceof Error && error.cause.name === 'TimeoutError';
  const detail = timedOut ? 'timed out' : (error.message.split('\n')[0] ?? '').slice(0, 300);
  const limit = limitOf(status, isRecord(response.headers) ? response.headers : {}, detail);
  return { status: limit === null ? status : 429, limit, detail };
}

function limitOf(status: number | null, headers: Record<string, unknown>, detail: string): number | null {
  if (status !== 403 && status !== 429) return null;
  const after = headers['retry-after'];
  if (typeof after === 'string' && /^\d+$/.test(after)) return Number(after) * 1000;
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']);
    if (Number.isFinite(reset)) return Math.max(0, reset * 1000 - Date.now()) + 1000;
  }
  // GitHub: without headers, wait at least one minute.
  return status === 429 || /secondary rate limit/i.test(detail) ? 60_000 : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function pathOf(url: string): string {
  return url.replace(/[?{].*$/, '');
}
