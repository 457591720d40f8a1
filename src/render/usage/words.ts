import { unattributedSentence } from '../../policy/decision/unattributed.ts';
import type { Lacking } from '../../report/lacking.ts';
import type { Jobs, Report } from '../../report/model.ts';
import type { TargetResult } from '../../report/targets.ts';
import type { Use } from '../../report/uses.ts';
import { threadOf } from '../../usage/records/work-item.ts';
import { atLeast, count, dollars, NONE, number, shortTokens } from '../figures.ts';

/** Tokens and money of some records, and how many of them lack a part of it. */
export interface Figures extends Lacking {
  readonly tokens: number;
  /** Null: nothing of it has a price. */
  readonly microusd: number | null;
}

/** What a record, or several, used in tokens; a dash for what nobody measured. */
export function tokensText({ tokens, unmeasured, partial }: Figures, form = shortTokens): string {
  if (tokens === 0 && unmeasured > 0) return NONE;
  return atLeast(form(tokens), unmeasured + partial > 0);
}

/** What it cost, and what of it nobody knows the price of. Never $0 for what is not known. */
export function costText({ microusd, unpriced, unmeasured, partial }: Figures): string {
  const unknown = [...(unpriced > 0 ? ['unpriced'] : []), ...(unmeasured > 0 ? ['not measured'] : [])];
  const isNothing = microusd === null || (microusd === 0 && unknown.length > 0);
  return [...(isNothing ? [] : [atLeast(dollars(microusd), partial > 0)]), ...unknown].join(' + ');
}

/** What is priced, and that there is more without a price. */
export function pricedAndNot(microusd: number, unknown: number, partial: number, word = 'unpriced'): string {
  if (unknown > 0 && microusd === 0) return word;
  const priced = atLeast(dollars(microusd), partial > 0);
  return unknown === 0 ? priced : `${priced} + ${word}`;
}

/** How many of the records that count lack something. */
export function lackingOf({ uses }: Report): Lacking {
  const sum = (lack: keyof Lacking): number =>
    uses.reduce((total, use) => total + (use.counted ? use[lack] : 0), 0);
  return { unpriced: sum('unpriced'), unmeasured: sum('unmeasured'), partial: sum('partial') };
}

/** `131,000 tokens and $0.73 at list price, as reported by the jobs, in 2 runs`. */
export function spentText(report: Report): string {
  const { unpriced, unmeasured, partial } = lackingOf(report);
  const tokens = atLeast(`${number(report.spent.tokens)} tokens`, unmeasured + partial > 0);
  const money = atLeast(dollars(report.spent.microusd), unpriced + unmeasured + partial > 0);
  return `${tokens} and ${money} ${basisText(report)}, in ${count(report.runs, 'run')}`;
}

/** What belongs to no agent, and what would change that; nothing where all is some agent's. */
export function notAttributed(
  { unattributed = [] }: Report,
  form: (line: string) => string,
): readonly string[] {
  const sentence = unattributedSentence(unattributed);
  return sentence === null ? [] : [form(sentence)];
}

/** `opus-5-5` for `claude-opus-5-5`. */
function shortModel(model: string): string {
  return model.replace(/^claude-/, '');
}

/** `opus-5-5 → sonnet-5-5`, or one name where both are the same. */
export function askedAndUsed({ requested, used }: Use): string {
  if (used === null) return requested === null ? 'not measured' : `${shortModel(requested)} → not measured`;
  return requested === null || requested === used
    ? shortModel(used)
    : `${shortModel(requested)} → ${shortModel(used)}`;
}

/** `overridden to opus by octocat: a big merge`. */
export function overrideText({ tier, by, reason }: Report['overrides'][number]): string {
  return `overridden to ${tier} by ${by}: ${reason}`;
}

/** `4 of 5 jobs reported`. */
export function jobsText({ reported, expected }: Jobs): string {
  if (expected !== null) return `${number(reported)} of ${number(expected)} jobs reported`;
  return `${count(reported, 'job')} reported, out of an unknown number`;
}

/** What a target's figure is, for people. */
export function actualText({ actual, before }: TargetResult): string {
  if (actual === null) return NONE;
  const plain = (value: number): string =>
    Number.isInteger(value) ? number(value) : String(Number(value.toPrecision(3)));
  return before === null ? plain(actual) : `${plain(actual)} (before: ${plain(before)})`;
}

/** `met`, or `not enough data (n = 4)`, or `not measured: nothing measures it`. */
export function statusText({ status, n, because }: TargetResult): string {
  switch (status) {
    case 'met':
    case 'missed':
      return `${status} (n = ${number(n)})`;
    case 'not-enough-data':
      return `not enough data (n = ${number(n)})`;
    case 'not-measured':
      return because === null ? 'not measured' : `not measured: ${because}`;
  }
}

/** `PR #12` for `pr-12`, `issue #5` for `issue-5`; null for any other piece of work. */
export function threadName(workItem: string): string | null {
  const thread = threadOf(workItem);
  return thread && `${thread.kind === 'pr' ? 'PR' : 'issue'} #${thread.number}`;
}

/** What the figures are, and whether they are all. */
export function basisText(report: Report): string {
  return `at list price, as reported by the jobs${report.complete ? '' : ' (partial)'}`;
}
