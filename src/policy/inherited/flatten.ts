import {
  type Agent,
  type Allocation,
  type DeclaredModel,
  type DeniedModel,
  type Floor,
  type LostFloor,
  tierName,
} from '../../allocation/allocation.ts';
import type { AgentName, Phase, Rank } from '../../allocation/names.ts';
import { byAgent } from '../../allocation/parse.ts';
import type { PolicyPlace, PolicyReference } from '../../allocation/policy/reference.ts';
import { shortReference } from '../../allocation/policy/reference.ts';
import type { Problem } from '../../errors.ts';
import { lineRank, type ModelTable } from '../../usage/models/models.ts';
import { effortRank } from '../decision/cell-policy.ts';
import { ranksHere, sharedFact } from '../decision/floors-beside.ts';
import { rowOfTier, tableOf } from '../decision/models-of-tiers.ts';

/** A file laid on a policy, and where the file is looser than it. */
interface Flattened {
  readonly allocation: Allocation;
  readonly problems: readonly Problem[];
}

/** A file and the policy that it is laid on, flattened itself. */
interface Pair {
  readonly own: Allocation;
  readonly policy: Allocation;
  readonly reference: PolicyReference;
  readonly shipped: ModelTable;
}

/** Collects what is wrong, at a place of the file, each with the place in the policy. */
class Strictness {
  readonly problems: Problem[] = [];
  readonly #own: Allocation;

  constructor(own: Allocation) {
    this.#own = own;
  }

  say(what: string, policy: PolicyPlace, at: { readonly line: number; readonly column: number }): void {
    const { file } = this.#own;
    const fix = `The policy says so at ${policy.file}:${policy.line}: a repository may only tighten it.`;
    this.problems.push({ what, file, line: at.line, column: at.column, fix });
  }
}

/**
 * The meet of a file and its policy: all floors of both, the lowest maximums, all denials, and the policy's rows of models
 * before the file's. An agent is under the policy by any of its names, whatever the case of their letters. A floor that
 * names phases also holds in those that the policy does not know: to name a phase otherwise frees nobody. Which tier keeps
 * a floor is judged by what the policy knows of models.
 */
export function flatten({ own, policy, reference, shipped }: Pair): Flattened {
  const strict = new Strictness(own);
  const table = tableOf(policy, shipped);
  const place = (inherited: PolicyPlace | undefined, line: number): PolicyPlace =>
    inherited ?? { file: shortReference(reference), line };
  const extendsAt = { path: 'extends', position: own.at(['extends']) };
  const rankHere = ranksHere(own, { allocation: policy, table });
  const facts = new Map(own.facts);
  const under = agentsUnder(own, policy);
  const limited = withMaximums({ own, policy, reference, shipped }, under, table, strict);
  const agents = withNames(limited, policy, under);
  const floors: Floor[] = [];
  const lost: LostFloor[] = [];
  for (const [index, floor] of policy.floors.entries()) {
    const covered = [...new Set(floor.agents.flatMap((name) => under(name)))];
    const phases = phasesHere(floor.phases, own, policy);
    const at = place(floor.inherited, policy.at(['floors', index]).line);
    const asked = tierName(policy, floor.minimum);
    for (const agent of strangersTo(agents, floor, policy))
      lost.push({ agent, phases, id: floor.id, minimum: asked, branch: at.file });
    if (covered.length === 0 || phases?.length === 0) continue;
    const minimum = rankHere(floor.minimum);
    if (minimum === null) {
      const what = `No tier here keeps the floor ${floor.id}, ${asked}, over ${covered.join(', ')}.`;
      strict.say(what, at, own.at(['tiers']));
      continue;
    }
    const fact = floor.fact === null ? null : sharedFact(floor.fact, facts, policy);
    const added: Floor = {
      ...floor,
      agents: covered,
      phases,
      minimum,
      fact,
      origin: extendsAt,
      inherited: at,
    };
    const same = own.floors.findIndex(({ id }) => id === floor.id);
    const restated = own.floors[same];
    if (restated === undefined) floors.push(added);
    else if (!isAsStrict(restated, added, own)) {
      const what = `The floor ${floor.id} asks for less than the policy's floor of that name.`;
      strict.say(what, at, own.at(['floors', same]));
      continue;
    }
    for (const name of covered) underCeiling(added, agents.get(name), own, strict);
  }
  const all = [...own.floors, ...floors];
  for (const { name, maximum } of agents.values()) {
    const before = own.agents.get(name)?.maximum ?? null;
    if (maximum === null || maximum === before) continue;
    for (const phase of own.phases)
      aboveMaximum(own, name, phase, maximum, maximumPlace(policy, name, under, place), strict);
  }
  return {
    allocation: {
      ...own,
      facts,
      agents,
      floors: all,
      floorsOver: byAgent(all),
      models: withModels(own, policy, place, extendsAt, strict),
      deny: withDenials(own, policy, place, extendsAt),
      repositories: own.repositories.length > 0 ? own.repositories : policy.repositories,
      inherited: policy,
      lost: [...lost, ...policy.lost.filter(({ agent }) => !isKnown(agents, agent))],
      at: (path) => {
        const [section, index] = path;
        const isAdded = section === 'floors' && typeof index === 'number' && index >= own.floors.length;
        return own.at(isAdded ? ['extends'] : path);
      },
    },
    problems: strict.problems,
  };
}

