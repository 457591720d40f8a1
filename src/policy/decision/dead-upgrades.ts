import type { Agent, Allocation, Upgrade } from '../../allocation/allocation.ts';
import type { Phase } from '../../allocation/names.ts';

/** The lowest tier that the cell is assigned at any time, or tries. */
function lowestTier(agent: Agent, phase: Phase, { matrix }: Allocation): number {
  const cell = matrix.get(phase)?.get(agent.name);
  if (cell === undefined) return agent.assigned;
  const { tier, former, trial } = cell;
  return Math.min(tier, former?.tier ?? tier, trial?.tier ?? tier);
}

/** True of an upgrade that raises no cell: each is on its tier or a higher one anyway. */
export function isDeadUpgrade(allocation: Allocation, agent: Agent, { to, phases }: Upgrade): boolean {
  return (phases ?? allocation.phases).every((phase) => to <= lowestTier(agent, phase, allocation));
}
