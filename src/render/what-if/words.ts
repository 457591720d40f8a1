import { ZONES } from '../../allocation/names.ts';
import type { WhatIf } from '../../calibration/replay/index.ts';
import { weekText } from '../dates.ts';
import { atLeast, count, dollars, NONE, number, plainPercent, signedDollars } from '../figures.ts';
import { cellName } from '../words.ts';

/** `+13%`, with a digit where it is less than ten. */
function signedPercent(percent: number): string {
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '±';
  const size = Math.abs(percent);
  return `${sign}${plainPercent(size >= 9.95 ? Math.round(size) / 100 : size / 100)}`;
}

/** What there was of something in all weeks, a week. */
export function perWeek({ elapsed_weeks: weeks }: WhatIf, sum: number): number {
  return sum / Math.max(weeks, 1 / 7);
}

/** An amount of all weeks, a week. */
export function weekly(whatIf: WhatIf, microusd: number): number {
  return Math.round(perWeek(whatIf, microusd));
}

/** What the difference rests on: `measured on 48 tasks that were seen on both tiers`. */
function basisText({ kind, pairs }: WhatIf['basis']): string {
  const tasks = `${count(pairs, 'task')} that ${pairs === 1 ? 'was' : 'were'} seen on both tiers`;
  switch (kind) {
    case 'measured':
      return `measured on ${tasks}`;
    case 'partly-measured':
      return `measured on ${tasks}, and at list prices for the rest`;
    case 'effort-index':
      return "by the vendor's index of efforts: nothing was measured";
    case 'list-prices':
      return 'at list prices, as if both tiers needed the same tokens: no task was seen on both';
    case 'recorded':
      return 'as recorded';
  }
}

/** How many of the runs are in no total. */
function leftOut({ left_out: { unmeasured, unpriced, no_tier: noTier } }: WhatIf): number {
  return unmeasured + unpriced + noTier;
}

/** Whether the cost of any run is known: of what is not there is no figure. */
export function isCostKnown(whatIf: WhatIf): boolean {
  return leftOut(whatIf) < whatIf.runs;
}

/** What was replayed: `weeks 45 to 48: 70 runs, $8.20`. */
export function replayedText(whatIf: WhatIf): string {
  const cost = atLeast(dollars(whatIf.actual.microusd), leftOut(whatIf) > 0);
  return `${replayedWeeks(whatIf)}: ${count(whatIf.runs, 'run')}, ${isCostKnown(whatIf) ? cost : 'of unknown cost'}`;
}

/** The finding, in one sentence: what changes a week, in dollars and percent, how sure that is, and what it rests on. */
export function headline(whatIf: WhatIf): string {
  const { delta, base, head, basis, runs } = whatIf;
  if (runs === 0) return 'There is nothing to replay: the ledger has no runs in these weeks.';
  if (!isCostKnown(whatIf))
    return `What it would cost is not known: none of the ${count(runs, 'run')} has a known cost.`;
  const [before, after] = [weekly(whatIf, base.microusd), weekly(whatIf, head.microusd)];
  if (basis.kind === 'recorded' && delta.microusd === 0 && leftOut(whatIf) > 0)
    return `What it would cost is not known: no run of known cost would be placed elsewhere, and ${count(leftOut(whatIf), 'run')} of ${number(runs)} ${leftOut(whatIf) === 1 ? 'has' : 'have'} none.`;
  if (basis.kind === 'recorded' && delta.microusd === 0)
    return `Nothing would change: every run is placed as before, at ${dollars(before)} a week.`;
  const change = weekly(whatIf, delta.microusd);
  const share = delta.percent === null ? '' : ` (${signedPercent(delta.percent)})`;
  const finding =
    change === 0
      ? `Cost would stay at about ${dollars(before)} a week`
      : `Cost would ${change > 0 ? 'rise' : 'fall'} by about ${dollars(Math.abs(change))} a week${share}, from ${dollars(before)} to ${dollars(after)}`;
  const interval =
    delta.low === null || delta.high === null
      ? ''
      : ` (80% interval: ${signedDollars(weekly(whatIf, delta.low))} to ${signedDollars(weekly(whatIf, delta.high))})`;
  return `${finding}${interval}, ${basisText(basis)}.`;
}

