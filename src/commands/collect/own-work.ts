import { isCountedOrigin, type RunUsage } from '../../gather/finished-run/index.ts';
import type { Github } from '../../gather/repository.ts';
import { GitHubError } from '../../github/errors/index.ts';
import { pullRequestsOf } from '../../github/index.ts';
import { count } from '../../render/figures.ts';
import { pullRequestOf } from '../../usage/records/work-item.ts';

/** What a run used, and remarks for people. */
interface OwnWork {
  readonly usage: RunUsage;
  readonly remarks: readonly string[];
}

/**
 * The usage of a run without the records of a pull request's run that name another pull request: its author would have
 * them shown there, as if the reviews of that one had taken place. What GitHub does not know to be of any pull request
 * stays, and so does everything where GitHub does not answer: it counts towards the budget, whatever it is about.
 */
export async function withOwnWork(usage: RunUsage, { client, repository }: Github): Promise<OwnWork> {
  const { run, origin, records } = usage;
  const isBound = isCountedOrigin(origin) && run.event.startsWith('pull_request');
  if (!isBound || records.every(({ work_item: item }) => pullRequestOf(item) === null))
    return { usage, remarks: [] };
  try {
    const pulls = (await pullRequestsOf(client, repository, run)).map(({ number }) => number);
    const isForeign = (item: string | null): boolean => {
      const number = pullRequestOf(item);
      return number !== null && pulls.length > 0 && !pulls.includes(number);
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
