// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * One step of a drain with one deferral: one JSON line of the ledger.
 */
export interface StoredDrainEvent {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/drain@1';
  /**
   * SHA-256 over repository, deferral, event, drain and time.
   */
  id?: string;
  /**
   * When it happened, in UTC.
   */
  at: string;
  /**
   * Owner and name.
   */
  repository: string;
  /**
   * The deferral's id.
   */
  deferral: string;
  /**
   * claimed: this drain alone may start it now. started: a run was started. released: the claim was given up and nothing was started. dropped: it will not be started.
   */
  event: 'claimed' | 'started' | 'released' | 'dropped';
  /**
   * Which drain did it.
   */
  drain: {
    /**
     * The workflow run that drained.
     */
    run: string;
    /**
     * Its attempt.
     */
    attempt: number;
    /**
     * Drawn anew by each drain.
     */
    nonce: string;
  };
  /**
   * The token in the name of the started run.
   */
  claim: string | null;
  /**
   * The run that was started, where it is known.
   */
  run_id: string | null;
  /**
   * Why, in words.
   */
  note: string | null;
}
