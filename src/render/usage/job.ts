import { budgetTokens } from '../../policy/budget/budget.ts';
import { lackingIn } from '../../report/lacking.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { inMarkdown, inMarkdownCode, inPlainLine } from '../escape.ts';
import { NONE, TOKENS_ARE } from '../figures.ts';
import { moneyTotal, NOT_KNOWN } from '../money.ts';
import { tableHead, tableRow } from '../tables.ts';
import { cacheText, costText, type Figures, tokensText } from './words.ts';

/** Rows of a table; a job has far fewer. */
const SHOWN = 100;
const NOTE = 500;
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
  const sum = records.reduce((total, record) => total + (record.cost_microusd ?? 0), 0);
  const lacking = lackingIn(records);
  const { unpriced, unmeasured, partial } = lacking;
  const but = [
    ...(unpriced > 0 ? [`${unpriced} unpriced`] : []),
    ...(unmeasured > 0 ? [`${unmeasured} not measured`] : []),
    ...(partial > 0 ? [`${partial} measured in part`] : []),
  ];
  const known = moneyTotal(sum, lacking).replace('≥', 'at least');
  const total = known === NOT_KNOWN ? NOT_KNOWN : `${known} at list price`;
  return `Total ${total}, as the job reports it${but.length === 0 ? '' : `; ${but.join(', ')}`}.`;
}

function asked(record: UsageRecord): string {
  const { model_requested: requested, model_used: used } = record;
  if (used === null) return requested ?? NONE;
  return requested === null || requested === used ? used : `${requested} → ${used}`;
}

/** The usage of one job for its summary, as markdown. */
export function renderJobUsage(
  records: readonly UsageRecord[],
  breaches: readonly FloorBreach[],
  notes: readonly string[],
): string {
  const rows = records.slice(0, SHOWN).map((record) => {
    const types = (record.sub_agents ?? []).slice(0, TYPES).map((type) => ` ${inMarkdownCode(type)}`);
    const cell = `${inMarkdown(record.agent)}/${inMarkdown(record.phase)}${record.auxiliary ? ' (client)' : ''}${types.join('')}`;
    const figures = figuresOf(record);
    return tableRow([
      cell,
      inMarkdownCode(asked(record)),
      tokensText(figures),
      costText(figures),
      cacheText({ ...figures, cache_read: record.tokens?.cache_read ?? 0 }),
      record.outcome,
    ]);
  });
  const rest = records.length > SHOWN ? ['', `And ${records.length - SHOWN} more.`] : [];
  return [
    '### haiku-first · usage of this job',
    '',
    ...breaches.map((breach) => `❌ ${inMarkdown(breachSentence(breach))}\n`),
    tableHead(['agent/phase', 'asked → used', 'tokens', 'cost', 'cache reads', 'result']),
    ...rows,
    ...rest,
    '',
    `${totalSentence(records)} ${TOKENS_ARE}`,
    ...notes.slice(0, 20).map((note) => `\n- ${inMarkdown(note, NOTE)}`),
    '',
  ].join('\n');
}

/** The same for a terminal or a log. */
export function renderJobUsageText(
  records: readonly UsageRecord[],
  breaches: readonly FloorBreach[],
): string {
  const rows = records.map((record) => {
    const types = record.sub_agents === undefined ? '' : ` (${record.sub_agents.slice(0, TYPES).join(', ')})`;
    const cell = `${record.agent}/${record.phase}${record.auxiliary ? ' (client)' : ''}${types}`;
    const figures = figuresOf(record);
    return `  ${inPlainLine(`${cell}  ${asked(record)}  ${tokensText(figures)} tokens  ${costText(figures)}  ${record.outcome}`, 300)}`;
  });
  return [
    ...breaches.map((breach) => `✗ ${inPlainLine(breachSentence(breach), 300)}`),
    ...rows,
    totalSentence(records),
  ].join('\n');
}
