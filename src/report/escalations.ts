import type { Allocation } from '../allocation/allocation.ts';
import { grouped } from '../grouped.ts';
import type { Gist } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import { madeAgain } from './fates.ts';
import { byCodeUnit, cheapestTier, intended, type Run, taskOf } from './runs.ts';

type Escalation = Report['escalation'];

/** What share of the runs assigned to the cheapest tier escalates when all is well. Source: the strategy, section 11. */
const EXPECTED = { low: 0.05, high: 0.15 } as const;
const MINUTE = 60_000;

/** What escalations are told from. */
interface EscalationInput {
  readonly allocation: Allocation;
  readonly runs: readonly Run[];
  /** Further attempts after them. */
  readonly later: readonly Run[];
  /** What was recorded before them. */
  readonly before: readonly Gist[];
  readonly tierOf: (model: string) => string | null;
  readonly instantOf: (at: string) => number;
}

/** The tier that a run escalates from; null where it does not, or where the model is of none. */
export function escalatedFrom({ escalated, records }: Run, tierOf: EscalationInput['tierOf']): string | null {
  if (!escalated) return null;
  const model = records.find((each) => each.escalated_from_model !== null)?.escalated_from_model ?? null;
  return model === null ? null : tierOf(model);
}

/** Minutes from the end of a poor run to the start of the one that escalated from it. `at` is the end of a run. */
export function escalationDelays({
  runs,
  before,
  instantOf,
}: Pick<EscalationInput, 'runs' | 'before' | 'instantOf'>): ReadonlyMap<Run, number> {
  const delays = new Map<Run, number>();
  const last = new Map<string, string>();
  const escalated = new Set<string>();
  const works = new Set<string | null>();
  for (const run of runs) {
    if (!run.escalated) continue;
    escalated.add(run.task);
    works.add(run.main.work_item);
  }
  for (const gist of escalated.size === 0 ? [] : before) {
    if (!works.has(gist.work_item)) continue;
    const task = taskOf(gist);
    if (escalated.has(task) && gist.at > (last.get(task) ?? '')) last.set(task, gist.at);
  }
  for (const run of runs) {
    const { task } = run;
    if (!escalated.has(task)) continue;
    const poor = last.get(task);
    last.set(task, run.main.at);
    if (!run.escalated || poor === undefined || run.main.duration_ms === null) continue;
    const start = instantOf(run.main.at) - run.main.duration_ms;
    delays.set(run, Math.max(0, (start - instantOf(poor)) / MINUTE));
  }
  return delays;
}

/** The middle value; of an even number the mean of the two in the middle. Null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** First attempts assigned to the cheapest tier, and how many of them were escalated, also after the week. */
function escalatedOfCheapest({ allocation, runs, later }: EscalationInput): {
  readonly hits: number;
  readonly n: number;
} {
  const cheapest = cheapestTier(allocation);
  const firsts = runs.filter((run) => run.isFirst && intended(run) === cheapest);
  const again = madeAgain(runs, later, ({ escalated }) => escalated);
  return { hits: firsts.filter((run) => again.has(run)).length, n: firsts.length };
}

/** Why runs were escalated, from which tier to which, and what became of it. */
function reasonsOf(runs: readonly Run[], tierOf: EscalationInput['tierOf']): Escalation['reasons'] {
  const groups = grouped(runs, (run) => {
    const { escalation_reason: reason, escalation_trigger: trigger } = run.main;
    return run.escalated ? JSON.stringify([escalatedFrom(run, tierOf), run.tier, trigger, reason]) : null;
  });
  return [...groups]
    .sort(([a, some], [b, others]) => others.length - some.length || byCodeUnit(a, b))
    .flatMap(([, group]): Escalation['reasons'][number][] => {
      const [first] = group;
      if (first === undefined) return [];
      const { escalation_reason: reason, escalation_trigger: trigger } = first.main;
      const count = (outcome: Run['outcome']): number =>
        group.filter((run) => run.outcome === outcome).length;
      const [passed, failed] = [count('pass'), count('fail')];
      return [
        {
          from: escalatedFrom(first, tierOf),
          to: first.tier,
          trigger,
          reason,
          runs: group.length,
          passed,
          failed,
        },
      ];
    });
}

/** What a report says of escalations. */
export function escalationOf(input: EscalationInput, deferred: Report['deferred']): Escalation {
  const { allocation, runs, tierOf } = input;
  const found = escalationDelays(input);
  const cheapest = cheapestTier(allocation);
  const delays = [...found.values()];
  const fromCheapest = [...found].flatMap(([run, delay]) =>
    escalatedFrom(run, tierOf) === cheapest ? [delay] : [],
  );
  return {
    of_all: { hits: runs.filter(({ escalated }) => escalated).length, n: runs.length },
    of_cheapest: { tier: cheapest, ...escalatedOfCheapest(input), expected: EXPECTED },
    delay_minutes: { median: median(delays), n: delays.length },
    delay_minutes_of_cheapest: { median: median(fromCheapest), n: fromCheapest.length },
    waiting: deferred.filter(({ state, escalation }) => state === 'waiting' && escalation !== null).length,
    reasons: reasonsOf(runs, tierOf),
  };
}
