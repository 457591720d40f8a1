import { describe } from '../../errors.ts';
import { type Finding, type GateReport, ruleOf, type Severity } from '../../policy/gate/index.ts';
import { apart } from '../apart.ts';
import { inPlainLine } from '../escape.ts';
import { number } from '../figures.ts';
import { cellName, counterexampleText, floorText, situationsText, tallyText } from '../words.ts';
import { byRule, type GateFailure, type GateResult, settle } from './result.ts';

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
const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', notice: 'i' };
/** Findings of one rule that are printed in full; changes and exceptions that are listed. */
const PER_RULE = 3;
const PER_LIST = 20;
const CELLS = 5;
const MESSAGE = 400;
/** A row of the changes is one message: neither value is cut from it for the length of the other. */
const WHERE = 120;
const VALUE = 130;

/** The result for people, plain text without a trailing newline. Findings of one rule stand together, the first few in full. */
export function renderGateTerminal(result: GateResult, options: GateTerminalOptions = {}): string {
  const palette = options.palette ?? PLAIN;
  const files = (options.files ?? FILES).map((file) => inPlainLine(file)).join(' and ');
  const settled = settle(result);
  const lines = settled.judged
    ? reportLines(settled.report, palette, files)
    : failureLines(settled.failure, palette);
  return lines.join('\n');
}

function reportLines(report: GateReport, palette: Palette, files: string): string[] {
  return [
    ...byRule(report.findings).flatMap((group) => groupLines(group, palette)),
    ...list(
      'Changes:',
      report.changes.map(({ agent, phase, field, from, to }) => {
        const cell = cellName(agent, phase);
        const where = inPlainLine(cell === null ? field : `${cell} ${field}`, WHERE);
        return `${where}: ${apart(from, to, VALUE).join(' → ')}`;
      }),
    ),
    ...list(
      'Exceptions:',
      report.exceptions.map(
        (each) =>
          `${each.proposed === true ? 'proposed, counts once it is on the base: ' : ''}${cellName(each.agent, each.phase)} may run on ${each.tier} (${each.floor}) until ${each.expires}, renewals: ${each.renewals}, approved by ${each.approvedBy}, ${each.tracking}: ${each.reason}`,
      ),
    ),
    ...report.notices.map((notice) => palette.dim(`note: ${inPlainLine(notice, MESSAGE)}`)),
    verdictLine(report, palette, files),
  ];
}

function groupLines(group: readonly [Finding, ...Finding[]], palette: Palette): string[] {
  const [{ rule: id, severity, docs }] = group;
  const paint = palette[severity];
  const full = group
    .slice(0, PER_RULE)
    .flatMap((finding) => [
      `${paint(`${MARKS[severity]} ${id} ${ruleOf(id).name}`)}  ${palette.bold(inPlainLine(`${finding.file}:${finding.line}:${finding.column}`, MESSAGE))}`,
      `  ${inPlainLine(finding.message, MESSAGE)}`,
      ...(finding.counterexample === null
        ? []
        : [`  Counterexample: ${inPlainLine(counterexampleText(finding.counterexample), MESSAGE)}`]),
      ...(finding.floor === undefined ? [] : [`  Floor: ${inPlainLine(floorText(finding.floor), MESSAGE)}`]),
    ]);
  const rest = group.slice(PER_RULE);
  const more =
    rest.length === 0
      ? []
      : [`  … and ${number(rest.length)} more of ${id}${cellsOf(rest)}; --json has them all`];
  return [...full, ...more, `  Next: ${ruleOf(id).remedy}`, palette.dim(`  ${inPlainLine(docs)}`)];
}

/** The first few cells of findings that are not printed: `: SECURITY/LEAD, SECURITY/PLAN, …`. */
function cellsOf(findings: readonly Finding[]): string {
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
    ...rows.slice(0, PER_LIST).map((row) => `  ${inPlainLine(row, MESSAGE)}`),
    ...(rest > 0 ? [`  … and ${number(rest)} more; --json has them all`] : []),
  ];
}

function verdictLine(report: GateReport, palette: Palette, files: string): string {
  const unchanged = `${files} are unchanged`;
  if (!report.touched && report.findings.length === 0) return `${palette.pass('pass:')} ${unchanged}`;
  const verdict = report.verdict === 'pass' ? palette.pass('pass:') : palette.error('fail:');
  const soft = report.verdict === 'fail' && report.mode === 'warn' ? ' · mode: warn, nothing is blocked' : '';
  const tried = report.touched ? situationsText(report.situations) : unchanged;
  return `${verdict} ${tallyText(report.findings)} · ${tried}${soft}`;
}

function failureLines(failure: GateFailure, palette: Palette): string[] {
  const subject = failure.subject === null ? '' : ` ${inPlainLine(failure.subject)}`;
  return [
    ...list('What went wrong:', failure.problems.map(describe)),
    `${palette.error('error:')} could not judge${subject}; nothing was decided, so nothing is passed`,
  ];
}
