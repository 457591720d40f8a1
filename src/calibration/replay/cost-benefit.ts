import type { Allocation } from '../../allocation/allocation.ts';
import type { Report } from '../../report/document.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { Attempt } from '../attempt.ts';
import type { AttemptWeek } from '../table/index.ts';
import { type Baseline, baselinesOfAll, costBenefit, LEAST } from './baselines.ts';
import { ratiosOf } from './replay.ts';

/** What each kind of task costs now and on each tier alone, as a report says it. */
export type CostBenefitOfWeeks = NonNullable<Report['cost_benefit']>;

interface CostBenefitInput {
  /** By instant. Pairs are sought among all of them. */
  readonly attempts: readonly Attempt[];
  /** The weeks whose attempts are counted, in order. */
  readonly weeks: readonly AttemptWeek[];
  readonly allocation: Allocation;
  readonly table: ModelTable;
  readonly today: IsoDate;
  /** What could not be read of the ledger; null: nothing. */
  readonly damage: string | null;
}

/** The cost of some weeks by kind of task. What too few pairs back is not told: it is null, and never zero. */
export function costBenefitOfWeeks(input: CostBenefitInput): CostBenefitOfWeeks {
  const { attempts, allocation, table, today, damage } = input;
  const first = attempts[0]?.at ?? Number.POSITIVE_INFINITY;
  const weeks = input.weeks.filter(({ to }) => to > first);
  const [from, to] = [weeks[0]?.from ?? 0, weeks.at(-1)?.to ?? 0];
  const mine = attempts.filter(({ at }) => at >= from && at < to);
  const ratios = ratiosOf(attempts, allocation, table, today);
  const { rows, dominated } = costBenefit(mine, allocation, table, today, ratios);
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const runs = sum((row) => row.runs);
  return {
    weeks: weeks.length,
    first_week: weeks[0]?.week ?? null,
    last_week: weeks.at(-1)?.week ?? null,
    runs,
    without_cost: sum(({ leftOut }) => leftOut),
    microusd: amountOf(
      sum(({ microusd }) => microusd),
      runs,
    ),
    least_pairs: LEAST,
    incomplete: damage,
    baselines: baselinesOfAll(rows).map((each) => told(each, runs)),
    task_types: rows.map((row) => ({
      task_type: row.taskType,
      runs: row.runs,
      without_cost: row.leftOut,
      microusd: amountOf(row.microusd, row.runs),
      baselines: row.baselines.map((each) => told(each, row.runs)),
      rework: row.rework.map(({ tier, n, x }) => ({ tier, hits: x, n })),
    })),
    dominated: dominated.map(({ taskType, tier, by, ratio, pairs, rework, reworkOfOther }) => ({
      task_type: taskType,
      tier,
      by,
      ratio: Number(ratio.toFixed(4)),
      pairs,
      rework: { hits: rework.x, n: rework.n },
      rework_of_other: { hits: reworkOfOther.x, n: reworkOfOther.n },
    })),
  };
}

function amountOf(microusd: number, runs: number): number | null {
  return runs === 0 ? null : Math.round(microusd);
}

function told({ tier, microusd, pairs, between }: Baseline, runs: number) {
  const isBacked = pairs === null || pairs >= LEAST;
  return {
    tier,
    microusd: isBacked ? amountOf(microusd, runs) : null,
    pairs,
    between: between === null ? null : [...between],
  };
}
