import type { Allocation, Target } from '../allocation/allocation.ts';
import { findAgent } from '../allocation/allocation.ts';
import { count } from '../render/figures.ts';
import type { Gist, OutcomeEvent, UsageRecord } from '../usage/records/record.ts';
import { type CompletedWork, completedBetween, hoursToCompletion, type WeekSpan } from './completed.ts';
import type { Report } from './document.ts';
import { escalatedFrom, median } from './escalations.ts';
import type { AttemptFate } from './fates.ts';
import type { Lacking } from './lacking.ts';
import { contrary, NO_REWORK, type OpenShare, reworkOf } from './open-share.ts';
import { cheapestTier, type Run, sumOf } from './runs.ts';
import { ENOUGH, type Measurement } from './targets.ts';

/** So many of so many. */
export interface Share {
  readonly hits: number;
  readonly n: number;
}

/** What the measurements are taken from. */
export interface TargetInput {
  readonly allocation: Allocation;
  readonly records: readonly UsageRecord[];
  /** What is not known of them. */
  readonly lacking: Lacking;
  readonly runs: readonly Run[];
  readonly fates: ReadonlyMap<Run, AttemptFate>;
  /** What belongs to the week of what was told. */
  readonly events: readonly OutcomeEvent[];
  /** True where anything at all was told. */
  readonly anythingTold: boolean;
  /** What counts of the week before; null: not read. */
  readonly before: readonly Gist[] | null;
  /** How good the logged forecasts were; null: none of a complete week was logged. */
  readonly score: Report['forecast_score'];
  readonly tiers: Report['tiers'];
  readonly escalation: Report['escalation'];
  readonly tierOf: (model: string) => string | null;
  /** Pull requests merged in the week: approved without a wish for changes. Null: nobody asked GitHub. */
  readonly reviews: Share | null;
  /** End-to-end check runs of those pull requests that passed on the first run. */
  readonly endToEnd: Share | null;
  /** What was merged or closed in the week and in the one before; null: nobody asked GitHub. */
  readonly completed: readonly CompletedWork[] | null;
  readonly span: WeekSpan;
  readonly weekOver: boolean;
  /** When each piece of work was first recorded. */
  readonly recorded: ReadonlyMap<string, number>;
}

/** `hits / n`; null for none of none. */
export function rateOf({ hits, n }: Share): number | null {
  return n === 0 ? null : hits / n;
}

/** How many of `items` are so. */
export function shareOf<T>(items: readonly T[], isHit: (item: T) => boolean): Share {
  return { hits: items.filter(isHit).length, n: items.length };
}

