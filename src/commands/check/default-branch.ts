import { stateAt } from '../../gather/files.ts';
import { type CommitId, isCommitId } from '../../git/index.ts';
import { type RepositoryName, repositoryName } from '../../github/event/index.ts';
import type { GithubReader } from '../../github/index.ts';
import { isUntouched, type ProposedChange } from '../../policy/gate/index.ts';
import type { Call } from '../../surface/call.ts';
import { bringsNothing, judgedAsIfMerged, type Sources } from './judged.ts';

/** A change on its way into a branch that is not the default branch. */
interface Aimed {
  /** What it would make of its branch. */
  readonly own: readonly ProposedChange[];
  readonly head: CommitId;
  /** The commit of the branch that it was held against. */
  readonly onto: CommitId;
  readonly branch: string;
  readonly defaultBranch: string;
  /** Whether it can be aimed at another branch, as a pull request can, and neither a merge group nor a push. */
  readonly retargetable: boolean;
  readonly repository: RepositoryName;
}

interface BesideDefault {
  readonly judged: readonly ProposedChange[];
  /** To be told in any case. */
  readonly notices: readonly string[];
  /** To be told where the change is refused. */
  readonly onRefusal: readonly string[];
}

/** What a commit would make of the default branch, where that is another one than its own. */
async function withDefault(
  head: CommitId,
  branch: string,
  { defaultBranch }: Pick<Aimed, 'defaultBranch'>,
  sources: Sources,
  reader: GithubReader,
): Promise<readonly ProposedChange[]> {
  if (branch === defaultBranch) return [];
  const tip = await reader.branchTip(defaultBranch);
  const subject = `${short(head)} merged into the default branch ${tip.name} at ${short(tip.commit)}`;
  return [await judgedAsIfMerged(sources, tip.commit, head, subject)];
}

/**
 * Against the default branch too, so that aiming a green change at another branch frees nobody. One that brings
 * nothing of either file to a branch that is protected is let off: its branch may have floors of its own, nobody can
 * have written them past everybody else, and aimed at another branch it is judged again.
 */
export async function besideDefault(
  aimed: Aimed,
  sources: Sources,
  reader: GithubReader,
  env: Call['env'],
): Promise<BesideDefault> {
  const { own, head, onto, branch, defaultBranch } = aimed;
  const judged = await withDefault(head, branch, aimed, sources, reader);
  const isFree = judged.every(isUntouched) || !own.every(isUntouched);
  // A tag can be anybody's.
  if (isFree || branch.startsWith('refs/') || !(await bringsNothing(sources, onto, head)))
    return { judged, notices: [], onRefusal: [] };
  const untouched = 'Neither file is touched, but';
  const danger = aimed.retargetable
    ? `${untouched} the pull request could be aimed at ${defaultBranch} when it is green, and`
    : untouched;
  const held = (why: string): BesideDefault => ({ judged, notices: [], onRefusal: [`${danger} ${why}`] });
  if (!(await reader.isProtected(branch)))
    return held(
      `${branch} is not protected. Protect ${branch}, or bring its floors up to those of ${defaultBranch}.`,
    );
  if (aimed.retargetable && !(await startsOnEdited(aimed, reader, env)))
    return held(
      `this workflow does not start again on \`edited\`. Let it be one of this repository whose pull_request has that type, and no branches or paths, or bring the floors of ${branch} up to those of ${defaultBranch}.`,
    );
  const notice = `Neither file is touched, and ${branch} is protected: the floors of the default branch ${defaultBranch} are not asked for here.`;
  return { judged: [], notices: [notice], onRefusal: [] };
}

/**
 * Whether the workflow that runs this starts again when its pull request is aimed at another branch. One that an
 * organisation requires, which lies in another repository, does not: it ignores its types. Nor does one that filters.
 */
async function startsOnEdited(
  { repository }: Aimed,
  reader: GithubReader,
  { GITHUB_WORKFLOW_REF: ref = '', GITHUB_WORKFLOW_SHA: commit }: Call['env'],
): Promise<boolean> {
  const [, of, path] = /^([^/@]+\/[^/@]+)\/([^@]+)@/.exec(ref) ?? [];
  if (of === undefined || path === undefined || !isCommitId(commit)) return false;
  const { owner, name } = repositoryName(of);
  const isOwn = `${owner}/${name}`.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
  if (!isOwn) return false;
  const state = await stateAt(reader, commit, path);
  if (state.kind !== 'file') return false;
  const text = new TextDecoder()
    .decode(state.bytes)
    .replaceAll('\r', '')
    .replace(/(^|\s)#.*$/gm, '');
  // What stands below the event, up to the next key that is indented no further.
  const event = /^( *)pull_request(?:_target)?:(.*(?:\n+\1 .*)*)/m.exec(text)?.[2] ?? '';
  return /\bedited\b/.test(event) && !/\b(?:branches|paths)\b/.test(event);
}

function short(commit: CommitId): string {
  return commit.slice(0, 12);
}
