import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { APIError } from '@anthropic-ai/sdk/error';
import { Messages } from '@anthropic-ai/sdk/resources/messages/messages';
import { Models } from '@anthropic-ai/sdk/resources/models';
import type { Access } from './credentials.ts';
import { type ApiFailure, classify } from './errors.ts';
import { BOUNDS, type Bounds, boundedFetch, EndlessAnswer, isBrokenConnection } from './transport.ts';

/** Where the API is when nobody says. */
export const API = 'https://api.anthropic.com';

/** The SDK's client with the two resources that are used: the others would triple what is loaded. */
export class ClaudeClient extends BaseAnthropic {
  readonly messages = new Messages(this);
  readonly models = new Models(this);
}

/**
 * The SDK's client. What it would look for by itself (keys and profiles in the environment and on disk) is always
 * passed, so that nothing else is ever used; its retries are off, as ours know kinds of failures and a budget; and it
 * logs nothing, as its log has headers.
 * @param baseUrl null: the API itself
 */
export function createClaudeClient(
  access: Access,
  baseUrl: string | null,
  bounds: Bounds = BOUNDS,
): ClaudeClient {
  const common = {
    baseURL: baseUrl ?? API,
    fetch: boundedFetch(bounds),
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  } as const;
  return access.kind === 'key'
    ? new ClaudeClient({ ...common, apiKey: access.key })
    : new ClaudeClient({ ...common, apiKey: null, authToken: null, credentials: access.provider });
}

/** What a thrown error of the SDK means; null for an error that is not about a request. */
export function apiFailureOf(error: unknown): ApiFailure | null {
  if (error instanceof APIError) {
    return classify({
      status: error.status ?? null,
      type: error.type,
      code: error.errorCode,
      header: (name) => error.headers?.get(name) ?? null,
    });
  }
  if (error instanceof EndlessAnswer) {
    const what = 'the API sent more than an answer can hold';
    return { kind: 'futile', status: 200, waitMs: null, what, fix: 'Check ANTHROPIC_BASE_URL.' };
  }
  return isBrokenConnection(error)
    ? classify({ status: null, type: null, code: null, header: () => null })
    : null;
}
