import type { Report } from '../../report/document.ts';
import type { Recommendation } from '../../report/recommend.ts';
import { fitToBudget, paragraph, type Section, units } from '../budget.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { count, NONE } from '../figures.ts';
import { moneyTotal, NOT_KNOWN } from '../money.ts';
import { tableHead, tableRow } from '../tables.ts';
import { cellName } from '../words.ts';
import {
  askedAndUsed,
  basisText,
  costText,
  countsNothing,
  jobsText,
  lackingOf,
  notAttributed,
  overrideText,
  threadName,
  tokensText,
  usedExceptionText,
} from './words.ts';

/** UTF-16 units. GitHub refuses bodies of more than 65,536. */
export const USAGE_COMMENT_BUDGET = 60_000;

const MESSAGE = 300;
const NAME = 100;
/** Sub-agents named in one row. */
const TYPES = 5;

interface UsageCommentOptions {
  /** What the matrix recommends for the work; empty: say nothing of it. */
  readonly recommended: readonly Recommendation[];
}

function leftOut(noun: string): (rows: number) => string {
  return (rows) => `*${count(rows, noun)} more, not shown here. The job summary has more.*`;
}

function title(report: Report): string {
  const { work_item: item } = report;
  const what = item === null ? `week ${report.week}` : (threadName(item) ?? inMarkdown(item, NAME));
  const jobs =
    report.jobs.reported === 0 && report.jobs.expected === null ? '' : ` · ${jobsText(report.jobs)}`;
  return `### haiku-first · ${what}${jobs}`;
}

/** `Recommended: Haiku (can escalate to Sonnet)`, with the agents that it is for. */
function recommendation({ tier, escalatesTo, agents }: Recommendation): string {
  const climb = escalatesTo === null ? '' : ` (can escalate to ${inMarkdown(escalatesTo, NAME)})`;
  return `- ${inMarkdown(tier, NAME)}${climb}: ${agents.map((agent) => inMarkdown(agent, NAME)).join(', ')}`;
}

function recommendedSection(recommended: readonly Recommendation[]): Section[] {
  if (recommended.length === 0) return [];
  const [only] = recommended;
  if (recommended.length === 1 && only !== undefined)
    return [paragraph(recommendation(only).replace('- ', 'Recommended: '))];
  return [
    { head: 'Recommended:\n', rows: recommended.map(recommendation), held: 0, leftOut: leftOut('line') },
  ];
}

function alertSection(report: Report): Section[] {
  if (report.alerts.length === 0) return [];
  return [
    {
      head: '',
      rows: report.alerts.map(
        ({ kind, message }) => `- ${kind === 'below-floor' ? '❌' : '⚠️'} ${inMarkdown(message, MESSAGE)}`,
      ),
      held: 0,
      leftOut: leftOut('alert'),
    },
  ];
}

const RESULTS = { pass: 'pass', fail: 'fail', rework: 'rework', unknown: NONE } as const;

function useSection(report: Report): Section[] {
  if (report.uses.length === 0) return [];
  return [
    {
      head: tableHead(['agent/phase', 'asked → used', 'tokens', 'cost', 'result'], new Set([2, 3])),
      rows: report.uses.map((use) => {
        const cell = inMarkdownCode(cellName(use.agent, use.phase) ?? '', NAME);
        const types = (use.sub_agents ?? []).map((type) => inMarkdownCode(type, NAME)).slice(0, TYPES);
        const notes = [
          ...types,
          ...(use.auxiliary ? ["client's own"] : []),
          ...(use.counted ? [] : ['not counted']),
        ];
        const remark = notes.length === 0 ? '' : ` *(${notes.join(', ')})*`;
        return tableRow([
          `${cell}${remark}`,
          inMarkdownCode(askedAndUsed(use), 2 * NAME),
          tokensText(use),
          costText(use),
          RESULTS[use.result],
        ]);
      }),
      held: 0,
      leftOut: leftOut('row'),
    },
  ];
}

/** Tiers that a person picked, and exceptions without which a floor would be broken. */
function permittedSection(report: Report): Section[] {
  const lines = [...report.overrides.map(overrideText), ...report.exceptions_used.map(usedExceptionText)];
  const rows = lines.map((line) => `- ${inMarkdown(line, MESSAGE)}`);
  return rows.length === 0 ? [] : [{ head: '', rows, held: 0, leftOut: leftOut('line') }];
}

function totals(report: Report): Section {
  const { spent, escalations, zone, budget, week, jobs, not_counted: uncounted } = report;
  const missing = jobs.missing.map((job) => inMarkdown(job, NAME));
  const total = moneyTotal(spent.microusd, lackingOf(report));
  const lines = [
    ...(missing.length === 0
      ? []
      : [`Missing: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ', …' : ''}`]),
    ...(countsNothing(report)
      ? []
      : [
          `${total === NOT_KNOWN ? 'Total cost not known' : `Total ${total} ${basisText(report)}`} · escalations ${escalations}`,
        ]),
    ...(uncounted.records === 0
      ? []
      : [
          `Not counted: ${moneyTotal(uncounted.microusd, lackingOf(report, false))}, reported by jobs of forks or Dependabot`,
        ]),
    ...notAttributed(report, (line) => inMarkdown(line, MESSAGE)),
    ...(zone === null ? [] : [`Week ${week}: ${zone}, ${budget}`]),
  ];
  return paragraph(lines.join('  \n'));
}

function next(report: Report): Section[] {
  const steps = report.mismatches
    .filter((each) => each.below_floor)
    .map(({ agent, floor }) => `run ${inMarkdown(agent, NAME)} again on ${inMarkdown(floor ?? '', NAME)}`);
  const unique = [...new Set(steps)].slice(0, 20);
  return unique.length === 0 ? [] : [paragraph(`Next: ${unique.join('; ')}`)];
}

/**
 * The usage comment of a pull request (key `usage`, without its marker) in GitHub's markdown, at most
 * `USAGE_COMMENT_BUDGET` long. Null when there is nothing to say: nothing was used and nothing is recommended.
 */
export function renderUsageComment(report: Report, options: UsageCommentOptions): string | null {
  const { recommended } = options;
  if (report.uses.length === 0 && recommended.length === 0 && report.jobs.missing.length === 0) return null;
  const used = report.uses.length > 0 || report.jobs.missing.length > 0;
  const sections = [
    paragraph(title(report)),
    ...recommendedSection(recommended),
    ...alertSection(report),
    ...useSection(report),
    ...permittedSection(report),
    ...(used ? [totals(report)] : []),
    ...next(report),
  ];
  return fitToBudget(sections, USAGE_COMMENT_BUDGET, units);
}
