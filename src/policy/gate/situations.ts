import { SECURITY_CRITICAL } from '../../allocation/facts.ts';
import type { FactName, Rank } from '../../allocation/names.ts';
import type { CellFloor, CellPolicy, CellUpgrade } from '../decision/cell-policy.ts';
import { type Allowance, type Choice, LEVELS, type Level, type Situation } from '../decision/decide.ts';

/** What a fact of a floor's condition can be. For a floor, "not given" counts as true. */
type FactState = 'true' | 'false' | 'not-given';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A situation, with what a reader needs to recognise it and what the floors of another file need to judge it. */
export interface Tried {
  readonly situation: Situation;
  readonly facts: ReadonlyMap<FactName, FactState>;
  /** All tiers below this rank are unavailable. */
  readonly unavailableBelow: Rank;
  readonly allowance: Allowance;
}

/** What the budget of a file can do to a decision. */
export interface BudgetShape {
  readonly enforced: boolean;
  readonly hasReserve: boolean;
  readonly hasAllowances: boolean;
}

/** Whether a floor is in force under these facts. */
export function inForce(floor: CellFloor, facts: ReadonlyMap<FactName, FactState>): boolean {
  return floor.fact === null || facts.get(floor.fact) !== 'false';
}

/** Every combination of states of the facts that the floors' conditions speak of. */
function factStates(names: readonly FactName[]): readonly ReadonlyMap<FactName, FactState>[] {
  let all: ReadonlyMap<FactName, FactState>[] = [new Map()];
  for (const name of names) {
    // Only security_critical is told apart from "not given" by anything but a floor.
    const states: readonly FactState[] =
      name === SECURITY_CRITICAL ? ['not-given', 'true', 'false'] : ['not-given', 'false'];
    all = all.flatMap((facts) => states.map((state) => new Map([...facts, [name, state]])));
  }
  return all;
}

/** No upgrade, and one of each height: what matters of a set of upgrades is the highest that holds. */
function upgrades(policy: CellPolicy): readonly (CellUpgrade | null)[] {
  const heights = new Map<Rank, CellUpgrade>();
  for (const upgrade of policy.upgrades) {
    const to = Math.min(upgrade.to, policy.maximum);
    if (!heights.has(to)) heights.set(to, upgrade);
  }
  return [null, ...heights.values()];
}

function choices(tiers: number): readonly (Choice | null)[] {
  const ranks = Array.from({ length: tiers }, (_, rank) => rank);
  return [
    null,
    ...ranks.map((tier): Choice => ({ kind: 'override', tier, reason: 'any reason', by: 'anyone' })),
    { kind: 'override', tier: tiers - 1, reason: null, by: 'anyone' },
    ...ranks.map((from): Choice => ({ kind: 'escalation', from, reason: 'any reason', trigger: 'any' })),
  ];
}

function levels(budget: BudgetShape): readonly Level[] {
  if (!budget.enforced) return ['GREEN'];
  return budget.hasReserve ? LEVELS : LEVELS.filter((level) => level !== 'RESERVE');
}

const ALLOWANCES: readonly Allowance[] = ['open', 'critical-only', 'closed'];
const OPEN = (): Allowance => 'open';
const NOTHING = (): boolean => false;

/**
 * Every situation that one cell can meet, simplest first: the weeks on both sides of `since`, trial in and out,
 * upgrades off and on at each height, each override and escalation, every level of the budget, each state of the
 * tier allowances, and which tiers can be had.
 *
 * Of the availability of models, a decision only asks for the first tier, from the wanted one up, that can be had;
 * so "all tiers below a rank are unavailable", for every rank, covers all subsets.
 *
 * The value that is yielded is the same object each time, changed in place: keep a copy of it, made by `copyOf`.
 * There are millions of them, and making each anew costs more than deciding it.
 *
 * @param alsoFacts facts of other floors over the cell (those of the base), beside the policy's own
 * @param tiers how many tiers the file has
 */
export function* situations(
  policy: CellPolicy,
  alsoFacts: readonly FactName[],
  tiers: number,
  budget: BudgetShape,
): Generator<Tried, void, void> {
  const own = policy.floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
  const names = [...new Set([...own, ...alsoFacts])].sort();
  const allowed = ALLOWANCES.slice(0, budget.enforced && budget.hasAllowances ? 3 : 1);
  const allowances = allowed.map((allowance) => ({ allowance, of: (): Allowance => allowance }));
  const availability = Array.from({ length: tiers + 1 }, (_, below) => ({
    below,
    of: (tier: Rank): boolean => tier < below,
  }));
  const upgrade = upgrades(policy);
  const choice = choices(tiers);
  const level = levels(budget);
  for (const facts of factStates(names)) {
    const floors = policy.floors.filter((floor) => inForce(floor, facts));
    const given = facts.get(SECURITY_CRITICAL);
    const security = given === undefined ? [false, true] : [given === 'true'];
    for (const beforeSince of policy.former === null ? [false] : [false, true])
      for (const inTrial of policy.trial === null ? [false] : [false, true])
        for (const securityCritical of security)
          for (const flagged of [false, true])
            for (const eachChoice of choice)
              for (const eachUpgrade of upgrade) {
                const situation: Mutable<Situation> = {
                  beforeSince,
                  inTrial,
                  upgrade: eachUpgrade,
                  floors,
                  flagged,
                  securityCritical,
                  choice: eachChoice,
                  level: 'GREEN',
                  enforced: budget.enforced,
                  allowance: OPEN,
                  unavailable: NOTHING,
                };
                const tried: Mutable<Tried> = { situation, facts, unavailableBelow: 0, allowance: 'open' };
                for (const eachLevel of level) {
                  situation.level = eachLevel;
                  for (const each of allowances) {
                    situation.allowance = each.of;
                    tried.allowance = each.allowance;
                    for (const available of availability) {
                      situation.unavailable = available.of;
                      tried.unavailableBelow = available.below;
                      yield tried;
                    }
                  }
                }
              }
  }
}

/** A copy of what `situations` yields, which stays as it is. */
export function copyOf(tried: Tried): Tried {
  return { ...tried, situation: { ...tried.situation } };
}
