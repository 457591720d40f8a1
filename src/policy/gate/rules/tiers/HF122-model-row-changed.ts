import { findModel } from '../../../../usage/models/models.ts';
import { idsOfTier } from '../../../decision/models-of-tiers.ts';
import type { Found, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

/** Rows of the base whose line is another in the head, or gone while a tier still has the model. */
function changedLines({ base, head }: RuleContext): readonly Found[] {
  const inUse = new Set(head.allocation.tiers.flatMap((tier) => idsOfTier(tier).map(({ id }) => String(id))));
  return base.allocation.models.flatMap(({ row }) => {
    const after = head.allocation.models.find((each) => each.row.id === row.id);
    const line = findModel(head.table, row.id)?.line ?? null;
    const used = [row.id, ...Object.values(row.providers ?? {})].some((id) => inUse.has(id));
    if (line === row.line || (after === undefined && !used)) return [];
    const message = `The model ${row.id} is declared to be of the line ${row.line} on the base, and ${line ?? 'of no known line'} in the head.`;
    return [{ message, at: after?.origin.position ?? head.allocation.at(['models']) }];
  });
}

/** Ids of providers that would stand for another model. */
function changedIds({ base, head }: RuleContext): readonly Found[] {
  return head.allocation.models.flatMap(({ row, origin }) =>
    Object.entries(row.providers ?? {}).flatMap(([provider, id]) => {
      const known = findModel(base.table, id);
      if (known === null || known.id === row.id) return [];
      const message = `The id ${id} (${provider}) stands for ${known.id} on the base and would stand for ${row.id}.`;
      return [{ message, at: origin.position }];
    }),
  );
}

export const modelRowChanged: Rule = {
  id: 'HF122',
  name: 'model-row-changed',
  severity: 'error',
  purpose: "A model's declared line changes.",
  remedy: "give the model's row the line that it has on the base.",
  breach: false,
  checks: { change: (context) => [...changedLines(context), ...changedIds(context)] },
};
