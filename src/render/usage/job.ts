import { budgetTokens } from '../../policy/budget/budget.ts';
import { lackingIn } from '../../report/lacking.ts';
import { usesAsRecorded } from '../../report/uses.ts';
import { UNATTRIBUTED, type UsageRecord } from '../../usage/records/record.ts';
import { inMarkdown, inMarkdownCode, inPlainLine } from '../escape.ts';
import { count, NONE, NOT_KNOWN, TOKENS_ARE } from '../figures.ts';
import { moneyTotal } from '../money.ts';
import { columns, tableHead, tableRow } from '../tables.ts';
import { belowClause, spoken } from './finding.ts';
import { agentInMarkdown, agentText, modelsInMarkdown, RESULTS, type UseRow, useRows } from './rows.ts';
import { cacheText, costText, type Figures, tokensText } from './words.ts';

/** Rows of a table; a job has far fewer. */
const SHOWN = 100;
const NOTE = 500;
const NOTES = 20;
const NAME = 100;
/** Models that are named by their ids. */
const MODELS = 10;
/** Sub-agents named in one row. */
const TYPES = 5;

/** Work below its floor, in words that fit a table, a log and an annotation. */
interface FloorBreach {
  readonly agent: string;
  readonly phase: string;
  readonly floor: string;
  readonly model: string;
  readonly tier: string | null;
}

/** One sentence, plain text. */
export function breachSentence({ agent, phase, floor, model, tier }: FloorBreach): string {
  const used = tier === null ? `${model}, a model of no known tier` : `${model} (${tier})`;
  return `${agent} in ${phase} used ${used}, below its floor ${floor}.`;
}

function figuresOf(record: UsageRecord): Figures {
  return {
    tokens: record.tokens === null ? 0 : budgetTokens(record.tokens),
    microusd: record.cost_microusd,
    ...lackingIn([record]),
  };
}

/** `Total $0.73 at list price`, with what is not in it. */
export function totalSentence(records: readonly UsageRecord[]): string {
  const lacking = lackingIn(records);
  const { unpriced, unmeasured, partial } = lacking;
  const but = [
    ...(unpriced > 0 ? [`${unpriced} unpriced`] : []),
    ...(unmeasured > 0 ? [`${unmeasured} not measured`] : []),
    ...(partial > 0 ? [`${partial} measured in part`] : []),
  ];
  const known = moneyTotal(costOf(records), lacking).replace('≥', 'at least');
  const total = known === NOT_KNOWN ? NOT_KNOWN : `${known} at list price`;
  return `Total ${total}, as the job reports it${but.length === 0 ? '' : `; ${but.join(', ')}`}.`;
}

function asked(record: UsageRecord): string {
  const { model_requested: requested, model_used: used } = record;
  if (used === null) return requested ?? NONE;
  return requested === null || requested === used ? used : `${requested} → ${used}`;
}

/** What a summary says beside what the records say. */
export interface UsageSummary {
  /** The finding begins with it: `run 18734 counted`; null: with the agent of the job. */
  readonly about: string | null;
  /** Whether the work was held against its floors. */
  readonly judged: boolean;
  /** What became of the figures, in markdown: each a line of a list. */
  readonly lines: readonly string[];
  /** What explains the figures, plain text: folded. */
  readonly notes: readonly string[];
}

/** The agent that the job is about: sub-agents and what belongs to nobody come after it. */
function mainRow(rows: readonly UseRow[], records: readonly UsageRecord[]): UseRow | undefined {
  const own = records.filter(
    ({ parent, auxiliary, agent }) => parent === null && !auxiliary && agent !== UNATTRIBUTED,
  );
  return rows.find((row) => own.some(({ agent, phase }) => agentText(agent, phase) === row.agent)) ?? rows[0];
}

function headingOf(
  records: readonly UsageRecord[],
  rows: readonly UseRow[],
  breaches: readonly FloorBreach[],
  { about, judged }: UsageSummary,
): string {
  const [breach] = breaches;
  const lacking = lackingIn(records);
  const total = moneyTotal(costOf(records), lacking);
  const all = lacking.unpriced + lacking.unmeasured + lacking.partial === 0;
  const start = about === null ? '' : inMarkdown(about, NAME);
  if (breach !== undefined) {
    const others = breaches.length === 1 ? '' : `, and ${breaches.length - 1} more`;
    return `❌ haiku-first: ${start === '' ? '' : `${start}; `}${belowClause(breach)}${others}`;
  }
  const main = mainRow(rows, records);
  if (main === undefined) return `➖ haiku-first: ${start === '' ? 'no usage' : start}`;
  const cost = spoken(total);
  if (start !== '') {
    const held = all && judged ? ', every floor held' : all ? '' : ', not all of it is known';
    return `${!all ? '⚠️' : judged ? '✅' : '➖'} haiku-first: ${start}, ${cost}${held}`;
  }
  const isNobody = main.agent === agentText(UNATTRIBUTED, '');
  const agent = isNobody ? 'work of no agent' : inMarkdown(main.agent, NAME);
  if (records.every(({ tokens, cost_microusd: microusd }) => tokens === null && microusd === null))
    return `⚠️ haiku-first: it is not known what ${agent} used`;
  const ran = `${agent} ran on ${modelsInMarkdown(main)}`;
  if (!all)
    return `⚠️ haiku-first: ${ran}${total === NOT_KNOWN ? `, ${cost}` : ` for ${cost}, not all of it is known`}`;
  return `✅ haiku-first: ${ran} for ${cost}${judged ? ', every floor held' : ''}`;
}

function costOf(records: readonly UsageRecord[]): number {
  return records.reduce((total, record) => total + (record.cost_microusd ?? 0), 0);
}

