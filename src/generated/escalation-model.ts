// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * How likely a first attempt on the cheapest tier has to be done again, as far as that can be told before it is made: what `calibrate --advice` writes, and what advises where it is committed as calibration/escalation-model.json. It decides nothing. docs/calibrate.md says what each figure means.
 */
export interface EscalationModel {
  schema: 'haiku-first/escalation-model@1';
  /**
   * l2-logit: the regression advises, for it beat the table. eb-table: the table advises; `gate` says why.
   */
  kind: 'l2-logit' | 'eb-table';
  /**
   * The ISO week as of whose beginning it was made. Eight weeks later it no longer advises.
   */
  week: string;
  /**
   * The tier that it is about.
   */
  tier: string;
  /**
   * The model of that tier. With another one it no longer advises.
   */
  model: string;
  /**
   * The first attempts on the tier that it was made from.
   */
  trained_on: {
    /**
     * Of what was read of them.
     */
    sha256: string;
    /**
     * The first ISO week; null: there were none.
     */
    from: string | null;
    /**
     * The last ISO week.
     */
    to: string | null;
    /**
     * How many.
     */
    n: number;
    /**
     * How many of them had to be done again.
     */
    events: number;
  };
  /**
   * The strength of the penalty, half of the sum of squared coefficients times this.
   */
  lambda: number;
  /**
   * Of the regression, in log odds; null: there is none.
   */
  intercept: number | null;
  /**
   * The terms of the regression: `coef` times how many `sd` the value is above `mean`. What is not known of a task counts as the mean.
   *
   * @maxItems 500
   */
  features: {
    /**
     * What is looked at. Lines and files as the logarithm of one more.
     */
    name: 'agent' | 'phase' | 'complexity' | 'task_type' | 'critical' | 'log_lines' | 'log_files';
    /**
     * The value is 1 for this one, 0 for any other; null: it is a number.
     */
    level: string | null;
    /**
     * Of what was known.
     */
    mean: number;
    /**
     * Standard deviation of the same.
     */
    sd: number;
    /**
     * For one standard deviation, in log odds.
     */
    coef: number;
  }[];
  /**
   * The rate of each agent and complexity, drawn towards all of them: what the regression has to beat.
   */
  table: {
    /**
     * Of all of them.
     */
    mean: number;
    /**
     * As how many runs it counts in each.
     */
    strength: number;
    /**
     * @maxItems 5000
     */
    rows: {
      /**
       * The agent.
       */
      agent: string;
      /**
       * null: not known.
       */
      complexity: 'S' | 'M' | 'L' | null;
      /**
       * First attempts.
       */
      n: number;
      /**
       * Of which had to be done again.
       */
      events: number;
      /**
       * The rate drawn towards the mean.
       */
      p: number;
    }[];
  };
  /**
   * How well the regression did in the last four matured weeks, when it was fitted to the weeks before them; null: that could not be tried.
   */
  metrics: {
    /**
     * First attempts in those weeks.
     */
    n: number;
    /**
     * Of which had to be done again.
     */
    events: number;
    /**
     * How many had to be done again in the weeks before.
     */
    trained_events: number;
    /**
     * The chance that what had to be done again had the higher probability; null: there was none, or nothing else.
     */
    auc: number | null;
    /**
     * Mean squared error of the probability.
     */
    brier: number;
    /**
     * The same of the table.
     */
    brier_of_table: number;
    /**
     * How much smaller the first is, as a share of the second.
     */
    brier_skill: number | null;
    /**
     * The lower end of its interval of 90%, drawing weeks again.
     */
    brier_skill_low: number | null;
    /**
     * How much farther apart log odds should be: 1 where they are right.
     */
    slope: number | null;
    /**
     * How much higher log odds should be.
     */
    intercept: number | null;
    /**
     * Fifths by probability, the lowest first.
     *
     * @maxItems 5
     */
    reliability: {
      /**
       * First attempts.
       */
      n: number;
      /**
       * Mean probability.
       */
      predicted: number;
      /**
       * The share that had to be done again.
       */
      observed: number;
    }[];
  } | null;
  /**
   * Whether the regression advises.
   */
  gate: {
    /**
     * It does.
     */
    pass: boolean;
    /**
     * Why not.
     */
    reasons: string[];
  };
  /**
   * What the next tier does and costs; null: there is none.
   */
  next: {
    /**
     * The tier above.
     */
    tier: string;
    /**
     * Failed first attempts that it was given.
     */
    failed: number;
    /**
     * Of which it passed.
     */
    rescued: number;
    /**
     * What a run on this tier costs, in micro-dollars; null: not known.
     */
    microusd: number | null;
    /**
     * What the same runs would cost on the next one.
     */
    next_microusd: number | null;
    /**
     * What a rework costs the people who notice it.
     */
    rework_microusd: number;
  } | null;
}
