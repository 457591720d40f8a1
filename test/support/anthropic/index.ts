/**
 * Claude's API for tests, on loopback: messages as a stream, models, the exchange of identity tokens, and GitHub's own
 * identity tokens. It counts what it is asked, by model, and misbehaves when told to.
 *
 *     await using api = await startAnthropic();
 *     api.script = ({ model, nth }) => nth === 1 ? { status: 529, type: 'overloaded_error' } : { answer: 'Yes.' };
 *     api.models.set('claude-opus-5-5', { lifecycle: 'retired' });   // null: unknown
 *     …run against api.env()…
 *     api.calls
 *
 * At the end of its scope it closes, and throws when a request was not what the SDK's types allow.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Anthropic from '@anthropic-ai/sdk';
import { brokenTypes } from './types.ts';

export const KEY = 'sk-ant-api03-planted-key-0123456789abcdef';

/** What becomes of one message. */
export type Behaviour =
  | {
      readonly answer: string;
      readonly usage?: Partial<Anthropic.Usage>;
      readonly stopReason?: Anthropic.StopReason;
      /** Who answers, if not who was asked. */
      readonly model?: string;
      /** Milliseconds before the first byte. */
      readonly delay?: number;
    }
  /** An error instead of an answer. */
  | {
      readonly status: number;
      readonly type: string;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The stream breaks off after this text; `error`: it says why, by its type. */
  | { readonly cut: string; readonly error?: string }
  /** The connection is closed without an answer. */
  | { readonly hangUp: true }
  /** Text is sent, then nothing more. */
  | { readonly stall: string };

export interface Call {
  readonly model: string;
  /** From 1: how many messages this model was asked before, and this one. */
  readonly nth: number;
  readonly body: Anthropic.MessageCreateParamsStreaming;
  readonly headers: IncomingMessage['headers'];
  /** Whose credentials came with it. */
  readonly bearer: string;
}

const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

export class FakeAnthropic implements AsyncDisposable {
  readonly calls: Call[] = [];
  readonly modelQuestions: string[] = [];
  /** Tokens that were exchanged, with what was sent for them. */
  readonly exchanges: Readonly<Record<string, unknown>>[] = [];
  /** Audiences for which identity tokens were asked. */
  readonly audiences: (string | null)[] = [];
  /** What differs from an active model of the line in its name; null: there is no such model. */
  readonly models = new Map<string, Partial<Anthropic.ModelInfo> | null>();
  /** Trouble of the models endpoint itself. */
  modelsStatus = 200;
  /** Seconds that access tokens last. */
  tokenLife = 3600;
  /** Status of the token endpoint. */
  exchangeStatus = 200;
  script: (call: Call) => Behaviour = () => ({ answer: 'Done.' });
  readonly #bodies: unknown[] = [];
  readonly #violations: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #server: Server;
  #tokens = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        this.#violations.push(`the test's own server failed: ${String(error)}`);
        response.destroy();
      });
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** The environment of a command that talks to this API with a key. */
  env(): { ANTHROPIC_BASE_URL: string; ANTHROPIC_API_KEY: string } {
    return { ANTHROPIC_BASE_URL: this.url, ANTHROPIC_API_KEY: KEY };
  }

  /** The environment of a job that may ask for identity tokens. */
  identityEnv(): Record<string, string> {
    return {
      ANTHROPIC_BASE_URL: this.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/identity?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    };
  }

  /** How often each model was asked. */
  get asked(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    const said = await brokenTypes(this.#bodies);
    if (said !== '') this.#violations.push(`a request breaks the SDK's types: ${said}`);
    if (this.#violations.length > 0) throw new Error(this.#violations.join('\n'));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const text = await read(request);
    if (url.pathname === '/identity') {
      this.#identity(url, request, response);
      return;
    }
    if (url.pathname === '/v1/oauth/token') {
      this.#exchange(JSON.parse(text), request, response);
      return;
    }
    const bearer =
      request.headers.authorization?.replace(/^Bearer /, '') ?? String(request.headers['x-api-key']);
    if (bearer !== KEY && !/^access-planted-token-\d+$/.test(bearer)) {
      json(response, 401, errorBody('authentication_error'));
      return;
    }
    if (request.method === 'GET' && url.pathname.startsWith('/v1/models/')) {
      this.#model(decodeURIComponent(url.pathname.slice('/v1/models/'.length)), response);
      return;
    }
    if (request.method === 'POST' && url.pathname === '/v1/messages') {
      const body: Anthropic.MessageCreateParamsStreaming = JSON.parse(text);
      this.#bodies.push(body);
      const nth = (this.#counts.get(body.model) ?? 0) + 1;
      this.#counts.set(body.model, nth);
      const call = { model: body.model, nth, body, headers: request.headers, bearer };
      this.calls.push(call);
      return this.#behave(this.script(call), body.model, response);
    }
    this.#violations.push(`${request.method} ${url.pathname} is nothing that the API has`);
    json(response, 404, errorBody('not_found_error'));
  }

  #identity(url: URL, request: IncomingMessage, response: ServerResponse): void {
    if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) {
      json(response, 401, {});
      return;
    }
    this.audiences.push(url.searchParams.get('audience'));
    json(response, 200, { count: 1, value: `${IDENTITY}-${this.audiences.length}` });
  }

  #exchange(
    body: Readonly<Record<string, unknown>>,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const known = [
      ...['grant_type', 'assertion', 'federation_rule_id', 'organization_id'],
      ...['service_account_id', 'workspace_id'],
    ];
    for (const key of Object.keys(body))
      if (!known.includes(key)) this.#violations.push(`unknown key ${key}`);
    if (body.grant_type !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
      this.#violations.push('wrong grant');
    if (!String(request.headers['anthropic-beta']).includes('oidc-federation-2026-04-01'))
      this.#violations.push('the exchange lacks its beta header');
    this.exchanges.push(body);
    if (this.exchangeStatus !== 200) {
      json(response, this.exchangeStatus, {
        error: 'invalid_grant',
        error_description: body.assertion,
      });
      return;
    }
    this.#tokens += 1;
    json(response, 200, {
      access_token: `access-planted-token-${this.#tokens}`,
      token_type: 'Bearer',
      expires_in: this.tokenLife,
    });
  }

  #model(id: string, response: ServerResponse): void {
    this.modelQuestions.push(id);
    if (this.modelsStatus !== 200) {
      json(response, this.modelsStatus, errorBody('api_error'));
      return;
    }
    const own = this.models.get(id);
    if (own === null) {
      json(response, 404, errorBody('not_found_error'));
      return;
    }
    json(response, 200, { ...modelInfo(id), ...own });
  }

  async #behave(behaviour: Behaviour, model: string, response: ServerResponse): Promise<void> {
    if ('status' in behaviour) {
      const { status, type, code, headers } = behaviour;
      json(response, status, errorBody(type, code), headers);
      return;
    }
    if ('hangUp' in behaviour) {
      response.destroy();
      return;
    }
    if ('answer' in behaviour && behaviour.delay !== undefined)
      await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (event: Anthropic.RawMessageStreamEvent): void => {
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    };
    const text =
      'answer' in behaviour ? behaviour.answer : 'cut' in behaviour ? behaviour.cut : behaviour.stall;
    const own = 'answer' in behaviour ? behaviour : null;
    const message = messageStart(own?.model ?? model, this.calls.length, own?.usage ?? {});
    send({ type: 'message_start', message });
    send({
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'text', text: '', citations: null },
    });
    for (const piece of text.match(/[\s\S]{1,40}/g) ?? [])
      send({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } });
    if ('stall' in behaviour) return;
    if ('cut' in behaviour) {
      if (behaviour.error === undefined) {
        // Once what was written is on its way.
        setTimeout(() => response.destroy(), 20);
        return;
      }
      response.end(`event: error\ndata: ${JSON.stringify(errorBody(behaviour.error))}\n\n`);
      return;
    }
    send({ type: 'content_block_stop', index: 0 });
    send({
      type: 'message_delta',
      delta: {
        stop_reason: behaviour.stopReason ?? 'end_turn',
        stop_sequence: null,
        container: null,
        stop_details: null,
      },
      usage: {
        input_tokens: null,
        cache_creation_input_tokens: null,
        cache_read_input_tokens: null,
        server_tool_use: null,
        output_tokens_details: null,
        output_tokens: behaviour.usage?.output_tokens ?? 50,
      },
    });
    send({ type: 'message_stop' });
    response.end();
  }
}

