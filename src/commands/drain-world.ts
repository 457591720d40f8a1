import type { World } from '../deferral/choose.ts';
import { UserError } from '../errors.ts';
import { budgetState, type InFlight, unknownUse } from '../policy/budget.ts';
import { BudgetMeter } from '../policy/budget-meter.ts';
import { retiredTiers } from '../policy/models-of-tiers.ts';
import { dateOf, weekOf } from '../time/week.ts';
import type { UsageRecord } from '../usage/record.ts';
import type { Loaded } from './resolve-files.ts';

/** How a drain sees the budget. */
export interface DrainWorld {
  readonly world: World;
  /** What makes the figures doubtful; null: nothing. */
  readonly warning: string | null;
}

/**
 * The world for the decisions of a drain, as `resolve` sees it: retired models, and the budget as the week's records
 * and the runs in flight leave it. What cannot be known goes the way of `budget.on_unmeasured`; for `fail` throws
 * `UserError`.
 * @param damage what of the ledger cannot be read, in words; null: nothing
 */
export function drainWorld(
  { allocation, exceptions, table }: Loaded,
  now: Date,
  records: readonly UsageRecord[],
  inFlight: readonly InFlight[],
  damage: string | null,
): DrainWorld {
  const { budget } = allocation;
  const today = dateOf(now);
  const week = weekOf(now, budget?.timezone ?? 'UTC');
  const unavailable = new Map(retiredTiers(allocation, table, today));
  const meter = budget === null ? null : new BudgetMeter(allocation, budget, records);
  for (const run of inFlight) meter?.start(run);
  const world: World = { allocation, exceptions, week, today, meter, unavailable };
  if (budget === null) return { world, warning: null };
  const reasons = [damage, unknownUse(budget, budgetState(allocation, budget, records))].filter(
    (reason) => reason !== null,
  );
  if (reasons.length === 0) return { world, warning: null };
  const warning = `The use of week ${week} is not fully known: ${reasons.map((reason) => reason.replace(/\.+$/, '')).join('; ')}.`;
  const policy = budget.enforced ? budget.onUnmeasured : 'warn';
  if (policy === 'fail')
    throw new UserError(warning, 'Mend the ledger, or set budget.on_unmeasured to warn or defer.');
  if (policy === 'defer')
    for (const tier of allocation.tiers)
      unavailable.set(tier.rank, 'the weekly use is not fully known, budget.on_unmeasured: defer');
  return { world, warning };
}
