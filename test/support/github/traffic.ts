import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Description } from './description.ts';
import { empty } from './empty.ts';
import { isObject, type Json, type JsonObject, number, parse } from './json.ts';
import { type Ask, labelledPulls, Mutations, withLiveHead } from './mutations.ts';
import { merge } from './payload.ts';

/** One request and its answer. `path` is without prefix and query. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** 0 while there is no answer, as under a `hang`, and where there is none. */
  readonly status: number;
}

/** What goes wrong instead of the real answer, for the next `times` matching requests (default: all). */
export type Fault = {
  readonly method?: string;
  /** Tested on the path without prefix: `/repos/octo/demo/git/commits/…`, `/graphql`. */
  readonly path: RegExp;
  /** Parameters that the request must have. */
  readonly query?: Readonly<Record<string, string>>;
  readonly times?: number;
} /** An answer of the test's own: an error by default, or a `body` where the emulator has no such route. */ & (
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
      readonly body?: Json | Uint8Array;
    }
  /** No answer, ever. */
  | { readonly hang: true }
  /** The real answer, its body broken off in the middle. */
  | { readonly cut: true }
  /** The real answer, changed. */
  | { readonly change: (body: JsonObject) => Json }
  /** The answer of a stand-in for what the emulator lacks; null: the connection breaks instead. */
  | { readonly answer: (asked: Asked) => Reply | null }
);

/** What a stand-in is asked. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
}

export interface Reply {
  readonly status: number;
  readonly body: Json;
}

export interface Viewer {
  readonly login: string;
  /** True for an installation token, which `GET /user` refuses. */
  readonly bot: boolean;
}

/**
 * A loopback server between the code and the emulator: it records and checks all traffic, makes things go wrong when
 * told to, and answers what the emulator cannot.
 */
export class Traffic {
  readonly exchanges: Exchange[] = [];
  readonly violations: string[] = [];
  readonly viewers = new Map<string, Viewer>();
  /** What stands on pull requests, by `owner/name#number`: as GraphQL answers it. Else there is nothing. */
  readonly conversations = new Map<string, JsonObject>();
  readonly mutations = new Mutations();
  /** Fields that the emulator leaves empty, by path. */
  readonly amendments = new Map<string, JsonObject>();
  readonly #faults: { fault: Fault; left: number }[] = [];
  readonly #description = Description.shared;
  readonly #prefix: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #emulator = '';

