import { isPartOf } from '../../git/index.ts';
import { GitHubError } from '../../github/errors/index.ts';
import { pullRequestsOf } from '../../github/index.ts';
import { count } from '../../render/figures.ts';
import { pullRequestOf } from '../../usage/records/work-item.ts';
import type { Github } from '../repository.ts';
import { isCountedOrigin } from './origin.ts';
import type { RunUsage } from './usage.ts';

/** What a run used, and remarks for people. */
interface OwnWork {
  readonly usage: RunUsage;
  readonly remarks: readonly string[];
}

/** The branch that GitHub's merge queue makes for a pull request. */
const QUEUED = /^gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]+$/;

/**
 * The pull requests that a run may speak of, by what GitHub says of it: those of its branch. Null: any. A run of the
 * default branch that nobody's push started, as after a comment on a pull request, is of a workflow that was reviewed,
 * and GitHub does not say which one it is about.
 */
async function pullRequestsKnown(
  { run, jobs }: RunUsage,
  { client, repository, reader }: Github,
): Promise<readonly number[] | null> {
  const { event, headBranch, headSha } = run;
  if (event === 'merge_group') return [Number(QUEUED.exec(headBranch ?? '')?.[1] ?? 0)];
  if (event !== 'push' && !event.startsWith('pull_request')) {
    const { name, commit } = await reader.defaultBranchTip();
    // A tag may have the branch's name, and whoever may push one writes the workflows at its commit.
    if (headBranch === name && (await isPartOf(reader, commit, headSha))) return null;
  }
  const [began = null] = jobs.map(({ startedAt }) => startedAt).sort();
  return (await pullRequestsOf(client, repository, run, began)).map(({ number }) => number);
}

/**
 * The usage of a run without the records that name a pull request for which GitHub does not know the run: its author
 * would have them shown there, as if the reviews of that one had taken place. Where GitHub does not answer everything
 * stays: it counts towards the budget, whatever it is about.
 */
export async function withOwnWork(usage: RunUsage, github: Github): Promise<OwnWork> {
  const { origin, records } = usage;
  if (!isCountedOrigin(origin) || records.every(({ work_item: item }) => pullRequestOf(item) === null))
    return { usage, remarks: [] };
  try {
    const pulls = await pullRequestsKnown(usage, github);
    const isForeign = (item: string | null): boolean => {
      const number = pullRequestOf(item);
      return number !== null && pulls !== null && !pulls.includes(number);
    };
    const foreign = records.filter(({ work_item: item }) => isForeign(item));
    if (foreign.length === 0) return { usage, remarks: [] };
    const named = [...new Set(foreign.map(({ work_item: item }) => item))].sort().slice(0, 10);
    const why = `${count(foreign.length, 'of its records is', 'of its records are')} refused: work_item must be the pull request of the run, not ${named.join(', ')}.`;
    const kept = records.filter(({ work_item: item }) => !isForeign(item));
    const refused = [...usage.refused, { artifact: 'the run', why }];
    return { usage: { ...usage, records: kept, refused }, remarks: [] };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const remark = `It is not known whether the records are about the pull request of the run. ${error.message}`;
    return { usage, remarks: [remark] };
  }
}
