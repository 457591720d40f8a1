import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createGithubClient } from '../../src/github/client.ts';
import { pullRequestFigures } from '../../src/github/pull-request-figures.ts';

const FROM = Date.parse('2026-11-23T00:00:00Z');
const TO = Date.parse('2026-11-30T00:00:00Z');
const REPOSITORY = { owner: 'octo', name: 'demo' };

let server: Server | null = null;
afterEach(() => server?.close());

/** A loopback GitHub that gives these lists, two items a page. */
async function github(lists: Readonly<Record<string, readonly unknown[]>>) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace('/repos/octo/demo/', '');
    const items = lists[path];
    asked.push(`${path}?page=${url.searchParams.get('page') ?? 1}`);
    if (items === undefined) return response.writeHead(404).end('{"message":"Not Found"}');
    const page = Number(url.searchParams.get('page') ?? 1);
    const shown = items.slice((page - 1) * 2, page * 2);
    url.searchParams.set('page', String(page + 1));
    const more =
      page * 2 < items.length
        ? { link: `<http://${request.headers.host}${url.pathname}${url.search}>; rel="next"` }
        : {};
    response.writeHead(200, { 'content-type': 'application/json', ...more });
    const body = path.endsWith('check-runs') ? { total_count: items.length, check_runs: shown } : shown;
    return response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const client = await createGithubClient({
    token: 't',
    userAgent: 'test',
    env: { GITHUB_API_URL: `http://127.0.0.1:${port}` },
    log: () => undefined,
    patience: { pause: 1 },
  });
  return { client, asked };
}

const pull = (
  number: number,
  merged_at: string | null,
  updated_at = merged_at ?? '2026-11-29T00:00:00Z',
) => ({
  number,
  merged_at,
  updated_at,
  head: { sha: `sha${number}` },
  user: { login: 'author' },
});
const review = (state: string, login = 'reviewer') => ({ state, user: { login } });
const check = (id: number, name: string, conclusion: string | null) => ({ id, name, conclusion });
const WEEK = '2026-11-25T00:00:00Z';

describe('what GitHub says of the week', () => {
  it('counts merged pull requests that were approved without a wish for changes, page by page', async () => {
    const { client } = await github({
      pulls: [
        pull(1, WEEK),
        pull(2, WEEK),
        pull(3, WEEK),
        pull(4, null),
        pull(5, '2026-12-01T00:00:00Z'),
        pull(6, '2026-11-20T00:00:00Z', WEEK),
      ],
      'pulls/1/reviews': [review('COMMENTED'), review('COMMENTED'), review('APPROVED')],
      'pulls/2/reviews': [review('CHANGES_REQUESTED'), review('COMMENTED'), review('APPROVED')],
      'pulls/3/reviews': [review('APPROVED', 'author')],
      'commits/sha1/check-runs': [],
      'commits/sha2/check-runs': [],
      'commits/sha3/check-runs': [],
    });
    expect(await pullRequestFigures(client, REPOSITORY, FROM, TO)).toEqual({
      reviews: { hits: 1, n: 2 },
      endToEnd: { hits: 0, n: 0 },
      leftOut: 0,
    });
  });

  it('counts the first run of each end-to-end check', async () => {
    const { client } = await github({
      pulls: [pull(1, WEEK)],
      'pulls/1/reviews': [],
      'commits/sha1/check-runs': [
        check(30, 'e2e', 'success'),
        check(10, 'e2e', 'failure'),
        check(11, 'Playwright (chrome)', 'success'),
        check(12, 'unit tests', 'failure'),
        check(13, 'end-to-end', 'cancelled'),
        check(14, 'cypress', null),
      ],
    });
    expect((await pullRequestFigures(client, REPOSITORY, FROM, TO)).endToEnd).toEqual({ hits: 1, n: 2 });
  });

  it('stops asking at pull requests that were last touched before the week', async () => {
    const { client, asked } = await github({
      pulls: [
        pull(1, '2026-11-10T00:00:00Z'),
        pull(2, '2026-11-10T00:00:00Z'),
        pull(3, '2026-11-10T00:00:00Z'),
      ],
    });
    await pullRequestFigures(client, REPOSITORY, FROM, TO);
    expect(asked).toEqual(['pulls?page=1']);
  });

  it('says which permission is missing', async () => {
    const { client } = await github({});
    await expect(pullRequestFigures(client, REPOSITORY, FROM, TO)).rejects.toThrow(/pull-requests: read/);
  });
});
