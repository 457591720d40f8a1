import { type Allocation, tierName } from '../allocation/allocation.ts';
import { isInForce } from '../allocation/exceptions.ts';
import type { AgentName, Phase, Rank } from '../allocation/names.ts';
import type { Position } from '../allocation/source.ts';
import { UserError } from '../errors.ts';
import { breachText, cellBreaches, expiredHint } from './breaches.ts';
import { type CellFloor, type CellPolicy, cellFloors, cellPolicy, effortRank } from './cell-policy.ts';
import { type Comparison, finding, rankInHead } from './comparison.ts';
import { decide, type Ruling } from './decide.ts';
import type { Counterexample, Finding } from './finding.ts';
import {
  type BudgetShape,
  kept as copyOf,
  inForce,
  situations,
  situationWords,
  type Tried,
} from './situations.ts';

/**
 * More situations than this are not decided, about 20 seconds' worth: the check ends in an error, which is no pass.
 * Cells that ask the same share theirs, and count once.
 */
export const SITUATIONS_LIMIT = 50_000_000;

/** A floor over a cell, of the base or of the head, with its ranks in the head. */
interface Kept {
  readonly floor: CellFloor;
  readonly from: 'base' | 'head';
}

/** What trying one cell in every situation has shown. Cells that ask the same share it. */
interface Trial {
  readonly situations: number;
  /** By the floor's place in the list: the simplest situation in which it is broken. */
  readonly broken: ReadonlyMap<number, { readonly tried: Tried; readonly ruling: Ruling }>;
  /** The simplest situation in which the guarded cell ran before and is deferred now. */
  readonly stopped: { readonly tried: Tried; readonly ruling: Ruling } | null;
}

export interface FloorsKept {
  readonly findings: readonly Finding[];
  /** How many situations were decided, over all cells under a floor. */
  readonly situations: number;
}

function budgetShape(allocation: Allocation): BudgetShape {
  const { budget } = allocation;
  return {
    enforced: budget?.enforced ?? false,
    hasReserve: (budget?.criticalReserve ?? 0) > 0,
    hasAllowances: (budget?.tiers.size ?? 0) > 0,
  };
}

/** Floors of the base over the cell, in the head's ranks. One whose tier the head lacks is judged by HF109. */
function baseFloors(comparison: Comparison, agent: AgentName, phase: Phase): readonly CellFloor[] {
  const { base, usable, today } = comparison;
  return cellFloors(base.allocation, usable, today, agent, phase).flatMap((floor) => {
    if (isRetired(comparison, floor.id) && !floor.absolute) return [];
    const minimum = rankInHead(comparison, floor.minimum);
    return minimum === null ? [] : [{ ...floor, minimum }];
  });
}

/** True when an entry that is already on the base, and in force, allows this floor to go. */
export function isRetired({ base, today }: Comparison, floor: string): boolean {
  return base.exceptions.entries.some(
    (entry) => entry.kind === 'retirement' && entry.floor === floor && isInForce(entry, today),
  );
}

/** Two cells with the same signature meet the same situations and are decided alike. */
function signature(policy: CellPolicy, kept: readonly Kept[], before: CellPolicy | null): string {
  // The facts go by their names: what is shown of one cell must not speak of the facts of another.
  const floor = (each: CellFloor): string => `${each.minimum},${each.effort},${each.absolute},${each.fact}`;
  const own = (each: CellPolicy): string =>
    [
      each.assigned,
      each.former?.tier,
      each.trial?.tier,
      each.economy,
      each.maximum,
      each.effort,
      each.onUnavailable,
      [...new Set(each.upgrades.map((upgrade) => Math.min(upgrade.to, each.maximum)))],
      each.floors.map(floor).join('|'),
    ].join(';');
  return [
    own(policy),
    kept.map((each) => floor(each.floor)).join('|'),
    before === null ? '' : own(before),
  ].join('#');
}

