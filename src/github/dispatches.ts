import { FORMS } from '../allocation/patterns.ts';
import type { DispatchAnswer, Sought } from '../deferral/ports.ts';
import { later, secondsOf } from '../time/instant.ts';
import { workflowPath } from '../usage/records/workflow-path.ts';
import type { GithubClient } from './client.ts';
import { attemptAt, GitHubError } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';

/** A workflow to be started at a branch. */
interface Dispatch {
  /** A file name under `.github/workflows`. */
  readonly workflow: string;
  /** A branch's name. */
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A search of GitHub gives no more than so many runs. */
const MOST_FOUND = 1000;
const PAGE = 100;
/** That a run which was started looks at for itself. */
const MOST_PAGES = 3;
/** GitHub's clock and ours may differ by less than this many seconds. */
const SLACK = 600;
const TOKEN = new RegExp(FORMS.claim.pattern.source.slice(1, -1), 'g');

/**
 * Asks for a workflow to be started, once. Never throws for what GitHub says: whether a run has begun, has not, or
 * nobody can tell, is the answer. A request that got no answer is not sent again: it may have arrived.
 */
export async function dispatchWorkflow(
  client: GithubClient,
  repository: RepositoryName,
  { workflow, ref, inputs }: Dispatch,
): Promise<DispatchAnswer> {
  const { owner, name } = repository;
  const trying = attemptAt(client, repository, `start the workflow ${workflow}`, 'actions: write');
  try {
    const { data } = await client.ask(trying, () =>
      client.octokit.rest.actions.createWorkflowDispatch({
        owner,
        repo: name,
        workflow_id: workflow,
        ref,
        inputs: { ...inputs },
        return_run_details: true,
      }),
    );
    // A server that does not know `return_run_details` answers with nothing, which the description does not say.
    const answer: unknown = data;
    return { kind: 'started', run: runOf(answer) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const { status, message: why } = error;
    if (status === null || status >= 500 || status === 408) return { kind: 'unknown', why };
    if (status === 429) return { kind: 'limited', why };
    return { kind: 'refused', why, everything: status === 401 || status === 403 };
  }
}

function runOf(answer: unknown): string | null {
  const id =
    typeof answer === 'object' && answer !== null && 'workflow_run_id' in answer
      ? answer.workflow_run_id
      : null;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? String(id) : null;
}

/** A run that a token was found in. */
interface TokenRun {
  readonly id: number;
  readonly claim: string;
  /** What `run-name` made of its inputs. */
  readonly title: string;
  readonly headSha: string;
  /** The file of its workflow; null for a run of none. */
  readonly workflow: string | null;
  /** How it ended; null while it has not. */
  readonly conclusion: string | null;
}

/** Which runs are looked at. */
interface Search {
  /**
   * The default branch: on any other one whoever may push writes what a run is called. A tag may have its name, too:
   * a run counts only if its commit is a part of the branch.
   */
  readonly branch: string;
  /** UTC, whole seconds. */
  readonly since: string;
  readonly now: string;
}

/**
 * The runs since a time that were started by hand or by a drain and have a token in their name. GitHub shows the name
 * that `run-name` gives. Throws `GitHubError`.
 */
export async function listTokenRuns(
  client: GithubClient,
  repository: RepositoryName,
  { branch, since, now }: Search,
): Promise<readonly TokenRun[]> {
  const found: TokenRun[] = [];
  const windows: [from: string, to: string][] = [[later(since, -SLACK), later(now, SLACK)]];
  for (let window = windows.pop(); window !== undefined; window = windows.pop()) {
    const [from, to] = window;
    const seconds = secondsOf(to) - secondsOf(from);
    const first = await page(client, repository, branch, from, to, 1);
    if (first.total > MOST_FOUND && seconds > 1) {
      // The search hides what is beyond its limit, so each half is searched for itself.
      const middle = later(from, Math.floor(seconds / 2));
      windows.push([from, middle], [middle, to]);
      continue;
    }
    const pages = Math.ceil(Math.min(first.total, MOST_FOUND) / PAGE);
    found.push(...first.runs);
    for (let number = 2; number <= pages; number += 1)
      found.push(...(await page(client, repository, branch, from, to, number)).runs);
  }
  return found;
}

/**
 * The same of the latest runs alone, in at most three requests: for one who is started among many, each of whom asks.
 * `all`: there are no others. Throws `GitHubError`.
 */
export async function latestTokenRuns(
  client: GithubClient,
  repository: RepositoryName,
  { branch, since, now }: Search,
): Promise<{ readonly runs: readonly TokenRun[]; readonly all: boolean }> {
  const [from, to] = [later(since, -SLACK), later(now, SLACK)];
  const runs: TokenRun[] = [];
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const found = await page(client, repository, branch, from, to, number);
    runs.push(...found.runs);
    if (found.total <= number * PAGE) return { runs, all: true };
  }
  return { runs, all: false };
}

async function page(
  client: GithubClient,
  repository: RepositoryName,
  branch: string,
  from: string,
  to: string,
  number: number,
): Promise<{ readonly total: number; readonly runs: readonly TokenRun[] }> {
  const { owner, name } = repository;
  const trying = attemptAt(client, repository, 'list the runs that were started', 'actions: read');
  const { data } = await client.ask(trying, () =>
    client.octokit.rest.actions.listWorkflowRunsForRepo({
      owner,
      repo: name,
      event: 'workflow_dispatch',
      branch,
      created: `${from}..${to}`,
      per_page: PAGE,
      page: number,
    }),
  );
  const ofBranch = data.workflow_runs.filter(({ head_branch: head }) => head === branch);
  const runs = ofBranch.flatMap(({ id, display_title: title, head_sha: headSha, path, conclusion }) =>
    [...new Set(title.match(TOKEN) ?? [])].map((claim): TokenRun => {
      const workflow = workflowPath(path);
      return { id, claim, title, headSha, workflow, conclusion };
    }),
  );
  return { total: data.total_count, runs };
}

/**
 * The oldest run of each token that is sought, by token.
 * @param isOfBranch whether a commit is a part of the branch
 */
export async function findRuns(
  client: GithubClient,
  repository: RepositoryName,
  sought: readonly Sought[],
  { branch, now }: Omit<Search, 'since'>,
  isOfBranch: (commit: string) => Promise<boolean>,
): Promise<ReadonlyMap<string, string>> {
  const since = sought.reduce((first, each) => (each.since < first ? each.since : first), now);
  const wanted = new Set(sought.map(({ claim }) => claim));
  const oldest = new Map<string, number>();
  for (const { id, claim, headSha } of await listTokenRuns(client, repository, { branch, since, now })) {
    if (wanted.has(claim) && (await isOfBranch(headSha)))
      oldest.set(claim, Math.min(id, oldest.get(claim) ?? id));
  }
  return new Map([...oldest].map(([claim, id]) => [claim, String(id)]));
}
