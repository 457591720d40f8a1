import type { Report } from '../../report/document.ts';
import type { TargetStatus } from '../../report/targets.ts';
import { fitToBudget, paragraph, type Section, units } from '../budget.ts';
import { instantText, weekText } from '../dates.ts';
import { inMarkdown, inMarkdownCode, markdownImage, markdownLink } from '../escape.ts';
import { count, NONE, NOT_KNOWN, number, percent, plainPercent, TOKENS_ARE } from '../figures.ts';
import { money, moneyTotal } from '../money.ts';
import { runLink, type TextPlace, workItemLink } from '../place.ts';
import { tableHead, tableRow } from '../tables.ts';
import { costBenefitSections } from './cost-benefit.ts';
import { asForecast, forecastText, scoreText } from './forecast.ts';
import { agentText } from './rows.ts';
import {
  actualText,
  deferredAndNext,
  lackingOf,
  notAttributed,
  overrideText,
  reworkText,
  statusText,
  targetsWithData,
  tierCost,
  tierCostShare,
  tokensText,
  usedExceptionText,
} from './words.ts';

/** UTF-16 units. GitHub refuses bodies of more than 65,536. */
export const WEEKLY_ISSUE_BUDGET = 60_000;

const MESSAGE = 300;
const NAME = 100;

/** Alerts that have a part of their own. */
const APART: readonly string[] = ['below-floor'];

function leftOut(rows: number): string {
  return `*${count(rows, 'line')} more, not shown here. The job summary has them all.*`;
}

function rowsSection(head: string, rows: readonly string[]): Section[] {
  return rows.length === 0 ? [] : [{ head, rows, held: 0, leftOut }];
}

function list(title: string, lines: readonly string[], bullet = '-'): Section[] {
  return rowsSection(
    `### ${title}\n`,
    lines.map((line) => `${bullet} ${line}`),
  );
}

function below(report: Report): readonly Report['mismatches'][number][] {
  return report.mismatches.filter(({ below_floor }) => below_floor);
}

function costOf(report: Report): string {
  const cost = moneyTotal(report.spent.microusd, lackingOf(report)).replace('≥', 'at least');
  return cost === NOT_KNOWN ? 'cost not known' : cost;
}

function floorsText(report: Report): string {
  const broken = below(report).reduce((sum, { records }) => sum + records, 0);
  return broken === 0 ? 'every floor held' : `${count(broken, 'use')} below a floor`;
}

/** The title of the week's issue, plain text of our own. */
export function weeklyTitle(report: Report): string {
  const year = report.week.slice(0, 4);
  return `haiku-first ${weekText(report.week).toLowerCase()} of ${year}: ${costOf(report)}, ${floorsText(report)}`;
}

function head(report: Report): Section[] {
  const { zone, budget, complete, incomplete, runs } = report;
  const used = `**${count(runs, 'run')}, ${costOf(report)}.**`;
  const told = [forecastText(report), scoreText(report)].flatMap((text) =>
    text === null ? [] : [` ${text}.`],
  );
  const week = zone === null ? '' : ` ${budget}, ${zone}${asForecast(report)}.${told.join('')}`;
  const whole = complete
    ? ' Complete: nothing is missing.'
    : ` ⚠️ Not complete: ${incomplete
        .slice(0, 5)
        .map((each) => inMarkdown(each, MESSAGE))
        .join('; ')}.`;
  return [paragraph(`${used}${week}${whole}`)];
}

/** A picture of the week, by its address. */
export interface IssueChart {
  /** Its finding. */
  readonly title: string;
  readonly address: string;
}

/** What the issue shows besides the figures. */
interface IssueExtras {
  /** Address of the dashboard; null: nobody said. */
  readonly dashboard: string | null;
  readonly charts: readonly IssueChart[];
}

function pictures({ dashboard, charts }: IssueExtras): Section[] {
  const link = dashboard === null ? [] : [markdownLink('The dashboard', dashboard)];
  const images = charts.map(({ title, address }) => markdownImage(title, address));
  return [...link, ...images].map((text) => paragraph(text));
}

function floorsSection(report: Report, place: TextPlace): Section[] {
  return list(
    '❌ Below their floor',
    below(report).map(({ agent, phase, tier_used, used, floor, records, work_items, run }) => {
      const model = tier_used === null ? inMarkdownCode(used, NAME) : inMarkdown(tier_used, NAME);
      const items = work_items.slice(0, 5).map((item) => workItemLink(item, place, NAME));
      const where = items.length === 0 ? '' : ` on ${items.join(', ')}${work_items.length > 5 ? ', …' : ''}`;
      const times = records === 1 ? '' : `, ${number(records)} times`;
      return `${inMarkdown(agentText(agent, phase), NAME)} ran on **${model}**, not ${inMarkdown(floor ?? '', NAME)}${where}${times} (${runLink('the latest run', place, run)})`;
    }),
  );
}

function decisions(report: Report): Section[] {
  const lines = report.alerts
    .filter(({ kind }) => !APART.includes(kind))
    .map(({ message }) => inMarkdown(message, MESSAGE));
  return list('Decide this week', lines, '- [ ]');
}

const MARKS: Readonly<Record<TargetStatus, string>> = {
  met: '✅',
  missed: '⚠️',
  'not-enough-data': '➖',
  'not-measured': '➖',
};

