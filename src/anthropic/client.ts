import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { APIError } from '@anthropic-ai/sdk/error';
import { Messages } from '@anthropic-ai/sdk/resources/messages/messages';
import { Models } from '@anthropic-ai/sdk/resources/models';
import type { Access } from './credentials.ts';
import { type ApiFailure, classify } from './errors.ts';

/** Where the API is when nobody says. */
export const API = 'https://api.anthropic.com';

/** The SDK's client with the two resources that are used: the others would triple what is loaded. */
export class Client extends BaseAnthropic {
  readonly messages = new Messages(this);
  readonly models = new Models(this);
}

/**
 * The SDK's client. What it would look for by itself (keys and profiles in the environment and on disk) is always
 * passed, so that nothing else is ever used; its retries are off, as ours know kinds of failures and a budget; and it
 * logs nothing, as its log has headers.
 * @param baseUrl null: the API itself
 */
export function createClient(access: Access, baseUrl: string | null): Client {
  const common = {
    baseURL: baseUrl ?? API,
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  } as const;
  return access.kind === 'key'
    ? new Client({ ...common, apiKey: access.key })
    : new Client({ ...common, apiKey: null, authToken: null, credentials: access.provider });
}

/** What a thrown error of the SDK means; null for an error that is not about a request. */
export function failureOf(error: unknown): ApiFailure | null {
  if (error instanceof APIError) {
    return classify({
      status: error.status ?? null,
      type: error.type,
      code: error.errorCode,
      header: (name) => error.headers?.get(name) ?? null,
    });
  }
  return isBrokenConnection(error)
    ? classify({ status: null, type: null, code: null, header: () => null })
    : null;
}

/**
 * `fetch` fails with a `TypeError` while a body is read; the cause has a code, which a mistake of ours has not. A line
 * of the stream that is no JSON was damaged on the way.
 */
function isBrokenConnection(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  if (!(error instanceof Error)) return false;
  return error.message === 'terminated' || (error.cause instanceof Error && 'code' in error.cause);
}
