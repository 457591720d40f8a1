import { describe } from '../../errors.ts';
import { GitHubError, isRefusal } from '../../github/errors/index.ts';
import { pullRequestsOf } from '../../github/index.ts';
import type { Deferral } from '../../usage/records/deferral.ts';
import { pullRequestOf } from '../../usage/records/work-item.ts';
import type { Github } from '../repository.ts';
import { acceptDeferrals, type DeferringRun } from './collected-deferrals.ts';
import type { RunUsage } from './usage.ts';

/** Of one run: more would be no work, but somebody who fills the ledger. */
const MOST = 1000;

/** The deferred work of a run, judged. */
export interface JudgedDeferrals {
  /** By id, each once. */
  readonly deferrals: readonly Deferral[];
  readonly refused: RunUsage['refused'];
  /** Why nobody could judge them, in words: nothing was taken, and the run must be collected again; null: somebody did. */
  readonly trouble: string | null;
}

export const NOTHING_DEFERRED: JudgedDeferrals = { deferrals: [], refused: [], trouble: null };

/** Pull requests that a workflow names which was started for none. */
const MOST_NAMED = 20;

/** The pull requests that deferrals name, with their latest commits; what the token may not see is left out. Throws `GitHubError`. */
async function namedPullRequests(
  deferralFiles: RunUsage['deferralFiles'],
  reader: Github['reader'],
): Promise<DeferringRun['pullRequests']> {
  const named = deferralFiles.flatMap(({ text }) => [...text.matchAll(/"work_item":"([^"]*)"/g)]);
  const numbers = [...new Set(named.flatMap(([, item = null]) => pullRequestOf(item) ?? []))].sort(
    (a, b) => a - b,
  );
  const found: { number: number; headSha: string }[] = [];
  for (const number of numbers.slice(0, MOST_NAMED)) {
    try {
      found.push({ number, headSha: (await reader.pullRequestNumbers(number)).head.sha });
    } catch (error) {
      // Trouble that may pass is no reason to refuse a deferral, which would be lost: the run is collected again.
      if (!isRefusal(error)) throw error;
    }
  }
  return found;
}

/**
 * The deferrals of a run that counts, held against what GitHub says of it. That GitHub fails costs the records of the
 * run nothing: it is the `trouble` of what comes back.
 */
export async function deferredWork(usage: RunUsage, github: Github, now: Date): Promise<JudgedDeferrals> {
  try {
    return await judged(usage, github, now);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const trouble = `The deferred work of the run could not be judged. ${error.problems.map(describe).join(' ')} Collect the run again.`;
    return { deferrals: [], refused: [{ artifact: 'the run', why: trouble }], trouble };
  }
}

async function judged(
  { run, jobs, deferralFiles }: RunUsage,
  { client, repository, reader }: Github,
  now: Date,
): Promise<JudgedDeferrals> {
  if (deferralFiles.length === 0) return NOTHING_DEFERRED;
  const isOfPullRequest = run.event.startsWith('pull_request');
  const known: DeferringRun = {
    repository: `${repository.owner}/${repository.name}`,
    id: run.id,
    attempt: run.attempt,
    jobs,
    event: run.event,
    headSha: run.headSha,
    pullRequests: isOfPullRequest
      ? await pullRequestsOf(client, repository, run)
      : await namedPullRequests(deferralFiles, reader),
  };
  let left = 0;
  const deferrals = new Map<string, Deferral>();
  const refused: { artifact: string; why: string }[] = [];
  for (const { artifact, text } of deferralFiles) {
    const accepted = acceptDeferrals(text, known, now);
    for (const why of accepted.refused) refused.push({ artifact, why });
    for (const deferral of accepted.deferrals) {
      if (deferrals.has(deferral.id)) continue;
      if (deferrals.size < MOST) deferrals.set(deferral.id, deferral);
      else left += 1;
    }
  }
  if (left > 0)
    refused.push({
      artifact: 'the run',
      why: `${left} of its deferrals were left out: at most ${MOST} are taken.`,
    });
  return {
    deferrals: [...deferrals.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    refused,
    trouble: null,
  };
}
