import { tierBreaches } from '../../../decision/breaches.ts';
import { isLesser } from '../../../decision/models-of-tiers.ts';
import type { Found, Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { newModels } from './new-models.ts';

/** Tiers that have a lesser model than their name or their first model promises; one is told of each line. */
function lesserThanPromised({ head }: RuleContext, told: readonly Found[]): readonly Found[] {
  const lines = new Set(told.map((each) => each.at?.line));
  return tierBreaches(head.allocation, head.table).flatMap((breach) => {
    const at = breach.origin.position;
    if (breach.kind !== 'lesser-line' || lines.has(at.line)) return [];
    lines.add(at.line);
    return [{ message: breach.message, at }];
  });
}

export const modelOfLesserLine: Rule = {
  id: 'HF110',
  name: 'model-of-lesser-line',
  severity: 'error',
  purpose: "A tier's model is replaced by one of a lesser line.",
  remedy: "give the tier a model of the base's line or of a higher one.",
  breach: true,
  checks: {
    change: (context) => {
      const replaced = newModels(context).flatMap(({ tier, id, row, line, at }) => {
        if (row === null || line === null || !isLesser(row.line, line)) return [];
        const message = `The tier ${tier.name} gets the model ${id} of the line ${row.line}, which is lesser than ${line}.`;
        return [{ message, at }];
      });
      return [...replaced, ...lesserThanPromised(context, replaced)];
    },
  },
};
