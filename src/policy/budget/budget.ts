import { type Allocation, type Budget, rankOf } from '../../allocation/allocation.ts';
import type { Rank } from '../../allocation/names.ts';
import type { RecordTokens, UsageRecord } from '../../usage/records/record.ts';
import type { Allowance, Level } from '../decision/decide.ts';

/** What was used, in whole tokens and whole micro-dollars. */
export interface Amount {
  readonly tokens: number;
  readonly microusd: number;
}

/** A run that has started and whose use is not in the ledger yet. */
export interface InFlight {
  readonly agent: string;
  readonly phase: string;
  /** The name of the tier that it runs on; null: not known. */
  readonly tier: string | null;
  /** What it is a part of, where one run uses several tiers: the parts are counted as one. Left out: it is whole. */
  readonly run?: string;
}

/** One measure of the weekly budget. */
interface MeasureFigure {
  readonly measure: 'tokens' | 'usd';
  /** Tokens, or micro-dollars. */
  readonly spent: number;
  /** What runs in flight are expected to use. */
  readonly inFlight: number;
  readonly limit: number;
  /** (spent + in flight) / limit. */
  readonly fraction: number;
}

/** How much of the week's budget is used, and what follows from it. */
export interface BudgetState {
  readonly level: Level;
  /** Of the measure that is consumed furthest. */
  readonly fraction: number;
  readonly measures: readonly MeasureFigure[];
  readonly allowances: ReadonlyMap<Rank, Allowance>;
  /** Records without which the figures are a lower bound, by what they lack. */
  readonly unknown: { readonly unpriced: number; readonly unmeasured: number };
  /** Runs in flight, and how many of them no record tells the cost of. */
  readonly inFlight: { readonly runs: number; readonly ofUnknownCost: number };
}

/** Tokens that count towards a budget: input, cache writes and output. A cache read is a re-read, and does not count. */
export function budgetTokens(tokens: RecordTokens): number {
  return tokens.input + tokens.cache_write_5m + tokens.cache_write_1h + tokens.output;
}

/** False for what a fork's or Dependabot's job reports about itself: it is shown, and never counts towards a budget. */
export function isCounted(record: Pick<UsageRecord, 'task'>): boolean {
  return record.task.fork !== true && record.task.dependabot !== true;
}

/** Sums stay whole numbers: beyond them, order would begin to matter. */
export function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

/** No use at all. */
export const NO_USE: Amount = { tokens: 0, microusd: 0 };

/** Both together. */
export function add(a: Amount, b: Amount): Amount {
  return { tokens: plus(a.tokens, b.tokens), microusd: plus(a.microusd, b.microusd) };
}

/** What a record is known to have used; the parts that nobody knows are not in it. */
export function amountOf(record: Pick<UsageRecord, 'tokens' | 'cost_microusd'>): Amount {
  return {
    tokens: record.tokens === null ? 0 : budgetTokens(record.tokens),
    microusd: record.cost_microusd ?? 0,
  };
}

/** What runs cost on average. */
class Means {
  private readonly runs = new Map<string, { readonly keys: Set<string>; sum: Amount }>();

  add(group: string, run: string, amount: Amount): void {
    const known = this.runs.get(group) ?? { keys: new Set<string>(), sum: NO_USE };
    known.keys.add(run);
    known.sum = add(known.sum, amount);
    this.runs.set(group, known);
  }

  /** Rounded up; null when there is no such run. */
  of(group: string): Amount | null {
    const known = this.runs.get(group);
    if (known === undefined) return null;
    const mean = (sum: number): number => Math.ceil(sum / known.keys.size);
    return { tokens: mean(known.sum.tokens), microusd: mean(known.sum.microusd) };
  }
}

/** The run that a record belongs to: one agent's attempt in one session of one job. */
export function runKey(record: UsageRecord): string {
  const { repository, run, session, agent, phase, attempt } = record;
  return JSON.stringify([repository, run.id, run.attempt, run.job, session, agent, phase, attempt]);
}

/** The runs of a cell on a tier, and all of a tier, among `meansOf`. */
export const cellGroup = (agent: string, phase: string, tier: string | null): string =>
  JSON.stringify([agent, phase, tier]);
