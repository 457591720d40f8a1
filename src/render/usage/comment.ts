import type { Report } from '../../report/document.ts';
import { adviceText, type CellAdvice } from '../advice.ts';
import { fitToBudget, folded, paragraph, type Section, units } from '../budget.ts';
import { instantText, weekText } from '../dates.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { count, NONE, number, shortTokens, TOKENS_ARE } from '../figures.ts';
import { moneyTotal } from '../money.ts';
import { commitLink, runLink, type TextPlace } from '../place.ts';
import { tableHead, tableRow } from '../tables.ts';
import { cellName } from '../words.ts';
import { factsOf, findingOf, isWell, nextOf, type UsageFinding, unique } from './finding.ts';
import { forecastText } from './forecast.ts';
import { agentInMarkdown, agentText, modelsInMarkdown, type UseRow } from './rows.ts';
import {
  askedAndUsed,
  cacheText,
  costText,
  countsNothing,
  deferredText,
  jobsText,
  lackingOf,
  notAttributed,
  overrideText,
  tokensText,
  usedExceptionText,
} from './words.ts';

/** UTF-16 units. GitHub refuses bodies of more than 65,536. */
export const USAGE_COMMENT_BUDGET = 60_000;

const MESSAGE = 300;
const NAME = 100;
/** Rows that are not folded away. */
const ROWS = 12;
/** Sub-agents that a row names. */
const NAMED = 3;

const UNCOUNTED =
  'The jobs of a fork can report anything about themselves. Their figures are shown, and stay out of the budget and of every rate.';

export interface UsageCommentOptions {
  /** What the matrix recommends while nothing has run, of the phases that matter; empty: nobody asks. */
  readonly recommended: Report['recommended'];
  /** What the escalation model advises on them. */
  readonly advice: readonly CellAdvice[];
  readonly place: TextPlace;
  /** The latest commit of the pull request; null: not known. */
  readonly commit: string | null;
}

function leftOut(noun: string): (rows: number) => string {
  return (rows) => `*${count(rows, noun)} more, not shown here. The job summary has more.*`;
}

const HEAD = tableHead(['Agent', 'Model', 'Result', 'Cost'], new Set([3]));

function rowText(row: UseRow): string {
  const { result, figures, mark } = row;
  const isUnknown = figures === null && mark === '⚠️';
  const cost = figures === null ? (isUnknown ? 'not measured' : NONE) : costText(figures);
  return tableRow([agentInMarkdown(row), modelsInMarkdown(row), inMarkdown(result, NAME), cost]);
}

/** The allocation's own reasons, once for each agent. */
function rationales(recommended: Report['recommended']): readonly string[] {
  const why = new Set<string>();
  for (const { tiers } of recommended)
    for (const { agents } of tiers)
      for (const { agent, rationale } of agents)
        if (rationale !== null) why.add(`- ${inMarkdown(agent, NAME)}: ${inMarkdown(rationale, MESSAGE)}`);
  return [...why];
}

function costOfRows(rows: readonly UseRow[]): string {
  const sum = (of: (figures: NonNullable<UseRow['figures']>) => number): number =>
    rows.reduce((total, { figures }) => total + (figures === null ? 0 : of(figures)), 0);
  if (rows.every(({ figures }) => figures === null)) return NONE;
  const lacking = {
    unpriced: sum((each) => each.unpriced),
    unmeasured: sum((each) => each.unmeasured),
    partial: sum((each) => each.partial),
  };
  return moneyTotal(
    sum((each) => each.microusd ?? 0),
    lacking,
  );
}

function totalRow({ report, rows, total }: UsageFinding): readonly string[] {
  if (rows.length < 2 || report.uses.length === 0) return [];
  const { reported, expected } = report.jobs;
  const what =
    expected === null
      ? `${count(reported, 'job')}`
      : expected === reported
        ? reported === 1
          ? 'The one job'
          : reported === 2
            ? 'Both jobs'
            : `All ${count(reported, 'job')}`
        : `${number(reported)} of ${count(expected, 'job')}`;
  return [tableRow([`**${what}**`, '', '', `**${total}**`])];
}

/** The table, with what is folded away as one row, so that it adds up. */
function visibleTable(facts: UsageFinding): Section {
  const { rows } = facts;
  const shown = rows.length > ROWS + 1 ? rows.slice(0, ROWS) : rows;
  const rest = rows.slice(shown.length);
  const others =
    rest.length === 0 ? [] : [tableRow([`${count(rest.length, 'other')}, below`, '', '', costOfRows(rest)])];
  return paragraph([HEAD, ...shown.map(rowText), ...others, ...totalRow(facts)].join('\n'));
}

