import type { AllocationFile } from '../../generated/allocation.ts';
import type { Agent, Floor } from '../allocation.ts';
import { type AgentName, type FactName, isFloorId } from '../names.ts';
import type { Path } from '../path.ts';
import type { FactsByName } from './facts.ts';
import type { PhaseNames } from './phases.ts';
import { named, type SourceReading } from './reading.ts';
import type { TierNames } from './tiers.ts';

/** The most facts that the conditions of the floors over one agent may speak of: the gate tries all their values. */
const FLOOR_FACTS_LIMIT = 6;

type Entry = NonNullable<AllocationFile['floors']>[number];

interface Declared {
  readonly tiers: TierNames;
  readonly phases: PhaseNames;
  readonly facts: FactsByName;
  readonly agents: ReadonlyMap<string, Agent>;
}

/** Reads `floors`. A floor covers agents that exist and may reach it. */
export function readFloors(
  reading: SourceReading,
  entries: AllocationFile['floors'],
  declared: Declared,
): readonly Floor[] {
  reading.unique(
    'floor',
    (entries ?? []).map(({ id }, index) => [id, ['floors', index, 'id']]),
  );
  const floors = (entries ?? []).map((entry, index) =>
    readFloor(reading, entry, ['floors', index], declared),
  );
  limitFacts(reading, floors);
  return floors;
}

function readFloor(
  reading: SourceReading,
  entry: Entry,
  path: Path,
  { tiers, phases, facts, agents }: Declared,
): Floor {
  const minimum = tiers.rank(entry.minimum, [...path, 'minimum']);
  const covered = entry.agents.flatMap((name, place): AgentName | [] => {
    const agent = agents.get(name);
    if (agent === undefined) {
      reading.unknown('agent', name, agents.keys(), [...path, 'agents', place]);
      return [];
    }
    if (agent.maximum !== null && minimum !== null && agent.maximum < minimum) {
      const what = `The floor ${entry.id} asks for ${entry.minimum}, above the maximum of ${name}, ${tiers.all[agent.maximum]}.`;
      reading.say(what, [...path, 'minimum'], `Raise agents.${name}.maximum.`);
    }
    return agent.name;
  });
  const absolute = entry.exceptions !== 'approved';
  if (absolute && entry.on_defer === 'succeed') {
    const what = `The floor ${entry.id} is absolute: its deferred cells fail their job.`;
    reading.say(
      what,
      [...path, 'on_defer'],
      'Take on_defer out. Only a floor with exceptions: approved may let them pass.',
    );
  }
  return {
    id: named(isFloorId, entry.id),
    agents: [...new Set(covered)],
    phases: phases.list(entry.phases, [...path, 'phases']),
    fact: entry.if === undefined ? null : readFact(reading, entry.if, [...path, 'if'], facts),
    minimum: minimum ?? 0,
    effort: entry.effort ?? null,
    absolute,
    failsDeferred: absolute || entry.on_defer !== 'succeed',
    because: entry.because ?? null,
    origin: reading.origin([...path, 'minimum']),
  };
}

function readFact(reading: SourceReading, text: string, path: Path, facts: FactsByName): FactName | null {
  const written = text.trim().slice('task.'.length);
  const fact = [...facts.values()].find(({ name }) => name === written);
  if (fact === undefined) {
    reading.unknown('fact', written, facts.keys(), path);
    return null;
  }
  if (fact.type !== 'boolean') {
    reading.say(`A floor's condition is one boolean fact, but ${written} is of type ${fact.type}.`, path);
  }
  return fact.name;
}

function limitFacts(reading: SourceReading, floors: readonly Floor[]): void {
  const facts = new Map<AgentName, Set<FactName>>();
  floors.forEach(({ agents, fact }, index) => {
    if (fact === null) return;
    for (const agent of new Set(agents)) {
      const spoken = facts.get(agent) ?? new Set();
      if (spoken.has(fact)) continue;
      facts.set(agent, spoken.add(fact));
      if (spoken.size === FLOOR_FACTS_LIMIT + 1) {
        const what = `The floors over ${agent} use more than ${FLOOR_FACTS_LIMIT} facts.`;
        reading.say(what, ['floors', index, 'if'], 'Combine several facts into one.');
      }
    }
  });
}
