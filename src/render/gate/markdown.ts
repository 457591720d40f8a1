import type { WhatIf } from '../../calibration/replay/index.ts';
import { place } from '../../errors.ts';
import {
  type ExceptionInForce,
  type Finding,
  type FoundFloor,
  type GateReport,
  ruleOf,
  type Severity,
} from '../../policy/gate/index.ts';
import { apart } from '../apart.ts';
import { paragraph, type Section } from '../budget.ts';
import { inMarkdown, inMarkdownCode, markdownLink } from '../escape.ts';
import { count, NONE } from '../figures.ts';
import { lineLink } from '../place.ts';
import { tableHead, tableRow } from '../tables.ts';
import { whatIfSections } from '../what-if/markdown.ts';
import { cellName, counterexampleText, REASON, situationsText, tallyText } from '../words.ts';
import { byRule, type GateFailure } from './result.ts';

/** What the markdown renderers need to know besides the result. */
export interface GateMarkdownOptions {
  /** Address of the rules' index, to link to. */
  readonly docs: string;
  /** Address of the repository, as `https://github.com/octo/demo`; null: floors are not linked. */
  readonly address: string | null;
  /** What the change would have cost; null or left out: nobody replayed it. */
  readonly whatIf?: WhatIf | null;
}

/** How the comment and the summary differ. */
export interface Shape {
  /** Findings shown for one rule. */
  readonly perRule: number;
  /** Where the reader finds what is left out. */
  readonly elsewhere: string;
}

const MESSAGE = 400;
const NAME = 100;
const MARKS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

function leftOut(noun: string, shape: Shape): (rows: number) => string {
  return (rows) => `*${count(rows, noun)} more, not shown here. ${shape.elsewhere}*`;
}

/** Where the floor is declared, and its own reason. */
function floorText(floor: FoundFloor, address: string | null): string {
  const where = `floor ${lineLink(`${floor.file}:${floor.line}`, address, floor)}`;
  return floor.because === null ? where : `${where}, because *${inMarkdown(floor.because, REASON)}*`;
}

