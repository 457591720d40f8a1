import type { AllocationFile } from '../../generated/allocation.ts';
import { type Agent, subAgentKey } from '../allocation.ts';
import { type AgentName, isAgentName, isAlias } from '../names.ts';
import { type Path, written } from '../path.ts';
import { readCheck } from './checks.ts';
import { named, type SourceReading } from './reading.ts';
import { type Declared, readUpgrades } from './upgrades.ts';

type Entry = AllocationFile['agents'][string];

/** Reads `agents`. A name or an alias belongs to one agent, whose aliases may be its own name in other letters: `TESTING`, `testing`. */
export function readAgents(
  reading: SourceReading,
  entries: AllocationFile['agents'],
  declared: Declared,
): ReadonlyMap<AgentName, Agent> {
  const agents = new Map<AgentName, Agent>();
  const names: [string, Path][] = [];
  for (const [text, entry] of Object.entries(entries)) {
    const name = named(isAgentName, text);
    const path = ['agents', name];
    agents.set(name, readAgent(reading, name, entry, path, declared));
    names.push([name, path]);
    entry.aliases?.forEach((alias, index) => {
      names.push([alias, [...path, 'aliases', index]]);
    });
  }
  reading.unique('agent name or alias', names, (path, other) => path[1] === other[1], subAgentKey);
  checkFormerNames(reading, entries, names);
  return agents;
}

function formerNames({ renamed_from: former }: Entry): readonly string[] {
  return typeof former === 'string' ? [former] : (former ?? []);
}

/** A former name belongs to one agent, and to no other that is there now: else nobody could tell whose floors it has. */
function checkFormerNames(
  reading: SourceReading,
  entries: AllocationFile['agents'],
  names: readonly (readonly [string, Path])[],
): void {
  // By the letters alone: names that differ in case only are told apart by nobody.
  const owners = new Map(names.map(([name, path]) => [name.toLowerCase(), path[1]]));
  for (const [name, entry] of Object.entries(entries)) {
    const list = typeof entry.renamed_from === 'string' ? [] : ['item'];
    formerNames(entry).forEach((former, index) => {
      const path = ['agents', name, 'renamed_from', ...list.map(() => index)];
      const owner = owners.get(former.toLowerCase()) ?? name;
      owners.set(former.toLowerCase(), owner);
      if (owner !== name) {
        const what = `${name} says renamed_from: ${former}, but ${former} belongs to ${owner}.`;
        reading.say(what, path, 'A name belongs to one agent: leave it to one of them.');
      } else if (former === name) {
        reading.say(`${name} says renamed_from: ${former}, which is its own name.`, path, 'Leave it out.');
      }
    });
  }
}

/** The agents by every name that the rest of the file may give them: their own, and those that they had. */
export function byAnyName(agents: ReadonlyMap<AgentName, Agent>): ReadonlyMap<string, Agent> {
  const former = [...agents.values()].flatMap((agent) =>
    agent.renamedFrom.map((name): [string, Agent] => [name, agent]),
  );
  return former.length === 0 ? agents : new Map([...former, ...agents]);
}

function readAgent(
  reading: SourceReading,
  name: AgentName,
  entry: Entry,
  path: Path,
  { tiers, phases, facts }: Declared,
): Agent {
  const assigned = tiers.rank(entry.default, [...path, 'default']);
  const maximum = tiers.optional(entry.maximum, [...path, 'maximum']);
  if (assigned !== null && maximum !== null && assigned > maximum) {
    const what = `The default of ${name}, ${entry.default}, is above its maximum, ${entry.maximum}.`;
    reading.say(what, [...path, 'default'], 'Raise the maximum, or lower the default.');
  }
  const renamedFrom = formerNames(entry).map((former) => named(isAgentName, former));
  const aliases = (entry.aliases ?? []).map((alias) => named(isAlias, alias));
  return {
    name,
    assigned: assigned ?? 0,
    maximum,
    effort: entry.effort ?? null,
    onUnavailable: entry.on_unavailable ?? 'defer',
    rationale: entry.rationale ?? null,
    expectedPassRate: readRate(reading, entry.expected_pass_rate, [...path, 'expected_pass_rate']),
    aliases: [...new Set([...aliases, ...renamedFrom])],
    renamedFrom,
    check: readCheck(reading, entry.check, [...path, 'check'], tiers),
    upgrades: readUpgrades(reading, entry.upgrades, [...path, 'upgrades'], { tiers, phases, facts }),
    origin: reading.origin([...path, 'default']),
  };
}

function readRate(
  reading: SourceReading,
  rate: Entry['expected_pass_rate'],
  path: Path,
): readonly [number, number] | null {
  if (rate === undefined) return null;
  const [low, high] = typeof rate === 'number' ? [rate, rate] : rate;
  if (low > high) {
    reading.say(`${written(path)} must be [low, high], but ${low} is above ${high}.`, path);
  }
  return [low, high];
}
