import { grouped } from '../../grouped.ts';
import type { OrgReport } from '../../report/org.ts';
import { bytes, fitToBudget, paragraph, type Section } from '../budget.ts';
import { inMarkdown, inPlainLine } from '../escape.ts';
import { atLeast, count, NONE, NOT_KNOWN, number, percent, percentReached, TOKENS_ARE } from '../figures.ts';
import { moneyTotal } from '../money.ts';
import { columns, lines, tableHead, tableRow } from '../tables.ts';
import { cellName } from '../words.ts';
import { REPORT_SUMMARY_BUDGET } from './summary.ts';
import { boundedText, lackingOf, tokensText } from './words.ts';

type Row = OrgReport['repositories'][number];

const NAME = 60;
const MESSAGE = 400;
/** Lines of one list that are printed in a terminal. */
const ROWS = 100;

/** `octo/web is not read: …`, with what to do; null of one that was read. */
export function unreadText({ repository, unreadable }: Row): string | null {
  return unreadable === null
    ? null
    : `${repository} is not read, and in no total: ${unreadable.why} ${unreadable.fix ?? ''}`.trim();
}

/** `octo/web: SECURITY/EXEC used haiku, floor opus, in 3 records`: one for each cell, tier and floor. */
export function brokenTexts({ floors_broken: broken }: OrgReport): readonly string[] {
  const texts = grouped(
    broken,
    ({ repository, agent, phase, tier_used: tier, used, floor }) =>
      `${repository}: ${cellName(agent, phase)} used ${tier ?? used}, floor ${floor}`,
  );
  return [...texts].map(([text, own]) => {
    const records = own.reduce((sum, each) => sum + each.records, 0);
    return records === 1 ? text : `${text}, in ${number(records)} records`;
  });
}

function titleOf({ week, asked, read }: OrgReport): string {
  const how = asked === read ? number(asked) : `${number(read)} of ${number(asked)}`;
  return `${week} · ${how} ${asked === 1 ? 'repository' : 'repositories'}`;
}

/** `≥ 131,000 tokens and ≥ $0.73 at list price, as reported by the jobs, in 2 runs`. */
function spentText({ totals, asked, read }: OrgReport): string {
  if (read === 0) return 'no repository could be read: nothing is known';
  const isPart = read < asked;
  const { unmeasured, partial } = totals;
  const isLacking = unmeasured + partial > 0;
  const tokens =
    totals.tokens === 0 && isLacking
      ? 'tokens not measured'
      : atLeast(`${number(totals.tokens)} tokens`, isPart || isLacking);
  const money = moneyTotal(totals.microusd, totals);
  const cost =
    money === NOT_KNOWN ? 'cost not known,' : isPart && money.startsWith('$') ? `≥ ${money}` : money;
  return `${tokens} and ${cost} at list price, as reported by the jobs, in ${count(totals.runs, 'run')}`;
}

function zonesText({ zones }: OrgReport): string {
  return zones
    .map(({ zone, repositories }) => `${zone ?? 'no budget'} ${number(repositories.length)}`)
    .join(' · ');
}

function ratesText({ totals }: OrgReport): string {
  return `escalated ${percent(totals.escalation_rate)} · reworked ${boundedText(totals.rework)}`;
}

const TIER_HEAD = ['tier', 'runs', 'share of runs', 'tokens', 'cost', 'share of cost'] as const;

function tierCells({ tiers }: OrgReport): readonly (readonly string[])[] {
  return tiers.map((row) => {
    const figures = { ...row, unmeasured: 0 };
    const isUnused = row.runs + row.tokens + row.microusd + row.unpriced + row.partial === 0;
    return [
      row.tier ?? 'other',
      number(row.runs),
      percent(row.run_share),
      tokensText(figures),
      isUnused ? NONE : moneyTotal(row.microusd, figures),
      row.microusd === 0 ? NONE : percent(row.cost_share),
    ];
  });
}

const REPOSITORY_HEAD = ['repository', 'zone', 'used', 'runs', 'tokens', 'cost', 'below floor'] as const;

/** A row for each repository that was read, the dearest first. */
function repositoryCells({ repositories }: OrgReport): readonly (readonly string[])[] {
  return repositories
    .flatMap(({ repository, report }) => (report === null ? [] : [{ repository, report }]))
    .sort((a, b) => b.report.spent.microusd - a.report.spent.microusd)
    .map(({ repository, report }) => {
      const { spent, zone, runs, mismatches } = report;
      const figures = { ...spent, ...lackingOf(report) };
      const below = mismatches.reduce((sum, each) => sum + (each.below_floor ? each.records : 0), 0);
      const isUnused = report.uses.length === 0;
      return [
        repository,
        zone ?? 'no budget',
        spent.fraction === null ? NONE : percentReached(spent.fraction),
        number(runs),
        isUnused ? NONE : tokensText(figures),
        isUnused ? NONE : moneyTotal(spent.microusd, figures),
        below === 0 ? NONE : number(below),
      ];
    });
}

