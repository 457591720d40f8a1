import type { Share } from '../report/metrics.ts';
import type { GithubClient } from './client.ts';
import type { RepositoryName } from './event/index.ts';

/** What GitHub says of the pull requests merged in a week. */
export interface PullRequestFigures {
  /** Approved without a wish for changes, of those that were reviewed. */
  readonly reviews: Share;
  /** End-to-end check runs that passed on the first run, of those that finished. */
  readonly endToEnd: Share;
  /** Merged pull requests that were not looked at because there were too many. */
  readonly leftOut: number;
}

/** Two requests for each pull request: beyond this the figures are those of the latest ones, and say so. */
const MOST_PULL_REQUESTS = 200;

const END_TO_END = /\be2e\b|end[ -]?to[ -]?end|playwright|cypress/i;

interface Merged {
  readonly number: number;
  readonly head: string;
  readonly author: string | null;
}

type Repository = { readonly owner: string; readonly repo: string };

/** Pull requests merged from one instant up to another, latest first, page by page. */
async function mergedBetween(
  client: GithubClient,
  repository: Repository,
  where: string,
  from: number,
  to: number,
): Promise<readonly Merged[]> {
  const { octokit } = client;
  const found: Merged[] = [];
  const pages = octokit.paginate.iterator(octokit.rest.pulls.list, {
    ...repository,
    state: 'closed',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  const iteration = pages[Symbol.asyncIterator]();
  const attempt = {
    doing: 'list the merged pull requests',
    where,
    permission: 'pull-requests: read',
  } as const;
  for (;;) {
    const page = await client.ask(attempt, () => iteration.next());
    if (page.done === true) return found;
    for (const { number, merged_at, head, user } of page.value.data) {
      const merged = merged_at === null ? Number.NaN : Date.parse(merged_at);
      if (merged >= from && merged < to) found.push({ number, head: head.sha, author: user?.login ?? null });
    }
    // Merging updates: what was last updated before the week was not merged in it.
    const last = page.value.data.at(-1);
    if (last !== undefined && Date.parse(last.updated_at) < from) return found;
  }
}

/** True: approved, and nobody asked for changes; null: nobody but its author reviewed it. */
function passedReview(
  reviews: readonly { readonly state: string; readonly user: { readonly login: string } | null }[],
  author: string | null,
): boolean | null {
  const states = reviews.filter(({ user }) => user?.login !== author).map(({ state }) => state);
  if (states.includes('CHANGES_REQUESTED')) return false;
  return states.includes('APPROVED') ? true : null;
}

/** For each end-to-end check, whether its first run passed; runs that were skipped or cancelled say nothing. */
function firstRuns(
  checks: readonly {
    readonly id: number;
    readonly name: string;
    readonly conclusion: string | null;
  }[],
): readonly boolean[] {
  const first = new Map<string, { readonly id: number; readonly conclusion: string | null }>();
  for (const { id, name, conclusion } of checks) {
    if (!END_TO_END.test(name) || conclusion === null) continue;
    if (['skipped', 'cancelled', 'neutral', 'stale'].includes(conclusion)) continue;
    const known = first.get(name);
    if (known === undefined || id < known.id) first.set(name, { id, conclusion });
  }
  return [...first.values()].map(({ conclusion }) => conclusion === 'success');
}

/** Asks GitHub about the pull requests merged in a span. Throws `GitHubError` when it does not answer. */
export async function pullRequestFigures(
  client: GithubClient,
  { owner, name }: RepositoryName,
  from: number,
  to: number,
): Promise<PullRequestFigures> {
  const { octokit } = client;
  const repository = { owner, repo: name };
  const where = `${owner}/${name} on ${client.host}`;
  const merged = await mergedBetween(client, repository, where, from, to);
  const looked = merged.slice(0, MOST_PULL_REQUESTS);
  const reviewed: boolean[] = [];
  const tested: boolean[] = [];
  for (const { number, head, author } of looked) {
    const reviews = await client.ask(
      { doing: `read the reviews of #${number}`, where, permission: 'pull-requests: read' },
      () =>
        octokit.paginate(octokit.rest.pulls.listReviews, {
          ...repository,
          pull_number: number,
          per_page: 100,
        }),
    );
    const passed = passedReview(reviews, author);
    if (passed !== null) reviewed.push(passed);
    const checks = await client.ask(
      { doing: `read the checks of #${number}`, where, permission: 'checks: read' },
      () =>
        octokit.paginate(octokit.rest.checks.listForRef, {
          ...repository,
          ref: head,
          filter: 'all',
          per_page: 100,
        }),
    );
    tested.push(...firstRuns(checks));
  }
  const share = (results: readonly boolean[]): Share => ({
    hits: results.filter(Boolean).length,
    n: results.length,
  });
  return { reviews: share(reviewed), endToEnd: share(tested), leftOut: merged.length - looked.length };
}
