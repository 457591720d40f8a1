import type { Report } from '../../report/model.ts';
import { inPlainLine } from '../escape.ts';
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
  shortTokens,
  statusText,
} from './words.ts';

const MESSAGE = 400;
/** Rows of one list that are printed. */
const ROWS = 60;

/** Columns of even width, the first one to the left. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
  const padded = (cell: string, column: number): string => {
    const fill = ' '.repeat((widths[column] ?? 0) - [...cell].length);
    return column === 0 ? `${cell}${fill}` : `${fill}${cell}`;
  };
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}

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

/** A text that ends in a colon, or is one, could make a line with ours that begins with `::`: a command to a runner. */
function noCommand(line: string): string {
  return line.replace(/^(\s*)::/, '$1: :');
}

/** The report for people, plain text without a trailing newline. */
export function renderReportTerminal(report: Report): string {
  const { spent, zone, budget } = report;
  const item = report.work_item === null ? '' : ` · ${inPlainLine(report.work_item, 100)}`;
  return [
    `week ${report.week}${item} · ${jobsText(report.jobs)}`,
    zone === null ? 'no budget' : `${zone}: ${budget}`,
    `${number(spent.tokens)} tokens and ${money(spent.microusd)} ${basisText(report)}, in ${count(report.runs, 'run')}`,
    ...section(
      'Incomplete:',
      report.incomplete.map((line) => `  ${inPlainLine(line, MESSAGE)}`),
    ),
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
          percentage(each.run_share),
          pricedAndNot(each.microusd, each.unpriced),
          percentage(each.cost_share),
        ]),
      ),
    ),
    '',
    `escalated ${percentage(report.escalation_rate)} · done again ${percentage(report.rework_rate)} · overridden ${percentage(report.override_rate)} · critical ${percentage(report.critical_rate)}`,
    ...section(
      'Agents:',
      columns(
        report.uses.map((use) => [
          `${cell(use.agent, use.phase)}${use.counted ? '' : ' (not counted)'}`,
          inPlainLine(askedAndUsed(use), 120),
          shortTokens(use.tokens),
          costOf(use),
          use.result === 'unknown' ? '–' : use.result,
        ]),
      ),
    ),
    ...section(
      'Asked for one model, used another:',
      report.mismatches.map(
        (each) =>
          `  ${each.below_floor ? '✗ ' : ''}${cell(each.agent, each.phase)}: ${inPlainLine(each.requested ?? '–', 120)} → ${inPlainLine(each.used, 120)}, floor ${inPlainLine(each.floor ?? 'none', 60)}, ${count(each.records, 'record')}`,
      ),
    ),
    ...(report.never_seen.length === 0
      ? []
      : ['', `Never seen this week: ${report.never_seen.map((agent) => inPlainLine(agent, 60)).join(', ')}`]),
  ]
    .map(noCommand)
    .join('\n');
}
