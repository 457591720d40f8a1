import { type Allocation, findAgent, tierName } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import { grouped } from '../grouped.ts';
import { cellFloors } from '../policy/decision/cell-policy.ts';
import type { KnownModels } from '../policy/decision/known-models.ts';
import { dateAt } from '../time/week.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import type { Report } from './document.ts';
import { byCodeUnit, type Run } from './runs.ts';

type Override = Report['overrides'][number];
type UsedException = Report['exceptions_used'][number];

/** Members of a group, by the key that each has; the groups in the order of their keys. */
function groupsOf<T>(items: readonly T[], keyOf: (item: T) => readonly unknown[]): readonly (readonly T[])[] {
  return [...grouped(items, (item) => JSON.stringify(keyOf(item)))]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, group]) => group);
}

/** The runs whose tier a person picked, with who and why; like ones together. */
export function overriddenRuns(runs: readonly Run[]): readonly Override[] {
  const overridden = runs.flatMap(({ main, tier }) => {
    const { agent, phase, work_item, override, tier_assigned: assigned } = main;
    return override === null
      ? []
      : [{ agent, phase, work_item, where: null, ...override, assigned, used: tier }];
  });
  return groupsOf(overridden, Object.values).flatMap((group): Override[] =>
    group.slice(0, 1).map((each) => ({ ...each, runs: group.length })),
  );
}

/** What allows a record's work to be below a floor. */
interface Permission {
  readonly record: UsageRecord;
  readonly tier: string | null;
  readonly floor: string;
  readonly minimum: string;
  readonly entry: Pick<UsedException, 'reason' | 'tracking' | 'expires' | 'renewals'> & {
    readonly approvedBy: string;
  };
}

/**
 * The exceptions without which work would have been below its floor, by cell. They go by the model, and by what was in
 * force on the day of the work; below what an exception allows, the work is a breach, which is told as one.
 */
export function exceptionsUsed(
  records: readonly UsageRecord[],
  allocation: Allocation,
  exceptions: Exceptions,
  models: KnownModels,
): readonly UsedException[] {
  if (exceptions.entries.length === 0) return [];
  const known = new Map<string, ReturnType<typeof cellFloors>>();
  const floorsOn = ({ at, agent: name, phase: told }: UsageRecord): ReturnType<typeof cellFloors> => {
    const key = JSON.stringify([at.slice(0, 10), name, told]);
    const agent = findAgent(allocation, name);
    const phase = allocation.phases.find((each) => each === told);
    const isCell = agent !== null && phase !== undefined;
    const floors =
      known.get(key) ?? (isCell ? cellFloors(allocation, exceptions, dateAt(at), agent.name, phase) : []);
    known.set(key, floors);
    return floors;
  };
  const used = records.flatMap((record): Permission[] => {
    const { model_used: model, auxiliary, task } = record;
    if (auxiliary || model === null) return [];
    return floorsOn(record).flatMap((floor): Permission[] => {
      const minimum = tierName(allocation, floor.declared);
      const holds = floor.fact === null || task[floor.fact] !== false;
      if (floor.exception === null || !holds || models.keeps(model, minimum)) return [];
      if (!models.keeps(model, tierName(allocation, floor.minimum))) return [];
      return [{ record, tier: models.tierOf(model), floor: floor.id, minimum, entry: floor.exception }];
    });
  });
  const groups = groupsOf(used, ({ record, tier, floor, entry }) => [
    record.agent,
    record.phase,
    floor,
    tier,
    entry.expires,
  ]);
  return groups.flatMap((group): UsedException[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { record, tier, floor, minimum, entry } = first;
    const items = group.flatMap((each) => (each.record.work_item === null ? [] : [each.record.work_item]));
    return [
      {
        agent: record.agent,
        phase: record.phase,
        floor,
        minimum,
        tier,
        reason: entry.reason,
        approved_by: entry.approvedBy,
        tracking: entry.tracking,
        expires: entry.expires,
        renewals: entry.renewals,
        records: group.length,
        work_items: [...new Set(items)].sort(byCodeUnit),
      },
    ];
  });
}
