import type { TierDeclaration } from '../../../allocation/allocation.ts';
import type { AgentName, ModelId } from '../../../allocation/names.ts';
import type { IsoDate } from '../../../time/week.ts';
import { listRates } from '../../../usage/models/cost.ts';
import { findModel, lifecycleOn } from '../../../usage/models/models.ts';
import { cellPolicy } from '../../decision/cell-policy.ts';
import { idsOfTier } from '../../decision/models-of-tiers.ts';
import type { Side } from '../rule-context.ts';
import { reachedTiers } from './guarded-cells.ts';

/** A model without a price that cells get without anybody choosing it. */
interface UnpricedModel {
  readonly tier: TierDeclaration;
  readonly id: ModelId;
  /** Null: the Claude API. */
  readonly provider: string | null;
  readonly agents: readonly AgentName[];
}

/** The agents that get to each tier, economy included. */
function agentsByTier({ allocation, exceptions }: Side, today: IsoDate): ReadonlyMap<number, Set<AgentName>> {
  const reached = new Map<number, Set<AgentName>>();
  for (const agent of allocation.agents.values()) {
    for (const phase of allocation.phases) {
      const policy = cellPolicy(allocation, exceptions, today, agent, phase);
      const ranks = reachedTiers(policy).map(({ rank }) => rank);
      for (const rank of policy.economy === null ? ranks : [...ranks, policy.economy]) {
        reached.set(rank, (reached.get(rank) ?? new Set()).add(policy.agent));
      }
    }
  }
  return reached;
}

/** The models of the tiers that the table knows without a price on that day. An id that it does not know is told of by itself. */
export function unpricedModels(side: Side, today: IsoDate): readonly UnpricedModel[] {
  const unpriced = side.allocation.tiers.flatMap((tier) =>
    idsOfTier(tier).flatMap(({ id, provider }) => {
      const row = findModel(side.table, id);
      const told = row === null || lifecycleOn(row, today) === 'retired';
      return told || listRates(row, today, 0) !== null ? [] : [{ tier, id, provider }];
    }),
  );
  if (unpriced.length === 0) return [];
  const reached = agentsByTier(side, today);
  return unpriced.flatMap((each) => {
    const agents = [...(reached.get(each.tier.rank) ?? [])];
    return agents.length === 0 ? [] : [{ ...each, agents }];
  });
}
