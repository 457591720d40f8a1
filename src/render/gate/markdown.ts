import type { WhatIf } from '../../calibration/replay/index.ts';
import { place } from '../../errors.ts';
import {
  type ExceptionInForce,
  type Finding,
  type FoundFloor,
  type GateReport,
  ruleOf,
} from '../../policy/gate/index.ts';
import { apart } from '../apart.ts';
import { folded, paragraph, type Section } from '../budget.ts';
import { inMarkdown, inMarkdownCode, markdownLink } from '../escape.ts';
import { count, NONE } from '../figures.ts';
import { inAddress, lineLink } from '../place.ts';
import { tableHead, tableRow } from '../tables.ts';
import { whatIfSections } from '../what-if/markdown.ts';
import { cellName, counterexampleText, REASON, situationsText } from '../words.ts';
import { byRule, type GateFailure, groupedBy } from './result.ts';
import {
  byLine,
  clauseOf,
  differencesOf,
  floorsNamed,
  type GateRow,
  headlineOf,
  isOneClause,
  messageOf,
  noticesOf,
  storyOfReport,
} from './story.ts';

/** What the markdown renderers need to know besides the result. */
export interface GateMarkdownOptions {
  /** Address of the repository, as `https://github.com/octo/demo`; null: lines are not linked. */
  readonly address: string | null;
  /** What the change would have cost; null or left out: nobody replayed it. */
  readonly whatIf?: WhatIf | null;
  /** Address of the run, which has the job summary; null: not known. */
  readonly run: string | null;
  /** The author's branch; null: it is no pull request. */
  readonly author: {
    readonly commit: string;
    /** Address of GitHub's editor on that branch, as `https://github.com/octo/demo/edit/branch`; null: not known. */
    readonly editor: string | null;
  } | null;
}

/** How the comment and the summary differ. */
export interface Shape {
  /** Findings shown for one rule. */
  readonly perRule: number;
  /** Changes without a finding that are not folded away. */
  readonly changes: number;
  /** Where the reader finds what is left out. */
  readonly elsewhere: string;
  /** What the head is called. */
  readonly head: string;
  /** Whether it is written over with every push. */
  readonly isSticky: boolean;
}

const MESSAGE = 400;
const NAME = 100;
const CLAUSE = 140;
/** Differences that a row shows, floors that are quoted, and lines to edit for one rule. */
const FEW = 3;

function leftOut(noun: string, shape: Shape): (rows: number) => string {
  return (rows) => `*${count(rows, noun)} more, not shown here. ${shape.elsewhere}*`;
}

function listSection(rows: readonly string[], noun: string, shape: Shape, head = '', held = 0): Section[] {
  return rows.length === 0 ? [] : [{ head, rows, held, leftOut: leftOut(noun, shape) }];
}

const code = (text: string): string => inMarkdownCode(text, NAME) || NONE;

/** Both values of a change: never the same text twice. */
function fromTo(from: string | null, to: string | null): string {
  const [before, after] = apart(from, to, NAME);
  return `${from === null ? 'none' : code(before)} → ${to === null ? '**removed**' : code(after)}`;
}

/** What a row is about, with its line: as a link, else by name. */
function labelOf({ label, at }: GateRow, { address }: GateMarkdownOptions): string {
  if (at === null) return inMarkdown(label ?? NONE, NAME);
  const where = `${at.file}:${at.line}`;
  if (label === null) return lineLink(where, address, at);
  const shown = lineLink(label, address, at);
  return address !== null && at.commit !== null ? shown : `${shown}, ${inMarkdown(where)}`;
}

