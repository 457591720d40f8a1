import type { Allocation, TierDeclaration } from '../../../../allocation/allocation.ts';
import type { Line, ModelId } from '../../../../allocation/names.ts';
import type { Position } from '../../../../allocation/source.ts';
import { findModel, type ModelRow } from '../../../../usage/models/models.ts';
import { tierBreaches } from '../../../decision/breaches.ts';
import { lineOfAlias } from '../../../decision/model-names.ts';
import { idsOfTier, promisedLine } from '../../../decision/models-of-tiers.ts';
import type { Found } from '../../rule.ts';
import { isNewFile, type RuleContext, shared } from '../../rule-context.ts';

/** A model that a tier of the head did not have on the base, with what the base knows of it. */
interface NewModel {
  readonly tier: TierDeclaration;
  readonly id: ModelId;
  /** Null: the Claude API. */
  readonly provider: string | null;
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
      const line = former?.line ?? promisedLine(tier) ?? (formerId === null ? null : lineOfAlias(formerId));
      const at = placeOfModel(head.allocation, tier, provider);
      return { tier, id, provider, row: findModel(base.table, id), formerId, former, line, at };
    });
  }),
);

/** The models that a tier gets; of a file that is new, every one. */
export function modelsToJudge(context: RuleContext): readonly Pick<NewModel, 'tier' | 'id' | 'row' | 'at'>[] {
  if (!isNewFile(context)) return newModels(context);
  const { allocation, table } = context.head;
  return allocation.tiers.flatMap((tier) =>
    idsOfTier(tier).map(({ id, provider }) => ({
      tier,
      id,
      row: findModel(table, id),
      at: placeOfModel(allocation, tier, provider),
    })),
  );
}

/** A finding about an id of a tier, where that id stands. */
export function foundModel(
  allocation: Allocation,
  { message, fix, provider, origin }: ReturnType<typeof tierBreaches>[number],
): Found {
  const tier = allocation.tiers.find((each) => each.origin === origin);
  const at = tier === undefined ? origin.position : placeOfModel(allocation, tier, provider);
  return { message: fix === null ? message : `${message} ${fix}`, at };
}

/**
 * The ids of no known line, either those that work under a floor can get or the others. One that the base did not have
 * in its place is told of by HF111, whoever can get it; one at a provider that the base has was approved there.
 */
export function unknownModels(context: RuleContext, blocking: boolean): readonly Found[] {
  const { allocation, table } = context.head;
  const replaced = newModels(context);
  return tierBreaches(allocation, table).flatMap((breach) => {
    if (breach.kind !== 'unknown-line') return [];
    const blocks = breach.refused || (breach.underFloor && isNewFile(context));
    const told = replaced.some(({ tier, id }) => tier.origin === breach.origin && id === breach.id);
    return told || blocks !== blocking ? [] : [foundModel(allocation, breach)];
  });
}
