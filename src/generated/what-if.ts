// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * What a proposed change of the matrix was expected to cost: one JSON line of the ledger, written by `calibrate` and never changed, so that it can be held against what came.
 */
export interface StoredWhatIf {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/what-if@1';
  /**
   * When it was proposed, in UTC.
   */
  at: string;
  /**
   * Owner and name of the repository whose matrix it is about.
   */
  repository: string;
  /**
   * The ISO week from which on the change is to hold, in the time zone of the budget.
   */
  since: string;
  /**
   * The cells that are to get another tier.
   *
   * @minItems 1
   * @maxItems 50
   *
   * Items: A cell.
   */
  cells: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The tier that it had.
     */
    from: string;
    /**
     * The tier that it is to get.
     */
    to: string;
    /**
     * Its runs that were replayed: so much it counts beside the others.
     */
    runs: number;
  }[];
  /**
   * How many weeks were replayed.
   */
  weeks: number;
  /**
   * What a run of these cells is expected to cost, in whole micro-dollars.
   */
  microusd: number;
  /**
   * In 80 % of cases the mean cost of their runs comes to lie in it.
   */
  interval: {
    /**
     * Its lower end.
     */
    low: number;
    /**
     * Its upper end.
     */
    high: number;
  };
  /**
   * What it rests on: see schema/simulate.schema.json.
   */
  basis: 'measured' | 'partly-measured' | 'list-prices' | 'effort-index' | 'recorded';
  /**
   * On how many tasks that were seen on both tiers.
   */
  pairs: number;
}
