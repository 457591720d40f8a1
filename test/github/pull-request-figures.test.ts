import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createGithubClient } from '../../src/github/client.ts';
import { pullRequestFigures } from '../../src/github/pull-request-figures.ts';

const FROM = Date.parse('2026-11-23T00:00:00Z');
const TO = Date.parse('2026-11-30T00:00:00Z');
const SPAN = { before: Date.parse('2026-11-16T00:00:00Z'), from: FROM, to: TO };
const ALL = { reviews: true, endToEnd: true, issues: true, firstCommits: true };
const TESTS = { reviews: false, endToEnd: true, issues: false, firstCommits: false };
const REVIEWS = { ...TESTS, reviews: true, endToEnd: false };
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
const check = (id: number, name: string, conclusion: string | null) => ({
  id,
  name,
  conclusion,
  completed_at: null,
});
const WEEK = '2026-11-25T00:00:00Z';

const commit = (sha: string, date = WEEK) => ({ sha, commit: { author: { date } } });
const bot = (state: string, login = 'reviewer[bot]') => ({ id: 9, state, user: { login, type: 'Bot' } });

describe('what GitHub says of the week', () => {
  const reviewsOf = async (lists: Readonly<Record<string, readonly unknown[]>>) => {
    const { client } = await github(lists);
    return (await pullRequestFigures(client, REPOSITORY, SPAN, REVIEWS)).reviews;
  };

  it('counts merged pull requests that were approved without a wish for changes, page by page', async () => {
    expect(
      await reviewsOf({
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
      }),
    ).toEqual({ hits: 1, n: 2 });
  });

  it('takes no approval by a bot alone for a review', async () => {
    expect(
      await reviewsOf({
        pulls: [pull(1, WEEK), pull(2, WEEK), pull(3, WEEK)],
        'pulls/1/reviews': [bot('APPROVED')],
        'pulls/2/reviews': [bot('APPROVED'), review('APPROVED')],
        'pulls/3/reviews': [bot('CHANGES_REQUESTED'), review('APPROVED')],
      }),
    ).toEqual({ hits: 1, n: 2 });
  });

  it('counts a dismissed request for changes as one, and not a dismissed approval', async () => {
    const dismissal = (review_id: number, state: string) => ({
      event: 'review_dismissed',
      dismissed_review: { review_id, state, dismissal_message: null },
    });
    const dismissed = { ...review('DISMISSED'), id: 5 };
    expect(
      await reviewsOf({
        pulls: [pull(1, WEEK), pull(2, WEEK)],
        'pulls/1/reviews': [dismissed, review('APPROVED')],
        'issues/1/events': [{ event: 'labeled' }, dismissal(5, 'changes_requested')],
        'pulls/2/reviews': [dismissed, review('APPROVED')],
        'issues/2/events': [dismissal(5, 'approved')],
      }),
    ).toEqual({ hits: 1, n: 2 });
  });

  const testsOf = async (lists: Readonly<Record<string, readonly unknown[]>>) => {
    const { client, asked } = await github({ pulls: [pull(1, WEEK)], ...lists });
    return { asked, ...(await pullRequestFigures(client, REPOSITORY, SPAN, TESTS)) };
  };

  it('counts the first finished run of each end-to-end check', async () => {
    const { endToEnd } = await testsOf({
      'pulls/1/commits': [commit('a')],
      'commits/a/check-runs': [
        check(30, 'e2e', 'success'),
        check(10, 'e2e', 'failure'),
        check(11, 'Playwright (chrome)', 'success'),
        check(12, 'unit tests', 'failure'),
        check(13, 'end-to-end', 'cancelled'),
        check(14, 'cypress', null),
      ],
    });
    expect(endToEnd).toEqual({ hits: 1, n: 2 });
  });

  it('looks at all commits of a pull request, and no further than it must', async () => {
    const { endToEnd, asked } = await testsOf({
      'pulls/1/commits': [commit('a'), commit('b'), commit('c'), commit('d')],
      'commits/a/check-runs': [check(1, 'e2e', 'cancelled')],
      'commits/b/check-runs': [check(2, 'e2e', 'failure')],
      'commits/c/check-runs': [check(3, 'e2e', 'success')],
      'commits/d/check-runs': [check(4, 'e2e', 'success')],
    });
    // It passed in the end; at first it did not.
    expect(endToEnd).toEqual({ hits: 0, n: 1 });
    expect(asked.filter((each) => each.startsWith('commits/c'))).toEqual([]);
  });

  it('tells what was merged or closed, and when its first commit was made', async () => {
    const { client } = await github({
      pulls: [pull(1, WEEK), { ...pull(2, null, WEEK), closed_at: WEEK }, pull(3, '2026-11-18T00:00:00Z')],
      issues: [
        { number: 7, closed_at: WEEK },
        { number: 1, closed_at: WEEK, pull_request: {} },
        { number: 8, closed_at: '2026-10-01T00:00:00Z' },
      ],
      'pulls/1/reviews': [],
      'pulls/1/commits': [commit('a', '2026-11-24T00:00:00Z'), commit('b', '2026-11-23T12:00:00Z')],
      'pulls/3/commits': [],
      'commits/b/check-runs': [],
    });
    expect((await pullRequestFigures(client, REPOSITORY, SPAN, ALL)).completed).toEqual([
      {
        kind: 'pr',
        number: 1,
        at: Date.parse(WEEK),
        merged: true,
        firstCommit: Date.parse('2026-11-23T12:00:00Z'),
      },
      { kind: 'pr', number: 2, at: Date.parse(WEEK), merged: false, firstCommit: null },
      { kind: 'pr', number: 3, at: Date.parse('2026-11-18T00:00:00Z'), merged: true, firstCommit: null },
      { kind: 'issue', number: 7, at: Date.parse(WEEK), merged: false, firstCommit: null },
    ]);
  });

  it('leaves out what it may not read, and says so', async () => {
    const { client } = await github({
      pulls: [pull(1, WEEK)],
      'pulls/1/reviews': [review('APPROVED')],
      'pulls/1/commits': [commit('a')],
    });
    const figures = await pullRequestFigures(client, REPOSITORY, SPAN, ALL);
    expect(figures).toMatchObject({ reviews: { hits: 1, n: 1 }, endToEnd: null, completed: [{ number: 1 }] });
    expect(figures.remarks.join('\n')).toMatch(
      /The end-to-end checks are not measured\. [\s\S]*checks: read[\s\S]*Closed issues do not count as completed\. [\s\S]*issues: read/,
    );
  });

  it('stops asking at pull requests that were last touched before both weeks', async () => {
    const { client, asked } = await github({
      pulls: [
        pull(1, '2026-11-10T00:00:00Z'),
        pull(2, '2026-11-10T00:00:00Z'),
        pull(3, '2026-11-10T00:00:00Z'),
      ],
    });
    await pullRequestFigures(client, REPOSITORY, SPAN, REVIEWS);
    expect(asked).toEqual(['pulls?page=1']);
  });

  it('says which permission is missing', async () => {
    const { client } = await github({});
    await expect(pullRequestFigures(client, REPOSITORY, SPAN, ALL)).rejects.toThrow(/pull-requests: read/);
  });
});
