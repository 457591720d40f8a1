import { PROPOSAL_BRANCHES } from '../../calibration/changes/index.ts';
import { type CommitId, isCommitId } from '../../git/index.ts';
import type { GithubClient } from '../client.ts';
import { attemptAt } from '../errors/index.ts';
import type { RepositoryName } from '../event/index.ts';
import { isAuthor, whoAmI } from '../identity.ts';

/** The label of our pull requests. */
export const PROPOSAL_LABEL = 'haiku-first-calibration';
/** What a pull request that we closed ourselves says. */
export const WITHDRAWN = '<!-- haiku-first:withdrawn -->';

/** A pull request of ours that is open. */
export interface OpenProposal {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly head: CommitId;
  /** Its branch holds a commit that is not ours: somebody works on it. */
  readonly isEdited: boolean;
  /** Somebody has ticked the box that throws such commits away. */
  readonly isToRedo: boolean;
}

/** One that a person closed without merging it. */
export interface ClosedProposal {
  readonly number: number;
  readonly body: string;
  /** UTC. */
  readonly at: string;
}

export interface StandingProposals {
  /** The oldest; null: there is none. */
  readonly open: OpenProposal | null;
  /** Others that are open: two runs that knew nothing of each other have opened them. */
  readonly surplus: readonly OpenProposal[];
  readonly closed: readonly ClosedProposal[];
  /** Opened by `GITHUB_TOKEN`, whose pull requests start no checks. */
  readonly isWorkflowToken: boolean;
}

/** Closed ones that are looked at. */
const MOST_CLOSED = 50;
const PULLS = 'pull-requests: read';
const COMMITS = /^<!-- haiku-first:commits:([0-9a-f:]+) -->$/m;
const REDO = /^- \[[xX]\] \*\*Redo\*\*/m;

/** The commits that we made, for the body of their pull request: its branch is ours while it points to one of them. */
export function commitsMarker(...commits: readonly (CommitId | null)[]): string {
  return `<!-- haiku-first:commits:${commits.filter((each) => each !== null).join(':')} -->`;
}

/** A body as people read it. */
export function withoutCommits(body: string): string {
  return body.replace(COMMITS, '').trim();
}

/** Our pull requests into a branch, found by the names of their branches, their label and their author. Throws `GitHubError`. */
export async function standingProposals(
  client: GithubClient,
  repository: RepositoryName,
  base: string,
): Promise<StandingProposals> {
  const identity = await whoAmI(client);
  const { git, pulls, issues } = client.octokit.rest;
  const repo = { owner: repository.owner, repo: repository.name };
  const list = attemptAt(client, repository, 'list the proposals', PULLS);
  const refs = await client.ask(list, () =>
    git.listMatchingRefs({ ...repo, ref: `heads/${PROPOSAL_BRANCHES}` }),
  );
  const open: OpenProposal[] = [];
  for (const { ref } of refs.data) {
    const branch = ref.slice('refs/heads/'.length);
    const { data } = await client.ask(list, () =>
      pulls.list({ ...repo, state: 'open', base, head: `${repository.owner}:${branch}` }),
    );
    for (const { number, html_url: url, title, body, head, user } of data) {
      if (!isAuthor(user, identity) || !isCommitId(head.sha)) continue;
      const text = plain(body);
      const ours = COMMITS.exec(text)?.[1]?.split(':') ?? [];
      const isEdited = !ours.includes(head.sha);
      open.push({
        number,
        url,
        title,
        body: text,
        branch,
        head: head.sha,
        isEdited,
        isToRedo: REDO.test(text),
      });
    }
  }
  open.sort((a, b) => a.number - b.number);
  const labelled = await client.ask(list, () =>
    issues.listForRepo({
      ...repo,
      labels: PROPOSAL_LABEL,
      state: 'closed',
      sort: 'updated',
      direction: 'desc',
      per_page: MOST_CLOSED,
    }),
  );
  const closed: ClosedProposal[] = [];
  for (const { number, body, user, closed_at: at } of labelled.data) {
    const text = plain(body);
    if (!isAuthor(user, identity) || at === null || text.startsWith(WITHDRAWN) || !COMMITS.test(text))
      continue;
    const { data } = await client.ask(list, () => pulls.get({ ...repo, pull_number: number }));
    if (data.merged_at === null && data.base.ref === base) closed.push({ number, body: text, at });
  }
  const isWorkflowToken = identity.login.replace(/\[bot\]$/, '') === 'github-actions';
  return { open: open[0] ?? null, surplus: open.slice(1), closed, isWorkflowToken };
}

/** GitHub may hand a body back with other line ends. */
function plain(body: string | null | undefined): string {
  return (body ?? '').replaceAll('\r\n', '\n');
}
