import { grouped } from '../../grouped.ts';
import type { AttemptFate } from '../../report/fates.ts';
import { intended, type Run } from '../../report/runs.ts';
import type { IsoWeek } from '../../time/week.ts';
import type { OutcomeEvent } from '../../usage/records/record.ts';
import { type Attempt, COMPLEXITIES } from '../attempt.ts';

/** What runs are turned into attempts with. */
export interface AttemptSource {
  readonly runs: readonly Run[];
  readonly fates: ReadonlyMap<Run, AttemptFate>;
  readonly events: readonly OutcomeEvent[];
  /** The tier of a model's id; null: none of the allocation. */
  readonly tierOf: (model: string) => string | null;
  readonly instantOf: (at: string) => number;
  /** In the allocation's time zone. */
  readonly weekOf: (instant: number) => IsoWeek;
}

const workKey = (repository: string, workItem: string): string => JSON.stringify([repository, workItem]);

/** Whether an event says that a piece of work is done, as a whole. */
export function closesWork({ record, agent, outcome }: OutcomeEvent): boolean {
  return record === null && agent === null && (outcome === 'approved' || outcome === 'pass');
}

/** The runs of a ledger as calibration sees them. */
export function attemptsOfRuns({
  runs,
  fates,
  events,
  tierOf,
  instantOf,
  weekOf,
}: AttemptSource): readonly Attempt[] {
  const closings = grouped(events, (event) =>
    closesWork(event) ? workKey(event.repository, event.work_item) : null,
  );
  const closedAfter = ({ repository, work_item, at }: Run['main']): number | null => {
    const told = work_item === null ? [] : (closings.get(workKey(repository, work_item)) ?? []);
    const instants = told.filter((event) => event.at >= at).map((event) => instantOf(event.at));
    return instants.length === 0 ? null : Math.min(...instants);
  };
  return runs.map((run): Attempt => {
    const { main } = run;
    const at = instantOf(main.at);
    const { complexity, task_type: taskType } = main.task ?? {};
    return {
      at,
      week: weekOf(at),
      agent: main.agent,
      phase: main.phase,
      workItem: main.work_item,
      task: run.task,
      isFirst: run.isFirst,
      fate: fates.get(run) ?? 'unknown',
      outcome: run.outcome,
      closedAt: closedAfter(main),
      assigned: intended(run),
      tier: run.tier,
      model: main.model_used,
      escalatedFrom: main.escalated_from_model === null ? null : tierOf(main.escalated_from_model),
      isPlannedUpgrade: main.planned_upgrade,
      isOverridden: main.override !== null,
      isCritical: main.critical,
      trial: main.trial,
      tokens: main.tokens,
      microusd: run.records.some((each) => each.cost_microusd === null) ? null : run.amount.microusd,
      durationMs: main.duration_ms,
      quality: main.quality_score,
      complexity: COMPLEXITIES.find((each) => each === complexity) ?? null,
      taskType: typeof taskType === 'string' ? taskType : null,
      agentHash: main.agent_hash,
    };
  });
}
