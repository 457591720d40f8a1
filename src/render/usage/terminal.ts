import type { Report } from '../../report/document.ts';
import { inPlainLine } from '../escape.ts';
import { count, NONE, number, percent, TOKENS_ARE } from '../figures.ts';
import { columns } from '../tables.ts';
import { cellName } from '../words.ts';
import { forecastInFull, scoreText } from './forecast.ts';
import {
  actualText,
  allowanceCells,
  allowancesShown,
  askedAndUsed,
  boundedText,
  cheapestEscalations,
  costText,
  deferredAndNext,
  escalationCells,
  expectationRows,
  jobsText,
  notAttributed,
  overrideText,
  spentText,
  statusText,
  tierCost,
  tokensText,
  usedExceptionText,
} from './words.ts';

const MESSAGE = 400;
/** Rows of one list that are printed. */
const ROWS = 60;

function section(title: string, rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return [];
  const rest = rows.length - ROWS;
  return [
    '',
    title,
    ...rows.slice(0, ROWS),
    ...(rest > 0 ? [`  … and ${number(rest)} more; --json has them all`] : []),
  ];
}

const cell = (agent: string, phase: string): string => inPlainLine(cellName(agent, phase) ?? '', 60);

function typesText(types: readonly string[] = []): string {
  return types.length === 0 ? '' : ` (${inPlainLine(types.join(', '), 120)})`;
}

/** A text that ends in a colon, or is one, could make a line with ours that begins with `::`: a command to a runner. */
function noCommand(line: string): string {
  return line.replace(/^(\s*)::/, '$1: :');
}

function lowerCased(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The report for people, plain text without a trailing newline. */
export function renderReportTerminal(report: Report): string {
  const { zone, budget } = report;
  const { nothing_recorded: nothing } = report;
  const item = report.work_item === null ? '' : ` · ${inPlainLine(report.work_item, 100)}`;
  const incomplete = section(
    'Incomplete:',
    report.incomplete.map((line) => `  ${inPlainLine(line, MESSAGE)}`),
  );
  if (nothing !== undefined)
    return [`week ${report.week}${item}`, inPlainLine(nothing, MESSAGE), ...incomplete]
      .map(noCommand)
      .join('\n');
  return [
    `week ${report.week}${item} · ${jobsText(report.jobs)}`,
    zone === null ? 'no budget' : `${zone}: ${budget}`,
    ...[forecastInFull(report), scoreText(report)].flatMap((text) =>
      text === null ? [] : [lowerCased(text)],
    ),
    spentText(report),
    ...incomplete,
    ...section(
      'Alerts:',
      report.alerts.map(({ message }) => `  ! ${inPlainLine(message, MESSAGE)}`),
    ),
    ...section(
      'Targets:',
      report.targets.map(
        (target) =>
          `  ${inPlainLine(target.what)}: ${actualText(target)}, aim ${inPlainLine(target.target)}: ${inPlainLine(statusText(target))}`,
      ),
    ),
    ...section(
      'Tiers:',
      columns(
        report.tiers.map((each) => [
          each.tier === null ? 'other' : inPlainLine(each.tier, 60),
          count(each.runs, 'run'),
          percent(each.run_share),
          tierCost(each),
          percent(each.cost_share),
        ]),
      ),
    ),
    ...section('Allowances:', columns(allowancesShown(report).map(allowanceCells))),
    ...section(
      'Deferred:',
      report.deferred.map((each) => `  ${inPlainLine(deferredAndNext(each), MESSAGE)}`),
    ),
    '',
    `escalated ${percent(report.escalation_rate)} · reworked ${boundedText(report.rework)} · overridden ${percent(report.override_rate)} · critical ${percent(report.critical_rate)}`,
    ...(report.escalation.of_cheapest.n === 0
      ? []
      : [inPlainLine(`escalated: ${cheapestEscalations(report)}`, MESSAGE)]),
    ...section(
      'Escalations (trigger, reason, runs, passed, failed):',
      columns(
        report.escalation.reasons.map((each) => escalationCells(each).map((text) => inPlainLine(text, 120))),
      ),
    ),
    ...section(
      'Overridden, and below a floor by an exception:',
      [...report.overrides.map(overrideText), ...report.exceptions_used.map(usedExceptionText)].map(
        (text) => `  ${inPlainLine(text, MESSAGE)}`,
      ),
    ),
    ...section(
      'Expected to pass, and passed:',
      columns(expectationRows(report).map((row) => row.map((text) => inPlainLine(text, 120)))),
    ),
    ...section(
      'Agents:',
      columns(
        report.uses.map((use) => [
          `${cell(use.agent, use.phase)}${typesText(use.sub_agents)}${use.counted ? '' : ' (not counted)'}`,
          inPlainLine(askedAndUsed(use), 120),
          tokensText(use),
          costText(use),
          use.result === 'unknown' ? NONE : use.result,
        ]),
      ),
    ),
    ...(report.uses.length === 0 ? [] : [`  ${TOKENS_ARE}`]),
    ...section(
      'Asked for one model, used another:',
      report.mismatches.map(
        (each) =>
          `  ${each.below_floor ? '✗ ' : ''}${cell(each.agent, each.phase)}: ${inPlainLine(each.requested ?? NONE, 120)} → ${inPlainLine(each.used, 120)}, floor ${inPlainLine(each.floor ?? 'none', 60)}, ${count(each.records, 'record')}`,
      ),
    ),
    ...notAttributed(report, (line) => inPlainLine(line, MESSAGE)).flatMap((line) => ['', line]),
    ...(report.never_seen.length === 0
      ? []
      : ['', `Never seen this week: ${report.never_seen.map((agent) => inPlainLine(agent, 60)).join(', ')}`]),
  ]
    .map(noCommand)
    .join('\n');
}
