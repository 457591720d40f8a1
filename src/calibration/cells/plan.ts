import { type Allocation, floorsOf, tierAt } from '../../allocation/allocation.ts';
import type { AgentName, Phase, Rank } from '../../allocation/names.ts';
import { compareWeeks, type IsoWeek } from '../../time/week.ts';
import { findModel, idsOf, type ModelTable } from '../../usage/models/models.ts';

/** A trial that a cell declares. */
export interface PlannedTrial {
  readonly id: string;
  readonly tier: string;
  readonly share: number;
  /** The first week that no run is in it any more; null: not said. */
  readonly until: IsoWeek | null;
}

/** What the allocation says of a cell, as far as it can be moved. Tiers by name; ranks are into `tiers`. */
export interface PlannedCell {
  readonly agent: AgentName;
  readonly phase: Phase;
  /** All tiers, the cheapest first. */
  readonly tiers: readonly string[];
  /** The tier that holds in the week. */
  readonly assigned: string;
  readonly rank: Rank;
  /** Every id of its model, dated ones and those of providers too. */
  readonly models: readonly string[];
  /**
   * No candidate is below it: the highest minimum of all floors over the cell, whatever their conditions say, and
   * whatever exceptions allow for a time.
   */
  readonly floor: Rank;
  readonly maximum: Rank;
  /** Under an absolute floor: never put on trial, never lowered. */
  readonly guarded: boolean;
  /** The tier that it gives way to when the budget is short; null: none. */
  readonly economy: Rank | null;
  readonly trial: PlannedTrial | null;
  /** The week from which its newest change holds; null: not said. */
  readonly since: IsoWeek | null;
}

function namesOf(id: string, table: ModelTable): readonly string[] {
  const row = findModel(table, id);
  return row === null ? [id] : [id, ...idsOf(row)];
}

/** Every cell of the allocation in a week: by agent, then in the order of the phases. */
export function plannedCells(
  allocation: Allocation,
  week: IsoWeek,
  table: ModelTable,
): readonly PlannedCell[] {
  const tiers = allocation.tiers.map(({ name }) => name);
  const agents = [...allocation.agents.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return agents.flatMap((agent) =>
    allocation.phases.map((phase): PlannedCell => {
      const cell = allocation.matrix.get(phase)?.get(agent.name) ?? null;
      const floors = floorsOf(allocation, agent.name, phase);
      const former = cell?.former ?? null;
      const isBefore = former !== null && compareWeeks(week, former.since) < 0;
      const rank = isBefore ? former.tier : (cell?.tier ?? agent.assigned);
      const { name, model, providers } = tierAt(allocation, rank);
      const trial = cell?.trial ?? null;
      return {
        agent: agent.name,
        phase,
        tiers,
        assigned: name,
        rank,
        models: [model, ...providers.values()].flatMap((id) => namesOf(id, table)),
        floor: Math.max(0, ...floors.map(({ minimum }) => minimum)),
        maximum: agent.maximum ?? tiers.length - 1,
        guarded: floors.some(({ absolute }) => absolute),
        economy: cell?.economy ?? null,
        trial:
          trial === null
            ? null
            : {
                id: trial.id,
                tier: tierAt(allocation, trial.tier).name,
                share: trial.share,
                until: trial.until,
              },
        since: former?.since ?? null,
      };
    }),
  );
}
