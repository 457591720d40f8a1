import { unattributedSentence } from '../../policy/decision/unattributed.ts';
import type { Jobs, Report } from '../../report/document.ts';
import type { Lacking } from '../../report/lacking.ts';
import type { BoundedShare, OpenShare } from '../../report/open-share.ts';
import type { TargetResult } from '../../report/targets.ts';
import type { Use } from '../../report/uses.ts';
import { threadOf } from '../../usage/records/work-item.ts';
import { weekdayText } from '../dates.ts';
import {
  atLeast,
  count,
  dollars,
  NONE,
  NOT_KNOWN,
  number,
  percent,
  percentReached,
  plainPercent,
  shortTokens,
} from '../figures.ts';
import { money, moneyTotal } from '../money.ts';
import { cellName } from '../words.ts';

type Deferred = Report['deferred'][number];
type Refused = NonNullable<Report['refused']>[number];

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

/** Its cache reads, in a column of their own. */
export function cacheText(figures: Lacking & { readonly cache_read: number }, form = shortTokens): string {
  const { cache_read: reads, unmeasured, partial } = figures;
  return tokensText({ tokens: reads, microusd: null, unpriced: 0, unmeasured, partial }, form);
}

/** What it cost, and what of it nobody knows the price of. */
export function costText(figures: Figures): string {
  return money(figures.microusd, figures);
}

/** The cost of a tier; a dash where nothing ran on it. What runs of it used may not be known. */
export function tierCost(tier: Report['tiers'][number]): string {
  const { runs, tokens, microusd, unpriced, partial } = tier;
  if (tokens + microusd + unpriced + partial === 0) return runs === 0 ? NONE : NOT_KNOWN;
  return money(microusd, { unpriced, unmeasured: 0, partial });
}

/** Its share of the cost; a dash where it has no cost. */
export function tierCostShare({ microusd, cost_share }: Report['tiers'][number]): string {
  return microusd === 0 ? NONE : percent(cost_share);
}

/** How many of the records that count, or of those that do not, lack something. */
export function lackingOf({ uses }: Report, counted = true): Lacking {
  const sum = (lack: keyof Lacking): number =>
    uses.reduce((total, use) => total + (use.counted === counted ? use[lack] : 0), 0);
  return { unpriced: sum('unpriced'), unmeasured: sum('unmeasured'), partial: sum('partial') };
}

/** True where forks or Dependabot reported something, and nobody else. */
export function countsNothing({ uses }: Report): boolean {
  return uses.length > 0 && uses.every(({ counted }) => !counted);
}

