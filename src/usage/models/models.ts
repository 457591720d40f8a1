import { LINES, type Line, type MicroUsd } from '../../allocation/names.ts';
import { type Problem, UserError } from '../../errors.ts';
import type { IsoDate } from '../../time/week.ts';

/** Whole micro-dollars per million tokens: 0.01 USD per million is 10,000. */
export type Price = number & { readonly __price: unique symbol };

/** What each class of tokens costs. */
export interface Rates {
  readonly input: Price;
  readonly output: Price;
  readonly cacheRead: Price;
  readonly cacheWrite5m: Price;
  readonly cacheWrite1h: Price;
}

/** Rates for prompts up to a length. The whole request, output included, is charged at its band. */
interface PriceBand {
  /** Longest prompt of the band, in tokens: input + cache writes + cache reads. Null: any length. */
  readonly upToPromptTokens: number | null;
  readonly rates: Rates;
}

/** The list price of a model over a time. */
export interface PricePeriod {
  /** First day (UTC) on which it holds; null: since the release. */
  readonly from: IsoDate | null;
  /** Last day (UTC) on which it holds; null: until further notice. */
  readonly to: IsoDate | null;
  /** Shortest prompts first; the last band has no limit, or longer prompts have no price. */
  readonly bands: readonly PriceBand[];
  readonly source: string;
}

/** Rates of the fast mode, while it is offered. */
export interface FastPeriod {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly rates: Rates;
}

const LIFECYCLES = ['active', 'deprecated', 'retired'] as const;
/** Source: `ModelInfo.lifecycle` of the Models API. */
type Lifecycle = (typeof LIFECYCLES)[number];

/** One model, by its exact id. */
export interface ModelRow {
  readonly id: string;
  /** Dated ids of the same model. Nothing else is taken for it: ids are never matched by prefix. */
  readonly aliases: readonly string[];
  readonly line: Line;
  /** Order within a line: `[5, 5]` is newer than `[5]`. Null where it is not known. */
  readonly generation: readonly number[] | null;
  readonly released: IsoDate | null;
  readonly lifecycle: Lifecycle;
  readonly deprecatedAt: IsoDate | null;
  /** The announced day after which it is gone; null where none is firm. */
  readonly retiresAt: IsoDate | null;
  /** The promise that it stays at least until this day. */
  readonly retiresNotBefore: IsoDate | null;
  /** Ids at other providers, the plain one first. Empty where none is documented. */
  readonly providers: Readonly<Record<string, readonly string[]>>;
  /** Empty: unpriced. */
  readonly prices: readonly PricePeriod[];
  readonly fast: readonly FastPeriod[];
  /** Factor in percent for each `inference_geo` that is charged extra. */
  readonly geoPercent: Readonly<Record<string, number>>;
  /** The same for each id that is charged extra, such as that of a region at a provider. */
  readonly idPercent: Readonly<Record<string, number>>;
}

/** A dated set of models. */
export interface ModelTable {
  /** The day on which it was gathered; written into every record that it priced. */
  readonly version: string;
  readonly rows: readonly ModelRow[];
  /** Every id, dated alias and provider id. */
  readonly index: ReadonlyMap<string, ModelRow>;
  /** Batch requests cost this share of every token class. */
  readonly batchPercent: number;
  /** One web search by the server's tool. */
  readonly webSearch: MicroUsd;
}

/** The model with this exact id, dated alias or provider id; null when the table does not know it. */
export function findModel(table: ModelTable, id: string): ModelRow | null {
  return table.index.get(id) ?? null;
}

/** The place of a line among the lines, least capable first. */
export function lineRank(line: Line): number {
  return LINES.indexOf(line);
}

/**
 * Negative, zero or positive as `a` is older than, the same as, or newer than `b`.
 * Null when they are of different lines or one's generation is not known.
 */
