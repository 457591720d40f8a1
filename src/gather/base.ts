import { UserError } from '../errors.ts';
import { type CommitId, type CommitReader, isCommitId } from '../git/index.ts';
import type {
  GithubEvent,
  MergeGroupEvent,
  OtherEvent,
  PullRequestEvent,
  PushEvent,
} from '../github/event/index.ts';
import type { BranchTip } from '../github/index.ts';
import type { Call } from '../surface/call.ts';
import {
  connectTo,
  type Github,
  type LocalReaderWith,
  patienceOf,
  repositoryOf,
  type TokenOption,
} from './repository.ts';
import { githubToken } from './token.ts';

/** The commits by whose files a run is decided. */
export interface Deciding {
  /** The one whose files count. */
  readonly commit: CommitId;
  /** In words, for messages: `the base commit 0123456789ab`. */
  readonly where: string;
  /** Branches whose floors hold as well. */
  readonly beside: readonly BranchTip[];
}

interface Asking extends Pick<Call<TokenOption>, 'env' | 'options'> {
  readonly event: GithubEvent;
  readonly github: () => Promise<Github>;
  readonly local: LocalReaderWith;
  /** Remarks for people. */
  readonly notes: string[];
}

/** In milliseconds: for one answer, and for all waiting between tries. */
const MOST_WAITED = 8_000;

/**
 * The commits whose files decide. On a pull request or in a merge queue it is the base, so that a pull request cannot
 * choose the model of the jobs that review it; and since it does choose its base, the floors of the default branch hold
 * as well. In other workflow runs it is the commit that runs, whatever earlier steps did to the work tree; whoever
 * starts one chooses its branch, so there, too, the floors of the default branch hold, and where it is about a pull
 * request all the same, as after a comment on one, those of its base.
 * Throws `UserError` where it cannot be told.
 */
export async function decidingCommits(asking: Asking): Promise<Deciding> {
  const { event, env } = asking;
  if (event.kind === 'pull_request') return ofPullRequest(event, asking);
  if (event.kind === 'merge_group') return ofMergeGroup(event, asking);
  const { GITHUB_SHA: commit } = env;
  if (!isCommitId(commit)) throw new UserError('GITHUB_SHA does not name a commit.');
  return { commit, where: `commit ${commit.slice(0, 12)}`, beside: await besideRun(event, asking) };
}

/** The default branch, and the bases of the pull requests that a run is about, where it is not at them. */
async function besideRun(event: PushEvent | OtherEvent, asking: Asking): Promise<readonly BranchTip[]> {
  const { env, github } = asking;
  const beside = [...(await besideDefault(event, asking))];
  if (event.kind === 'push') return beside;
  for (const { name, commit } of [...event.bases.map(open), ...(await aimOf(event, asking))]) {
    if (env.GITHUB_REF === `refs/heads/${name}` || beside.some((each) => each.name === name)) continue;
    beside.push(commit === null ? await (await github()).reader.branchTip(name) : { name, commit });
  }
  return beside;
}

/** A base; its commit where the branch itself may be gone. */
interface Aim {
  readonly name: string;
  readonly commit: CommitId | null;
}

const open = (name: string): Aim => ({ name, commit: null });

/**
 * Where the pull request aims that a run is about; empty: there is none. One that only a work item names is somebody's
 * word, who could have left it out: where it cannot be read, a note says so, and the decision stands.
 */
async function aimOf(event: OtherEvent, asking: Asking): Promise<readonly Aim[]> {
  const { pullRequest: number } = event;
  if (number === null) return [];
  const aim = async ({ reader }: Github): Promise<readonly Aim[]> => {
    const { base, state } = await reader.pullRequestNumbers(number);
    return [state === 'open' ? open(base.ref) : { name: base.ref, commit: base.sha }];
  };
  if (event.name === 'issue_comment') return aim(await asking.github());
  try {
    return await aim(await atOnce(event, asking));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const note = `Where pull request ${number} aims is not known, and the floors of its base are not asked for. ${error.message}`;
    asking.notes.push(note);
    return [];
  }
}

