import type { Report } from '../../../report/document.ts';
import { instantText } from '../../dates.ts';
import { count, number, percent, percentReached, wholePercent } from '../../figures.ts';
import { moneyTotal } from '../../money.ts';
import { asForecast, forecastInFull, forecastText, scoreText } from '../../usage/forecast.ts';
import { lackingOf, reworkText, tierCost, tierCostShare } from '../../usage/words.ts';
import { type BarRow, courseChart, shareBars } from '../charts.ts';
import { card, type Drawing, drawing, twin } from '../figure.ts';
import { html, type Markup, type Piece } from '../markup.ts';
import type { View } from '../view.ts';
import { amountText, asStart, axisText, verdict, weekNumberText } from '../words.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

type Points = View['dashboard']['course']['used'];

/** What was used by the end of a day; null: the week has not come there. */
function atEndOf(day: number, points: Points, hours: number): number | null {
  if (hours <= day * 24) return null;
  return points.findLast(({ hour }) => hour <= (day + 1) * 24)?.used ?? 0;
}

function weekTitle({ report }: View): string {
  if (report.zone === null) {
    if (report.runs === 0 && report.uses.length === 0) return 'Nothing is spent, and there is no budget';
    const spent = moneyTotal(report.spent.microusd, lackingOf(report));
    return `${spent} spent${report.week_over ? '' : ' so far'}, without a budget`;
  }
  const reached =
    report.spent.fraction === null ? '' : ` at ${percentReached(report.spent.fraction)} of the budget`;
  if (report.week_over) return `The week ended in ${report.zone}${reached}${asForecast(report)}`;
  const ahead = forecastText(report);
  return `${report.zone}${reached} so far${ahead === null ? '' : `. ${ahead.replace(/ \(.*\)$/, '')}`}`;
}

/** A drawing that stands elsewhere, too, with its finding. */
export interface MainChart {
  readonly title: string;
  readonly sub: string;
  /** Null: there is nothing to draw. */
  readonly drawing: Drawing | null;
}

function unitOf({ dashboard }: View): string {
  return dashboard.course.measure === 'tokens' ? 'Tokens' : 'Dollars at list price';
}

/** The week's use against its budget, hour by hour. */
export function weekChart(view: View): MainChart {
  const { dashboard, report } = view;
  const { measure, limit, zones, used, before, hours, forecast } = dashboard.course;
  const form = (amount: number): string => amountText(measure, amount);
  const limits = [
    ...zones
      .filter(({ zone }) => zone !== 'EXHAUSTED')
      .map(({ zone, from }) => ({ value: from, name: zone, kind: 'zone' })),
    ...(limit === null ? [] : [{ value: limit, name: '100%', kind: 'whole' }]),
  ];
  const wedge =
    forecast === null
      ? ''
      : ` Shaded: the forecast of ${instantText(forecast.at)}, ${form(forecast.low)} to ${form(forecast.high)} (80% interval).`;
  const sum = used.at(-1)?.used ?? 0;
  const title = weekTitle(view);
  return {
    title,
    sub: `${unitOf(view)} since Monday, ${count(report.runs, 'run')}. Solid: this week. Dotted: the week before.${wedge}`,
    drawing:
      used.length + before.length === 0
        ? null
        : courseChart({
            label: `${title}. ${form(sum)} used${limit === null ? '' : ` of ${form(limit)}`}.`,
            form: (amount) => axisText(measure, amount),
            used,
            before,
            hours,
            limits,
            forecast,
            now: `${form(sum)} by now`,
          }),
  };
}

/** The same, as a part of the page. */
export function weekCourse(view: View): Markup {
  const { measure, used, before, hours } = view.dashboard.course;
  const { title, sub, drawing: drawn } = weekChart(view);
  const form = (amount: number): string => amountText(measure, amount);
  const told = [forecastInFull(view.report), scoreText(view.report)].filter((text) => text !== null);
  const rows = DAYS.map((day, place): readonly Piece[] => {
    const own = atEndOf(place, used, hours);
    const other = atEndOf(place, before, 168);
    return [day, own === null ? 'to come' : form(own), before.length === 0 ? '–' : form(other ?? 0)];
  });
  return card({ id: 'week', width: 8, title, sub }, [
    drawn === null
      ? html`<p class="empty">Nothing was used in this week or the one before.</p>`
      : drawing(drawn),
    told.length === 0 ? null : html`<p class="sub">${told.map((text) => `${text}. `)}</p>`,
    twin(
      `${unitOf(view)} used by the end of each day`,
      [{ head: 'Day' }, { head: 'This week', isFigure: true }, { head: 'Week before', isFigure: true }],
      rows,
    ),
  ]);
}