/** Tiers that a person picked, exceptions that were used, and what somebody should look at. */
function remarks({ report, alerts }: UsageFinding): Section[] {
  const told = [
    ...alerts.map(({ message }) => `⚠️ ${inMarkdown(message, MESSAGE)}`),
    ...[...report.overrides.map(overrideText), ...report.exceptions_used.map(usedExceptionText)].map((text) =>
      inMarkdown(text, MESSAGE),
    ),
  ];
  return listSection(
    told.map((line) => `- ${line}`),
    'line',
  );
}

function weekOf(report: Report): string | null {
  const { zone, budget, week } = report;
  if (zone === null || budget === null) return null;
  // A line through the working days is for whoever asks for the week, not news for every reviewer.
  const forecast = report.forecast?.probability === null ? null : forecastText(report);
  return `${weekText(week)}: ${budget}, ${zone}.${forecast === null ? '' : ` ${forecast}.`}`;
}

/** What explains the figures: nothing in it is news. */
function explanations({ report, below, rows }: UsageFinding): readonly string[] {
  const { not_counted: uncounted } = report;
  const cost = moneyTotal(uncounted.microusd, lackingOf(report, false));
  const isBelow = new Set(below);
  return [
    ...report.deferred.map((each) => deferredText(each)),
    ...report.mismatches
      .filter((each) => !isBelow.has(each))
      .map(
        ({ agent, phase, requested, used }) =>
          `${cellName(agent, phase)} asked for ${requested ?? NONE} and ran on ${used}`,
      ),
    ...(rows.some(({ figures }) => (figures?.unpriced ?? 0) > 0)
      ? [
          'What is unpriced is in no price table, and in no total: add its model under models: in the allocation.',
        ]
      : []),
    ...(rows.some(({ figures }) => (figures?.partial ?? 0) > 0)
      ? ['≥ is a lower bound, as of a job that was cancelled.']
      : []),
    ...notAttributed(report, (line) => line),
    ...(uncounted.records === 0 || countsNothing(report)
      ? []
      : [`Not counted: ${cost}, reported by jobs of forks or Dependabot, which can report anything`]),
  ];
}

function tokensOf({ uses }: Report): string {
  const shown = uses.filter(({ counted }) => counted);
  const all = shown.length === 0 ? uses : shown;
  const sum = (of: (use: (typeof all)[number]) => number): number =>
    all.reduce((total, use) => total + of(use), 0);
  const figures = {
    tokens: sum((use) => use.tokens),
    microusd: null,
    unpriced: 0,
    unmeasured: sum((use) => use.unmeasured),
    partial: sum((use) => use.partial),
  };
  const text = tokensText(figures, shortTokens);
  return text === NONE ? 'tokens not measured' : `${text} tokens`;
}

/** What each model used, by agent. */
function modelTable({ report }: UsageFinding): Section[] {
  if (report.uses.length === 0) return [];
  return [
    {
      head: tableHead(['Agent', 'Asked → used', 'Tokens', 'Cache reads'], new Set([2, 3])),
      rows: report.uses.map((use) => {
        const types = (use.sub_agents ?? []).slice(0, NAMED).map((type) => ` ${inMarkdownCode(type, NAME)}`);
        const own = use.auxiliary ? ", the client's own calls" : '';
        return tableRow([
          `${inMarkdown(agentText(use.agent, use.phase), NAME)}${own}${types.join('')}`,
          inMarkdownCode(askedAndUsed(use), 2 * NAME),
          tokensText(use),
          cacheText(use),
        ]);
      }),
      held: 0,
      leftOut: leftOut('row'),
    },
  ];
}

function footer({ latest }: Report, { place, commit }: UsageCommentOptions): Section {
  const isOwn = latest?.repository.toLowerCase() === place.repository.toLowerCase();
  const run =
    latest === null || !isOwn || place.address === null
      ? null
      : runLink(`run ${latest.run}`, place, latest.run);
  const parts = [
    'List prices as reported by the jobs, not a bill',
    ...(run === null ? [] : [run]),
    ...(commitLink(place, commit) === null ? [] : [commitLink(place, commit)]),
    ...(latest === null ? [] : [`as of ${inMarkdown(instantText(latest.at), NAME)}`]),
  ];
  return paragraph(`<sub>${parts.join(' · ')}</sub>`);
}

