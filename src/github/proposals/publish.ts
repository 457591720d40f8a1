import { UserError } from '../../errors.ts';
import type { CommitId } from '../../git/index.ts';
import { ensureLabel } from '../alerts.ts';
import type { GithubClient } from '../client.ts';
import { refuseOverlong } from '../comments.ts';
import type { GithubReader } from '../commits.ts';
import { attemptAt, GitHubError, type GithubAttempt } from '../errors/index.ts';
import type { RepositoryName } from '../event/index.ts';
import {
  type CommittedFile,
  type CommitWanted,
  commitBeside,
  dropAside,
  dropBranch,
  moveTo,
  type SignedCommit,
  tipOf,
} from './signed-commit.ts';
import {
  commitsMarker,
  type OpenProposal,
  PROPOSAL_LABEL,
  type StandingProposals,
  standingProposals,
  WITHDRAWN,
} from './standing.ts';

/** The one pull request, as it is to be. */
export interface ProposalWanted {
  readonly repository: RepositoryName;
  /** The branch that it is to be merged into, and its head. */
  readonly base: { readonly name: string; readonly commit: CommitId };
  /** For a new one; one that is open keeps its own. */
  readonly branch: string;
  readonly title: string;
  /** The commit's text below the title. */
  readonly message: string;
  readonly files: readonly CommittedFile[];
  /** Markdown. */
  readonly body: (signature: SignedCommit['signature']) => string;
  /** A name that no other run has. */
  readonly run: string;
}

/** What became of it. */
export type ProposalPublished =
  | {
      readonly how: 'opened' | 'updated' | 'unchanged';
      readonly number: number;
      readonly url: string;
      readonly signature: SignedCommit['signature'] | 'unknown';
      readonly remarks: readonly string[];
    }
  /** Somebody has committed to its branch: nothing was done. */
  | { readonly how: 'edited'; readonly number: number; readonly url: string };

const LABEL = {
  name: PROPOSAL_LABEL,
  color: '0e8a16',
  description: 'A change of the model allocation, proposed on the evidence of the ledger',
} as const;
/** Other runs may get in between so often. */
const MOST_TRIES = 4;
const PULLS = 'pull-requests: write';
const SETTING = 'Allow GitHub Actions to create and approve pull requests';

/**
 * Opens the pull request, or makes the one that is open hold what is wanted: one signed commit on the head of its base.
 * A branch with a commit that is not ours is left alone, unless its box says to redo it; and it is moved only from the
 * commit that was looked at, so nothing that is pushed meanwhile is lost. Two runs at once end with one pull request.
 * Throws `GitHubError` with what is missing.
 */
export async function publishProposal(
  client: GithubClient,
  reader: GithubReader,
  wanted: ProposalWanted,
  known: StandingProposals,
): Promise<ProposalPublished> {
  const { repository, base } = wanted;
  let standing = known;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { open } = standing;
    if (open?.isEdited === true && !open.isToRedo) {
      return { how: 'edited', number: open.number, url: open.url };
    }
    const done =
      open === null ? await opened(client, reader, wanted) : await updated(client, reader, wanted, open);
    if (done !== null) return done;
    standing = await standingProposals(client, repository, base.name);
  }
  throw new UserError(
    `Other runs moved the branch of the proposal ${MOST_TRIES} times meanwhile.`,
    'Run it again; a concurrency group lets one run at a time.',
  );
}

/** Null: another run was faster. */
async function opened(
  client: GithubClient,
  reader: GithubReader,
  wanted: ProposalWanted,
): Promise<ProposalPublished | null> {
  const { repository, base } = wanted;
  const branch = await freeBranch(client, reader, wanted);
  const made = branch.made ?? (await committed(client, { ...wanted, branch: branch.name }, null));
  if (made === null) return null;
  const { owner, name } = repository;
  const body = bodyOf(client, wanted, made, null);
  let pull: { readonly number: number; readonly html_url: string };
  try {
    const { data } = await client.ask(attempt(client, repository, 'open the pull request', PULLS), () =>
      client.octokit.rest.pulls.create({
        owner,
        repo: name,
        title: client.mask(wanted.title),
        head: branch.name,
        base: base.name,
        body,
      }),
    );
    pull = data;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    // 422: there is one already.
    if (error.status === 422) return null;
    throw refusal(error, client, wanted, branch.name);
  }
  const remarks = await labelled(client, repository, pull.number);
  const after = await standingProposals(client, repository, base.name);
  const first = after.open;
  if (first !== null && first.number < pull.number) {
    const own = after.surplus.find(({ number }) => number === pull.number);
    if (own !== undefined)
      await withdrawProposal(client, repository, own, `#${first.number} says it already.`);
    return null;
  }
  return { how: 'opened', number: pull.number, url: pull.html_url, signature: made.signature, remarks };
}

