import type { Allocation } from '../../allocation/allocation.ts';
import type { Effort } from '../../allocation/names.ts';
import { budgetTokens } from '../../policy/budget/budget.ts';
import type { IsoDate, IsoWeek } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { Attempt } from '../attempt.ts';
import type { AttemptWeek, Unassigned } from '../table/index.ts';
import { CellMap } from './cell-map.ts';
import { Costs, type Estimated } from './costs.ts';
import { pairsOf } from './pairs.ts';
import { placedCells, type Replayed } from './placing.ts';
import { ListPrices } from './prices.ts';
import { TierRatios, type Usage } from './ratios.ts';
import { dayIn, ReplayedSide } from './side.ts';

/** What is replayed, and under what. */
export interface ReplayInput {
  /** By instant. Pairs are sought among all of them. */
  readonly attempts: readonly Attempt[];
  readonly unassigned: readonly Unassigned[];
  /** The weeks that are replayed, in order; attempts of other ones only make pairs. */
  readonly weeks: readonly AttemptWeek[];
  readonly base: Replayed;
  readonly head: Replayed;
  readonly table: ModelTable;
  /** The day whose prices and exceptions hold. */
  readonly today: IsoDate;
}

/** One replayed week, in micro-dollars. */
export interface ReplayedWeek {
  readonly week: IsoWeek;
  runs: number;
  actual: number;
  base: number;
  head: number;
  /** How much of the difference rests on each ratio: what the ratio is of, and its squares by run. */
  readonly terms: Map<Usage, { listed: number; squares: number }>;
}

/** A cell whose runs the two allocations place differently. */
export interface ReplayedCell {
  readonly agent: string;
  readonly phase: string | null;
  /** What its first attempts are assigned by each; null: the allocation has no such cell. */
  readonly from: { readonly tier: string | null; readonly effort: Effort | null };
  readonly to: { readonly tier: string | null; readonly effort: Effort | null };
  runs: number;
  base: number;
  head: number;
  readonly usages: Set<Usage>;
  /** The squares of what its runs cost by the head. */
  squares: number;
  /** How much of what they cost by the head rests on each ratio. */
  readonly terms: ReplayedWeek['terms'];
}

/** Runs that are in no total, by what is not known of them. */
export interface RunsLeftOut {
  unpriced: number;
  unmeasured: number;
  /** They ran on no tier of the base, or would run on an unpriced one. */
  noTier: number;
}

export interface Replay {
  /** Of both allocations, the base's first, the cheapest first. */
  readonly tiers: readonly string[];
  readonly weeks: readonly ReplayedWeek[];
  readonly cells: readonly ReplayedCell[];
  readonly sides: { readonly base: ReplayedSide; readonly head: ReplayedSide };
  readonly leftOut: RunsLeftOut;
  /** Runs of agents or phases that only the ledger knows: they stay as they were. */
  readonly ofNoCell: number;
  readonly byEffort: boolean;
  readonly unknownEfforts: readonly string[];
  readonly ratios: TierRatios;
}

/** The base's tiers with those that only the head has: either may name a tier. */
function tiersOfBoth(base: Allocation, head: Allocation): Pick<Allocation, 'tiers'> {
  const known = new Set<string>(base.tiers.map(({ name }) => name));
  return { tiers: [...base.tiers, ...head.tiers.filter(({ name }) => !known.has(name))] };
}

/** The ratios of an allocation's tiers that these attempts show. */
export function ratiosOf(
  attempts: readonly Attempt[],
  allocation: Pick<Allocation, 'tiers'>,
  table: ModelTable,
  today: IsoDate,
): TierRatios {
  return new TierRatios(allocation, new ListPrices(table, today), pairsOf(attempts));
}

/**
 * Replays weeks under two allocations. Every run is done by both, also one that is put off: nothing is saved by waiting.
 * Pure; the order in time decides, and nothing else.
 */
