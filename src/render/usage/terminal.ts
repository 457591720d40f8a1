import type { Report } from '../../report/document.ts';
import type { TargetResult, TargetStatus } from '../../report/targets.ts';
import { UNATTRIBUTED } from '../../usage/records/record.ts';
import { inPlainLine } from '../escape.ts';
import { count, NONE, number, percent, plainPercent, TOKENS_ARE } from '../figures.ts';
import { moneyTotal } from '../money.ts';
import { columns, lines } from '../tables.ts';
import { cellName } from '../words.ts';
import { costBenefitLines } from './cost-benefit.ts';
import { forecastInFull, scoreText } from './forecast.ts';
import { agentText, type Mark, modelsInTerminal, useRows } from './rows.ts';
import {
  actualText,
  allowanceCells,
  allowancesShown,
  boundedText,
  cheapestEscalations,
  costText,
  deferredAndNext,
  escalationCells,
  expectationRows,
  jobsText,
  lackingOf,
  notAttributed,
  overrideText,
  refusedText,
  reworkText,
  spentText,
  targetsWithData,
  tierCost,
  tierCostShare,
  tokensText,
  usedExceptionText,
} from './words.ts';

const MESSAGE = 400;
const NAME = 60;
/** Lines of one list that are printed. */
const ROWS = 60;
/** Agents of a week that have a row of their own. */
const DEAREST = 10;

const MARKS: Readonly<Record<Mark, string>> = { '❌': '✗ ', '⏸': '⏸ ', '⚠️': '! ', '': '' };
const TARGET_MARKS: Readonly<Record<TargetStatus, string>> = {
  met: '✓',
  missed: '!',
  'not-enough-data': '–',
  'not-measured': '–',
};

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

/** One message after the other, each as many lines as it takes. */
function messages(title: string, texts: readonly string[], mark = ''): readonly string[] {
  return section(
    title,
    texts.flatMap((text) => lines(inPlainLine(text, MESSAGE), `  ${mark}`, '    ')),
  );
}

const plain = (text: string): string => inPlainLine(text, NAME);

/** A text that ends in a colon, or is one, could make a line with ours that begins with `::`: a command to a runner. */
function noCommand(line: string): string {
  return line.replace(/^(\s*)::/, '$1: :');
}

/** `60–70%` for `between 60% and 70%`. */
function aim({ target }: TargetResult): string {
  return plain(target.replace(/^between ([\d.]+)% and /, '$1–'));
}

function tierRows(report: Report): readonly string[] {
  const aims = report.tiers.map(({ tier }) => {
    const target = report.targets.find(({ id }) => id === `${tier}_runs`);
    return target === undefined ? '' : `${TARGET_MARKS[target.status]} ${aim(target)}`;
  });
  const hasAims = aims.some((aim) => aim !== '');
  const only = <T>(isShown: boolean, cell: T): readonly T[] => (isShown ? [cell] : []);
  const rows = report.tiers.map((each, place) => [
    each.tier === null ? 'other' : plain(each.tier),
    number(each.runs),
    percent(each.run_share),
    ...only(hasAims, aims[place] ?? ''),
    tierCost(each),
    tierCostShare(each),
    reworkText(each.rework),
  ]);
  const head = ['', 'runs', '', ...only(hasAims, 'target'), 'cost', '', 'rework'];
  return columns([head, ...rows], new Set(hasAims ? [0, 3] : [0]));
}

