import { LINES } from '../../../../allocation/names.ts';
import { type AddedModel, findModel } from '../../../../usage/models/models.ts';
import { isLesser } from '../../../decision/models-of-tiers.ts';
import { plainText } from '../../changes.ts';
import type { Rule } from '../../rule.ts';
import { isNewFile, type RuleContext } from '../../rule-context.ts';
import { replacedPrices } from './replaced-prices.ts';

const RATES = ['input', 'output', 'cache_read', 'cache_write_5m', 'cache_write_1h'] as const;

/** What speaks against a row, by itself or by the shipped table, in words. */
function doubts(
  { id, line, providers, prices }: AddedModel,
  { head, today }: RuleContext,
): readonly string[] {
  const named = [id, ...Object.values(providers ?? {})].flatMap((each) => {
    const words = each.toLowerCase().split(/[^a-z]+/);
    const lesser = LINES.find((other) => isLesser(other, line) && words.includes(other));
    return lesser === undefined ? [] : [`says line ${line}, but its id ${each} names ${lesser}`];
  });
  const free = RATES.filter((rate) => prices?.some((price) => price[rate] === 0));
  const costs = free.length === 0 ? [] : [`has a price of nothing for ${free.join(', ')}`];
  const [shipped, joined] = [findModel(head.shipped, id), findModel(head.table, id)];
  const far = shipped === null || joined === null ? [] : replacedPrices(shipped, joined, today);
  return [...named, ...costs, ...far];
}

export const modelRowDoubtful: Rule = {
  id: 'HF227',
  name: 'model-row-doubtful',
  severity: 'warning',
  purpose:
    'A row of `models:` names a lesser line in its id than it claims, prices of nothing, or prices far from the shipped ones.',
  remedy:
    "hold the row against the provider's list: by its line floors are kept, and by its prices budgets are.",
  breach: false,
  checks: {
    change: (context) => {
      const { base, head } = context;
      const models = isNewFile(context) ? [] : base.allocation.models;
      return head.allocation.models.flatMap(({ row, origin }) => {
        const before = models.find((each) => each.row.id === row.id);
        if (plainText(before?.row) === plainText(row)) return [];
        return doubts(row, context).map((doubt) => ({
          message: `The row of the model ${row.id} ${doubt}.`,
          at: origin.position,
        }));
      });
    },
  },
};
