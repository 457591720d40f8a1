// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * What was expected of a week's budget at some time: one JSON line of the ledger, written by the collector and never changed, so that it can be held against what came.
 */
export interface StoredForecast {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/forecast@1';
  /**
   * When it was made, in UTC.
   */
  at: string;
  /**
   * Owner and name of the repository whose collector made it.
   */
  repository: string;
  /**
   * The ISO week in the time zone of the budget.
   */
  week: string;
  /**
   * The measure that is consumed furthest.
   */
  measure: 'tokens' | 'usd';
  /**
   * The weekly budget in this measure, in tokens or whole micro-dollars.
   */
  limit: number;
  /**
   * Used so far.
   */
  spent: number;
  /**
   * What the week is expected to use.
   */
  point: number;
  /**
   * In 80 % of weeks the use lies in it; null: fewer than four complete weeks are known.
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
  } | null;
  /**
   * Of each zone at the end of the week; null: fewer than four complete weeks are known.
   */
  probabilities: {
    /**
     * That the week ends in GREEN.
     */
    GREEN: number;
    /**
     * That the week ends in YELLOW.
     */
    YELLOW: number;
    /**
     * That the week ends in ORANGE.
     */
    ORANGE: number;
    /**
     * That the week ends in RED.
     */
    RED: number;
    /**
     * That the week ends in EXHAUSTED.
     */
    EXHAUSTED: number;
  } | null;
  /**
   * How many complete weeks it rests on.
   */
  weeks: number;
  /**
   * Those weeks, the latest last: in the first forecast of a week, so that nobody needs to read the old records again.
   *
   * @maxItems 8
   *
   * Items: A complete week before.
   */
  history?: {
    /**
     * The ISO week in the time zone of the budget.
     */
    week: string;
    /**
     * Tokens that count towards the budget.
     */
    tokens: {
      /**
       * Used in the whole week.
       */
      total: number;
      /**
       * Thousandths of it in each hour since the week began; empty where nothing was used.
       *
       * @maxItems 168
       */
      shares: number[];
    };
    /**
     * Whole micro-dollars.
     */
    microusd: {
      /**
       * Used in the whole week.
       */
      total: number;
      /**
       * Thousandths of it in each hour since the week began; empty where nothing was used.
       *
       * @maxItems 168
       */
      shares: number[];
    };
    /**
     * The newest forecast of that week at the end of its Thursday, which is scored; null: there was none.
     */
    told: {
      /**
       * When it was made, in UTC.
       */
      at: string;
      /**
       * The measure that is consumed furthest.
       */
      measure: 'tokens' | 'usd';
      /**
       * The weekly budget in this measure, in tokens or whole micro-dollars.
       */
      limit: number;
      /**
       * What the week was expected to use.
       */
      point: number;
      /**
       * In 80 % of weeks the use lies in it.
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
       * Of each zone.
       */
      probabilities: {
        /**
         * That the week ends in GREEN.
         */
        GREEN: number;
        /**
         * That the week ends in YELLOW.
         */
        YELLOW: number;
        /**
         * That the week ends in ORANGE.
         */
        ORANGE: number;
        /**
         * That the week ends in RED.
         */
        RED: number;
        /**
         * That the week ends in EXHAUSTED.
         */
        EXHAUSTED: number;
      };
    } | null;
  }[];
}
