// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first collect --json`. Members may be added under the same version.
 */
export interface CollectDocument {
  schema: 'haiku-first/collect@1';
  run: {
    id: string;
    attempt: number;
  };
  /**
   * How many artifacts of usage the run has.
   */
  artifacts: number;
  /**
   * False for runs of forks and of Dependabot: their records are shown and never written.
   */
  counted: boolean;
  why_not_counted: string | null;
  dry_run: boolean;
  written: number;
  /**
   * Records that the ledger had already.
   */
  duplicates: number;
  /**
   * Every record that agrees with what GitHub says of the run, each as usage-record.schema.json describes it.
   */
  records: {}[];
  /**
   * How many deferred runs were taken, or would be.
   */
  deferred: number;
  /**
   * Overrides that were refused in the run, as its jobs tell.
   */
  refused_overrides: {
    agent: string;
    phase: string;
    /**
     * The tier that was asked for.
     */
    tier: string;
    /**
     * Null: the cell has none.
     */
    floor: string | null;
    /**
     * Who asked for it.
     */
    by: string;
    /**
     * Null: none was given.
     */
    reason: string | null;
  }[];
  /**
   * How many outcomes of earlier work the run's being run again told; left out: none.
   */
  outcomes?: number;
  /**
   * What was not taken, and why.
   */
  refused: {
    artifact: string;
    why: string;
  }[];
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
   * Work below a floor of the allocation on the default branch, by record.
   */
  below_floor: {
    agent: string;
    phase: string;
    floor: string;
    model: string;
    /**
     * Null: the model is of no known tier.
     */
    tier: string | null;
    record: string;
  }[];
  /**
   * The usage comments on the pull requests that the run is about.
   */
  comments: {
    pull_request: number;
    written: boolean;
    /**
     * Why it was not written.
     */
    why: string | null;
  }[];
}
