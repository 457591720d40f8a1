import { belowFloor, type FloorOf } from '../policy/decision/below-floor.ts';
import type { KnownModels } from '../policy/decision/known-models.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { byCodeUnit, isLater } from './runs.ts';

/** A use of another model than was asked for, or of one under the floor; like ones together. */
export interface Mismatch {
  readonly agent: string;
  readonly phase: string;
  readonly requested: string | null;
  readonly used: string;
  readonly tier_used: string | null;
  /** The floor that held; null: none. */
  readonly floor: string | null;
  readonly below_floor: boolean;
  readonly records: number;
  readonly work_items: readonly string[];
  /** Id of the latest run of them. */
  readonly run: string | null;
}

/** The mismatches among records, the client's own calls left out. What is below its floor says `belowFloor`. */
export function mismatchesOf(
  records: readonly UsageRecord[],
  floorOf: FloorOf,
  models: KnownModels,
): readonly Mismatch[] {
  const found = new Map<
    string,
    {
      readonly sample: UsageRecord;
      readonly tier: string | null;
      readonly floor: string | null;
      readonly below: boolean;
      latest: UsageRecord;
      records: number;
      readonly work: Set<string>;
    }
  >();
  for (const record of records) {
    const { agent, phase, model_requested: requested, model_used: used, auxiliary } = record;
    if (auxiliary || used === null) continue;
    const floor = floorOf(record);
    const below = belowFloor(record, () => floor, models) !== null;
    if (!below && (requested === null || models.isSame(requested, used))) continue;
    const tier = models.tierOf(used);
    const key = JSON.stringify([agent, phase, requested, used, tier, floor]);
    const known = found.get(key) ?? {
      sample: record,
      tier,
      floor,
      below,
      latest: record,
      records: 0,
      work: new Set<string>(),
    };
    known.records += 1;
    if (isLater(record, known.latest)) known.latest = record;
    if (record.work_item !== null) known.work.add(record.work_item);
    found.set(key, known);
  }
  return [...found.entries()]
    .sort(([a, x], [b, y]) => Number(y.below) - Number(x.below) || byCodeUnit(a, b))
    .map(([, { sample, latest, tier, floor, below, records: count, work }]) => ({
      agent: sample.agent,
      phase: sample.phase,
      requested: sample.model_requested,
      used: sample.model_used ?? '',
      tier_used: tier,
      floor,
      below_floor: below,
      records: count,
      work_items: [...work].sort(byCodeUnit),
      run: latest.run.id,
    }));
}
