import type { Floor } from '../../allocation/allocation.ts';
import { SECURITY_CRITICAL } from '../../allocation/facts.ts';
import type { AgentName, FactName } from '../../allocation/names.ts';
import { effortRank } from '../decision/cell-policy.ts';
import { type Comparison, finding, rankInHead } from './comparison.ts';
import type { Finding } from './finding.ts';
import { isRetired } from './floors-kept.ts';

/** True when every phase that `base` covers, `head` covers too. Phases that the head dropped are judged by HF107. */
function coversPhases({ head }: Comparison, base: Floor, other: Floor): boolean {
  if (other.phases === null) return true;
  if (base.phases === null) return false;
  const { phases } = other;
  return base.phases.every((phase) => phases.includes(phase) || !head.allocation.phases.includes(phase));
}

/**
 * True when an entry speaks of this floor, or will. What was approved for a floor was approved for what it asked then:
 * another floor's words must not move in under its name.
 */
function isExcepted({ base, head, today }: Comparison, floor: Floor): boolean {
  const entries = [...base.exceptions.entries, ...head.exceptions.entries];
  return !floor.absolute && entries.some((entry) => entry.floor === floor.id && entry.expires >= today);
}

/** True when `other`, a floor of the head, asks for no less of `agent` than `base` does, in the phases it covers. */
function replaces(comparison: Comparison, base: Floor, other: Floor, agent: AgentName): boolean {
  const minimum = rankInHead(comparison, base.minimum);
  return (
    minimum !== null &&
    other.agents.includes(agent) &&
    (other.id === base.id || !isExcepted(comparison, other)) &&
    (other.fact === null || other.fact === base.fact) &&
    other.minimum >= minimum &&
    effortRank(other.effort) >= effortRank(base.effort) &&
    (other.absolute || !base.absolute)
  );
}

/** True when the floors of the head together ask for no less of `agent` than `floor` does, in every phase it covers. */
function isKept(comparison: Comparison, floor: Floor, agent: AgentName): boolean {
  const { allocation } = comparison.head;
  const others = allocation.floors.filter((other) => replaces(comparison, floor, other, agent));
  if (others.some((other) => coversPhases(comparison, floor, other))) return true;
  // All phases, also those that are added later, can only be kept by a floor that says so.
  if (floor.phases === null) return false;
  const phases = floor.phases.filter((phase) => allocation.phases.includes(phase));
  return phases.every((phase) => others.some((other) => other.phases?.includes(phase) === true));
}

/** HF102 to HF105: a floor of the base that the head removes, lowers, narrows or makes exceptable. */
export function floorRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  return base.allocation.floors.flatMap((floor) => {
    if (isRetired(comparison, floor.id) && !floor.absolute) {
      const message = `The floor ${floor.id} may be removed, lowered or narrowed: its retirement is approved on the base.`;
      return [finding(comparison, 'HF302', message, head.allocation.at(['floors']))];
    }
    const agents = floor.agents.filter((agent) => head.allocation.agents.has(agent));
    if (agents.every((agent) => isKept(comparison, floor, agent))) return [];
    const same = head.allocation.floors.find((other) => other.id === floor.id);
    if (same === undefined) {
      const message = `The floor ${floor.id} is removed, and the other floors do not ask for as much wherever it did.`;
      return [finding(comparison, 'HF102', message, head.allocation.at(['floors']))];
    }
    return differences(comparison, floor, same, agents);
  });
}

