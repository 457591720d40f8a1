import { type Allocation, rankOf } from '../../allocation/allocation.ts';
import type { Facts, FactValue } from '../../allocation/condition.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import type { FactName } from '../../allocation/names.ts';
import type { EscalationModel } from '../../generated/escalation-model.ts';
import { cellPolicy } from '../../policy/decision/cell-policy.ts';
import type { Decision, Request } from '../../policy/decision/resolve.ts';
import { COMPLEXITIES } from '../attempt.ts';
import type { KnownTask } from './features.ts';
import { type Suggestion, suggest } from './suggestion.ts';

/** A task in a cell, as far as its facts tell. */
export function knownTask(agent: string, phase: string, facts: Facts, isCritical: boolean): KnownTask {
  const fact = (name: string): FactValue | null => facts.get(name as FactName) ?? null;
  const size = (value: FactValue | null): number | null =>
    typeof value === 'number' && value >= 0 ? value : null;
  const taskType = fact('task_type');
  return {
    agent,
    phase,
    complexity: COMPLEXITIES.find((each) => each === fact('complexity')) ?? null,
    taskType: typeof taskType === 'string' ? taskType : null,
    isCritical,
    linesChanged: size(fact('lines_changed')),
    filesChanged: size(fact('files_changed')),
  };
}

interface Rules {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
}

/**
 * What a model advises on a decision. Nothing where the tier is not simply the cell's own: a person picked another one,
 * an upgrade did, the budget is short, or a trial wants to see this tier.
 */
export function adviceOn(
  model: EscalationModel,
  { allocation, exceptions }: Rules,
  { agent, phase, today, facts }: Request,
  { decision, tier, assigned, choice, zone, critical }: Decision,
): Suggestion | null {
  if (decision !== 'run' || tier === null || tier !== assigned || choice !== null || zone !== 'GREEN')
    return null;
  const { trial, maximum } = cellPolicy(allocation, exceptions, today, agent, phase);
  const rank = rankOf(allocation, tier);
  if (trial !== null || rank === null) return null;
  const above = rank < maximum ? (allocation.tiers[rank + 1]?.name ?? null) : null;
  return suggest(model, { task: knownTask(agent.name, phase, facts, critical), tier, above });
}