/** The agents of a week, the dearest first; those that are not named are one row, so that it adds up. */
function dearestRows(report: Report): readonly string[] {
  const costOf = ({ microusd }: Report['agents'][number]): number => microusd;
  const agents = [...report.agents].sort((a, b) => costOf(b) - costOf(a));
  const shown = agents.length > DEAREST + 1 ? agents.slice(0, DEAREST) : agents;
  const rest = agents.slice(shown.length);
  const sum = (of: (each: Report['agents'][number]) => number): number =>
    rest.reduce((total, each) => total + of(each), 0);
  const others = {
    runs: sum(({ runs }) => runs),
    tokens: sum(({ tokens }) => tokens),
    microusd: sum(costOf),
    unpriced: sum(({ unpriced }) => unpriced),
    unmeasured: sum(({ unmeasured }) => unmeasured),
    partial: sum(({ partial }) => partial),
    reworked: sum(({ reworked }) => reworked),
    judged: sum(({ judged }) => judged),
    unjudged: sum(({ unjudged }) => unjudged),
  };
  const row = (name: string, each: typeof others): readonly string[] => [
    name,
    number(each.runs),
    tokensText(each),
    costText(each),
    reworkText({ hits: each.reworked, n: each.judged + each.unjudged, unknown: each.unjudged }),
  ];
  return columns([
    ['', 'runs', 'tokens', 'cost', 'rework'],
    ...shown.map((each) => row(plain(agentText(each.agent, each.phase)), each)),
    ...(rest.length === 0 ? [] : [row(`${count(rest.length, 'other')}; --json has them`, others)]),
  ]);
}

/** What each agent did for one piece of work. */
function useTable(report: Report): readonly string[] {
  const below = report.mismatches.filter(({ below_floor }) => below_floor);
  const rows = useRows(report.uses, below);
  const cells = rows.map((row) => [
    `${MARKS[row.mark]}${plain(row.agent)}`,
    plain(modelsInTerminal(row)),
    row.figures === null ? NONE : tokensText(row.figures),
    row.figures === null ? NONE : costText(row.figures),
    row.result,
  ]);
  const table = columns([['', 'model', 'tokens', 'cost', 'result'], ...cells], new Set([0, 1, 4]));
  const types = rows.flatMap(({ agent, subAgents }) =>
    subAgents.length === 0 || agent === agentText(UNATTRIBUTED, '')
      ? []
      : lines(`${plain(agent)}: sub-agents ${inPlainLine(subAgents.join(', '), MESSAGE)}`, '    '),
  );
  return [...table, ...types];
}

function targetActual(target: TargetResult): string {
  const { low, high, unknown } = target;
  return target.actual !== null || low === null || high === null || unknown === 0
    ? actualText(target)
    : `${plainPercent(low)} to ${plainPercent(high)}`;
}

/** Targets with what is known of them; those without data are one line together. */
function targetRows(report: Report): readonly string[] {
  const { known, others } = targetsWithData(report);
  const rows = known.map((target) => [
    `${TARGET_MARKS[target.status]} ${plain(target.what)}`,
    targetActual(target),
    aim(target),
    `n = ${number(target.n)}${target.unknown === 0 ? '' : `, ${number(target.unknown)} open`}`,
  ]);
  const rest = others.map(({ what }) => plain(what)).join(', ');
  return [
    ...columns(rows, new Set([0, 2, 3])),
    ...(others.length === 0 ? [] : lines(`– without data: ${rest}`, '  ', '    ')),
  ];
}

function targetsTitle({ targets }: Report): string {
  const of = (status: TargetStatus): number => targets.filter((target) => target.status === status).length;
  const [met, missed] = [of('met'), of('missed')];
  return `Targets: ${number(met)} met, ${number(missed)} missed, ${number(targets.length - met - missed)} not known`;
}

function agents(report: Report): readonly string[] {
  const { uses, not_counted: uncounted } = report;
  if (uses.length === 0) return [];
  const isWeek = report.work_item === null;
  const rows = section('Agents:', isWeek ? dearestRows(report) : useTable(report));
  const cost = moneyTotal(uncounted.microusd, lackingOf(report, false));
  const outside =
    uncounted.records === 0 ? [] : lines(`not counted: ${cost}, reported by jobs of forks or Dependabot`);
  return [...rows, ...(isWeek ? outside : []), `  ${TOKENS_ARE}`];
}

