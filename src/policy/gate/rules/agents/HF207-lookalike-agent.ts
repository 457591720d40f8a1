import { nearest } from '../../../../allocation/nearest.ts';
import type { Found, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** New agents, and new aliases, whose name could be taken for that of an agent under an absolute floor. */
function lookalikes({ base, head }: RuleContext): readonly Found[] {
  const guarded = [
    ...new Set(head.allocation.floors.filter((floor) => floor.absolute).flatMap((floor) => floor.agents)),
  ];
  const found: Found[] = [];
  for (const agent of head.allocation.agents.values()) {
    if (guarded.includes(agent.name)) continue;
    const before = base.allocation.agents.get(agent.name);
    const names = [
      ...(before === undefined ? [agent.name] : []),
      ...agent.aliases.filter((alias) => !before?.aliases.includes(alias)),
    ];
    for (const name of names) {
      const like = guarded.find(
        (other) =>
          letters(name).includes(letters(other)) || nearest(letters(name), [letters(other)]) !== null,
      );
      if (like === undefined) continue;
      const message = `The new name ${name} is close to ${like}, which is under an absolute floor; ${agent.name} is not.`;
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
  purpose: "A new agent's name is close to that of an agent under an absolute floor.",
  remedy:
    'check that the new agent is not meant to stand in for the floored one; if it is, put it under the floor.',
  breach: false,
  checks: { change: lookalikes },
};
