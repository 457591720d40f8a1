import { type Allocation, floorsOf, tierName } from '../../../../allocation/allocation.ts';
import type { AgentName, Phase } from '../../../../allocation/names.ts';
import type { Found, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

function isGuarded(allocation: Allocation, agent: AgentName, phase: Phase): boolean {
  return floorsOf(allocation, agent, phase).some((floor) => floor.absolute);
}

/** Agents of the base that have a guarded cell in the head which was none. */
function newlyGuarded({ base, head }: RuleContext): ReadonlySet<AgentName> {
  const phases = base.allocation.phases.filter((phase) => head.allocation.phases.includes(phase));
  const both = [...base.allocation.agents.keys()].filter((agent) => head.allocation.agents.has(agent));
  return new Set(
    both.filter((agent) =>
      phases.some(
        (phase) => isGuarded(head.allocation, agent, phase) && !isGuarded(base.allocation, agent, phase),
      ),
    ),
  );
}

/** Absolute floors that guard what was not guarded, where they ask for nothing or guard most agents together. */
function widened(context: RuleContext): readonly Found[] {
  const { allocation } = context.head;
  const agents = newlyGuarded(context);
  const most = agents.size * 2 > context.base.allocation.agents.size;
  return allocation.floors.flatMap((floor, index) => {
    const covered = floor.agents.filter((agent) => agents.has(agent));
    if (!floor.absolute || covered.length === 0 || !(most || floor.minimum === 0)) return [];
    const asks = floor.minimum === 0 ? ` It asks for ${tierName(allocation, 0)}, the cheapest tier.` : '';
    const message = `The floor ${floor.id} guards ${covered.join(', ')}, which the base does not: no zone and no share of a tier binds that work any more, and an absolute floor cannot be taken back.${asks}`;
    return [{ message, at: allocation.at(['floors', index]) }];
  });
}

export const cellsBecomeGuarded: Rule = {
  id: 'HF220',
  name: 'cells-become-guarded',
  severity: 'warning',
  purpose: 'An absolute floor guards most agents, or asks for the cheapest tier alone.',
  remedy:
    'check that this work may pass every zone and share of the budget; an absolute floor is for the few agents that must.',
  breach: false,
  checks: { change: widened },
};
