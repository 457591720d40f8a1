import { type Allocation, findAgent, tierName } from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import { cellFloors } from '../../policy/decision/cell-policy.ts';
import { knownModels, tiersOfUse } from '../../policy/decision/known-models.ts';
import type { ExceptedWork } from '../../render/decision-alert.ts';
import { dateAt, weekOf } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { UsageRecord } from '../../usage/records/record.ts';

interface Judge {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

/**
 * The work of a run that only an exception in force on its day let go below a floor, once for each cell and exception.
 * It goes by the model and by the files of the default branch, never by what a record says of itself.
 */
export function exceptedWork(
  records: readonly UsageRecord[],
  { allocation, exceptions, table }: Judge,
): readonly ExceptedWork[] {
  const models = knownModels(tiersOfUse(allocation, table), table);
  const found = new Map<string, ExceptedWork>();
  for (const record of records) {
    const { model_used: model, auxiliary, at, task } = record;
    const agent = findAgent(allocation, record.agent);
    const phase = allocation.phases.find((each) => each === record.phase);
    if (auxiliary || model === null || agent === null || phase === undefined) continue;
    const week = weekOf(new Date(at), allocation.budget?.timezone ?? 'UTC');
    for (const floor of cellFloors(allocation, exceptions, dateAt(at), agent.name, phase)) {
      const { id, exception: entry, fact, declared } = floor;
      const minimum = tierName(allocation, declared);
      const holds = fact === null || task[fact] !== false;
      // Below what the exception allows it is a breach, which is told as one.
      if (entry === null || !holds || models.keeps(model, minimum)) continue;
      if (!models.keeps(model, tierName(allocation, floor.minimum))) continue;
      const work = { agent: agent.name, phase, week, tier: models.tierOf(model), model };
      found.set(JSON.stringify([id, agent.name, phase, week]), {
        ...work,
        used: { floor: id, minimum, entry },
      });
    }
  }
  return [...found.values()];
}