/** The agents here that an agent of the policy is, by any name of either. */
function agentsUnder(own: Allocation, policy: Allocation): (name: AgentName) => readonly AgentName[] {
  const namesOf = (agent: Pick<Agent, 'name' | 'aliases'>): readonly string[] =>
    [agent.name, ...agent.aliases].map((name) => name.toLowerCase());
  const here = new Map<string, AgentName>();
  for (const agent of own.agents.values()) for (const name of namesOf(agent)) here.set(name, agent.name);
  return (name) => {
    const names = namesOf(policy.agents.get(name) ?? { name, aliases: [] });
    return [...new Set(names.flatMap((each) => here.get(each) ?? []))];
  };
}

type AgentsByName = ReadonlyMap<AgentName, Agent>;

function isKnown(agents: AgentsByName, name: string): boolean {
  const text = name.toLowerCase();
  return [...agents.values()].some((agent) =>
    [agent.name, ...agent.aliases].some((each) => each.toLowerCase() === text),
  );
}

/** The names that a floor of the policy is over and that no agent here has: a session may start a sub-agent by them. */
function strangersTo(agents: AgentsByName, floor: Floor, policy: Allocation): readonly AgentName[] {
  return [...new Set(namesUnder(floor, policy))].filter((name) => !isKnown(agents, name));
}

function namesUnder({ agents }: Floor, policy: Allocation): readonly AgentName[] {
  return agents.flatMap((name) => [name, ...(policy.agents.get(name)?.aliases ?? [])]);
}

/** The agents with the other names that the policy has for those under its floors, where it is clear whose they are. */
function withNames(
  agents: AgentsByName,
  policy: Allocation,
  under: (name: AgentName) => readonly AgentName[],
): AgentsByName {
  const named = new Map(agents);
  for (const theirs of new Set(policy.floors.flatMap((floor) => floor.agents))) {
    const [only, ...more] = under(theirs);
    const agent = only === undefined || more.length > 0 ? undefined : named.get(only);
    if (agent === undefined) continue;
    const names = [theirs, ...(policy.agents.get(theirs)?.aliases ?? [])];
    const aliases = names.filter((name) => !isKnown(named, name));
    if (aliases.length === 0) continue;
    const inheritedNames = [...(agent.inheritedNames ?? []), ...aliases];
    named.set(agent.name, { ...agent, aliases: [...agent.aliases, ...aliases], inheritedNames });
  }
  return named;
}

/** The phases here that a floor of the policy covers; null: all. */
function phasesHere(
  phases: readonly Phase[] | null,
  own: Allocation,
  policy: Allocation,
): readonly Phase[] | null {
  if (phases === null) return null;
  return own.phases.filter((phase) => phases.includes(phase) || !policy.phases.includes(phase));
}

/** Whether a floor of the file asks for no less than the policy's, in all that it covers. */
function isAsStrict(floor: Floor, policy: Floor, { phases }: Allocation): boolean {
  const covers = floor.phases;
  return (
    floor.minimum >= policy.minimum &&
    effortRank(floor.effort) >= effortRank(policy.effort) &&
    (floor.absolute || !policy.absolute) &&
    (floor.failsDeferred || !policy.failsDeferred) &&
    (floor.fact === null || floor.fact === policy.fact) &&
    policy.agents.every((agent) => floor.agents.includes(agent)) &&
    (covers === null ||
      policy.phases?.every((phase) => covers.includes(phase) || !phases.includes(phase)) === true)
  );
}

/** A floor above what its agent may reach, or above the judge of its answers: nothing could keep both. */
function underCeiling(
  { id, minimum, inherited }: Floor,
  agent: Agent | undefined,
  own: Allocation,
  strict: Strictness,
): void {
  if (agent === undefined || inherited === undefined) return;
  const { name, maximum, check } = agent;
  const asked = tierName(own, minimum);
  if (maximum !== null && maximum < minimum) {
    const what = `The maximum of ${name}, ${tierName(own, maximum)}, is below the floor ${id}, ${asked}.`;
    strict.say(what, inherited, own.at(['agents', name, 'maximum']));
  }
  const judge = check?.judge ?? null;
  if (judge !== null && judge.tier < minimum) {
    const what = `The judge of ${name}, ${tierName(own, judge.tier)}, is below the floor ${id}, ${asked}.`;
    strict.say(what, inherited, judge.origin.position);
  }
}

