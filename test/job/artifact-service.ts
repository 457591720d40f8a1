import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ARTIFACT_FILE, readArchive } from '../../src/github/artifacts/index.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';

export interface UploadedArtifact {
  readonly name: string;
  readonly zip: Buffer;
  /** The text of its file. */
  readonly text: string;
}

/** What the service does instead of its work. */
export type Trouble = 'refuse' | 'hang';

/**
 * GitHub's artifact service as `@actions/artifact` speaks to it: Twirp calls to create and finalize, and block uploads
 * to a blob store in between.
 */
export class ArtifactService implements AsyncDisposable {
  readonly uploads: UploadedArtifact[] = [];
  /** Milliseconds that the service itself took. */
  busy = 0;
  private readonly names = new Set<string>();
  private readonly blocks = new Map<string, Buffer[]>();
  private readonly server = createServer((request, response) => {
    const began = performance.now();
    this.answer(request).then(
      ({ status, body, headers }) => {
        this.busy += performance.now() - began;
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  private readonly trouble: Trouble | null;

  private constructor(trouble: Trouble | null) {
    this.trouble = trouble;
  }

  static async start(trouble: Trouble | null = null): Promise<ArtifactService> {
    const service = new ArtifactService(trouble);
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', () => resolve()));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** What the runner gives to a step. */
  env(): { ACTIONS_RESULTS_URL: string; ACTIONS_RUNTIME_TOKEN: string; GITHUB_WORKSPACE: string } {
    const claims = { scp: 'Actions.Results:11111111-run:22222222-job' };
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    return {
      ACTIONS_RESULTS_URL: this.url,
      ACTIONS_RUNTIME_TOKEN: `${part({ alg: 'none' })}.${part(claims)}.runtime-token-signature`,
      GITHUB_WORKSPACE: '/',
    };
  }

  private async answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body: string | Buffer; headers?: Record<string, string> }> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? '/', this.url);
    const method = /ArtifactService\/(\w+)$/.exec(url.pathname)?.[1];
    if (method !== undefined) {
      if (this.trouble === 'refuse') return { status: 403, body: '{"msg":"quota"}' };
      const { name } = JSON.parse(body.toString('utf8'));
      if (method === 'CreateArtifact') {
        if (this.names.has(name))
          return { status: 409, body: '{"msg":"an artifact with this name already exists"}' };
        this.names.add(name);
        const signed = `${this.url}blob/${name}?sig=signature-of-the-blob`;
        return { status: 200, body: JSON.stringify({ ok: true, signed_upload_url: signed }) };
      }
      const zip = Buffer.concat(this.blocks.get(name) ?? []);
      const reading = await readArchive(zip, ARTIFACT_FILE);
      this.uploads.push({ name, zip, text: 'text' in reading ? reading.text : `(${reading.problem})` });
      return { status: 200, body: JSON.stringify({ ok: true, artifact_id: String(this.uploads.length) }) };
    }
    const name = url.pathname.replace('/blob/', '');
    if (request.method === 'GET') {
      const stored = this.uploads.find((upload) => upload.name === name);
      if (stored === undefined) return { status: 404, body: '' };
      return { status: 200, body: stored.zip, headers: { 'content-type': 'application/zip' } };
    }
    if (url.searchParams.get('comp') !== 'blocklist')
      this.blocks.set(name, [...(this.blocks.get(name) ?? []), body]);
    return { status: 201, body: '', headers: { 'x-ms-request-id': '1', etag: '"1"' } };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** What a job uploaded, without the line that tells of the job. */
export function linesIn(upload: UploadedArtifact | undefined): string[] {
  return (upload?.text ?? '').trimEnd().split('\n').slice(1);
}

export function recordsIn(upload: UploadedArtifact | undefined): UsageRecord[] {
  return linesIn(upload).map((line) => JSON.parse(line));
}
