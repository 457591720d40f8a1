import { type Allocation, rankOf, tierAt } from '../allocation/allocation.ts';
import type { Facts } from '../allocation/condition.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import type { Line, Phase, Rank, Tier } from '../allocation/names.ts';
import { InternalError } from '../errors.ts';
import { idsOfTier, rowOfTier } from '../policy/decision/models-of-tiers.ts';
import { resolve, type State } from '../policy/decision/resolve.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import type { AddedModel, ModelTable } from '../usage/models/models.ts';

/** What an allocation says about one phase, as plain data: it is carried from the step that decided to the end of the job. */
export interface JobRoster {
  /** Cheapest first. */
  readonly tiers: readonly {
    readonly name: string;
    readonly models: readonly string[];
    readonly line: Line | null;
  }[];
  readonly agents: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly tier: string;
    readonly model: string;
    readonly floor: string | null;
  }[];
  /** Rows that the allocation adds to the shipped table. */
  readonly models: readonly AddedModel[];
}

export interface RosterRequest {
  readonly phase: Phase;
  readonly week: IsoWeek;
  readonly today: IsoDate;
  readonly facts: Facts;
}

const STATE: State = { level: 'GREEN', allowances: new Map(), unavailable: new Map() };

/** Every agent's cell and floor in one phase. Floors with a condition hold as far as `facts` tell. */
export function jobRoster(
  allocation: Allocation,
  exceptions: Exceptions,
  table: ModelTable,
  { phase, week, today, facts }: RosterRequest,
): JobRoster {
  return {
    tiers: allocation.tiers.map((tier) => {
      const row = rowOfTier(tier, table);
      // Records name a model by its own id, whichever of its ids a tier names.
      const ids = [...idsOfTier(tier).map(({ id }) => id), ...(row === null ? [] : [row.id])];
      return { name: tier.name, models: [...new Set<string>(ids)], line: row?.line ?? null };
    }),
    agents: [...allocation.agents.values()].map((agent) => {
      const base = { agent, phase, week, today, facts, draw: null, critical: false, choice: null };
      const { assigned, floor } = resolve(allocation, exceptions, { ...base, provider: 'anthropic' }, STATE);
      return {
        name: agent.name,
        aliases: agent.aliases,
        tier: assigned,
        model: tierAt(allocation, requiredRank(allocation, assigned)).model,
        floor,
      };
    }),
    models: allocation.models.map(({ row }) => row),
  };
}

function requiredRank(allocation: Allocation, tier: Tier): Rank {
  const rank = rankOf(allocation, tier);
  if (rank === null) throw new InternalError(`the decision names the tier ${tier}, which there is not`);
  return rank;
}