/** Agents that ran on another model than they asked for, but not below a floor: that is an alert. */
function mismatches(report: Report): readonly string[] {
  return report.mismatches
    .filter(({ below_floor }) => !below_floor)
    .map(
      (each) =>
        `${cellName(each.agent, each.phase)}: ${each.requested ?? NONE} → ${each.used}, ${count(each.records, 'record')}`,
    );
}

function escalations(report: Report): readonly string[] {
  return report.escalation.reasons.map((each) => {
    const [tiers, trigger, reason, runs, passed, failed] = escalationCells(each);
    return `${tiers}: ${reason} (${trigger}), ${runs} in all, ${passed} passed, ${failed} failed`;
  });
}

function lowerCased(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/**
 * The report for people, plain text without a trailing newline, for a terminal of 80 columns: what is wrong and what
 * waits, tiers and agents; the targets come last.
 */
export function renderReportTerminal(report: Report): string {
  const { zone, budget } = report;
  const { nothing_recorded: nothing } = report;
  const item = report.work_item === null ? '' : ` · ${inPlainLine(report.work_item, 100)}`;
  const incomplete = messages('Incomplete:', report.incomplete);
  if (nothing !== undefined)
    return [`week ${report.week}${item}`, ...lines(inPlainLine(nothing, MESSAGE), ''), ...incomplete]
      .map(noCommand)
      .join('\n');
  const { of_cheapest: cheapest } = report.escalation;
  return [
    `week ${report.week}${item} · ${jobsText(report.jobs)}`,
    ...lines(zone === null ? 'no budget' : `${zone}: ${budget}`, ''),
    ...[forecastInFull(report), scoreText(report)].flatMap((text) =>
      text === null ? [] : lines(lowerCased(text), ''),
    ),
    ...lines(spentText(report), ''),
    ...messages('Refused:', (report.refused ?? []).map(refusedText), '✗ '),
    ...section(
      'Alerts:',
      report.alerts.flatMap(({ kind, message }) =>
        lines(inPlainLine(message, MESSAGE), kind === 'below-floor' ? '  ✗ ' : '  ! '),
      ),
    ),
    ...messages('Deferred:', report.deferred.map(deferredAndNext), '⏸ '),
    ...incomplete,
    ...section('Tiers:', tierRows(report)),
    ...messages(
      'Allowances:',
      allowancesShown(report).map((each) => {
        const [tier, used, allowed, left, state] = allowanceCells(each);
        return `${tier}: ${used} of ${allowed}, ${left}: ${state}`;
      }),
    ),
    ...agents(report),
    ...messages('Asked for one model, used another:', mismatches(report)),
    ...notAttributed(report, (line) => inPlainLine(line, MESSAGE)).flatMap((line) => [
      '',
      ...lines(line, ''),
    ]),
    ...messages('Overridden, and below a floor by an exception:', [
      ...report.overrides.map(overrideText),
      ...report.exceptions_used.map(usedExceptionText),
    ]),
    '',
    ...lines(
      `escalated ${percent(report.escalation_rate)} · reworked ${boundedText(report.rework)} · overridden ${percent(report.override_rate)} · critical ${percent(report.critical_rate)}`,
      '',
    ),
    ...(cheapest.n === 0 ? [] : lines(inPlainLine(`escalated: ${cheapestEscalations(report)}`, MESSAGE), '')),
    ...messages('Escalations:', escalations(report)),
    ...messages(
      'Expected to pass, and passed:',
      expectationRows(report).map(
        ([agent, expected, passed, verdict]) =>
          `${agent}: expected ${expected}, passed ${passed}: ${verdict}`,
      ),
    ),
    ...messages(
      'Never seen this week:',
      report.never_seen.length === 0 ? [] : [report.never_seen.map(plain).join(', ')],
    ),
    ...costBenefitLines(report),
    ...(report.targets.length === 0 ? [] : section(targetsTitle(report), targetRows(report))),
  ]
    .map(noCommand)
    .join('\n');
}