  constructor(prefix: string) {
    this.#prefix = prefix;
    this.mutations.onCommit = (path, amendment) => this.amendments.set(path, amendment);
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        this.violations.push(`the test's own server failed: ${String(error)}`);
        response.destroy();
      });
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Starts to listen; returns the origin, such as `http://127.0.0.1:4000`. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  forwardTo(emulator: string): void {
    this.#emulator = emulator;
  }

  fault(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const body = parse(await read(request));
    const path = this.#withoutPrefix(url.pathname);
    const record = (status: number): void => {
      const { headers } = request;
      this.exchanges.push({
        method,
        path: path ?? url.pathname,
        query: url.searchParams,
        body,
        headers,
        status,
      });
    };
    const answer = (
      status: number,
      content: Json | Uint8Array,
      headers: Readonly<Record<string, string>> = {},
    ): void => {
      record(status);
      const isBytes = content instanceof Uint8Array;
      const type = isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8';
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(isBytes ? content : JSON.stringify(content));
    };
    if (path === null) {
      this.violations.push(`${method} ${url.pathname} is outside of ${this.#prefix}`);
      return answer(404, { message: 'Not Found' });
    }
    const viewer = this.#viewer(request);
    if (path !== '/graphql') {
      this.violations.push(...this.#description.checkRequest(method, path, url.searchParams, body));
    }
    const fault = this.#next(method, path, url.searchParams);
    if (fault !== null && 'hang' in fault) return record(0);
    if (fault !== null && 'status' in fault) {
      const { status, headers, message = `Fault ${status}` } = fault;
      const content = fault.body ?? { message, documentation_url: 'https://docs.github.com/rest' };
      if (!(content instanceof Uint8Array)) {
        this.violations.push(...this.#description.checkResponse(method, path, status, content));
      }
      return answer(status, content, headers);
    }
    if (fault !== null && 'answer' in fault) {
      const reply = fault.answer({ path, query: url.searchParams, body });
      if (reply === null) {
        record(0);
        response.destroy();
        return;
      }
      this.violations.push(...this.#description.checkResponse(method, path, reply.status, reply.body));
      return answer(reply.status, reply.body);
    }
    if (viewer === 'unknown') return answer(401, { message: 'Bad credentials' });
    if (path === '/graphql') return answer(200, await this.#graphql(viewer, body, request));
    if (path === '/user' && viewer?.bot === true) {
      return answer(403, { message: 'Resource not accessible by integration' });
    }
    const real = await this.#forward(request, method, path, url.search, body);
    this.violations.push(...this.#description.checkResponse(method, path, real.status, real.body));
    if (fault !== null && 'cut' in fault) {
      record(real.status);
      const whole = JSON.stringify(real.body);
      response.writeHead(real.status, {
        'content-type': 'application/json',
        'content-length': String(whole.length),
      });
      response.write(whole.slice(0, whole.length / 2), () => response.destroy());
      return;
    }
    const content = real.body ?? null;
    const changed =
      fault !== null && 'change' in fault && isObject(content) ? fault.change(content) : content;
    answer(real.status, changed, real.headers);
  }

  #withoutPrefix(pathname: string): string | null {
    if (this.#prefix === '/api/v3' && pathname === '/api/graphql') return '/graphql';
    if (!pathname.startsWith(`${this.#prefix}/`)) return null;
    return decodeURIComponent(pathname.slice(this.#prefix.length));
  }

  #viewer(request: IncomingMessage): Viewer | 'unknown' | null {
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return token === undefined ? null : (this.viewers.get(token) ?? 'unknown');
  }

  #next(method: string, path: string, query: URLSearchParams): Fault | null {
    const found = this.#faults.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method ?? method) === method &&
        fault.path.test(path) &&
        Object.entries(fault.query ?? {}).every(([name, value]) => query.get(name) === value),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.fault;
  }

  /** The queries that we send: who the token is of, and what stands on a pull request. */
  async #graphql(viewer: Viewer | null, body: Json | undefined, request: IncomingMessage): Promise<Json> {
    const query = isObject(body) ? String(body.query) : '';
    const variables = isObject(body) ? body.variables : undefined;
    const changed = await this.mutations.answer(query, variables, this.#asking(request));
    if (changed !== null) return changed;
    if (query.startsWith('query ($owner: String!, $name: String!, $number: Int!)')) {
      const { owner, name, number: id } = isObject(body) && isObject(body.variables) ? body.variables : {};
      const nothing = { nodes: [] };
      const empty = { labels: nothing, timelineItems: nothing, comments: { totalCount: 0, ...nothing } };
      const pullRequest = { ...empty, ...this.conversations.get(`${owner}/${name}#${id}`) };
      return { data: { repository: { pullRequest } } };
    }
    if (query.replace(/\s+/g, '') !== '{viewer{logindatabaseId}}') {
      this.violations.push(`GraphQL query ${JSON.stringify(query)} is not known to the test server`);
    }
    if (viewer === null) return { errors: [{ type: 'FORBIDDEN', message: 'Requires authentication' }] };
    const account = await fetch(`${this.#emulator}/users/${encodeURIComponent(viewer.login)}`);
    // A bot's account appears at the emulator with its first act; until then any id will do.
    const id = account.ok ? number(parse(await account.text()), 'id') : 41898282;
    return { data: { viewer: { login: viewer.login, databaseId: id } } };
  }

  /** Asks the emulator as whoever sends this request. */
  #asking({ headers: { authorization } }: IncomingMessage): Ask {
    return async (method, path, body) => {
      const answer = await fetch(`${this.#emulator}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: parse(await answer.text()) ?? null };
    };
  }

  async #forward(
    request: IncomingMessage,
    method: string,
    path: string,
    search: string,
    body: Json | undefined,
  ) {
    const { authorization } = request.headers;
    const answer = await fetch(
      `${this.#emulator}${path.split('/').map(encodeURIComponent).join('/')}${search}`,
      {
        method,
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    );
    const link = answer.headers.get('link');
    const here = `http://127.0.0.1:${this.port}${this.#prefix}`;
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const said = await answer.text();
    const content = isJson ? parse(said) : said;
    if (isObject(content) && isObject(content.user) && path.endsWith('/permission'))
      Object.assign(content.user, { role_name: content.role_name ?? null });
    if (isObject(content) && typeof content.node_id === 'string' && typeof content.full_name === 'string')
      this.mutations.repositories.set(content.node_id, content.full_name);
    if (/\/pulls(\/\d+)?$/.test(path) && answer.ok && content !== undefined) {
      const live = await withLiveHead(content, this.#asking(request));
      const isAmended = method === 'GET' && isObject(live);
      const amended = isAmended ? { ...live, ...this.amendments.get(path) } : live;
      return {
        status: answer.status,
        body: amended,
        headers: link === null ? {} : { link: link.replaceAll(/https?:\/\/[^/>]+/g, here) },
      };
    }
    if (method === 'GET' && Array.isArray(content) && path.endsWith('/issues')) {
      const repo = path.slice(0, -'/issues'.length);
      const pulls = await labelledPulls(
        repo,
        new URLSearchParams(search),
        this.#asking(request),
        this.mutations.closedAt,
      );
      content.push(...pulls);
    }
    const isWhole = method !== 'GET' || !answer.ok || !isObject(content);
    return {
      status: answer.status,
      body: isWhole ? content : { ...filled(path, content), ...this.amendments.get(path) },
      headers: link === null ? {} : { link: link.replaceAll(/https?:\/\/[^/>]+/g, here) },
    };
  }
}

const BRANCH: JsonObject = Object(empty('branch-with-protection'));

/** With the fields that GitHub always gives and the emulator does not. */
function filled(path: string, content: JsonObject): JsonObject {
  const [, kind] = /^\/repos\/[^/]+\/[^/]+(\/branches\/(?!.*\/protection$)|$)/.exec(path) ?? [];
  if (kind === undefined) return content;
  if (kind !== '') return Object(merge(BRANCH, content));
  return { ...content, network_count: 0, subscribers_count: 0, pushed_at: '2026-11-23T03:00:00Z' };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
