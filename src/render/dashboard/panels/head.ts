import type { Report } from '../../../report/document.ts';
import { interval } from '../../../report/targets.ts';
import { instantText, weekText } from '../../dates.ts';
import { count, number, percentReached, plainPercent, wholePercent } from '../../figures.ts';
import { moneyTotal } from '../../money.ts';
import { jobsText, lackingOf } from '../../usage/words.ts';
import { cellName } from '../../words.ts';
import { meter } from '../charts.ts';
import type { Dashboard } from '../document.ts';
import { card } from '../figure.ts';
import { html, type Markup, type Piece } from '../markup.ts';
import type { View } from '../view.ts';
import { asStart, firstOf, inWords, itemChange, notShown, rangeText, verdict } from '../words.ts';

/** Uses of a model below the floor, in a week. */
function broken({ mismatches }: Report): number {
  return mismatches.reduce((sum, { below_floor, records }) => sum + (below_floor ? records : 0), 0);
}

/** False where no cell is under a floor: then none can be held. */
function hasFloors({ cells }: Dashboard): boolean {
  return cells.some(({ floor }) => floor !== null);
}

function headline({ dashboard, report }: View): string {
  if (report.runs === 0) return 'No run of this week is known';
  const below = broken(report);
  const floors =
    below === 0
      ? hasFloors(dashboard)
        ? 'Every floor held.'
        : 'No cell is under a floor.'
      : `${asStart(inWords(below))} ${below === 1 ? 'use' : 'uses'} below a floor.`;
  const [first] = report.tiers;
  if (first === undefined || first.tier === null || first.run_share === null) return floors;
  const spend = first.cost_share === null ? '' : ` and took ${wholePercent(first.cost_share)} of the spend`;
  return `${floors} ${asStart(first.tier)} did ${wholePercent(first.run_share)} of the runs${spend}.`;
}

const NAV: readonly (readonly [string, string])[] = [
  ['week', 'Budget'],
  ['tiers', 'Tiers'],
  ['matrix', 'Matrix'],
  ['escalation', 'Escalation'],
  ['items', 'Work items'],
  ['calibration', 'Calibration'],
  ['ahead', 'Ahead'],
  ['targets', 'Targets'],
];

/** The head of the page: what it is about, the finding, and the way through it. */
export function header(view: View): Markup {
  const { dashboard, report } = view;
  const state = report.complete
    ? 'complete: nothing is missing'
    : `not complete: ${report.incomplete.slice(0, 3).join('; ').slice(0, 300)}`;
  const where = dashboard.repository === null ? '' : ` · ${dashboard.repository}`;
  return html`<header><p class="eye">haiku-first${where} · ${weekText(report.week).toLowerCase()} of ${report.week.slice(0, 4)} · ${jobsText(report.jobs)} · ${state}</p><h1>${headline(view)}</h1><nav aria-label="Parts of the page">${NAV.map(
    ([id, name]) => html`<a href="#${id}">${name}</a> `,
  )}<button type="button" id="theme" hidden>Theme: as the system</button></nav></header>`;
}

function figure(key: string, value: Piece, note: Piece, more: Piece = null): Markup {
  return html`<section class="card c3 kpi"><h2 class="k">${key}</h2><p class="v">${value}</p>${more}<p class="n">${note}</p></section>`;
}

function budgetFigure({ dashboard, report }: View): Markup {
  const isEmpty = report.uses.length === 0 && report.runs === 0;
  const cost = isEmpty ? 'no records' : moneyTotal(report.spent.microusd, lackingOf(report));
  const { fraction } = report.spent;
  const { limit, zones } = dashboard.course;
  const bar =
    fraction === null || limit === null
      ? null
      : meter(
          `${percentReached(fraction)} of the weekly budget is used`,
          fraction,
          zones.map(({ from }) => from / limit),
        );
  const zone =
    report.zone === null
      ? 'The allocation has no budget.'
      : html`<b class="zone ${report.zone.toLowerCase()}">${report.zone}</b> ${report.budget ?? ''}`;
  return figure('Spent at list price', cost, zone, bar);
}