/** What the head's version of a floor asks for less. */
function differences(
  comparison: Comparison,
  floor: Floor,
  same: Floor,
  agents: readonly AgentName[],
): readonly Finding[] {
  const { base, head } = comparison;
  const findings: Finding[] = [];
  const index = head.allocation.floors.indexOf(same);
  const at = (key: string) => head.allocation.at(['floors', index, key]);
  const minimum = rankInHead(comparison, floor.minimum);
  const tier = (rank: number, side: Comparison['base']): string | undefined =>
    side.allocation.tiers[rank]?.name;
  if (minimum !== null && same.minimum < minimum) {
    const message = `The floor ${floor.id} is lowered from ${tier(floor.minimum, base)} to ${tier(same.minimum, head)}.`;
    findings.push(finding(comparison, 'HF103', message, at('minimum')));
  }
  if (effortRank(same.effort) < effortRank(floor.effort)) {
    const message = `The floor ${floor.id} asks for ${same.effort === null ? 'no effort' : `effort ${same.effort}`} instead of effort ${floor.effort}.`;
    findings.push(finding(comparison, 'HF103', message, at('effort')));
  }
  const dropped = agents.filter((agent) => !same.agents.includes(agent));
  if (dropped.length > 0) {
    const message = `The floor ${floor.id} no longer covers ${dropped.join(', ')}.`;
    findings.push(finding(comparison, 'HF104', message, at('agents')));
  }
  if (!coversPhases(comparison, floor, same)) {
    const before = floor.phases?.join(', ') ?? 'every phase, also new ones';
    const message = `The floor ${floor.id} covers ${same.phases?.join(', ')} instead of ${before}.`;
    findings.push(finding(comparison, 'HF104', message, at('phases')));
  }
  if (same.fact !== null && same.fact !== floor.fact) {
    const before = floor.fact === null ? 'always' : `if task.${floor.fact}`;
    const message = `The floor ${floor.id} holds only if task.${same.fact}; on the base it holds ${before}.`;
    findings.push(finding(comparison, 'HF104', message, at('if')));
  }
  if (floor.absolute && !same.absolute) {
    const message = `The floor ${floor.id} takes no exceptions on the base and would take approved ones.`;
    findings.push(finding(comparison, 'HF105', message, at('exceptions')));
  }
  return findings;
}

/** HF106, HF107, HF120 and HF121: an agent, phase, fact or alias that gives a floor its meaning is gone or changed. */
export function meaningRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  const findings: Finding[] = [];
  const floors = base.allocation.floors.filter((floor) => floor.absolute || !isRetired(comparison, floor.id));
  const floored = new Set(floors.flatMap((floor) => floor.agents));
  const idsOver = (agent: AgentName): string =>
    floors
      .filter((floor) => floor.agents.includes(agent))
      .map((floor) => floor.id)
      .join(', ');
  for (const agent of floored) {
    if (head.allocation.agents.has(agent)) continue;
    const message = `The agent ${agent} is renamed or deleted, but it is under ${idsOver(agent)}.`;
    findings.push(finding(comparison, 'HF106', message, head.allocation.at(['agents']), { agent }));
  }
  for (const phase of base.allocation.phases) {
    if (head.allocation.phases.includes(phase)) continue;
    const ids = floors
      .filter((floor) => floor.phases === null || floor.phases.includes(phase))
      .map((floor) => floor.id);
    if (ids.length === 0) continue;
    const message = `The phase ${phase} is renamed or deleted, but it is under ${ids.join(', ')}.`;
    findings.push(finding(comparison, 'HF107', message, head.allocation.at(['phases']), { phase }));
  }
  return [...findings, ...factRules(comparison, floors), ...aliasRules(comparison, floored)];
}

function factRules({ base, head, docs }: Comparison, floors: readonly Floor[]): readonly Finding[] {
  const spoken = floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
  const names: FactName[] = [...new Set([...spoken, ...(floors.length === 0 ? [] : [SECURITY_CRITICAL])])];
  return names.flatMap((name) => {
    const before = base.allocation.facts.get(name);
    const after = head.allocation.facts.get(name);
    if (before === undefined) return [];
    if (after !== undefined && after.type === before.type && after.derived === before.derived) return [];
    const what = after === undefined ? 'is no longer declared' : 'changes its type or its source';
    const why = spoken.includes(name) ? 'a floor depends on it' : 'criticality depends on it';
    const message = `The fact ${name} ${what}, but ${why}.`;
    return [
      finding({ head, docs }, 'HF120', message, after?.origin.position ?? head.allocation.at(['facts'])),
    ];
  });
}

function aliasRules(comparison: Comparison, floored: ReadonlySet<AgentName>): readonly Finding[] {
  const { base, head } = comparison;
  return [...floored].flatMap((name) => {
    const before = base.allocation.agents.get(name);
    const after = head.allocation.agents.get(name);
    if (before === undefined || after === undefined) return [];
    return before.aliases
      .filter((alias) => !after.aliases.includes(alias))
      .map((alias) => {
        const message = `The alias ${alias} no longer stands for ${name}: what reports under it would leave the floor.`;
        const position = head.allocation.at(['agents', name, 'aliases']);
        return finding(comparison, 'HF121', message, position, { agent: name });
      });
  });
}
