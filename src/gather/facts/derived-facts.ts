import type { Allocation } from '../../allocation/allocation.ts';
import type { FactValue } from '../../allocation/condition.ts';
import { BEYOND_ANY_LIMIT, COMPLEXITY, wantedDerived } from '../../allocation/facts.ts';
import type { CommitId } from '../../git/index.ts';
import type { GithubEvent, MergeGroupEvent, PullRequestEvent } from '../../github/event/index.ts';
import type { Context } from '../context.ts';

/** The size of a change, as far as it is known. */
interface Size {
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
}

/** A change whose size nobody can tell counts as larger than any limit. */
const UNKNOWN: Size = { additions: BEYOND_ANY_LIMIT, deletions: BEYOND_ANY_LIMIT, files: BEYOND_ANY_LIMIT };

function sizeFacts({ additions, deletions, files }: Size): [string, FactValue][] {
  const lines = Math.min(additions + deletions, BEYOND_ANY_LIMIT);
  return [
    ['lines_changed', lines],
    ['lines_added', additions],
    ['lines_deleted', deletions],
    ['files_changed', files],
  ];
}

type Compared = Awaited<ReturnType<Awaited<ReturnType<Context['github']>>['reader']['compareStat']>>;

/** How hard a change is; nothing where the allocation does not ask for it. */
async function complexityFact(
  wanted: readonly string[],
  compare: () => Promise<Compared>,
): Promise<readonly [string, FactValue][]> {
  if (!wanted.includes(COMPLEXITY)) return [];
  // Loaded only now: who does not ask for it must not pay for it.
  const { complexityOf } = await import('../../calibration/advice/index.ts');
  const { changed, truncated } = await compare();
  return [[COMPLEXITY, complexityOf(changed, truncated)]];
}

function branch(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

async function ofPullRequest(
  event: PullRequestEvent,
  github: Context['github'],
): Promise<[string, FactValue][]> {
  const { additions, deletions, changedFiles } = event;
  let size: Size;
  if (additions !== null && deletions !== null && changedFiles !== null) {
    size = { additions, deletions, files: changedFiles };
  } else {
    const numbers = await (await github()).reader.pullRequestNumbers(event.number);
    size = { additions: numbers.additions, deletions: numbers.deletions, files: numbers.changedFiles };
  }
  return [
    ...sizeFacts(size),
    ['labels', event.labels],
    ['draft', event.draft],
    ['fork', event.head.fork],
    ['base_branch', event.base.ref],
    ['head_branch', event.head.ref],
  ];
}

async function ofMergeGroup(
  event: MergeGroupEvent,
  github: Context['github'],
  wanted: readonly string[],
): Promise<[string, FactValue][]> {
  const stat = await (await github()).reader.compareStat(event.baseSha, event.headSha);
  const size = stat.truncated
    ? UNKNOWN
    : { additions: stat.additions, deletions: stat.deletions, files: stat.files };
  // Of whom the group is made, nobody says: whether one is a fork is not known.
  const complexity = await complexityFact(wanted, async () => stat);
  return [...sizeFacts(size), ...complexity, ['base_branch', branch(event.baseRef)]];
}

/**
 * The facts that follow from the pull request or merge group of the event; null where there is none, and every fact
 * may be given. Asks GitHub only for what the allocation declares and the event does not say.
 */
export async function factsOfEvent(
  { event, github }: { readonly event: GithubEvent } & Pick<Context, 'github'>,
  allocation: Allocation,
): Promise<ReadonlyMap<string, FactValue> | null> {
  if (event.kind === 'push') return null;
  if (event.kind === 'other' && event.pullRequest === null) return null;
  const wanted = wantedDerived(allocation);
  if (wanted.length === 0) return new Map();
  const complexity = (base: CommitId, head: CommitId) =>
    complexityFact(wanted, async () => (await github()).reader.compareStat(base, head));
  if (event.kind === 'pull_request') {
    const { base, head } = event;
    return new Map([...(await ofPullRequest(event, github)), ...(await complexity(base.sha, head.sha))]);
  }
  if (event.kind === 'merge_group') return new Map(await ofMergeGroup(event, github, wanted));
  if (event.pullRequest === null) return null;
  const numbers = await (await github()).reader.pullRequestNumbers(event.pullRequest);
  return new Map<string, FactValue>([
    ...sizeFacts({ additions: numbers.additions, deletions: numbers.deletions, files: numbers.changedFiles }),
    ['labels', numbers.labels],
    ['draft', numbers.draft],
    ['base_branch', numbers.base.ref],
    ['head_branch', numbers.head.ref],
    ...(await complexity(numbers.base.sha, numbers.head.sha)),
  ]);
}
