import { type Allocation, tierName } from '../allocation/allocation.ts';
import type { Phase } from '../allocation/names.ts';
import { byCodeUnit } from './runs.ts';

/** What the matrix says for work that has not run: a tier, the next one up, and the cells that it is for. */
export interface Recommendation {
  readonly tier: string;
  /** The tier to which a poor result is escalated; null: there is none. */
  readonly escalatesTo: string | null;
  readonly agents: readonly string[];
}

/** The assigned tiers of a phase, cheapest first; agents on the same tiers stand together. */
export function recommend(allocation: Allocation, phase: Phase): readonly Recommendation[] {
  const groups = new Map<string, { readonly rank: number; readonly next: number | null; agents: string[] }>();
  for (const agent of allocation.agents.values()) {
    const rank = allocation.matrix.get(phase)?.get(agent.name)?.tier ?? agent.assigned;
    const highest = agent.maximum ?? allocation.tiers.length - 1;
    const next = rank < highest ? rank + 1 : null;
    const key = JSON.stringify([rank, next]);
    const group = groups.get(key) ?? { rank, next, agents: [] };
    group.agents.push(agent.name);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.rank - b.rank || (a.next ?? -1) - (b.next ?? -1))
    .map(({ rank, next, agents }) => ({
      tier: titled(tierName(allocation, rank)),
      escalatesTo: next === null ? null : titled(tierName(allocation, next)),
      agents: agents.sort(byCodeUnit),
    }));
}

/** `Haiku`, as a sentence has it. */
function titled(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
