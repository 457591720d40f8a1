import { isDeferral, readJobFile } from '../../job/file.ts';
import { textOf } from '../../time/instant.ts';
import { whyBeyondReach, withoutFigures } from '../../usage/records/reach.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { checkRecord } from '../../usage/records/record-check.ts';
import { checkRefusal, isRefusalLine, type Refusal } from '../../usage/records/refusal.ts';

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
  /** Ids of the records that earlier steps of the job are said to have passed on. */
  readonly recorded: readonly string[];
  /** Sentences: what was refused, or taken otherwise than it says, and why. */
  readonly refused: readonly string[];
  /** Overrides that were refused in the job. */
  readonly refusals: readonly Refusal[];
}

/** Records of one file; a job has a few. */
const MOST_RECORDS = 500;
/** Refusals told of one file. */
const MOST_TOLD = 10;
/** Clocks of runners and of GitHub differ a little. */
const SLACK = 120_000;
/** A runner's clock that is off by no more is a clock that is wrong; by more it is another job's time. */
const MOST_OFF = 3_600_000;
const MINUTE = 60_000;

/**
 * The records of one job's file that agree with what GitHub says of the run: repository, run, attempt, job and time.
 * What the job used remains its own claim: nobody else was there.
 */
export function acceptJobFile(text: string, run: KnownRun, now: Date): Accepted {
  const { jobId, recorded, values, damaged } = readJobFile(text);
  const refused: string[] = damaged.map((line) => `Line ${line} is not JSON.`);
  const records: UsageRecord[] = [];
  if (values.length > MOST_RECORDS)
    return {
      records,
      jobId: null,
      recorded: [],
      refusals: [],
      refused: [`It has ${values.length} records: at most ${MOST_RECORDS} are read.`],
    };
  for (const { line, value } of values.filter((each) => isRecordLine(each.value))) {
    const checked = checkRecord(value, { repository: run.repository });
    const why = checked.ok
      ? whyNotOfRun(checked.value, jobId, run, now, MOST_OFF)
      : checked.problems.map(({ field, what }) => `${field === '' ? 'it' : field} ${what}`).join(', ');
    if (checked.ok && why === null) {
      const taken = asPossible(checked.value, timesOf(checked.value, jobId, run, now));
      records.push(withWorkflow(taken.record, run));
      for (const said of taken.told) refused.push(`Line ${line}: ${said}`);
    } else refused.push(`Line ${line} is refused: ${why}.`);
  }
  const rest = refused.length > MOST_TOLD ? [`And ${refused.length - MOST_TOLD} more.`] : [];
  const spoke = records.length > 0 && jobId !== null ? Number(jobId) : null;
  const refusals = values.flatMap(({ value }) => {
    const refusal = checkRefusal(value);
    const isOwn = refusal?.repository === run.repository && whyNotOfRun(refusal, jobId, run, now) === null;
    return isOwn ? [refusal] : [];
  });
  return { records, jobId: spoke, recorded, refused: [...refused.slice(0, MOST_TOLD), ...rest], refusals };
}

/** Whatever is of no other kind is judged as a record. */
function isRecordLine(value: unknown): boolean {
  return !isDeferral(value) && !isRefusalLine(value);
}

/** GitHub knows the workflow: what the record says of it is not asked. */
function withWorkflow({ workflow: _, ...record }: UsageRecord, { workflow }: KnownRun): UsageRecord {
  return workflow === null ? record : { ...record, workflow };
}

/** When a job worked, in milliseconds since 1970. */
interface Times {
  readonly start: number;
  readonly end: number;
}

/** When the jobs worked that a record may be of. */
function timesOf(
  record: Pick<UsageRecord, 'run'>,
  jobId: string | null,
  run: Omit<KnownRun, 'workflow'>,
  now: Date,
): readonly Times[] {
  const isIt = ({ id, name }: KnownJob): boolean =>
    jobId === null ? isJobName(record.run.job, name) : String(id) === jobId;
  return run.jobs
    .filter((job) => job.attempt === record.run.attempt && isIt(job))
    .map(({ startedAt, completedAt }) => ({
      start: Date.parse(startedAt),
      end: completedAt === null ? now.getTime() : Date.parse(completedAt),
    }));
}

function isWithin(at: number, { start, end }: Times, slack: number): boolean {
  return at >= start - slack && at <= end + slack;
}

/**
 * The record as its job can have made it: at a time at which it worked, where only the runner's clock was wrong, and
 * without figures that no job of its length can reach.
 */
function asPossible(
  record: UsageRecord,
  times: readonly Times[],
): { readonly record: UsageRecord; readonly told: readonly string[] } {
  const told: string[] = [];
  let taken = record;
  const at = Date.parse(record.at);
  const near = times.find((job) => isWithin(at, job, MOST_OFF));
  if (near !== undefined && !times.some((job) => isWithin(at, job, SLACK))) {
    const to = at > near.end ? near.end : near.start;
    const off = Math.max(1, Math.round(Math.abs(at - to) / MINUTE));
    taken = { ...taken, at: textOf(new Date(to)) };
    told.push(
      `the runner's clock seems ${off} min ${at > to ? 'fast' : 'slow'} (${record.at}): it counts as of ${taken.at}.`,
    );
  }
  const longest = Math.max(...times.map(({ start, end }) => end - start));
  const why = whyBeyondReach(taken, longest / 1000);
  if (why === null) return { record: taken, told };
  const what = `the figures of ${taken.agent} are not counted, and it is not measured: ${why}.`;
  return { record: withoutFigures(taken), told: [...told, what] };
}

/**
 * How what a job wrote disagrees with what GitHub says of its run, after "it is refused:"; null: it does not.
 * @param slack by how much a clock may be off, in milliseconds
 */
export function whyNotOfRun(
  record: Pick<UsageRecord, 'run' | 'at'>,
  jobId: string | null,
  run: Omit<KnownRun, 'workflow'>,
  now: Date,
  slack = SLACK,
): string | null {
  if (record.run.id !== String(run.id)) return `run.id must be ${run.id}`;
  if (record.run.attempt > run.attempt) return `run.attempt must not be above ${run.attempt}`;
  const times = timesOf(record, jobId, run, now);
  if (times.length === 0) return 'run.job must be a job of the run';
  const at = Date.parse(record.at);
  return times.some((job) => isWithin(at, job, slack)) ? null : 'at must be within the time of the job';
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
