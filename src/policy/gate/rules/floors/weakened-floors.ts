import type { Floor } from '../../../../allocation/allocation.ts';
import type { AgentName } from '../../../../allocation/names.ts';
import type { Position } from '../../../../allocation/source.ts';
import { effortRank } from '../../../decision/cell-policy.ts';
import { type RuleContext, rankInHead, shared, standingFloors } from '../../rule-context.ts';

/** True when every phase that `base` covers, `head` covers too. Phases that the head dropped are judged by HF107. */
export function coversPhases({ head }: RuleContext, base: Floor, other: Floor): boolean {
  if (other.phases === null) return true;
  if (base.phases === null) return false;
  const { phases } = other;
  return base.phases.every((phase) => phases.includes(phase) || !head.allocation.phases.includes(phase));
}

/**
 * True when an entry speaks of this floor, or will. What was approved for a floor was approved for what it asked then:
 * another floor's words must not move in under its name.
 */
function isExcepted({ base, head, today }: RuleContext, floor: Floor): boolean {
  const entries = [...base.exceptions.entries, ...head.exceptions.entries];
  return !floor.absolute && entries.some((entry) => entry.floor === floor.id && entry.expires >= today);
}

/** True when `other`, a floor of the head, asks for no less of `agent` than `base` does, in the phases it covers. */
function replaces(context: RuleContext, base: Floor, other: Floor, agent: AgentName): boolean {
  const minimum = rankInHead(context, base.minimum);
  return (
    minimum !== null &&
    other.agents.includes(agent) &&
    (other.id === base.id || !isExcepted(context, other)) &&
    (other.fact === null || other.fact === base.fact) &&
    other.minimum >= minimum &&
    effortRank(other.effort) >= effortRank(base.effort) &&
    (other.absolute || !base.absolute)
  );
}

/** True when the floors of the head together ask for no less of `agent` than `floor` does, in every phase it covers. */
function isKept(context: RuleContext, floor: Floor, agent: AgentName): boolean {
  const { allocation } = context.head;
  const others = allocation.floors.filter((other) => replaces(context, floor, other, agent));
  if (others.some((other) => coversPhases(context, floor, other))) return true;
  // All phases, also those that are added later, can only be kept by a floor that says so.
  if (floor.phases === null) return false;
  const phases = floor.phases.filter((phase) => allocation.phases.includes(phase));
  return phases.every((phase) => others.some((other) => other.phases?.includes(phase) === true));
}

/** A floor of the base that the floors of the head do not make up for. */
interface WeakenedFloor {
  readonly floor: Floor;
  /** The head's version of it; null: it is gone. */
  readonly after: Floor | null;
  /** The agents under it that are still there. */
  readonly agents: readonly AgentName[];
}

/** Every floor that must stand and asks for less in the head, wherever in the head it would have to be asked for. */
export const weakenedFloors = shared((context): readonly WeakenedFloor[] => {
  const { allocation } = context.head;
  return standingFloors(context).flatMap((floor) => {
    const agents = floor.agents.filter((agent) => allocation.agents.has(agent));
    if (agents.every((agent) => isKept(context, floor, agent))) return [];
    const after = allocation.floors.find((other) => other.id === floor.id) ?? null;
    return [{ floor, after, agents }];
  });
});

/** Those of them that are still there, and where a key of them stands. */
export function changedFloors(
  context: RuleContext,
): readonly (WeakenedFloor & { readonly after: Floor; readonly at: (key: string) => Position })[] {
  const { allocation } = context.head;
  return weakenedFloors(context).flatMap(({ floor, after, agents }) => {
    if (after === null) return [];
    const at = (key: string) => allocation.at(['floors', allocation.floors.indexOf(after), key]);
    return [{ floor, after, agents, at }];
  });
}
