import type { Allocation } from '../allocation/allocation.ts';
import { combinations, grouped } from '../grouped.ts';
import { type Amount, budgetTokens, plus, runKey } from '../policy/budget/budget.ts';
import { type RecordOutcome, UNATTRIBUTED, type UsageRecord } from '../usage/records/record.ts';

/** One agent's attempt in one session of one job: the unit that rates are taken over. */
export interface Run {
  /** Its record with the most output: the client's own calls are never it. */
  readonly main: UsageRecord;
  readonly records: readonly UsageRecord[];
  /** Of all its records, the client's own calls included. */
  readonly amount: Amount;
  /** The tier that it ran on; where nothing was measured, the one that it was assigned. Null: none of the allocation. */
  readonly tier: string | null;
  readonly outcome: RecordOutcome;
  /** Its task was not attempted before, and it escalates nothing. */
  readonly isFirst: boolean;
  readonly escalated: boolean;
  /** Its task: a piece of work in a cell. */
  readonly task: string;
}

function outputOf(record: UsageRecord): number {
  return record.tokens?.output ?? -1;
}

function mainOf(records: readonly UsageRecord[]): UsageRecord | null {
  let found: UsageRecord | null = null;
  for (const record of records) {
    if (record.auxiliary) continue;
    const more = found === null || outputOf(record) > outputOf(found);
    if (more || (outputOf(record) === outputOf(found ?? record) && record.id < (found?.id ?? '')))
      found = record;
  }
  return found;
}

function worst(records: readonly UsageRecord[]): RecordOutcome {
  const [first] = records;
  if (records.length === 1 && first !== undefined) return first.outcome;
  const has = (wanted: RecordOutcome): boolean => records.some(({ outcome }) => outcome === wanted);
  return has('fail') ? 'fail' : has('pass') ? 'pass' : 'unknown';
}

/**
 * The runs that records tell of, by instant, then id. What nobody can attribute to an agent is no run: it has tokens
 * and a cost, but nobody knows of how many runs.
 */
export function runsOf(records: readonly UsageRecord[]): readonly Run[] {
  const byId = grouped(records, ({ agent, run }) => (agent === UNATTRIBUTED ? null : run.id));
  const task = combinations();
  const runs: Run[] = [];
  for (const ofOneId of byId.values()) {
    // One alone needs no key.
    const groups = ofOneId.length === 1 ? [ofOneId] : grouped(ofOneId, runKey).values();
    for (const group of groups) {
      const main = mainOf(group);
      if (main === null) continue;
      const { repository, work_item: work, agent, phase } = main;
      runs.push({
        main,
        records: group,
        amount: sumOf(group),
        tier: main.tier_used ?? (main.tokens === null ? main.tier_assigned : null),
        outcome: worst(group),
        isFirst: main.attempt === 1 && main.escalated_from_model === null,
        escalated: group.some((record) => record.escalated_from_model !== null && !record.planned_upgrade),
        task: work === null ? taskOf(main) : task(repository, work, agent, phase),
      });
    }
  }
  return runs.sort((a, b) => byInstant(a.main, b.main));
}

/** By instant, then id. */
export function byInstant(a: UsageRecord, b: UsageRecord): number {
  return byCodeUnit(a.at, b.at) || byCodeUnit(a.id, b.id);
}

/** Whether a record is of a later instant; of two of one instant the one with the greater id. */
export function isLater(a: UsageRecord, b: UsageRecord): boolean {
  return byInstant(a, b) > 0;
}

/** By code unit. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What records are known to have used together. */
export function sumOf(records: readonly Pick<UsageRecord, 'tokens' | 'cost_microusd'>[]): Amount {
  let tokens = 0;
  let microusd = 0;
  for (const record of records) {
    tokens = plus(tokens, record.tokens === null ? 0 : budgetTokens(record.tokens));
    microusd = plus(microusd, record.cost_microusd ?? 0);
  }
  return { tokens, microusd };
}

/**
 * Attempts at one piece of work in one cell are one task; where nobody said which piece, those of one job are, however
 * often it is run again.
 */
export function taskOf({
  repository,
  work_item,
  agent,
  phase,
  run,
}: Pick<UsageRecord, 'repository' | 'work_item' | 'agent' | 'phase'> & {
  readonly run?: UsageRecord['run'];
}): string {
  const work = work_item ?? [run?.id ?? null, run?.job ?? null];
  return JSON.stringify([repository, work, agent, phase]);
}

/** Tokens by class: the first three are what "tokens" means everywhere, cache reads are re-reads and stand apart. */
interface TokenClasses {
  readonly input: number;
  readonly cache_write: number;
  readonly output: number;
  readonly cache_read: number;
}

/** What records are known to have used together, by class. */
export function classesOf(records: readonly Pick<UsageRecord, 'tokens'>[]): TokenClasses {
  const sum = { input: 0, cache_write: 0, output: 0, cache_read: 0 };
  for (const { tokens } of records) {
    if (tokens === null) continue;
    sum.input = plus(sum.input, tokens.input);
    sum.cache_write = plus(sum.cache_write, plus(tokens.cache_write_5m, tokens.cache_write_1h));
    sum.output = plus(sum.output, tokens.output);
    sum.cache_read = plus(sum.cache_read, tokens.cache_read);
  }
  return sum;
}

/** The tier that a run was meant for: rework is a verdict on the assignment. */
export function intended({ main, tier }: Run): string | null {
  return main.tier_assigned ?? tier;
}

/** The tier that the targets of haiku are about. */
export function cheapestTier({ tiers }: Pick<Allocation, 'tiers'>): string | null {
  return (tiers.find(({ name }) => name === 'haiku') ?? tiers[0])?.name ?? null;
}
