import type { GithubClient } from './client.ts';
import { GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { type AskGithub, isBot, type Reviewer, reviewsOf } from './reviews.ts';

/** What a person who may write to the repository said of a pull request that is not their own. */
interface SaidInReview {
  readonly review: number;
  readonly verdict: 'approved' | 'changes-requested';
  readonly by: string;
  readonly at: string;
  readonly body: string;
}

/** What has become of a pull request. */
export interface PullRequestOutcome {
  readonly number: number;
  /** By a person; null: not merged, or by a program. */
  readonly merged: { readonly at: string; readonly by: string } | null;
  readonly reviews: readonly SaidInReview[];
}

/** A commit on the default branch that says which merged pull request it takes back. */
export interface Revert {
  readonly number: number;
  readonly commit: string;
  readonly at: string;
  readonly by: string;
}

export interface Outcomes {
  readonly pulls: readonly PullRequestOutcome[];
  readonly reverts: readonly Revert[];
  /** Sentences: what is not known, and why. */
  readonly remarks: readonly string[];
}

/** Pull requests that are asked about one by one, the latest first: a job may make 1,000 requests an hour. */
const MOST_PULLS = 100;
/** Commits of the default branch whose messages are read, the latest first. */
const MOST_COMMITS = 1000;
const MOST_REVERTS = 50;

const VERDICTS: Readonly<Record<string, SaidInReview['verdict']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
};

/** Whether accounts may write to a repository, each asked for once. */
function writers({ octokit }: GithubClient, { owner, name }: RepositoryName, ask: AskGithub) {
  const known = new Map<string, boolean>();
  return async (login: string): Promise<boolean> => {
    const before = known.get(login);
    if (before !== undefined) return before;
    const may = await unlessMissing(async () => {
      const { data } = await ask(`read what ${login} may do`, 'contents: read', () =>
        octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login }),
      );
      return data.permission === 'admin' || data.permission === 'write';
    });
    known.set(login, may ?? false);
    return may ?? false;
  };
}

async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return null;
    throw error;
  }
}

const isPerson = (user: Reviewer | null): user is Reviewer => user !== null && !isBot(user);

/** What a commit's message says that it takes back: commits, and pull requests as GitHub's own button writes them. */
function revertedIn(
  message: string,
  { owner, name }: RepositoryName,
): { readonly commits: readonly string[]; readonly pulls: readonly number[] } {
  const commits = [...message.matchAll(/^This reverts commit ([0-9a-f]{40})\b/gm)].map(([, sha = '']) => sha);
  const pulls = [...message.matchAll(/^Reverts (?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})\b/gm)].flatMap(
    ([, where = `${owner}/${name}`, number]) =>
      where.toLowerCase() === `${owner}/${name}`.toLowerCase() ? [Number(number)] : [],
  );
  return { commits, pulls };
}

/** One question after the other about one repository. */
class Asking {
  readonly #client: GithubClient;
  readonly #repository: RepositoryName;
  readonly #mayWrite: (login: string) => Promise<boolean>;
  readonly ask: AskGithub;

  constructor(client: GithubClient, repository: RepositoryName) {
    const { owner, name } = repository;
    const where = `${owner}/${name} on ${client.host}`;
    this.#client = client;
    this.#repository = repository;
    this.ask = (doing, permission, request) => client.ask({ doing, where, permission }, request);
    this.#mayWrite = writers(client, repository, this.ask);
  }

  get #about(): { readonly owner: string; readonly repo: string } {
    return { owner: this.#repository.owner, repo: this.#repository.name };
  }

