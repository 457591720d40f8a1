import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { subAgentKey } from '../allocation.ts';
import { isAgentName, isAlias, LINES, type Line, type Phase } from '../names.ts';
import { securityWordIn } from './floor-words.ts';
import { worthOf } from './tier.ts';

/** A sub-agent as the repository has it. */
export interface FoundSubAgent {
  /** The type by which Claude Code starts it; a plugin's is `plugin:agent`. */
  readonly name: string;
  /** Where it is defined. */
  readonly file: string;
  /** The `model:` that it says; null: none. */
  readonly model: string | null;
}

/** What a draft is made of. */
export interface DraftInput {
  readonly subAgents: readonly FoundSubAgent[];
  /** What the project's settings have sessions run on; null: they say nothing. */
  readonly sessionModel: string | null;
  readonly phases: readonly Phase[];
  readonly table: ModelTable;
  readonly today: IsoDate;
  /** Only what runs on the cheapest tier, and what a floor keeps, is in the file; the rest is there as a comment. */
  readonly staged: boolean;
  /** An organisation's file, `OWNER/REPO/path@SHA`; null: none. */
  readonly extends: string | null;
  /** The address of haiku-first at its version, without a path, for the schema and the pages. */
  readonly home: { readonly raw: string; readonly pages: string };
}

/** An agent as the draft has it. */
export interface DraftedAgent {
  readonly name: string;
  /** The sub-agents that it is: nearly always one. Empty: none of them. */
  readonly subAgents: readonly FoundSubAgent[];
  readonly aliases: readonly string[];
  /** What its file says of its model, for people; null: there is no file. */
  readonly says: string | null;
  readonly tier: Line;
  /** Why it is that tier; null where its file says so. */
  readonly why: string | null;
  /** The word in its name for which it is under the floor; null: it is under none. */
  readonly floor: string | null;
  /** Files that say another model than this tier, or none. */
  readonly differing: readonly string[];
  /** In a staged start: it is in the file as a comment only. */
  readonly later: boolean;
}

/** A sub-agent that no allocation can name. */
export interface Unnamed {
  readonly name: string;
  readonly file: string;
  readonly floor: string | null;
}

/** As many as an agent may have. */
const MOST_ALIASES = 50;

/** The lowest tier of what is under the floor. */
export const FLOOR_TIER: Line = 'opus';

/** The agent that has what a session uses outside of its sub-agents. */
const MAIN_AGENT = 'MAIN';

const rank = (line: Line): number => LINES.indexOf(line);

/**
 * The agent's name for a sub-agent: the same in capitals. No two get one name: those that differ only in case are one
 * agent, since nobody tells them apart, and a plugin's colon, which no agent's name has, is a dot, with a number behind it
 * where that name is taken.
 * @param subAgent its name in capitals
 */
function agentNameOf(subAgent: string, taken: ReadonlySet<string>): string {
  const plain = subAgent.replaceAll(':', '.').slice(0, 64);
  if (isAgentName(plain) && !(subAgent.includes(':') && taken.has(plain))) return plain;
  for (let place = 2; ; place++) {
    const name = `${plain.slice(0, 58)}-${place}`;
    if (!taken.has(name)) return name;
  }
}

/** A draft of the agents for what was found, in the order of their names, and what cannot be named. */
export function draftedAgents(
  found: readonly FoundSubAgent[],
  { table, today, staged }: { readonly table: ModelTable; readonly today: IsoDate; readonly staged: boolean },
): { readonly agents: readonly DraftedAgent[]; readonly unnamed: readonly Unnamed[] } {
  const groups = new Map<string, FoundSubAgent[]>();
  const unnamed: Unnamed[] = [];
  for (const each of found) {
    const key = subAgentKey(each.name);
    const group = groups.get(key) ?? [];
    if (isAlias(each.name) && group.length < MOST_ALIASES) groups.set(key, [...group, each]);
    else unnamed.push({ name: each.name, file: each.file, floor: securityWordIn(each.name) });
  }
  // Whatever their order.
  const named = [...groups.values()].flatMap((group) => {
    const [first] = group.map(({ name }) => name.toUpperCase()).sort();
    return first === undefined ? [] : [[first, group] as const];
  });
  const taken = new Set(named.map(([key]) => key));
  const names = new Set<string>();
  const agents = named.sort(byKey).map(([key, subAgents]): DraftedAgent => {
    const name = agentNameOf(key, new Set([...taken, ...names]));
    names.add(name);
    return { ...agentOf(subAgents, table, today), name };
  });
  return {
    agents: agents.map((agent) => ({
      ...agent,
      later: staged && agent.tier !== 'haiku' && agent.floor === null,
    })),
    unnamed,
  };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function agentOf(
  subAgents: readonly FoundSubAgent[],
  table: ModelTable,
  today: IsoDate,
): Omit<DraftedAgent, 'name'> {
  const worths = subAgents.map(({ model }) => worthOf(model, table, today));
  // Of several files of one name it is not known which one counts: never the lesser.
  const [worth] = worths.toSorted((a, b) => rank(b.line) - rank(a.line));
  const { line = 'sonnet', says = 'none', remark = null } = worth ?? {};
  const aliases = [...new Set(subAgents.map(({ name }) => name))];
  const floor = aliases.map(securityWordIn).find((word) => word !== null) ?? null;
  const lifted = floor !== null && rank(line) < rank(FLOOR_TIER);
  const tier = lifted ? FLOOR_TIER : line;
  const isOpen = ({ model }: FoundSubAgent): boolean => model === null || model === 'inherit';
  const differing = subAgents.filter((each, place) => isOpen(each) || worths[place]?.line !== tier);
  return {
    subAgents,
    aliases,
    says,
    tier,
    why: lifted ? null : remark,
    floor,
    differing: differing.map(({ file }) => file),
    later: false,
  };
}

/** The agent of sessions themselves, where the project says what they run on. */
export function mainAgent(model: string, table: ModelTable, today: IsoDate): DraftedAgent {
  const { line, says, remark } = worthOf(model, table, today);
  return {
    name: MAIN_AGENT,
    subAgents: [],
    aliases: [],
    says,
    tier: line,
    why: remark ?? 'what a session uses outside of its sub-agents',
    floor: null,
    differing: [],
    later: false,
  };
}

function example(name: string, tier: Line, why: string, later: boolean): DraftedAgent {
  const floor = securityWordIn(name);
  return { name, subAgents: [], aliases: [], says: null, tier, why, floor, differing: [], later };
}

/** For a repository without sub-agents: a start to change. Staged, it begins with the strategy's agents of low risk. */
export function exampleAgents(staged: boolean): readonly DraftedAgent[] {
  const first = staged
    ? [
        example('GITHUB', 'haiku', 'Pull request operations and status checks are deterministic', false),
        example('DOCMON', 'haiku', 'Documentation from templates, compliance checks', false),
        example('RETRO', 'haiku', 'Patterns and lessons of what was done', false),
      ]
    : [example('DOCS', 'haiku', 'Documentation from what is there', false)];
  return [
    ...first,
    example('TESTING', 'sonnet', 'Edge cases need reasoning', staged),
    example('SECURITY', FLOOR_TIER, 'Threat analysis, rights, secrets', staged),
  ];
}
