import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request that fails. */
const FAULTS = ['dropped', 'status 503', 'status 429', 'slow', 'cut off', 'answer lost'] as const;
type Fault = (typeof FAULTS)[number];

export interface Disturbed extends AsyncDisposable {
  readonly url: string;
  /** What went wrong so far. */
  readonly faults: readonly Fault[];
}

/** The same numbers for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A proxy in front of a server, on which a share of the requests fails, each in one of the ways that networks have. */
export async function disturb(target: string, share: number, seed: number): Promise<Disturbed> {
  const random = numbersFrom(seed);
  const faults: Fault[] = [];
  const server = createServer((incoming, outgoing) => {
    const fault = random() < share ? (FAULTS[Math.floor(random() * FAULTS.length)] ?? null) : null;
    if (fault !== null) faults.push(fault);
    if (fault === 'dropped') incoming.socket.destroy();
    else if (fault === 'status 503' || fault === 'status 429') {
      incoming.resume();
      outgoing.writeHead(Number(fault.slice(-3))).end();
    } else if (fault === 'slow') setTimeout(() => forward(target, incoming, outgoing, null), 400);
    else forward(target, incoming, outgoing, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: 'cut off' | 'answer lost' | null,
): void {
  const { method, url = '/', headers } = incoming;
  const sent = request(new URL(url, target), { method, headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      // The server has done what it was asked for by now.
      if (fault === 'answer lost') {
        incoming.socket.destroy();
        return;
      }
      const body = Buffer.concat(chunks);
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      if (fault === null) outgoing.end(body);
      else outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy());
    });
  });
  sent.on('error', () => incoming.socket.destroy());
  incoming.pipe(sent);
}
