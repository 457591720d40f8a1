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
   * Types of sub-agents whose use is booked on no agent that has them by name or alias. Left out where there are none.
   */
  unattributed?: {
    /**
     * As the session names it, such as `acme:guard`.
     */
    type: string;
    /**
     * What an agent must have among its aliases for it to be attributed; null: it can be no alias.
     */
    alias: string | null;
    /**
     * The agent that it may be, by the last part of its type.
     */
    agent: string | null;
  }[];
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
