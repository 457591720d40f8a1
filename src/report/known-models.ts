import type { Allocation } from '../allocation/allocation.ts';
import type { Line, Rank } from '../allocation/names.ts';
import { findModel, lineRank, type ModelTable } from '../usage/models/models.ts';

/** What the allocation and the price table know of models. */
export interface KnownModels {
  /** The tier that names the model's id, else the first one of its line; null: none. */
  readonly tierOf: (model: string) => string | null;
  /** True of a dated or a provider's id of the same model. */
  readonly isSame: (a: string, b: string) => boolean;
  /** True of a model that no tier has, of the floor's line or a greater one. */
  readonly keepsByLine: (model: string, floor: Rank) => boolean;
}

/** Keeps the answers: a year's records name a handful of models. */
function remember<T>(ask: (model: string) => T): (model: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (model) => {
    const kept = known.get(model) ?? { answer: ask(model) };
    known.set(model, kept);
    return kept.answer;
  };
}

export function knownModels({ tiers }: Allocation, table: ModelTable): KnownModels {
  const find = remember((model) => findModel(table, model));
  const byId = new Map<string, string>();
  const byLine = new Map<Line, string>();
  for (const { name, model, providers } of tiers) {
    for (const id of [model, ...providers.values()]) if (!byId.has(id)) byId.set(id, name);
    const line = find(model)?.line;
    if (line !== undefined && !byLine.has(line)) byLine.set(line, name);
  }
  return {
    tierOf: remember((model) => {
      const row = find(model);
      return byId.get(model) ?? (row === null ? null : (byId.get(row.id) ?? byLine.get(row.line) ?? null));
    }),
    isSame: (a, b) => a === b || (find(a)?.id ?? a) === (find(b)?.id ?? b),
    keepsByLine: (model, floor) => {
      const used = find(model)?.line ?? null;
      const asked = find(tiers[floor]?.model ?? '')?.line ?? null;
      return used !== null && asked !== null && lineRank(used) >= lineRank(asked);
    },
  };
}
