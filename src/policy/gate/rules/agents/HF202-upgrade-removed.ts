import {
  type Agent,
  type Allocation,
  rankOf,
  tierName,
  type Upgrade,
} from '../../../../allocation/allocation.ts';
import type { Phase } from '../../../../allocation/names.ts';
import { isDeadUpgrade } from '../../../decision/dead-upgrades.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

function phasesOf(upgrade: Upgrade, allocation: Allocation): readonly Phase[] {
  return upgrade.phases ?? allocation.phases;
}

/** True when `other` raises as high as `upgrade` does, under the same condition, in every phase that is still there. */
function keeps({ base, head }: RuleContext, agent: Agent, upgrade: Upgrade, other: Upgrade): boolean {
  const name = tierName(base.allocation, upgrade.to);
  const wanted = head.allocation.tiers.findIndex((tier) => tier.name === name);
  const reached = Math.min(other.to, agent.maximum ?? other.to);
  return (
    other.condition.text.trim() === upgrade.condition.text.trim() &&
    reached >= wanted &&
    phasesOf(upgrade, base.allocation).every(
      (phase) => !head.allocation.phases.includes(phase) || phasesOf(other, head.allocation).includes(phase),
    )
  );
}

/** True when the agent's cells of the head are on the upgrade's tier or above it without it. */
function isDead({ base, head }: RuleContext, agent: Agent, upgrade: Upgrade): boolean {
  const to = rankOf(head.allocation, tierName(base.allocation, upgrade.to));
  if (to === null) return false;
  const phases = upgrade.phases?.filter((phase) => head.allocation.phases.includes(phase)) ?? null;
  return isDeadUpgrade(head.allocation, agent, { ...upgrade, to, phases });
}

export const upgradeRemoved: Rule = {
  id: 'HF202',
  name: 'upgrade-removed',
  severity: 'warning',
  purpose: 'An upgrade is removed or narrowed.',
  remedy: 'check that the work which used to be upgraded can do without it; nothing is blocked.',
  breach: false,
  checks: {
    change: (context) => {
      const { base, head } = context;
      return [...head.allocation.agents.values()].flatMap((agent) => {
        const before = base.allocation.agents.get(agent.name)?.upgrades ?? [];
        return (
          before
            // What raised nothing, or nothing any more, can go without a word.
            .filter((upgrade) => !isDead(context, agent, upgrade))
            .filter((upgrade) => !agent.upgrades.some((other) => keeps(context, agent, upgrade, other)))
            .map(({ to, condition }) => ({
              message: `${agent.name} is no longer upgraded to ${tierName(base.allocation, to)} as before, when ${condition.text}.`,
              at: head.allocation.at(['agents', agent.name, 'upgrades']),
              agent: agent.name,
            }))
        );
      });
    },
  },
};
