import type { InitDocument } from '../../generated/init.ts';
import type { Immutable } from '../../immutable.ts';
import { count, dollars, number, wholePercent } from '../figures.ts';
import { columns, lines } from '../tables.ts';

type Figures = NonNullable<Immutable<InitDocument>['budget']>;

/** What is shown of a proposal beside its figures. */
export interface BudgetWords {
  readonly name: string;
  readonly figures: Figures;
  /** Where work begins to be deferred. */
  readonly orange: number;
  readonly enforced: boolean;
  /** The budget as the file has it, for people; null: it has none. */
  readonly present: string | null;
  /** What changes in the file, as lines of a diff; empty: nothing. */
  readonly hunks: readonly string[];
}

/** `6,000,000 tokens`, `$12.50`. */
export function budgetText(measure: Figures['measure'], value: number): string {
  return measure === 'tokens' ? `${number(value)} tokens` : dollars(Math.round(value * 1_000_000));
}

function unknownText({ weeks, measure }: Figures): string | null {
  const unmeasured = weeks.reduce((sum, week) => sum + week.unmeasured, 0);
  const unpriced = measure === 'usd' ? weeks.reduce((sum, week) => sum + week.unpriced, 0) : 0;
  const parts = [
    ...(unmeasured === 0 ? [] : [`${count(unmeasured, 'record')} of usage that was not measured`]),
    ...(unpriced === 0 ? [] : [`${count(unpriced, 'record')} of models without a price`]),
  ];
  return parts.length === 0
    ? null
    : `More was used than these weeks say. Not in them: ${parts.join(' and ')}.`;
}

/** The weeks, the proposal with its reason, and the change of the file. */
export function renderBudgetPlan({ name, figures, orange, enforced, present, hunks }: BudgetWords): string {
  const { weeks, measure, needed, proposed, highest, median } = figures;
  const amount = (value: number | null): string =>
    value === null ? 'none' : budgetText(measure, measure === 'tokens' ? value : value / 1_000_000);
  const table = columns([
    ['Week', 'Tokens', 'Cost'],
    ...weeks.map(({ week, tokens, microusd }) => [week, number(tokens), dollars(microusd)]),
  ]);
  const unknown = unknownText(figures);
  const paragraphs = [
    `${name}: ${weeks.length === 0 ? 'no complete weeks' : count(weeks.length, 'complete week')} in the ledger`,
    ...(weeks.length === 0 ? [] : [table.join('\n')]),
    ...(unknown === null ? [] : [unknown]),
  ];
  if (needed > 0) {
    const more = `A proposal needs two complete weeks, from Monday to Sunday: ${needed} more ${needed === 1 ? 'is' : 'are'} missing.`;
    return [...paragraphs, more].join('\n\n');
  }
  if (proposed === null)
    return [...paragraphs, 'Nothing was used in these weeks: there is nothing to propose.'].join('\n\n');
  const reason = `The highest week was ${amount(highest)}, the median ${amount(median)}. With ${budgetText(measure, proposed)} a week, the highest would have ended just below ORANGE (${wholePercent(orange)}), where work begins to be deferred.`;
  if (hunks.length === 0) return [...paragraphs, reason, 'The file says so already.'].join('\n\n');
  return [
    ...paragraphs,
    lines(reason, '', '').join('\n'),
    [
      `  ~ allocation.yaml  ${present ?? 'no budget'} → ${budgetText(measure, proposed)} a week`,
      ...hunks.map((line) => `      ${line}`),
    ].join('\n'),
    enforced
      ? 'The budget is enforced: work is deferred by it.'
      : 'The budget only observes, and still does after this: mode: enforce makes it defer work.',
  ].join('\n\n');
}