/** A branch that is not there yet, or one that holds just this: another run has made it, or this one did not get further. */
async function freeBranch(
  client: GithubClient,
  reader: GithubReader,
  wanted: ProposalWanted,
): Promise<{ readonly name: string; readonly made: SignedCommit | null }> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted.branch : `${wanted.branch}-${count}`;
    const tip = await tipOf(client, wanted.repository, name);
    if (tip === null) return { name, made: null };
    if (await holds(reader, tip, wanted)) {
      const { message, signature } = await commitAt(client, wanted.repository, tip);
      if (saysSame(message, messageOf(client, wanted))) return { name, made: { id: tip, signature } };
    }
  }
}

/** Whether a commit is what is wanted: these files on this base, and nothing else. */
async function holds(
  reader: GithubReader,
  commit: CommitId,
  { base, files }: ProposalWanted,
): Promise<boolean> {
  const parents = await reader.parents(commit);
  if (parents.length !== 1 || parents[0] !== base.commit) return false;
  const { paths } = await reader.compareStat(base.commit, commit);
  const own = new Set(files.map(({ path }) => path));
  if (!paths.every((path) => own.has(path))) return false;
  for (const { path, bytes } of files) {
    const file = await reader.file(commit, path);
    if (file.kind !== 'file') return false;
    const there = await reader.blob(file.blob, Math.max(1, bytes.byteLength * 2));
    if (Buffer.compare(there, bytes) !== 0) return false;
  }
  return true;
}

/** Null: another run was faster. */
async function updated(
  client: GithubClient,
  reader: GithubReader,
  wanted: ProposalWanted,
  open: OpenProposal,
): Promise<ProposalPublished | null> {
  const { repository } = wanted;
  const { number, url } = open;
  const isThere = !open.isEdited && (await holds(reader, open.head, wanted));
  const there = isThere ? await commitAt(client, repository, open.head) : null;
  if (there !== null && saysSame(there.message, messageOf(client, wanted))) {
    const { signature } = there;
    // Its text may differ in what rests on the ledger's newest commit: nobody is to be told of that every day.
    if (!open.isToRedo) return { how: 'unchanged', number, url, signature, remarks: [] };
    await rewritten(client, wanted, open, bodyOf(client, wanted, { id: open.head, signature }, null));
    return { how: 'updated', number, url, signature, remarks: [] };
  }
  const made = await committed(client, { ...wanted, branch: open.branch }, open, (commit) =>
    // First the body: whenever this ends, the branch points to a commit that it names.
    rewritten(client, wanted, open, bodyOf(client, wanted, commit, open.isEdited ? null : open.head)),
  );
  return made === null ? null : { how: 'updated', number, url, signature: made.signature, remarks: [] };
}

async function rewritten(
  client: GithubClient,
  { repository, title }: ProposalWanted,
  { number }: OpenProposal,
  body: string,
): Promise<void> {
  const { owner, name } = repository;
  await client.ask(attempt(client, repository, `update the pull request #${number}`, PULLS), () =>
    client.octokit.rest.pulls.update({
      owner,
      repo: name,
      pull_number: number,
      title: client.mask(title),
      body,
    }),
  );
}

