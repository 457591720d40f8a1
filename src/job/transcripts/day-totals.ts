import { type IsoDate, parseDate } from '../../time/week.ts';
import { addCosts, type ExactCost, NO_COST, requestCost } from '../../usage/models/cost.ts';
import { findModel, type ModelTable } from '../../usage/models/models.ts';
import { addTokens, NO_TOKENS, promptTokens, type TokenCounts } from '../../usage/models/tokens.ts';
import type { Terms } from '../../usage/session/evidence.ts';
import type { Answer } from './answer-table.ts';

/** What one model used on one day (UTC). */
export interface DayTotal {
  /** Empty for answers without a time; they are unpriced. */
  readonly day: string;
  readonly model: string;
  readonly requests: number;
  readonly tokens: TokenCounts;
  /** List price of the tokens, web searches aside; null when any of it is unpriced. */
  readonly cost: ExactCost | null;
}

/** Answers that are priced alike, the length of their prompts aside. */
export interface Group {
  readonly model: string;
  readonly day: string;
  readonly terms: Terms;
}

/**
 * Sums answers by day and model. Answers of one group and one price band are priced together, which gives the same as
 * one by one: a price is a factor.
 */
export function dayTotals(
  answers: Iterable<Readonly<Answer>>,
  groups: readonly Group[],
  table: ModelTable,
): readonly DayTotal[] {
  const bands = new Map<string, { group: Group; requests: number; tokens: TokenCounts; longest: number }>();
  const limits = groups.map(({ model, day }) => bandLimits(table, model, day));
  for (const answer of answers) {
    const group = groups[answer.group];
    if (group === undefined) continue;
    const length = promptTokens(answer);
    const band = (limits[answer.group] ?? []).filter((limit) => length > limit).length;
    const key = `${answer.group}/${band}`;
    const known = bands.get(key) ?? { group, requests: 0, tokens: NO_TOKENS, longest: 0 };
    known.requests++;
    known.tokens = addTokens(known.tokens, answer);
    known.longest = Math.max(known.longest, length);
    bands.set(key, known);
  }
  const rows = new Map<string, DayTotal>();
  for (const { group, requests, tokens, longest } of bands.values()) {
    const { model, day, terms } = group;
    const on = parseDate(day);
    const cost =
      on === null
        ? null
        : requestCost(table, { model, tokens, day: on, webSearches: 0, promptLength: longest, ...terms });
    const known = rows.get(`${day} ${model}`) ?? {
      day,
      model,
      requests: 0,
      tokens: NO_TOKENS,
      cost: NO_COST,
    };
    rows.set(`${day} ${model}`, {
      ...known,
      requests: known.requests + requests,
      tokens: addTokens(known.tokens, tokens),
      cost: known.cost === null || cost === null ? null : addCosts(known.cost, cost),
    });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The prompt lengths at which the price of a model changes on a day. */
function bandLimits(table: ModelTable, model: string, day: string): readonly number[] {
  const on: IsoDate | null = parseDate(day);
  const periods = findModel(table, model)?.prices ?? [];
  const period = periods.find(
    ({ from, to }) => on !== null && (from === null || from <= on) && (to === null || on <= to),
  );
  return (period?.bands ?? []).flatMap(({ upToPromptTokens: limit }) => (limit === null ? [] : [limit]));
}
