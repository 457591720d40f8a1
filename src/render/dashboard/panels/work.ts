import type { Report } from '../../../report/document.ts';
import { count, dollars, number, wholePercent } from '../../figures.ts';
import { money, moneyTotal } from '../../money.ts';
import { tokensText } from '../../usage/words.ts';
import { cellName } from '../../words.ts';
import { type WeekValue, weekLines } from '../charts.ts';
import { card, drawing, table, twin } from '../figure.ts';
import { html, type Markup } from '../markup.ts';
import type { View } from '../view.ts';
import { asStart, axisText, inWords, itemChange, weekNumberText, workItem } from '../words.ts';

function meanText({ per_work_item: own }: Report): string {
  if (own === undefined || own.n === 0) return '–';
  const { unpriced, unmeasured, partial } = own;
  return moneyTotal(own.mean_microusd ?? 0, { unpriced, unmeasured, partial });
}

function itemTitle({ report, before }: View): string {
  const now = report.per_work_item?.mean_microusd ?? null;
  if (now === null) return 'What a work item costs is not known in this week';
  const change = itemChange(report.per_work_item, before?.per_work_item);
  const cost = `A work item costs ${meanText(report)}`;
  return change === null ? cost : `${cost}, ${change} the week before`;
}

/** What a piece of work costs, week by week. */
export function workItemCost(view: View): Markup {
  const { reports } = view.dashboard;
  const values = reports.map((each): WeekValue => {
    const mean = each.per_work_item?.mean_microusd ?? null;
    const week = weekNumberText(each.week);
    const n = each.per_work_item?.n ?? 0;
    return {
      week,
      low: mean,
      high: mean,
      title: `Week ${week}: ${meanText(each)}, n = ${count(n, 'work item')}`,
    };
  });
  const isDrawn = values.some(({ low }) => low !== null);
  const n = view.report.per_work_item?.n ?? 0;
  return card(
    {
      id: 'items',
      width: 6,
      title: itemTitle(view),
      sub: `Dollars at list price for each work item with a record, its mean; n = ${count(n, 'work item')} in the last week`,
    },
    [
      isDrawn
        ? drawing(
            weekLines({
              label: `${itemTitle(view)}. Week by week in the table below.`,
              height: 190,
              form: (amount) => axisText('usd', amount),
              values,
              limits: [],
              least: 0,
              last: meanText(view.report),
            }),
          )
        : html`<p class="empty">No record of these weeks names a work item and has a price.</p>`,
      twin(
        'Cost per work item by week',
        [
          { head: 'Week' },
          { head: 'Per work item', isFigure: true },
          { head: 'Work items', isFigure: true },
          { head: 'All of them', isFigure: true },
        ],
        reports.map((each) => {
          const own = each.per_work_item;
          const all = own === undefined || own.n === 0 ? '–' : money(own.microusd, own);
          return [each.week, meanText(each), number(own?.n ?? 0), all];
        }),
      ),
    ],
  );
}

/** The dearest pieces of work of the week. */
export function dearest({ report, place }: View): Markup {
  const { work_items: items } = report;
  const n = report.per_work_item?.n ?? items.length;
  const sum = items.reduce((total, { microusd }) => total + microusd, 0);
  const part = report.spent.microusd === 0 ? null : sum / report.spent.microusd;
  const which = n <= items.length ? `All ${inWords(items.length)}` : asStart(inWords(items.length));
  const title =
    items.length === 0
      ? 'No work item was named in this week'
      : items.length === 1
        ? 'One work item was worked on'
        : `${which}${n <= items.length ? '' : ` of ${number(n)}`} work items took ${part === null ? 'a part of the week’s use' : `${wholePercent(part)} of the week’s spend`}`;
  return card(
    {
      id: 'dearest',
      width: 6,
      title,
      sub: `Week ${weekNumberText(report.week)}, by cost; n = ${count(n, 'work item')}`,
    },
    items.length === 0
      ? html`<p class="empty">Records name none. The input <code>work-item</code> says it where no pull request or issue does.</p>`
      : table(
          'The dearest work items of the week',
          [
            { head: 'Work item' },
            { head: 'Runs', isFigure: true },
            { head: 'Tokens', isFigure: true },
            { head: 'Cost', isFigure: true },
            { head: 'Most of it' },
          ],
          items.map((each) => [
            workItem(each.work_item, place),
            number(each.runs),
            tokensText(each),
            money(each.microusd, each),
            `${cellName(each.dearest.agent, each.dearest.phase)}${each.dearest.microusd === 0 ? '' : ` ${dollars(each.dearest.microusd)}`}`,
          ]),
        ),
  );
}
