import type { Report } from '../../report/document.ts';
import { weekdayText } from '../dates.ts';
import { dollars, number, plainPercent, shortTokens, wholePercent } from '../figures.ts';
import { visible } from '../visible.ts';
import { html, type Markup, type Piece } from './markup.ts';

/** `48` for `2026-W48`. */
export function weekNumberText(week: string): string {
  return String(Number(week.slice(6)));
}

/** `Monday 30 Nov 2026` as `30 Nov`. */
export function shortDay(at: string): string {
  const [, day = at, month = ''] = weekdayText(at).split(' ');
  return `${day} ${month}`.trim();
}

/** A change of `from` by `to`, as `8% more`; null where nothing can be said. */
function changeText(from: number, to: number): string | null {
  if (from <= 0) return null;
  const share = to / from - 1;
  if (Math.abs(share) < 0.005) return 'as much as';
  return `${wholePercent(Math.abs(share))} ${share > 0 ? 'more' : 'less'} than`;
}

/** How the mean cost of a work item compares with that of the week before; null where one of them is a lower bound, or not known. */
export function itemChange(own: Report['per_work_item'], before: Report['per_work_item']): string | null {
  const [now, then] = [own, before].map((each) =>
    each === undefined || each.unpriced + each.unmeasured + each.partial > 0 ? null : each.mean_microusd,
  );
  return now == null || then == null ? null : changeText(then, now);
}

/** An amount of a measure of the budget. */
export function amountText(measure: 'tokens' | 'usd', amount: number): string {
  return measure === 'tokens' ? `${shortTokens(amount)} tokens` : dollars(amount);
}

/** An amount on an axis. */
export function axisText(measure: 'tokens' | 'usd', amount: number): string {
  if (measure === 'tokens') return shortTokens(amount);
  return amount % 1_000_000 === 0 ? `$${number(amount / 1_000_000)}` : dollars(amount);
}

/** `one`, `two` … `ten`, `11`: as a sentence begins or goes on. */
export function inWords(value: number): string {
  return 'none one two three four five six seven eight nine ten'.split(' ')[value] ?? number(value);
}

/** With a capital. */
export function asStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `12.5%, 15 of 120`, or bounds while of some nobody knows. */
export function rangeText({ low, high, unknown }: Report['rework']): string {
  if (low === null || high === null) return 'not known';
  return unknown === 0 ? plainPercent(low) : `${plainPercent(low)} to ${plainPercent(high)}`;
}

const MARKS = {
  good: ['✓', 'ok'],
  bad: ['✗', 'bad'],
  warn: ['!', 'warn'],
  open: ['–', 'mut'],
} as const;

/** A verdict: its mark, its word, and, for those who see it, its colour. */
export function verdict(kind: keyof typeof MARKS, text: Piece): Markup {
  const [mark, colour] = MARKS[kind];
  return html`<span class="${colour}"><span aria-hidden="true">${mark} </span>${text}</span>`;
}

/** So many at most of a list, and how many are left out. */
export function firstOf<T>(
  items: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: items.slice(0, most), left: Math.max(0, items.length - most) };
}

/** Says what is left out; nothing where nothing is. */
export function notShown(left: number, where = 'the JSON has them all'): Markup | null {
  return left === 0 ? null : html`<p class="sub">${number(left)} more, not shown here: ${where}.</p>`;
}

/** Addresses that a link of the page may lead to; null: there are no links. */
export interface LinkPlace {
  readonly address: string | null;
}

const SAFE = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.-]+)+$/;

/** A piece of work, with a link where one is known. */
export function workItem(item: string, { address }: LinkPlace): Markup {
  const [, kind, thread] = /^(pr|issue)-([1-9]\d{0,9})$/.exec(item) ?? [];
  if (thread === undefined || address === null || !SAFE.test(address))
    return html`${visible(item, 100) || 'without a name'}`;
  return html`<a href="${address}/${kind === 'pr' ? 'pull' : 'issues'}/${thread}" rel="noreferrer">#${thread}</a>`;
}
