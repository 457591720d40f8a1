/**
 * What is worked out once for each cell that is asked for. By agent, then by phase: a million runs ask, and names are
 * found faster than a text of them is made.
 */
export class CellMap<T extends object | number | null> {
  readonly #byAgent = new Map<string, Map<string | null, T>>();
  readonly #make: (agent: string, phase: string | null) => T;

  constructor(make: (agent: string, phase: string | null) => T) {
    this.#make = make;
  }

  of(agent: string, phase: string | null): T {
    let phases = this.#byAgent.get(agent);
    if (phases === undefined) {
      phases = new Map();
      this.#byAgent.set(agent, phases);
    }
    const known = phases.get(phase);
    if (known !== undefined) return known;
    const made = this.#make(agent, phase);
    phases.set(phase, made);
    return made;
  }

  /** All that were made. */
  values(): readonly T[] {
    return [...this.#byAgent.values()].flatMap((phases) => [...phases.values()]);
  }
}
