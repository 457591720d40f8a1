import { grouped } from '../grouped.ts';
import type { OutcomeEvent } from '../usage/records/record.ts';
import type { Run } from './runs.ts';

/** What became of a first attempt: `unknown` while it is young and nobody has said. */
export type AttemptFate = 'good' | 'reworked' | 'unknown';

/**
 * A first attempt that nobody has complained of after so many days was good. Complaints arrive late: where they take
 * 4 days on average, a rework rate of 30% reads 16% in the newest week, 27% in the one before and 29.5% after
 * 14 days (simulated). Outcomes and second attempts are read for as long after a week.
 */
export const MATURE_DAYS = 14;

const DAY = 86_400_000;

const BAD: ReadonlySet<OutcomeEvent['outcome']> = new Set(['fail', 'reworked', 'reverted']);
const GOOD: ReadonlySet<OutcomeEvent['outcome']> = new Set(['pass', 'approved']);

/** A reviewer's wish for changes is about an agent only where it names one: a pull request has many authors. */
function verdictOf(event: OutcomeEvent): 'good' | 'reworked' | null {
  if (BAD.has(event.outcome)) return 'reworked';
  if (GOOD.has(event.outcome)) return 'good';
  const named = event.record !== null || event.agent !== null;
  return event.outcome === 'changes-requested' && named ? 'reworked' : null;
}

/** The first attempts that were made again: of each task the latest one before every further attempt of this kind. */
export function madeAgain(
  runs: readonly Run[],
  later: readonly Run[],
  isOfKind: (run: Run) => boolean = () => true,
): ReadonlySet<Run> {
  const further = [...runs, ...later].filter((run) => !run.isFirst && isOfKind(run));
  const tasks = new Set(further.map(({ task }) => task));
  const firsts = grouped(runs, ({ isFirst, task }) => (isFirst && tasks.has(task) ? task : null));
  const found = new Set<Run>();
  for (const { task, main } of further) {
    const first = firsts.get(task)?.findLast((run) => run.main.at <= main.at);
    if (first !== undefined) found.add(first);
  }
  return found;
}

/** What was told of each run. What is said of a piece of work is about what had been done by then. */
function eventsAbout(events: readonly OutcomeEvent[]): (run: Run) => readonly OutcomeEvent[] {
  if (events.length === 0) return () => events;
  const byRecord = grouped(events, ({ record }) => record);
  const byWork = grouped(events, ({ record, repository, work_item }) =>
    record === null ? JSON.stringify([repository, work_item]) : null,
  );
  return (run) => {
    const { agent, phase, repository, work_item, at } = run.main;
    const work = work_item === null ? [] : (byWork.get(JSON.stringify([repository, work_item])) ?? []);
    if (work.length === 0 && byRecord.size === 0) return [];
    const mine = work.filter(
      (event) =>
        event.at >= at &&
        (event.agent === null || event.agent === agent) &&
        (event.phase === null || event.phase === phase),
    );
    return [...mine, ...run.records.flatMap((record) => byRecord.get(record.id) ?? [])];
  };
}

/** What fates are told from. */
interface FateInput {
  /** The runs that are judged, by instant. */
  readonly runs: readonly Run[];
  /** Further attempts after them. */
  readonly later: readonly Run[];
  readonly events: readonly OutcomeEvent[];
  readonly now: number;
  readonly instantOf: (at: string) => number;
}

/** What became of a first attempt of which this was told. Its age, in milliseconds, is asked for last. */
export function fateOf(
  outcome: Run['outcome'],
  madeAgain: boolean,
  told: readonly OutcomeEvent[],
  age: () => number,
): AttemptFate {
  const isTold = (verdict: AttemptFate): boolean => told.some((event) => verdictOf(event) === verdict);
  if (outcome === 'fail' || madeAgain || isTold('reworked')) return 'reworked';
  return outcome === 'pass' || isTold('good') || age() >= MATURE_DAYS * DAY ? 'good' : 'unknown';
}

/**
 * What became of each first attempt. It was reworked when it failed, when its task was attempted again, or when an
 * outcome event says so. Else it was good when it or an event says so, or when it is old enough for a complaint to
 * have come; until then nobody knows.
 */
export function attemptFates({
  runs,
  later,
  events,
  now,
  instantOf,
}: FateInput): ReadonlyMap<Run, AttemptFate> {
  const again = madeAgain(runs, later);
  const about = eventsAbout(events);
  const fates = new Map<Run, AttemptFate>();
  for (const run of runs) {
    if (!run.isFirst) continue;
    const age = (): number => now - instantOf(run.main.at);
    fates.set(run, fateOf(run.outcome, again.has(run), about(run), age));
  }
  return fates;
}
