// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * A person takes a line of the ledger back: one JSON line of the ledger. The line that is meant stays where it is, and counts no more.
 */
export interface StoredVoidEvent {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/void@1';
  /**
   * The instant of the line that is meant, in UTC, so that whoever reads that one reads this one.
   */
  at: string;
  /**
   * When it was taken back, in UTC.
   */
  voided_at: string;
  /**
   * Owner and name, as in the line that is meant.
   */
  repository: string;
  /**
   * Id of the line that is meant.
   */
  voids: string;
  /**
   * Why.
   */
  because: string;
  /**
   * Who took it back: in Actions the actor.
   */
  by: string;
}