function tierTable(report: Report): Section[] {
  const rows = report.tiers.map((each) => {
    const { tier, runs, run_share, rework } = each;
    const target = report.targets.find(({ id }) => id === `${tier}_runs`);
    const aim = target === undefined ? NONE : `${MARKS[target.status]} ${inMarkdown(target.target, NAME)}`;
    const share = tierCostShare(each);
    return tableRow([
      tier === null ? 'other' : inMarkdown(tier, NAME),
      run_share === null ? number(runs) : `${number(runs)} (${percent(run_share)})`,
      aim,
      share === NONE ? tierCost(each) : `${tierCost(each)} (${share})`,
      reworkText(rework),
    ]);
  });
  const total = moneyTotal(report.spent.microusd, lackingOf(report));
  const all = tableRow([
    '**All**',
    `**${number(report.runs)}**`,
    '',
    `**${total}**`,
    `**${number(report.rework.hits)} of ${number(report.rework.n)}**`,
  ]);
  const head = tableHead(['Tier', 'Runs', 'Target', 'Cost', 'Rework'], new Set([1, 2, 3, 4]));
  return [
    paragraph('### What ran where'),
    ...rowsSection(head, [...rows, all]),
    paragraph('Rework: first attempts that had to be done again, by the tier that they were assigned to.'),
  ];
}

function dearest(report: Report, place: TextPlace): Section[] {
  if (report.work_items.length === 0) return [];
  const rows = report.work_items.map((each) => {
    const { agent, phase, microusd } = each.dearest;
    return tableRow([
      workItemLink(each.work_item, place, NAME),
      number(each.runs),
      tokensText(each),
      money(each.microusd, each),
      `${inMarkdown(agentText(agent, phase), NAME)}${microusd === 0 ? '' : ` ${money(microusd, { unpriced: 0, unmeasured: 0, partial: 0 })}`}`,
    ]);
  });
  const title =
    rows.length === 1
      ? 'The dearest work item'
      : `The ${['two', 'three', 'four', 'five'][rows.length - 2] ?? number(rows.length)} dearest work items`;
  return rowsSection(
    `### ${title}\n\n${tableHead(['Work item', 'Runs', 'Tokens', 'Cost', 'Most of it'], new Set([1, 2, 3]))}`,
    rows,
  );
}

function costBenefit(report: Report): readonly Section[] {
  return report.cost_benefit?.task_types.length === 0
    ? []
    : costBenefitSections(report, '### What each kind of task costs');
}

function elsewhere(report: Report): Section[] {
  const { deferred, escalation, overrides, exceptions_used: exceptions, never_seen: unseen } = report;
  const { hits, n } = escalation.of_all;
  const lines = [
    ...deferred.map((each) => `⏸ ${inMarkdown(deferredAndNext(each), MESSAGE)}`),
    ...(n === 0
      ? []
      : [`${number(hits)} of ${count(n, 'run')} escalated (${plainPercent(hits / n)}, alert above 15%)`]),
    ...[...overrides.map(overrideText), ...exceptions.map(usedExceptionText)].map((text) =>
      inMarkdown(text, MESSAGE),
    ),
    ...(unseen.length === 0
      ? []
      : [
          `Never seen this week: ${unseen
            .slice(0, 50)
            .map((agent) => inMarkdown(agent, NAME))
            .join(', ')}`,
        ]),
    ...notAttributed(report, (line) => inMarkdown(line, MESSAGE)),
  ];
  return list('Deferred, escalated, overridden, never seen', lines);
}

function targets(report: Report): Section[] {
  if (report.targets.length === 0) return [];
  const { known, others } = targetsWithData(report);
  const met = known.filter(({ status }) => status === 'met').length;
  const missed = known.filter(({ status }) => status === 'missed').length;
  const rows = known.map((target) =>
    tableRow([
      inMarkdown(target.what, MESSAGE),
      actualText(target),
      inMarkdown(target.target, NAME),
      `${MARKS[target.status]} ${inMarkdown(statusText(target), NAME)}`,
    ]),
  );
  const rest = others.map(({ what }) => inMarkdown(what, NAME)).join(', ');
  const open = report.targets.length - met - missed;
  return [
    paragraph(
      `<details>\n<summary>${count(report.targets.length, 'target')}: ${number(met)} met, ${number(missed)} missed, ${number(open)} not known</summary>`,
    ),
    ...rowsSection(tableHead(['Target', 'Actual', 'Aim', ''], new Set([1, 2])), rows),
    ...(others.length === 0 ? [] : [paragraph(`Without data: ${rest}.`)]),
    paragraph('</details>'),
  ];
}

/**
 * The issue of a week in GitHub's markdown, at most `WEEKLY_ISSUE_BUDGET` long: floors, what to decide, what ran
 * where, the dearest work, what waits; the targets folded away.
 */
export function renderWeeklyIssue(
  report: Report,
  place: TextPlace,
  extras: IssueExtras = { dashboard: null, charts: [] },
): string {
  const at = report.latest === null ? [] : [`as of ${inMarkdown(instantText(report.latest.at), NAME)}`];
  const sections = [
    ...head(report),
    ...floorsSection(report, place),
    ...decisions(report),
    ...tierTable(report),
    ...pictures(extras),
    ...dearest(report, place),
    ...costBenefit(report),
    ...elsewhere(report),
    ...targets(report),
    paragraph(
      `<sub>${['List prices as reported by the jobs, not a bill', ...at, TOKENS_ARE].join(' · ')}</sub>`,
    ),
  ];
  return fitToBudget(sections, WEEKLY_ISSUE_BUDGET, units);
}
