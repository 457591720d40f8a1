import type { CompletedWork, WeekSpan } from '../report/completed.ts';
import type { Share } from '../report/metrics.ts';
import type { GithubClient } from './client.ts';
import { GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { isBot, type Review, reviewsOf } from './reviews.ts';

/** What GitHub says of the work that was completed in a week, and in the one before. */
export interface PullRequestFigures {
  /** Approved without a wish for changes, of those that people reviewed; null: GitHub does not say. */
  readonly reviews: Share | null;
  /** End-to-end checks whose first finished run passed, of those that finished; null: GitHub does not say. */
  readonly endToEnd: Share | null;
  /** Merged or closed, in the week and in the one before. */
  readonly completed: readonly CompletedWork[];
  /** Sentences: what is not known, and why. */
  readonly remarks: readonly string[];
}

/** Which figures are wanted: each costs requests. */
interface WantedFigures {
  readonly reviews: boolean;
  readonly endToEnd: boolean;
  readonly issues: boolean;
  readonly firstCommits: boolean;
}

/** Requests about single pull requests: a job may make 1,000 an hour. Beyond this the figures are those of the latest ones. */
const MOST_REQUESTS = 600;
/** A pull request has at most 250 commits in GitHub's list; the checks of its first ones are looked at. */
const MOST_COMMITS = 30;

const END_TO_END = /\be2e\b|end[ -]?to[ -]?end|playwright|cypress/i;
/** Conclusions that say nothing of the tests. */
const SAYS_NOTHING: readonly (string | null)[] = [null, 'skipped', 'cancelled', 'neutral', 'stale'];

type Repository = { readonly owner: string; readonly repo: string };

interface Closed {
  readonly number: number;
  readonly at: number;
  readonly merged: boolean;
  readonly author: string | null;
}

interface Check {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string | null;
  readonly completed_at: string | null;
}

interface Commit {
  readonly sha: string;
  readonly commit: { readonly author: { readonly date?: string | undefined } | null };
}

/** A run's first finished one comes first: by its end, then by its id. */
function isEarlier(a: Check, b: Check): boolean {
  const [one, other] = [a.completed_at ?? '', b.completed_at ?? ''];
  return one === other ? a.id < b.id : one < other;
}

/** True: a person approved, and nobody asked for changes; null: nobody but its author and bots reviewed it. */
function passedReview(
  reviews: readonly Pick<Review, 'state' | 'user'>[],
  author: string | null,
): boolean | null {
  const others = reviews.filter(({ user }) => user?.login !== author);
  if (others.some(({ state }) => state === 'CHANGES_REQUESTED')) return false;
  return others.some(({ state, user }) => state === 'APPROVED' && !isBot(user)) ? true : null;
}

/**
 * For each end-to-end check, whether its first finished run passed.
 * @param commits the checks of each commit, the oldest commit first
 */
function firstRuns(commits: readonly (readonly Check[])[]): readonly boolean[] {
  const first = new Map<string, { readonly check: Check; readonly commit: number }>();
  for (const [commit, checks] of commits.entries()) {
    for (const check of checks) {
      if (!END_TO_END.test(check.name) || SAYS_NOTHING.includes(check.conclusion)) continue;
      const known = first.get(check.name);
      if (known === undefined || (known.commit === commit && isEarlier(check, known.check)))
        first.set(check.name, { check, commit });
    }
  }
  return [...first.values()].map(({ check }) => check.conclusion === 'success');
}

/** The questions about one repository, and how many may still be asked. */
class Asking {
  readonly #client: GithubClient;
  readonly #repository: Repository;
  readonly #where: string;
  #left = MOST_REQUESTS;

  constructor(client: GithubClient, { owner, name }: RepositoryName) {
    this.#client = client;
    this.#repository = { owner, repo: name };
    this.#where = `${owner}/${name} on ${client.host}`;
  }

  get isOver(): boolean {
    return this.#left <= 0;
  }

  /** Pull requests closed from an instant up to another, latest first, page by page. */
  async closedBetween(from: number, to: number): Promise<readonly Closed[]> {
    const { octokit } = this.#client;
    const found: Closed[] = [];
    const pages = octokit.paginate.iterator(octokit.rest.pulls.list, {
      ...this.#repository,
      state: 'closed',
      sort: 'updated',
      direction: 'desc',
      per_page: 100,
    });
    const iteration = pages[Symbol.asyncIterator]();
    for (;;) {
      const page = await this.#ask('list the merged pull requests', 'pull-requests: read', () =>
        iteration.next(),
      );
      if (page.done === true) return found;
      for (const { number, merged_at, closed_at, user } of page.value.data) {
        const at = Date.parse(merged_at ?? closed_at ?? '');
        if (at >= from && at < to)
          found.push({ number, at, merged: merged_at !== null, author: user?.login ?? null });
      }
      // To close is to update: what was last updated before the week was not closed in it.
      const last = page.value.data.at(-1);
      if (last !== undefined && Date.parse(last.updated_at) < from) return found;
    }
  }

  /** Issues closed in a span, without pull requests. */
  async issuesClosedBetween(from: number, to: number): Promise<readonly CompletedWork[]> {
    const { octokit } = this.#client;
    const issues = await this.#ask('list the closed issues', 'issues: read', () =>
      octokit.paginate(octokit.rest.issues.listForRepo, {
        ...this.#repository,
        state: 'closed',
        since: new Date(from).toISOString(),
        per_page: 100,
      }),
    );
    return issues.flatMap(({ number, closed_at, pull_request }): CompletedWork[] => {
      const at = Date.parse(closed_at ?? '');
      const isWanted = pull_request === undefined && at >= from && at < to;
      return isWanted ? [{ kind: 'issue', number, at, merged: false, firstCommit: null }] : [];
    });
  }

  async passedReview({ number, author }: Closed): Promise<boolean | null> {
    const { owner, repo: name } = this.#repository;
    const reviews = await reviewsOf(this.#client, { owner, name }, number, (...asked) => this.#ask(...asked));
    return passedReview(reviews, author);
  }

  /** Its commits, the oldest first. */
  commitsOf({ number }: Closed): Promise<readonly Commit[]> {
    const { octokit } = this.#client;
    return this.#ask(`read the commits of #${number}`, 'pull-requests: read', () =>
      octokit.paginate(octokit.rest.pulls.listCommits, {
        ...this.#repository,
        pull_number: number,
        per_page: 100,
      }),
    );
  }

  checksOf({ number }: Closed, sha: string): Promise<readonly Check[]> {
    const { octokit } = this.#client;
    return this.#ask(`read the checks of #${number}`, 'checks: read', () =>
      octokit.paginate(octokit.rest.checks.listForRef, {
        ...this.#repository,
        ref: sha,
        filter: 'all',
        per_page: 100,
      }),
    );
  }

  /** The end-to-end checks of a pull request: from its first commit on, until each that its last commit has has finished. */
  async endToEnd(pull: Closed, commits: readonly Commit[]): Promise<readonly boolean[]> {
    const last = commits.at(-1);
    if (last === undefined) return [];
    const atLast = await this.checksOf(pull, last.sha);
    const awaited = new Set(atLast.flatMap(({ name }) => (END_TO_END.test(name) ? [name] : [])));
    const looked: (readonly Check[])[] = [];
    for (const { sha } of commits.slice(0, -1).slice(0, MOST_COMMITS)) {
      if (awaited.size === 0 || this.isOver) break;
      const checks = await this.checksOf(pull, sha);
      looked.push(checks);
      for (const { name, conclusion } of checks) if (!SAYS_NOTHING.includes(conclusion)) awaited.delete(name);
    }
    return firstRuns([...looked, atLast]);
  }

  #ask<T>(doing: string, permission: string, request: () => Promise<T>): Promise<T> {
    this.#left -= 1;
    return this.#client.ask({ doing, where: this.#where, permission }, request);
  }
}

