import type { Fate } from '../deferral/sift.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import { issueOf, pullRequestOf } from '../usage/records/work-item.ts';
import type { GithubClient } from './client.ts';
import { attemptAt, GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';

/** So many single questions, and the rest is asked another time. */
const MOST_ASKED = 50;

const GOES_ON: Fate = { kind: 'goes-on' };
const LATER: Fate = { kind: 'not-known', why: 'GitHub will be asked about it later' };

/** What GitHub says of a pull request now. */
interface Pull {
  readonly open: boolean;
  readonly head: string;
  /** Its head lies in another repository. */
  readonly fork: boolean;
}

/**
 * What has become of the pull requests and issues that deferrals are about. The open pull requests are listed once;
 * only those that are not among them, and issues, are asked about one by one, in the order of the deferrals: no
 * number of them keeps what comes before them from its turn. Throws `GitHubError`.
 */
export async function workItemFates(
  client: GithubClient,
  repository: RepositoryName,
  deferrals: readonly Deferral[],
): Promise<(deferral: Deferral) => Fate> {
  const numbers = (of: (workItem: string | null) => number | null): readonly number[] => [
    ...new Set(deferrals.flatMap(({ work_item: item }) => of(item) ?? [])),
  ];
  const pulls = await pullsOf(client, repository, numbers(pullRequestOf));
  const issues = await issuesOf(client, repository, numbers(issueOf));
  return ({ work_item: item, head }) => {
    const number = pullRequestOf(item);
    if (number !== null) return pullFate(number, pulls.get(number), head);
    const issue = issueOf(item);
    return issue === null ? GOES_ON : (issues.get(issue) ?? LATER);
  };
}

function pullFate(number: number, pull: Pull | null | undefined, head: string | null): Fate {
  const over = (why: string): Fate => ({ kind: 'over', why });
  if (pull === undefined) return LATER;
  if (pull === null) return over(`there is no pull request ${number}`);
  if (!pull.open) return over(`pull request ${number} is closed`);
  if (pull.fork) return over(`pull request ${number} comes from a fork`);
  if (head !== null && pull.head !== head) return over(`pull request ${number} has a newer head`);
  return GOES_ON;
}

/** Null: there is none. What is left out was not asked about. */
async function pullsOf(
  client: GithubClient,
  repository: RepositoryName,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Pull | null>> {
  const pulls = new Map<number, Pull | null>();
  if (numbers.length === 0) return pulls;
  const { octokit } = client;
  const repo = { owner: repository.owner, repo: repository.name };
  const attempt = attemptAt(client, repository, 'read the pull requests', 'pull-requests: read');
  const asPull = (data: {
    state: string;
    head: { sha: string; repo: { full_name: string } | null };
  }): Pull => ({
    open: data.state === 'open',
    head: data.head.sha,
    fork: data.head.repo?.full_name.toLowerCase() !== `${repo.owner}/${repo.repo}`.toLowerCase(),
  });
  const open = await client.ask(attempt, () =>
    octokit.paginate(octokit.rest.pulls.list, { ...repo, state: 'open', per_page: 100 }),
  );
  for (const pull of open) pulls.set(pull.number, asPull(pull));
  const others = numbers.filter((number) => !pulls.has(number));
  for (const number of others.slice(0, MOST_ASKED)) {
    pulls.set(
      number,
      await unlessMissing(async () =>
        asPull(
          (await client.ask(attempt, () => octokit.rest.pulls.get({ ...repo, pull_number: number }))).data,
        ),
      ),
    );
  }
  return pulls;
}

async function issuesOf(
  client: GithubClient,
  repository: RepositoryName,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Fate>> {
  const { octokit } = client;
  const repo = { owner: repository.owner, repo: repository.name };
  const attempt = attemptAt(client, repository, 'read the issues', 'issues: read');
  const fates = new Map<number, Fate>();
  if (numbers.length === 0) return fates;
  // A token that may see no issues gets a 404 for each of them, too: here it fails.
  await client.ask(attempt, () => octokit.rest.issues.listForRepo({ ...repo, per_page: 1 }));
  for (const number of numbers.slice(0, MOST_ASKED)) {
    const state = await unlessMissing(
      async () =>
        (await client.ask(attempt, () => octokit.rest.issues.get({ ...repo, issue_number: number }))).data
          .state,
    );
    const what = state === null ? `there is no issue ${number}` : `issue ${number} is closed`;
    fates.set(number, state === 'open' ? GOES_ON : { kind: 'over', why: what });
  }
  return fates;
}

/** A 404 is an answer here: that the token may see such things is known from before. */
async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}
