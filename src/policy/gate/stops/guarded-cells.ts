import type { Origin } from '../../../allocation/allocation.ts';
import type { AgentName, Rank } from '../../../allocation/names.ts';
import { type CellPolicy, cellPolicy } from '../../decision/cell-policy.ts';
import { type RuleContext, type Side, shared } from '../rule-context.ts';

/** A cell that is guarded on the base, and what the head makes of it. Ranks are each file's own. */
export interface GuardedCell {
  readonly before: CellPolicy;
  readonly after: CellPolicy;
}

function policyIn({ allocation, exceptions }: Side, context: RuleContext, name: AgentName, phase: string) {
  const agent = allocation.agents.get(name);
  const declared = allocation.phases.find((each) => each === phase);
  if (agent === undefined || declared === undefined) return null;
  return cellPolicy(allocation, exceptions, context.today, agent, declared);
}

/** The guarded cells of the base that the head still has. One that is gone is judged by HF106 and HF107. */
export const guardedCells = shared((context): readonly GuardedCell[] => {
  const { base, head } = context;
  return [...base.allocation.agents.keys()].flatMap((name) =>
    base.allocation.phases.flatMap((phase) => {
      const before = policyIn(base, context, name, phase);
      const after = policyIn(head, context, name, phase);
      if (before === null || after === null) return [];
      return before.floors.some((floor) => floor.absolute) ? [{ before, after }] : [];
    }),
  );
});

/** The agents of these cells, in words. */
export function agentsOf(cells: readonly GuardedCell[]): string {
  return [...new Set(cells.map(({ after }) => after.agent))].join(', ');
}

/** A tier that a cell runs on without anybody choosing it. */
interface Reached {
  readonly rank: Rank;
  /** When it does, in words; empty: always. */
  readonly when: string;
  readonly origin: Origin;
}

/** Every tier that the file lets a cell run on: a guarded cell is critical, so no zone takes an upgrade away. */
export function reachedTiers(policy: CellPolicy): readonly Reached[] {
  const { assigned, former, trial, upgrades, floors, maximum, origin } = policy;
  return [
    { rank: assigned, when: '', origin },
    ...(former === null ? [] : [{ rank: former.tier, when: ` before ${former.since}`, origin }]),
    ...(trial === null ? [] : [{ rank: trial.tier, when: ` in the trial ${trial.id}`, origin }]),
    ...upgrades
      .map(({ to, condition, origin: at }) => ({ to: Math.min(to, maximum), condition, origin: at }))
      .filter(({ to }) => to > assigned)
      .map(({ to, condition, origin: at }) => ({ rank: to, when: ` when ${condition.text}`, origin: at })),
    ...floors
      .filter(({ fact, minimum }) => fact !== null && minimum > assigned)
      .map(({ fact, minimum, origin: at }) => ({
        rank: minimum,
        when: ` unless task.${fact} is false`,
        origin: at,
      })),
  ];
}