function differencesText(row: GateRow): string {
  const all = differencesOf(row);
  if (all.length === 0) return NONE;
  const shown = all
    .slice(0, FEW)
    .map(
      ({ field, from, to }) => `${field === null ? '' : `${inMarkdown(field, NAME)}: `}${fromTo(from, to)}`,
    );
  const rest = all.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${count(rest, 'more', 'more')}`] : [])].join('; ');
}

function rowText(row: GateRow, mark: string, verdict: string, options: GateMarkdownOptions): string {
  return tableRow([`${mark} ${labelOf(row, options)}`, differencesText(row), verdict]);
}

/** What the rules say of a row. What the heading has said of it, or its other cells, stays there. */
function verdictOf({ findings, changes }: GateRow, clause: string): readonly [mark: string, verdict: string] {
  const isError = findings.some(([{ severity }]) => severity === 'error');
  const told = changes.map(({ field }) => `${field} changes from `);
  const said = findings.map((group) => {
    const message = messageOf(group);
    const isHeading = clauseOf(group) === clause && isOneClause(group);
    const isShown = isHeading || told.some((start) => message.startsWith(start));
    const mark = isError && group[0].severity === 'warning' ? '⚠️ ' : '';
    return mark + (isShown ? ruleLink(group) : inMarkdown(message, MESSAGE));
  });
  return [isError ? '❌' : '⚠️', [...new Set(said)].join(' ')];
}

/** One row for each change with its verdict: first those of which a rule speaks. */
function tableSections(
  report: GateReport,
  clause: string,
  shape: Shape,
  options: GateMarkdownOptions,
): Section[] {
  const { found, others, isSettled } = storyOfReport(report);
  const shown = groupedBy(found, ({ findings }) => findings[0]?.[0].rule).flatMap((rows) =>
    rows.slice(0, shape.perRule),
  );
  const rest = others.map((row) =>
    isSettled
      ? rowText(row, '✅', 'no finding', options)
      : rowText(row, '➖', 'no finding of its own', options),
  );
  const head = tableHead(['Change', `Base → ${shape.head}`, 'Verdict']);
  const rows = [
    ...shown.map((row) => rowText(row, ...verdictOf(row, clause), options)),
    ...rest.slice(0, shape.changes),
  ];
  if (rows.length === 0) return [];
  return [
    { head, rows, held: found.length - shown.length, leftOut: leftOut('row', shape) },
    ...folded(
      `${count(rest.length - shape.changes, 'change')} more`,
      listSection(rest.slice(shape.changes), 'change', shape, head),
    ),
  ];
}

/** The floors that are refused, with their own reasons. */
function floorSection(report: GateReport, { address }: GateMarkdownOptions): Section[] {
  const floors = floorsNamed(report.findings.filter(({ severity }) => severity === 'error'));
  if (floors.length === 0) return [];
  const text = (floor: FoundFloor): string => {
    const where = `line ${floor.line} of ${floor.file}`;
    const link = lineLink(floor.id || where, address, floor);
    const isLinked = address !== null && floor.commit !== null;
    const named = isLinked ? link : `${link}, ${inMarkdown(where)}`;
    const reason = inMarkdown(floor.because ?? '', REASON);
    const because = reason === '' ? '' : `because *${reason}*`;
    const said = [floor.absolute === true ? 'it takes no exceptions' : '', because].filter(
      (each) => each !== '',
    );
    return [`Floor ${named}`, ...(said.length === 0 ? [] : [said.join(', ')])].join(': ');
  };
  return [paragraph(floors.slice(0, FEW).map(text).join('\n'))];
}

/** The line of a finding: in the editor of the author's branch where it is the same there. */
function editLink({ file, line, commit = null }: Finding, { address, author }: GateMarkdownOptions): string {
  return author === null || author.editor === null || commit !== author.commit
    ? lineLink(`line ${line} of ${file}`, address, { file, line, commit })
    : markdownLink(`edit line ${line}`, `${author.editor}/${inAddress(file)}#L${line}`);
}

/** What to do about the errors, one line for each rule. */
function nextSection(report: GateReport, shape: Shape, options: GateMarkdownOptions): Section[] {
  const groups = byRule(report.findings.filter(({ severity }) => severity === 'error'));
  const warnings = byLine(report.findings.filter(({ severity }) => severity === 'warning')).length;
  const isSoft = report.verdict === 'fail' && report.mode === 'warn';
  // What is judged need not be on its way into a branch, but where it has a comment.
  const aim = shape.isSticky && !isSoft ? '**To merge:**' : '**To mend it:**';
  const start = isSoft ? `Nothing is blocked (mode: warn). ${aim}` : aim;
  const harmless = groups.length > 0 && warnings > 0 ? ' What is marked ⚠️ blocks nothing.' : '';
  const steps = groups.map((group) => {
    const [{ rule }] = group;
    const places = groupedBy(group, ({ file, line }) => JSON.stringify([file, line])).map(([first]) => first);
    const links = places.slice(0, FEW).map((finding) => editLink(finding, options));
    const more = places.length > FEW ? ', …' : '';
    return `${links.join(', ')}${more}: ${ruleOf(rule).remedy}`;
  });
  if (steps.length === 1) return [paragraph(`${start} ${steps.join('')}${harmless}`)];
  if (steps.length > 1)
    return [paragraph(`${start}${harmless}\n\n${steps.map((step) => `- ${step}`).join('\n')}`)];
  if (report.verdict !== 'pass') return isSoft ? [paragraph('Nothing is blocked (mode: warn).')] : [];
  if (warnings === 0) return [];
  const meant = warnings === 1 ? 'it is meant' : warnings === 2 ? 'both are meant' : 'all are meant';
  return [paragraph(`Nothing is blocked. Approve if ${meant}.`)];
}

/** `VALIDATION/PLAN may run on haiku until …`: an exception, with who approved it and why. */
export function exceptionText(exception: ExceptionInForce): string {
  const { floor, agent, phase, tier, expires, renewals, approvedBy, tracking, reason } = exception;
  const renewed = renewals === 0 ? '' : `, renewed ${count(renewals, 'time')}`;
  const cell = inMarkdown(cellName(agent, phase) ?? '', NAME);
  return `- ${cell} may run on ${inMarkdown(tier, NAME)} under ${inMarkdown(floor, NAME)} until ${inMarkdown(expires, NAME)}${renewed}. Approved by ${inMarkdown(approvedBy, NAME)}, ${inMarkdown(tracking, NAME)}: ${inMarkdown(reason)}`;
}