export function compareGenerations(a: ModelRow, b: ModelRow): number | null {
  if (a.id === b.id) return 0;
  if (a.line !== b.line || a.generation === null || b.generation === null) return null;
  const length = Math.max(a.generation.length, b.generation.length);
  for (let place = 0; place < length; place++) {
    const difference = (a.generation[place] ?? 0) - (b.generation[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The lifecycle on a day: a firm retirement date that has passed makes a model retired, whatever its row said. */
export function lifecycleOn(row: ModelRow, day: IsoDate): Lifecycle {
  return row.retiresAt !== null && day > row.retiresAt ? 'retired' : row.lifecycle;
}

/** Indexes rows. Expects every id to be used once, as the tests hold the shipped rows to and `checkAddedModels` the rest. */
export function makeTable(base: Omit<ModelTable, 'index'>): ModelTable {
  const index = new Map<string, ModelRow>();
  for (const row of base.rows) for (const id of idsOf(row)) index.set(id, row);
  return { ...base, index };
}

/** Every name under which a row is found. */
export function idsOf(row: ModelRow): readonly string[] {
  return [...new Set([row.id, ...row.aliases, ...Object.values(row.providers).flat()])];
}

/** A price as an allocation writes it: US dollars per million tokens. */
interface AddedPrice {
  readonly from?: string;
  readonly to?: string;
  readonly up_to_prompt_tokens?: number;
  readonly input: number;
  readonly output: number;
  readonly cache_read: number;
  readonly cache_write_5m: number;
  readonly cache_write_1h: number;
}

/** A row of an allocation's `models:` key. */
export interface AddedModel {
  readonly id: string;
  readonly line: Line;
  readonly lifecycle?: Lifecycle;
  readonly retires_at?: string;
  readonly providers?: Readonly<Record<string, string>>;
  readonly prices?: readonly AddedPrice[];
}

/** What is wrong with an added row; `index` is its place in the list. */
interface AddedModelProblem {
  readonly index: number;
  readonly what: string;
  readonly fix: string;
}

/**
 * What keeps added rows from joining a table. A shipped model keeps its line and never becomes younger in its
 * lifecycle, and no row takes over an id of another: else a row could make a lesser model pass for a greater one.
 */
export function checkAddedModels(
  table: ModelTable,
  added: readonly AddedModel[],
): readonly AddedModelProblem[] {
  const problems: AddedModelProblem[] = [];
  const taken = new Map<string, string>();
  const written = new Map([...table.index.keys()].map((id) => [id.toLowerCase(), id]));
  added.forEach((model, index) => {
    const known = table.index.get(model.id);
    const report = (what: string, fix: string): void => {
      problems.push({ index, what, fix });
    };
    const regional = known !== undefined && isRegional(known, model.id);
    if (known !== undefined && known.id !== model.id && !regional) {
      report(`${model.id} is another id of ${known.id}.`, `Write the row for ${known.id}.`);
    }
    if (known !== undefined && known.line !== model.line) {
      report(`${model.id} is of line ${known.line}, not ${model.line}.`, `Set line: ${known.line}.`);
    }
    const lifecycle = model.lifecycle;
    if (known !== undefined && lifecycle !== undefined && age(lifecycle) < age(known.lifecycle)) {
      report(`${model.id} is ${known.lifecycle}, not ${lifecycle}.`, 'Leave lifecycle out.');
    }
    const retires = known?.retiresAt ?? null;
    if (retires !== null && model.retires_at !== undefined && model.retires_at > retires) {
      report(`${model.id} retires on ${retires}, not later.`, 'Leave retires_at out.');
    }
    for (const id of new Set([model.id, ...Object.values(model.providers ?? {})])) {
      const owner = table.index.get(id)?.id ?? taken.get(id);
      const own = owner === model.id || (regional && id === model.id);
      if (owner !== undefined && (!own || taken.has(id))) {
        report(`The id ${id} already belongs to ${owner}.`, 'Give each id to one model.');
      }
      // Ids are exact: one in another case is another model, which only looks like the known one.
      const other = written.get(id.toLowerCase()) ?? id;
      if (other !== id) report(`The id ${id} differs from ${other} in case only.`, `Write ${other}.`);
      written.set(id.toLowerCase(), id);
      taken.set(id, model.id);
    }
    if (bandsOverlap(model.prices ?? [])) {
      report(
        `Two prices of ${model.id} hold at the same time for the same prompt length.`,
        'Set from and to (each included), or up_to_prompt_tokens, so that one price holds at a time.',
      );
    }
  });
  return problems;
}

/**
 * The table with an allocation's rows. A row for a shipped id replaces its prices and adds provider ids; what it
 * leaves out stays. Throws `UserError` with everything that `checkAddedModels` found.
 */
export function extendTable(table: ModelTable, added: readonly AddedModel[]): ModelTable {
  if (added.length === 0) return table;
  const problems = checkAddedModels(table, added);
  if (problems.length > 0) {
    throw new UserError(
      problems.map(({ what, fix }): Problem => ({ what, file: null, line: null, column: null, fix })),
    );
  }
  const rows = new Map(table.rows.map((row) => [row.id, row]));
  for (const model of added) rows.set(model.id, joined(findModel(table, model.id), model));
  return makeTable({ ...table, rows: [...rows.values()] });
}

/** A regional id may have a row of its own: files had to give it one before the table knew such ids. */
function isRegional({ idPercent }: ModelRow, id: string): boolean {
  return Object.hasOwn(idPercent, id);
}

function age(lifecycle: Lifecycle): number {
  return LIFECYCLES.indexOf(lifecycle);
}

function joined(known: ModelRow | null, model: AddedModel): ModelRow {
  const ofItsOwn = known !== null && known.id !== model.id;
  const providers: Record<string, readonly string[]> = ofItsOwn ? {} : { ...known?.providers };
  for (const [provider, id] of Object.entries(model.providers ?? {})) {
    providers[provider] = [...new Set([id, ...(providers[provider] ?? [])])];
  }
  return {
    id: model.id,
    aliases: ofItsOwn ? [] : (known?.aliases ?? []),
    line: model.line,
    generation: known?.generation ?? null,
    released: known?.released ?? null,
    lifecycle: model.lifecycle ?? known?.lifecycle ?? 'active',
    deprecatedAt: known?.deprecatedAt ?? null,
    retiresAt: day(model.retires_at) ?? known?.retiresAt ?? null,
    retiresNotBefore: known?.retiresNotBefore ?? null,
    providers,
    prices: model.prices === undefined ? (known?.prices ?? []) : periods(model.prices),
    fast: known?.fast ?? [],
    geoPercent: known?.geoPercent ?? {},
    // Prices of a row for one regional id are that region's.
    idPercent: ofItsOwn && model.prices !== undefined ? {} : (known?.idPercent ?? {}),
  };
}

/** Dates were checked by the allocation's schema; here they only change their type. */
function day(text: string | undefined): IsoDate | null {
  return text === undefined ? null : (text as IsoDate);
}

function periods(prices: readonly AddedPrice[]): readonly PricePeriod[] {
  const groups = new Map<string, AddedPrice[]>();
  for (const price of prices) {
    const key = `${price.from ?? ''}/${price.to ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), price]);
  }
  return [...groups.values()].map((group) => ({
    from: day(group[0]?.from),
    to: day(group[0]?.to),
    bands: group
      .map((price) => ({ upToPromptTokens: price.up_to_prompt_tokens ?? null, rates: ratesOf(price) }))
      .sort((a, b) => (a.upToPromptTokens ?? Infinity) - (b.upToPromptTokens ?? Infinity)),
    source: 'models: of the allocation',
  }));
}

function bandsOverlap(prices: readonly AddedPrice[]): boolean {
  return prices.some((a, place) =>
    prices.slice(place + 1).some((b) => {
      const together = (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');
      const samePeriod = a.from === b.from && a.to === b.to;
      return together && (!samePeriod || a.up_to_prompt_tokens === b.up_to_prompt_tokens);
    }),
  );
}

function ratesOf(price: AddedPrice): Rates {
  return {
    input: priceOf(price.input),
    output: priceOf(price.output),
    cacheRead: priceOf(price.cache_read),
    cacheWrite5m: priceOf(price.cache_write_5m),
    cacheWrite1h: priceOf(price.cache_write_1h),
  };
}

/** US dollars per million tokens, to whole micro-dollars. */
export function priceOf(usdPerMillion: number): Price {
  return Math.round(usdPerMillion * 1_000_000) as Price;
}
