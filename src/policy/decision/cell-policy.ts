import {
  type Agent,
  type Allocation,
  type Cell,
  type Former,
  floorsOf,
  type OnUnavailable,
  type Origin,
  rankOf,
  type Trial,
} from '../../allocation/allocation.ts';
import type { Condition } from '../../allocation/condition.ts';
import { type CellException, type Exceptions, isInForce } from '../../allocation/exceptions.ts';
import {
  type AgentName,
  EFFORTS,
  type Effort,
  type FactName,
  type FloorId,
  type Phase,
  type Rank,
} from '../../allocation/names.ts';
import type { PolicyPlace } from '../../allocation/policy/reference.ts';
import { compareWeeks, type IsoDate, type IsoWeek } from '../../time/week.ts';

/** A floor over one cell, with the exception that lowers it there, if there is one in force. */
export interface CellFloor {
  readonly id: FloorId;
  /** What the floor asks for here: its minimum, or what an exception in force lets the cell go down to. */
  readonly minimum: Rank;
  readonly effort: Effort | null;
  readonly absolute: boolean;
  /** The cell fails its job when it is deferred. */
  readonly failsDeferred: boolean;
  /** The fact under which it holds; null: always. */
  readonly fact: FactName | null;
  /** The minimum that the file declares. */
  readonly declared: Rank;
  /** What lowers it here; null when nothing does. */
  readonly exception: CellException | null;
  readonly origin: Origin;
  /** Where the organisation's policy has it; left out: it is the file's own. */
  readonly inherited?: PolicyPlace;
}

export interface CellUpgrade {
  readonly to: Rank;
  readonly condition: Condition;
  readonly origin: Origin;
}

/** Everything that the allocation and the exceptions say about one cell: what a decision about it needs to know. */
export interface CellPolicy {
  readonly agent: AgentName;
  readonly phase: Phase;
  readonly assigned: Rank;
  /** Where the assigned tier is declared. */
  readonly origin: Origin;
  readonly former: Former | null;
  readonly trial: Trial | null;
  readonly economy: Rank | null;
  /** The highest tier that upgrades and escalations may reach. */
  readonly maximum: Rank;
  readonly effort: Effort | null;
  readonly onUnavailable: OnUnavailable;
  /** Those that apply in this phase, in the order of the file. */
  readonly upgrades: readonly CellUpgrade[];
  readonly floors: readonly CellFloor[];
}

/** How hard: 0 is `low`, -1 is not said. */
export function effortRank(effort: Effort | null): number {
  return effort === null ? -1 : EFFORTS.indexOf(effort);
}

/** The floors of `allocation` that cover the cell, whatever their conditions say, less the exceptions in force. */
export function cellFloors(
  allocation: Allocation,
  exceptions: Exceptions,
  today: IsoDate,
  agent: AgentName,
  phase: Phase,
): readonly CellFloor[] {
  return floorsOf(allocation, agent, phase).map((floor) => {
    const exception = floor.absolute ? null : exceptionFor(exceptions, today, floor.id, agent, phase);
    const lowered = exception === null ? null : rankOf(allocation, exception.tier);
    const excepted = lowered !== null && lowered < floor.minimum;
    return {
      id: floor.id,
      minimum: excepted ? lowered : floor.minimum,
      effort: floor.effort,
      absolute: floor.absolute,
      failsDeferred: floor.failsDeferred,
      fact: floor.fact,
      declared: floor.minimum,
      exception: excepted ? exception : null,
      origin: floor.origin,
      ...(floor.inherited === undefined ? {} : { inherited: floor.inherited }),
    };
  });
}

function exceptionFor(
  exceptions: Exceptions,
  today: IsoDate,
  floor: string,
  agent: AgentName,
  phase: Phase,
): CellException | null {
  for (const entry of exceptions.entries) {
    if (entry.kind !== 'cell' || entry.floor !== floor || entry.agent !== agent || entry.phase !== phase)
      continue;
    if (isInForce(entry, today)) return entry;
  }
  return null;
}

/** What the files say about one cell. The agent and the phase must be declared in the allocation. */
export function cellPolicy(
  allocation: Allocation,
  exceptions: Exceptions,
  today: IsoDate,
  agent: Agent,
  phase: Phase,
): CellPolicy {
  const cell: Cell | undefined = allocation.matrix.get(phase)?.get(agent.name);
  return {
    agent: agent.name,
    phase,
    assigned: cell?.tier ?? agent.assigned,
    origin: cell?.origin ?? agent.origin,
    former: cell?.former ?? null,
    trial: cell?.trial ?? null,
    economy: cell?.economy ?? null,
    maximum: agent.maximum ?? allocation.tiers.length - 1,
    effort: cell?.effort ?? agent.effort,
    onUnavailable: cell?.onUnavailable ?? agent.onUnavailable,
    upgrades: agent.upgrades
      .filter((upgrade) => upgrade.phases === null || upgrade.phases.includes(phase))
      .map(({ to, condition, origin }) => ({ to, condition, origin })),
    floors: cellFloors(allocation, exceptions, today, agent.name, phase),
  };
}

/** True in the weeks before the cell's `since`, in which its former tier holds. */
export function isBeforeSince({ former }: CellPolicy, week: IsoWeek): boolean {
  return former !== null && compareWeeks(week, former.since) < 0;
}

/** The trial that runs of the cell may be in that week; null where there is none, not yet or no more. */
export function trialIn(policy: CellPolicy, week: IsoWeek): Trial | null {
  const { trial } = policy;
  if (trial === null || isBeforeSince(policy, week)) return null;
  return trial.until !== null && compareWeeks(week, trial.until) >= 0 ? null : trial;
}
