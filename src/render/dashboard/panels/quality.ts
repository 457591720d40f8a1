import type { Report } from '../../../report/document.ts';
import { count, number, percent, plainPercent, wholePercent } from '../../figures.ts';
import { escalationCells, reworkText } from '../../usage/words.ts';
import { shareBar, type WeekValue, weekLines } from '../charts.ts';
import { card, drawing, table, twin } from '../figure.ts';
import { html, type Markup } from '../markup.ts';
import type { View } from '../view.ts';
import { asStart, firstOf, inWords, notShown, rangeText, verdict, weekNumberText } from '../words.ts';

/** Above this share of escalated runs the assignments are too low: see `report`. */
const ESCALATION_LINE = 0.15;
/** Above this share of reworked first attempts the tier is too low. */
const REWORK_LINE = 0.25;

type Funnel = View['dashboard']['escalations'][number];

function funnelTitle({ dashboard }: View): string {
  const escalated = dashboard.escalations.reduce((sum, each) => sum + each.escalated, 0);
  const passed = dashboard.escalations.reduce((sum, each) => sum + each.passed, 0);
  if (escalated === 0) return 'No run was escalated';
  return `The higher tier repaired ${number(passed)} of ${count(escalated, 'escalated run')}`;
}

function funnelOf(each: Funnel): Markup {
  const { tier, first, reworked, unknown, escalated, passed, failed } = each;
  const row = (name: string, value: number, note: string, limit: number | null = null): Markup => {
    const share = first === 0 ? 0 : value / first;
    return html`<div class="f"><span>${name}</span>${shareBar(`${name}: ${number(value)} of ${count(first, 'first attempt')} on ${tier}`, share, 't1', limit)}<b>${number(value)}</b><small>${first === 0 ? '–' : wholePercent(share)}${note}</small></div>`;
  };
  const open =
    unknown === 0 ? null : html`<p class="sub">The fate of ${number(unknown)} is not known yet.</p>`;
  const other = escalated - passed - failed;
  const untold =
    other > 0
      ? html`<p class="sub">Of ${count(other, 'escalated run')} nobody knows how it ended.</p>`
      : null;
  return html`<h3>From ${tier}</h3>${row('first attempts', first, '')}${row('needed rework', reworked, '')}${row('escalated', escalated, '', ESCALATION_LINE)}${row('repaired above', passed, '')}${open}${untold}`;
}

const REASONS = 6;

/** First attempts, rework, escalation and repair, by tier, over all weeks. */
export function escalationFunnel(view: View): Markup {
  const { dashboard, report } = view;
  const seen = dashboard.escalations.filter(({ first, escalated }) => first + escalated > 0);
  const { shown, left } = firstOf(report.escalation.reasons, REASONS);
  const reasons =
    shown.length === 0
      ? null
      : html`<h3>Why, in week ${weekNumberText(report.week)}</h3>${table(
          'Reasons of the escalations of the week',
          [
            { head: 'Tiers' },
            { head: 'Set off by' },
            { head: 'Reason' },
            { head: 'n', isFigure: true },
            { head: 'Passed', isFigure: true },
            { head: 'Failed', isFigure: true },
          ],
          shown.map((each) => escalationCells(each).map((text) => text.slice(0, 100))),
          'small',
        )}${notShown(left)}`;
  return card(
    {
      id: 'escalation',
      width: 6,
      title: funnelTitle(view),
      sub: `${asStart(count(dashboard.reports.length, 'week'))}, by the tier of the first attempt; percent of first attempts. The line across: 15%, above which the assignments are too low`,
    },
    [
      seen.length === 0 ? html`<p class="empty">No first attempt in these weeks.</p>` : seen.map(funnelOf),
      reasons,
      twin(
        'First attempts and what became of them',
        [
          { head: 'Tier' },
          { head: 'First attempts', isFigure: true },
          { head: 'Reworked', isFigure: true },
          { head: 'Not known yet', isFigure: true },
          { head: 'Escalated', isFigure: true },
          { head: 'Passed above', isFigure: true },
          { head: 'Failed above', isFigure: true },
        ],
        dashboard.escalations.map((each) => [
          each.tier,
          ...[each.first, each.reworked, each.unknown, each.escalated, each.passed, each.failed].map(number),
        ]),
      ),
    ],
  );
}

function rateIn(report: Report, name: string, rate: number | null, hits: string): WeekValue {
  const week = weekNumberText(report.week);
  return { week, low: rate, high: rate, title: `Week ${week}: ${name} ${percent(rate)}, ${hits}` };
}

