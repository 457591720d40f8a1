// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * What another allocation would have cost and done: the ledger's runs, replayed under two allocations. What nobody knows is null, and never zero.
 */
export interface SimulateDocument {
  schema: 'haiku-first/simulate@1';
  /**
   * How many weeks were replayed.
   */
  weeks: number;
  /**
   * The first of them; null: there is nothing to replay.
   */
  first_week: string | null;
  /**
   * The last of them.
   */
  last_week: string | null;
  /**
   * How much of them has passed: what a cost a week is of.
   */
  elapsed_weeks: number;
  /**
   * Runs that were replayed, those without a known cost included.
   */
  runs: number;
  /**
   * The commit of the ledger, from which anybody gets the same; null: it is empty.
   */
  ledger: string | null;
  /**
   * As it was recorded.
   */
  actual: {
    /**
     * Micro-dollars over the weeks.
     */
    microusd: number;
  };
  /**
   * Under the allocation to compare with.
   */
  base: {
    /**
     * Micro-dollars over the weeks: of every run, also of those that are put off.
     */
    microusd: number;
    /**
     * Runs that would be put off to the week after.
     */
    deferred: number;
    /**
     * What ran on which tier.
     */
    tiers: {
      /**
       * The tier; null: of none.
       */
      tier: string | null;
      /**
       * Runs.
       */
      runs: number;
      /**
       * Of all runs, from 0 to 1; null: there is none.
       */
      run_share: number | null;
      /**
       * Micro-dollars.
       */
      microusd: number;
      /**
       * Of the cost of all runs, from 0 to 1; null: there is none.
       */
      cost_share: number | null;
    }[];
    /**
     * The zone of the budget at the end of each day, Monday first. Empty without a budget.
     */
    zones: {
      /**
       * The week.
       */
      week: string;
      /**
       * Seven zones.
       */
      days: ('GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED')[];
    }[];
  };
  /**
   * Under the other one.
   */
  head: {
    /**
     * Micro-dollars over the weeks: of every run, also of those that are put off.
     */
    microusd: number;
    /**
     * Runs that would be put off to the week after.
     */
    deferred: number;
    /**
     * What ran on which tier.
     */
    tiers: {
      /**
       * The tier; null: of none.
       */
      tier: string | null;
      /**
       * Runs.
       */
      runs: number;
      /**
       * Of all runs, from 0 to 1; null: there is none.
       */
      run_share: number | null;
      /**
       * Micro-dollars.
       */
      microusd: number;
      /**
       * Of the cost of all runs, from 0 to 1; null: there is none.
       */
      cost_share: number | null;
    }[];
    /**
     * The zone of the budget at the end of each day, Monday first. Empty without a budget.
     */
    zones: {
      /**
       * The week.
       */
      week: string;
      /**
       * Seven zones.
       */
      days: ('GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED')[];
    }[];
  };
  /**
   * What head costs more than base.
   */
  delta: {
    /**
     * Micro-dollars over the weeks.
     */
    microusd: number;
    /**
     * Of the base; null: the base costs nothing that is known.
     */
    percent: number | null;
    /**
     * Lower end of the 80 % interval, in micro-dollars over the weeks; null: there is nothing to replay.
     */
    low: number | null;
    /**
     * Upper end of it.
     */
    high: number | null;
  };
  /**
   * What the difference rests on.
   */
  basis: {
    /**
     * `recorded`: every run ran on the tier that it would have; `measured`: on tasks that were seen on both tiers; `partly-measured`: some of it on list prices; `effort-index`: on the vendor's index of efforts; `list-prices`: the same tokens at other prices.
     */
    kind: 'recorded' | 'measured' | 'partly-measured' | 'effort-index' | 'list-prices';
    /**
     * Tasks that were seen on both tiers.
     */
    pairs: number;
  };
  /**
   * What a task costs on one tier, as a multiple of another, where tasks were seen on both.
   */
  ratios: {
    /**
     * The tier that it ran on.
     */
    from: string;
    /**
     * The tier that it would run on.
     */
    to: string;
    /**
     * How many times as much as list prices say.
     */
    usage: number;
    /**
     * Tasks that were seen on both.
     */
    pairs: number;
  }[];
  /**
   * The cells whose runs the two place differently.
   */
  cells: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string | null;
    /**
     * Its tier under the base; null: it has no such cell.
     */
    from: string | null;
    /**
     * Its tier under the head.
     */
    to: string | null;
    /**
     * Its effort under the base; null: none is named.
     */
    from_effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
    /**
     * Its effort under the head.
     */
    to_effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
    /**
     * Runs over the weeks.
     */
    runs: number;
    /**
     * Micro-dollars over the weeks, under the base.
     */
    base: number;
    /**
     * The same under the head.
     */
    head: number;
    /**
     * Tasks that were seen on both tiers; 0: list prices, or what was recorded.
     */
    pairs: number;
  }[];
  /**
   * What a run of the cells that get another tier costs; null: none does, or none of their runs has a known cost.
   */
  per_run: {
    /**
     * Runs that were replayed.
     */
    runs: number;
    /**
     * Micro-dollars under the base.
     */
    base: number;
    /**
     * Micro-dollars under the head.
     */
    head: number;
    /**
     * With 80 % the mean of as many runs under the head is not lower.
     */
    low: number;
    /**
     * Nor higher.
     */
    high: number;
  } | null;
  /**
   * The last what-ifs of proposals that were merged, held against what their cells then cost a run; null: there is none.
   */
  past: {
    /**
     * How many came out inside their interval.
     */
    inside: number;
    /**
     * Of how many.
     */
    of: number;
  } | null;
  /**
   * What the ledger shows of rework on the tiers that cells would get; null: there is no evidence, and nothing is known.
   */
  quality: {
    /**
     * Cells with evidence; of the others nothing is known.
     */
    cells: {
      /**
       * The agent.
       */
      agent: string;
      /**
       * The phase.
       */
      phase: string | null;
      /**
       * The tier that it has.
       */
      from: string;
      /**
       * The tier that it would get.
       */
      to: string;
      /**
       * First attempts on the tier that it has, and how many were reworked.
       */
      base: {
        /**
         * Attempts.
         */
        n: number;
        /**
         * How many of them it is true of.
         */
        x: number;
      };
      /**
       * The same on the tier that it would get; null: none was.
       */
      head: {
        /**
         * Attempts.
         */
        n: number;
        /**
         * How many of them it is true of.
         */
        x: number;
      } | null;
      /**
       * Poor results that were repeated there, and how many passed: the hard part of the work, no rate of that tier; null: none was.
       */
      rescued: {
        /**
         * Attempts.
         */
        n: number;
        /**
         * How many of them it is true of.
         */
        x: number;
      } | null;
    }[];
  } | null;
  /**
   * What the same runs would cost with every cell on one tier, or on its floor where that is higher.
   */
  baselines: {
    /**
     * The tier.
     */
    tier: string;
    /**
     * Micro-dollars over the weeks.
     */
    microusd: number;
    /**
     * Pairs behind the least supported ratio; 0: list prices; null: no ratio was needed.
     */
    pairs: number | null;
  }[];
  /**
   * Tiers that cost more than another one at the same tasks, and are reworked more.
   */
  dominated: {
    /**
     * The type of task; null: nobody said.
     */
    task_type: string | null;
    /**
     * The tier.
     */
    tier: string;
    /**
     * The tier that beats it.
     */
    by: string;
    /**
     * How many times as much it costs.
     */
    ratio: number;
    /**
     * Tasks that were seen on both.
     */
    pairs: number;
  }[];
  /**
   * Runs and records that are in no total.
   */
  left_out: {
    /**
     * Measured, without a price.
     */
    unpriced: number;
    /**
     * Nobody measured them.
     */
    unmeasured: number;
    /**
     * They ran on no tier of the base, or would run on one without a price.
     */
    no_tier: number;
    /**
     * Records of forks and of Dependabot.
     */
    not_counted: number;
  };
  /**
   * What it takes for granted, in sentences.
   */
  assumptions: string[];
}
