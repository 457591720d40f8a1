import type { AllocationFile } from '../../generated/allocation.ts';
import { isPhase, type Phase } from '../names.ts';
import type { Path } from '../path.ts';
import { named, type SourceReading } from './reading.ts';

/** Reads `phases`. */
export function readPhases(reading: SourceReading, phases: AllocationFile['phases']): readonly Phase[] {
  reading.unique(
    'phase',
    phases.map((phase, index) => [phase, ['phases', index]]),
  );
  return phases.map((phase) => named(isPhase, phase));
}

/** The declared phases, for the values that name some. */
export class PhaseNames {
  readonly all: readonly Phase[];
  readonly #reading: SourceReading;

  constructor(reading: SourceReading, phases: readonly Phase[]) {
    this.#reading = reading;
    this.all = phases;
  }

  /** The phases that the list at `path` names; null, meaning all of them, where there is no list. */
  list(names: readonly string[] | undefined, path: Path): readonly Phase[] | null {
    if (names === undefined) return null;
    return names.flatMap((name, index) => {
      const phase = this.all.find((each) => each === name);
      if (phase === undefined) this.#reading.unknown('phase', name, this.all, [...path, index]);
      return phase ?? [];
    });
  }

  /** The phase that the key at `path` names; null, and a problem, when it is not declared. */
  ofKey(name: string, path: Path): Phase | null {
    const phase = this.all.find((each) => each === name);
    if (phase === undefined) this.#reading.unknownKey('phase', name, this.all, path);
    return phase ?? null;
  }
}
