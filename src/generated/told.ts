// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first outcome --json`. Members may be added under the same version.
 */
export interface ToldDocument {
  schema: 'haiku-first/told@1';
  /**
   * Where it was written, in words.
   */
  ledger: string;
  /**
   * True: nothing was written.
   */
  dry_run: boolean;
  /**
   * Events that the ledger did not have.
   */
  written: number;
  /**
   * Events that had been told before.
   */
  duplicates: number;
  /**
   * What was told now: outcome.schema.json describes each.
   */
  events: {}[];
}
