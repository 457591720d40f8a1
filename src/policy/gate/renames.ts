import type { Allocation, Floor } from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import type { AgentName } from '../../allocation/names.ts';

/** Agents of an earlier version, by the name that they have in a later one. Those that keep theirs are left out. */
export type Renames = ReadonlyMap<AgentName, AgentName>;

/**
 * Under which name each agent of `before` lives in `after`, by what `after` says in `renamed_from`. To rename is to give
 * one agent a new name: one that takes over an agent beside its own, or two at once, leaves theirs removed.
 */
export function renamesOf(before: Allocation, after: Allocation): Renames {
  const renames = new Map<AgentName, AgentName>();
  for (const { name, renamedFrom } of after.agents.values()) {
    if (renamedFrom.length === 0 || before.agents.has(name)) continue;
    const [former, ...more] = renamedFrom.filter((each) => before.agents.has(each));
    if (former !== undefined && more.length === 0) renames.set(former, name);
  }
  return renames;
}

/** An earlier version in the names of the later one: what is compared by name afterwards is the same agent's. */
export function renamedAllocation(allocation: Allocation, renames: Renames): Allocation {
  const nameOf = (name: AgentName): AgentName => renames.get(name) ?? name;
  const byName = <T>(map: ReadonlyMap<AgentName, T>, change: (value: T, name: AgentName) => T) =>
    new Map([...map].map(([name, value]) => [nameOf(name), change(value, name)]));
  const renamedFloors = new Map(
    allocation.floors.map((floor): [Floor, Floor] => [floor, { ...floor, agents: floor.agents.map(nameOf) }]),
  );
  const { deferred } = allocation;
  return {
    ...allocation,
    agents: byName(allocation.agents, (agent, former) => {
      const name = nameOf(former);
      if (name === former) return agent;
      const aliases = [...agent.aliases.filter((alias) => alias !== name), former];
      return { ...agent, name, aliases };
    }),
    matrix: new Map([...allocation.matrix].map(([phase, row]) => [phase, byName(row, (cell) => cell)])),
    floors: [...renamedFloors.values()],
    floorsOver: byName(allocation.floorsOver, (floors) =>
      floors.map((floor) => renamedFloors.get(floor) ?? floor),
    ),
    deferred: deferred && {
      ...deferred,
      workflows: deferred.workflows.map((each) => ({
        ...each,
        agents: each.agents?.map(nameOf) ?? null,
      })),
    },
  };
}

/** The exceptions of an earlier version in the names of the later one. */
export function renamedExceptions(exceptions: Exceptions, renames: Renames): Exceptions {
  const names: ReadonlyMap<string, string> = renames;
  const entries = exceptions.entries.map((entry) =>
    entry.kind === 'cell' ? { ...entry, agent: names.get(entry.agent) ?? entry.agent } : entry,
  );
  return { ...exceptions, entries };
}
