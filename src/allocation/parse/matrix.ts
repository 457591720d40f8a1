import type { AllocationFile, CellObject } from '../../generated/allocation.ts';
import { type IsoWeek, parseWeek } from '../../time/week.ts';
import type { Agent, Cell, Former, Trial } from '../allocation.ts';
import type { AgentName, Phase, Rank } from '../names.ts';
import { type Path, written } from '../path.ts';
import type { PhaseNames } from './phases.ts';
import type { SourceReading } from './reading.ts';
import type { TierNames } from './tiers.ts';

interface Declared {
  readonly tiers: TierNames;
  readonly phases: PhaseNames;
  readonly agents: ReadonlyMap<string, Agent>;
}

/** Reads `matrix`: the cells that differ from their agent's default. */
export function readMatrix(
  reading: SourceReading,
  rows: AllocationFile['matrix'],
  { tiers, phases, agents }: Declared,
): ReadonlyMap<Phase, ReadonlyMap<AgentName, Cell>> {
  const matrix = new Map<Phase, ReadonlyMap<AgentName, Cell>>();
  for (const [phaseName, row] of Object.entries(rows ?? {})) {
    const phase = phases.ofKey(phaseName, ['matrix', phaseName]);
    const cells = new Map<AgentName, Cell>();
    for (const [name, entry] of Object.entries(row)) {
      const path = ['matrix', phaseName, name];
      const agent = agents.get(name);
      if (agent === undefined) reading.unknownKey('agent', name, agents.keys(), path);
      else {
        if (cells.has(agent.name)) {
          const what = `The agent ${agent.name} has two cells in ${phaseName}, one under a former name.`;
          reading.sayAtKey(what, path, 'Remove one of them.');
        }
        cells.set(agent.name, readCell(reading, entry, agent, path, tiers));
      }
    }
    if (phase !== null) matrix.set(phase, cells);
  }
  return matrix;
}

function readCell(
  reading: SourceReading,
  entry: string | CellObject,
  agent: Agent,
  path: Path,
  tiers: TierNames,
): Cell {
  const cell: CellObject = typeof entry === 'string' ? { tier: entry } : entry;
  const at = (key: string): Path => (typeof entry === 'string' ? path : [...path, key]);
  const tier = tiers.rank(cell.tier, at('tier'));
  if (tier !== null && agent.maximum !== null && tier > agent.maximum) {
    const what = `${written(path)} is ${cell.tier}, above the maximum of ${agent.name}, ${tiers.all[agent.maximum]}.`;
    reading.say(what, at('tier'), `Raise agents.${agent.name}.maximum, or lower the cell.`);
  }
  const economy = tiers.optional(cell.economy, at('economy'));
  if (tier !== null && economy !== null && economy >= tier) {
    reading.say(`The economy of ${written(path)} must be a cheaper tier than ${cell.tier}.`, at('economy'));
  }
  return {
    tier: tier ?? 0,
    effort: cell.effort ?? null,
    economy,
    onUnavailable: cell.on_unavailable ?? null,
    trial: readTrial(reading, cell, at('trial'), tiers),
    former: readFormer(reading, cell, at, tiers),
    because: cell.because ?? null,
    origin: { path: written(path), position: reading.source.at(at('tier')) },
  };
}

function readTrial(
  reading: SourceReading,
  { trial }: CellObject,
  path: Path,
  tiers: TierNames,
): Trial | null {
  if (trial === undefined) return null;
  const tier: Rank | null = tiers.rank(trial.tier, [...path, 'tier']);
  const until = readWeek(reading, trial.until, [...path, 'until']);
  return tier === null ? null : { id: trial.id, tier, share: trial.share, until };
}

function readWeek(reading: SourceReading, text: string | undefined, path: Path): IsoWeek | null {
  if (text === undefined) return null;
  const week = parseWeek(text);
  if (week === null) {
    reading.say(`${text} is not an ISO week.`, path, 'A year has 52 or 53 weeks: 2026-W50.');
  }
  return week;
}

function readFormer(
  reading: SourceReading,
  { was, since }: CellObject,
  at: (key: string) => Path,
  tiers: TierNames,
): Former | null {
  const tier = tiers.optional(was, at('was'));
  const week = readWeek(reading, since, at('since'));
  return tier === null || week === null ? null : { tier, since: week };
}
