import type { Rule } from '../../rule.ts';
import { flooredAgents, standingFloors } from '../../rule-context.ts';

export const flooredAgentRemoved: Rule = {
  id: 'HF106',
  name: 'floored-agent-removed',
  severity: 'error',
  purpose: 'An agent under a floor is renamed or deleted, so its floor covers nothing.',
  remedy: 'put the agent back under the name that its floor uses.',
  breach: true,
  checks: {
    change: (context) => {
      const { allocation } = context.head;
      const gone = flooredAgents(context).filter((agent) => !allocation.agents.has(agent));
      return gone.map((agent) => {
        const floors = standingFloors(context).filter((floor) => floor.agents.includes(agent));
        const ids = floors.map((floor) => floor.id).join(', ');
        const message = `The agent ${agent} is renamed or deleted, but it is under ${ids}.`;
        return { message, at: allocation.at(['agents']), agent };
      });
    },
  },
};
