import type { UsageRecord } from '../../usage/records/record.ts';
import { isJobName } from './collected.ts';

/** A job of a run about a pull request, as GitHub describes it. */
export interface WatchedJob {
  readonly run: number;
  readonly id: number;
  readonly name: string;
  readonly attempt: number;
  readonly state: 'waiting' | 'running' | 'done';
  readonly conclusion: string | null;
}

interface JobTally {
  /** Jobs that told what they used. */
  readonly reported: number;
  /** Those that have not, or not yet, with their state: `VALIDATION/EXEC (running)`. */
  readonly missing: readonly string[];
}

/** How a job ends that had no chance to say that it used nothing. */
const BROKEN_OFF: readonly (string | null)[] = ['failure', 'cancelled', 'timed_out'];

function keyOf({ repository, run }: UsageRecord): string {
  return JSON.stringify([repository, run.id, run.attempt, run.job]);
}

/** `TESTING/EXEC` where all that jobs of this name ever told was of one cell; else the job's name. */
function label(job: WatchedJob, known: readonly UsageRecord[]): string {
  const main = known.filter(({ parent, auxiliary }) => parent === null && !auxiliary);
  const cells = new Set(main.map(({ agent, phase }) => `${agent}/${phase}`));
  const [only] = cells;
  return cells.size === 1 && only !== undefined ? only : job.name;
}

/**
 * How many jobs have told what they used, and which of those that ought to have not. GitHub does not say in which jobs
 * an agent works. A job is expected when one of its name has reported before and it still runs, or broke off without a
 * word; one that ended well without usage had none, as after a deferral. So an agent's very first job is counted only
 * once it has reported.
 * @param shown the records that the report is about
 * @param known every record that is known of the repository
 * @param spoke the ids of jobs of which records were taken: legs of a matrix cannot be told apart by name
 */
export function tallyJobs(
  shown: readonly UsageRecord[],
  jobs: readonly WatchedJob[],
  known: readonly UsageRecord[],
  spoke: ReadonlySet<number>,
): JobTally {
  const missing = jobs.flatMap((job): string[] => {
    const sameName = known.filter(({ run }) => isJobName(run.job, job.name));
    if (sameName.length === 0 || spoke.has(job.id)) return [];
    const isLeg = / \(.*\)$/.test(job.name);
    const mine = sameName.filter(({ run }) => run.id === String(job.run) && run.attempt === job.attempt);
    if (mine.length > 0 && (!isLeg || job.state === 'done')) return [];
    if (job.state !== 'done') return [`${label(job, sameName)} (${job.state})`];
    return BROKEN_OFF.includes(job.conclusion)
      ? [`${label(job, sameName)} (${job.conclusion ?? 'ended'})`]
      : [];
  });
  return { reported: new Set(shown.map(keyOf)).size, missing: missing.sort() };
}
