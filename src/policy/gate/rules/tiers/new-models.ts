import type { Allocation, TierDeclaration } from '../../../../allocation/allocation.ts';
import type { Line, ModelId } from '../../../../allocation/names.ts';
import type { Position } from '../../../../allocation/source.ts';
import { findModel, type ModelRow } from '../../../../usage/models/models.ts';
import { idsOfTier, promisedLine } from '../../../decision/models-of-tiers.ts';
import { shared } from '../../rule-context.ts';

/** A model that a tier of the head did not have on the base, with what the base knows of it. */
interface NewModel {
  readonly tier: TierDeclaration;
  readonly id: ModelId;
  /** Null: the base does not know the model. */
  readonly row: ModelRow | null;
  /** The id that it takes the place of; null: the tier is new. */
  readonly formerId: ModelId | null;
  readonly former: ModelRow | null;
  /** The line that the tier is to keep; null: nothing tells. */
  readonly line: Line | null;
  readonly at: Position;
}

/** Where a tier names its model's id for a provider; null: the Claude API. */
export function placeOfModel(
  allocation: Allocation,
  tier: TierDeclaration,
  provider: string | null,
): Position {
  return allocation.at(['tiers', tier.rank, ...(provider === null ? ['model'] : ['providers', provider])]);
}

/** The id that the base has in the same place: the same tier's model, or its id for the same provider. */
function idBefore(before: TierDeclaration | undefined, provider: string | null): ModelId | undefined {
  return provider === null ? before?.model : before?.providers.get(provider);
}

/** Every model that a tier gets. */
export const newModels = shared(({ base, head }): readonly NewModel[] =>
  head.allocation.tiers.flatMap((tier) => {
    const before = base.allocation.tiers.find((each) => each.name === tier.name);
    const changed = idsOfTier(tier).filter(({ id, provider }) => id !== idBefore(before, provider));
    return changed.map(({ id, provider }): NewModel => {
      const formerId = idBefore(before, provider) ?? before?.model ?? null;
      const former = formerId === null ? null : findModel(base.table, formerId);
      const line = former?.line ?? promisedLine(tier);
      const at = placeOfModel(head.allocation, tier, provider);
      return { tier, id, row: findModel(base.table, id), formerId, former, line, at };
    });
  }),
);
