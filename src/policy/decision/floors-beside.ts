import type { Agent, Allocation, FactDeclaration, Floor, LostFloor } from '../../allocation/allocation.ts';
import { findAgent, floorsOf, tierName } from '../../allocation/allocation.ts';
import type { CellException, Exceptions } from '../../allocation/exceptions.ts';
import type { AgentName, FactName, FloorId, FloorIdBeside, Phase, Rank } from '../../allocation/names.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { knownModels, tiersOfUse } from './known-models.ts';
import { idsOfTier } from './models-of-tiers.ts';

/** Whether a floor is one of another branch. */
export function isBeside(id: FloorId): id is FloorIdBeside {
  return id.includes('@');
}

/** Two files that belong together, with the table of models that the allocation adds to. */
interface Files {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

/** The files of another branch, whose floors hold as well. */
interface BranchFiles extends Files {
  /** The branch's name. */
  readonly name: string;
}

/**
 * The files with the floors of another branch added, less the exceptions that are in force there: their ids end in
 * `@BRANCH`, which no exceptions file can name, so no exception of these files lowers them. Which tier keeps a floor is
 * judged by what the other branch knows of models, so a row of `models` here makes nothing greater. A condition holds as
 * its branch means it. The assignments are not touched: `resolve` refuses a cell that is below such a floor.
 */
export function withFloorsBeside<F extends Files & { readonly lost: readonly LostFloor[] }>(
  own: F,
  other: BranchFiles,
): F {
  const { allocation, exceptions } = own;
  const rankHere = ranksHere(allocation, other);
  const facts = new Map(allocation.facts);
  const floors: Floor[] = [];
  const lost: LostFloor[] = [];
  const entries: CellException[] = [];
  const floorsOver = new Map(allocation.floorsOver);
  for (const floor of other.allocation.floors) {
    const names = namesUnder(floor, other.allocation);
    const agents = agentsUnder(names, allocation);
    const minimum = rankHere(floor.minimum);
    const { phases } = floor;
    const asked = tierName(other.allocation, floor.minimum);
    const strangers = [...names].filter((name) => findAgent(allocation, name) === null);
    for (const agent of [...strangers, ...(minimum === null ? agents.map(({ name }) => name) : [])])
      lost.push({ agent, phases, id: floor.id, minimum: asked, branch: other.name });
    if (agents.length === 0 || minimum === null) continue;
    const id: FloorIdBeside = `${floor.id}@${other.name}`;
    const fact = floor.fact === null ? null : sharedFact(floor.fact, facts, other.allocation);
    const added: Floor = { ...floor, id, agents: agents.map(({ name }) => name), minimum, fact };
    floors.push(added);
    for (const { name } of agents) floorsOver.set(name, [...(floorsOver.get(name) ?? []), added]);
    entries.push(...exceptionsHere(floor, id, agents, other, allocation, rankHere));
  }
  return {
    ...own,
    allocation: { ...allocation, facts, floors: [...allocation.floors, ...floors], floorsOver },
    exceptions: { ...exceptions, entries: [...exceptions.entries, ...entries] },
    lost: [...own.lost, ...lost],
  };
}

/**
 * The strictest floor of another branch over the cell that the judge of its answers is below; null: none. A file
 * cannot be so by its own floors, whatever their conditions: in it, that is a mistake.
 */
export function floorOverJudge(allocation: Allocation, { name, check }: Agent, phase: Phase): Floor | null {
  const judge = check?.judge ?? null;
  if (judge === null) return null;
  const broken = floorsOf(allocation, name, phase).filter(
    ({ id, minimum }) => isBeside(id) && judge.tier < minimum,
  );
  return broken.reduce<Floor | null>(
    (most, floor) => (most === null || floor.minimum > most.minimum ? floor : most),
    null,
  );
}

/** The lowest rank here from which on every tier keeps a tier of the other branch, by all of its ids; null: none does. */
export function ranksHere(
  { tiers }: Allocation,
  { allocation, table }: Pick<BranchFiles, 'allocation' | 'table'>,
): (minimum: Rank) => Rank | null {
  const models = knownModels(tiersOfUse(allocation, table), table);
  return (minimum) => {
    const floor = tierName(allocation, minimum);
    let lowest: Rank | null = null;
    for (const tier of tiers.toReversed()) {
      if (!idsOfTier(tier).every(({ id }) => models.keeps(id, floor))) break;
      lowest = tier.rank;
    }
    return lowest;
  };
}

/** Every name of the agents that a floor covers. */
function namesUnder({ agents }: Floor, { agents: all }: Allocation): ReadonlySet<AgentName> {
  return new Set(agents.flatMap((name) => [name, ...(all.get(name)?.aliases ?? [])]));
}

/** The agents here that a floor of the other branch covers: those that share a name or an alias with one of its own. */
function agentsUnder(names: ReadonlySet<AgentName>, { agents: here }: Allocation): readonly Agent[] {
  return [...here.values()].filter((agent) => namesOf(agent).some((name) => names.has(name)));
}

function namesOf({ name, aliases }: Agent): readonly AgentName[] {
  return [name, ...aliases];
}

/**
 * The fact of a floor, declared here as both branches want it: derived if either derives it. Null, so that the floor
 * always holds, where it is something else here.
 */
export function sharedFact(
  name: FactName,
  facts: Map<FactName, FactDeclaration>,
  other: Allocation,
): FactName | null {
  const theirs = other.facts.get(name);
  const ours = facts.get(name);
  if (theirs === undefined || (ours !== undefined && ours.type !== theirs.type)) return null;
  const derived = theirs.derived || ours?.derived === true;
  facts.set(name, { ...(ours ?? { ...theirs, required: false }), derived });
  return name;
}

/**
 * The exceptions of the other branch to one of its floors, as if they had been written here. An agent here that has the
 * names of several agents there would take one's exception to the work of another: it has none of theirs.
 */
function exceptionsHere(
  { id: floor, absolute, agents: covered }: Floor,
  id: FloorIdBeside,
  agents: readonly Agent[],
  { allocation: theirs, exceptions }: BranchFiles,
  allocation: Allocation,
  rankHere: (minimum: Rank) => Rank | null,
): readonly CellException[] {
  if (absolute) return [];
  const there = covered.flatMap((name) => theirs.agents.get(name) ?? []);
  const owners = new Map(there.flatMap((agent) => namesOf(agent).map((name) => [name, agent] as const)));
  const alone = agents.flatMap((agent) => {
    const [same, ...more] = new Set(namesOf(agent).flatMap((name) => owners.get(name) ?? []));
    return same === undefined || more.length > 0 ? [] : [{ agent, same }];
  });
  return exceptions.entries.flatMap((entry): readonly CellException[] => {
    if (entry.kind !== 'cell' || entry.floor !== floor) return [];
    const wanted = theirs.tiers.find(({ name }) => name === entry.tier);
    const rank = wanted === undefined ? null : rankHere(wanted.rank);
    if (rank === null) return [];
    return alone
      .filter(({ same }) => same.name === entry.agent)
      .map(({ agent }) => ({ ...entry, floor: id, agent: agent.name, tier: tierName(allocation, rank) }));
  });
}
