import type { WhatIf } from '../../calibration/replay/index.ts';
import { place } from '../../errors.ts';
import {
  type ExceptionInForce,
  type Finding,
  type GateReport,
  ruleOf,
  type Severity,
} from '../../policy/gate/index.ts';
import { apart } from '../apart.ts';
import { paragraph, type Section } from '../budget.ts';
import { inMarkdown, inMarkdownCode, markdownLink } from '../escape.ts';
import { count, NONE, number } from '../figures.ts';
import { tableHead, tableRow } from '../tables.ts';
import { whatIfSections } from '../what-if/markdown.ts';
import { cellName, counterexampleText, situationsText, tallyText } from '../words.ts';
import { byRule, type GateFailure } from './result.ts';

/** What the markdown renderers need to know besides the result. */
export interface GateMarkdownOptions {
  /** Address of the rules' index, to link to. */
  readonly docs: string;
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

function findingRow(finding: Finding): string {
  const cell = cellName(finding.agent, finding.phase);
  const example = finding.counterexample;
  const parts = [
    `${MARKS[finding.severity]} ${markdownLink(finding.rule, finding.docs)} ${ruleOf(finding.rule).name}`,
    ...(cell === null ? [] : [inMarkdownCode(cell, NAME)]),
    inMarkdown(finding.message, MESSAGE),
    ...(example === null ? [] : [inMarkdownCode(counterexampleText(example), MESSAGE)]),
    inMarkdownCode(`${finding.file}:${finding.line}`, MESSAGE),
  ];
  return `- ${parts.join(' · ')}`;
}

/** The findings of one severity; of each rule no more than the shape allows. */
function findingSection(report: GateReport, severity: Severity, title: string, shape: Shape): Section[] {
  const found = report.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  const shown = byRule(found).flatMap((group) => group.slice(0, shape.perRule));
  return [
    {
      head: `#### ${title}\n`,
      rows: shown.map(findingRow),
      held: found.length - shown.length,
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
      rows: report.changes.map(({ agent, phase, field, from, to }) =>
        tableRow([code(cellName(agent, phase)), code(field), fromTo(from, to)]),
      ),
      held: 0,
      leftOut: leftOut('change', shape),
    },
  ];
}

const EXCEPTION_TITLES = 'Floor,Cell,May run on,Until,Renewed,Approved by,Tracking,Reason'.split(',');

function exceptionRow(exception: ExceptionInForce): string {
  return tableRow([
    code(exception.floor),
    code(cellName(exception.agent, exception.phase)),
    code(exception.tier),
    inMarkdown(exception.expires, NAME),
    number(exception.renewals),
    inMarkdown(exception.approvedBy, NAME),
    inMarkdown(exception.tracking, NAME),
    inMarkdown(exception.reason),
  ]);
}

function exceptionSection(report: GateReport, shape: Shape): Section[] {
  if (report.exceptions.length === 0) return [];
  return [
    {
      head: `#### Exceptions in force\n\n${tableHead(EXCEPTION_TITLES, new Set([4]))}`,
      rows: report.exceptions.map(exceptionRow),
      held: 0,
      leftOut: leftOut('exception', shape),
    },
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

function title(report: GateReport): string {
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
    paragraph(`### haiku-first gate · ${title(report)}\n\n${subjectLine(report)}`),
    ...(remark === null ? [] : [paragraph(remark)]),
    ...(options.whatIf == null ? [] : whatIfSections(options.whatIf)),
    ...findingSection(report, 'error', 'Errors', shape),
    ...findingSection(report, 'warning', 'Warnings', shape),
    ...changeSection(report, shape),
    ...exceptionSection(report, shape),
    ...findingSection(report, 'notice', 'Notices', shape),
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
