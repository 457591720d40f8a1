import { UserError } from '../../errors.ts';
import { mergedInto } from '../../gather/base.ts';
import type { CommitId } from '../../git/index.ts';
import type { GithubEvent, MergeGroupEvent, PullRequestEvent, PushEvent } from '../../github/event/index.ts';
import type { GithubReader } from '../../github/index.ts';
import type { ProposedChange } from '../../policy/gate/index.ts';
import type { Call } from '../../surface/call.ts';
import { besideDefault } from './default-branch.ts';
import { judgedDirectly, judgedMerged, type Sources } from './judged.ts';

/** What an event asks to be judged. */
interface EventJudged {
  readonly judged: readonly ProposedChange[];
  /** The two commits whose other files may be compared. */
  readonly span: { readonly base: CommitId; readonly head: CommitId };
  /** Remarks for the report. */
  readonly notices: readonly string[];
  /** The same, for one that refuses. */
  readonly onRefusal: readonly string[];
}

interface OwnBranch extends Pick<EventJudged, 'judged' | 'span'> {
  /** The commit of the branch that was held against. */
  readonly onto: CommitId;
}

function short(commit: CommitId): string {
  return commit.slice(0, 12);
}

function branch(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

/**
 * The pull request's merge result against its first parent where GitHub has made one of this head and this base;
 * else what merging would make of the base.
 */
async function withBase(event: PullRequestEvent, sources: Sources, reader: GithubReader): Promise<OwnBranch> {
  const { base, head, mergeCommit, number } = event;
  const first = await mergedInto(event, reader, async () => (await reader.branchTip(base.ref)).commit);
  if (mergeCommit !== null && first !== null) {
    const subject = `the merge of pull request ${number} into ${base.ref} at ${short(first)}`;
    return {
      judged: [await judgedDirectly(sources, first, mergeCommit, subject)],
      span: { base: first, head: mergeCommit },
      onto: first,
    };
  }
  const subject = `pull request ${number} (${short(head.sha)}) merged into ${base.ref} at ${short(base.sha)}`;
  const from = (await reader.mergeBase(base.sha, head.sha)) ?? base.sha;
  return {
    judged: [await judgedMerged(sources, base.sha, head.sha, subject)],
    span: { base: from, head: head.sha },
    onto: base.sha,
  };
}

async function ofPullRequest(
  event: PullRequestEvent,
  sources: Sources,
  reader: GithubReader,
  env: Call['env'],
): Promise<EventJudged> {
  const { judged: own, span, onto } = await withBase(event, sources, reader);
  const { head, base, defaultBranch, repository } = event;
  const aimed = {
    own,
    head: head.sha,
    onto,
    branch: base.ref,
    defaultBranch,
    retargetable: true,
    repository,
  };
  const { judged, ...told } = await besideDefault(aimed, sources, reader, env);
  return { judged: [...own, ...judged], span, ...told };
}

/**
 * A group that stands on another one: against the branch, too. A queue may merge both as soon as the last one is
 * green, whatever became of the first.
 */
async function withBranch(
  event: MergeGroupEvent,
  sources: Sources,
  reader: GithubReader,
): Promise<readonly ProposedChange[]> {
  const tip = await reader.branchTip(branch(event.baseRef));
  if (tip.commit === event.baseSha) return [];
  const subject = `the merge group ${short(event.headSha)} merged into ${tip.name} at ${short(tip.commit)}`;
  return [await judgedMerged(sources, tip.commit, event.headSha, subject)];
}

async function ofMergeGroup(
  event: MergeGroupEvent,
  sources: Sources,
  reader: GithubReader,
  env: Call['env'],
): Promise<EventJudged> {
  const { baseSha: onto, headSha: head, defaultBranch, repository } = event;
  const base = branch(event.baseRef);
  const subject = `the merge group ${short(head)} on ${base} at ${short(onto)}`;
  const direct = await judgedDirectly(sources, onto, head, subject);
  const own = [direct, ...(await withBranch(event, sources, reader))];
  const aimed = { own, head, onto, branch: base, defaultBranch, retargetable: false, repository };
  const { judged, ...told } = await besideDefault(aimed, sources, reader, env);
  return { judged: [...own, ...judged], span: { base: onto, head }, ...told };
}

async function ofPush(
  event: PushEvent,
  sources: Sources,
  reader: GithubReader,
  env: Call['env'],
): Promise<EventJudged> {
  const { before, after: head, ref, defaultBranch, repository } = event;
  const name = branch(ref);
  if (head === null) throw new UserError(`${name} was deleted by this push: there is nothing to check.`);
  if (before === null && name === defaultBranch) {
    throw new UserError(`The default branch ${name} is new: there is nothing to compare it with.`);
  }
  const onto = before ?? (await leftDefault(defaultBranch, head, reader));
  const subject = `the push to ${name} from ${short(onto)} to ${short(head)}`;
  const own = [await judgedDirectly(sources, onto, head, subject)];
  const aimed = { own, head, onto, branch: name, defaultBranch, retargetable: false, repository };
  const { judged, ...told } = await besideDefault(aimed, sources, reader, env);
  // Where a new branch has left the default branch is only asked to tell what it brings.
  const isNew = before === null && judged.length > 0;
  return { judged: isNew ? judged : [...own, ...judged], span: { base: onto, head }, ...told };
}

/** Where a commit has left the default branch; its tip where they have nothing in common. */
async function leftDefault(defaultBranch: string, head: CommitId, reader: GithubReader): Promise<CommitId> {
  const { commit } = await reader.branchTip(defaultBranch);
  return (await reader.mergeBase(commit, head)) ?? commit;
}

/**
 * What there is to judge in an event. Throws `UserError` for an event without a change to judge: "nothing was
 * checked" is never a pass.
 */
export async function judgedOf(
  event: GithubEvent,
  sources: Sources,
  reader: GithubReader,
  env: Call['env'],
): Promise<EventJudged> {
  switch (event.kind) {
    case 'pull_request':
      return ofPullRequest(event, sources, reader, env);
    case 'merge_group':
      return ofMergeGroup(event, sources, reader, env);
    case 'push':
      return ofPush(event, sources, reader, env);
    case 'other':
      throw new UserError(
        `The event ${event.name} has no change to check.`,
        'Run the gate on pull_request and merge_group, or give base and head.',
      );
  }
}
