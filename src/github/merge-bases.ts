import { UserError } from '../errors.ts';
import type { CommitId } from '../git/index.ts';

/** How `head` stands to `base`, as GitHub's comparison tells it. */
export interface CommitComparison {
  /** One of the best common ancestors. */
  readonly mergeBase: CommitId;
  /** Commits of `head` that `base` has not, and the other way round. */
  readonly ahead: number;
  readonly behind: number;
  /** One page of the commits that `head` has and `base` has not. */
  readonly commits: readonly { readonly id: CommitId; readonly parents: readonly CommitId[] }[];
}

/** Compares two commits; null when they share no history. `page` counts from 1, `size` commits on each. */
export type Compare = (
  base: CommitId,
  head: CommitId,
  page: number,
  size: number,
) => Promise<CommitComparison | null>;

const PAGE = 100;
/** With more commits than this on both sides it costs too many requests to be sure. */
const MOST = 3_000;

/**
 * Every best common ancestor. GitHub names one; another one can only be a parent of a commit that one side has and the
 * other has not, so the parents of the side with fewer such commits are looked at.
 * Throws `UserError` where both sides have too many.
 */
export async function mergeBasesOf(compare: Compare, a: CommitId, b: CommitId): Promise<readonly CommitId[]> {
  const first = await compare(a, b, 1, 1);
  if (first === null) return [];
  const { mergeBase, ahead, behind } = first;
  const fewer = Math.min(ahead, behind);
  if (fewer === 0) return [mergeBase];
  if (fewer > MOST) {
    throw new UserError(
      `${a} and ${b} have diverged by more than ${MOST} commits: the result of the merge cannot be determined.`,
      'Merge the base branch into this one.',
    );
  }
  const [from, to] = ahead <= behind ? [a, b] : [b, a];
  const commits: CommitComparison['commits'][number][] = [];
  for (let page = 1; page <= Math.ceil(fewer / PAGE); page += 1) {
    commits.push(...((await compare(from, to, page, PAGE))?.commits ?? []));
  }
  if (commits.length < fewer) {
    throw new UserError(`GitHub listed ${commits.length} of the ${fewer} commits between ${from} and ${to}.`);
  }
  const inside = new Set(commits.map((commit) => commit.id));
  const edge = new Set(commits.flatMap((commit) => commit.parents));
  const isWithin = async (ancestor: CommitId, commit: CommitId): Promise<boolean> =>
    (await compare(commit, ancestor, 1, 1))?.ahead === 0;
  const bases = [mergeBase];
  for (const parent of edge) {
    if (inside.has(parent) || bases.includes(parent)) continue;
    const known = await Promise.all(bases.map((base) => isWithin(parent, base)));
    if (known.includes(true)) continue;
    const older = await Promise.all(bases.map((base) => isWithin(base, parent)));
    bases.splice(0, bases.length, ...bases.filter((_, index) => older[index] !== true), parent);
  }
  return bases;
}