/** The cell as the base has it, in the head's ranks, where it was guarded there; null where it was not. */
function guardedBefore(comparison: Comparison, agentName: AgentName, phase: Phase): CellPolicy | null {
  const { base, today } = comparison;
  const agent = base.allocation.agents.get(agentName);
  if (agent === undefined || !base.allocation.phases.includes(phase)) return null;
  const policy = cellPolicy(base.allocation, base.exceptions, today, agent, phase);
  if (!policy.floors.some((floor) => floor.absolute)) return null;
  // A tier that the head has no more counts as one above all that it has: the base could run there.
  const beyond = comparison.head.allocation.tiers.length;
  const assigned = rankInHead(comparison, policy.assigned) ?? beyond;
  const maximum = rankInHead(comparison, policy.maximum) ?? beyond;
  const floors = policy.floors.flatMap((floor) => {
    const minimum = rankInHead(comparison, floor.minimum);
    return minimum === null ? [] : [{ ...floor, minimum }];
  });
  return { ...policy, assigned, maximum, floors, former: null, trial: null, economy: null, upgrades: [] };
}

/** What runs is below what the floor asks for, in tier or in effort. */
function isBroken(floor: CellFloor, ruling: Ruling): boolean {
  return ruling.tier < floor.minimum || effortRank(ruling.effort) < effortRank(floor.effort);
}

class Checker {
  readonly #tiers: number;
  readonly #head: BudgetShape;
  readonly #base: BudgetShape;
  readonly #known = new Map<string, Trial>();
  readonly #limit: number;
  #decided = 0;

  constructor(comparison: Comparison, limit: number) {
    this.#limit = limit;
    this.#tiers = comparison.head.allocation.tiers.length;
    this.#head = budgetShape(comparison.head.allocation);
    this.#base = budgetShape(comparison.base.allocation);
  }

  try(policy: CellPolicy, kept: readonly Kept[], before: CellPolicy | null): Trial {
    const key = signature(policy, kept, before);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const trial = this.#try(policy, kept, before);
    this.#known.set(key, trial);
    return trial;
  }

  #try(policy: CellPolicy, kept: readonly Kept[], before: CellPolicy | null): Trial {
    const broken = new Map<number, { tried: Tried; ruling: Ruling }>();
    let stopped: Trial['stopped'] = null;
    let count = 0;
    const floors = kept.map(({ floor }) => floor);
    const facts = floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
    for (const tried of situations(policy, facts, this.#tiers, this.#head)) {
      count += 1;
      if (++this.#decided > this.#limit) {
        throw new UserError(
          `There are more than ${this.#limit} different situations.`,
          'Let the floors over one cell speak of fewer facts.',
        );
      }
      const ruling = decide(policy, tried.situation, null);
      if (ruling.kind === 'run') {
        for (let index = 0; index < floors.length; index++) {
          const floor = floors[index];
          if (floor === undefined || !isBroken(floor, ruling) || !inForce(floor, tried.facts)) continue;
          if (!broken.has(index)) broken.set(index, { tried: copyOf(tried), ruling });
        }
      } else if (before !== null && stopped === null && this.#ranBefore(before, policy, tried)) {
        stopped = { tried: copyOf(tried), ruling };
      }
    }
    stopped ??= this.#reserveLost(policy, before);
    return { situations: count, broken, stopped };
  }

