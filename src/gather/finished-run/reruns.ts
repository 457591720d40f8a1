import type { RunJob } from '../../github/index.ts';
import type { OutcomeEvent, UsageRecord } from '../../usage/records/record.ts';
import { isJobName } from './collected.ts';
import type { RunUsage } from './usage.ts';

const FAILED: readonly (string | null)[] = ['failure', 'timed_out'];
const WELL: readonly (string | null)[] = ['success', 'skipped', 'neutral'];

/** When a job was run again in the latest attempt; null: it was not. Jobs of which only the result is kept stay as they were. */
function startedAgain({ name, startedAt, completedAt }: RunJob, latest: readonly RunJob[]): string | null {
  const [again] = latest.filter(
    (job) => job.name === name && Date.parse(job.startedAt) >= Date.parse(completedAt ?? startedAt),
  );
  return again?.startedAt ?? null;
}

/**
 * What it says of the work of the attempt before that a person had the run run again: the work of a job that had
 * failed was done again, and that of one that had ended well, where nothing else had failed. A job that is only run
 * again beside one that had failed says nothing.
 * @param known records of the ledger
 */
export function rerunsOf(
  { run, jobs }: Pick<RunUsage, 'run' | 'jobs'>,
  known: readonly UsageRecord[],
  repository: string,
): readonly OutcomeEvent[] {
  const by = run.actors.at(-1);
  if (run.attempt < 2 || by === undefined || by.endsWith('[bot]')) return [];
  const ofAttempt = (attempt: number): readonly RunJob[] => jobs.filter((job) => job.attempt === attempt);
  const [before, latest] = [ofAttempt(run.attempt - 1), ofAttempt(run.attempt)];
  const allWell = before.every(({ conclusion }) => WELL.includes(conclusion));
  const says = ({ conclusion }: RunJob): boolean =>
    FAILED.includes(conclusion) || (allWell && conclusion === 'success');
  return known.flatMap((record): OutcomeEvent[] => {
    const { id, attempt, job } = record.run;
    const isBefore = id === String(run.id) && attempt === run.attempt - 1;
    if (!isBefore || record.parent !== null || record.auxiliary || record.work_item === null) return [];
    if (record.repository.toLowerCase() !== repository.toLowerCase()) return [];
    // Legs of a matrix cannot be told apart by name: it must be so of each of them.
    const mine = before.filter(({ name }) => isJobName(job, name));
    const again = mine.map((each) => (says(each) ? startedAgain(each, latest) : null));
    const [at = null] = again;
    if (at === null || again.includes(null)) return [];
    return [
      {
        schema: 'haiku-first/outcome@1',
        at: at.slice(0, 19).concat('Z'),
        repository: record.repository,
        work_item: record.work_item,
        agent: record.agent,
        phase: record.phase,
        record: record.id,
        outcome: 'reworked',
        by,
        note: `run ${id} was run again`,
      },
    ];
  });
}
