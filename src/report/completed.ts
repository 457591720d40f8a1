import type { Gist } from '../usage/records/record.ts';
import { workItemOfThread } from '../usage/records/work-item.ts';

/** A piece of work that was merged or closed. Instants in milliseconds. */
export interface CompletedWork {
  readonly kind: 'pr' | 'issue';
  readonly number: number;
  /** When it was merged, or closed without that. */
  readonly at: number;
  readonly merged: boolean;
  /** When its first commit was made; null: not known, or not asked for. */
  readonly firstCommit: number | null;
}

/** The week, and when the one before it began. Milliseconds. */
export interface WeekSpan {
  readonly before: number;
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;

/** When each piece of work was first recorded, in milliseconds. */
export function firstRecords(
  records: readonly Gist[],
  instantOf: (at: string) => number,
): ReadonlyMap<string, number> {
  // Records have whole seconds in UTC: such texts compare as times do.
  const first = new Map<string, string>();
  for (const { work_item, at } of records) {
    if (work_item === null) continue;
    const known = first.get(work_item);
    if (known === undefined || at < known) first.set(work_item, at);
  }
  return new Map([...first].map(([work, at]) => [work, instantOf(at)]));
}

/** What was completed from one instant up to another: pull requests, and issues that somebody recorded work on. */
export function completedBetween(
  completed: readonly CompletedWork[],
  recorded: ReadonlyMap<string, number>,
  from: number,
  to: number,
): readonly CompletedWork[] {
  return completed.filter(
    (work) => work.at >= from && work.at < to && (work.kind === 'pr' || recorded.has(workItemOfThread(work))),
  );
}

/** Hours from the first commit or the first record, whichever came first, to the merge. */
export function hoursToCompletion(
  completed: readonly CompletedWork[],
  recorded: ReadonlyMap<string, number>,
): readonly number[] {
  return completed.flatMap((work): number[] => {
    const starts = [work.firstCommit, recorded.get(workItemOfThread(work)) ?? null].filter(
      (each) => each !== null,
    );
    return work.merged && starts.length > 0 ? [Math.max(0, work.at - Math.min(...starts)) / HOUR] : [];
  });
}