  /**
   * Whether the guarded cell ran on the base where it is deferred now. Weeks before `since` and trials differ between
   * the two files by intent. So does the tier, within the floors: "its own model cannot be had" is what is compared.
   */
  #ranBefore(
    before: CellPolicy,
    policy: CellPolicy,
    { situation, facts, unavailableBelow, allowance }: Tried,
  ): boolean {
    if (situation.choice !== null || situation.upgrade !== null || situation.level === 'EXHAUSTED')
      return false;
    if (situation.beforeSince || situation.inTrial || allowance !== 'open') return false;
    if (unavailableBelow !== 0 && unavailableBelow !== policy.assigned + 1) return false;
    if (unavailableBelow !== 0 && policy.assigned > before.assigned) return false;
    const floors = before.floors.filter((floor) => inForce(floor, facts));
    if (!floors.some((floor) => floor.absolute)) return false;
    const below = unavailableBelow === 0 ? 0 : before.assigned + 1;
    const unavailable = (tier: Rank): boolean => tier < below;
    return decide(before, { ...situation, floors, unavailable }, null).kind === 'run';
  }

  /** A critical reserve that is gone leaves guarded cells nothing to run on once the week's budget is spent. */
  #reserveLost(policy: CellPolicy, before: CellPolicy | null): Trial['stopped'] {
    if (before === null || !this.#base.enforced || !this.#base.hasReserve) return null;
    if (!this.#head.enforced || this.#head.hasReserve) return null;
    for (const tried of situations(policy, [], this.#tiers, this.#head)) {
      if (tried.situation.level === 'EXHAUSTED' && tried.situation.choice === null) {
        return { tried: copyOf(tried), ruling: decide(policy, tried.situation) };
      }
    }
    return null;
  }
}

/**
 * Tries every cell of the head that is under a floor of the base or of the head in every situation it can meet, and
 * finds each floor that some situation breaks. Also finds declarations below a floor that no situation reaches
 * today, and guarded cells that could run before and could not now.
 * Throws `UserError` past `limit` different situations.
 */
export function floorsKept(comparison: Comparison, limit: number = SITUATIONS_LIMIT): FloorsKept {
  const { head, usable, today } = comparison;
  const { allocation } = head;
  const checker = new Checker(comparison, limit);
  const findings: Finding[] = [];
  let count = 0;
  for (const agent of allocation.agents.values()) {
    for (const phase of allocation.phases) {
      const policy = cellPolicy(allocation, usable, today, agent, phase);
      const kept: Kept[] = [
        ...baseFloors(comparison, agent.name, phase).map((floor): Kept => ({ floor, from: 'base' })),
        ...policy.floors.map((floor): Kept => ({ floor, from: 'head' })),
      ];
      if (kept.length === 0) continue;
      const trial = checker.try(policy, kept, guardedBefore(comparison, agent.name, phase));
      count += trial.situations;
      findings.push(...cellFindings(comparison, policy, kept, trial));
    }
  }
  return { findings, situations: count };
}

/** One finding for each floor of a cell that is broken, with the declaration that does it where there is one. */
function cellFindings(
  comparison: Comparison,
  policy: CellPolicy,
  kept: readonly Kept[],
  trial: Trial,
): readonly Finding[] {
  const { head } = comparison;
  const { agent, phase } = policy;
  const findings: Finding[] = [];
  const said = new Set<string>();
  kept.forEach(({ floor, from }, index) => {
    const [breach] = cellBreaches(policy, [floor]);
    const shown = trial.broken.get(index);
    if ((breach === undefined && shown === undefined) || said.has(floor.id)) return;
    said.add(floor.id);
    const counterexample =
      shown === undefined
        ? staticExample(comparison, policy, floor, breach)
        : example(comparison, policy, floor, shown);
    const covered =
      breach?.kind === 'below-floor' && coveredByNewException(comparison, policy, floor, breach.tier);
    const hint = breach === undefined ? null : expiredHint(breach, head.exceptions, comparison.today);
    const origin = from === 'base' ? ' of the base' : '';
    const message =
      breach === undefined
        ? `${couldRun(comparison, policy, floor, shown)} the floor ${floor.id}${origin}.`
        : breachText(breach, head.allocation);
    const withHint = covered
      ? `${message} The exception for it is new or changed: it counts once it is on the base branch.`
      : hint === null
        ? message
        : `${message} ${hint}`;
    const position = breach === undefined ? floorPosition(comparison, floor) : breach.origin.position;
    findings.push(
      finding(comparison, covered ? 'HF116' : 'HF101', withHint, position, { agent, phase, counterexample }),
    );
  });
  // A cell that is below its floor has a worse breach than being deferred at times.
  if (trial.stopped !== null && findings.length === 0) {
    const { tried } = trial.stopped;
    const spent = tried.situation.level === 'EXHAUSTED';
    const when = spent ? ' once the weekly budget is spent, for there is no critical reserve any more' : '';
    const text = `${agent} in ${phase} could run on the base and would be deferred${when}`;
    const words = situationWords(tried, policy, tierNames(head.allocation));
    const counterexample = {
      text,
      situation: words,
      from: baseTier(comparison, policy),
      to: null,
      floor: floorName(comparison, kept),
    };
    const position = head.allocation.at(['budget', 'critical_reserve']);
    const where = spent ? position : policy.origin.position;
    findings.push(finding(comparison, 'HF114', `${text}.`, where, { agent, phase, counterexample }));
  }
  return findings;
}

function tierNames(allocation: Allocation): readonly string[] {
  return allocation.tiers.map((tier) => tier.name);
}

function floorName({ head }: Comparison, kept: readonly Kept[]): string | null {
  const ranks = kept.map(({ floor }) => floor.minimum);
  return ranks.length === 0 ? null : tierName(head.allocation, Math.max(...ranks));
}

/** The tier that the cell is assigned on the base; null where it does not exist there. */
function baseTier({ base }: Comparison, policy: CellPolicy): string | null {
  const agent = base.allocation.agents.get(policy.agent);
  if (agent === undefined || !base.allocation.phases.includes(policy.phase)) return null;
  const cell = base.allocation.matrix.get(policy.phase)?.get(policy.agent);
  return tierName(base.allocation, cell?.tier ?? agent.assigned);
}

/** Where a floor that is broken without a declaration below it is, or was. */
function floorPosition({ head }: Comparison, floor: CellFloor): Position {
  const still = head.allocation.floors.find((each) => each.id === floor.id);
  return still === undefined ? head.allocation.at(['floors']) : still.origin.position;
}

function coveredByNewException(
  { head, today }: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  tier: number,
): boolean {
  const own = cellFloors(head.allocation, head.exceptions, today, policy.agent, policy.phase);
  const lowered = own.find((each) => each.id === floor.id);
  return lowered !== undefined && lowered.exception !== null && lowered.minimum <= tier;
}

function example(
  comparison: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  { tried, ruling }: { readonly tried: Tried; readonly ruling: Ruling },
): Counterexample {
  const { allocation } = comparison.head;
  const to = tierName(allocation, ruling.tier);
  return described(
    comparison,
    policy,
    floor,
    to,
    situationWords(tried, policy, tierNames(allocation)),
    ruling.effort,
  );
}

/** What could happen, up to the floor's name: the counterexample tells when. */
function couldRun(
  { head }: Comparison,
  { agent, phase }: CellPolicy,
  floor: CellFloor,
  shown: { readonly ruling: Ruling } | undefined,
): string {
  const cell = `${agent} in ${phase}`;
  if (shown === undefined) return `${cell} could run below`;
  const { tier, effort } = shown.ruling;
  if (tier < floor.minimum) return `${cell} could run on ${tierName(head.allocation, tier)}, below`;
  return `${cell} could run with ${effort === null ? 'no effort set' : `effort ${effort}`}, below the ${floor.effort} of`;
}

function staticExample(
  comparison: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  breach: ReturnType<typeof cellBreaches>[number] | undefined,
): Counterexample {
  const to = tierName(
    comparison.head.allocation,
    breach?.kind === 'below-floor' ? breach.tier : policy.assigned,
  );
  return described(
    comparison,
    policy,
    floor,
    to,
    ['as declared, though no situation reaches it today'],
    policy.effort,
  );
}

function described(
  comparison: Comparison,
  policy: CellPolicy,
  floor: CellFloor,
  to: string,
  situation: readonly string[],
  effort: string | null,
): Counterexample {
  const from = baseTier(comparison, policy);
  const minimum = tierName(comparison.head.allocation, floor.minimum);
  const [ran, least] =
    floor.effort === null
      ? ['', '']
      : [effort === null ? ' with no effort set' : ` with effort ${effort}`, ` with effort ${floor.effort}`];
  const { line } = policy.origin.position;
  const text = `${policy.agent} in ${policy.phase}: ${from ?? 'new'} → ${to}${ran}, floor ${minimum}${least}, line ${line}`;
  return { text, situation, from, to, floor: minimum };
}
