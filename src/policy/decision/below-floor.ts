import { type Allocation, findAgent, tierName } from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import type { Rank } from '../../allocation/names.ts';
import { dateAt } from '../../time/week.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { cellFloors } from './cell-policy.ts';
import type { KnownModels } from './known-models.ts';

/** Work that was done on a model below the floor of its cell, or on one of which nobody can tell. */
export interface BelowFloor {
  readonly agent: string;
  readonly phase: string;
  readonly floor: string;
  readonly model: string;
  /** Null: the model is of no known tier. */
  readonly tier: string | null;
  readonly record: string;
}

/** The name of the tier that was the floor of a record's work; null: it had none. */
export type FloorOf = (record: UsageRecord) => string | null;

/** The floors by an allocation: the strictest whose fact was not plainly false, less the exceptions of the record's day. */
export function floorsOfRecords(allocation: Allocation, exceptions: Exceptions): FloorOf {
  const floorsByCell = new Map<string, ReturnType<typeof cellFloors>>();
  const floorsOn = (record: UsageRecord): ReturnType<typeof cellFloors> => {
    const agent = findAgent(allocation, record.agent);
    const phase = allocation.phases.find((each) => each === record.phase);
    if (agent === null || phase === undefined) return [];
    return cellFloors(allocation, exceptions, dateAt(record.at), agent.name, phase);
  };
  return (record) => {
    const key = `${record.at.slice(0, 10)} ${record.agent} ${record.phase}`;
    let floors = floorsByCell.get(key);
    if (floors === undefined) {
      floors = floorsOn(record);
      floorsByCell.set(key, floors);
    }
    let strictest: Rank | null = null;
    for (const { fact, minimum } of floors) {
      const holds = fact === null || record.task[fact] !== false;
      if (holds && (strictest === null || minimum > strictest)) strictest = minimum;
    }
    return strictest === null ? null : tierName(allocation, strictest);
  };
}

/**
 * The one judge of whether a record's work was below its floor; null where it was not. It goes by the model, never by
 * the tier that a record claims. The client's own small calls are not the agent's work, and of use that nobody
 * measured no model is known.
 */
export function belowFloor(record: UsageRecord, floorOf: FloorOf, models: KnownModels): BelowFloor | null {
  const { agent, phase, model_used: model, auxiliary, id } = record;
  const floor = auxiliary || model === null ? null : floorOf(record);
  if (model === null || floor === null || models.keeps(model, floor)) return null;
  return { agent, phase, floor, model, tier: models.tierOf(model), record: id };
}
