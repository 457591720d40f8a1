import type { Allocation } from '../../allocation/allocation.ts';
import { LINES, type Line } from '../../allocation/names.ts';
import { findModel, lineRank, type ModelTable } from '../../usage/models/models.ts';
import { idsOfTier, rowOfTier } from './models-of-tiers.ts';

/** A tier as far as a use of a model is judged by it. Plain data. */
export interface TierOfUse {
  readonly name: string;
  /** Its ids, at every provider, with the one that the table has for them. */
  readonly models: readonly string[];
  /** Null: the table does not know its model. */
  readonly line: Line | null;
}

/** What an allocation and the price table know of the models that records name. */
export interface KnownModels {
  /** The tier that names the model, by whichever of its ids; else the first one of its line. Null: none. */
  readonly tierOf: (model: string) => string | null;
  /** True of a dated or a provider's id of the same model. */
  readonly isSame: (a: string, b: string) => boolean;
  /**
   * True when the model is of the floor's tier or a higher one; where no tier has it, of the floor's line or a greater
   * one. A model that nobody knows keeps no floor, that of the cheapest tier included: nothing shows that it does.
   */
  readonly keeps: (model: string, floor: string) => boolean;
}

/** The tiers of an allocation, cheapest first. */
export function tiersOfUse({ tiers }: Pick<Allocation, 'tiers'>, table: ModelTable): readonly TierOfUse[] {
  return tiers.map((tier) => {
    const row = rowOfTier(tier, table);
    const ids = [...idsOfTier(tier).map(({ id }) => id), ...(row === null ? [] : [row.id])];
    return { name: tier.name, models: [...new Set<string>(ids)], line: row?.line ?? null };
  });
}

/** Keeps the answers: a year's records name a handful of models. */
function remember<T>(ask: (model: string) => T): (model: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (model) => {
    let kept = known.get(model);
    if (kept === undefined) {
      kept = { answer: ask(model) };
      known.set(model, kept);
    }
    return kept.answer;
  };
}

/** @param tiers cheapest first */
export function knownModels(tiers: readonly TierOfUse[], table: ModelTable): KnownModels {
  const find = remember((model) => findModel(table, model));
  const naming = (id: string): TierOfUse | undefined => tiers.find(({ models }) => models.includes(id));
  const tierOf = remember((model) => {
    const row = find(model);
    const tier = naming(model) ?? (row && (naming(row.id) ?? tiers.find(({ line }) => line === row.line)));
    return tier?.name ?? null;
  });
  const rank = (name: string): number => tiers.findIndex((tier) => tier.name === name);
  const lineOf = (floor: string): Line | null =>
    tiers[rank(floor)]?.line ?? LINES.find((line) => line === floor) ?? null;
  return {
    tierOf,
    isSame: (a, b) => a === b || (find(a)?.id ?? a) === (find(b)?.id ?? b),
    keeps: (model, floor) => {
      const tier = tierOf(model);
      if (tier !== null) return rank(tier) >= rank(floor);
      const used = find(model)?.line ?? null;
      const asked = lineOf(floor);
      return used !== null && asked !== null && lineRank(used) >= lineRank(asked);
    },
  };
}
