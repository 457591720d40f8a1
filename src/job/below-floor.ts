import { LINES } from '../allocation/names.ts';
import { findModel, lineRank, type ModelTable } from '../usage/models/models.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { agentByType, type Roster } from '../usage/session/attribute.ts';
import type { JobRoster } from './roster.ts';

/** The agent that what belongs to nobody else is booked on, where the allocation has it. */
const REST = 'MAIN';

/** The roster as `attribute` wants it. `main` is the agent that the job ran; null where none was named. */
export function toRoster(roster: JobRoster, main: string | null, table: ModelTable): Roster {
  const { agents } = roster;
  return {
    main,
    rest: agents.some(({ name }) => name === REST) ? REST : null,
    agentFor: (type) => agentByType(agents, type),
    cellOf: (agent) => agents.find(({ name }) => name === agent) ?? null,
    tierOf: (model) => tierOf(roster, model, table),
  };
}

/** The tier that has the model; else the lowest tier of the model's line. */
function tierOf({ tiers }: JobRoster, model: string, table: ModelTable): string | null {
  const exact = tiers.find(({ models }) => models.includes(model));
  if (exact !== undefined) return exact.name;
  const line = findModel(table, model)?.line ?? null;
  return line === null ? null : (tiers.find((tier) => tier.line === line)?.name ?? null);
}

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

/** The records whose model is below the floor of their agent. The client's own small calls are not the agent's work. */
export function belowFloor(
  records: readonly UsageRecord[],
  roster: JobRoster,
  table: ModelTable,
): readonly BelowFloor[] {
  const rank = (name: string): number => roster.tiers.findIndex((tier) => tier.name === name);
  return records.flatMap((record): BelowFloor[] => {
    const floor = roster.agents.find(({ name }) => name === record.agent)?.floor ?? null;
    const { model_used: model, tier_used: tier } = record;
    if (floor === null || model === null || record.auxiliary) return [];
    if (tier !== null ? rank(tier) >= rank(floor) : isOfHigherLine(model, floor, roster, table)) return [];
    return [{ agent: record.agent, phase: record.phase, floor, model, tier, record: record.id }];
  });
}

/** A model of a line above the floor's that no tier has, such as a newer line than the allocation knows. */
function isOfHigherLine(model: string, floor: string, { tiers }: JobRoster, table: ModelTable): boolean {
  const used = findModel(table, model)?.line ?? null;
  const asked = tiers.find(({ name }) => name === floor)?.line ?? LINES.find((line) => line === floor);
  return used !== null && asked !== undefined && asked !== null && lineRank(used) >= lineRank(asked);
}
