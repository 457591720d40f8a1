import type { AgentName, Phase } from '../../allocation/names.ts';
import { type CellBreach, cellBreaches } from '../decision/breaches.ts';
import { type CellFloor, type CellPolicy, cellFloors, cellPolicy } from '../decision/cell-policy.ts';
import { CellTrials, type FloorToKeep, type Shown, SITUATIONS_LIMIT } from './cell-trials.ts';
import { type RuleContext, rankInHead, retiredFloors, shared } from './rule-context.ts';

/** A floor over one cell of the head that a declaration or a situation breaks. */
export interface BrokenFloor extends FloorToKeep {
  readonly policy: CellPolicy;
  /** The declaration that does it; null where there is none. */
  readonly breach: CellBreach | null;
  /** The simplest situation in which it shows; null where none reaches the declaration today. */
  readonly shown: Shown | null;
  /** An exception of the head allows it, but the base does not have that yet. */
  readonly tooEarly: boolean;
}

/** A guarded cell that could run on the base, and is deferred in the head. */
export interface StoppedCell {
  readonly policy: CellPolicy;
  readonly kept: readonly FloorToKeep[];
  readonly shown: Shown;
}

interface FloorsKept {
  readonly broken: readonly BrokenFloor[];
  readonly stopped: readonly StoppedCell[];
  /** How many situations were decided, over all cells under a floor. */
  readonly situations: number;
}

/** Floors of the base over the cell, in the head's ranks. One whose tier the head lacks is judged by HF109. */
function baseFloors(context: RuleContext, agent: AgentName, phase: Phase): readonly CellFloor[] {
  const { base, usable, today } = context;
  return cellFloors(base.allocation, usable, today, agent, phase).flatMap((floor) => {
    if (retiredFloors(context).has(floor.id)) return [];
    const minimum = rankInHead(context, floor.minimum);
    return minimum === null ? [] : [{ ...floor, minimum }];
  });
}

/** The cell as the base has it, in the head's ranks, where it was guarded there; null where it was not. */
function guardedBefore(context: RuleContext, agentName: AgentName, phase: Phase): CellPolicy | null {
  const { base, today } = context;
  const agent = base.allocation.agents.get(agentName);
  if (agent === undefined || !base.allocation.phases.includes(phase)) return null;
  const policy = cellPolicy(base.allocation, base.exceptions, today, agent, phase);
  if (!policy.floors.some((floor) => floor.absolute)) return null;
  // A tier that the head has no more counts as one above all that it has: the base could run there.
  const beyond = context.head.allocation.tiers.length;
  const assigned = rankInHead(context, policy.assigned) ?? beyond;
  const maximum = rankInHead(context, policy.maximum) ?? beyond;
  const floors = policy.floors.flatMap((floor) => {
    const minimum = rankInHead(context, floor.minimum);
    return minimum === null ? [] : [{ ...floor, minimum }];
  });
  return { ...policy, assigned, maximum, floors, former: null, trial: null, economy: null, upgrades: [] };
}

/** Each floor of a cell that is broken, once. */
function brokenFloors(
  context: RuleContext,
  policy: CellPolicy,
  kept: readonly FloorToKeep[],
  trial: ReadonlyMap<number, Shown>,
): readonly BrokenFloor[] {
  const broken = new Map<string, BrokenFloor>();
  kept.forEach(({ floor, from }, index) => {
    const [breach = null] = cellBreaches(policy, [floor]);
    const shown = trial.get(index) ?? null;
    if ((breach === null && shown === null) || broken.has(floor.id)) return;
    const tooEarly = breach?.kind === 'below-floor' && isExceptedInHead(context, policy, floor, breach.tier);
    broken.set(floor.id, { floor, from, policy, breach, shown, tooEarly });
  });
  return [...broken.values()];
}

/** Whether the head's exceptions, were they in force, would let the cell run on the tier. */
function isExceptedInHead(
  { head, today }: RuleContext,
  policy: CellPolicy,
  floor: CellFloor,
  tier: number,
): boolean {
  const own = cellFloors(head.allocation, head.exceptions, today, policy.agent, policy.phase);
  const lowered = own.find((each) => each.id === floor.id);
  return lowered !== undefined && lowered.exception !== null && lowered.minimum <= tier;
}

/**
 * Tries every cell of the head that is under a floor of the base or of the head in every situation it can meet, and
 * finds each floor that some situation breaks. Also finds declarations below a floor that no situation reaches
 * today, and guarded cells that could run before and could not now.
 * Throws `UserError` past `limit` different situations.
 */
export function tryFloors(context: RuleContext, limit: number): FloorsKept {
  const { head, usable, today } = context;
  const { allocation } = head;
  const trials = new CellTrials(context, limit);
  const broken: BrokenFloor[] = [];
  const stopped: StoppedCell[] = [];
  let situations = 0;
  for (const agent of allocation.agents.values()) {
    for (const phase of allocation.phases) {
      const policy = cellPolicy(allocation, usable, today, agent, phase);
      const kept: FloorToKeep[] = [
        ...baseFloors(context, agent.name, phase).map((floor): FloorToKeep => ({ floor, from: 'base' })),
        ...policy.floors.map((floor): FloorToKeep => ({ floor, from: 'head' })),
      ];
      if (kept.length === 0) continue;
      const trial = trials.try(policy, kept, guardedBefore(context, agent.name, phase));
      situations += trial.situations;
      const found = brokenFloors(context, policy, kept, trial.broken);
      broken.push(...found);
      // A cell that is below its floor has a worse breach than being deferred at times.
      if (trial.stopped !== null && found.length === 0) stopped.push({ policy, kept, shown: trial.stopped });
    }
  }
  return { broken, stopped, situations };
}

/** What became of the floors of a change. Throws `UserError` when there are more situations than can be tried. */
export const floorsKept = shared((context) => tryFloors(context, SITUATIONS_LIMIT));
