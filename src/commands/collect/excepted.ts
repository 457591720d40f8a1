import { type Allocation, findAgent, tierName } from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import { exceptionFields } from '../../job/exception-fields.ts';
import { cellFloors } from '../../policy/decision/cell-policy.ts';
import { type KnownModels, knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import type { ExceptedWork } from '../../render/decision-alert.ts';
import { dateAt, weekOf } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import { checkRecord } from '../../usage/records/record-check.ts';

interface Judge {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

/** What a record's work ran below its floors by, floor by floor, in the order of the file. */
function worksOf(
  record: UsageRecord,
  { allocation, exceptions }: Judge,
  models: KnownModels,
): readonly ExceptedWork[] {
  const { model_used: model, auxiliary, at, task } = record;
  const agent = findAgent(allocation, record.agent);
  const phase = allocation.phases.find((each) => each === record.phase);
  if (auxiliary || model === null || agent === null || phase === undefined) return [];
  const week = weekOf(new Date(at), allocation.budget?.timezone ?? 'UTC');
  return cellFloors(allocation, exceptions, dateAt(at), agent.name, phase).flatMap((floor) => {
    const { id, exception: entry, fact, declared } = floor;
    const minimum = tierName(allocation, declared);
    const holds = fact === null || task[fact] !== false;
    // Below what the exception allows it is a breach, which is told as one.
    if (entry === null || !holds || models.keeps(model, minimum)) return [];
    if (!models.keeps(model, tierName(allocation, floor.minimum))) return [];
    const tier = models.tierOf(model);
    return [{ agent: agent.name, phase, week, tier, model, used: { floor: id, minimum, entry } }];
  });
}

/**
 * The work of a run that only an exception in force on its day let go below a floor, once for each cell and exception.
 * It goes by the model and by the files of the default branch, never by what a record says of itself.
 */
export function exceptedWork(records: readonly UsageRecord[], judge: Judge): readonly ExceptedWork[] {
  const models = knownModels(tiersOfUse(judge.allocation, judge.table), judge.table);
  const found = new Map<string, ExceptedWork>();
  for (const work of records.flatMap((record) => worksOf(record, judge, models)))
    found.set(JSON.stringify([work.used.floor, work.agent, work.phase, work.week]), work);
  return [...found.values()];
}

/**
 * The records with the exception by which their work ran below a floor, where they do not say it: a job knows that of its
 * own agent alone, and not of those that it started.
 */
export function withExceptions(records: readonly UsageRecord[], judge: Judge): readonly UsageRecord[] {
  const models = knownModels(tiersOfUse(judge.allocation, judge.table), judge.table);
  return records.map((record): UsageRecord => {
    const [work] = record.exception === undefined ? worksOf(record, judge, models) : [];
    if (work === undefined) return record;
    const told = { ...record, exception: exceptionFields(work.used.entry) };
    // One that has no room for it is worth more than none.
    return checkRecord(told).ok ? told : record;
  });
}
