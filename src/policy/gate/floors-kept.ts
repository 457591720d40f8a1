import { isInForce } from '../../allocation/exceptions.ts';
import type { AgentName, Phase } from '../../allocation/names.ts';
import { type CellFloor, type CellPolicy, cellFloors, cellPolicy } from '../decision/cell-policy.ts';
import { type Comparison, rankInHead } from './comparison.ts';
import type { Finding } from './finding.ts';
import { cellFindings } from './floor-findings.ts';
import { Checker, type Kept, SITUATIONS_LIMIT } from './floor-trials.ts';

export interface FloorsKept {
  readonly findings: readonly Finding[];
  /** How many situations were decided, over all cells under a floor. */
  readonly situations: number;
}

/** Floors of the base over the cell, in the head's ranks. One whose tier the head lacks is judged by HF109. */
function baseFloors(comparison: Comparison, agent: AgentName, phase: Phase): readonly CellFloor[] {
  const { base, usable, today } = comparison;
  return cellFloors(base.allocation, usable, today, agent, phase).flatMap((floor) => {
    if (isRetired(comparison, floor.id) && !floor.absolute) return [];
    const minimum = rankInHead(comparison, floor.minimum);
    return minimum === null ? [] : [{ ...floor, minimum }];
  });
}

/** True when an entry that is already on the base, and in force, allows this floor to go. */
export function isRetired({ base, today }: Comparison, floor: string): boolean {
  return base.exceptions.entries.some(
    (entry) => entry.kind === 'retirement' && entry.floor === floor && isInForce(entry, today),
  );
}

/** The cell as the base has it, in the head's ranks, where it was guarded there; null where it was not. */
function guardedBefore(comparison: Comparison, agentName: AgentName, phase: Phase): CellPolicy | null {
  const { base, today } = comparison;
  const agent = base.allocation.agents.get(agentName);
  if (agent === undefined || !base.allocation.phases.includes(phase)) return null;
  const policy = cellPolicy(base.allocation, base.exceptions, today, agent, phase);
  if (!policy.floors.some((floor) => floor.absolute)) return null;
  // A tier that the head has no more counts as one above all that it has: the base could run there.
  const beyond = comparison.head.allocation.tiers.length;
  const assigned = rankInHead(comparison, policy.assigned) ?? beyond;
  const maximum = rankInHead(comparison, policy.maximum) ?? beyond;
  const floors = policy.floors.flatMap((floor) => {
    const minimum = rankInHead(comparison, floor.minimum);
    return minimum === null ? [] : [{ ...floor, minimum }];
  });
  return { ...policy, assigned, maximum, floors, former: null, trial: null, economy: null, upgrades: [] };
}

/**
 * Tries every cell of the head that is under a floor of the base or of the head in every situation it can meet, and
 * finds each floor that some situation breaks. Also finds declarations below a floor that no situation reaches
 * today, and guarded cells that could run before and could not now.
 * Throws `UserError` past `limit` different situations.
 */
export function floorsKept(comparison: Comparison, limit: number = SITUATIONS_LIMIT): FloorsKept {
  const { head, usable, today } = comparison;
  const { allocation } = head;
  const checker = new Checker(comparison, limit);
  const findings: Finding[] = [];
  let count = 0;
  for (const agent of allocation.agents.values()) {
    for (const phase of allocation.phases) {
      const policy = cellPolicy(allocation, usable, today, agent, phase);
      const kept: Kept[] = [
        ...baseFloors(comparison, agent.name, phase).map((floor): Kept => ({ floor, from: 'base' })),
        ...policy.floors.map((floor): Kept => ({ floor, from: 'head' })),
      ];
      if (kept.length === 0) continue;
      const trial = checker.try(policy, kept, guardedBefore(comparison, agent.name, phase));
      count += trial.situations;
      findings.push(...cellFindings(comparison, policy, kept, trial));
    }
  }
  return { findings, situations: count };
}
