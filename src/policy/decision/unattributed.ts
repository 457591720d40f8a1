import { agentCalled } from '../../allocation/allocation.ts';
import { isAlias } from '../../allocation/names.ts';
import { UNATTRIBUTED, type UsageRecord } from '../../usage/records/record.ts';
import type { FloorOf } from './below-floor.ts';

/** A sub-agent that is no agent's by name or alias, but by the last part of its type may be one's, as a plugin's may. */
export interface LookAlike {
  /** As in `acme:security-agent`. */
  readonly type: string;
  readonly agent: string;
  readonly phase: string;
  /** The floor of that agent, which is not held for the sub-agent; null: it has none. */
  readonly floor: string | null;
  /** The models that it used. */
  readonly models: readonly string[];
}

type Named = readonly { readonly name: string; readonly aliases: readonly string[] }[];

/** Sub-agents named in one sentence. */
const MOST_SHOWN = 10;

/** The agent that a type may be; null: none, or somebody has given it an agent since. */
function looksLike(type: string, agents: Named): string | null {
  if (agentCalled(agents, type) !== null) return null;
  return agentCalled(agents, type.split(':').at(-1) ?? type)?.name ?? null;
}

/** The sub-agents among records that look like an agent; sorted by type. */
export function lookAlikesIn(
  records: readonly UsageRecord[],
  agents: Named,
  floorOf: FloorOf,
): readonly LookAlike[] {
  const found = new Map<string, LookAlike>();
  for (const record of records) {
    for (const type of record.sub_agents ?? []) {
      const agent = looksLike(type, agents);
      if (agent === null) continue;
      const { phase, model_used: used } = record;
      const floor = floorOf({ ...record, agent });
      const key = JSON.stringify([type, phase]);
      const models = found.get(key)?.models ?? [];
      const all = used === null || models.includes(used) ? models : [...models, used].sort();
      found.set(key, { type, agent, phase, floor: floor ?? found.get(key)?.floor ?? null, models: all });
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** Plain text: what it may be, what follows, and what to write. */
export function lookAlikeSentence({ type, agent, floor, models }: LookAlike): string {
  const what = `The sub-agent ${type} is no agent's by name or alias, and may be ${agent}`;
  const unheld = floor === null ? '' : `: its floor ${floor} was not held against ${models.join(', ')}`;
  return `${what}${unheld}. ${remedy(type, agent)}`;
}

function remedy(type: string, agent: string): string {
  return isAlias(type)
    ? `If it is, write aliases: [${type}] under ${agent}.`
    : `Its name cannot be an alias: if it is, give it another one, and write that under aliases of ${agent}.`;
}

/** A type of sub-agents whose use was attributed to no agent that they are. */
export interface UnattributedType {
  readonly type: string;
  /** What an agent has to have among its aliases for it to be attributed; null: the type can be no alias. */
  readonly alias: string | null;
  /** The agent that it may be, by the last part of the type; null: none. */
  readonly agent: string | null;
}

/** The types among records that no agent has by now, sorted. Where an agent has what is left, only those that look like another. */
export function unattributedIn(records: readonly UsageRecord[], agents: Named): readonly UnattributedType[] {
  const found = new Map<string, UnattributedType>();
  for (const { agent: booked, sub_agents: types = [] } of records) {
    for (const type of types) {
      const agent = looksLike(type, agents);
      const isOpen = booked === UNATTRIBUTED && agentCalled(agents, type) === null;
      if (agent === null && !isOpen) continue;
      found.set(type, { type, alias: isAlias(type) ? type : null, agent });
    }
  }
  return [...found.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Plain text: which sub-agents' use belongs to no agent, and the alias that would change it; null: there is none. */
export function unattributedSentence(unattributed: readonly UnattributedType[]): string | null {
  // Those that look like an agent are told of each by itself.
  const others = unattributed.filter(({ agent }) => agent === null);
  if (others.length === 0) return null;
  const shown = others.slice(0, MOST_SHOWN).map(({ type }) => type);
  const rest = others.length > MOST_SHOWN ? ` and ${others.length - MOST_SHOWN} more` : '';
  const alias = others.find((each) => each.alias !== null)?.alias ?? null;
  const how = alias === null ? '' : ` To book one on an agent, name it there: aliases: [${alias}].`;
  return `Not attributed, as no agent has these names or aliases: ${shown.join(', ')}${rest}.${how}`;
}