/** `sonnet → opus`, with the efforts where they differ. */
export function moveText({ from, to, from_effort, to_effort }: WhatIf['cells'][number]): string {
  const side = (tier: string | null, effort: string | null): string =>
    tier === null ? NONE : from_effort === to_effort || effort === null ? tier : `${tier} (${effort})`;
  return `${side(from, from_effort)} → ${side(to, to_effort)}`;
}

/** `weeks 45 to 48`. */
export function replayedWeeks({
  first_week: first,
  last_week: last,
}: Pick<WhatIf, 'first_week' | 'last_week'>): string {
  if (first === null || last === null) return 'no weeks';
  if (first === last) return weekText(first).toLowerCase();
  const [from, to] = [weekText(first), weekText(last)].map((each) => each.replace('Week ', ''));
  const years = [first.slice(0, 4), last.slice(0, 4)];
  return years[0] === years[1]
    ? `weeks ${from} to ${to}`
    : `weeks ${from} of ${years[0]} to ${to} of ${years[1]}`;
}

function rate({ n, x }: { readonly n: number; readonly x: number }): string {
  return `${plainPercent(x / n)} (${x} of ${n})`;
}

/** What is known of the rework of each cell that gets another tier; of the others that it is not known. */
export function reworkTexts({
  quality,
  cells,
}: WhatIf): readonly { readonly cell: string; readonly text: string }[] {
  return cells.flatMap(({ agent, phase, from, to }) => {
    if (from === null || to === null || from === to) return [];
    const cell = cellName(agent, phase);
    const known = quality?.cells.find((each) => each.agent === agent && each.phase === phase);
    if (known === undefined)
      return [{ cell, text: `on ${to} not known: no first attempt and no escalation ran there` }];
    const { base, head, rescued } = known;
    const parts = [
      base.n === 0 ? `not known on ${from}` : `${rate(base)} on ${from}`,
      head === null ? null : `${rate(head)} on ${to}`,
      rescued === null ? null : `${to} repaired ${rescued.x} of the ${rescued.n} it was given`,
    ];
    return [{ cell, text: parts.filter((part) => part !== null).join('; ') }];
  });
}

/** Where the last replayed week ended, and in which zone the weeks did. Null: no budget. */
export function zoneText({ base, head }: WhatIf): string | null {
  const ends = (zones: WhatIf['head']['zones']): readonly string[] =>
    zones.flatMap(({ days }) => (days.at(-1) === undefined ? [] : [days.at(-1) ?? '']));
  const [before, after] = [ends(base.zones), ends(head.zones)];
  if (after.length === 0) return null;
  const tally = (zones: readonly string[]): string => {
    return ZONES.map((name) => ({ name, weeks: zones.filter((zone) => zone === name).length }))
      .filter(({ weeks }) => weeks > 0)
      .map(({ name, weeks }) => `${weeks} in ${name}`)
      .join(', ');
  };
  const of = `of ${count(after.length, 'week')}`;
  if (before.length === 0) return `${of}, ${tally(after)} would have ended`;
  return tally(before) === tally(after)
    ? `${of} ${tally(after)} would have ended, as before`
    : `${of} ${tally(after)} would have ended, instead of ${tally(before)}`;
}

/** `The last 4 what-ifs: 3 came out inside their interval`; null: none could be held against what came. */
export function pastText({ past }: WhatIf): string | null {
  if (past === null) return null;
  const { inside, of } = past;
  if (of === 1) return `The last what-if came out ${inside === 1 ? 'inside' : 'outside of'} its interval`;
  return `The last ${of} what-ifs: ${inside === 0 ? 'none' : inside} came out inside their interval`;
}
