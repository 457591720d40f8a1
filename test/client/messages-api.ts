import { createServer, type ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';

/** A request for a message, as far as these tests look at it. */
interface Asked {
  readonly model: string;
  /** The main thread's prompt holds MAIN, a sub-agent's holds SUB. */
  readonly who: 'main' | 'sub';
}

/** What the main thread does first: it starts a sub-agent, on a model that it names or not, or a skill. */
export type Start = { readonly type: string; readonly model: string | null } | { readonly skill: string };

interface MessagesRequest {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly unknown[];
  readonly tools?: readonly { readonly name: string }[];
}

function inputOf(start: Start): object {
  if ('skill' in start) return start;
  const { type, model } = start;
  const named = model === null ? {} : { model };
  return { description: 'Look', prompt: 'SUB: look.', subagent_type: type, ...named };
}

/** The Messages API for the real client, on the loopback: once it answers with the start of a sub-agent. */
export async function startMessages(start: Start | null) {
  const asked: Asked[] = [];
  let isStarted = false;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const way = wayOf(request.url ?? '');
      if (way === null) {
        response.writeHead(404, { 'content-type': 'application/json' });
        response.end('{"type":"error","error":{"type":"not_found_error","message":"not found"}}');
        return;
      }
      const message: MessagesRequest = { ...JSON.parse(body), ...way.given };
      const who = JSON.stringify(message.messages).includes('MAIN') ? 'main' : 'sub';
      asked.push({ model: message.model, who });
      const tool = (message.tools ?? []).find(({ name }) =>
        start !== null && 'skill' in start ? name === 'Skill' : name === 'Agent' || name === 'Task',
      );
      const starts = who === 'main' && start !== null && !isStarted && tool !== undefined;
      if (starts) isStarted = true;
      const content: Content = starts
        ? {
            type: 'tool_use',
            id: 'toolu_1',
            name: tool.name,
            input: inputOf(start),
          }
        : { type: 'text', text: 'Done.' };
      answer(response, message, asked.length, content, way);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How an event travels. */
type Frame = (type: string, data: object) => string | Buffer;

interface Way {
  /** What the address says, where the body does not. */
  readonly given: Partial<Pick<MessagesRequest, 'model' | 'stream'>>;
  readonly type: string;
  readonly frame: Frame;
}

/** Of Claude's own API, Bedrock and Vertex, by the address that is asked; null for any other. */
function wayOf(url: string): Way | null {
  if (/^\/v1\/messages(\?|$)/.test(url)) return { given: {}, ...SERVER_SENT };
  const bedrock = /^\/model\/([^/]+)\/invoke(-with-response-stream)?$/.exec(url);
  if (bedrock !== null)
    return {
      given: { model: decodeURIComponent(bedrock[1] ?? ''), stream: bedrock[2] !== undefined },
      ...EVENT_STREAM,
    };
  const vertex = /\/publishers\/anthropic\/models\/([^/:]+):(?:stream)?rawPredict$/i.exec(url);
  if (vertex !== null) return { given: { model: decodeURIComponent(vertex[1] ?? '') }, ...SERVER_SENT };
  return null;
}

const SERVER_SENT: Pick<Way, 'type' | 'frame'> = {
  type: 'text/event-stream',
  frame: (kind, data) => `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`,
};

/** Bedrock's: a length, headers and a payload that holds the event in base64, each part with its checksum. */
const EVENT_STREAM: Pick<Way, 'type' | 'frame'> = {
  type: 'application/vnd.amazon.eventstream',
  frame: (_, data) => {
    const payload = JSON.stringify({ bytes: Buffer.from(JSON.stringify(data)).toString('base64') });
    const headers = Buffer.concat(
      [
        [':event-type', 'chunk'],
        [':content-type', 'application/json'],
        [':message-type', 'event'],
      ].map(([name = '', value = '']) =>
        Buffer.concat([
          Buffer.from([name.length]),
          Buffer.from(name),
          Buffer.from([7, 0, value.length]),
          Buffer.from(value),
        ]),
      ),
    );
    const prelude = Buffer.alloc(8);
    prelude.writeUInt32BE(16 + headers.length + payload.length, 0);
    prelude.writeUInt32BE(headers.length, 4);
    const body = Buffer.concat([prelude, checksum(prelude), headers, Buffer.from(payload)]);
    return Buffer.concat([body, checksum(body)]);
  },
};

function checksum(of: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(of));
  return sum;
}

type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object };

function answer(
  response: ServerResponse,
  { model, stream }: MessagesRequest,
  number: number,
  content: Content,
  { type, frame }: Pick<Way, 'type' | 'frame'>,
): void {
  const stop_reason = content.type === 'text' ? 'end_turn' : 'tool_use';
  const usage = {
    input_tokens: 10,
    output_tokens: 5,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
  };
  const message = {
    id: `msg_${number}`,
    type: 'message',
    role: 'assistant',
    model,
    stop_sequence: null,
    usage,
  };
  if (stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...message, content: [content], stop_reason }));
    return;
  }
  response.writeHead(200, { 'content-type': type });
  const event = (kind: string, data: object): void => {
    response.write(frame(kind, { type: kind, ...data }));
  };
  const [empty, delta] =
    'text' in content
      ? [
          { ...content, text: '' },
          { type: 'text_delta', text: content.text },
        ]
      : [
          { ...content, input: {} },
          { type: 'input_json_delta', partial_json: JSON.stringify(content.input) },
        ];
  event('message_start', { message: { ...message, content: [], stop_reason: null } });
  event('content_block_start', { index: 0, content_block: empty });
  event('content_block_delta', { index: 0, delta });
  event('content_block_stop', { index: 0 });
  event('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 5 } });
  event('message_stop', {});
  response.end();
}
