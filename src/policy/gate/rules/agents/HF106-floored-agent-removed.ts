import type { AgentName } from '../../../../allocation/names.ts';
import type { Rule } from '../../rule.ts';
import { flooredAgents, type RuleContext, standingFloors } from '../../rule-context.ts';

export const flooredAgentRemoved: Rule = {
  id: 'HF106',
  name: 'floored-agent-removed',
  severity: 'error',
  purpose:
    'An agent under a floor is deleted, or renamed without `renamed_from`, so its floor covers nothing.',
  remedy:
    'put the agent back under the name that its floor uses. To rename it, say `renamed_from` at its new name and take the floor along.',
  breach: true,
  checks: {
    change: (context) => {
      const { allocation } = context.head;
      const gone = flooredAgents(context).filter((agent) => !allocation.agents.has(agent));
      return gone.map((agent) => {
        const floors = standingFloors(context).filter((floor) => floor.agents.includes(agent));
        const ids = floors.map((floor) => floor.id).join(', ');
        const message = `The agent ${agent} is renamed or deleted, but it is under ${ids}.${inVain(context, agent)}`;
        return { message, at: allocation.at(['agents']), agent };
      });
    },
  },
};

/** Why a `renamed_from` does not make it a rename, or who might be meant; empty where there is nobody. */
function inVain({ base, head }: RuleContext, former: AgentName): string {
  const before = base.allocation.agents.get(former)?.renamedFrom ?? [];
  const old = before.find((name) => head.allocation.agents.has(name));
  if (old !== undefined)
    return ` ${old} is its name of before: if it is the same agent, say renamed_from: ${former} there.`;
  for (const { name, renamedFrom } of head.allocation.agents.values()) {
    if (!renamedFrom.includes(former)) continue;
    const why = base.allocation.agents.has(name)
      ? `the base has ${name} as well`
      : 'it takes over several agents of the base at once';
    return ` ${name} says renamed_from: ${former}, but ${why}: that is no rename.`;
  }
  return '';
}
