import type { UsageRecord } from '../../usage/records/record.ts';
import { inMarkdown, inMarkdownCode, inPlainLine } from '../escape.ts';

/** Rows of a table; a job has far fewer. */
const SHOWN = 100;

/** Work below its floor, in words that fit a table, a log and an annotation. */
export interface FloorBreach {
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

/** Micro-dollars as people read them: `$0.31`, and `<1¢` for what would look like nothing. */
export function dollars(microusd: number): string {
  if (microusd > 0 && microusd < 10_000) return '<1¢';
  return `$${(microusd / 1_000_000).toFixed(2)}`;
}

function tokens(record: UsageRecord): string {
  if (record.tokens === null) return '–';
  const all = Object.values(record.tokens).reduce((sum: number, count: number) => sum + count, 0);
  return all < 1000
    ? String(all)
    : all < 1_000_000
      ? `${Math.round(all / 1000)}k`
      : `${(all / 1e6).toFixed(1)}M`;
}

function cost(record: UsageRecord): string {
  if (record.measured === 'none') return 'not measured';
  if (record.cost_microusd === null) return 'unpriced';
  const least = record.measured === 'partial' ? '≥ ' : '';
  return `${least}${dollars(record.cost_microusd)}`;
}

/** `Total $0.73 at list price`, with what is not in it. */
export function totalSentence(records: readonly UsageRecord[]): string {
  const sum = records.reduce((total, record) => total + (record.cost_microusd ?? 0), 0);
  const unpriced = records.filter(({ cost_basis: basis }) => basis === 'unpriced').length;
  const unmeasured = records.filter(({ measured }) => measured === 'none').length;
  const partial = records.filter(({ measured }) => measured === 'partial').length;
  const but = [
    ...(unpriced > 0 ? [`${unpriced} unpriced`] : []),
    ...(unmeasured > 0 ? [`${unmeasured} not measured`] : []),
    ...(partial > 0 ? [`${partial} measured in part`] : []),
  ];
  return `Total ${dollars(sum)} at list price, as the job reports it${but.length === 0 ? '' : `; ${but.join(', ')}`}.`;
}

function asked(record: UsageRecord): string {
  const { model_requested: requested, model_used: used } = record;
  if (used === null) return requested ?? '–';
  return requested === null || requested === used ? used : `${requested} → ${used}`;
}

/** The usage of one job for its summary, as markdown. */
export function renderJobUsage(
  records: readonly UsageRecord[],
  breaches: readonly FloorBreach[],
  notes: readonly string[],
): string {
  const rows = records.slice(0, SHOWN).map((record) => {
    const cell = `${inMarkdown(record.agent)}/${inMarkdown(record.phase)}${record.auxiliary ? ' (client)' : ''}`;
    return `| ${cell} | ${inMarkdownCode(asked(record))} | ${tokens(record)} | ${cost(record)} | ${record.outcome} |`;
  });
  const rest = records.length > SHOWN ? ['', `And ${records.length - SHOWN} more.`] : [];
  return [
    '### haiku-first · usage of this job',
    '',
    ...breaches.map((breach) => `❌ ${inMarkdown(breachSentence(breach))}\n`),
    '| agent/phase | asked → used | tokens | cost | result |',
    '|---|---|---|---|---|',
    ...rows,
    ...rest,
    '',
    totalSentence(records),
    ...notes.slice(0, 20).map((note) => `\n- ${inMarkdown(note)}`),
    '',
  ].join('\n');
}

/** The same for a terminal or a log. */
export function renderJobUsageText(
  records: readonly UsageRecord[],
  breaches: readonly FloorBreach[],
): string {
  const rows = records.map((record) => {
    const cell = `${record.agent}/${record.phase}${record.auxiliary ? ' (client)' : ''}`;
    return `  ${inPlainLine(`${cell}  ${asked(record)}  ${tokens(record)} tokens  ${cost(record)}  ${record.outcome}`, 300)}`;
  });
  return [
    ...breaches.map((breach) => `✗ ${inPlainLine(breachSentence(breach), 300)}`),
    ...rows,
    totalSentence(records),
  ].join('\n');
}