export function replay({ attempts, unassigned, weeks, base, head, table, today }: ReplayInput): Replay {
  const tiers = tiersOfBoth(base.allocation, head.allocation);
  const ratios = ratiosOf(attempts, tiers, table, today);
  const costs = new Costs(tiers, table, ratios);
  const lastWeek = weeks.at(-1)?.week ?? null;
  const sides = {
    base: new ReplayedSide(base, placedCells(base, lastWeek, today)),
    head: new ReplayedSide(head, placedCells(head, lastWeek, today)),
  };
  const leftOut: RunsLeftOut = { unpriced: 0, unmeasured: 0, noTier: 0 };
  const cells = new CellMap((agent, phase) => cellOfBoth(agent, phase, sides));
  const replayed: ReplayedWeek[] = [];
  let ofNoCell = 0;
  let byEffort = false;
  let next = 0;
  let nextUnassigned = 0;
  for (const span of weeks) {
    const week: ReplayedWeek = { week: span.week, runs: 0, actual: 0, base: 0, head: 0, terms: new Map() };
    replayed.push(week);
    sides.base.beginWeek();
    sides.head.beginWeek();
    /** What nobody's run used before an instant stays what it was. */
    const useUnassigned = (until: number): void => {
      for (
        let use = unassigned[nextUnassigned];
        use !== undefined && use.at < until;
        use = unassigned[nextUnassigned]
      ) {
        nextUnassigned += 1;
        if (use.at < span.from) continue;
        for (const side of [sides.base, sides.head]) side.use(use.tier, use, dayIn(span.from, use.at));
        week.actual += use.microusd;
        week.base += use.microusd;
        week.head += use.microusd;
      }
    };
    for (
      let attempt = attempts[next];
      attempt !== undefined && attempt.at < span.to;
      attempt = attempts[next]
    ) {
      next += 1;
      if (attempt.at < span.from) continue;
      const { at, agent, phase, tier, tokens } = attempt;
      useUnassigned(at);
      const day = dayIn(span.from, at);
      const [here, there] = [sides.base.place(attempt), sides.head.place(attempt)];
      if (here === null && there === null) ofNoCell += 1;
      const recorded = here?.effort ?? null;
      const before = costs.on(attempt, here?.tier ?? tier, { from: recorded, to: recorded });
      const after = costs.on(attempt, there?.tier ?? tier, { from: recorded, to: there?.effort ?? recorded });
      week.runs += 1;
      if (attempt.microusd === null || before === null || after === null) {
        if (attempt.microusd !== null) leftOut.noTier += 1;
        else if (tokens === null) leftOut.unmeasured += 1;
        else leftOut.unpriced += 1;
        const amount = {
          tokens: tokens === null ? 0 : budgetTokens(tokens),
          microusd: attempt.microusd ?? 0,
        };
        for (const side of [sides.base, sides.head]) side.use(tier, amount, day);
        continue;
      }
      sides.base.run(here?.tier ?? tier, before, here?.deferred ?? false, day);
      sides.head.run(there?.tier ?? tier, after, there?.deferred ?? false, day);
      byEffort ||= after.byEffort;
      week.actual += attempt.microusd;
      week.base += before.microusd;
      week.head += after.microusd;
      addTerms(week.terms, before, after);
      const cell = cells.of(agent, phase);
      cell.runs += 1;
      cell.base += before.microusd;
      cell.head += after.microusd;
      cell.squares += after.microusd ** 2;
      for (const { by } of [before, after]) if (by !== null) cell.usages.add(by.usage);
      if (after.by !== null) addTerm(cell.terms, after.by.usage, after.by.listed);
    }
    useUnassigned(span.to);
    sides.base.endWeek();
    sides.head.endWeek();
  }
  return {
    tiers: tiers.tiers.map(({ name }) => name),
    weeks: replayed,
    cells: cells.values().filter(isChanged).sort(byName),
    sides,
    leftOut,
    ofNoCell,
    byEffort,
    unknownEfforts: [...costs.unknownEfforts].sort(),
    ratios,
  };
}

function addTerm(terms: ReplayedWeek['terms'], usage: Usage, listed: number): void {
  const term = terms.get(usage) ?? { listed: 0, squares: 0 };
  term.listed += listed;
  term.squares += listed ** 2;
  terms.set(usage, term);
}

function addTerms(terms: ReplayedWeek['terms'], before: Estimated, after: Estimated): void {
  if (before.by !== null && before.by.usage === after.by?.usage) {
    // The same task on the same tier: only effort can make a difference.
    if (after.by.listed !== before.by.listed)
      addTerm(terms, before.by.usage, after.by.listed - before.by.listed);
    return;
  }
  if (before.by !== null) addTerm(terms, before.by.usage, -before.by.listed);
  if (after.by !== null) addTerm(terms, after.by.usage, after.by.listed);
}

function cellOfBoth(agent: string, phase: string | null, { base, head }: Replay['sides']): ReplayedCell {
  const of = (side: ReplayedSide): ReplayedCell['from'] => {
    const placed = side.cellOf(agent, phase);
    return { tier: placed?.assigned ?? null, effort: placed?.effort ?? null };
  };
  return {
    agent,
    phase,
    from: of(base),
    to: of(head),
    runs: 0,
    base: 0,
    head: 0,
    usages: new Set(),
    squares: 0,
    terms: new Map(),
  };
}

function isChanged({ from, to, base, head }: ReplayedCell): boolean {
  return from.tier !== to.tier || from.effort !== to.effort || Math.abs(head - base) >= 0.5;
}

function byName(a: ReplayedCell, b: ReplayedCell): number {
  return a.agent < b.agent ? -1 : a.agent > b.agent ? 1 : (a.phase ?? '') < (b.phase ?? '') ? -1 : 1;
}
