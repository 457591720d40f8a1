import { type Deferral, deferralLine } from '../usage/records/deferral.ts';
import { isObject } from '../usage/records/fields.ts';
import { canonicalJson, recordLine, type UsageRecord } from '../usage/records/record.ts';

/** What a job says of itself before its records. */
interface JobHead {
  readonly schema: 'haiku-first/job@1';
  readonly repository: string;
  readonly run: UsageRecord['run'];
  /** GitHub's number of the job; null where the runner does not say. */
  readonly job_id: string | null;
}

/** One JSON document on each line: the head, then the records and the deferrals. */
export function jobFile(
  head: JobHead,
  records: readonly UsageRecord[],
  deferrals: readonly Deferral[] = [],
): string {
  return [canonicalJson(head), ...records.map(recordLine), ...deferrals.map(deferralLine), ''].join('\n');
}

interface JobFileReading {
  readonly jobId: string | null;
  readonly values: readonly { readonly line: number; readonly value: unknown }[];
  /** Lines that are not JSON. */
  readonly damaged: readonly number[];
}

/** The values in a job's file, unjudged. A file without a head is one whose job is not known. */
export function readJobFile(text: string): JobFileReading {
  const values: { line: number; value: unknown }[] = [];
  const damaged: number[] = [];
  let jobId: string | null = null;
  text.split('\n').forEach((written, index) => {
    if (written.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(written);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      damaged.push(index + 1);
      return;
    }
    const isHead = isObject(value) && value.schema === 'haiku-first/job@1';
    if (!isHead) values.push({ line: index + 1, value });
    else if (isObject(value) && typeof value.job_id === 'string' && /^\d{1,20}$/.test(value.job_id))
      jobId = value.job_id;
  });
  return { jobId, values, damaged };
}

/** Whether a line of a job's file is a deferral, or claims to be one. */
export function isDeferral(value: unknown): boolean {
  return isObject(value) && value.schema === 'haiku-first/deferral@1';
}
