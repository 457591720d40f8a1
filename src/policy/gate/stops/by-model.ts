import { type Allocation, rankOf, tierAt, tierName } from '../../../allocation/allocation.ts';
import type { Rank } from '../../../allocation/names.ts';
import { dayAfter, type IsoDate } from '../../../time/week.ts';
import { findModel, lifecycleOn } from '../../../usage/models/models.ts';
import type { CellPolicy } from '../../decision/cell-policy.ts';
import { retiredTiers, rowOfTier } from '../../decision/models-of-tiers.ts';
import type { RuleContext, Side } from '../rule-context.ts';
import { type GuardedCell, guardedCells, reachedTiers } from './guarded-cells.ts';
import type { Stop } from './stop.ts';

type Retired = (side: Side, day: IsoDate) => ReadonlyMap<Rank, string>;

/** Whether a cell that wants a tier runs: on it, or above it where the cell climbs. */
function runs(
  { onUnavailable, maximum }: CellPolicy,
  wanted: Rank,
  retired: ReadonlyMap<Rank, string>,
): boolean {
  const ceiling = onUnavailable === 'escalate' ? Math.max(wanted, maximum) : wanted;
  for (let rank = wanted; rank <= ceiling; rank++) if (!retired.has(rank)) return true;
  return false;
}

/** Today, and each day on which a model of the head is gone that is still there today. */
function daysOf({ head, today }: RuleContext): readonly IsoDate[] {
  const gone = head.allocation.tiers.flatMap((tier) => {
    const last = rowOfTier(tier, head.table)?.retiresAt ?? null;
    return last === null || last < today ? [] : [dayAfter(last)];
  });
  return [today, ...[...new Set(gone)].sort()];
}

/** Whether the base would stop a cell on this tier on that day just as well: a known date, not a change of this one. */
function isKnown(
  context: RuleContext,
  { before }: GuardedCell,
  rank: Rank,
  day: IsoDate,
  retired: Retired,
): boolean {
  const { base, head, today } = context;
  const same = rankOf(base.allocation, tierName(head.allocation, rank));
  if (same === null || runs(before, same, retired(base, day))) return false;
  return day > today || reachedTiers(before).some((each) => each.rank === same);
}

/** Tiers whose model is retired, today or from a day on, while the guarded cell had one to run on. */
export function stopsByModel(context: RuleContext): readonly Stop[] {
  const { base, head, today } = context;
  const known = new Map<string, ReadonlyMap<Rank, string>>();
  const retired: Retired = (side, day) => {
    const key = `${side === base ? 'base' : 'head'} ${day}`;
    const found = known.get(key) ?? retiredTiers(side.allocation, side.table, day);
    known.set(key, found);
    return found;
  };
  const days = daysOf(context);
  return guardedCells(context).flatMap((cell) => {
    const { before, after } = cell;
    const stops: Stop[] = [];
    for (const { rank, when, origin } of reachedTiers(after)) {
      const day = days.find(
        (each) =>
          !runs(after, rank, retired(head, each)) &&
          runs(before, before.assigned, retired(base, each)) &&
          !isKnown(context, cell, rank, each, retired),
      );
      const { name, model } = tierAt(head.allocation, rank);
      if (day === undefined || (day === today && isRetiredOnBase(context, name, model))) continue;
      const from = day === today ? '' : ` from ${day} on`;
      const message = `${after.agent} in ${after.phase} would be deferred${from}${when}: the model ${model} of the tier ${name} is retired.`;
      const at = placeOf(head.allocation, model) ?? origin.position;
      stops.push({ message, at, agent: after.agent, phase: after.phase });
    }
    return stops;
  });
}

/** Whether the tier gets a model that the base knows to be retired: HF112 says so. */
function isRetiredOnBase({ base, today }: RuleContext, tier: string, model: string): boolean {
  const row = findModel(base.table, model);
  const had = base.allocation.tiers.some((each) => each.name === tier && each.model === model);
  return !had && row !== null && lifecycleOn(row, today) === 'retired';
}

/** Where the file itself says something of the model. */
function placeOf({ models }: Allocation, model: string) {
  return models.find(({ row }) => row.id === model)?.origin.position ?? null;
}

/** Tiers without an id at a provider that the guarded cell could be sent to. */
export function stopsByProvider(context: RuleContext): readonly Stop[] {
  const { base, head } = context;
  return guardedCells(context).flatMap(({ before, after }) => {
    const served = [...tierAt(base.allocation, before.assigned).providers.keys()];
    const formerly = new Set(reachedTiers(before).map(({ rank }) => rank));
    const stops = new Map<string, Stop>();
    for (const { rank, when } of reachedTiers(after)) {
      const tier = tierAt(head.allocation, rank);
      const same = base.allocation.tiers.find(({ name }) => name === tier.name);
      for (const provider of served) {
        if (tier.providers.has(provider) || stops.has(`${tier.name} ${provider}`)) continue;
        if (same !== undefined && formerly.has(same.rank) && !same.providers.has(provider)) continue;
        const message = `${after.agent} in ${after.phase} could run at the provider ${provider} on the base and would be refused there${when}: the tier ${tier.name} has no model id for it.`;
        const at = head.allocation.at(['tiers', tier.rank, 'providers']);
        stops.set(`${tier.name} ${provider}`, { message, at, agent: after.agent, phase: after.phase });
      }
    }
    return [...stops.values()];
  });
}
