import type { Report } from '../../report/document.ts';
import type { TargetStatus } from '../../report/targets.ts';
import { bytes, fitToBudget, paragraph, type Section } from '../budget.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { count, NONE, number, percent, TOKENS_ARE } from '../figures.ts';
import { tableHead, tableRow } from '../tables.ts';
import { cellName } from '../words.ts';
import { costBenefitSections } from './cost-benefit.ts';
import { forecastInFull, scoreText } from './forecast.ts';
import {
  actualText,
  allowanceCells,
  allowancesShown,
  askedAndUsed,
  boundedText,
  cacheText,
  cheapestEscalations,
  costText,
  deferredAndNext,
  escalationCells,
  expectationRows,
  jobsText,
  notAttributed,
  overrideText,
  qualityText,
  refusedText,
  reworkText,
  spentText,
  statusText,
  threadName,
  tierCost,
  tierCostShare,
  tokensText,
  usedExceptionText,
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
  return [
    {
      head: `#### ${title}\n\n${tableHead(head, right)}`,
      rows: rows.map(tableRow),
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

function title({ work_item: item, week }: Report): string {
  const what = item === null ? '' : ` · ${threadName(item) ?? inMarkdown(item, NAME)}`;
  return `### haiku-first · ${week}${what}`;
}

function head(report: Report): Section {
  const { zone, budget } = report;
  const lines = [
    `${title(report)} · ${jobsText(report.jobs)}`,
    '',
    `**${zone === null ? 'no budget' : `${zone}: ${budget}`}**  `,
    ...[forecastInFull(report), scoreText(report)].flatMap((text) => (text === null ? [] : [`${text}  `])),
    spentText(report),
  ];
  return paragraph(lines.join('\n'));
}

function rates(report: Report): Section[] {
  const rows: readonly (readonly string[])[] = [
    ['escalated runs', percent(report.escalation_rate)],
    ['escalated, of those assigned to the cheapest tier', inMarkdown(cheapestEscalations(report), MESSAGE)],
    ['reworked first attempts', boundedText(report.rework)],
    ['overridden runs', percent(report.override_rate)],
    ['critical runs', percent(report.critical_rate)],
  ];
  return table('Rates', ['rate', 'share'], new Set([1]), rows, 'rate');
}

/** The report for the job summary, in GitHub's markdown, at most `REPORT_SUMMARY_BUDGET` bytes. */
export function renderReportSummary(report: Report): string {
  const code = (text: string): string => inMarkdownCode(text, NAME) || NONE;
  const incomplete = list(
    'Incomplete',
    report.incomplete.map((line) => inMarkdown(line, MESSAGE)),
    'line',
  );
  const { nothing_recorded: nothing } = report;
  if (nothing !== undefined)
    return fitToBudget(
      [paragraph(title(report)), paragraph(inMarkdown(nothing, MESSAGE)), ...incomplete],
      REPORT_SUMMARY_BUDGET,
      bytes,
    );
  const sections = [
    head(report),
    ...incomplete,
    ...list(
      'Refused',
      (report.refused ?? []).map((each) => `❌ ${inMarkdown(refusedText(each), MESSAGE)}`),
      'line',
    ),
    ...list(
      'Alerts',
      report.alerts.map(({ message }) => inMarkdown(message, MESSAGE)),
      'alert',
    ),
    ...table(
      'Tiers',
      ['tier', 'runs', 'of runs', 'cost', 'of cost'],
      new Set([1, 2, 3, 4]),
      report.tiers.map((each) => [
        each.tier === null ? 'other' : code(each.tier),
        number(each.runs),
        percent(each.run_share),
        tierCost(each),
        tierCostShare(each),
      ]),
      'tier',
    ),
    ...table(
      'Tier allowances of the week',
      ['tier', 'used', 'of its allowance', 'left', 'state'],
      new Set([1, 2, 3]),
      allowancesShown(report).map((each) => allowanceCells(each).map((text) => inMarkdown(text, NAME))),
      'tier',
    ),
    ...list(
      'Deferred',
      report.deferred.map((each) => inMarkdown(deferredAndNext(each), MESSAGE)),
      'run',
    ),
    ...rates(report),
    ...table(
      'Escalations',
      ['from → to', 'trigger', 'reason', 'runs'],
      new Set([3]),
      report.escalation.reasons.map((each) => {
        const [tiers = '', trigger = '', reason = '', runs, passed, failed] = escalationCells(each);
        const what = [tiers, trigger, reason].map((text) => inMarkdown(text, MESSAGE));
        return [...what, `${runs} (${passed} passed, ${failed} failed)`];
      }),
      'row',
    ),
    ...list(
      'Overridden, and below a floor by an exception',
      [...report.overrides.map(overrideText), ...report.exceptions_used.map(usedExceptionText)].map((text) =>
        inMarkdown(text, MESSAGE),
      ),
      'line',
    ),
    ...table(
      'Expected to pass, and passed',
      ['agent', 'expected', 'passed', ''],
      new Set([1, 2]),
      expectationRows(report).map((row) => row.map((text) => inMarkdown(text, NAME))),
      'agent',
    ),
    ...table(
      'Agents',
      ['agent/phase', 'runs', 'tokens', 'cost', 'reworked'],
      new Set([1, 2, 3, 4]),
      report.agents.map((each) => [
        code(cellName(each.agent, each.phase) ?? ''),
        number(each.runs),
        tokensText(each, number),
        costText(each),
        reworkText({ hits: each.reworked, n: each.judged + each.unjudged, unknown: each.unjudged }),
      ]),
      'agent',
    ),
    ...table(
      'Their cache reads, escalations, quality and overrides',
      ['agent/phase', 'cache reads', 'escalated', 'quality', 'overridden'],
      new Set([1, 2, 3, 4]),
      report.agents.map((each) => [
        code(cellName(each.agent, each.phase) ?? ''),
        cacheText(each, number),
        number(each.escalated),
        qualityText(each),
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
        each.floor === null ? NONE : code(each.floor),
        number(each.records),
      ]),
      'mismatch',
    ),
    ...notAttributed(report, (line) => inMarkdown(line, MESSAGE)).map(paragraph),
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
            [code(cellName(use.agent, use.phase) ?? ''), ...(use.sub_agents ?? []).map(code)].join(' '),
            inMarkdownCode(askedAndUsed(use), 2 * NAME),
            tokensText(use, number),
            costText(use),
            use.result === 'unknown' ? NONE : use.result,
          ]),
          'row',
        )),
    paragraph(TOKENS_ARE),
    ...costBenefitSections(report, '#### What each kind of task costs'),
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
  ];
  return fitToBudget(sections, REPORT_SUMMARY_BUDGET, bytes);
}
