import { createServer } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createGithubClient } from '../../src/github/client.ts';
import { createGithubReader } from '../../src/github/commits.ts';
import { proxyFor } from '../../src/github/proxy.ts';
import { startGithub } from '../support/github/index.ts';
import { connect, DEMO } from './connect.ts';

const COMMITS = /\/git\/commits\//;

async function prepared(options: { prefix?: string } = {}) {
  const github = await startGithub(options);
  const repo = await github.repository('octo/demo');
  const commit = await repo.commit({ a: '1' }, { branch: 'main' });
  const token = await github.token({ contents: 'read' });
  return { github, commit, token, [Symbol.asyncDispose]: () => github.close() };
}

describe('a connection to GitHub', () => {
  it('tries again when GitHub fails for a moment, and says so', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: COMMITS, status: 502, times: 2 });
    const log: string[] = [];
    const reader = createGithubReader(await connect(scene.github, scene.token, {}, log), DEMO);
    expect(await reader.parents(scene.commit)).toEqual([]);
    expect(scene.github.exchanges.map((each) => each.status)).toEqual([502, 502, 200]);
    expect(log).toHaveLength(2);
    expect(log[0]).toMatch(/^GitHub: 502 for GET .*trying again in 1 s\.$/);
  });

  it('gives up on lasting failure, naming what, where and what to do', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: COMMITS, status: 503 });
    const reader = createGithubReader(await connect(scene.github, scene.token), DEMO);
    await expect(reader.parents(scene.commit)).rejects.toThrow(
      /^octo\/demo on .*: GitHub failed with status 503 when asked to read the commit .*githubstatus/,
    );
    expect(scene.github.exchanges).toHaveLength(4);
  });

  it('waits as long as a rate limit asks, within its budget', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: COMMITS, status: 429, headers: { 'retry-after': '1' }, times: 1 });
    scene.github.fault({
      path: COMMITS,
      status: 403,
      times: 1,
      message: 'You have exceeded a secondary rate limit',
      headers: { 'retry-after': '1' },
    });
    const started = performance.now();
    const reader = createGithubReader(await connect(scene.github, scene.token), DEMO);
    expect(await reader.parents(scene.commit)).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(1990);
  });

  it('fails at once when the limit asks for more than the budget', async () => {
    await using scene = await prepared();
    const reset = String(Math.floor(Date.now() / 1000) + 1800);
    scene.github.fault({ path: COMMITS, status: 429, headers: { 'retry-after': '61' }, times: 1 });
    scene.github.fault({
      path: COMMITS,
      status: 403,
      times: 1,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    });
    const reader = createGithubReader(await connect(scene.github, scene.token), DEMO);
    await expect(reader.parents(scene.commit)).rejects.toThrow(/rate limit did not let us read the commit/);
    await expect(reader.parents(scene.commit)).rejects.toThrow(/rate limit did not let us read the commit/);
    expect(scene.github.exchanges).toHaveLength(2);
  });

  it('spends its budget for waiting only once', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: COMMITS, status: 429, headers: { 'retry-after': '1' } });
    const reader = createGithubReader(await connect(scene.github, scene.token, { waiting: 1500 }), DEMO);
    await expect(reader.parents(scene.commit)).rejects.toThrow(/rate limit/);
    await expect(reader.parents(scene.commit)).rejects.toThrow(/rate limit/);
    expect(scene.github.exchanges).toHaveLength(3);
  });

  it('does not wait for ever for an answer', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: COMMITS, hang: true, times: 1 });
    const reader = createGithubReader(await connect(scene.github, scene.token, { attempt: 200 }), DEMO);
    expect(await reader.parents(scene.commit)).toEqual([]);
    scene.github.fault({ path: /\/git\/trees\//, hang: true });
    await expect(reader.file(scene.commit, 'a')).rejects.toThrow(
      /GitHub did not answer when asked to read the tree .*timed out.*Check the network/,
    );
  });

  it('takes no answer that broke off', async () => {
    await using scene = await prepared();
    scene.github.fault({ path: COMMITS, cut: true, times: 1 });
    const reader = createGithubReader(await connect(scene.github, scene.token), DEMO);
    expect(await reader.parents(scene.commit)).toEqual([]);
    scene.github.fault({ path: /\/git\/trees\//, cut: true });
    await expect(reader.file(scene.commit, 'a')).rejects.toThrow(/did not answer .*broke off/);
  });

  it('names a bad token, a missing permission, and never the token itself', async () => {
    await using scene = await prepared();
    const secret = 'ghp_verySecretTokenOfSomebody';
    const bad = createGithubReader(await connect(scene.github, secret), DEMO);
    await expect(bad.parents(scene.commit)).rejects.toThrow(
      /refused the token.*unexpired token as `github-token`/,
    );
    scene.github.fault({ path: COMMITS, status: 403, message: `Not for ${secret}`, times: 1 });
    const error: unknown = await bad.parents(scene.commit).catch((each: unknown) => each);
    expect(String(error)).toMatch(
      /The token may not read the commit .*Not for \*\*\*.*`permissions: contents: read`/,
    );
    const log: string[] = [];
    scene.github.fault({ path: COMMITS, status: 500, message: secret, times: 1 });
    const noisy = createGithubReader(await connect(scene.github, secret, {}, log), DEMO);
    const last: unknown = await noisy.parents(scene.commit).catch((each: unknown) => each);
    expect(
      JSON.stringify([log, error, last, String(last), (last instanceof Error && last.stack) || '']),
    ).not.toContain(secret);
  });

  it('says that there is no connection', async () => {
    const { apiUrl, close } = await startGithub();
    await close();
    const client = await createGithubClient({
      token: null,
      userAgent: 'test',
      env: {},
      log: () => undefined,
      baseUrl: apiUrl,
      patience: { pause: 1 },
    });
    await expect(createGithubReader(client, DEMO).defaultBranchTip()).rejects.toThrow(
      /did not answer.*ECONNREFUSED/,
    );
  });

  it('works with a GitHub Enterprise Server', async () => {
    await using scene = await prepared({ prefix: '/api/v3' });
    const client = await connect(scene.github, scene.token);
    expect(await createGithubReader(client, DEMO).defaultBranchTip()).toEqual({
      name: 'main',
      commit: scene.commit,
    });
    expect(scene.github.apiUrl).toMatch(/\/api\/v3$/);
  });

  it('takes github.com where nothing else is named, and refuses other addresses', async () => {
    const options = { token: null, userAgent: 'test', log: () => undefined };
    expect((await createGithubClient({ ...options, env: {} })).host).toBe('github.com');
    for (const address of ['', 'api.github.com', 'file:///etc/passwd']) {
      await expect(createGithubClient({ ...options, env: { GITHUB_API_URL: address } })).rejects.toThrow(
        /is not the address of a GitHub API/,
      );
    }
  });
});