function before({ recommended, advice, place, commit }: UsageCommentOptions): readonly Section[] | null {
  const phases = recommended.filter(({ tiers }) => tiers.length > 0);
  if (phases.length === 0) return null;
  const tables = phases.flatMap(({ phase, tiers }): readonly Section[] => {
    const rows = tiers.map(({ tier, agents, escalates_to: next }) =>
      tableRow([
        inMarkdown(tier, NAME),
        agents.map(({ agent }) => inMarkdown(agent, NAME)).join(', '),
        next === null ? NONE : inMarkdown(next, NAME),
      ]),
    );
    return [
      paragraph(`What the allocation recommends in ${inMarkdown(phase, NAME)}:`),
      { head: tableHead(['Tier', 'Agents', 'Escalates to']), rows, held: 0, leftOut: leftOut('row') },
    ];
  });
  const link = commitLink(place, commit);
  return [
    paragraph('### ➖ haiku-first usage: no agent has run yet'),
    ...tables,
    ...listSection(
      advice.map(
        ({ agent, phase, advice: each }) =>
          `- ${inMarkdown(`${agent}/${phase}`, NAME)}: ${inMarkdown(adviceText(each), MESSAGE)}`,
      ),
      'agent',
    ),
    ...folded('Why', listSection(rationales(phases), 'agent')),
    paragraph(`<sub>${link === null ? '' : `${link} · `}replaced when the first job reports</sub>`),
  ];
}

/** A list, from its end left out where there is no room for it. */
function listSection(lines: readonly string[], noun: string): Section[] {
  const [first, ...others] = lines;
  return first === undefined ? [] : [{ head: first, rows: others, held: 0, leftOut: leftOut(noun) }];
}

/** Rows that may be left out where there is no room for them. */
function rowsSection(head: string, rows: readonly string[]): Section {
  return { head, rows, held: 0, leftOut: leftOut('row') };
}

function sectionsOf(facts: UsageFinding, options: UsageCommentOptions): readonly Section[] {
  const { report, rows } = facts;
  const agents = unique(report.uses.map(({ agent, phase }) => agentText(agent, phase)));
  const escalated = report.escalations === 0 ? '' : `, ${count(report.escalations, 'escalation')}`;
  const summary =
    report.uses.length === 0 ? 'Why' : `${count(agents.length, 'agent')}, ${tokensOf(report)}${escalated}`;
  const lines = explanations(facts).map((line) => `- ${inMarkdown(line, MESSAGE)}`);
  const explained = [
    ...listSection(lines, 'line'),
    ...(report.uses.length === 0 ? [] : [paragraph(TOKENS_ARE)]),
  ];
  const week = weekOf(report);
  const heading = paragraph(`### ${findingOf(facts)}`);
  const forks = countsNothing(report) ? [paragraph(UNCOUNTED)] : [];
  if (isWell(facts)) {
    const all = rowsSection(HEAD, [...rows.map(rowText), ...totalRow(facts)]);
    return [
      heading,
      ...(forks.length > 0 ? forks : [paragraph([`${jobsText(report.jobs)}.`, week].join(' ').trim())]),
      ...remarks(facts),
      ...folded(summary, [all, ...explained]),
      footer(report, options),
    ];
  }
  const others = rows.length > ROWS + 1 ? [rowsSection(HEAD, rows.slice(ROWS).map(rowText))] : [];
  return [
    heading,
    ...nextOf(facts, options.place),
    visibleTable(facts),
    ...forks,
    ...remarks(facts),
    ...(week === null ? [] : [paragraph(week)]),
    ...folded(summary, [...others, ...modelTable(facts), ...explained]),
    footer(report, options),
  ];
}

/**
 * The usage comment of a pull request (key `usage`, without its marker) in GitHub's markdown, at most
 * `USAGE_COMMENT_BUDGET` long: the finding, what to do, one table, the week; the rest is folded. The same report gives
 * the same text, whoever asks and whenever. Null when there is nothing to say.
 */
export function renderUsageComment(report: Report, options: UsageCommentOptions): string | null {
  const facts = factsOf(report);
  const sections = facts.rows.length === 0 ? before(options) : sectionsOf(facts, options);
  return sections === null ? null : fitToBudget(sections, USAGE_COMMENT_BUDGET, units);
}
