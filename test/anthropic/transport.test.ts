import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createClaudeClient } from '../../src/anthropic/client.ts';
import { sendMessage } from '../../src/anthropic/message.ts';
import { readModel } from '../../src/anthropic/models.ts';
import { BOUNDS, type Bounds } from '../../src/anthropic/transport.ts';
import { KEY } from '../support/anthropic/index.ts';

/** A server on loopback that does as it likes. It keeps what it was sent. */
class Hostile implements AsyncDisposable {
  readonly heard: string[] = [];
  readonly #server;

  constructor(answer: (response: ServerResponse, request: IncomingMessage) => void) {
    this.#server = createServer((request, response) => {
      this.heard.push(JSON.stringify(request.headers));
      request.on('data', (chunk: Buffer) => this.heard.push(chunk.toString('utf8')));
      request.on('end', () => answer(response, request));
    });
  }

  static async start(answer: (response: ServerResponse) => void): Promise<Hostile> {
    const server = new Hostile(answer);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const START =
  'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_1","model":"m","usage":{"input_tokens":7}}}\n\n';
const PING = 'event: ping\ndata: {"type":"ping"}\n\n';
const UNHEARD = { started: () => undefined, text: () => undefined };

function client(url: string, bounds: Partial<Bounds> = {}): ReturnType<typeof createClaudeClient> {
  return createClaudeClient({ kind: 'key', key: KEY }, url, { ...BOUNDS, ...bounds });
}

function ask(url: string, bounds: Partial<Bounds> = {}): ReturnType<typeof sendMessage> {
  const content = [{ type: 'text', text: 'the prompt' } as const];
  const question = { model: 'm', system: null, content, maxTokens: 10, effort: null };
  return sendMessage(client(url, bounds), question, UNHEARD);
}

/** Writes something again and again, as fast as it is read, until the other side goes away. */
function forEver(response: ServerResponse, piece: string, every: number): void {
  const timer = setInterval(() => response.write(piece), every);
  response.on('close', () => clearInterval(timer));
}

describe('a server of the API', () => {
  it.each([301, 302, 303, 307, 308])(
    'that leads elsewhere with a %d gets neither key nor prompt there',
    async (status) => {
      await using other = await Hostile.start((response) => response.end('{}'));
      await using server = await Hostile.start((response) => {
        response.writeHead(status, {
          location: `${other.url.replace('127.0.0.1', 'localhost')}/v1/messages`,
        });
        response.end();
      });
      const reply = await ask(server.url);
      expect([reply, other.heard]).toMatchObject([
        { kind: 'failure', failure: { kind: 'futile', status } },
        [],
      ]);
      const reading = await readModel(client(server.url), 'm');
      expect([reading, other.heard]).toMatchObject([{ kind: 'trouble', failure: { status } }, []]);
    },
  );

  it('that drips is broken off, and what it has counted is kept', async () => {
    await using server = await Hostile.start((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(START);
      forEver(response, PING, 10);
    });
    expect(await ask(server.url, { longest: 300 })).toMatchObject({
      kind: 'failure',
      failure: { kind: 'busy', status: null },
      seen: { usage: { input_tokens: 7 } },
    });
  });

  it('that drips an error is broken off', async () => {
    await using server = await Hostile.start((response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      forEver(response, ' ', 10);
    });
    expect(await ask(server.url, { longest: 300 })).toMatchObject({
      kind: 'failure',
      failure: { kind: 'futile', status: 400 },
    });
  });

  it('that drips what it says of a model is not waited for', async () => {
    await using server = await Hostile.start((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      forEver(response, ' ', 10);
    });
    expect(await readModel(client(server.url), 'm', 300)).toMatchObject({
      kind: 'trouble',
      failure: { kind: 'busy' },
    });
  });

  it('that sends a line without an end is not read further', async () => {
    await using server = await Hostile.start((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(START);
      forEver(response, 'x'.repeat(100_000), 1);
    });
    expect(await ask(server.url, { mostBytes: 1_000_000 })).toMatchObject({
      kind: 'failure',
      failure: { kind: 'futile', what: 'the API sent more than an answer can hold' },
      seen: { usage: { input_tokens: 7 } },
    });
  });

  it('that answers with nothing at all has not answered', async () => {
    await using server = await Hostile.start((response) => {
      response.writeHead(204);
      response.end();
    });
    expect(await ask(server.url)).toMatchObject({ kind: 'failure', failure: { kind: 'busy' }, seen: null });
  });
});
