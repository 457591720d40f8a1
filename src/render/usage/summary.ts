import type { Report } from '../../report/model.ts';
import type { TargetStatus } from '../../report/targets.ts';
import { bytes, fitToBudget, paragraph, type Section } from '../budget.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { cellName, count, number } from '../words.ts';
import {
  actualText,
  askedAndUsed,
  basisText,
  costOf,
  jobsText,
  money,
  percentage,
  pricedAndNot,
  statusText,
  threadName,
} from './words.ts';

/** Bytes. A step's summary may have 1 MiB. */
export const REPORT_SUMMARY_BUDGET = 900_000;

const NAME = 100;
const MESSAGE = 400;

function table(
  title: string,
  head: readonly string[],
  right: ReadonlySet<number>,
  rows: readonly (readonly string[])[],
  noun: string,
): Section[] {
  if (rows.length === 0) return [];
  const rule = head.map((_, column) => (right.has(column) ? '--:' : '---'));
  return [
    {
      head: `#### ${title}\n\n| ${head.join(' | ')} |\n|${rule.join('|')}|`,
      rows: rows.map((cells) => `| ${cells.join(' | ')} |`),
      held: 0,
      leftOut: (left) => `*${count(left, noun)} more, not shown here. \`--json\` has them all.*`,
    },
  ];
}

function list(title: string, lines: readonly string[], noun: string): Section[] {
  if (lines.length === 0) return [];
  return [
    {
      head: `#### ${title}\n`,
      rows: lines.map((line) => `- ${line}`),
      held: 0,
      leftOut: (left) => `*${count(left, noun)} more, not shown here. \`--json\` has them all.*`,
    },
  ];
}

const MARKS: Readonly<Record<TargetStatus, string>> = {
  met: '✅',
  missed: '❌',
  'not-enough-data': '·',
  'not-measured': '·',
};

function head(report: Report): Section {
  const { work_item: item, spent, zone, budget } = report;
  const what = item === null ? '' : ` · ${threadName(item) ?? inMarkdown(item, NAME)}`;
  const lines = [
    `### haiku-first · ${report.week}${what} · ${jobsText(report.jobs)}`,
    '',
    `**${zone === null ? 'no budget' : `${zone}: ${budget}`}**  `,
    `${number(spent.tokens)} tokens and ${money(spent.microusd)} ${basisText(report)}, in ${count(report.runs, 'run')}`,
  ];
  return paragraph(lines.join('\n'));
}

function rates(report: Report): Section[] {
  const rows: readonly (readonly [string, number | null])[] = [
    ['escalated runs', report.escalation_rate],
    ['first attempts done again', report.rework_rate],
    ['overridden runs', report.override_rate],
    ['critical runs', report.critical_rate],
  ];
  return table(
    'Rates',
    ['rate', 'share'],
    new Set([1]),
    rows.map(([name, rate]) => [name, percentage(rate)]),
    'rate',
  );
}

/** The report for the job summary, in GitHub's markdown, at most `REPORT_SUMMARY_BUDGET` bytes. */
export function renderReportSummary(report: Report): string {
  const code = (text: string): string => inMarkdownCode(text, NAME) || '–';
  const sections = [
    head(report),
    ...list(
      'Incomplete',
      report.incomplete.map((line) => inMarkdown(line, MESSAGE)),
      'line',
    ),
    ...list(
      'Alerts',
      report.alerts.map(({ message }) => inMarkdown(message, MESSAGE)),
      'alert',
    ),
    ...table(
      'Targets',
      ['', 'target', 'aim', 'actual', 'status'],
      new Set([3]),
      report.targets.map((target) => [
        MARKS[target.status],
        inMarkdown(target.what),
        inMarkdown(target.target),
        actualText(target),
        inMarkdown(statusText(target)),
      ]),
      'target',
    ),
    ...table(
      'Tiers',
      ['tier', 'runs', 'of runs', 'cost', 'of cost'],
      new Set([1, 2, 3, 4]),
      report.tiers.map(({ tier, runs, run_share, microusd, cost_share, unpriced }) => [
        tier === null ? 'other' : code(tier),
        number(runs),
        percentage(run_share),
        pricedAndNot(microusd, unpriced),
        percentage(cost_share),
      ]),
      'tier',
    ),
    ...rates(report),
    ...table(
      'Agents',
      ['agent/phase', 'runs', 'tokens', 'cost', 'escalated', 'done again', 'overridden'],
      new Set([1, 2, 3, 4, 5, 6]),
      report.agents.map((each) => [
        code(cellName(each.agent, each.phase) ?? ''),
        number(each.runs),
        number(each.tokens),
        pricedAndNot(each.microusd, each.unpriced + each.unmeasured),
        number(each.escalated),
        `${number(each.reworked)} of ${number(each.judged)}`,
        number(each.overridden),
      ]),
      'agent',
    ),
    ...table(
      'Asked for one model, used another',
      ['agent/phase', 'asked', 'used', 'floor', 'records'],
      new Set([4]),
      report.mismatches.map((each) => [
        code(cellName(each.agent, each.phase) ?? ''),
        code(each.requested ?? ''),
        `${each.below_floor ? '❌ ' : ''}${code(each.used)}`,
        each.floor === null ? '–' : code(each.floor),
        number(each.records),
      ]),
      'mismatch',
    ),
    ...(report.never_seen.length === 0
      ? []
      : [
          paragraph(
            `Never seen this week: ${report.never_seen.map((agent) => inMarkdown(agent, NAME)).join(', ')}`,
          ),
        ]),
    ...(report.work_item === null
      ? []
      : table(
          'Used',
          ['agent/phase', 'asked → used', 'tokens', 'cost', 'result'],
          new Set([2, 3]),
          report.uses.map((use) => [
            code(cellName(use.agent, use.phase) ?? ''),
            inMarkdownCode(askedAndUsed(use), 2 * NAME),
            number(use.tokens),
            costOf(use),
            use.result === 'unknown' ? '–' : use.result,
          ]),
          'row',
        )),
  ];
  return fitToBudget(sections, REPORT_SUMMARY_BUDGET, bytes);
}
