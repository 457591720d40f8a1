import { isDeferral, readJobFile } from '../../job/file.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { checkRecord } from '../../usage/records/record-check.ts';

/** What GitHub says of one job of a run. */
interface KnownJob {
  readonly id: number;
  readonly name: string;
  readonly attempt: number;
  readonly startedAt: string;
  readonly completedAt: string | null;
}

export interface KnownRun {
  readonly repository: string;
  readonly id: number;
  readonly attempt: number;
  /** The file of its workflow; null where it is of none. */
  readonly workflow: string | null;
  readonly jobs: readonly KnownJob[];
}

interface Accepted {
  readonly records: readonly UsageRecord[];
  /** GitHub's number of the job, where the file names it and records of it were taken. */
  readonly jobId: number | null;
  /** Sentences: what was refused, and why. */
  readonly refused: readonly string[];
}

/** Records of one file; a job has a few. */
const MOST_RECORDS = 500;
/** Refusals told of one file. */
const MOST_TOLD = 10;
/** Clocks of runners and of GitHub differ a little. */
const SLACK = 120_000;

/**
 * The records of one job's file that agree with what GitHub says of the run: repository, run, attempt, job and time.
 * What the job used remains its own claim: nobody else was there.
 */
export function acceptJobFile(text: string, run: KnownRun, now: Date): Accepted {
  const { jobId, values, damaged } = readJobFile(text);
  const refused: string[] = damaged.map((line) => `Line ${line} is not JSON.`);
  const records: UsageRecord[] = [];
  if (values.length > MOST_RECORDS)
    return {
      records,
      jobId: null,
      refused: [`It has ${values.length} records: at most ${MOST_RECORDS} are read.`],
    };
  for (const { line, value } of values.filter((each) => !isDeferral(each.value))) {
    const checked = checkRecord(value, { repository: run.repository });
    const why = checked.ok
      ? whyNotOfRun(checked.value, jobId, run, now)
      : checked.problems.map(({ field, what }) => `${field === '' ? 'it' : field} ${what}`).join(', ');
    if (checked.ok && why === null) records.push(withWorkflow(checked.value, run));
    else refused.push(`Line ${line} is refused: ${why}.`);
  }
  const rest = refused.length > MOST_TOLD ? [`And ${refused.length - MOST_TOLD} more.`] : [];
  const spoke = records.length > 0 && jobId !== null ? Number(jobId) : null;
  return { records, jobId: spoke, refused: [...refused.slice(0, MOST_TOLD), ...rest] };
}

/** GitHub knows the workflow: what the record says of it is not asked. */
function withWorkflow({ workflow: _, ...record }: UsageRecord, { workflow }: KnownRun): UsageRecord {
  return workflow === null ? record : { ...record, workflow };
}

/** How what a job wrote disagrees with what GitHub says of its run, after "it is refused:"; null: it does not. */
export function whyNotOfRun(
  record: Pick<UsageRecord, 'run' | 'at'>,
  jobId: string | null,
  run: Omit<KnownRun, 'workflow'>,
  now: Date,
): string | null {
  if (record.run.id !== String(run.id)) return `run.id must be ${run.id}`;
  if (record.run.attempt > run.attempt) return `run.attempt must not be above ${run.attempt}`;
  const ofAttempt = run.jobs.filter(({ attempt }) => attempt === record.run.attempt);
  const job =
    jobId === null
      ? ofAttempt.filter(({ name }) => isJobName(record.run.job, name))
      : ofAttempt.filter(({ id }) => String(id) === jobId);
  if (job.length === 0) return 'run.job must be a job of the run';
  const at = Date.parse(record.at);
  const isWithin = job.some(({ startedAt, completedAt }) => {
    const end = completedAt === null ? now.getTime() : Date.parse(completedAt);
    return at >= Date.parse(startedAt) - SLACK && at <= end + SLACK;
  });
  return isWithin ? null : 'at must be within the time of the job';
}

/**
 * True where a record's job is the key in the workflow of the job that GitHub shows as `review`, `review (opus)` or
 * `caller / review`, or that name itself. A leg of a matrix has its number behind the key.
 */
export function isJobName(job: string, name: string): boolean {
  const base = name.replace(/ \(.*\)$/, '');
  const leaf = base.split(' / ').at(-1) ?? base;
  return [name, base, leaf].includes(job) || leaf === job.replace(/ \(\d+\)$/, '');
}
