import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveGit } from '../ledger/http.ts';
import { Bundle } from '../support/bundle.ts';
import { JobScene } from '../support/job-scene.ts';
import { eventOf, FILE, files, GateScene, verdict, WEAK } from './check/step.ts';

// A GitHub Enterprise Server as its users have it: the API below /api/v3 and git beside it, at one address, behind a
// certificate that no public authority has signed.
let bundle: Bundle;
let folder: string;

beforeAll(async () => {
  bundle = await Bundle.copy();
  folder = mkdtempSync(join(tmpdir(), 'haiku-first-ghes-'));
  const of = ['-subj', '/CN=ghes', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const to = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...key, ...of, ...to], { stdio: 'pipe' });
});

afterAll(async () => {
  await bundle[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** What a runner of that server tells its steps; `api` and `git` are what stands behind it. */
async function enterpriseServer({ api = '', git = '' }) {
  const pem = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  const server = createServer(pem, (asked, answer) => {
    const { method, headers, url = '/' } = asked;
    const behind = request(new URL(url, url.startsWith('/api/') ? api : git), { method, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    behind.on('error', () => answer.destroy());
    asked.pipe(behind);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      GITHUB_SERVER_URL: address,
      GITHUB_API_URL: `${address}/api/v3`,
      GITHUB_GRAPHQL_URL: `${address}/api/graphql`,
    },
    /** What makes its certificate known: to Node, and to git. */
    known: { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'), GIT_SSL_CAINFO: join(folder, 'cert.pem') },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('on a GitHub Enterprise Server with a certificate of its own', () => {
  it('the gate judges, and comments', async () => {
    await using scene = await GateScene.open({ prefix: '/api/v3' });
    const pull = await scene.pull('topic', files(WEAK));
    const { github } = scene;
    await using server = await enterpriseServer({ api: github.apiUrl });
    const token = await github.token({ contents: 'read', pull_requests: 'write', issues: 'write' });
    const env = { ...server.env, ...server.known };
    const result = await scene.judge(eventOf(pull), { token, start: bundle.start, env });
    expect(verdict(result)).toBe(`fail HF101@${FILE}:9`);
    const comments = await github.ask('GET', `/repos/octo/demo/issues/${pull.number}/comments`);
    expect(JSON.stringify(comments)).toContain(`${server.env.GITHUB_SERVER_URL}/octo/demo/`);
  });

  it('the gate is red where nobody made the certificate known, and says how', async () => {
    await using scene = await GateScene.open({ prefix: '/api/v3' });
    const pull = await scene.pull('topic', files(WEAK));
    await using server = await enterpriseServer({ api: scene.github.apiUrl });
    const result = await scene.judge(eventOf(pull), { env: server.env });
    expect(verdict(result)).toBe('error');
    expect(result.stdout).toContain('NODE_EXTRA_CA_CERTS');
    expect(result.stdout).not.toContain('trying again');
  });

  it('an agent’s job writes its usage to the ledger there, with record: push', async () => {
    using job = new JobScene({ start: bundle.start });
    const repository = join(job.folder, 'git/octo/demo.git');
    execFileSync('git', ['init', '--quiet', '--bare', repository]);
    await using git = await serveGit(join(job.folder, 'git'));
    await using server = await enterpriseServer({ git: git.url });
    Object.assign(job.env, server.env, server.known);
    const inputs = { command: 'resolve', agent: 'TESTING', phase: 'EXEC', record: 'push', ledger: '' };
    const { state } = await job.action(inputs);
    job.claude('sub');
    const post = await job.post(inputs, state);
    expect(post, post.stdout).toMatchObject({ status: 0 });
    expect(job.git('-C', repository, 'ls-tree', '-r', '--name-only', 'haiku-first-ledger')).toMatch(/123-2-/);
  });

  it('a ledger whose certificate git does not know is named, and the records are kept', async () => {
    using job = new JobScene({ start: bundle.start });
    const repository = join(job.folder, 'git/octo/demo.git');
    execFileSync('git', ['init', '--quiet', '--bare', repository]);
    await using git = await serveGit(join(job.folder, 'git'));
    await using server = await enterpriseServer({ git: git.url });
    Object.assign(job.env, server.env);
    const inputs = { command: 'resolve', agent: 'TESTING', phase: 'EXEC', record: 'push', ledger: '' };
    const { state } = await job.action(inputs);
    job.claude('sub');
    const post = await job.post(inputs, state);
    expect(post.stdout).toContain('GIT_SSL_CAINFO');
    expect(post.stdout).toContain('haiku-first-unwritten-');
  });
});
