import type { AllocationFile } from '../../generated/allocation.ts';
import type { TierDeclaration } from '../allocation.ts';
import { isModelId, isTier, type Rank } from '../names.ts';
import type { Path } from '../path.ts';
import { named, type SourceReading } from './reading.ts';

/** Reads `tiers`: the order of the list is the ranking. */
export function readTiers(
  reading: SourceReading,
  tiers: AllocationFile['tiers'],
): readonly TierDeclaration[] {
  reading.unique(
    'tier',
    tiers.map(({ name }, rank) => [name, ['tiers', rank, 'name']]),
  );
  return tiers.map(({ name, model, providers }, rank) => ({
    name: named(isTier, name),
    rank,
    model: named(isModelId, model),
    providers: new Map(
      Object.entries(providers ?? {}).map(([provider, id]) => [provider, named(isModelId, id)]),
    ),
    origin: reading.origin(['tiers', rank, 'model']),
  }));
}

/** The declared tiers by name, for the values that name one. */
export class TierNames {
  readonly #reading: SourceReading;
  readonly #ranks: ReadonlyMap<string, Rank>;

  constructor(reading: SourceReading, tiers: readonly TierDeclaration[]) {
    this.#reading = reading;
    this.#ranks = new Map(tiers.map(({ name, rank }) => [name, rank]));
  }

  get all(): readonly string[] {
    return [...this.#ranks.keys()];
  }

  /** The rank of the tier that the value at `path` names; null, and a problem, when it is not declared. */
  rank(name: string, path: Path): Rank | null {
    const rank = this.#ranks.get(name);
    if (rank === undefined) this.#reading.unknown('tier', name, this.all, path);
    return rank ?? null;
  }

  /** As `rank`, for a value that may be left out. */
  optional(name: string | undefined, path: Path): Rank | null {
    return name === undefined ? null : this.rank(name, path);
  }

  /** As `rank`, for a key. */
  ofKey(name: string, path: Path): Rank | null {
    const rank = this.#ranks.get(name);
    if (rank === undefined) this.#reading.unknownKey('tier', name, this.all, path);
    return rank ?? null;
  }
}