function workItems(records: readonly Gist[]): number {
  const items = new Map<string, Set<string>>();
  for (const { repository, work_item } of records) {
    if (work_item === null) continue;
    const known = items.get(repository);
    if (known === undefined) items.set(repository, new Set([work_item]));
    else known.add(work_item);
  }
  return [...items.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Pieces of work, and the tokens of each on average. */
function tokensPerWorkItem(records: readonly Gist[]): { readonly n: number; readonly value: number | null } {
  const n = workItems(records);
  const { tokens } = sumOf(n === 0 ? [] : records.filter((each) => each.work_item !== null));
  return { n, value: n === 0 ? null : Math.round(tokens / n) };
}

/** First attempts assigned to the cheapest tier that had to be reworked. */
function reworkOfCheapest({ allocation, tiers }: TargetInput): OpenShare {
  const cheapest = cheapestTier(allocation);
  const row = tiers.find(({ tier }) => tier !== null && tier === cheapest);
  const { hits, unknown, n } = row?.rework ?? NO_REWORK;
  return { hits, unknown, n };
}

/** The runs of an agent, by whichever of its names. */
function isOf(allocation: Allocation, name: string): (run: Run) => boolean {
  const agent = findAgent(allocation, name);
  const names = new Set(agent === null ? [name] : [agent.name, ...agent.aliases]);
  return ({ main }) => names.has(main.agent);
}

const NOT_ASKED = 'GitHub was not asked, or does not say';

/** What was completed in the week, and in the one before. */
function inBothWeeks(
  completed: readonly CompletedWork[],
  recorded: ReadonlyMap<string, number>,
  { before, from, to }: WeekSpan,
): readonly (readonly CompletedWork[])[] {
  return [
    completedBetween(completed, recorded, from, to),
    completedBetween(completed, recorded, before, from),
  ];
}

const rate = ({ hits, n }: Share): Measurement => ({ kind: 'rate', hits, unknown: 0, n });
const openRate = (share: OpenShare): Measurement => ({ kind: 'rate', ...share });
const typical = ({ median, n }: Report['escalation']['delay_minutes']): Measurement => ({
  kind: 'value',
  value: median,
  n,
  enough: 5,
});
const none = (because: string): Measurement => ({ kind: 'none', because });

/** How each target of the strategy's section 8 is measured, by its id. */
const BY_ID: Readonly<Record<string, (from: TargetInput) => Measurement>> = {
  unplanned_escalations: ({ allocation, runs, tierOf }) =>
    rate(shareOf(runs, (run) => escalatedFrom(run, tierOf) === (cheapestTier(allocation) ?? undefined))),
  haiku_escalations: ({ escalation }) => rate(escalation.of_cheapest),
  escalations: ({ runs }) => rate(shareOf(runs, ({ escalated }) => escalated)),
  haiku_rework: (from) => openRate(reworkOfCheapest(from)),
  haiku_output_quality: (from) => openRate(contrary(reworkOfCheapest(from))),
  tokens_per_work_item: ({ records, before }) => ({
    kind: 'trend',
    ...tokensPerWorkItem(records),
    before: before === null ? null : tokensPerWorkItem(before).value,
  }),
  work_items_per_week: ({ completed, recorded, span, weekOver }) => {
    if (completed === null) return none(NOT_ASKED);
    const [value, before] = inBothWeeks(completed, recorded, span).map(({ length }) => length);
    // A week that still runs is not held against a whole one.
    return {
      kind: 'trend',
      value: value ?? 0,
      before: weekOver ? (before ?? 0) : null,
      n: (value ?? 0) + (before ?? 0),
    };
  },
  time_to_completion: ({ completed, recorded, span }) => {
    if (completed === null) return none(NOT_ASKED);
    const [now = [], before = []] = inBothWeeks(completed, recorded, span).map((each) =>
      hoursToCompletion(each, recorded),
    );
    return { kind: 'trend', value: median(now), before: median(before), n: now.length };
  },
  override_rate: ({ runs }) => rate(shareOf(runs, ({ main }) => main.override !== null)),
  escalation_delay_minutes: ({ escalation: { delay_minutes: delay } }) => typical(delay),
  haiku_escalation_delay_minutes: ({ escalation: { delay_minutes_of_cheapest: delay } }) => typical(delay),
  documentation_compliance: ({ allocation, fates }) =>
    openRate(contrary(reworkOf(fates, isOf(allocation, 'DOCMON')))),
  security_issues_missed: ({ allocation, events, anythingTold, runs }) => {
    if (!anythingTold) return none('no outcome was reported this week, so a miss would not show');
    const value = events.filter(({ outcome }) => outcome === 'security-issue-missed').length;
    const n = Math.max(value, runs.filter(isOf(allocation, 'SECURITY')).length);
    return { kind: 'value', value, n, enough: 1 };
  },
  zone_accuracy: ({ score }) =>
    score === null
      ? none('no forecast of a complete week was logged')
      : rate({ hits: score.right, n: score.sure }),
  code_review_pass_rate: ({ reviews }) => (reviews === null ? none(NOT_ASKED) : rate(reviews)),
  e2e_pass_rate: ({ endToEnd }) => (endToEnd === null ? none(NOT_ASKED) : rate(endToEnd)),
};

/** A tier's share of the runs, or of what was used in the measure of the budget: `sonnet_runs`, `sonnet_budget`. */
function ofTier(
  id: string,
  { allocation, runs, lacking: { unpriced, unmeasured }, tiers }: TargetInput,
): Measurement | null {
  const [, name, figure] = /^(.+)_(runs|budget)$/.exec(id) ?? [];
  const tier = name === 'haiku' ? cheapestTier(allocation) : name;
  const row = tiers.find((each) => each.tier !== null && each.tier === tier);
  if (row === undefined) return null;
  if (figure === 'runs') {
    const ofNone = shareOf(runs, (run) => run.tier === null);
    return rate({ hits: row.runs, n: runs.length - ofNone.hits });
  }
  if (allocation.budget === null) return none('the allocation has no budget');
  const lacking = unmeasured + (allocation.budget.usd === null ? 0 : unpriced);
  if (lacking > 0) return none(`${count(lacking, 'record has no figure', 'records have no figure')}`);
  return { kind: 'value', value: row.budget_share, n: runs.length, enough: ENOUGH };
}

/** What the week says about a target of the allocation. */
export function measure(target: Target, from: TargetInput): Measurement {
  if (target.measuredBy === 'nothing') return none('nothing measures it');
  const by = Object.hasOwn(BY_ID, target.id) ? BY_ID[target.id] : undefined;
  const figure = by === undefined ? ofTier(target.id, from) : by(from);
  return figure ?? none(`no figure of this report is called ${target.id}`);
}