export const tierGroup = (tier: string | null): string => JSON.stringify([tier]);

interface Expected {
  readonly amount: Amount;
  readonly byTier: ReadonlyMap<string | null, Amount>;
  readonly runs: number;
  readonly ofUnknownCost: number;
}

const NOTHING_EXPECTED: Expected = { amount: NO_USE, byTier: new Map(), runs: 0, ofUnknownCost: 0 };

/** The means of the runs in these records, by cell and tier, and by tier. */
export function meansOf(records: readonly UsageRecord[]): Means {
  const means = new Means();
  for (const record of records) {
    if (record.tokens === null) continue;
    const { agent, phase, tier_used: tier } = record;
    const run = runKey(record);
    const amount = amountOf(record);
    means.add(cellGroup(agent, phase, tier), run, amount);
    means.add(tierGroup(tier), run, amount);
  }
  return means;
}

/** What runs in flight will use: the mean of their cell on their tier; where no such run is known, that of the tier. */
function expect(records: readonly UsageRecord[], inFlight: readonly InFlight[]): Expected {
  if (inFlight.length === 0) return NOTHING_EXPECTED;
  const byTier = new Map<string | null, Amount>();
  const means = meansOf(records);
  let sum = NO_USE;
  const unknown: InFlight[] = [];
  for (const each of inFlight) {
    const { agent, phase, tier } = each;
    const amount = means.of(cellGroup(agent, phase, tier)) ?? means.of(tierGroup(tier));
    if (amount === null) unknown.push(each);
    sum = add(sum, amount ?? NO_USE);
    byTier.set(tier, add(byTier.get(tier) ?? NO_USE, amount ?? NO_USE));
  }
  return { amount: sum, byTier, runs: countRuns(inFlight), ofUnknownCost: countRuns(unknown) };
}

/** Runs, each once however many tiers it uses. */
function countRuns(inFlight: readonly InFlight[]): number {
  const whole = inFlight.filter(({ run }) => run === undefined).length;
  const parts = inFlight.flatMap(({ run, agent, phase }) =>
    run === undefined ? [] : [JSON.stringify([run, agent, phase])],
  );
  return whole + new Set(parts).size;
}

/** Takes the error of binary fractions away, so that 1 + 0.10 is reached by 550,000 of 500,000. */
function exact(fraction: number): number {
  return Number(fraction.toFixed(12));
}

type Bounds = Pick<Budget, 'zones' | 'criticalReserve'>;

/** Where each level above GREEN begins, as a fraction of the weekly budget; the gravest first. */
export function levelStarts({ zones, criticalReserve }: Bounds): readonly (readonly [Level, number])[] {
  return [
    ['EXHAUSTED', exact(1 + criticalReserve)],
    ['RESERVE', 1],
    ['RED', zones.red],
    ['ORANGE', zones.orange],
    ['YELLOW', zones.yellow],
  ];
}

/**
 * The level at a fraction of the weekly budget. A threshold belongs to the level that begins there: at 0.70 it is
 * YELLOW. From 1 on the critical reserve is used, and at its end the budget is exhausted.
 */
export function levelAt(budget: Bounds, fraction: number): Level {
  return levelStarts(budget).find(([, start]) => fraction >= start)?.[0] ?? 'GREEN';
}

/** Whether the critical reserve leaves anything to run on once the weekly budget is spent: `levelAt` must tell it from none. */
export function leavesReserve(budget: Bounds): boolean {
  return levelAt(budget, 1) !== 'EXHAUSTED';
}

/**
 * How much of the weekly budget the records of its week and the runs in flight use up. Pure, and independent of the
 * records' order. With no runs in flight, more records never give a lower level (with some, a cheap run may lower
 * the mean that they are counted at). Each record must be there once.
 */
export function budgetState(
  allocation: Pick<Allocation, 'tiers'>,
  budget: Budget,
  records: readonly UsageRecord[],
  inFlight: readonly InFlight[] = [],
): BudgetState {
  return stateOf(allocation, budget, records, expect(records.filter(isCounted), inFlight));
}