/** The agents with the lower of both maximums. One of the file that is above the policy's is a mistake. */
function withMaximums(
  { own, policy, reference }: Pair,
  under: (name: AgentName) => readonly AgentName[],
  table: ModelTable,
  strict: Strictness,
): ReadonlyMap<AgentName, Agent> {
  const agents = new Map(own.agents);
  for (const { name: theirs, maximum } of policy.agents.values()) {
    if (maximum === null) continue;
    const most = maximumHere(own, policy, maximum, table);
    const place = { file: shortReference(reference), line: policy.at(['agents', theirs, 'maximum']).line };
    for (const name of under(theirs)) {
      const agent = agents.get(name);
      if (agent === undefined) continue;
      if (most === null) {
        const what = `No tier here is within the maximum of ${name}, ${tierName(policy, maximum)}.`;
        strict.say(what, place, own.at(['tiers']));
      } else if (agent.maximum !== null && agent.maximum > most) {
        const what = `The maximum of ${name}, ${tierName(own, agent.maximum)}, is above ${tierName(policy, maximum)}.`;
        strict.say(what, place, own.at(['agents', name, 'maximum']));
      }
      const least = most ?? 0;
      agents.set(name, {
        ...agent,
        maximum: agent.maximum === null ? least : Math.min(agent.maximum, least),
      });
    }
  }
  return agents;
}

/** The highest rank here up to which every tier is within one of the policy: by its name, else by its line. Null: none. */
function maximumHere(own: Allocation, policy: Allocation, maximum: Rank, table: ModelTable): Rank | null {
  const top = policy.tiers[maximum];
  const line = top === undefined ? null : (rowOfTier(top, table)?.line ?? null);
  let most: Rank | null = null;
  for (const tier of own.tiers) {
    const same = policy.tiers.find(({ name }) => name === tier.name);
    const row = rowOfTier(tier, table);
    const byLine = row !== null && line !== null && lineRank(row.line) <= lineRank(line);
    if (!(byLine && (same === undefined || same.rank <= maximum))) break;
    most = tier.rank;
  }
  return most;
}

function maximumPlace(
  policy: Allocation,
  name: AgentName,
  under: (name: AgentName) => readonly AgentName[],
  place: (inherited: PolicyPlace | undefined, line: number) => PolicyPlace,
): PolicyPlace {
  const theirs = [...policy.agents.values()].find(
    (agent) => agent.maximum !== null && under(agent.name).includes(name),
  );
  return place(
    undefined,
    policy.at(theirs === undefined ? ['agents'] : ['agents', theirs.name, 'maximum']).line,
  );
}

/** A cell that is declared above a maximum which only the policy gives. */
function aboveMaximum(
  own: Allocation,
  name: AgentName,
  phase: Phase,
  maximum: Rank,
  policy: PolicyPlace,
  strict: Strictness,
): void {
  const cell = own.matrix.get(phase)?.get(name);
  const agent = own.agents.get(name);
  if (agent === undefined) return;
  const tier = cell?.tier ?? agent.assigned;
  if (tier <= maximum) return;
  const what = `${name} in ${phase} is assigned ${tierName(own, tier)}, above its maximum ${tierName(own, maximum)}.`;
  strict.say(what, policy, (cell ?? agent).origin.position);
}

function withModels(
  own: Allocation,
  policy: Allocation,
  place: (inherited: PolicyPlace | undefined, line: number) => PolicyPlace,
  origin: DeclaredModel['origin'],
  strict: Strictness,
): readonly DeclaredModel[] {
  const theirs = new Map(policy.models.map((model, index) => [model.row.id.toLowerCase(), { model, index }]));
  const kept = own.models.filter(({ row, origin: at }) => {
    const other = theirs.get(row.id.toLowerCase());
    if (other === undefined) return true;
    if (JSON.stringify(row) !== JSON.stringify(other.model.row)) {
      const what = `The row of ${row.id} is not the policy's.`;
      strict.say(what, place(undefined, policy.at(['models', other.index]).line), at.position);
    }
    return false;
  });
  return [...kept, ...policy.models.map((model) => ({ ...model, origin }))];
}

function withDenials(
  own: Allocation,
  policy: Allocation,
  place: (inherited: PolicyPlace | undefined, line: number) => PolicyPlace,
  origin: DeniedModel['origin'],
): readonly DeniedModel[] {
  const known = new Set(own.deny.map(({ id }) => id));
  const more = policy.deny
    .filter(({ id }) => !known.has(id))
    .map(({ id, inherited, origin: there }): DeniedModel => {
      return { id, origin, inherited: place(inherited, there.position.line) };
    });
  return [...own.deny, ...more];
}