describe('a proxy', () => {
  it('is used when the environment names one', async () => {
    await using scene = await prepared();
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const upstream = connectTcp(Number(new URL(scene.github.apiUrl).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      socket.on('error', () => upstream.destroy());
      upstream.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    try {
      const client = await createGithubClient({
        token: scene.token,
        userAgent: 'test',
        log: () => undefined,
        baseUrl: 'http://github.test',
        env: { http_proxy: `http://127.0.0.1:${address.port}` },
      });
      expect((await createGithubReader(client, DEMO).defaultBranchTip()).commit).toBe(scene.commit);
      expect(asked[0]).toBe('github.test:80');
    } finally {
      proxy.close();
    }
  });

  it.each([
    ['https://api.github.com', { https_proxy: 'http://p:1' }, 'http://p:1'],
    ['https://api.github.com', { HTTPS_PROXY: 'p:1' }, 'http://p:1'],
    ['https://api.github.com', { http_proxy: 'http://p:1' }, null],
    ['http://ghes.test', { HTTP_PROXY: 'http://p:1' }, 'http://p:1'],
    ['https://api.github.com', { https_proxy: 'http://p:1', no_proxy: 'github.com' }, null],
    ['https://api.github.com', { https_proxy: 'http://p:1', no_proxy: 'x, .github.com' }, null],
    ['https://api.github.com', { https_proxy: 'http://p:1', NO_PROXY: '*' }, null],
    ['https://api.github.com', { https_proxy: 'http://p:1', no_proxy: 'api.github.com:443' }, null],
    ['https://api.github.com', { https_proxy: 'http://p:1', no_proxy: 'hub.com' }, 'http://p:1'],
    ['http://localhost:3000', { http_proxy: 'http://p:1' }, null],
    ['https://api.github.com', {}, null],
  ])('for %s with %j is %s', (address, env, expected) => {
    expect(proxyFor(new URL(address), env)).toBe(expected);
  });
});