/** Makes the commit and moves the branch to it. Null: the branch has moved since. */
async function committed(
  client: GithubClient,
  { repository, base, branch, title, message, files, run }: ProposalWanted,
  open: OpenProposal | null,
  before: (commit: SignedCommit) => Promise<void> = async () => undefined,
): Promise<SignedCommit | null> {
  const commit: CommitWanted = {
    repository,
    branch,
    base: base.commit,
    headline: client.mask(title),
    message: client.mask(message),
    files,
    run,
  };
  try {
    const made = await commitBeside(client, commit);
    await before(made);
    return (await moveTo(client, commit, made.id, open?.head ?? null)) ? made : null;
  } catch (error) {
    await dropAside(client, commit);
    throw error;
  }
}

/** Whether two messages differ in ids of commits alone: a ledger grows every day, and says the same of the week. */
function saysSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/g, '').trim();
  return plain(a) === plain(b);
}

function messageOf(client: GithubClient, { title, message }: ProposalWanted): string {
  return client.mask(message === '' ? title : `${title}\n\n${message}`);
}

async function commitAt(
  client: GithubClient,
  repository: RepositoryName,
  commit: CommitId,
): Promise<{ readonly message: string; readonly signature: SignedCommit['signature'] }> {
  const { owner, name } = repository;
  const { data } = await client.ask(
    attempt(client, repository, `read the commit ${commit}`, 'contents: read'),
    () => client.octokit.rest.git.getCommit({ owner, repo: name, commit_sha: commit }),
  );
  const { verified, signature } = data.verification;
  return { message: data.message, signature: verified ? 'valid' : signature === null ? 'none' : 'invalid' };
}

function bodyOf(
  client: GithubClient,
  wanted: ProposalWanted,
  { id, signature }: SignedCommit,
  before: CommitId | null,
): string {
  const body = `${commitsMarker(id, before)}\n${client.mask(wanted.body(signature))}`;
  refuseOverlong(body);
  return body;
}

/** Closes a pull request of ours, says why where its text was, and takes its branch away. Throws `GitHubError`. */
export async function withdrawProposal(
  client: GithubClient,
  repository: RepositoryName,
  { number, body, branch, head }: OpenProposal,
  why: string,
): Promise<void> {
  const { owner, name } = repository;
  await client.ask(attempt(client, repository, `close the pull request #${number}`, PULLS), () =>
    client.octokit.rest.pulls.update({
      owner,
      repo: name,
      pull_number: number,
      state: 'closed',
      body: `${WITHDRAWN}\n**Withdrawn:** ${why}\n\n${body}`,
    }),
  );
  const { data: others } = await client.ask(attempt(client, repository, 'list the proposals', PULLS), () =>
    client.octokit.rest.pulls.list({ owner, repo: name, state: 'open', head: `${owner}:${branch}` }),
  );
  if (others.length === 0 && (await tipOf(client, repository, branch)) === head)
    await dropBranch(client, repository, branch);
}

/** Best effort: what went wrong comes back as a remark. */
async function labelled(
  client: GithubClient,
  repository: RepositoryName,
  number: number,
): Promise<readonly string[]> {
  const { owner, name } = repository;
  try {
    await ensureLabel(client, repository, LABEL);
    await client.ask(attempt(client, repository, `label #${number}`, PULLS), () =>
      client.octokit.rest.issues.addLabels({ owner, repo: name, issue_number: number, labels: [LABEL.name] }),
    );
    return [];
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return [
      `The pull request has no label ${LABEL.name}, so that it would be proposed again at once when it is closed. ${error.message}`,
    ];
  }
}

/** What to do where GitHub does not let the pull request be opened, though the branch is there. */
function refusal(
  error: GitHubError,
  client: GithubClient,
  { repository, base }: ProposalWanted,
  branch: string,
): GitHubError {
  if (error.status !== 403) return error;
  const where = `${repository.owner}/${repository.name} on ${client.host}`;
  return new GitHubError(
    403,
    `The token may not open the pull request of ${branch} into ${base.name}.`,
    where,
    `Give the job \`permissions: ${PULLS}\`, and tick "${SETTING}" under Settings, Actions, General. Until then, open it by hand: the branch is there.`,
  );
}

function attempt(
  client: GithubClient,
  repository: RepositoryName,
  doing: string,
  permission: string,
): GithubAttempt {
  return attemptAt(client, repository, doing, permission);
}
