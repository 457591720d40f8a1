import { MOST_DEFERRALS } from '../../job/deferral-state.ts';
import { isDeferral, readJobFile } from '../../job/file.ts';
import type { Deferral } from '../../usage/records/deferral.ts';
import { checkDeferral } from '../../usage/records/deferral-check.ts';
import { pullRequestOf } from '../../usage/records/work-item.ts';
import { type KnownRun, whyNotOfRun } from './collected.ts';

/** What GitHub says of a run that put work off. */
export interface DeferringRun extends Omit<KnownRun, 'workflow'> {
  /** The event that started it. */
  readonly event: string;
  readonly headSha: string;
  /** The pull requests that it is about, with their latest commits. */
  readonly pullRequests: readonly { readonly number: number; readonly headSha: string }[];
}

interface AcceptedDeferrals {
  readonly deferrals: readonly Deferral[];
  /** Sentences: what was refused, and why. */
  readonly refused: readonly string[];
}

/** Refusals told of one file. */
const MOST_TOLD = 10;

/**
 * The deferrals of one job's file that agree with what GitHub says of the run: repository, run, attempt, job, time,
 * commit, and for a run of a pull request which one. Whether there is such a cell is judged when it is to be started.
 */
export function acceptDeferrals(text: string, run: DeferringRun, now: Date): AcceptedDeferrals {
  const { jobId, values } = readJobFile(text);
  const claimed = values.filter(({ value }) => isDeferral(value));
  if (claimed.length > MOST_DEFERRALS)
    return {
      deferrals: [],
      refused: [`It has ${claimed.length} deferrals: at most ${MOST_DEFERRALS} are read.`],
    };
  const deferrals: Deferral[] = [];
  const refused: string[] = [];
  for (const { line, value } of claimed) {
    const checked = checkDeferral(value);
    const why = checked.ok
      ? (whyNotOfRun(checked.value, jobId, run, now) ?? otherWork(checked.value, run))
      : checked.problems.map(({ field, what }) => `${field === '' ? 'it' : field} ${what}`).join(', ');
    if (checked.ok && why === null) deferrals.push(checked.value);
    else refused.push(`Line ${line} is refused: ${why}.`);
  }
  const rest = refused.length > MOST_TOLD ? [`And ${refused.length - MOST_TOLD} more.`] : [];
  return { deferrals, refused: [...refused.slice(0, MOST_TOLD), ...rest] };
}

function otherWork(
  deferral: Deferral,
  { repository, event, headSha, pullRequests }: DeferringRun,
): string | null {
  if (deferral.repository.toLowerCase() !== repository.toLowerCase())
    return `repository must be ${repository}`;
  const number = pullRequestOf(deferral.work_item);
  const own = pullRequests.find((pull) => pull.number === number);
  // What runs for a pull request speaks of that one alone; a workflow that was started by hand may be about any.
  if (number !== null && own === undefined && event.startsWith('pull_request'))
    return 'work_item must be the pull request of the run';
  const { head } = deferral;
  return head === null || head === headSha || head === own?.headSha ? null : `head must be ${headSha}`;
}
