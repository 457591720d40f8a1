import type { Allocation, TierDeclaration } from '../../allocation/allocation.ts';
import { LINES, type Line, type ModelId, type Rank } from '../../allocation/names.ts';
import { daysBetween, type IsoDate } from '../../time/week.ts';
import {
  extendTable,
  findModel,
  lifecycleOn,
  lineRank,
  type ModelRow,
  type ModelTable,
} from '../../usage/models/models.ts';

/** The shipped table with the rows that the allocation adds. */
export function tableOf(allocation: Allocation, shipped: ModelTable): ModelTable {
  return extendTable(
    shipped,
    allocation.models.map((model) => model.row),
  );
}

/** Every id under which a tier's model is called, the Claude API's first. */
export function idsOfTier(
  tier: TierDeclaration,
): readonly { readonly id: ModelId; readonly provider: string | null }[] {
  const others = [...tier.providers].map(([provider, id]) => ({ id, provider }));
  return [{ id: tier.model, provider: null }, ...others];
}

/** The line that a tier's name promises: `opus`, `Opus` and `opus-deep` name a line, `premium` and `opus-or-sonnet` do not. */
export function promisedLine(tier: TierDeclaration): Line | null {
  const words = tier.name.toLowerCase().split(/[^a-z]+/);
  const [line, ...more] = LINES.filter((each) => words.includes(each));
  return more.length === 0 ? (line ?? null) : null;
}

/** The row of a tier's model; null when the table does not know it. */
export function rowOfTier(tier: TierDeclaration, table: ModelTable): ModelRow | null {
  return findModel(table, tier.model);
}

/** The tiers whose model is retired on a day, with the reason why it cannot be had. */
export function retiredTiers(
  { tiers }: Pick<Allocation, 'tiers'>,
  table: ModelTable,
  today: IsoDate,
): ReadonlyMap<Rank, string> {
  return new Map(
    tiers.flatMap((tier): readonly (readonly [Rank, string])[] => {
      const row = rowOfTier(tier, table);
      return row !== null && lifecycleOn(row, today) === 'retired'
        ? [[tier.rank, `${row.id} is retired`]]
        : [];
    }),
  );
}

/** How long before a possible retirement people are told, in days. */
export const RETIRING_DAYS = 60;

/** A model of a tier that may not be had for long. */
interface RetiringModel {
  readonly tier: TierDeclaration;
  readonly provider: string | null;
  readonly text: string;
}

/** The models of the tiers that retire soon, or may, each with what to say. */
export function retiringSoon(
  { tiers }: Pick<Allocation, 'tiers'>,
  table: ModelTable,
  today: IsoDate,
): readonly RetiringModel[] {
  return tiers.flatMap((tier) =>
    idsOfTier(tier).flatMap(({ id, provider }): RetiringModel[] => {
      const row = findModel(table, id);
      const day = row?.retiresAt ?? row?.retiresNotBefore ?? null;
      if (row === null || day === null || lifecycleOn(row, today) === 'retired') return [];
      if (daysBetween(today, day) > RETIRING_DAYS) return [];
      const when = row.retiresAt === null ? `may retire from ${day} on` : `retires on ${day}`;
      return [{ tier, provider, text: `The model ${id} of the tier ${tier.name} ${when}.` }];
    }),
  );
}

/** True when `a` is of a lesser line than `b`. */
export function isLesser(a: Line, b: Line): boolean {
  return lineRank(a) < lineRank(b);
}