/** Things that say the same of several phases of one agent, together. */
function ofPhases<T extends { readonly agent: string | null; readonly phase: string | null }>(
  items: readonly T[],
  saysOf: (item: T) => readonly unknown[],
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  items.forEach((item, place) => {
    const key = JSON.stringify(
      item.agent === null || item.phase === null ? place : [item.agent, ...saysOf(item)],
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return [...groups.values()];
}

/** `SECURITY/EXEC, LEAD, PLAN`. */
function cellsOf(
  group: readonly [{ agent: string | null; phase: string | null }, ...{ phase: string | null }[]],
): string | null {
  const [first, ...others] = group;
  const cell = cellName(first.agent, first.phase);
  return cell === null ? null : [cell, ...others.map(({ phase }) => phase)].join(', ');
}

/** One edited line is one row, in however many phases it breaks the rule. */
function byLine(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  return ofPhases(findings, ({ rule, file, line, column, message, phase, floor }) => [
    ...[rule, file, line, column, floor?.id],
    message.replaceAll(` in ${phase} `, ' in '),
  ]);
}

function findingRow(group: readonly [Finding, ...Finding[]], address: string | null): string {
  const [finding] = group;
  const cell = cellsOf(group);
  const example = finding.counterexample;
  const parts = [
    `${MARKS[finding.severity]} ${markdownLink(finding.rule, finding.docs)} ${ruleOf(finding.rule).name}`,
    ...(cell === null ? [] : [inMarkdownCode(cell, NAME)]),
    inMarkdown(finding.message, MESSAGE),
    ...(example === null ? [] : [inMarkdownCode(counterexampleText(example), MESSAGE)]),
    inMarkdownCode(`${finding.file}:${finding.line}`, MESSAGE),
    ...(finding.floor === undefined ? [] : [floorText(finding.floor, address)]),
  ];
  return `- ${parts.join(' · ')}`;
}

/** The findings of one severity; of each rule no more than the shape allows. */
function findingSection(
  report: GateReport,
  severity: Severity,
  title: string,
  shape: Shape,
  { address }: GateMarkdownOptions,
): Section[] {
  const found = report.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  const shown = byRule(found).flatMap((group) => byLine(group).slice(0, shape.perRule));
  return [
    {
      head: `#### ${title}\n`,
      rows: shown.map((group) => findingRow(group, address)),
      held: found.length - shown.flat().length,
      leftOut: leftOut(severity, shape),
    },
  ];
}

function nextSection(report: GateReport): Section[] {
  const groups = byRule(report.findings.filter((finding) => finding.severity !== 'notice'));
  if (groups.length === 0) return [];
  const lines = groups.map(([{ rule: id }]) => `- ${id}: ${ruleOf(id).remedy}`);
  return [paragraph(`#### Next\n\n${lines.join('\n')}`)];
}

const code = (text: string | null): string => (text === null ? NONE : inMarkdownCode(text, NAME) || NONE);

/** Both values of a change: never the same text twice. */
function fromTo(from: string | null, to: string | null): string {
  const [before, after] = apart(from, to, NAME);
  return `${from === null ? NONE : code(before)} → ${to === null ? NONE : code(after)}`;
}

function changeSection(report: GateReport, shape: Shape): Section[] {
  if (report.changes.length === 0) return [];
  return [
    {
      head: `#### Changes\n\n${tableHead(['Cell', 'Field', 'From → to'])}`,
      rows: ofPhases(report.changes, ({ field, from, to }) => [field, from, to]).map((group) => {
        const [{ field, from, to }] = group;
        return tableRow([code(cellsOf(group)), code(field), fromTo(from, to)]);
      }),
      held: 0,
      leftOut: leftOut('change', shape),
    },
  ];
}

function exceptionRow(exception: ExceptionInForce): string {
  const { floor, agent, phase, tier, expires, renewals, approvedBy, tracking, reason } = exception;
  const renewed = renewals === 0 ? '' : `, renewed ${count(renewals, 'time')}`;
  return tableRow([
    `${code(cellName(agent, phase))}, ${code(floor)}`,
    code(tier),
    `${inMarkdown(expires, NAME)}${renewed}`,
    `${inMarkdown(approvedBy, NAME)}, ${inMarkdown(tracking, NAME)}: ${inMarkdown(reason)}`,
  ]);
}

function exceptionSection(report: GateReport, shape: Shape): Section[] {
  const section = (title: string, proposed: boolean): Section[] => {
    const found = report.exceptions.filter((each) => (each.proposed ?? false) === proposed);
    if (found.length === 0) return [];
    const head = tableHead(['Cell and floor', 'May run on', 'Until', 'Approved by']);
    const rows = found.map(exceptionRow);
    return [{ head: `#### ${title}\n\n${head}`, rows, held: 0, leftOut: leftOut('exception', shape) }];
  };
  return [
    ...section('Exceptions in force', false),
    ...section('Proposed exceptions, which count once they are on the base', true),
  ];
}

function noticeSection(report: GateReport, shape: Shape): Section[] {
  if (report.notices.length === 0) return [];
  return [
    {
      head: '#### Notes\n',
      rows: report.notices.map((notice) => `- ${inMarkdown(notice, MESSAGE)}`),
      held: 0,
      leftOut: leftOut('note', shape),
    },
  ];
}

function title(report: GateReport, isResolved: boolean): string {
  if (isResolved) return '✅ resolved';
  if (report.verdict === 'pass') {
    return report.findings.some((finding) => finding.severity === 'warning')
      ? `✅ pass: ${tallyText(report.findings)}`
      : '✅ pass';
  }
  const soft = report.mode === 'warn' ? ' (mode: warn, nothing is blocked)' : '';
  return `❌ fail: ${tallyText(report.findings)}${soft}`;
}

function subjectLine(report: GateReport): string {
  const tried = report.touched ? situationsText(report.situations) : 'the allocation is as on the base';
  const subject = inMarkdown(report.subject, MESSAGE);
  return subject === '' ? `*${tried}*` : `${subject} · *${tried}*`;
}

function footer(options: GateMarkdownOptions): Section {
  const means = 'What each rule means';
  const isCommand = options.docs.includes(' ');
  return paragraph(
    isCommand ? `${means}: ${inMarkdownCode(options.docs)}` : markdownLink(means, options.docs),
  );
}

/** The whole report, verdict first. `remark` stands under the verdict. */
export function reportSections(
  report: GateReport,
  shape: Shape,
  options: GateMarkdownOptions,
  remark: string | null = null,
): Section[] {
  return [
    paragraph(`### haiku-first gate · ${title(report, remark !== null)}\n\n${subjectLine(report)}`),
    ...(remark === null ? [] : [paragraph(remark)]),
    ...(options.whatIf == null ? [] : whatIfSections(options.whatIf)),
    ...findingSection(report, 'error', 'Errors', shape, options),
    ...findingSection(report, 'warning', 'Warnings', shape, options),
    ...changeSection(report, shape),
    ...exceptionSection(report, shape),
    ...findingSection(report, 'notice', 'Notices', shape, options),
    ...noticeSection(report, shape),
    ...nextSection(report),
    footer(options),
  ];
}

/** The gate could not judge: what went wrong, and that this is no pass. */
export function failureSections(failure: GateFailure, shape: Shape, options: GateMarkdownOptions): Section[] {
  const subject = failure.subject === null ? '' : `\n\n${inMarkdown(failure.subject, MESSAGE)}`;
  return [
    paragraph(`### haiku-first gate · ⛔ error: could not be judged${subject}`),
    paragraph('Nothing was decided, so nothing is passed: the check stays red until it can judge.'),
    {
      head: '#### What went wrong\n',
      rows: failure.problems.map((problem) => {
        const where = problem.file === null ? '' : ` · ${inMarkdownCode(place(problem), MESSAGE)}`;
        const fix = problem.fix === null ? '' : ` ${inMarkdown(problem.fix, MESSAGE)}`;
        return `- ${inMarkdown(problem.what, MESSAGE)}${fix}${where}`;
      }),
      held: 0,
      leftOut: leftOut('problem', shape),
    },
    paragraph('Next: fix the above and run the check again.'),
    footer(options),
  ];
}