/** The colour of a tier, by its place. */
export function tierKind(place: number): string {
  return `t${Math.min(place, 4)}`;
}

const NAMELESS = 'other';

function nameOf({ tier }: Report['tiers'][number]): string {
  return tier ?? NAMELESS;
}

/** The tiers that any week has, cheapest first. */
function tierNames({ dashboard }: View): readonly string[] {
  const names = new Set(dashboard.reports.flatMap(({ tiers }) => tiers.map(nameOf)));
  return [...names].sort((a, b) => Number(a === NAMELESS) - Number(b === NAMELESS));
}

function keyOf(
  view: View,
  of: 'runs' | 'budget',
  shareOf: (tier: Report['tiers'][number]) => string,
): Markup {
  const { dashboard, report } = view;
  const parts = tierNames(view).map((name, place) => {
    const tier = report.tiers.find((each) => nameOf(each) === name);
    const aim = dashboard.aims.find((each) => each.tier === name && each.of === of);
    const target = aim === undefined ? undefined : report.targets.find(({ id }) => id === aim.id);
    const verdictOf =
      target === undefined
        ? null
        : target.status === 'met'
          ? verdict('good', 'met')
          : target.status === 'missed'
            ? verdict('warn', 'missed')
            : verdict('open', 'not known');
    const ofBudget =
      of === 'runs' || tier === undefined || tier.budget_share === null
        ? ''
        : `; ${percent(tier.budget_share)} of the ${dashboard.course.measure === 'tokens' ? 'tokens' : 'dollars'}`;
    return html`<li><i class="${tierKind(place)}"></i><b>${name}</b> ${tier === undefined ? '–' : shareOf(tier)}${
      target === undefined
        ? null
        : html`<span class="mut">${ofBudget}, aim ${aimOf(target.target, aim)}</span> `
    }${verdictOf}</li>`;
  });
  return html`<ul class="key">${parts}</ul>`;
}

/** What a target asks for, in short where it has two bounds. */
function aimOf(text: string, aim: View['dashboard']['aims'][number] | undefined): string {
  const { low = null, high = null } = aim ?? {};
  return low === null || high === null ? text : aimText({ low, high });
}

