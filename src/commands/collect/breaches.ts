import type { Allocation } from '../../allocation/allocation.ts';
import type { FactValue } from '../../allocation/condition.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import type { FactName } from '../../allocation/names.ts';
import { type BelowFloor, belowFloor, toRoster } from '../../job/below-floor.ts';
import { jobRoster } from '../../job/roster.ts';
import { dateOf, weekOf } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { canonicalJson, type UsageRecord } from '../../usage/records/record.ts';

interface Judge {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

export interface JobBreaches {
  readonly run: UsageRecord['run'];
  readonly breaches: readonly BelowFloor[];
}

/** The facts that floors ask about; a record's other facts are of no concern here. */
function factsOf(record: UsageRecord, { facts }: Allocation): ReadonlyMap<FactName, FactValue> {
  const known = new Map<FactName, FactValue>();
  for (const { name, type } of facts.values()) {
    const value = Object.hasOwn(record.task, name) ? record.task[name] : undefined;
    if (type === 'boolean' && typeof value === 'boolean') known.set(name, value);
  }
  return known;
}

/**
 * The work of a run's jobs that is below the floors of this allocation, by job, in the order of the records. The tier
 * is that of the model by the allocation, never what the record says of itself; a phase that the allocation does not
 * have has no floors.
 */
export function breachesOfRun(records: readonly UsageRecord[], judge: Judge): readonly JobBreaches[] {
  const { allocation, exceptions, table } = judge;
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const jobs = new Map<string, { readonly run: UsageRecord['run']; readonly breaches: BelowFloor[] }>();
  for (const record of records) {
    const phase = allocation.phases.find((each) => each === record.phase);
    if (phase === undefined) continue;
    const at = new Date(record.at);
    const request = {
      phase,
      week: weekOf(at, timezone),
      today: dateOf(at),
      facts: factsOf(record, allocation),
    };
    const roster = jobRoster(allocation, exceptions, table, request);
    const { tierOf } = toRoster(roster, null, table);
    const tier = record.model_used === null ? null : tierOf(record.model_used);
    const found = belowFloor([{ ...record, tier_used: tier }], roster, table);
    if (found.length === 0) continue;
    const key = canonicalJson(record.run);
    const job = jobs.get(key) ?? { run: record.run, breaches: [] };
    job.breaches.push(...found);
    jobs.set(key, job);
  }
  return [...jobs.values()];
}
