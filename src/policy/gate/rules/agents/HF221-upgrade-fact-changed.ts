import type { AgentName, FactName } from '../../../../allocation/names.ts';
import type { Rule } from '../../rule.ts';
import { type RuleContext, shared } from '../../rule-context.ts';
import { refusalOf } from '../../stops/index.ts';

/** The facts that upgrades of the base speak of, with the agents that they raise. */
const spokenOf = shared(({ base }: RuleContext): ReadonlyMap<FactName, ReadonlySet<AgentName>> => {
  const agents = new Map<FactName, Set<AgentName>>();
  for (const agent of base.allocation.agents.values())
    for (const { condition } of agent.upgrades)
      for (const fact of condition.facts) agents.set(fact, (agents.get(fact) ?? new Set()).add(agent.name));
  return agents;
});

export const upgradeFactChanged: Rule = {
  id: 'HF221',
  name: 'upgrade-fact-changed',
  severity: 'warning',
  purpose: 'A fact that an upgrade speaks of changes its source or its type.',
  remedy: 'check who says now what the fact is: whoever does decides whether the work is upgraded.',
  breach: false,
  checks: {
    change: (context) => {
      const { base, head } = context;
      return [...spokenOf(context)].flatMap(([name, agents]) => {
        const before = base.allocation.facts.get(name);
        const after = head.allocation.facts.get(name);
        if (before === undefined) return [];
        const at = head.allocation.at(['facts', name]);
        const whose = [...agents].join(', ');
        const found: { readonly message: string; readonly at: typeof at }[] = [];
        if (before.derived && after?.derived === false) {
          const message = `The fact ${name} is no longer derived from the pull request: who starts a job says what it is, and so whether ${whose} is upgraded.`;
          found.push({ message, at });
        }
        const why = refusalOf(before, after);
        if (why !== null) {
          const message = `The fact ${name}, of which upgrades of ${whose} speak, ${why}: jobs that give it as on the base are refused.`;
          found.push({ message, at });
        }
        return found;
      });
    },
  },
};
