import { type Allocation, rankOf, tierAt } from '../allocation/allocation.ts';
import type { Facts } from '../allocation/condition.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import type { Phase, Rank, Tier } from '../allocation/names.ts';
import { InternalError } from '../errors.ts';
import { type TierOfUse, tiersOfUse } from '../policy/decision/known-models.ts';
import { resolve, type State } from '../policy/decision/resolve.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import type { AddedModel, ModelTable } from '../usage/models/models.ts';

/** What an allocation says about one phase, as plain data: it is carried from the step that decided to the end of the job. */
export interface JobRoster {
  /** Cheapest first. */
  readonly tiers: readonly TierOfUse[];
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

interface RosterRequest {
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
    tiers: tiersOfUse(allocation, table),
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
