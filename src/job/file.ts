import { type Deferral, deferralLine } from '../usage/records/deferral.ts';
import { isObject } from '../usage/records/fields.ts';
import { canonicalJson, recordLine, type UsageRecord } from '../usage/records/record.ts';
import type { Refusal } from '../usage/records/refusal.ts';

/** What a job says of itself before its records. */
interface JobHead {
  readonly schema: 'haiku-first/job@1';
  readonly repository: string;
  readonly run: UsageRecord['run'];
  /** GitHub's number of the job; null where the runner does not say. */
  readonly job_id: string | null;
  /**
   * Ids of the records that earlier steps are said to have passed on, by a file within the agent's reach: only the
   * collector can see whether they did.
   */
  readonly recorded?: readonly string[];
}

/** More records than a job has. */
const MOST_RECORDED = 500;

/** One JSON document on each line: the head, then the records, the deferrals and the refusals. */
export function jobFile(
  head: JobHead,
  records: readonly UsageRecord[],
  deferrals: readonly Deferral[] = [],
  refusals: readonly Refusal[] = [],
): string {
  const lines = [...records.map(recordLine), ...deferrals.map(deferralLine), ...refusals.map(canonicalJson)];
  return [canonicalJson(head), ...lines, ''].join('\n');
}

interface JobFileReading {
  readonly jobId: string | null;
  /** Ids of records that earlier steps of the job are said to have passed on. */
  readonly recorded: readonly string[];
  readonly values: readonly { readonly line: number; readonly value: unknown }[];
  /** Lines that are not JSON. */
  readonly damaged: readonly number[];
}

/** The values in a job's file, unjudged. A file without a head is one whose job is not known. */
export function readJobFile(text: string): JobFileReading {
  const values: { line: number; value: unknown }[] = [];
  const damaged: number[] = [];
  let jobId: string | null = null;
  let recorded: readonly string[] = [];
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
    if (!isObject(value) || value.schema !== 'haiku-first/job@1') {
      values.push({ line: index + 1, value });
      return;
    }
    if (typeof value.job_id === 'string' && /^\d{1,20}$/.test(value.job_id)) jobId = value.job_id;
    if (Array.isArray(value.recorded)) recorded = value.recorded.slice(0, MOST_RECORDED).map(String);
  });
  return { jobId, recorded, values, damaged };
}

/** Whether a line of a job's file is a deferral, or claims to be one. */
export function isDeferral(value: unknown): boolean {
  return isObject(value) && value.schema === 'haiku-first/deferral@1';
}
