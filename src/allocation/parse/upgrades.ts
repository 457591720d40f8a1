import type { AllocationFile } from '../../generated/allocation.ts';
import type { Upgrade } from '../allocation.ts';
import { parseCondition } from '../condition.ts';
import { LIMITS } from '../limits.ts';
import { type Path, written } from '../path.ts';
import type { FactsByName } from './facts.ts';
import type { PhaseNames } from './phases.ts';
import type { SourceReading } from './reading.ts';
import type { TierNames } from './tiers.ts';

/** What is declared before the agents are read. */
export interface Declared {
  readonly tiers: TierNames;
  readonly phases: PhaseNames;
  readonly facts: FactsByName;
}

type Entries = AllocationFile['agents'][string]['upgrades'];

/** Reads an agent's `upgrades`. One with a mistake is left out: the file is refused anyway. */
export function readUpgrades(
  reading: SourceReading,
  entries: Entries,
  path: Path,
  { tiers, phases, facts }: Declared,
): readonly Upgrade[] {
  const types = new Map([...facts].map(([name, fact]) => [name, fact.type]));
  return (entries ?? []).flatMap((entry, index): readonly Upgrade[] => {
    // Conditions are parsed one by one, so none is after the report is full.
    if (reading.problems.length > LIMITS.problems) return [];
    const here = [...path, index];
    const to = tiers.rank(entry.to, [...here, 'to']);
    const named = phases.list(entry.phases, [...here, 'phases']);
    const condition = parseCondition(entry.if, types);
    if ('what' in condition) {
      const what = `${written([...here, 'if'])}: ${condition.what}`;
      reading.sayAt(what, reading.source.within([...here, 'if'], condition.offset), condition.fix);
      return [];
    }
    if (to === null) return [];
    return [{ to, condition, phases: named, because: entry.because ?? null, origin: reading.origin(here) }];
  });
}
