import type { Allocation } from '../../allocation/allocation.ts';
import type { Rank } from '../../allocation/names.ts';
import { UserError } from '../../errors.ts';
import { leavesReserve } from '../budget/budget.ts';
import { type CellFloor, type CellPolicy, effortRank } from '../decision/cell-policy.ts';
import { decide, type Ruling } from '../decision/decide.ts';
import type { RuleContext } from './rule-context.ts';
import { type BudgetShape, copyOf, inForce, situations, type Tried } from './situations.ts';

/**
 * More situations than this are not decided, about 20 seconds' worth: the check ends in an error, which is no pass.
 * Cells that ask the same share theirs, and count once.
 */
export const SITUATIONS_LIMIT = 50_000_000;

/** A floor over a cell, of the base or of the head, with its ranks in the head. */
export interface FloorToKeep {
  readonly floor: CellFloor;
  readonly from: 'base' | 'head';
}

/** A situation, and what is decided in it. */
export interface Shown {
  readonly tried: Tried;
  readonly ruling: Ruling;
}

/** What trying one cell in every situation has shown. Cells that ask the same share it. */
interface CellTrial {
  readonly situations: number;
  /** By the floor's place in the list: the simplest situation in which it is broken. */
  readonly broken: ReadonlyMap<number, Shown>;
  /** The simplest situation in which the guarded cell ran before and is deferred now. */
  readonly stopped: Shown | null;
}

function budgetShape(allocation: Allocation): BudgetShape {
  const { budget } = allocation;
  return {
    enforced: budget?.enforced ?? false,
    hasReserve: budget !== null && leavesReserve(budget),
    hasAllowances: (budget?.tiers.size ?? 0) > 0,
  };
}

/** Two cells with the same signature meet the same situations and are decided alike. */
function signature(policy: CellPolicy, kept: readonly FloorToKeep[], before: CellPolicy | null): string {
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

/** What runs is below what the floor asks for, in tier or in effort. */
function isBroken(floor: CellFloor, ruling: Ruling): boolean {
  return ruling.tier < floor.minimum || effortRank(ruling.effort) < effortRank(floor.effort);
}

/** Tries cells, and remembers what it found: cells that ask the same are tried once. */
export class CellTrials {
  readonly #tiers: number;
  readonly #head: BudgetShape;
  readonly #base: BudgetShape;
  readonly #known = new Map<string, CellTrial>();
  readonly #limit: number;
  #decided = 0;

  constructor({ base, head }: RuleContext, limit: number) {
    this.#limit = limit;
    this.#tiers = head.allocation.tiers.length;
    this.#head = budgetShape(head.allocation);
    this.#base = budgetShape(base.allocation);
  }

  /** Throws `UserError` when the situations of all cells together pass the limit. */
  try(policy: CellPolicy, kept: readonly FloorToKeep[], before: CellPolicy | null): CellTrial {
    const key = signature(policy, kept, before);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const trial = this.#try(policy, kept, before);
    this.#known.set(key, trial);
    return trial;
  }

  #try(policy: CellPolicy, kept: readonly FloorToKeep[], before: CellPolicy | null): CellTrial {
    const broken = new Map<number, Shown>();
    let stopped: CellTrial['stopped'] = null;
    let count = 0;
    const floors = kept.map(({ floor }) => floor);
    const facts = floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
    for (const tried of situations(policy, facts, this.#tiers, this.#head)) {
      count += 1;
      if (++this.#decided > this.#limit) {
        throw new UserError(
          `There are more than ${this.#limit} different situations.`,
          'Let the floors over one cell use fewer facts.',
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

  /**
   * Without a critical reserve guarded cells have nothing to run on once the week's budget is spent. On a base that
   * enforces none they ran all week.
   */
  #reserveLost(policy: CellPolicy, before: CellPolicy | null): CellTrial['stopped'] {
    if (before === null || (this.#base.enforced && !this.#base.hasReserve)) return null;
    if (!this.#head.enforced || this.#head.hasReserve) return null;
    for (const tried of situations(policy, [], this.#tiers, this.#head)) {
      if (tried.situation.level === 'EXHAUSTED' && tried.situation.choice === null) {
        return { tried: copyOf(tried), ruling: decide(policy, tried.situation) };
      }
    }
    return null;
  }
}