export const REQUEST_TOKEN = 'planted-request-token-0123456789';
export const IDENTITY = 'planted.identity.jwt-0123456789';

export async function startAnthropic(): Promise<FakeAnthropic> {
  const api = new FakeAnthropic();
  await api.listen();
  return api;
}

function messageStart(model: string, nth: number, usage: Partial<Anthropic.Usage>): Anthropic.Message {
  return {
    id: `msg_${nth}`,
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    container: null,
    diagnostics: null,
    usage: {
      input_tokens: 1000,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation: null,
      server_tool_use: null,
      service_tier: 'standard',
      inference_geo: null,
      output_tokens_details: null,
      speed: 'standard',
      ...usage,
      output_tokens: 1,
    },
  };
}

function modelInfo(id: string): Anthropic.ModelInfo {
  const lines = ['haiku', 'sonnet', 'opus', 'fable', 'mythos'] as const;
  const yes = { supported: true };
  const no = { supported: false };
  return {
    id,
    type: 'model',
    display_name: id,
    created_at: '2026-09-01T00:00:00Z',
    line: lines.find((line) => id.includes(line)) ?? null,
    lifecycle: 'active',
    deprecated_at: null,
    retires_at: null,
    max_input_tokens: 200_000,
    max_tokens: 64_000,
    capabilities: {
      batch: yes,
      citations: yes,
      code_execution: yes,
      image_input: yes,
      pdf_input: yes,
      structured_outputs: yes,
      context_management: {
        supported: false,
        clear_thinking_20251015: no,
        clear_tool_uses_20250919: no,
        compact_20260112: no,
      },
      effort: { supported: true, low: yes, medium: yes, high: yes, xhigh: no, max: yes },
      server_tools: { supported: false, code_execution: no, web_search: no },
      thinking: { supported: false, types: { adaptive: no, between_tools: no, disabled: no, enabled: no } },
    },
  } as const;
}

/** What the API says of the efforts of a model that has these. */
export function efforts(...levels: readonly string[]): Partial<Anthropic.ModelInfo> {
  const { capabilities } = modelInfo('claude-sonnet-5-5');
  if (capabilities === null) throw new Error('no capabilities');
  const support = EFFORTS.map((level) => [level, { supported: levels.includes(level) }]);
  const effort: Anthropic.EffortCapability = {
    ...capabilities.effort,
    ...Object.fromEntries(support),
    supported: levels.length > 0,
  };
  return { capabilities: { ...capabilities, effort } };
}

function errorBody(type: string, code?: string): unknown {
  const details = code === undefined ? {} : { details: { error_code: code } };
  // Nobody may match on this, and nobody may print it.
  return {
    type: 'error',
    error: { type, message: 'the-words-of-the-server', ...details },
    request_id: 'req_1',
  };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
