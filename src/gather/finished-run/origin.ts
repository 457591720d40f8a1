import type { UsageRecord } from '../../usage/records/record.ts';

/** Whose run it was, as GitHub says: what forks and Dependabot report is shown and never counted. */
export interface RunOrigin {
  readonly fork: boolean;
  readonly dependabot: boolean;
}

/** Whether records of such a run count towards the budget. */
export function isCountedOrigin({ fork, dependabot }: RunOrigin): boolean {
  return !fork && !dependabot;
}

/**
 * The record with the marks `fork` and `dependabot` as GitHub has them, whatever it claims: a fork's job cannot get
 * itself counted, nor another job get its use left out. A false mark is taken away rather than set to false, so that
 * no record grows past what the ledger takes. The id does not depend on them.
 */
export function markOrigin(record: UsageRecord, origin: RunOrigin): UsageRecord {
  const { fork, dependabot, ...others } = record.task;
  const keep = (name: string, claimed: typeof fork, is: boolean): [string, boolean][] => {
    if (is) return [[name, true]];
    return claimed === false ? [[name, false]] : [];
  };
  const marks = [...keep('fork', fork, origin.fork), ...keep('dependabot', dependabot, origin.dependabot)];
  return { ...record, task: { ...others, ...Object.fromEntries(marks) } };
}