/** `60–70%`. */
function aimText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${Math.round(low * 100)}–${wholePercent(high)}`;
}

function runsTitle({ report, dashboard }: View): string {
  const [first] = report.tiers;
  if (first === undefined || first.run_share === null) return 'No runs in this week';
  const name = asStart(nameOf(first));
  const aim = dashboard.aims.find((each) => each.tier === first.tier && each.of === 'runs');
  const target = report.targets.find(({ id }) => id === aim?.id);
  const share = `${name} did ${wholePercent(first.run_share)} of the runs`;
  if (target === undefined || target.status === 'not-measured') return share;
  if (target.status === 'not-enough-data') return `${share}: too few to judge`;
  return `${share}, ${target.status === 'met' ? 'inside' : 'outside'} the aim of ${aimOf(target.target, aim)}`;
}

/** The weeks from the first one on in which anything ran: before it there was nothing to draw. */
function usedWeeks({ dashboard: { reports } }: View): readonly Report[] {
  const first = reports.findIndex(({ runs }) => runs > 0);
  return first < 0 ? [] : reports.slice(first);
}

/** In the place of a drawing. */
const NO_RUNS = html`<p class="empty">No runs in these weeks.</p>`;

/** Who ran how much, week by week, against the targets. */
export function runsChart(view: View): MainChart {
  const { dashboard } = view;
  const names = tierNames(view);
  const used = usedWeeks(view);
  const rows = used.map(
    ({ week, tiers, runs }): BarRow => ({
      head: weekNumberText(week),
      tail: number(runs),
      parts: names.flatMap((name, place) => {
        const tier = tiers.find((each) => nameOf(each) === name);
        if (tier === undefined || tier.run_share === null) return [];
        const title = `Week ${weekNumberText(week)}: ${name} ${percent(tier.run_share)}, ${number(tier.runs)} of ${count(runs, 'run')}`;
        return [{ kind: tierKind(place), share: tier.run_share, title }];
      }),
    }),
  );
  const aim = dashboard.aims.find(({ tier, of }) => tier === names[0] && of === 'runs');
  const both =
    aim === undefined || aim.low === null || aim.high === null ? null : { low: aim.low, high: aim.high };
  const title = runsTitle(view);
  return {
    title,
    sub: `Percent of the runs of each week by the tier that answered: ${names.join(', ')}, from the left. At the right: n`,
    drawing:
      used.length === 0
        ? null
        : shareBars(`${title}. Each week: ${names.join(', ')}, from the left.`, rows, both),
  };
}

/** The same, as a part of the page. */
export function tierRuns(view: View): Markup {
  const names = tierNames(view);
  const { title, sub, drawing: drawn } = runsChart(view);
  return card({ id: 'tiers', width: 6, title, sub }, [
    keyOf(view, 'runs', ({ runs, run_share }) =>
      run_share === null ? '–' : `${percent(run_share)} (n = ${number(runs)})`,
    ),
    drawn === null ? NO_RUNS : drawing(drawn),
    twin(
      'Runs by tier and week',
      [{ head: 'Week' }, ...names.map((head) => ({ head, isFigure: true })), { head: 'All', isFigure: true }],
      view.dashboard.reports.map(({ week, tiers, runs }) => [
        week,
        ...names.map((name) => {
          const tier = tiers.find((each) => nameOf(each) === name);
          return tier === undefined
            ? '–'
            : `${number(tier.runs)}${tier.run_share === null ? '' : ` (${percent(tier.run_share)})`}`;
        }),
        number(runs),
      ]),
    ),
  ]);
}

function costTitle({ report }: View): string {
  const priced = report.tiers.filter(({ cost_share }) => cost_share !== null);
  const [first] = priced;
  if (first === undefined || first.cost_share === null || first.run_share === null)
    return report.runs === 0 ? 'No cost in this week' : 'The cost of this week is not known';
  return `${asStart(nameOf(first))} did ${wholePercent(first.run_share)} of the runs for ${wholePercent(first.cost_share)} of the spend`;
}

/** What each tier cost, week by week. */
export function tierCosts(view: View): Markup {
  const { dashboard } = view;
  const names = tierNames(view);
  const rows = usedWeeks(view).map((each): BarRow => {
    const { week, tiers, spent, runs } = each;
    const total = moneyTotal(spent.microusd, lackingOf(each));
    return {
      head: weekNumberText(week),
      tail: runs === 0 ? '–' : total,
      parts: names.flatMap((name, place) => {
        const tier = tiers.find((own) => nameOf(own) === name);
        if (tier === undefined || tier.cost_share === null) return [];
        const title = `Week ${weekNumberText(week)}: ${name} ${percent(tier.cost_share)}, ${tierCost(tier)} of ${total}`;
        return [{ kind: tierKind(place), share: tier.cost_share, title }];
      }),
    };
  });
  return card(
    {
      id: 'costs',
      width: 6,
      title: costTitle(view),
      sub: 'Share of the cost of each week by tier, percent of dollars at list price. At the right: the cost of the week',
    },
    [
      keyOf(
        view,
        'budget',
        (tier) => `${tierCost(tier)}${tier.microusd === 0 ? '' : ` (${tierCostShare(tier)})`}`,
      ),
      rows.length === 0
        ? NO_RUNS
        : drawing(shareBars(`${costTitle(view)}. Week by week in the table below.`, rows, null)),
      twin(
        'Cost by tier and week, with rework of first attempts assigned to the tier',
        [
          { head: 'Week' },
          ...names.map((head) => ({ head, isFigure: true })),
          { head: 'All', isFigure: true },
          { head: 'Rework', isFigure: true },
          { head: 'Runs', isFigure: true },
        ],
        dashboard.reports.map((each) => [
          each.week,
          ...names.map((name) => {
            const tier = each.tiers.find((own) => nameOf(own) === name);
            return tier === undefined ? '–' : tierCost(tier);
          }),
          each.runs === 0 ? '–' : moneyTotal(each.spent.microusd, lackingOf(each)),
          reworkText(each.rework),
          number(each.runs),
        ]),
      ),
    ],
  );
}
