import {
  type Agent,
  type Allocation,
  agentCalled,
  floorsOf,
  type LostFloor,
  rankOf,
  subAgentKey,
  tierName,
} from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import type { AgentName, Effort, ModelId, Rank, Tier } from '../../allocation/names.ts';
import { type Decision, hasModel, modelAt, type Request, resolve, type State } from '../decision/resolve.ts';
import type { AgentDefinition, DefinitionReading } from './definition.ts';

/** What a session does with one of its sub-agents. */
export interface SubAgent {
  /** The type by which the client starts it: an agent of the allocation, an alias, or any other name. */
  readonly name: string;
  /** The agent of the allocation; null: none. */
  readonly agent: AgentName | null;
  /** What it runs on; null where it is not started, or nobody says. */
  readonly tier: Tier | null;
  readonly model: ModelId | null;
  /**
   * `set`: the session is told its definition and model. `locked`: whatever its definition says, no model of the session
   * is below its floor. `denied`: it is not started. `unchanged`: its definition decides, within the session's models.
   */
  readonly how: 'locked' | 'set' | 'denied' | 'unchanged';
  readonly why: string;
  /** A file defines it, or it is a plugin's: people may meet it. */
  readonly known: boolean;
}

/** The session of a decision whose agent starts no others. */
export function plainSession({ available }: Decision): Session {
  return { locked: false, available, set: [], agents: [], forkable: null };
}

/** A definition that is handed to the session, with the model in it. */
export interface SetAgent {
  readonly definition: AgentDefinition;
  readonly model: ModelId;
  readonly effort: Effort | null;
  /** What becomes of it where its definition cannot be handed over. */
  readonly otherwise: Exclude<SubAgent['how'], 'set'>;
}

/** Why a definition is not handed over. */
export const TOO_LONG = 'its definition is too long for a command line';

const NOT_READ = 'its file may be one that cannot be read';

/** What a session may use, and what keeps it there. */
export interface Session {
  /** A floor is at stake: in the session itself, or in a sub-agent that it could start. */
  readonly locked: boolean;
  readonly available: readonly ModelId[];
  readonly set: readonly SetAgent[];
  readonly agents: readonly SubAgent[];
  /**
   * A sub-agent that a model of the session is too little for; null: there is none. A skill with `context: fork` starts it
   * on a model of the skill's own, whatever denies or defines the sub-agent.
   */
  readonly forkable: string | null;
}

interface SessionContext {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly request: Request;
  readonly state: State;
  /** What `.claude/agents` defines, at the commit that the allocation is read from. */
  readonly definitions: readonly DefinitionReading[];
  /** There is more that cannot be read, and may define any name. */
  readonly unread: boolean;
  /** Floors of another branch that nothing here can keep. */
  readonly lost: readonly LostFloor[];
  /**
   * The cells of sub-agents that other sessions of the same run have asked for: all of them ask of one phase, task and
   * state. Left out: this one is alone.
   */
  readonly cells?: Map<Agent, Decision>;
}

type Defined = DefinitionReading & { kind: 'definition' | 'unreadable' };

type Ruled = Omit<SubAgent, 'name' | 'known'> & {
  readonly set: SetAgent | null;
  readonly floored: boolean;
  readonly held: boolean;
};

/**
 * The sub-agents of the session that a decision starts: each of the allocation on its own cell's tier of the same phase,
 * one under a floor at or above it or not at all, whatever its definition says. Zones do not apply inside a session.
 * Null for a decision that starts none.
 */
export function sessionOf(decision: Decision, context: SessionContext): Session | null {
  if (decision.model === null) return null;
  const { allocation, definitions } = context;
  const broken = context.lost.filter(({ phases }) => phases === null || phases.includes(decision.phase));
  const lost = new Map(broken.map((each) => [subAgentKey(each.agent), each]));
  /** Asked for only where there is something to find: to tell names apart takes its time for every one of them. */
  const under = <T>(known: ReadonlyMap<string, T>, name: string): T | null =>
    known.size === 0 ? null : (known.get(subAgentKey(name)) ?? null);
  const floor = decision.floor === null ? null : rankOf(allocation, decision.floor);
  const found = new Map<string, Defined>();
  const likely = new Map<string, Defined>();
  for (const each of definitions) {
    if (each.kind === 'none') continue;
    const name = each.kind === 'definition' ? each.definition.name : each.name;
    // Of files with one name the client takes the last by its path.
    found.set(name, each);
    likely.set(subAgentKey(name), each);
  }
  const ofAllocation = [...allocation.agents.values()];
  const named: ReadonlyMap<string, Agent> = new Map(
    ofAllocation.flatMap((each) => [each.name, ...each.aliases].map((name) => [name, each] as const)),
  );
  const agents: SubAgent[] = [];
  const set: SetAgent[] = [];
  let locked = floor !== null;
  let forkable: string | null = null;
  for (const name of [
    ...new Set([...found.keys(), ...named.keys(), ...broken.map((each) => each.agent)]),
  ].sort()) {
    const definition = found.get(name) ?? null;
    const agent = named.get(name) ?? agentCalled(ofAllocation, name);
    const over = under(lost, agent?.name ?? name) ?? under(lost, name);
    const ruled =
      over !== null
        ? notKept(over, agent)
        : agent === null
          ? unknown(floor, decision)
          : rule(agent, definition, under(likely, name), floor, decision, context);
    if (ruled === null) continue;
    const { set: handed, floored, held, ...rest } = ruled;
    if (floored) locked = true;
    if (floored && !held) forkable ??= name;
    // Under its own name, which another spelling in the project does not replace.
    if (handed !== null) set.push({ ...handed, definition: { ...handed.definition, name } });
    agents.push({ name, ...rest, known: definition !== null || name.includes(':') });
  }
  const available = [...new Set([...decision.available, ...set.map(({ model }) => model)])];
  return { locked, available, set, agents, forkable };
}

