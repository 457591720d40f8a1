import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GitServer extends AsyncDisposable {
  readonly url: string;
  /** `GET /ledger.git/info/refs?service=…`, in the order in which they came. */
  readonly requests: readonly string[];
  /** Bytes of all answers so far. */
  readonly sent: () => number;
  /** `Authorization` headers that came. */
  readonly authorizations: readonly (string | undefined)[];
}

/**
 * Serves bare repositories below `root` with git's own http-backend, as a web server would. `authorization`: what a
 * request must carry; others get 401. `before`: called with each request's address and body; a status is its answer.
 */
export async function serveGit(
  root: string,
  options: {
    readonly authorization?: string;
    readonly before?: (url: string, body: string) => Promise<number | null>;
  } = {},
): Promise<GitServer> {
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  let sent = 0;
  const server: Server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    authorizations.push(request.headers.authorization);
    if (options.authorization !== undefined && request.headers.authorization !== options.authorization) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="ledger"' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    let body: Buffer | null = null;
    if (options.before !== undefined) {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      body = Buffer.concat(chunks);
      const status = await options.before(request.url ?? '/', body.toString('latin1'));
      if (status !== null) {
        response.writeHead(status).end();
        return;
      }
    }
    const child = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'writer',
        REMOTE_ADDR: '127.0.0.1',
        REQUEST_METHOD: request.method,
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: request.headers['content-type'],
        CONTENT_LENGTH: request.headers['content-length'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headers['git-protocol']?.toString(),
      },
    });
    child.stdin.on('error', () => undefined);
    if (body === null) request.pipe(child.stdin);
    else child.stdin.end(body);
    let head = Buffer.alloc(0);
    let started = false;
    child.stdout.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      if (started) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      started = true;
      let status = 200;
      for (const line of head.toString('latin1', 0, end).split('\r\n')) {
        const [name = '', value = ''] = line.split(/:\s*(.*)/s);
        if (name.toLowerCase() === 'status') status = Number(value.slice(0, 3));
        else response.setHeader(name, value);
      }
      response.writeHead(status);
      response.write(head.subarray(end + 4));
    });
    child.on('close', () => {
      if (!started) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    sent: () => sent,
    authorizations,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