/** What a record says of the budget where no run in flight is to be estimated from it. */
export type Spending = Pick<UsageRecord, 'tier_used' | 'tokens' | 'cost_microusd' | 'task'>;

/** `budgetState` without runs in flight. */
export function spentState(
  allocation: Pick<Allocation, 'tiers'>,
  budget: Budget,
  spending: readonly Spending[],
): BudgetState {
  return stateOf(allocation, budget, spending, NOTHING_EXPECTED);
}

function stateOf(
  allocation: Pick<Allocation, 'tiers'>,
  budget: Budget,
  spending: readonly Spending[],
  expected: Expected,
): BudgetState {
  // By tier first, in place: a week has tens of thousands of records, and a job waits for their sum.
  const sums = new Map<string | null, { tokens: number; microusd: number }>();
  const unknown = { unpriced: 0, unmeasured: 0 };
  for (const record of spending) {
    if (!isCounted(record)) continue;
    const { tier_used: tier, tokens, cost_microusd: cost } = record;
    let sum = sums.get(tier);
    if (sum === undefined) {
      sum = { tokens: 0, microusd: 0 };
      sums.set(tier, sum);
    }
    sum.tokens = plus(sum.tokens, tokens === null ? 0 : budgetTokens(tokens));
    sum.microusd = plus(sum.microusd, cost ?? 0);
    if (tokens === null) unknown.unmeasured += 1;
    else if (cost === null) unknown.unpriced += 1;
  }
  let total = NO_USE;
  const tiers = new Map<Rank, Amount>();
  const book = (tier: string | null, amount: Amount): void => {
    const rank = tier === null ? null : rankOf(allocation, tier);
    if (rank !== null) tiers.set(rank, add(tiers.get(rank) ?? NO_USE, amount));
  };
  for (const [tier, amount] of sums) {
    total = add(total, amount);
    book(tier, amount);
  }
  for (const [tier, amount] of expected.byTier) book(tier, amount);
  const limits = limitsOf(budget);
  const measures = limits.map(({ measure, limit }): MeasureFigure => {
    const spent = inMeasure(total, measure);
    const coming = inMeasure(expected.amount, measure);
    return { measure, spent, inFlight: coming, limit, fraction: plus(spent, coming) / limit };
  });
  const fraction = Math.max(0, ...measures.map((measure) => measure.fraction));
  return {
    level: levelAt(budget, fraction),
    fraction,
    measures,
    allowances: allowancesOf(budget, tiers, limits),
    unknown,
    inFlight: { runs: expected.runs, ofUnknownCost: expected.ofUnknownCost },
  };
}

interface Limit {
  readonly measure: 'tokens' | 'usd';
  readonly limit: number;
}

/** The measures that the budget limits. */
export function limitsOf(budget: Budget): readonly Limit[] {
  const limits: Limit[] = [];
  if (budget.tokens !== null) limits.push({ measure: 'tokens', limit: budget.tokens });
  if (budget.usd !== null)
    limits.push({ measure: 'usd', limit: Math.max(1, Math.round(budget.usd * 1_000_000)) });
  return limits;
}

/** The part of an amount that a measure counts. */
export function inMeasure(amount: Amount, measure: 'tokens' | 'usd'): number {
  return measure === 'tokens' ? amount.tokens : amount.microusd;
}

/** Non-critical work stops at share × (1 − reserve) of the weekly budget, critical work at share. */
export function allowancesOf(
  budget: Budget,
  spent: ReadonlyMap<Rank, Amount>,
  limits: readonly Limit[],
): ReadonlyMap<Rank, Allowance> {
  const allowances = new Map<Rank, Allowance>();
  for (const [rank, { share, reserve }] of budget.tiers) {
    const amount = spent.get(rank) ?? NO_USE;
    const fraction = Math.max(0, ...limits.map(({ measure, limit }) => inMeasure(amount, measure) / limit));
    const open = exact(share * (1 - reserve));
    allowances.set(rank, fraction >= share ? 'closed' : fraction >= open ? 'critical-only' : 'open');
  }
  return allowances;
}