function exceptionSection(report: GateReport, shape: Shape, proposed: boolean): Section[] {
  const found = report.exceptions.filter((each) => (each.proposed ?? false) === proposed);
  const title = proposed
    ? 'Proposed exceptions, which count once they are on the base'
    : 'Exceptions in force';
  return listSection(found.map(exceptionText), 'exception', shape, `${title}:\n`);
}

/** The rule of a group, with its page: an address, or the command that prints it. */
function ruleLink([{ rule, docs }]: readonly [Finding, ...Finding[]]): string {
  const link = markdownLink(`${rule} ${ruleOf(rule).name}`, docs);
  return docs.includes(' ') ? `${link}, ${inMarkdownCode(docs, NAME)}` : link;
}

function ruleText(group: readonly [Finding, ...Finding[]]): string {
  const [{ rule, severity }] = group;
  return severity === 'error' ? `- ${ruleLink(group)}` : `- ${ruleLink(group)}: ${ruleOf(rule).remedy}`;
}

function foldedSection(report: GateReport, shape: Shape, { address }: GateMarkdownOptions): Section[] {
  const holds = report.verdict === 'pass' ? '; no cell falls below a floor' : '';
  const tried = report.situations > 0 ? [paragraph(`${situationsText(report.situations)}${holds}.`)] : [];
  const list = (title: string, noun: string, rows: readonly string[]): Section[] =>
    listSection(
      rows.slice(0, shape.perRule),
      noun,
      shape,
      `${title}\n`,
      Math.max(0, rows.length - shape.perRule),
    );
  const examples = byLine(report.findings).flatMap(([{ counterexample }]) =>
    counterexample === null ? [] : [`- ${inMarkdownCode(counterexampleText(counterexample), MESSAGE)}`],
  );
  const notices = noticesOf(report).map((group) => {
    const [{ file, line, commit = null }] = group;
    return `- ${inMarkdown(messageOf(group), MESSAGE)} (${lineLink(`${file}:${line}`, address, { file, line, commit })})`;
  });
  const sections = [
    ...list('The first situation of each:', 'situation', examples),
    ...list('Notices:', 'notice', notices),
    ...exceptionSection(report, shape, false),
    ...list('Rules:', 'rule', byRule(report.findings).map(ruleText)),
  ];
  return sections.length === 0 ? [] : folded('How it was judged', [...tried, ...sections]);
}

function footer(
  subject: string,
  said: readonly string[],
  shape: Shape,
  options: GateMarkdownOptions,
): Section {
  const { run, author } = options;
  const head = author === null ? null : `head ${inMarkdown(author.commit.slice(0, 7))}`;
  const parts = [
    ...(subject === '' ? [] : [subject]),
    ...(head === null ? [] : [head]),
    ...said,
    ...(run === null || !shape.isSticky ? [] : [markdownLink('job summary', run)]),
    ...(shape.isSticky ? ['updated with every push'] : []),
  ];
  return paragraph(`<sub>${parts.join(' · ')}</sub>`);
}

/** The whole report, the finding first. */
export function reportSections(
  report: GateReport,
  shape: Shape,
  options: GateMarkdownOptions,
  isResolved = false,
): Section[] {
  const [mark, clause] = headlineOf(report, isResolved);
  const table = tableSections(report, clause, shape, options);
  const details = foldedSection(report, shape, options);
  const still = table.length === 0 ? '' : ' This still changes:';
  return [
    paragraph(`### ${mark} haiku-first gate: ${inMarkdown(clause, CLAUSE)}`),
    ...(isResolved
      ? [paragraph(`Nothing is left of what earlier pushes were refused or warned for.${still}`)]
      : []),
    ...floorSection(report, options),
    ...(options.whatIf == null ? [] : whatIfSections(options.whatIf)),
    ...table,
    ...nextSection(report, shape, options),
    ...listSection(
      report.notices.map((notice) => `- ${inMarkdown(notice, MESSAGE)}`),
      'note',
      shape,
    ),
    ...exceptionSection(report, shape, true),
    ...details,
    footer(
      inMarkdown(report.subject, MESSAGE),
      report.situations > 0 && details.length === 0 ? [situationsText(report.situations)] : [],
      shape,
      options,
    ),
  ];
}

/** The gate could not judge: what went wrong, and that this is no pass. */
export function failureSections(failure: GateFailure, shape: Shape, options: GateMarkdownOptions): Section[] {
  return [
    paragraph('### ❌ haiku-first gate: could not judge, so nothing is passed'),
    {
      head: tableHead(['What went wrong', 'Where', 'Fix']),
      rows: failure.problems.map((problem) =>
        tableRow([
          `❌ ${inMarkdown(problem.what, MESSAGE)}`,
          problem.file === null ? NONE : inMarkdown(place(problem), MESSAGE),
          problem.fix === null ? NONE : inMarkdown(problem.fix, MESSAGE),
        ]),
      ),
      held: 0,
      leftOut: leftOut('problem', shape),
    },
    paragraph('**Next:** mend this and run the check again. It stays red until it can judge.'),
    footer(failure.subject === null ? '' : inMarkdown(failure.subject, MESSAGE), [], shape, options),
  ];
}
