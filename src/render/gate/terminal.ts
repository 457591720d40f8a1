import { describe } from '../../errors.ts';
import { type Finding, type FoundFloor, type GateReport, ruleOf } from '../../policy/gate/index.ts';
import { apart } from '../apart.ts';
import { inPlainLine } from '../escape.ts';
import { number } from '../figures.ts';
import { lines } from '../tables.ts';
import { visible } from '../visible.ts';
import { cellName, counterexampleText, REASON, situationsText, tallyText } from '../words.ts';
import { byRule, type GateFailure, type GateResult, settle } from './result.ts';
import {
  byLine,
  cellsOf,
  clauseOf,
  differencesOf,
  isOneClause,
  messageOf,
  noticesOf,
  storyOfReport,
} from './story.ts';

type Paint = (text: string) => string;

/** How each part is coloured. The text is complete without colour. */
interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly notice: Paint;
  readonly pass: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
}

const same: Paint = (text) => text;

/** No colour: for files, logs and pipes. */
export const PLAIN: Palette = {
  error: same,
  warning: same,
  notice: same,
  pass: same,
  dim: same,
  bold: same,
};

interface GateTerminalOptions {
  readonly palette?: Palette;
  /** Allocation and exceptions file, as the user named them. */
  readonly files?: readonly [string, string];
}

const FILES = ['allocation.yaml', 'allocation.exceptions.yaml'] as const;
/** Findings of one rule that are printed in full; changes and exceptions that are listed. */
const PER_RULE = 3;
const PER_LIST = 20;
const CELLS = 5;
const MESSAGE = 400;
/** Of the judged file's line. */
const SOURCE = 68;
/** A row of the changes is one message: neither value is cut from it for the length of the other. */
const WHERE = 120;
const VALUE = 130;

type Group = readonly [Finding, ...Finding[]];

/** The result for people, plain text without a trailing newline. Findings of one rule stand together, the first few in full. */
export function renderGateTerminal(result: GateResult, options: GateTerminalOptions = {}): string {
  const palette = options.palette ?? PLAIN;
  const files = (options.files ?? FILES).map((file) => inPlainLine(file)).join(' and ');
  const settled = settle(result);
  const parts = settled.judged
    ? reportLines(settled.report, palette, files)
    : failureLines(settled.failure, palette);
  return parts.join('\n');
}

function reportLines(report: GateReport, palette: Palette, files: string): string[] {
  const notices = noticesOf(report).flat();
  const found = report.findings.filter(({ severity }) => severity !== 'notice');
  return [
    ...findingLines([...found, ...notices], palette),
    ...list('Changed without a finding:', othersOf(report)),
    ...exceptionLines(report, 'Exceptions in force:', false),
    ...exceptionLines(report, 'Proposed exceptions, which count once they are on the base:', true),
    ...report.notices.map((notice) => palette.dim(`note: ${inPlainLine(notice, MESSAGE)}`)),
    verdictLine(report, palette, files),
  ];
}

/** Findings in full, those of a rule together, each with its line and what to do. */
export function findingLines(findings: readonly Finding[], palette: Palette = PLAIN): readonly string[] {
  return byRule(findings).flatMap((group) => ruleLines(byLine(group), palette));
}

function othersOf(report: GateReport): readonly string[] {
  return storyOfReport(report).others.flatMap((row) =>
    differencesOf(row).map(({ field, from, to }) => {
      const where = [row.label, field].filter((part) => part !== null).join(' ');
      return `${inPlainLine(where, WHERE)}: ${apart(from, to, VALUE).join(' → ')}`;
    }),
  );
}

function exceptionLines({ exceptions }: GateReport, title: string, proposed: boolean): string[] {
  const found = exceptions.filter((each) => (each.proposed ?? false) === proposed);
  return list(
    title,
    found.map(
      (each) =>
        `${cellName(each.agent, each.phase)} may run on ${each.tier} (${each.floor}) until ${each.expires}, renewals: ${each.renewals}, approved by ${each.approvedBy}, ${each.tracking}: ${each.reason}`,
    ),
  );
}

/** The judged line, with a mark where the finding begins. */
function sourceLines({ line, column, source }: Finding): readonly string[] {
  const text = source?.trimEnd() ?? '';
  const margin = ' '.repeat(String(line).length);
  if (text.trim() === '') return [];
  const from = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const shown = inPlainLine(text, SOURCE);
  // What cannot be seen as it stands has other columns.
  const isPlain = /^ *$/.test(text.slice(0, from)) && shown === text.slice(from);
  const word = /^[^\s:]+/.exec(text.slice(column - 1))?.[0] ?? '^';
  const mark = `${margin} | ${' '.repeat(column - 1)}${'^'.repeat(word.length)}`;
  return [
    `${margin} |`,
    `${line} | ${' '.repeat(Math.min(from, SOURCE))}${shown}`,
    ...(isPlain && column <= text.length ? [mark] : []),
    `${margin} |`,
  ];
}

