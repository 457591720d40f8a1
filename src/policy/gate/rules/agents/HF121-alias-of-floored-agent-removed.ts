import type { Rule } from '../../rule.ts';
import { flooredAgents } from '../../rule-context.ts';

export const aliasOfFlooredAgentRemoved: Rule = {
  id: 'HF121',
  name: 'alias-of-floored-agent-removed',
  severity: 'error',
  purpose: 'A name under which a floored agent reports is removed or given to another agent.',
  remedy: "give the alias back to the floor's agent.",
  breach: false,
  checks: {
    change: (context) => {
      const { base, head } = context;
      return flooredAgents(context).flatMap((agent) => {
        const after = head.allocation.agents.get(agent);
        if (after === undefined) return [];
        const { aliases = [], inheritedNames = [] } = base.allocation.agents.get(agent) ?? {};
        return aliases
          .filter((alias) => !after.aliases.includes(alias) && !inheritedNames.includes(alias))
          .map((alias) => ({
            message: `The alias ${alias} no longer stands for ${agent}: what reports under it would escape the floor.`,
            at: head.allocation.at(['agents', agent, 'aliases']),
            agent,
          }));
      });
    },
  },
};