/** `131,000 tokens and $0.73 at list price, as reported by the jobs, in 2 runs`. */
export function spentText(report: Report): string {
  const lacking = lackingOf(report);
  const { spent } = report;
  if (report.uses.length === 0 && report.runs === 0) return 'nothing was recorded';
  if (countsNothing(report)) return 'nothing that counts was used';
  const isMeasured = spent.tokens > 0 || lacking.unmeasured + lacking.partial === 0;
  const tokens = isMeasured
    ? atLeast(`${number(spent.tokens)} tokens`, lacking.unmeasured + lacking.partial > 0)
    : 'tokens not measured';
  const cost = moneyTotal(spent.microusd, lacking);
  const both = cost === NOT_KNOWN ? `${tokens}, cost not known,` : `${tokens} and ${cost}`;
  return `${both} ${basisText(report)}, in ${count(report.runs, 'run')}`;
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

/** `4 of 5 jobs reported`. */
export function jobsText({ reported, expected }: Jobs): string {
  if (expected !== null) return `${number(reported)} of ${number(expected)} jobs reported`;
  return `${count(reported, 'job')} reported, out of an unknown number`;
}

/** `12.3%`, or `6% to 31%, 25 of unknown fate` while of some attempts nobody knows. */
export function boundedText({ low, high, unknown }: Omit<BoundedShare, 'hits' | 'n'>): string {
  if (low === null || high === null) return NONE;
  if (unknown === 0) return percent(low);
  return `${plainPercent(low)} to ${plainPercent(high)}, ${number(unknown)} of unknown fate`;
}

const STATES = {
  open: 'open',
  'critical-only': 'critical work only',
  closed: 'closed',
} as const satisfies Readonly<Record<Report['allowances'][number]['state'], string>>;

/** They are of the week: beside one piece of work they would be taken for its own. */
export function allowancesShown({ work_item, allowances }: Report): Report['allowances'] {
  return work_item === null ? allowances : [];
}

/** Tier, used, allowance, left, and its state with what waits for it. */
export function allowanceCells(allowance: Report['allowances'][number]): readonly string[] {
  const { tier, share, measure, used, lower_bound, allowed, left, state, waiting } = allowance;
  const form = (value: number): string => (measure === 'tokens' ? `${number(value)} tokens` : dollars(value));
  const part = used === 0 && lower_bound ? NOT_KNOWN : atLeast(form(used), lower_bound);
  const waits = waiting === 0 ? '' : `, ${count(waiting, 'run waits', 'runs wait')}`;
  return [
    tier,
    part,
    `${form(allowed)} (${percentReached(share)})`,
    `${lower_bound ? 'at most ' : ''}${form(left)} left`,
    `${STATES[state]}${waits}`,
  ];
}

/** `SECURITY/EXEC: the override to sonnet by octocat was refused, as its floor is opus`. */
export function refusedText({ agent, phase, tier, floor, by, reason }: Refused): string {
  const why =
    reason === null ? 'it has no reason' : floor === null ? 'it is below a floor' : `its floor is ${floor}`;
  return `${cellName(agent, phase)}: the override to ${tier} by ${by} was refused, as ${why}`;
}

/** `DESIGN/PLAN of pr-12 waits for sonnet: RED, 96%`. */
export function deferredText({ agent, phase, work_item, tier, state, since, reason }: Deferred): string {
  const what = `${cellName(agent, phase)}${work_item === null ? '' : ` of ${work_item}`}`;
  const why = reason.replace(/^deferred: /, '');
  if (state === 'waiting') return `${what} waits for ${tier}: ${why}`;
  const when = since === null ? '' : ` at ${since}`;
  return `${what} was deferred (${why}), and ${state === 'ran' ? 'ran' : `was ${state}`}${when}`;
}

/** The same with what happens next: `…; drain starts it when the budget allows, at the latest on Monday 30 Nov 2026`. */
export function deferredAndNext(each: Deferred): string {
  if (each.state !== 'waiting') return deferredText(each);
  const next =
    each.starts === null
      ? 'nothing starts it: the allocation has no deferred: for it'
      : `drain starts it when the budget allows, at the latest on ${weekdayText(each.next)}`;
  return `${deferredText(each)}; ${next}`;
}

/** From which tier to which, why, how often, and how it went there. */
export function escalationCells(each: Report['escalation']['reasons'][number]): readonly string[] {
  const { from, to, trigger, reason, runs, passed, failed } = each;
  return [
    `${from ?? NONE} → ${to ?? NONE}`,
    trigger ?? NONE,
    reason ?? NONE,
    number(runs),
    number(passed),
    number(failed),
  ];
}

/** `8% of the runs assigned to haiku (6 of 77, expected 5% to 15%)`. */
export function cheapestEscalations({ escalation }: Report): string {
  const { tier, hits, n, expected } = escalation.of_cheapest;
  const share = n === 0 ? NONE : plainPercent(hits / n);
  return `${share} of the runs assigned to ${tier ?? NONE} (${number(hits)} of ${number(n)}, expected ${plainPercent(expected.low)} to ${plainPercent(expected.high)})`;
}

/** `TESTING/EXEC: opus instead of sonnet, overridden by octocat: a big merge`. */
export function overrideText(each: Report['overrides'][number]): string {
  const { agent, phase, tier, assigned, by, reason, runs } = each;
  const instead = assigned === null || assigned === tier ? '' : ` instead of ${assigned}`;
  const times = runs === 1 ? '' : `, ${number(runs)} times`;
  return `${cellName(agent, phase)}: ${tier}${instead}${times}, overridden by ${by}: ${reason}`;
}

/** `VALIDATION/PLAN ran on haiku, below sonnet, by an exception until 2026-12-08 (approved by octocat, #402): a rush`. */
export function usedExceptionText(each: Report['exceptions_used'][number]): string {
  const { agent, phase, tier, minimum, approved_by, tracking, expires, reason } = each;
  return `${cellName(agent, phase)} ran on ${tier ?? 'a model of no tier'}, below ${minimum}, by an exception until ${expires} (approved by ${approved_by}, ${tracking}): ${reason}`;
}

/** Agents that have run, what is expected of them, what happened, and whether it is enough. */
export function expectationRows({ expectations }: Report): readonly (readonly string[])[] {
  return expectations.flatMap(({ agent, expected, passed, status }) => {
    if (passed.n === 0) return [];
    const range = expected.low === expected.high ? '' : ` to ${plainPercent(expected.high)}`;
    const verdict =
      status === 'not-enough-data' ? 'not enough data' : status === 'met' ? 'as expected' : 'below';
    return [
      [
        agent,
        `${plainPercent(expected.low)}${range}`,
        boundedText(passed),
        `${verdict} (n = ${number(passed.n)})`,
      ],
    ];
  });
}

/** `0.87 (n = 3)`. */
export function qualityText({ quality }: Report['agents'][number]): string {
  return quality.mean === null ? NONE : `${quality.mean.toFixed(2)} (n = ${number(quality.n)})`;
}

/** What a target's figure is, for people. */
export function actualText(target: TargetResult): string {
  const { actual, before, unit } = target;
  if (actual === null) return boundedText(target);
  const plain = (value: number): string =>
    unit === 'share'
      ? plainPercent(value)
      : Number.isInteger(value)
        ? number(value)
        : String(Number(value.toPrecision(3)));
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
function basisText(report: Report): string {
  return `at list price, as reported by the jobs${report.complete ? '' : ' (partial)'}`;
}

/** `8 of 77, 3 not known`: first attempts that had to be done again. */
export function reworkText({ hits, n, unknown }: OpenShare): string {
  return `${number(hits)} of ${number(n)}${unknown === 0 ? '' : `, ${number(unknown)} not known`}`;
}

/** Targets of which something is known, and those without data. */
export function targetsWithData({ targets }: Report) {
  const isKnown = ({ status, actual, low }: TargetResult): boolean =>
    status === 'met' || status === 'missed' || actual !== null || low !== null;
  return { known: targets.filter(isKnown), others: targets.filter((target) => !isKnown(target)) };
}
