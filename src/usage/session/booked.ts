import type { MicroUsd } from '../../allocation/names.ts';
import { costShare, costWithout, type ExactCost, exactFromMicroUsd, NO_COST } from '../models/cost.ts';
import { beyond, covers, NO_TOKENS, sumTokens, type TokenCounts, totalTokens } from '../models/tokens.ts';
import type { UsageRecord } from '../records/record.ts';

/** What one agent used of one model, ready to become a record. */
export interface Row {
  readonly agent: string;
  readonly model: string;
  readonly auxiliary: boolean;
  /** True for the agent that the job ran. */
  readonly main: boolean;
  readonly tokens: TokenCounts;
  /** Null when unpriced. */
  readonly cost: ExactCost | null;
}

/** What earlier records already hold of a session. */
export interface Booked {
  readonly rows: readonly Row[];
  /** The latest of those records; null: none. */
  readonly last: string | null;
}

/** Sums the records of one session. Leave out those of the job itself: writing a job twice counts once by its ids. */
export function bookedOf(records: readonly UsageRecord[], session: string): Booked {
  const mine = records.filter((record) => record.session === session && record.tokens !== null);
  const latest = mine.reduce<UsageRecord | null>(
    (last, record) =>
      last === null || record.at > last.at || (record.at === last.at && record.id > last.id) ? record : last,
    null,
  );
  return {
    rows: mine.map(
      (record): Row => ({
        agent: record.agent,
        model: record.model_used ?? '',
        auxiliary: record.auxiliary,
        main: false,
        tokens: tokensOfRecord(record.tokens),
        cost: record.cost_microusd === null ? null : exactFromMicroUsd(record.cost_microusd as MicroUsd),
      }),
    ),
    last: latest?.id ?? null,
  };
}

export function tokensOfRecord(tokens: UsageRecord['tokens']): TokenCounts {
  if (tokens === null) return NO_TOKENS;
  return {
    input: tokens.input,
    output: tokens.output,
    cacheRead: tokens.cache_read,
    cacheWrite5m: tokens.cache_write_5m,
    cacheWrite1h: tokens.cache_write_1h,
  };
}

/**
 * What is new since a session was last booked: a resumed session goes on counting from its saved total. A model whose
 * total is now smaller began anew (the session was cleared), so all of it is new.
 */
export function withoutBooked<R extends Row>(rows: readonly R[], booked: Booked): readonly R[] {
  let left = [...rows];
  for (const model of new Set(booked.rows.map((row) => row.model))) {
    const before = booked.rows.filter((row) => row.model === model);
    const now = left.filter((row) => row.model === model);
    if (!covers(sumTokens(now), sumTokens(before))) continue;
    for (const entry of before) left = subtract(left, entry);
  }
  return left.filter(({ tokens }) => totalTokens(tokens) > 0);
}

/** Takes a booked entry from its own row, then from the main one, then from the model's others. */
function subtract<R extends Row>(rows: readonly R[], entry: Row): R[] {
  const order = (row: Row): number =>
    row.agent === entry.agent && row.auxiliary === entry.auxiliary ? 0 : row.main && !row.auxiliary ? 1 : 2;
  const candidates = rows.filter((row) => row.model === entry.model).sort((a, b) => order(a) - order(b));
  const changed = new Map<R, R>();
  let tokens = entry.tokens;
  let cost = entry.cost;
  for (const row of candidates) {
    const rest = beyond(tokens, row.tokens);
    const all = totalTokens(tokens);
    const taken = all - totalTokens(rest);
    if (taken === 0) continue;
    const share = cost === null ? null : costShare(cost, taken, all);
    changed.set(row, { ...row, tokens: beyond(row.tokens, tokens), cost: less(row.cost, share) });
    cost = less(cost, share);
    tokens = rest;
  }
  return rows.map((row) => changed.get(row) ?? row);
}

function less(a: ExactCost | null, b: ExactCost | null): ExactCost | null {
  if (a === null || b === null) return null;
  return costWithout(a, b) ?? NO_COST;
}
