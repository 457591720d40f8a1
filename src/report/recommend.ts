import { type Allocation, tierName } from '../allocation/allocation.ts';
import type { Phase } from '../allocation/names.ts';
import { compareWeeks, type IsoWeek } from '../time/week.ts';
import type { Report } from './document.ts';
import { byCodeUnit } from './runs.ts';

type PhaseRecommendation = Report['recommended'][number];

/** The assigned tiers of a phase in a week, cheapest first; agents on the same tiers stand together. */
function recommend(allocation: Allocation, phase: Phase, week: IsoWeek): PhaseRecommendation['tiers'] {
  const groups = new Map<
    string,
    {
      readonly rank: number;
      readonly next: number | null;
      readonly agents: PhaseRecommendation['tiers'][number]['agents'][number][];
    }
  >();
  for (const agent of allocation.agents.values()) {
    const cell = allocation.matrix.get(phase)?.get(agent.name);
    const former = cell?.former ?? null;
    const isBefore = former !== null && compareWeeks(week, former.since) < 0;
    const rank = (isBefore ? former.tier : cell?.tier) ?? agent.assigned;
    const highest = agent.maximum ?? allocation.tiers.length - 1;
    const next = rank < highest ? rank + 1 : null;
    const key = JSON.stringify([rank, next]);
    const group = groups.get(key) ?? { rank, next, agents: [] };
    group.agents.push({ agent: agent.name, rationale: (isBefore ? null : cell?.because) ?? agent.rationale });
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.rank - b.rank || (a.next ?? -1) - (b.next ?? -1))
    .map(({ rank, next, agents }) => ({
      tier: tierName(allocation, rank),
      escalates_to: next === null ? null : tierName(allocation, next),
      agents: agents.sort((a, b) => byCodeUnit(a.agent, b.agent)),
    }));
}

/** What the matrix says for work of a week that has not run, phase by phase. */
export function recommendations(allocation: Allocation, week: IsoWeek): Report['recommended'] {
  return allocation.phases.map((phase) => ({ phase, tiers: recommend(allocation, phase, week) }));
}