function between(values: readonly number[]): string {
  if (values.length === 0) return 'none';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

function ratesTitle({ report }: View): string {
  const { escalation_rate: rate, runs } = report;
  if (rate === null) return 'No runs, and so no rates, in this week';
  const { n } = report.escalation.of_all;
  const line = rate > ESCALATION_LINE ? 'above' : 'below';
  return `${plainPercent(Math.round(rate * 1000) / 1000)} of ${count(n, 'run')} escalated, ${line} the 15% line${runs < 30 ? ': too few to judge' : ''}`;
}

/** Escalations, rework and overrides, week by week. */
export function rates(view: View): Markup {
  const { dashboard, report } = view;
  const { reports } = dashboard;
  const runs = reports.map((each) => each.runs).filter((each) => each > 0);
  const escalations = reports.map((each) => {
    const { hits, n } = each.escalation.of_all;
    return rateIn(each, 'escalated', each.escalation_rate, `${number(hits)} of ${count(n, 'run')}`);
  });
  const rework = reports.map((each): WeekValue => {
    const week = weekNumberText(each.week);
    const { low, high } = each.rework;
    return {
      week,
      low,
      high,
      title: `Week ${week}: ${rangeText(each.rework)} reworked, ${reworkText(each.rework)}`,
    };
  });
  const overrides = reports.map((each) =>
    rateIn(each, 'overridden', each.override_rate, `n = ${count(each.runs, 'run')}`),
  );
  const form = (share: number): string => wholePercent(share);
  const unknown = report.rework.unknown;
  const alarmed = report.escalation_rate !== null && report.escalation_rate > ESCALATION_LINE;
  const drawn = runs.length > 0;
  const firsts = reports.map((each) => each.rework.n).filter((each) => each > 0);
  const charts = drawn
    ? [
        html`<h3>Escalated, percent of runs (n = ${between(runs)} a week) ${alarmed ? verdict('bad', 'above the line') : null}</h3>`,
        drawing(
          weekLines({
            label: `Escalation rate by week, alert line at 15 percent; ${percent(report.escalation_rate)} in the last.`,
            form,
            values: escalations,
            limits: [{ value: ESCALATION_LINE, name: 'alert', kind: 'alert' }],
            least: 0.16,
            last: percent(report.escalation_rate),
          }),
        ),
        html`<h3>Reworked, percent of first attempts (n = ${between(firsts)} a week)</h3>`,
        drawing(
          weekLines({
            label: `Rework rate by week; ${rangeText(report.rework)} in the last.`,
            form,
            values: rework,
            limits: [{ value: REWORK_LINE, name: 'alert', kind: 'alert' }],
            least: 0.26,
            last: unknown > 0 ? `≥ ${wholePercent(report.rework.low ?? 0)}` : percent(report.rework.low),
          }),
        ),
        unknown === 0
          ? null
          : html`<p class="sub">Shaded: the fate of young runs is not known yet (${number(unknown)} this week).</p>`,
        html`<h3>Overridden by a person, percent of runs (n = ${between(runs)} a week)</h3>`,
        drawing(
          weekLines({
            label: `Override rate by week; ${percent(report.override_rate)} in the last.`,
            height: 90,
            form,
            values: overrides,
            limits: [],
            least: 0.05,
            last: percent(report.override_rate),
          }),
        ),
      ]
    : [html`<p class="empty">No runs in these weeks.</p>`];
  const people = firstOf(report.overrides, 5);
  const named =
    people.shown.length === 0
      ? null
      : html`<h3>${asStart(inWords(report.overrides.length))} ${report.overrides.length === 1 ? 'override' : 'overrides'} in week ${weekNumberText(report.week)}</h3><ul>${people.shown.map(
          ({ agent, phase, tier, by, reason, runs: times }) =>
            html`<li><b>${agent}/${phase}</b> on ${tier} by ${by.slice(0, 60)}, ${count(times, 'run')}: ${reason.slice(0, 200)}</li>`,
        )}</ul>${notShown(people.left)}`;
  return card({ id: 'rates', width: 6, title: ratesTitle(view), sub: 'Week by week' }, [
    charts,
    named,
    twin(
      'Rates by week',
      [
        { head: 'Week' },
        { head: 'Escalated', isFigure: true },
        { head: 'Reworked', isFigure: true },
        { head: 'Overridden', isFigure: true },
        { head: 'Critical', isFigure: true },
        { head: 'Runs', isFigure: true },
      ],
      reports.map((each) => {
        const { hits, n } = each.escalation.of_all;
        return [
          each.week,
          `${number(hits)} of ${number(n)}`,
          reworkText(each.rework),
          percent(each.override_rate),
          percent(each.critical_rate),
          number(each.runs),
        ];
      }),
    ),
  ]);
}
