import type { Jobs, Report } from '../../report/model.ts';
import type { TargetResult } from '../../report/targets.ts';
import type { Use } from '../../report/uses.ts';
import { number } from '../words.ts';

/** `950`, `41k`, `1.2M`: whole thousands up to a million. */
export function shortTokens(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  if (tokens < 999_500) return `${Math.round(tokens / 1000)}k`;
  return `${(Math.round(tokens / 100_000) / 10).toFixed(1)}M`;
}

/** Micro-dollars as `$1,234.56`; what is less than a cent but not nothing as `<1¢`. */
export function money(microusd: number): string {
  if (microusd > 0 && microusd < 10_000) return '<1¢';
  const cents = Math.round(microusd / 10_000);
  return `$${number(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** What is priced, and that there is more without a price. Never $0 for what is not known. */
export function pricedAndNot(microusd: number, unknown: number, word = 'unpriced'): string {
  if (unknown === 0) return money(microusd);
  return microusd === 0 ? word : `${money(microusd)} + ${word}`;
}

/** What a use cost, and what of it nobody knows the price of. */
export function costOf({ microusd, unpriced, unmeasured }: Use): string {
  const unknown = [...(unpriced > 0 ? ['unpriced'] : []), ...(unmeasured > 0 ? ['not measured'] : [])];
  return [...(microusd === null ? [] : [money(microusd)]), ...unknown].join(' + ');
}

/** `opus-5-5` for `claude-opus-5-5`. */
export function shortModel(model: string): string {
  return model.replace(/^claude-/, '');
}

/** `opus-5-5 → sonnet-5-5`, or one name where both are the same. */
export function askedAndUsed({ requested, used }: Use): string {
  if (used === null) return requested === null ? 'not measured' : `${shortModel(requested)} → not measured`;
  return requested === null || requested === used
    ? shortModel(used)
    : `${shortModel(requested)} → ${shortModel(used)}`;
}

/** `4 of 5 jobs reported`. */
export function jobsText({ reported, expected }: Jobs): string {
  if (expected !== null) return `${number(reported)} of ${number(expected)} jobs reported`;
  return `${number(reported)} job${reported === 1 ? '' : 's'} reported, of an unknown number`;
}

/** `12.3 %`; a dash for what there is none of. */
export function percentage(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

/** What a target's figure is, for people. */
export function actualText({ actual, before }: TargetResult): string {
  if (actual === null) return '–';
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
  const match = /^(pr|issue)-([1-9]\d{0,9})$/.exec(workItem);
  if (match === null) return null;
  return `${match[1] === 'pr' ? 'PR' : 'issue'} #${match[2]}`;
}

/** What the figures are, and whether they are all. */
export function basisText(report: Report): string {
  return `at list price, as reported by the jobs${report.complete ? '' : ' (partial)'}`;
}
