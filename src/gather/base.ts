import { UserError } from '../errors.ts';
import { type CommitId, type CommitReader, isCommitId } from '../git/index.ts';
import type { GithubEvent, MergeGroupEvent, PullRequestEvent } from '../github/event/index.ts';
import type { BranchTip } from '../github/index.ts';
import type { Call } from '../surface/call.ts';
import type { Github, LocalReaderWith } from './repository.ts';

/** The commits by whose files a run is decided. */
export interface Deciding {
  /** The one whose files count. */
  readonly commit: CommitId;
  /** In words, for messages: `the base commit 0123456789ab`. */
  readonly where: string;
  /** Branches whose floors hold as well. */
  readonly beside: readonly BranchTip[];
}

interface Asking extends Pick<Call, 'env'> {
  readonly event: GithubEvent | null;
  readonly github: () => Promise<Github>;
  readonly local: LocalReaderWith;
}

/**
 * The commits whose files decide. On a pull request or in a merge queue it is the base, so that a pull request cannot
 * choose the model of the jobs that review it; and since it does choose its base, the floors of the default branch hold
 * as well. In other workflow runs it is the commit that runs, whatever earlier steps did to the work tree. Null: there
 * is no workflow, and the work tree counts. Throws `UserError` where it cannot be told.
 */
export async function decidingCommits(asking: Asking): Promise<Deciding | null> {
  const { event, env } = asking;
  if (event === null) return null;
  if (event.kind === 'pull_request') return ofPullRequest(event, asking);
  if (event.kind === 'merge_group') return ofMergeGroup(event, asking);
  if (!isCommitId(env.GITHUB_SHA)) throw new UserError('GITHUB_SHA does not name a commit.');
  return { commit: env.GITHUB_SHA, where: `commit ${env.GITHUB_SHA.slice(0, 12)}`, beside: [] };
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
