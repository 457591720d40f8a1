import type { Allocation } from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import { type BelowFloor, belowFloor, floorsOfRecords } from '../../policy/decision/below-floor.ts';
import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import {
  type LookAlike,
  lookAlikesIn,
  type UnattributedType,
  unattributedIn,
} from '../../policy/decision/unattributed.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { canonicalJson, type UsageRecord } from '../../usage/records/record.ts';

/** The sub-agents of a run that are no agent's, and those that may be one's. */
export interface SubAgents {
  readonly unattributed: readonly UnattributedType[];
  readonly lookAlikes: readonly LookAlike[];
}

/** @param rules null: they cannot be read, and nothing tells whose a sub-agent may be */
export function subAgentsOfRun(records: readonly UsageRecord[], rules: Judge | null): SubAgents {
  if (rules === null) return { unattributed: unattributedIn(records, []), lookAlikes: [] };
  const { allocation, exceptions } = rules;
  const agents = [...allocation.agents.values()];
  const lookAlikes = lookAlikesIn(records, agents, floorsOfRecords(allocation, exceptions));
  return { unattributed: unattributedIn(records, agents), lookAlikes };
}

interface Judge {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

export interface JobBreaches {
  readonly run: UsageRecord['run'];
  readonly breaches: readonly BelowFloor[];
}

/**
 * The work of a run's jobs that is below the floors of this allocation, by job, in the order of the records. The tier
 * is that of the model by the allocation, never what the record says of itself; a phase that the allocation does not
 * have has no floors.
 */
export function breachesOfRun(
  records: readonly UsageRecord[],
  { allocation, exceptions, table }: Judge,
): readonly JobBreaches[] {
  const floorOf = floorsOfRecords(allocation, exceptions);
  const models = knownModels(tiersOfUse(allocation, table), table);
  const jobs = new Map<string, { readonly run: UsageRecord['run']; readonly breaches: BelowFloor[] }>();
  for (const record of records) {
    const breach = belowFloor(record, floorOf, models);
    if (breach === null) continue;
    const key = canonicalJson(record.run);
    const job = jobs.get(key) ?? { run: record.run, breaches: [] };
    job.breaches.push(breach);
    jobs.set(key, job);
  }
  return [...jobs.values()];
}
