import { findModel } from '../../../../usage/models/models.ts';
import { plainText } from '../../changes.ts';
import type { Found, Rule } from '../../rule.ts';
import { isNewFile, type RuleContext } from '../../rule-context.ts';
import { newModels } from './new-models.ts';

/** Models that only the base's own rows speak for. */
function unbacked(context: RuleContext): readonly Found[] {
  return newModels(context).flatMap(({ tier, id, row, at }) => {
    if (row === null || findModel(context.base.shipped, id) !== null) return [];
    const message = `The tier ${tier.name} gets the model ${id}: only its row under models: says that it is of the line ${row.line}, and nothing here can check that.`;
    return [{ message, at }];
  });
}

function editedRows(context: RuleContext): readonly Found[] {
  const { base, head } = context;
  const models = isNewFile(context) ? [] : base.allocation.models;
  return head.allocation.models.flatMap(({ row, origin }) => {
    const before = models.find((each) => each.row.id === row.id);
    if (plainText(before?.row) === plainText(row)) return [];
    const what = before === undefined ? 'is added' : 'changes';
    const message = `The row of the model ${row.id} ${what}: it says line ${row.line}, and nothing here can check that.`;
    return [{ message, at: origin.position }];
  });
}

export const modelRowEdited: Rule = {
  id: 'HF208',
  name: 'model-row-edited',
  severity: 'warning',
  purpose:
    "A row of `models:` is added or edited: a claim about a model's line or price that the shipped table does not back.",
  remedy: "check the row's line and prices against the provider's documents.",
  breach: false,
  checks: { change: (context) => [...unbacked(context), ...editedRows(context)] },
};