/** The one table: a row for each agent, with its sub-agents of no agent's name, and one for all of them. */
function usageTable(records: readonly UsageRecord[], rows: readonly UseRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, SHOWN).map((row) => {
    const types = row.subAgents.slice(0, TYPES).map((type) => `, ${inMarkdownCode(type, NAME)}`);
    const { figures } = row;
    return tableRow([
      `${agentInMarkdown(row)}${types.join('')}`,
      modelsInMarkdown(row),
      row.result,
      figures === null ? NONE : tokensText(figures),
      figures === null ? NONE : costText(figures),
    ]);
  });
  const whole = { tokens: 0, microusd: costOf(records), ...lackingIn(records) };
  for (const { tokens } of records) if (tokens !== null) whole.tokens += budgetTokens(tokens);
  const total = tableRow([
    `**${jobsCount(records)}**`,
    '',
    '',
    `**${tokensText(whole)}**`,
    `**${moneyTotal(whole.microusd, whole)}**`,
  ]);
  const rest = rows.length > SHOWN ? ['', `And ${rows.length - SHOWN} more.`] : [];
  return [
    tableHead(['Agent', 'Model', 'Result', 'Tokens', 'Cost'], new Set([3, 4])),
    ...shown,
    ...(rows.length < 2 ? [] : [total]),
    ...rest,
    '',
  ];
}

function jobsCount(records: readonly UsageRecord[]): string {
  const jobs = new Set(records.map(({ run }) => run.job)).size;
  return jobs === 1 ? 'The whole job' : jobs === 2 ? 'Both jobs' : `All ${count(jobs, 'job')}`;
}

/** Models by their ids, cache reads, prices: what explains the figures, and is no news. */
function explained(records: readonly UsageRecord[], notes: readonly string[]): readonly string[] {
  const known = records.filter(({ model_used: model }) => model !== null);
  const models = [...new Set(known.map(asked))].sort();
  const shownModels = models.slice(0, MODELS).map((each) => inMarkdownCode(each, NOTE));
  const cached = records.reduce((sum, { tokens }) => sum + (tokens?.cache_read ?? 0), 0);
  const cache = cacheText({ cache_read: cached, ...lackingIn(records) });
  const tables = [...new Set(records.flatMap(({ price_table: table }) => table ?? []))].sort();
  const of = tables.length === 0 ? '' : ` of ${tables.map((table) => inMarkdown(table, NAME)).join(' and ')}`;
  const lines = [
    ...(known.length === 0
      ? []
      : [
          `Asked for and answered by: ${shownModels.join(', ')}${models.length > MODELS ? ', …' : ''}.`,
          `${TOKENS_ARE} Cache reads: ${cache}.`,
          `List prices${of}, as the job reports it: a claim, not a bill.`,
        ]),
    ...notes.slice(0, NOTES).map((note) => inMarkdown(note, NOTE)),
    ...(notes.length > NOTES ? [`And ${notes.length - NOTES} more.`] : []),
  ];
  if (lines.length === 0) return [];
  return [
    '<details>',
    '<summary>Models, cache reads and how the figures are made</summary>',
    '',
    ...lines.map((line) => `- ${line}`),
    '',
    '</details>',
    '',
  ];
}

/** What was used, for the summary of a job, as markdown: the finding, one table, what became of it; the rest folded. */
export function renderJobUsage(
  records: readonly UsageRecord[],
  breaches: readonly FloorBreach[],
  summary: UsageSummary,
): string {
  const below = breaches.map(({ agent, phase, model, floor }) => ({ agent, phase, used: model, floor }));
  const rows = useRows(usesAsRecorded(records), below);
  const { lines, notes } = summary;
  return [
    `### ${headingOf(records, rows, breaches, summary)}`,
    '',
    ...usageTable(records, rows),
    ...lines.map((line) => `- ${line}`),
    ...(lines.length === 0 ? [] : ['']),
    ...explained(records, notes),
  ].join('\n');
}

/** The same for a terminal or a log. */
export function renderJobUsageText(
  records: readonly UsageRecord[],
  breaches: readonly FloorBreach[],
): string {
  const isBelow = ({ agent, phase, model_used: used }: UsageRecord): boolean =>
    breaches.some((breach) => breach.agent === agent && breach.phase === phase && breach.model === used);
  const rows = records.map((record) => {
    const { agent, phase, auxiliary, model_requested: requested, model_used: used, outcome } = record;
    const figures = figuresOf(record);
    return [
      inPlainLine(`${agentText(agent, phase)}${auxiliary ? ' (client)' : ''}`, NAME),
      inPlainLine(used ?? requested ?? NONE, NAME),
      tokensText(figures),
      costText(figures),
      isBelow(record) ? 'below floor' : RESULTS[outcome],
    ];
  });
  const [head = '', ...shown] = columns(
    [['Agent', 'Model', 'Tokens', 'Cost', 'Result'], ...rows],
    new Set([0, 1, 4]),
  );
  const more = ({ sub_agents: types = [], model_requested: requested, model_used: used }: UsageRecord) => [
    ...(types.length === 0 ? [] : [`as ${types.slice(0, TYPES).join(', ')}`]),
    ...(used === null || requested === null || requested === used ? [] : [`asked for ${requested}`]),
  ];
  return [
    ...breaches.map((breach) => `✗ ${inPlainLine(breachSentence(breach), 300)}`),
    ...[head, ...shown].flatMap((row, place) => {
      const record = records[place - 1];
      return [
        row,
        ...(record === undefined ? [] : more(record).map((text) => `    ${inPlainLine(text, 300)}`)),
      ];
    }),
    `${totalSentence(records)} ${TOKENS_ARE}`,
  ].join('\n');
}
