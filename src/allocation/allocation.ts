import type { IsoWeek } from '../time/week.ts';
import type { AddedModel } from '../usage/models/models.ts';
import type { Condition } from './condition.ts';
import type { Deferred } from './deferred.ts';
import type { AgentName, Effort, FactName, FactType, FloorId, ModelId, Phase, Rank, Tier } from './names.ts';
import type { Origin } from './origin.ts';
import type { PolicyPlace, PolicyReference } from './policy/reference.ts';
import type { Position } from './source.ts';
import type { TargetFigure } from './target-figures.ts';

export type { Origin } from './origin.ts';

export interface TierDeclaration {
  readonly name: Tier;
  readonly rank: Rank;
  readonly model: ModelId;
  /** Other ids of the same model, by provider. */
  readonly providers: ReadonlyMap<string, ModelId>;
  readonly origin: Origin;
}

export interface FactDeclaration {
  readonly name: FactName;
  readonly type: FactType;
  /** Derived from the pull request: an input cannot set it there. */
  readonly derived: boolean;
  readonly required: boolean;
  readonly origin: Origin;
}

/** A declared condition that raises the tier. */
export interface Upgrade {
  readonly to: Rank;
  readonly condition: Condition;
  readonly because: string | null;
  /** Null: all phases. */
  readonly phases: readonly Phase[] | null;
  readonly origin: Origin;
}

export type OnUnavailable = 'defer' | 'escalate';

/** Judges the answer of `run`: all that is given must pass. */
export interface Check {
  /** Paths are in the repository. */
  readonly schema: string | null;
  readonly command: { readonly file: string; readonly args: readonly string[] } | null;
  readonly judge: CheckJudge | null;
  /** The most steps up after a failed check. */
  readonly escalations: number;
  readonly origin: Origin;
}

export interface CheckJudge {
  readonly tier: Rank;
  readonly prompt: string;
  /** 0 to 1. */
  readonly minimum: number;
  readonly origin: Origin;
}

export interface Agent {
  readonly name: AgentName;
  readonly assigned: Rank;
  readonly maximum: Rank | null;
  readonly effort: Effort | null;
  readonly onUnavailable: OnUnavailable;
  readonly rationale: string | null;
  readonly expectedPassRate: readonly [number, number] | null;
  /** Every other name that it answers to, its former ones included. */
  readonly aliases: readonly AgentName[];
  /** Those of them that only the policy gives it; left out: none. */
  readonly inheritedNames?: readonly AgentName[];
  /** The names that it had before, the latest first. */
  readonly renamedFrom: readonly AgentName[];
  readonly upgrades: readonly Upgrade[];
  readonly check: Check | null;
  readonly origin: Origin;
}

/** The tier before a change takes effect: `tier` holds in weeks before `since`. */
export interface Former {
  readonly tier: Rank;
  readonly since: IsoWeek;
}

/** A share of a cell's runs that uses another tier. */
export interface Trial {
  readonly id: string;
  readonly tier: Rank;
  /** Above 0, below 1. */
  readonly share: number;
  /** The first week in which no run is in it; null: it goes on as long as it stands in the file. */
  readonly until: IsoWeek | null;
}

/** An entry of the matrix: one agent in one phase. */
export interface Cell {
  readonly tier: Rank;
  readonly effort: Effort | null;
  readonly economy: Rank | null;
  readonly onUnavailable: OnUnavailable | null;
  readonly trial: Trial | null;
  readonly former: Former | null;
  readonly because: string | null;
  readonly origin: Origin;
}

export interface Floor {
  readonly id: FloorId;
  readonly agents: readonly AgentName[];
  /** Null: all phases, also those that are added later. */
  readonly phases: readonly Phase[] | null;
  /** The boolean fact under which it holds; when it is not given, the floor holds. Null: always. */
  readonly fact: FactName | null;
  readonly minimum: Rank;
  readonly effort: Effort | null;
  /** An absolute floor: no exception is ever allowed. */
  readonly absolute: boolean;
  /** A cell that it covers fails its job when it is deferred. */
  readonly failsDeferred: boolean;
  /** Why it stands, as its file says. */
  readonly because: string | null;
  /** Of a floor of an organisation's policy, it is where the file names that. */
  readonly origin: Origin;
  /** Where the policy has it; left out: it is the file's own. */
  readonly inherited?: PolicyPlace;
}

/**
 * A floor of another branch, or of a policy, that nothing here can keep: no tier does, or it is over a name that no agent
 * here has, and by which a session may all the same start a sub-agent.
 */
export interface LostFloor {
  /** An agent here, or a name that is none's. */
  readonly agent: AgentName;
  /** Null: all phases. */
  readonly phases: readonly Phase[] | null;
  readonly id: FloorId;
  /** What it asks for, as its branch calls it. */
  readonly minimum: Tier;
  /** The branch, or the policy. */
  readonly branch: string;
}

/** A model that no tier may have. */
export interface DeniedModel {
  readonly id: ModelId;
  readonly origin: Origin;
  /** Where the policy has it; left out: it is the file's own. */
  readonly inherited?: PolicyPlace;
}

export interface TierAllowance {
  /** Share of the weekly budget, 0 to 1. */
  readonly share: number;
  /** Part of that share that is kept for critical work, 0 to 1. */
  readonly reserve: number;
}

