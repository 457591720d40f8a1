// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first calibrate --json`. Members may be added under the same version. docs/calibrate.md says what each figure means.
 */
export interface CalibrateDocument {
  schema: 'haiku-first/calibrate@1';
  /**
   * The ISO week in which it is proposed: what is younger than its beginning is not looked at.
   */
  week: string;
  /**
   * The ISO week from which a proposal that is merged holds.
   */
  takes_effect: string;
  /**
   * What became of the one pull request of the proposals; null: nothing is to be changed. Left out by versions that open none.
   */
  pull_request?: null | {
    /**
     * shown: nothing was done, and this is how it would be; edited: a person works on its branch, and nothing was done.
     */
    how: 'opened' | 'updated' | 'unchanged' | 'edited' | 'withdrawn' | 'shown';
    number: number | null;
    url: string | null;
    branch: string | null;
    title: string | null;
    /**
     * Markdown.
     */
    body: string | null;
  };
  /**
   * The ledger's commit, from which anybody gets the same answer; null: there is no ledger yet.
   */
  commit: string | null;
  /**
   * What of the ledger could not be read, in words.
   */
  damage: string[];
  /**
   * What the team decided on.
   */
  policy: {
    /**
     * Proposals to promote that nothing calls for, over all cells.
     */
    false_proposals_per_year: number;
    /**
     * Share of first attempts.
     */
    rework_allowed: number;
    /**
     * What a rework costs people.
     */
    rework_microusd: number;
  };
  /**
   * Evidence that makes an alarm.
   */
  threshold: number;
  /**
   * Cells with a matured run.
   */
  monitored: number;
  /**
   * How alike the runs of a week are said to be.
   */
  correlation: number;
  /**
   * What is due, the most useful first; at most three change the matrix.
   */
  proposals: {
    /**
     * `fix-spec`: no tier mends it; the prompt, the spec or the tests have to be.
     */
    kind: 'promote' | 'demote' | 'trial' | 'revert' | 'fix-spec';
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The tier that it has; of `revert` the one of its trial.
     */
    from: string;
    /**
     * The tier that is proposed; null: no tier changes.
     */
    to: string | null;
    /**
     * What was found; it grows with every week in which too much was reworked. Of a trial: that the cheaper tier is good enough, or of `revert` that it is not. Of `trial`: the probability that the present tier is good.
     */
    evidence: number;
    /**
     * What it takes.
     */
    threshold: number;
    /**
     * Matured first attempts that it rests on; of a trial those on the tier that is tried.
     */
    n: number;
    /**
     * How many of them had to be done again.
     */
    reworked: number;
    /**
     * Their rate, drawn towards the cells of the same tier.
     */
    rework: number;
    /**
     * The interval of 80 % that holds the true rate: from, to.
     *
     * @minItems 2
     * @maxItems 2
     */
    interval: number[];
    /**
     * What the cell would cost more in a week, or less; null: nobody knows.
     */
    what_if: {
      /**
       * Micro-dollars.
       */
      microusd_per_week: number;
      /**
       * The lower end of its interval of 80 %.
       */
      low: number;
      /**
       * The upper end.
       */
      high: number;
      /**
       * Of what it costs now; null: nothing is known of that.
       */
      share: number | null;
      /**
       * `measured`: from pairs of runs at the same tasks. `list-prices`: as if the same tokens were used.
       */
      basis: 'measured' | 'list-prices';
      /**
       * How many pairs.
       */
      pairs: number;
    } | null;
    /**
     * The evidence in a sentence or two that anybody can check.
     */
    sentence: string;
    /**
     * What it is due to.
     */
    why: 'evidence' | 'accepted' | 'harm' | 'futile' | 'no-higher-tier' | 'higher-tier-fails' | 'good-enough';
    /**
     * Week by week; empty for what a trial shows.
     */
    weeks: {
      /**
       * ISO week.
       */
      week: string;
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these, reworked.
       */
      x: number;
      /**
       * After this week.
       */
      evidence: number;
    }[];
    /**
     * What the next tier made of failed runs that were escalated to it.
     */
    rescued: {
      /**
       * Failed runs that it was given.
       */
      n: number;
      /**
       * Of these it passed.
       */
      x: number;
    };
    /**
     * The trial; null: there is none.
     */
    trial: {
      /**
       * Its id; null: it is proposed.
       */
      id: string | null;
      /**
       * Share of the runs.
       */
      share: number;
      /**
       * Weeks until it has a verdict, about; null: it runs.
       */
      weeks: number | null;
    } | null;
    /**
     * First attempts in a week.
     */
    runs_per_week: number;
    /**
     * Reworks that it would take away in a week, at most; null: nothing tells.
     */
    removed_per_week: number | null;
    /**
     * It pays for itself where a rework costs people more than so many micro-dollars; null: nothing tells.
     */
    pays_from_microusd: number | null;
  }[];
  /**
   * What is due and not proposed this week.
   */
  postponed: {
    /**
     * `fix-spec`: no tier mends it; the prompt, the spec or the tests have to be.
     */
    kind: 'promote' | 'demote' | 'trial' | 'revert' | 'fix-spec';
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The tier that it has; of `revert` the one of its trial.
     */
    from: string;
    /**
     * The tier that is proposed; null: no tier changes.
     */
    to: string | null;
    /**
     * What was found; it grows with every week in which too much was reworked. Of a trial: that the cheaper tier is good enough, or of `revert` that it is not. Of `trial`: the probability that the present tier is good.
     */
    evidence: number;
    /**
     * What it takes.
     */
    threshold: number;
    /**
     * Matured first attempts that it rests on; of a trial those on the tier that is tried.
     */
    n: number;
    /**
     * How many of them had to be done again.
     */
    reworked: number;
    /**
     * Their rate, drawn towards the cells of the same tier.
     */
    rework: number;
    /**
     * The interval of 80 % that holds the true rate: from, to.
     *
     * @minItems 2
     * @maxItems 2
     */
    interval: number[];
    /**
     * What the cell would cost more in a week, or less; null: nobody knows.
     */
    what_if: {
      /**
       * Micro-dollars.
       */
      microusd_per_week: number;
      /**
       * The lower end of its interval of 80 %.
       */
      low: number;
      /**
       * The upper end.
       */
      high: number;
      /**
       * Of what it costs now; null: nothing is known of that.
       */
      share: number | null;
      /**
       * `measured`: from pairs of runs at the same tasks. `list-prices`: as if the same tokens were used.
       */
      basis: 'measured' | 'list-prices';
      /**
       * How many pairs.
       */
      pairs: number;
    } | null;
    /**
     * The evidence in a sentence or two that anybody can check.
     */
    sentence: string;
    /**
     * What it is due to.
     */
    why: 'evidence' | 'accepted' | 'harm' | 'futile' | 'no-higher-tier' | 'higher-tier-fails' | 'good-enough';
    /**
     * Week by week; empty for what a trial shows.
     */
    weeks: {
      /**
       * ISO week.
       */
      week: string;
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these, reworked.
       */
      x: number;
      /**
       * After this week.
       */
      evidence: number;
    }[];
    /**
     * What the next tier made of failed runs that were escalated to it.
     */
    rescued: {
      /**
       * Failed runs that it was given.
       */
      n: number;
      /**
       * Of these it passed.
       */
      x: number;
    };
    /**
     * The trial; null: there is none.
     */
    trial: {
      /**
       * Its id; null: it is proposed.
       */
      id: string | null;
      /**
       * Share of the runs.
       */
      share: number;
      /**
       * Weeks until it has a verdict, about; null: it runs.
       */
      weeks: number | null;
    } | null;
    /**
     * First attempts in a week.
     */
    runs_per_week: number;
    /**
     * Reworks that it would take away in a week, at most; null: nothing tells.
     */
    removed_per_week: number | null;
    /**
     * It pays for itself where a rework costs people more than so many micro-dollars; null: nothing tells.
     */
    pays_from_microusd: number | null;
    /**
     * `snoozed`: a person closed it, and there is no new evidence. `dwells`: the cell was changed less than four weeks ago. `most-moves`: three others are more useful. `no-runs`: the cell has not run for weeks.
     */
    because: 'snoozed' | 'dwells' | 'most-moves' | 'no-runs';
  }[];
  /**
   * Every cell of the allocation, by agent, then phase.
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
     * The tier that it has in that week.
     */
    tier: string;
    /**
     * `alarm`: too much is reworked. `watch`: perhaps. `stable`: enough runs, and nothing wrong. `insufficient`: too few runs to tell. `cold`: fewer than four weeks with matured runs. `trial`: a cheaper tier is tried.
     */
    status: 'stable' | 'watch' | 'insufficient' | 'cold' | 'trial' | 'alarm';
    /**
     * Matured first attempts.
     */
    n: number;
    /**
     * How many more it takes, about; null: no number does.
     */
    needed: number | null;
    /**
     * That its rework is above what is allowed; null: without a matured run.
     */
    evidence: number | null;
    /**
     * First attempts in a week.
     */
    runs_per_week: number;
    /**
     * All attempts on this tier, further ones included.
     */
    runs: number;
    /**
     * First attempts that had to be done again.
     */
    rework: {
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these, reworked.
       */
      x: number;
      /**
       * Drawn towards the cells of the same tier.
       */
      rate: number;
      /**
       * The interval of 80 % that holds the true rate: from, to.
       *
       * @minItems 2
       * @maxItems 2
       */
      interval: number[];
    };
    /**
     * The rate at the difficulty of the last twelve weeks' tasks: a change of the mix does not move it. Null: nobody said how hard tasks were.
     */
    rework_standardised: number | null;
    /**
     * The same by kind of task and by complexity, as far as somebody said.
     */
    by: {
      task_type: {
        /**
         * Its name.
         */
        name: string;
        /**
         * Matured first attempts.
         */
        n: number;
        /**
         * Of these, reworked.
         */
        x: number;
        /**
         * Drawn towards the cells of the same tier.
         */
        rate: number;
        /**
         * The interval of 80 % that holds the true rate: from, to.
         *
         * @minItems 2
         * @maxItems 2
         */
        interval: number[];
      }[];
      complexity: {
        /**
         * Its name.
         */
        name: string;
        /**
         * Matured first attempts.
         */
        n: number;
        /**
         * Of these, reworked.
         */
        x: number;
        /**
         * Drawn towards the cells of the same tier.
         */
        rate: number;
        /**
         * The interval of 80 % that holds the true rate: from, to.
         *
         * @minItems 2
         * @maxItems 2
         */
        interval: number[];
      }[];
    };
    /**
     * First attempts whose tier a declared upgrade raised.
     */
    planned: {
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these.
       */
      x: number;
    };
    /**
     * First attempts that were repeated on a higher tier.
     */
    escalated: {
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these.
       */
      x: number;
    };
    /**
     * Failed ones that were escalated to the next tier, and passed there.
     */
    rescued: {
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these.
       */
      x: number;
    };
    /**
     * First attempts that a person put on another tier. Above a tenth the rate of rework is too low: the hard tasks went elsewhere.
     */
    overridden: {
      /**
       * Matured first attempts.
       */
      n: number;
      /**
       * Of these.
       */
      x: number;
    };
    /**
     * Micro-dollars; null: not known.
     */
    microusd_per_run: number | null;
    /**
     * Micro-dollars; null: not known.
     */
    microusd_per_work_item: number | null;
    /**
     * Micro-dollars for each result that was accepted in the end; null: not known.
     */
    microusd_per_accepted: number | null;
    /**
     * Mean of the quality scores; null: nobody scored.
     */
    quality: number | null;
    /**
     * Median; null: not known.
     */
    duration_ms: number | null;
    /**
     * Other rates above what is allowed.
     */
    alarms: ('escalation' | 'override')[];
    /**
     * Its trial; null: there is none.
     */
    trial: {
      /**
       * Its id.
       */
      id: string;
      /**
       * The tier that is tried.
       */
      tier: string;
      /**
       * Matured runs on it.
       */
      n: number;
      /**
       * Of these, reworked.
       */
      x: number;
      /**
       * Evidence that it is good enough: 20 accepts it.
       */
      good: number;
      /**
       * Evidence that it is not: 10 stops it.
       */
      harm: number;
      /**
       * So far.
       */
      verdict: 'accept' | 'harm' | 'futile' | 'running';
    } | null;
  }[];
  /**
   * How the rules do on as many runs as this ledger has; null: not asked for.
   */
  self_test: {
    /**
     * Simulated years of each cell and rate.
     */
    years: number;
    /**
     * Where every cell has the same rate of rework and nothing changes.
     */
    false_proposals: {
      /**
       * That rate.
       */
      rate: number;
      /**
       * Proposals to promote in a year, over all cells.
       */
      per_year: number;
      /**
       * The chance of at least one in a cell and a year.
       */
      per_cell: number;
    }[];
    /**
     * How soon it shows that a cell went wrong, over all cells alike.
     */
    faults: {
      /**
       * The rate of rework after the change.
       */
      rate: number;
      /**
       * Weeks until half of such faults are proposed; null: more than a year.
       */
      median: number | null;
      /**
       * The same for nine of ten.
       */
      p90: number | null;
      /**
       * The share that is not seen within a year.
       */
      unseen: number;
    }[];
    /**
     * The same for each cell.
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
       * First attempts in a week.
       */
      runs_per_week: number;
      faults: {
        /**
         * The rate of rework after the change.
         */
        rate: number;
        /**
         * Weeks until half of such faults are proposed; null: more than a year.
         */
        median: number | null;
        /**
         * The same for nine of ten.
         */
        p90: number | null;
        /**
         * The share that is not seen within a year.
         */
        unseen: number;
      }[];
    }[];
  } | null;
}
