import { type Agent, type Allocation, tierName, type Upgrade } from '../../allocation/allocation.ts';
import type { Phase } from '../../allocation/names.ts';
import { nearest } from '../../allocation/nearest.ts';
import { type Comparison, finding } from './comparison.ts';
import type { Finding } from './finding.ts';

function phasesOf(upgrade: Upgrade, allocation: Allocation): readonly Phase[] {
  return upgrade.phases ?? allocation.phases;
}

/** True when `other` raises as high as `upgrade` does, under the same condition, in every phase that is still there. */
function keeps({ base, head }: Comparison, agent: Agent, upgrade: Upgrade, other: Upgrade): boolean {
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

/** HF202: an upgrade that is removed, narrowed, lowered or cut off by a maximum. */
export function upgradeRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  return [...head.allocation.agents.values()].flatMap((agent) => {
    const before = base.allocation.agents.get(agent.name);
    return (before?.upgrades ?? [])
      .filter((upgrade) => !agent.upgrades.some((other) => keeps(comparison, agent, upgrade, other)))
      .map((upgrade) => {
        const to = tierName(base.allocation, upgrade.to);
        const message = `${agent.name} is no longer upgraded to ${to} as before, when ${upgrade.condition.text}.`;
        const position = head.allocation.at(['agents', agent.name, 'upgrades']);
        return finding(comparison, 'HF202', message, position, { agent: agent.name });
      });
  });
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** HF207: a new agent, or alias, whose name could be taken for that of an agent under an absolute floor. */
export function lookalikeRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  const guarded = [
    ...new Set(head.allocation.floors.filter((floor) => floor.absolute).flatMap((floor) => floor.agents)),
  ];
  const findings: Finding[] = [];
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
      const position = head.allocation.at(['agents', agent.name]);
      findings.push(finding(comparison, 'HF207', message, position, { agent: agent.name }));
    }
  }
  return findings;
}