  /** The numbers of the pull requests that changed since then, the latest first. */
  async changedSince(since: number): Promise<readonly number[]> {
    const { octokit } = this.#client;
    return this.ask('list the pull requests', 'pull-requests: read', async () => {
      const found: number[] = [];
      const asked = {
        ...this.#about,
        state: 'all',
        sort: 'updated',
        direction: 'desc',
        per_page: 100,
      } as const;
      for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.list, asked)) {
        for (const { number, updated_at } of data) {
          if (Date.parse(updated_at) < since) return found;
          found.push(number);
        }
      }
      return found;
    });
  }

  async outcomeOf(number: number): Promise<PullRequestOutcome> {
    const { octokit } = this.#client;
    const { data } = await this.ask(`read pull request #${number}`, 'pull-requests: read', () =>
      octokit.rest.pulls.get({ ...this.#about, pull_number: number }),
    );
    const reviews: SaidInReview[] = [];
    for (const { id, state, dismissed, user, at, body } of await reviewsOf(
      this.#client,
      this.#repository,
      number,
      this.ask,
    )) {
      const verdict = VERDICTS[state];
      // Who takes an approval back approves no more; a wish for changes had been there all the same.
      if (dismissed && verdict === 'approved') continue;
      if (verdict === undefined || at === null || !isPerson(user) || user.login === data.user?.login)
        continue;
      if (await this.#mayWrite(user.login)) reviews.push({ review: id, verdict, by: user.login, at, body });
    }
    const by = data.merged_by;
    const merged = data.merged_at !== null && isPerson(by) ? { at: data.merged_at, by: by.login } : null;
    return { number, merged, reviews };
  }

  /** What the default branch has taken back since then. */
  async revertsSince(since: number, isWanted: (number: number) => boolean): Promise<readonly Revert[]> {
    const { octokit } = this.#client;
    let left = MOST_COMMITS;
    const commits = await this.ask('list the commits of the default branch', 'contents: read', () =>
      octokit.paginate(
        octokit.rest.repos.listCommits,
        { ...this.#about, since: new Date(since).toISOString(), per_page: 100 },
        ({ data }, done) => {
          left -= data.length;
          if (left <= 0) done();
          return data;
        },
      ),
    );
    const found: Revert[] = [];
    for (const { sha, commit, author, committer } of commits) {
      if (found.length >= MOST_REVERTS) break;
      const said = revertedIn(commit.message, this.#repository);
      const by = author?.login ?? committer?.login ?? commit.author?.name ?? 'unknown';
      const at = commit.committer?.date ?? commit.author?.date ?? '';
      const numbers = new Set<number>();
      for (const reverted of said.commits.slice(0, MOST_REVERTS))
        for (const number of await this.#mergedBy(reverted)) numbers.add(number);
      for (const number of said.pulls.filter(isWanted).slice(0, MOST_REVERTS))
        if (await this.#wasMergedBefore(number, sha, at)) numbers.add(number);
      for (const number of numbers) found.push({ number, commit: sha, at, by });
    }
    return found;
  }

  /**
   * The pull requests that this commit merged. Not those that it is only a part of: what a pull request takes back of
   * itself before it is merged is its own business.
   */
  async #mergedBy(commit: string): Promise<readonly number[]> {
    const { octokit } = this.#client;
    const pulls = await unlessMissing(async () => {
      const { data } = await this.ask(`find the pull request of ${commit}`, 'pull-requests: read', () =>
        octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...this.#about, commit_sha: commit }),
      );
      return data;
    });
    return (pulls ?? []).flatMap(({ number, merged_at, merge_commit_sha: merge }) =>
      merged_at !== null && merge === commit ? [number] : [],
    );
  }

  /** Whether the pull request had been merged when another commit was made. */
  async #wasMergedBefore(number: number, commit: string, at: string): Promise<boolean> {
    const { octokit } = this.#client;
    const pull = await unlessMissing(async () => {
      const { data } = await this.ask(`read pull request #${number}`, 'pull-requests: read', () =>
        octokit.rest.pulls.get({ ...this.#about, pull_number: number }),
      );
      return data;
    });
    if (pull === null || pull.merged_at === null || pull.merge_commit_sha === commit) return false;
    return Date.parse(pull.merged_at) <= Date.parse(at);
  }
}

/**
 * What GitHub says has become of pull requests since an instant: reviews by people who may write, merges, and what the
 * default branch took back. Nothing of it is what a pull request says of itself. Throws `GitHubError` when it does not
 * list pull requests.
 * @param isWanted the pull requests that it is about
 */
export async function outcomesSince(
  client: GithubClient,
  repository: RepositoryName,
  since: number,
  isWanted: (number: number) => boolean,
): Promise<Outcomes> {
  const asking = new Asking(client, repository);
  const wanted = (await asking.changedSince(since)).filter(isWanted);
  const remarks: string[] = [];
  const pulls: PullRequestOutcome[] = [];
  for (const number of wanted.slice(0, MOST_PULLS)) {
    try {
      pulls.push(await asking.outcomeOf(number));
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      remarks.push(`What became of #${number} is not known. ${error.message}`);
    }
  }
  if (wanted.length > MOST_PULLS)
    remarks.push(`${wanted.length - MOST_PULLS} earlier pull requests were left out.`);
  try {
    const reverts = await asking.revertsSince(since, isWanted);
    return { pulls, reverts: reverts.filter(({ number }) => isWanted(number)), remarks };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    remarks.push(`What was reverted is not known. ${error.message}`);
    return { pulls, reverts: [], remarks };
  }
}
