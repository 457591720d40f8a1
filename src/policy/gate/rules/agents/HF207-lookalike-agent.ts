import type { Found, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { couldBe, looksLike } from './lookalike.ts';

/** New agents, and new aliases, whose name could be taken for that of an agent under a floor that does not cover theirs. */
function lookalikes({ base, head, renames }: RuleContext): readonly Found[] {
  const { agents, floors } = head.allocation;
  const strictest = [...floors].sort((a, b) => Number(b.absolute) - Number(a.absolute));
  const renamed = new Set(renames.values());
  const found: Found[] = [];
  for (const agent of agents.values()) {
    if (floors.some((floor) => floor.absolute && floor.agents.includes(agent.name))) continue;
    const before = base.allocation.agents.get(agent.name);
    const names = [
      ...(before === undefined || renamed.has(agent.name) ? [agent.name] : []),
      ...agent.aliases.filter((alias) => !before?.aliases.includes(alias)),
    ];
    const others = strictest.filter((floor) => !floor.agents.includes(agent.name));
    for (const name of names) {
      const [first] = others.flatMap((floor) =>
        floor.agents
          .filter((other) => (floor.absolute ? couldBe(name, other) : looksLike(name, other)))
          .map((like) => ({ floor, like })),
      );
      if (first === undefined) continue;
      const { floor, like } = first;
      const under = floor.absolute ? 'an absolute floor' : `the floor ${floor.id}`;
      const message = `The new name ${name} is close to ${like}, which is under ${under}; ${agent.name} is not.`;
      const at = head.allocation.at(['agents', agent.name]);
      found.push({ message, at, agent: agent.name });
    }
  }
  return found;
}

export const lookalikeAgent: Rule = {
  id: 'HF207',
  name: 'lookalike-agent',
  severity: 'warning',
  purpose: "A new agent's name is close to that of an agent under a floor.",
  remedy:
    'check that the new agent is not meant to stand in for the floored one; if it is, put it under the floor.',
  breach: false,
  checks: { change: lookalikes },
};
