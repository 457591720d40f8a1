import { type Allocation, rankOf, type TierDeclaration, tierAt } from '../../allocation/allocation.ts';
import { LINES, type Line, type Rank } from '../../allocation/names.ts';
import { findModel, lineRank, type ModelTable } from '../../usage/models/models.ts';
import { denialOf } from '../decision/breaches.ts';
import { knownModels, tiersOfUse } from '../decision/known-models.ts';
import { idsOfTier, promisedLine, rowOfTier } from '../decision/models-of-tiers.ts';

/** What a `model:` of a front matter stands for in an allocation. */
export type Meaning =
  /** The model of the session that starts it. */
  | { readonly kind: 'session' }
  /** Each of the tiers that it may stand for, and its line; without either nobody knows it. */
  | { readonly kind: 'model'; readonly ranks: readonly Rank[]; readonly line: Line | null };

/** What Claude Code understands as the long context of the same model. */
export const LONG_CONTEXT = /\[1m\]$/i;

/** The line that a word of Claude Code names; null: it is no such word, or one that stands for a choice of its own. */
export function lineOfWord(word: string): Line | null {
  const plain = word.replace(LONG_CONTEXT, '').toLowerCase();
  return LINES.find((line) => line === plain) ?? null;
}

function lineOfTier(tier: TierDeclaration, table: ModelTable): Line | null {
  return rowOfTier(tier, table)?.line ?? promisedLine(tier);
}

/**
 * What a `model:` means: an alias each tier of its line, an id the tier that has it at any provider, else the first one
 * of its line. Null is a file without one.
 */
export function meaningOf(model: string | null, allocation: Allocation, table: ModelTable): Meaning {
  if (model === null || model.toLowerCase() === 'inherit') return { kind: 'session' };
  const line = lineOfWord(model);
  if (line !== null) {
    const ranks = allocation.tiers.filter((tier) => lineOfTier(tier, table) === line).map(({ rank }) => rank);
    return { kind: 'model', ranks, line };
  }
  const id = model.replace(LONG_CONTEXT, '');
  // What no tier may have is none, of whichever line.
  if (denialOf(id, allocation, table) !== null) return { kind: 'model', ranks: [], line: null };
  const tier = knownModels(tiersOfUse(allocation, table), table).tierOf(id);
  const rank = tier === null ? null : rankOf(allocation, tier);
  return { kind: 'model', ranks: rank === null ? [] : [rank], line: findModel(table, id)?.line ?? null };
}

/** Whether what it stands for keeps a floor, whichever of its tiers it is: what nobody knows keeps none. */
export function keepsRank(meaning: Meaning, floor: Rank, allocation: Allocation, table: ModelTable): boolean {
  if (meaning.kind === 'session') return false;
  if (meaning.ranks.length > 0) return Math.min(...meaning.ranks) >= floor;
  const asked = lineOfTier(tierAt(allocation, floor), table);
  return meaning.line !== null && asked !== null && lineRank(meaning.line) >= lineRank(asked);
}

/** A region, or another way to an id, that stands before the id of a provider: `us.`, `global.`. */
function wayOf(id: string): string {
  return /^([a-z]+)\.anthropic\./.exec(id)?.[1] ?? '';
}

/** The ids of a tier at the provider that an id is of, the likest first; none where no provider is known for it. */
function idsLike(
  id: string,
  to: TierDeclaration,
  allocation: Allocation,
  table: ModelTable,
): readonly string[] {
  const declared = allocation.tiers.flatMap((tier) => idsOfTier(tier)).find((each) => each.id === id);
  const row = findModel(table, id);
  const provider =
    declared?.provider ??
    Object.entries(row?.providers ?? {}).find(([, ids]) => ids.includes(id))?.[0] ??
    null;
  if (provider === null || declared?.provider === null || row?.id === id) return [to.model];
  const known = rowOfTier(to, table)?.providers[provider] ?? [];
  const own = to.providers.get(provider);
  return [
    ...(own === undefined ? [] : [own]),
    ...known.filter((each) => wayOf(each) === wayOf(id)),
    ...known,
  ];
}

/**
 * How a tier is called where another one is called `written`: by a word where that was one, by an id of the same
 * provider where it was an id, with the long context where it had that; else by its exact id. Whatever is returned means
 * that tier and no lesser one.
 */
export function spelled(written: string | null, to: Rank, allocation: Allocation, table: ModelTable): string {
  const tier = tierAt(allocation, to);
  const word = written === null ? null : lineOfWord(written);
  const line = lineOfTier(tier, table);
  const long = written !== null && LONG_CONTEXT.test(written) && line !== 'haiku' ? '[1m]' : '';
  const isNone = written === null || meaningOf(written, allocation, table).kind === 'session';
  const like =
    word !== null
      ? line === null
        ? []
        : [line]
      : isNone
        ? []
        : idsLike(written.replace(LONG_CONTEXT, ''), tier, allocation, table);
  const means = (spelling: string): boolean => {
    const meaning = meaningOf(spelling, allocation, table);
    return meaning.kind === 'model' && meaning.ranks.length > 0 && meaning.ranks.every((rank) => rank === to);
  };
  return [...like.map((each) => `${each}${long}`), `${tier.model}${long}`].find(means) ?? tier.model;
}