const share = (results: readonly (boolean | null)[]): Share => ({
  hits: results.filter((each) => each === true).length,
  n: results.filter((each) => each !== null).length,
});

/** What `ask` gives for each pull request, and how many were not asked about; null where GitHub refuses. */
async function ofEach<T>(
  asking: Asking,
  pulls: readonly Closed[],
  what: string,
  remarks: string[],
  ask: (pull: Closed) => Promise<T>,
): Promise<readonly T[] | null> {
  const results: T[] = [];
  try {
    for (const pull of pulls) {
      if (asking.isOver) break;
      results.push(await ask(pull));
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    remarks.push(`The ${what} are not measured. ${error.message}`);
    return null;
  }
  const left = pulls.length - results.length;
  if (left > 0) remarks.push(`The ${what} of ${left} earlier pull requests were left out.`);
  return results;
}

/** The closed issues; none where GitHub refuses. */
async function issuesClosed(
  asking: Asking,
  from: number,
  to: number,
  remarks: string[],
): Promise<readonly CompletedWork[]> {
  try {
    return await asking.issuesClosedBetween(from, to);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    remarks.push(`Closed issues do not count as completed. ${error.message}`);
    return [];
  }
}

/** Asks GitHub about the work completed in a span. Throws `GitHubError` when it does not list pull requests. */
export async function pullRequestFigures(
  client: GithubClient,
  repository: RepositoryName,
  { before, from, to }: WeekSpan,
  wanted: WantedFigures,
): Promise<PullRequestFigures> {
  const asking = new Asking(client, repository);
  const remarks: string[] = [];
  const closed = await asking.closedBetween(before, to);
  const merged = closed.filter((pull) => pull.merged && pull.at >= from);
  const reviews = wanted.reviews
    ? await ofEach(asking, merged, 'reviews', remarks, (pull) => asking.passedReview(pull))
    : null;
  const commits = new Map<number, readonly Commit[]>();
  const commitsOf = async (pull: Closed): Promise<readonly Commit[]> => {
    const known = commits.get(pull.number) ?? (await asking.commitsOf(pull));
    commits.set(pull.number, known);
    return known;
  };
  const tests = wanted.endToEnd
    ? await ofEach(asking, merged, 'end-to-end checks', remarks, async (pull) =>
        asking.endToEnd(pull, await commitsOf(pull)),
      )
    : null;
  if (wanted.firstCommits)
    await ofEach(
      asking,
      closed.filter((pull) => pull.merged),
      'first commits',
      remarks,
      commitsOf,
    );
  const issues = wanted.issues ? await issuesClosed(asking, before, to, remarks) : [];
  return {
    reviews: reviews === null ? null : share(reviews),
    endToEnd: tests === null ? null : share(tests.flat()),
    completed: [
      ...closed.map(({ number, at, merged: isMerged }): CompletedWork => {
        const dates = (commits.get(number) ?? []).map(({ commit }) => Date.parse(commit.author?.date ?? ''));
        const known = dates.filter((each) => !Number.isNaN(each));
        return {
          kind: 'pr',
          number,
          at,
          merged: isMerged,
          firstCommit: known.length === 0 ? null : Math.min(...known),
        };
      }),
      ...issues,
    ],
    remarks,
  };
}