function floorsFigure({ dashboard, report }: View): Markup {
  const below = broken(report);
  const all = dashboard.reports.reduce((sum, each) => sum + broken(each), 0);
  const runs = dashboard.reports.reduce((sum, each) => sum + each.runs, 0);
  const held = hasFloors(dashboard) ? verdict('good', 'held') : 'no cell is under a floor';
  const mark = below === 0 ? held : verdict('bad', 'broken');
  const own = report.runs === 0 ? 'no runs' : html`${mark} · ${count(report.runs, 'run')}`;
  const note = html`${own}; ${number(all)} in ${count(runs, 'run')} of ${count(dashboard.reports.length, 'week')}`;
  return figure('Uses below their floor', report.runs === 0 ? 'none known' : number(below), note);
}

function reworkFigure({ report }: View): Markup {
  const { hits, n, unknown } = report.rework;
  const sure = unknown === 0 && n > 0 ? interval(hits, n) : null;
  const range =
    sure === null
      ? ''
      : `; 80% interval ${plainPercent(Math.round(sure.low * 1000) / 1000)} to ${plainPercent(Math.round(sure.high * 1000) / 1000)}`;
  const open = unknown === 0 ? '' : `; the fate of ${number(unknown)} is not known yet`;
  return figure(
    'Rework',
    rangeText(report.rework),
    `${number(hits)} of ${count(n, 'first attempt')}${range}${open}`,
  );
}

function itemFigure({ report, before }: View): Markup {
  const own = report.per_work_item;
  if (own === undefined || own.n === 0)
    return figure('Cost per work item', 'not known', 'no work item in this week');
  const lacking = { unpriced: own.unpriced, unmeasured: own.unmeasured, partial: own.partial };
  const change = itemChange(own, before?.per_work_item);
  const then = change === null ? '' : `; ${change} the week before`;
  return figure(
    'Cost per work item',
    moneyTotal(own.mean_microusd ?? 0, lacking),
    `${count(own.n, 'work item')}${then}`,
  );
}

/** The four figures that people look for first. */
export function figures(view: View): readonly Markup[] {
  return [budgetFigure(view), floorsFigure(view), reworkFigure(view), itemFigure(view)];
}

const MOST = 6;

/** What somebody should decide: the alerts of the week, and what calibration proposes. */
export function decisions({ dashboard, report }: View): Markup {
  const proposals = dashboard.calibration.proposals.map(
    ({ agent, phase, to, sentence }): Piece =>
      html`<b>${cellName(agent, phase)}${to === null ? ': no tier mends it' : ` to ${to}?`}</b> ${sentence.slice(0, 400)}`,
  );
  const alerts = report.alerts.map(
    ({ kind, message }): Piece =>
      kind === 'below-floor'
        ? html`${verdict('bad', 'below its floor')}: ${message.slice(0, 400)}`
        : html`${message.slice(0, 400)}`,
  );
  const all = [...alerts, ...proposals];
  const { shown, left } = firstOf(all, MOST);
  const title =
    all.length === 0
      ? 'Nothing to decide'
      : `${asStart(inWords(all.length))} ${all.length === 1 ? 'thing' : 'things'} to decide`;
  const none = all.length === 0 ? html`<p>No alert, and nothing that calibration proposes.</p>` : null;
  return card({ id: 'decide', width: 4, title, sub: 'Alerts of the week, and what calibration proposes' }, [
    none,
    html`<ul class="todo">${shown.map((each) => html`<li>${each}</li>`)}</ul>`,
    notShown(left),
  ]);
}

/** What the figures are, and where they come from. */
export function footer({ dashboard, report }: View): Markup {
  const { commit, at, measured_until: until } = dashboard;
  const from =
    commit === null ? 'The ledger is empty.' : `Made from commit ${commit.slice(0, 12)} of the ledger`;
  const as = until === null ? '' : `; its latest record of these weeks is of ${instantText(until)}.`;
  return html`<footer><p>Costs are list prices as the jobs reported them: a claim, not a bill. Tokens are input, cache writes and output; cache reads are in the cost alone. A dash is what there is none of; what is not known is called so. ${from}${as} Page of ${instantText(at)}; the same figures as <code>haiku-first report --week ${report.week} --json</code>.</p></footer>`;
}

/** The page's title. */
export function titleOf({ repository, week }: Dashboard): string {
  return `haiku-first${repository === null ? '' : `: ${repository}`}, ${weekText(week).toLowerCase()} of ${week.slice(0, 4)}`;
}
