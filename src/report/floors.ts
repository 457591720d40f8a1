import { type Allocation, findAgent, rankOf, tierName } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import type { Rank } from '../allocation/names.ts';
import { cellFloors } from '../policy/decision/cell-policy.ts';
import { type IsoDate, parseDate } from '../time/week.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { KnownModels } from './known-models.ts';
import { compare } from './runs.ts';

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
}

type FloorOf = (record: UsageRecord) => Rank | null;

/** The floor that held for a record: the strictest whose fact was not plainly false, less exceptions of its day. */
export function floorsIn(allocation: Allocation, exceptions: Exceptions, today: IsoDate): FloorOf {
  const floorsByCell = new Map<string, ReturnType<typeof cellFloors>>();
  const floorsOn = (record: UsageRecord): ReturnType<typeof cellFloors> => {
    const agent = findAgent(allocation, record.agent);
    const phase = allocation.phases.find((each) => each === record.phase);
    if (agent === null || phase === undefined) return [];
    const day = parseDate(record.at.slice(0, 10)) ?? today;
    return cellFloors(allocation, exceptions, day, agent.name, phase);
  };
  return (record) => {
    const key = `${record.at.slice(0, 10)} ${record.agent} ${record.phase}`;
    const floors = floorsByCell.get(key) ?? floorsOn(record);
    floorsByCell.set(key, floors);
    let strictest: Rank | null = null;
    for (const { fact, minimum } of floors) {
      const holds = fact === null || record.task[fact] !== false;
      if (holds && (strictest === null || minimum > strictest)) strictest = minimum;
    }
    return strictest;
  };
}

/**
 * The mismatches among records. The client's own calls are left out. The tier is that of the model: what a record says
 * of its own tier is not asked. A model that nobody knows counts as under any floor: nobody can say that it keeps it.
 */
export function mismatchesOf(
  allocation: Allocation,
  floorOf: FloorOf,
  records: readonly UsageRecord[],
  { tierOf, isSame, keepsByLine }: KnownModels,
): readonly Mismatch[] {
  const found = new Map<
    string,
    {
      readonly sample: UsageRecord;
      readonly tier: string | null;
      readonly floor: Rank | null;
      readonly below: boolean;
      records: number;
      readonly work: Set<string>;
    }
  >();
  for (const record of records) {
    const { agent, phase, model_requested: requested, model_used: used, auxiliary } = record;
    if (auxiliary || used === null) continue;
    const floor = floorOf(record);
    const tier = tierOf(used);
    const rank = tier === null ? null : rankOf(allocation, tier);
    const below = floor !== null && floor > 0 && (rank === null ? !keepsByLine(used, floor) : rank < floor);
    if (!below && (requested === null || isSame(requested, used))) continue;
    const key = JSON.stringify([agent, phase, requested, used, tier, floor]);
    const known = found.get(key) ?? {
      sample: record,
      tier,
      floor,
      below,
      records: 0,
      work: new Set<string>(),
    };
    known.records += 1;
    if (record.work_item !== null) known.work.add(record.work_item);
    found.set(key, known);
  }
  return [...found.entries()]
    .sort(([a, x], [b, y]) => Number(y.below) - Number(x.below) || compare(a, b))
    .map(([, { sample, tier, floor, below, records: count, work }]) => ({
      agent: sample.agent,
      phase: sample.phase,
      requested: sample.model_requested,
      used: sample.model_used ?? '',
      tier_used: tier,
      floor: floor === null ? null : tierName(allocation, floor),
      below_floor: below,
      records: count,
      work_items: [...work].sort(compare),
    }));
}
