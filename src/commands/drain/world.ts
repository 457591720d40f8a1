import type { ForecastWorld } from '../../deferral/choose.ts';
import type { Loaded } from '../../gather/allocation.ts';
import { onUnmeasured } from '../../gather/budget/unmeasured.ts';
import { weekSpan } from '../../ledger/index.ts';
import { type InFlight, spentState } from '../../policy/budget/budget.ts';
import { BudgetMeter } from '../../policy/budget/meter.ts';
import { retiredTiers } from '../../policy/decision/models-of-tiers.ts';
import { unknownUse } from '../../render/budget-figures.ts';
import { textOf } from '../../time/instant.ts';
import { dateOf, weekOf } from '../../time/week.ts';
import type { UsageRecord } from '../../usage/records/record.ts';

/** How a drain sees the budget. */
interface DrainWorld {
  readonly world: ForecastWorld;
  /** What makes the figures doubtful; null: nothing. */
  readonly warning: string | null;
}

/**
 * The world for the decisions of a drain, as `resolve` sees it: retired models, and the budget as the week's records
 * and the runs in flight leave it. What cannot be known goes the way of `budget.on_unmeasured`; for `fail` throws
 * `UserError`.
 * @param records of the week, and of the days before, which only tell what runs cost
 * @param damage what of the ledger cannot be read or is lost, in words
 */
export function drainWorld(
  { allocation, exceptions, table }: Loaded,
  now: Date,
  records: readonly UsageRecord[],
  inFlight: readonly InFlight[],
  damage: readonly (string | null)[],
): DrainWorld {
  const { budget } = allocation;
  const timezone = budget?.timezone ?? 'UTC';
  const today = dateOf(now);
  const week = weekOf(now, timezone);
  const start = textOf(new Date(weekSpan(week, timezone).from));
  const ofWeek = records.filter(({ at }) => at >= start);
  const earlier = records.filter(({ at }) => at < start);
  const unavailable = new Map(retiredTiers(allocation, table, today));
  const meter = budget === null ? null : new BudgetMeter(allocation, budget, ofWeek, earlier);
  for (const run of inFlight) meter?.start(run);
  const world: ForecastWorld = { allocation, exceptions, week, today, meter, unavailable };
  if (budget === null) return { world, warning: null };
  const { hold, warning } = onUnmeasured(allocation, budget, week, [
    ...damage,
    unknownUse(budget, spentState(allocation, budget, ofWeek)),
  ]);
  if (hold !== null) for (const tier of allocation.tiers) unavailable.set(tier.rank, hold);
  return { world, warning };
}