/** GitHub, which an agent's job waits for: of one that is away it is told within seconds. */
function atOnce(event: OtherEvent, { env, options }: Asking): Promise<Github> {
  if (githubToken(options.githubToken, env) === null)
    throw new UserError('There is no token to ask GitHub with.');
  const attempt = Math.min(patienceOf(env).attempt ?? MOST_WAITED, MOST_WAITED);
  const patience = { attempt, waiting: MOST_WAITED };
  return connectTo(repositoryOf(event, { env }), { env, options }, () => undefined, patience);
}

/** The default branch, where a run is not at it. A schedule always is, and its payload need not name the branch. */
async function besideDefault(
  event: PushEvent | OtherEvent,
  { env, github }: Asking,
): Promise<readonly BranchTip[]> {
  const isAt = (name: string): boolean => env.GITHUB_REF === `refs/heads/${name}`;
  const { defaultBranch } = event;
  if (defaultBranch !== null)
    return isAt(defaultBranch) ? [] : [await (await github()).reader.branchTip(defaultBranch)];
  if (event.kind === 'other' && event.name === 'schedule') return [];
  const tip = await (await github()).reader.defaultBranchTip();
  return isAt(tip.name) ? [] : [tip];
}

function atBase(commit: CommitId): Pick<Deciding, 'commit' | 'where'> {
  return { commit, where: `the base commit ${commit.slice(0, 12)}` };
}

/** A branch's name without `refs/heads/`. */
function branch(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

/**
 * The commit that a pull request's merge commit merges into; null where that is not one of this head and this base:
 * after a retarget it may still be that of the former base, and a payload's base may be older than it.
 * @param tip where the base branch stands: asked only where the payload's base is another commit
 */
export async function mergedInto(
  { base, head, mergeCommit }: PullRequestEvent,
  reader: Pick<CommitReader, 'parents'>,
  tip: () => Promise<CommitId>,
): Promise<CommitId | null> {
  if (mergeCommit === null) return null;
  const [first, second, ...more] = await reader.parents(mergeCommit);
  if (first === undefined || second !== head.sha || more.length > 0) return null;
  return first === base.sha || first === (await tip()) ? first : null;
}

/** The merge commit's first parent, else the branch's tip. */
async function ofPullRequest(event: PullRequestEvent, asking: Asking): Promise<Deciding> {
  const { github } = asking;
  const { base, mergeCommit, defaultBranch } = event;
  const tipOf = async (name: string): Promise<BranchTip> => (await github()).reader.branchTip(name);
  let asked: Promise<BranchTip> | null = null;
  const tip = async (): Promise<CommitId> => {
    asked ??= tipOf(base.ref);
    return (await asked).commit;
  };
  const local = mergeCommit === null ? null : await asking.local(mergeCommit);
  const lazy: Pick<CommitReader, 'parents'> = {
    parents: async (commit) => (local ?? (await github()).reader).parents(commit),
  };
  const commit = (await mergedInto(event, lazy, tip)) ?? (await tip());
  return { ...atBase(commit), beside: base.ref === defaultBranch ? [] : [await tipOf(defaultBranch)] };
}

/**
 * A group may stand on another one, which nobody has merged yet: the floors of the branch hold, too, since a queue may
 * merge both as soon as the last one is green.
 */
async function ofMergeGroup(event: MergeGroupEvent, { github }: Asking): Promise<Deciding> {
  const { baseSha, baseRef, defaultBranch } = event;
  const { reader } = await github();
  const names = [...new Set([branch(baseRef), defaultBranch])];
  const tips = await Promise.all(names.map((name) => reader.branchTip(name)));
  return { ...atBase(baseSha), beside: tips.filter(({ commit }) => commit !== baseSha) };
}