export interface Budget {
  /** False: observe. Zones are shown, nothing is deferred. */
  readonly enforced: boolean;
  readonly timezone: string;
  readonly tokens: number | null;
  readonly usd: number | null;
  readonly zones: { readonly yellow: number; readonly orange: number; readonly red: number };
  /** Share on top of the weekly budget, for security-critical work alone. */
  readonly criticalReserve: number;
  readonly tiers: ReadonlyMap<Rank, TierAllowance>;
  /** Expected tokens a week, [low, high]. */
  readonly phases: ReadonlyMap<Phase, readonly [number, number]>;
  readonly onUnmeasured: 'warn' | 'defer' | 'fail';
}

/** A row of `models:`, as written. */
export interface DeclaredModel {
  readonly row: AddedModel;
  readonly origin: Origin;
}

export type TargetBound =
  | { readonly kind: 'below' | 'above' | 'at_most' | 'at_least'; readonly value: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  | { readonly kind: 'trend'; readonly direction: 'down' | 'up' | 'steady' };

export interface Target {
  readonly id: string;
  /** What it is about; null: nothing measures it. */
  readonly figure: TargetFigure | null;
  readonly what: string;
  readonly bound: TargetBound;
  readonly measuredBy: 'ledger' | 'outcomes' | 'pull_requests' | 'checks' | 'forecast' | 'nothing';
  readonly because: string | null;
}

/** What calibration goes by; null: its own figure. */
export interface CalibrationFigures {
  readonly falseProposalsPerYear: number | null;
  /** Share of first attempts. */
  readonly reworkAllowed: number | null;
  /** US dollars. */
  readonly reworkUsd: number | null;
}

/** A valid allocation. Tiers are ranks into `tiers`; every name in it refers to something that exists. */
export interface Allocation {
  readonly file: string;
  readonly tiers: readonly TierDeclaration[];
  readonly phases: readonly Phase[];
  readonly facts: ReadonlyMap<FactName, FactDeclaration>;
  readonly agents: ReadonlyMap<AgentName, Agent>;
  readonly matrix: ReadonlyMap<Phase, ReadonlyMap<AgentName, Cell>>;
  readonly floors: readonly Floor[];
  /** The floors by the agents they cover, in the order of the file. */
  readonly floorsOver: ReadonlyMap<AgentName, readonly Floor[]>;
  readonly budget: Budget | null;
  readonly deferred: Deferred | null;
  readonly calibration: CalibrationFigures;
  readonly targets: readonly Target[];
  readonly models: readonly DeclaredModel[];
  readonly deny: readonly DeniedModel[];
  /** The repositories that a policy is for: its own, else those of the policy that it extends. */
  readonly repositories: readonly string[];
  /** The organisation's policy that it extends; null: none. What that asks for is in all that is above. */
  readonly policy: PolicyReference | null;
  /** That policy, laid on those that it extends itself; null: none. */
  readonly inherited: Allocation | null;
  /** Floors of the policy over names that no agent here has. */
  readonly lost: readonly LostFloor[];
  /** The file as plain data, for showing what differs. */
  readonly raw: unknown;
  /** Where the value at a path of the file stands; the nearest existing parent where there is none. */
  readonly at: (path: readonly (string | number)[]) => Position;
}

/** The name of the tier at `rank`. Throws `RangeError` for a rank that the allocation does not have. */
export function tierName(allocation: Pick<Allocation, 'tiers'>, rank: Rank): Tier {
  return tierAt(allocation, rank).name;
}

/** The tier at `rank`. Throws `RangeError` for a rank that the allocation does not have. */
export function tierAt(allocation: Pick<Allocation, 'tiers'>, rank: Rank): TierDeclaration {
  const tier = allocation.tiers[rank];
  if (tier === undefined) throw new RangeError(`no tier of rank ${rank}`);
  return tier;
}

/** The rank of the tier with this name; null when there is none. */
export function rankOf(allocation: Pick<Allocation, 'tiers'>, name: string): Rank | null {
  const rank = allocation.tiers.findIndex((tier) => tier.name === name);
  return rank === -1 ? null : rank;
}

/** The floors that cover the cell, whatever their conditions say, in the order of the file. */
export function floorsOf(allocation: Allocation, agent: AgentName, phase: Phase): readonly Floor[] {
  const floors = allocation.floorsOver.get(agent) ?? [];
  return floors.filter((floor) => floor.phases === null || floor.phases.includes(phase));
}

/** The agent with this name or alias; null when there is none. */
export function findAgent({ agents }: Pick<Allocation, 'agents'>, name: string): Agent | null {
  return agentNamed([...agents.values()], name);
}

/**
 * What of a sub-agent's name Claude Code tells names apart by: neither case nor spaces, dashes or underscores. Measured
 * with 2.1.332. Of two that differ in nothing else it takes the one that is written exactly so.
 */
export function subAgentKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  return plain.replace(/[\p{White_Space}\p{Pd}\p{Default_Ignorable_Code_Point}_]+/gu, '');
}

/**
 * The agent that a sub-agent's name is, for whoever asks: by a name or an alias that is written exactly so, else by one
 * that Claude Code takes for the same. Null where none is, or several are.
 */
export function agentCalled<A extends { readonly name: string; readonly aliases: readonly string[] }>(
  agents: Iterable<A>,
  name: string,
): A | null {
  const all = [...agents];
  const exact = agentNamed(all, name);
  if (exact !== null) return exact;
  const key = subAgentKey(name);
  const [found, ...more] = all.filter((each) =>
    [each.name, ...each.aliases].some((own) => subAgentKey(own) === key),
  );
  return more.length === 0 ? (found ?? null) : null;
}

/** The same among agents that are known by their names alone. */
export function agentNamed<A extends { readonly name: string; readonly aliases: readonly string[] }>(
  agents: readonly A[],
  name: string,
): A | null {
  return agents.find((agent) => agent.name === name || agent.aliases.includes(name)) ?? null;
}
