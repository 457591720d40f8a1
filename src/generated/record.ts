// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first record --json`. Members may be added under the same version.
 */
export interface RecordDocument {
  schema: 'haiku-first/record@1';
  /**
   * Records that were passed on: to the ledger, or as an artifact for the collector.
   */
  written: number;
  /**
   * Records that the ledger had already.
   */
  duplicates: number;
  /**
   * Every record that was made, each as usage-record.schema.json describes it, sorted by id.
   */
  records: {}[];
  /**
   * Work that was done on a model below the floor of its cell.
   */
  below_floor: BelowFloor[];
}
interface BelowFloor {
  agent: string;
  phase: string;
  /**
   * The lowest tier allowed.
   */
  floor: string;
  /**
   * The model that was used.
   */
  model: string;
  /**
   * Its tier; null when it is of no known tier.
   */
  tier: string | null;
  /**
   * Id of the record.
   */
  record: string;
}
