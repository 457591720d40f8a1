import type { SimulateDocument } from '../../generated/simulate.ts';
import type { Immutable } from '../../immutable.ts';
import { rateOf } from '../../report/metrics.ts';
import { modelTableVersion } from '../../usage/models/shipped.ts';
import { seedOf } from '../statistics/index.ts';
import { baselinesOfAll, costBenefit } from './baselines.ts';
import { qualityEvidence } from './evidence.ts';
import { intervalOf } from './interval.ts';
import { perRunOf } from './per-run.ts';
import { type Replay, type ReplayInput, replay } from './replay.ts';
import { type PastWhatIf, scoreWhatIfs } from './score.ts';
import type { ReplayedSide } from './side.ts';

/** All that a what-if says: the renderers add nothing but form. */
export type WhatIf = Immutable<SimulateDocument>;

/** What is replayed, and what is known of where it comes from. */
export interface WhatIfInput extends ReplayInput {
  /** The ledger's commit; null: it is empty. */
  readonly commit: string | null;
  readonly now: number;
  /** Records of forks and of Dependabot, which are no attempts. */
  readonly notCounted: number;
  /** What could not be read of the ledger; null: nothing. */
  readonly damage: string | null;
  /** What came of the what-ifs of the past, the latest last; left out: nobody looked. */
  readonly past?: readonly PastWhatIf[];
}

const WEEK = 7 * 86_400_000;

/** The what-if of two allocations. The same ledger and files give the same bytes. */
export function whatIf(given: WhatIfInput): WhatIf {
  const { commit, now, notCounted, attempts, unassigned, table, today, base } = given;
  const first = Math.min(attempts[0]?.at ?? Infinity, unassigned[0]?.at ?? Infinity);
  const weeks = given.weeks.filter(({ to, from }) => to > first && from <= now);
  const input = { ...given, weeks };
  const replayed = replay(input);
  const runs = replayed.weeks.reduce((sum, week) => sum + week.runs, 0);
  const sum = (of: 'actual' | 'base' | 'head'): number =>
    Math.round(replayed.weeks.reduce((all, week) => all + week[of], 0));
  const [before, after] = [sum('base'), sum('head')];
  const interval = runs === 0 ? null : intervalOf(replayed.weeks, commit ?? seedOf(''));
  const [start, end] = [weeks[0]?.from ?? now, weeks.at(-1)?.to ?? now];
  const inWeeks = attempts.filter(({ at }) => at >= start && at < end);
  const quality = qualityEvidence(replayed.cells, attempts);
  const benefit = costBenefit(inWeeks, base.allocation, table, today, replayed.ratios);
  const basis = basisOf(replayed);
  return {
    schema: 'haiku-first/simulate@1',
    weeks: weeks.length,
    first_week: weeks[0]?.week ?? null,
    last_week: weeks.at(-1)?.week ?? null,
    elapsed_weeks: Number(((Math.min(end, Math.max(now, start)) - start) / WEEK).toFixed(4)),
    runs,
    ledger: commit,
    actual: { microusd: sum('actual') },
    base: sideOf(replayed.sides.base, before, replayed),
    head: sideOf(replayed.sides.head, after, replayed),
    delta: {
      microusd: after - before,
      percent: before === 0 ? null : Number((((after - before) / before) * 100).toFixed(2)),
      low: interval === null ? null : Math.round(interval.low),
      high: interval === null ? null : Math.round(interval.high),
    },
    basis,
    ratios: replayed.ratios.measured().map(({ from, to, usage }) => ({
      from,
      to,
      usage: Number(usage.factor.toFixed(4)),
      pairs: usage.pairs,
    })),
    cells: replayed.cells.map(({ agent, phase, from, to, usages, ...cell }) => ({
      agent,
      phase,
      from: from.tier,
      to: to.tier,
      from_effort: from.effort,
      to_effort: to.effort,
      runs: cell.runs,
      base: Math.round(cell.base),
      head: Math.round(cell.head),
      pairs: Math.max(0, ...[...usages].map(({ pairs }) => pairs)),
    })),
    per_run: perRunOf(replayed.cells),
    past: (given.past ?? []).length === 0 ? null : scoreWhatIfs(given.past ?? []),
    quality: quality.length === 0 ? null : { cells: quality },
    baselines: baselinesOfAll(benefit.rows).map(({ tier, microusd, pairs }) => ({
      tier,
      microusd: Math.round(microusd),
      pairs,
    })),
    dominated: benefit.dominated.map(({ taskType, tier, by, ratio, pairs }) => ({
      task_type: taskType,
      tier,
      by,
      ratio: Number(ratio.toFixed(4)),
      pairs,
    })),
    left_out: {
      unpriced: replayed.leftOut.unpriced,
      unmeasured: replayed.leftOut.unmeasured,
      no_tier: replayed.leftOut.noTier,
      not_counted: notCounted,
    },
    assumptions: assumptionsOf(input, replayed, basis),
  };
}