function floorLine({ id, because, file, line, absolute }: FoundFloor): string {
  const exceptions = absolute === true ? ', takes no exceptions' : '';
  return `${id}, ${file}:${line}${exceptions}${because === null ? '' : `, because "${visible(because, REASON)}"`}`;
}

/** A finding, or several of one line. */
function groupLines(group: Group, palette: Palette): string[] {
  const [first] = group;
  const { rule, severity, file, line, column, counterexample, floor } = first;
  const margin = ' '.repeat(String(line).length);
  const cells = group.length > 1 ? cellsOf(group) : null;
  const said = (name: string, text: string): readonly string[] =>
    lines(inPlainLine(text, MESSAGE), `${margin} = ${`${name}:`.padEnd(6)} `);
  const label = `${severity}[${rule}]`;
  const [head = '', ...more] = lines(inPlainLine(clauseOf(group), MESSAGE), `${label}: `, '  ');
  return [
    palette[severity](label) + palette.bold(head.slice(label.length)),
    ...more.map(palette.bold),
    `${margin}--> ${inPlainLine(`${file}:${line}:${column}`, MESSAGE)}`,
    ...sourceLines(first),
    ...(isOneClause(group) ? [] : said('what', messageOf(group))),
    ...(floor === undefined ? [] : said('floor', floorLine(floor))),
    ...(cells === null ? [] : said('where', cells)),
    ...(counterexample === null ? [] : said('first', counterexampleText(counterexample))),
  ];
}

/** The findings of a rule: the first few in full, then what to do. */
function ruleLines(groups: readonly Group[], palette: Palette): string[] {
  const last = groups.slice(0, PER_RULE).at(-1);
  if (last === undefined) return [];
  const [{ rule: id, line, docs }] = last;
  const margin = ' '.repeat(String(line).length);
  const rest = groups.slice(PER_RULE);
  const full = groups
    .slice(0, PER_RULE)
    .flatMap((group, place) => [...(place === 0 ? [] : ['']), ...groupLines(group, palette)]);
  return [
    ...full,
    ...(rest.length === 0
      ? []
      : lines(
          `… and ${number(rest.length)} more of ${id}${cellNames(rest.flat())}; --json has them all`,
          `${margin} = more:  `,
        )),
    ...lines(ruleOf(id).remedy, `${margin} = help:  `),
    palette.dim(`${margin} = rule:  ${inPlainLine(docs)}`),
    '',
  ];
}

/** The first few cells of findings that are not printed: `: SECURITY/LEAD, SECURITY/PLAN, …`. */
function cellNames(findings: readonly Finding[]): string {
  const cells = new Set(
    findings.map(({ agent, phase }) => cellName(agent, phase)).filter((cell) => cell !== null),
  );
  if (cells.size === 0) return '';
  const shown = [...cells].slice(0, CELLS).map((cell) => inPlainLine(cell, 60));
  return `: ${shown.join(', ')}${cells.size > CELLS ? ', …' : ''}`;
}

function list(title: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const rest = rows.length - PER_LIST;
  return [
    title,
    ...rows.slice(0, PER_LIST).flatMap((row) => lines(inPlainLine(row, MESSAGE), '  ', '    ')),
    ...(rest > 0 ? [`  … and ${number(rest)} more; --json has them all`] : []),
    '',
  ];
}

/** `1 error, 1 warning`: what one edited line breaks is one. */
function tally({ findings }: GateReport): string {
  return tallyText((severity) => byLine(findings.filter((each) => each.severity === severity)).length);
}

function verdictLine(report: GateReport, palette: Palette, files: string): string {
  const unchanged = `${files} are unchanged`;
  if (!report.touched && report.findings.length === 0) return `${palette.pass('✓')} ${unchanged}`;
  const isPass = report.verdict === 'pass';
  const verdict = isPass
    ? palette.pass(report.touched ? '✓ every floor holds:' : '✓ nothing changes:')
    : palette.error('✗ refused:');
  const soft = !isPass && report.mode === 'warn' ? ' Nothing is blocked (mode: warn).' : '';
  const tried = report.touched ? situationsText(report.situations) : unchanged;
  return `${verdict} ${tally(report)}. ${tried}.${soft}`;
}

function failureLines(failure: GateFailure, palette: Palette): string[] {
  const subject = failure.subject === null ? '' : ` ${inPlainLine(failure.subject)}`;
  return [
    // What is to be typed or searched for is not broken.
    ...failure.problems
      .slice(0, PER_LIST)
      .map((problem) => `${palette.error('error')}: ${inPlainLine(describe(problem), MESSAGE)}`),
    ...(failure.problems.length > PER_LIST
      ? [`  … and ${number(failure.problems.length - PER_LIST)} more; --json has them all`]
      : []),
    '',
    `${palette.error('✗ could not judge')}${subject}: nothing was decided, so nothing is passed`,
  ];
}