/** Nothing here says which model keeps the floor, not even that of a session under one of its own. */
function notKept({ id, branch, minimum }: LostFloor, agent: Agent | null): Ruled {
  const why = `the floor ${id} of ${branch} asks for ${minimum}, and nothing here keeps it`;
  return {
    agent: agent?.name ?? null,
    set: null,
    floored: true,
    held: false,
    tier: null,
    model: null,
    how: 'denied',
    why,
  };
}

function unknown(floor: Rank | null, { tier, model }: Decision): Ruled {
  const rest = { agent: null, set: null, floored: false, held: floor !== null };
  return floor === null
    ? { ...rest, tier: null, model: null, how: 'unchanged', why: 'it is not in the allocation' }
    : { ...rest, tier, model, how: 'locked', why: 'it is not in the allocation' };
}

/** A sub-agent is no second attempt, and in no trial; the zone has been asked for the session. */
function cellOf(
  agent: Agent,
  {
    allocation,
    exceptions,
    request,
    state,
  }: Pick<SessionContext, 'allocation' | 'exceptions' | 'request' | 'state'>,
): Decision {
  const { provider } = request;
  const unavailable = new Map(state.unavailable);
  for (const { rank } of allocation.tiers)
    if (!hasModel(allocation, rank, provider)) unavailable.set(rank, `it has no id at ${provider}`);
  const asked: Request = { ...request, agent, choice: null, draw: null };
  return resolve(allocation, exceptions, asked, { level: 'GREEN', allowances: new Map(), unavailable });
}

/**
 * @param own what defines it
 * @param likely what defines a name that the client takes for this one where there is no such definition
 * @param floor that of the session itself; null: none
 * @returns null for an agent that nothing defines and no floor covers: there is nothing to say of it
 */
function rule(
  agent: Agent,
  own: Defined | null,
  likely: Defined | null,
  floor: Rank | null,
  session: Decision,
  context: SessionContext,
): Ruled | null {
  const { allocation, request, unread, cells } = context;
  const { provider, phase } = request;
  // Nearly all are: to decide each of their cells took longer than the decision that is asked for.
  if (own === null && floorsOf(allocation, agent.name, phase).length === 0) return null;
  const cell = cells?.get(agent) ?? cellOf(agent, context);
  cells?.set(agent, cell);
  const minimum = cell.floor === null ? null : rankOf(allocation, cell.floor);
  const floored = minimum !== null;
  const found = own ?? (floored ? likely : null);
  // No model of the session is below its floor.
  const held = floor !== null && floor >= (minimum ?? 0);
  const nothing = { agent: agent.name, floored, held, set: null, tier: null, model: null };
  if (!floored && found === null) return null;
  const tier = cell.tier === null ? null : rankOf(allocation, cell.tier);
  if (tier === null) {
    const why = 'its model cannot be had';
    return floored ? { ...nothing, how: 'denied', why } : { ...nothing, how: 'unchanged', why };
  }
  if (found?.kind === 'definition') {
    const runs = Math.max(tier, floor ?? tier);
    const model = modelAt(allocation, runs, provider);
    const otherwise = held ? 'locked' : floored ? 'denied' : 'unchanged';
    const set: SetAgent = { definition: found.definition, model, effort: cell.effort, otherwise };
    const cause = floored ? 'floor' : `its cell in ${phase}`;
    const why = runs > tier ? `${cell.tier} is below the floor of this session` : cause;
    return { ...nothing, tier: tierName(allocation, runs), model, how: 'set', why, set };
  }
  if (held) return { ...nothing, tier: session.tier, model: session.model, how: 'locked', why: 'floor' };
  const why = found?.why ?? (unread ? NOT_READ : 'its model cannot be set');
  return floored ? { ...nothing, how: 'denied', why } : { ...nothing, how: 'unchanged', why };
}