/** What is to be known of some repositories besides. */
function remarks({ repositories }: OrgReport): readonly string[] {
  const named = (what: string, isSo: (row: Row) => boolean): readonly string[] => {
    const own = repositories.filter(isSo).map(({ repository }) => repository);
    return own.length === 0 ? [] : [`${what}: ${own.join(', ')}`];
  };
  return [
    ...named('nothing was recorded this week', ({ report }) => report !== null && report.uses.length === 0),
    ...named('without an allocation of its own, judged by the one here', ({ rules }) => rules === 'given'),
    ...repositories.flatMap(({ repository, report }) =>
      (report?.incomplete ?? [])
        .filter((line) => line !== 'the week has not ended')
        .map((line) => `${repository}: ${line}`),
    ),
  ];
}

/** The report over many repositories for people, plain text without a trailing newline, for 80 columns. */
export function renderOrgTerminal(report: OrgReport): string {
  const section = (title: string, rows: readonly string[]): readonly string[] => {
    if (rows.length === 0) return [];
    const rest = rows.length - ROWS;
    const more = rest > 0 ? [`  … and ${number(rest)} more; --json has them all`] : [];
    return ['', title, ...rows.slice(0, ROWS), ...more];
  };
  const messages = (title: string, texts: readonly string[], mark: string): readonly string[] =>
    section(
      title,
      texts.flatMap((text) => lines(inPlainLine(text, MESSAGE), `  ${mark}`, '    ')),
    );
  const table = (
    head: readonly string[],
    rows: readonly (readonly string[])[],
    texts: ReadonlySet<number>,
  ): readonly string[] =>
    rows.length === 0
      ? []
      : columns(
          [['', ...head.slice(1)], ...rows.map((row) => row.map((cell) => inPlainLine(cell, NAME)))],
          texts,
        );
  return [
    `week ${titleOf(report)}`,
    ...lines(spentText(report), ''),
    ...lines(`budgets: ${zonesText(report)}`, '').filter(() => report.zones.length > 0),
    ...messages(
      'Not read:',
      report.repositories.flatMap((each) => unreadText(each) ?? []),
      '✗ ',
    ),
    ...messages('Floors broken:', brokenTexts(report), '✗ '),
    ...section('Tiers:', table(TIER_HEAD, tierCells(report), new Set([0]))),
    ...section('Repositories:', table(REPOSITORY_HEAD, repositoryCells(report), new Set([0, 1]))),
    ...(report.read === 0 ? [] : [...lines(TOKENS_ARE), '', ratesText(report)]),
    ...messages('Besides:', remarks(report), ''),
  ]
    .flat()
    .map((line) => line.replace(/^(\s*)::/, '$1: :'))
    .join('\n');
}

/** The same in GitHub's markdown, for a job summary. */
export function renderOrgSummary(report: OrgReport): string {
  const more = (left: number): string => `*${number(left)} more, not shown here. \`--json\` has them all.*`;
  const table = (
    title: string,
    head: readonly string[],
    rows: readonly (readonly string[])[],
    texts: number,
  ): Section[] => {
    const right = new Set(head.flatMap((_, column) => (column < texts ? [] : [column])));
    const cells = rows.map((row) =>
      tableRow(row.map((cell, column) => (column === 0 ? inMarkdown(cell, NAME) : cell))),
    );
    return rows.length === 0
      ? []
      : [{ head: `#### ${title}\n\n${tableHead(head, right)}`, rows: cells, held: 0, leftOut: more }];
  };
  const list = (title: string, texts: readonly string[], mark: string): Section[] =>
    texts.length === 0
      ? []
      : [
          {
            head: `#### ${title}\n`,
            rows: texts.map((text) => `- ${mark}${inMarkdown(text, MESSAGE)}`),
            held: 0,
            leftOut: more,
          },
        ];
  const head = [
    `### haiku-first · ${titleOf(report)}`,
    '',
    `**${spentText(report)}**  `,
    ...(report.zones.length === 0 ? [] : [`Budgets: ${zonesText(report)}  `]),
    ...(report.read === 0 ? [] : [ratesText(report)]),
  ];
  const sections = [
    paragraph(head.join('\n')),
    ...list(
      'Not read',
      report.repositories.flatMap((each) => unreadText(each) ?? []),
      '❌ ',
    ),
    ...list('Floors broken', brokenTexts(report), '❌ '),
    ...table('Tiers', TIER_HEAD, tierCells(report), 1),
    ...table('Repositories', REPOSITORY_HEAD, repositoryCells(report), 2),
    ...(report.read === 0 ? [] : [paragraph(TOKENS_ARE)]),
    ...list('Besides', remarks(report), ''),
  ];
  return fitToBudget(sections, REPORT_SUMMARY_BUDGET, bytes);
}
