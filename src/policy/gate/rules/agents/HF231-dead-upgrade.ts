import { tierName } from '../../../../allocation/allocation.ts';
import { isDeadUpgrade } from '../../../decision/dead-upgrades.ts';
import type { Rule } from '../../rule.ts';

export const deadUpgrade: Rule = {
  id: 'HF231',
  name: 'dead-upgrade',
  severity: 'warning',
  purpose: 'An upgrade raises no cell, because each is on its tier or a higher one anyway.',
  remedy: 'remove the upgrade, or let it name a higher tier; nothing is blocked.',
  breach: false,
  checks: {
    change: ({ head: { allocation } }) =>
      [...allocation.agents.values()].flatMap((agent) =>
        agent.upgrades
          .filter((upgrade) => isDeadUpgrade(allocation, agent, upgrade))
          .map(({ to, origin }) => ({
            message: `${origin.path} upgrades ${agent.name} to ${tierName(allocation, to)}, which is no higher than its tier in any phase it names.`,
            at: origin.position,
            agent: agent.name,
          })),
      ),
  },
};