function sideOf(side: ReplayedSide, microusd: number, { weeks, tiers: names }: Replay): WhatIf['base'] {
  const runs = [...side.tiers.values()].reduce((sum, each) => sum + each.runs, 0);
  const place = (tier: string | null): number => names.indexOf(tier ?? '');
  const cost = [...side.tiers.values()].reduce((sum, each) => sum + each.microusd, 0);
  return {
    microusd,
    deferred: side.deferred,
    tiers: [...side.tiers]
      .sort(([a], [b]) => place(a) - place(b))
      .map(([tier, share]) => ({
        tier,
        runs: share.runs,
        run_share: rateOf({ hits: share.runs, n: runs }),
        microusd: Math.round(share.microusd),
        cost_share: rateOf({ hits: share.microusd, n: cost }),
      })),
    zones: weeks.flatMap(({ week }, index) => {
      const days = side.zones[index] ?? [];
      return days.length === 0 ? [] : [{ week, days: [...days] }];
    }),
  };
}

/** What the difference rests on: the ratios of the cells that are placed differently. */
function basisOf({ cells, byEffort }: Replay): WhatIf['basis'] {
  const usages = new Set(cells.flatMap(({ usages: mine }) => [...mine]));
  const measured = [...usages].filter(({ pairs }) => pairs > 0);
  const pairs = [...new Set(measured)].reduce((sum, usage) => sum + usage.pairs, 0);
  if (usages.size === 0) return { kind: byEffort ? 'effort-index' : 'recorded', pairs: 0 };
  if (measured.length === 0) return { kind: 'list-prices', pairs: 0 };
  return { kind: measured.length === usages.size && !byEffort ? 'measured' : 'partly-measured', pairs };
}

/** What it takes for granted, in the order of what matters most. */
function assumptionsOf(
  { damage, base, head }: WhatIfInput,
  { ofNoCell, unknownEfforts, byEffort, leftOut }: Replay,
  { kind }: WhatIf['basis'],
): readonly string[] {
  const unknown = leftOut.unpriced + leftOut.unmeasured + leftOut.noTier;
  const changes = [base, head].some(({ allocation }) =>
    [...allocation.matrix.values()].some((cells) =>
      [...cells.values()].some(({ former }) => former !== null),
    ),
  );
  return [
    ...(damage === null ? [] : [`The figures are of what could be read: ${damage}`]),
    ...(kind === 'list-prices' || kind === 'partly-measured'
      ? [
          'Where no task was seen on both tiers, it is taken to need the same tokens on both. Cheaper models often need more.',
        ]
      : []),
    ...(byEffort
      ? [
          "A change of effort follows the vendor's index of cost by effort, which is no measurement; runs are taken to have had the effort of the base.",
        ]
      : []),
    ...unknownEfforts.map(
      (model) => `The index of efforts does not have ${model}: its effort changes nothing here.`,
    ),
    ...(unknown > 0 ? [`${unknown} runs without a known cost are in no total.`] : []),
    ...(ofNoCell > 0
      ? [`${ofNoCell} runs of agents or phases that neither file has stay as they were.`]
      : []),
    ...(changes ? ['A change whose `since` comes after the replayed weeks is taken to hold already.'] : []),
    'Runs that are put off count at their cost, and run when the next week begins.',
    'Upgrades, overrides and escalations are those that were recorded: re-runs that a better tier saves, or a lesser one adds, are not included.',
    `Costs are list prices of ${modelTableVersion}, as the jobs reported them.`,
  ];
}
