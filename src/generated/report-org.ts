// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first report --org --json`: one week of many repositories. Members may be added under the same version. docs/report.md says what each figure means.
 */
export interface ReportOrgDocument {
  schema: 'haiku-first/report-org@1';
  /**
   * ISO week, of each repository in the time zone of its budget.
   */
  week: string;
  /**
   * Repositories that were asked for, each once.
   */
  asked: number;
  /**
   * Those whose ledger could be read. What the others used is in no total.
   */
  read: number;
  /**
   * False where a repository could not be read, or its own report is not complete: the totals are lower bounds.
   */
  complete: boolean;
  /**
   * Every repository that was asked for, by name.
   */
  repositories: Repository[];
  /**
   * In which zone the budgets of the repositories are, the gravest first; zones without a repository are left out.
   */
  zones: {
    /**
     * Null: no budget.
     */
    zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED' | null;
    /**
     * Names.
     */
    repositories: string[];
  }[];
  /**
   * What the repositories that were read used together.
   */
  totals: {
    /**
     * Runs.
     */
    runs: number;
    /**
     * Input, cache writes and output.
     */
    tokens: number;
    /**
     * Cache reads: re-reads, which are in the cost alone.
     */
    cache_read: number;
    /**
     * Whole micro-dollars of what is priced.
     */
    microusd: number;
    /**
     * Records that were measured and have no price: they are not in the cost.
     */
    unpriced: number;
    /**
     * Records that nobody measured: they are in no total.
     */
    unmeasured: number;
    /**
     * Records that were measured in part: the figures are lower bounds.
     */
    partial: number;
    /**
     * Runs that escalate, less planned ones.
     */
    escalations: number;
    /**
     * Of all runs; null without any.
     */
    escalation_rate: number | null;
    rework: Bounded3;
    /**
     * Null while the fate of some is unknown.
     */
    rework_rate: number | null;
  };
  /**
   * Tiers of the same name together, in the order of the allocations; null for what is of no tier.
   */
  tiers: Tier1[];
  /**
   * Work that was done on a model below its floor, by repository.
   */
  floors_broken: Broken[];
}
interface Repository {
  /**
   * OWNER/REPO, or the path or address that was given.
   */
  repository: string;
  /**
   * The address or path of the repository that the ledger is in.
   */
  ledger: string;
  /**
   * own: its own allocation judges it. given: it has none, and the one of `allocation` where the report was made does. Null: it could not be read.
   */
  rules: 'own' | 'given' | null;
  /**
   * Its own report, as `haiku-first report --json` says it there; null: it could not be read, and is in no total.
   */
  report: ReportDocument | null;
  /**
   * Why it could not be read; null where it could.
   */
  unreadable: Unreadable | null;
}
/**
 * The answer of `haiku-first report --json`. Members may be added under the same version. docs/report.md says what each figure means.
 */
interface ReportDocument {
  schema: 'haiku-first/report@1';
  /**
   * ISO week, in the time zone of the budget.
   */
  week: string;
  /**
   * False while the week still runs.
   */
  week_over: boolean;
  /**
   * The piece of work that the report is about; null: the whole week.
   */
  work_item: string | null;
  /**
   * Why the report knows nothing of the piece of work, in words, with the nearest one: its figures mean nothing. Left out where it knows something, or is about a week.
   */
  nothing_recorded?: string;
  /**
   * False when something is missing; `incomplete` says what.
   */
  complete: boolean;
  /**
   * What is missing, in words.
   */
  incomplete: string[];
  jobs: Jobs;
  /**
   * What every cost is: list price, as the jobs reported it.
   */
  basis: 'list-price-as-reported';
  /**
   * Of the week; null without a budget.
   */
  zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED' | null;
  /**
   * What is consumed of the week's budget, in words.
   */
  budget: string | null;
  /**
   * What was used.
   */
  spent: {
    /**
     * Input, cache writes and output, as everywhere in this document.
     */
    tokens: number;
    /**
     * Cache reads: re-reads, which are in the cost alone.
     */
    cache_read: number;
    /**
     * Whole micro-dollars of what is priced.
     */
    microusd: number;
    /**
     * Of the weekly budget, by the measure that is consumed furthest; null without a budget.
     */
    fraction: number | null;
  };
  /**
   * Of the week while it runs, and of a piece of work the newest that the collector has logged, else that of now; null: the week is over, has no budget, or nothing can be said.
   */
  forecast: null | Forecast;
  /**
   * There is no forecast because too much of the week's use is not known; left out: that is not why.
   */
  forecast_missing?: true;
  /**
   * Null: no forecast of a complete week was logged.
   */
  forecast_score: null | ForecastScore;
  cost_benefit?: CostBenefit;
  /**
   * What jobs of forks and Dependabot reported: in `uses`, and in no total.
   */
  not_counted: {
    /**
     * How many.
     */
    records: number;
    /**
     * Tokens in them.
     */
    tokens: number;
    /**
     * Micro-dollars in them.
     */
    microusd: number;
  };
  /**
   * What each tier may use of the weekly budget, cheapest first; none without a budget.
   */
  allowances: Allowance[];
  /**
   * Work that was put off in the week, or earlier and still waits; the oldest first.
   */
  deferred: Deferred[];
  /**
   * One agent's attempts, one for each session of a job.
   */
  runs: number;
  /**
   * Cheapest first; null for what is of no tier.
   */
  tiers: Tier[];
  /**
   * By agent and phase.
   */
  agents: Agent[];
  /**
   * Agents of the allocation without a record in the week.
   */
  never_seen: string[];
  escalation: Escalation;
  /**
   * Runs repeated on a higher tier because the first result was poor.
   */
  escalations: number;
  /**
   * Of all runs.
   */
  escalation_rate: number | null;
  rework: Bounded1;
  /**
   * First attempts that had to be reworked, of all; null while the fate of some is not known: `rework` has the bounds.
   */
  rework_rate: number | null;
  /**
   * Runs whose tier a person picked, of all runs.
   */
  override_rate: number | null;
  /**
   * Runs that were flagged critical, of those outside of guarded cells, which are critical by declaration.
   */
  critical_rate: number | null;
  /**
   * Runs whose tier a person picked, with who and why.
   */
  overrides: Override[];
  /**
   * Exceptions without which work would have been below its floor.
   */
  exceptions_used: ExceptionUsed[];
  /**
   * What each agent's `expected_pass_rate` says, and what happened; in the order of the allocation.
   */
  expectations: Expectation[];
  /**
   * What the matrix says for work of the week that has not run, phase by phase.
   */
  recommended: Recommendation[];
  /**
   * The allocation's targets, in its order; none for a piece of work.
   */
  targets: Target[];
  /**
   * The most severe first.
   */
  alerts: Alert[];
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
   * Overrides that were refused, and whose cell has not worked on this since; only a workflow's jobs tell of them. Left out where there are none.
   */
  refused?: {
    /**
     * The agent that was not started.
     */
    agent: string;
    /**
     * Its phase.
     */
    phase: string;
    /**
     * The tier that was asked for.
     */
    tier: string;
    /**
     * The floor of the cell, as a tier; null: it has none, and the reason was missing.
     */
    floor: string | null;
    /**
     * Who asked for it.
     */
    by: string;
    /**
     * Why; null: nobody said.
     */
    reason: string | null;
    /**
     * When, in UTC.
     */
    at: string;
    /**
     * The workflow run.
     */
    run: string;
  }[];
  /**
   * Uses of a model other than the one asked for, or of one under the floor.
   */
  mismatches: Mismatch[];
  /**
   * Asked and used, by agent, phase and model.
   */
  uses: Use[];
  /**
   * The five dearest pieces of work of the week; none for a piece of work.
   */
  work_items: WorkItem[];
  /**
   * The latest record of what the report is about; null: there is none.
   */
  latest: {
    /**
     * Whose run it was.
     */
    repository: string;
    /**
     * Id of the run.
     */
    run: string;
    /**
     * When it ended, in UTC.
     */
    at: string;
  } | null;
  /**
   * Work of the week that names its work item; left out of a report about one.
   */
  per_work_item?: {
    /**
     * Pieces of work.
     */
    n: number;
    /**
     * Input, cache writes and output of all of them.
     */
    tokens: number;
    /**
     * Micro-dollars of what is priced of them.
     */
    microusd: number;
    /**
     * Records without a price.
     */
    unpriced: number;
    /**
     * Records that nobody measured.
     */
    unmeasured: number;
    /**
     * Records that were measured in part: the figures are lower bounds.
     */
    partial: number;
    /**
     * Whole micro-dollars for each piece of work, of what is priced; null: there is none.
     */
    mean_microusd: number | null;
  };
}
/**
 * How many of the jobs told what they used.
 */
interface Jobs {
  /**
   * Jobs that told what they used.
   */
  reported: number;
  /**
   * Jobs that ran; null: nobody knows.
   */
  expected: number | null;
  /**
   * Those that have not told, with their state.
   */
  missing: string[];
}
/**
 * What the week is expected to come to.
 */
interface Forecast {
  /**
   * When it was made, in UTC.
   */
  at: string;
  /**
   * The most probable zone at the end of the week.
   */
  zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED';
  /**
   * Of that zone; null: fewer than four complete weeks are known, and nobody can say.
   */
  probability: number | null;
  /**
   * The measure of the budget that is consumed furthest.
   */
  measure: 'tokens' | 'usd';
  /**
   * The weekly budget in it, in tokens or whole micro-dollars.
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
   * In 80 % of weeks the use lies in it; null: as for the probability.
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
   * Of each zone; null: as for the probability.
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
}
/**
 * How good the forecasts of complete weeks were, each as it stood at the end of its Thursday.
 */
interface ForecastScore {
  /**
   * How many weeks.
   */
  n: number;
  /**
   * Weeks that ended in the zone that was held for the most probable one.
   */
  hits: number;
  /**
   * Weeks whose forecast said that it was sure: 80 % or more.
   */
  sure: number;
  /**
   * How many of those ended in its zone.
   */
  right: number;
  /**
   * Weeks whose use was in the interval, which is to hold with 80 %.
   */
  covered: number;
  /**
   * Mean ranked probability score: 0 is best, 1 worst.
   */
  rps: number;
  /**
   * 1 - that score / the score of a forecast that only knows how often the other weeks ended in each zone; null: there are no other weeks.
   */
  skill: number | null;
  /**
   * Mean pinball losses of the interval's lower end, of the point and of the upper end (quantiles .1, .5, .9), as shares of the budget.
   *
   * @minItems 3
   * @maxItems 3
   */
  pinball: number[];
  /**
   * Week by week, the latest last.
   */
  weeks: {
    /**
     * ISO week.
     */
    week: string;
    /**
     * When the forecast was made, in UTC.
     */
    at: string;
    /**
     * What it held for most probable.
     */
    zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED';
    /**
     * How probable.
     */
    probability: number;
    /**
     * Where the week ended, by the measure and the budget of the forecast.
     */
    actual: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED';
    /**
     * Both are the same.
     */
    hit: boolean;
  }[];
}
/**
 * What each kind of task cost in some weeks, and would cost on each tier alone; left out: no weeks were asked for (`weeks`).
 */
interface CostBenefit {
  /**
   * How many, from the first with a run on; tasks that were seen on two tiers are sought in half a year.
   */
  weeks: number;
  /**
   * ISO week; null: there are no runs.
   */
  first_week: string | null;
  /**
   * ISO week; null: there are no runs.
   */
  last_week: string | null;
  /**
   * Runs that the amounts are of: those whose cost is known on every tier.
   */
  runs: number;
  /**
   * Runs that are in no amount.
   */
  without_cost: number;
  /**
   * What those runs cost as they ran; null: not known.
   */
  microusd: number | null;
  /**
   * On fewer pairs no cost on another tier is told.
   */
  least_pairs: number;
  /**
   * What could not be read of the ledger, in words; null: nothing.
   */
  incomplete: string | null;
  /**
   * All those runs on each tier alone, the cheapest first.
   */
  baselines: Baseline[];
  /**
   * The same by kind of task, the dearest first.
   */
  task_types: {
    /**
     * The fact `task_type`; null: nobody said.
     */
    task_type: string | null;
    /**
     * Runs that the amounts are of.
     */
    runs: number;
    /**
     * Runs that are in no amount.
     */
    without_cost: number;
    /**
     * What they cost as they ran; null: not known.
     */
    microusd: number | null;
    /**
     * Those runs on each tier alone, the cheapest first.
     */
    baselines: Baseline[];
    /**
     * First attempts of known fate that had to be done again, by the tier that they were assigned; tiers with none are left out.
     */
    rework: {
      /**
       * Its name.
       */
      tier: string;
      /**
       * How many had to be done again.
       */
      hits: number;
      /**
       * Of how many.
       */
      n: number;
    }[];
  }[];
  /**
   * Tiers that cost more than another one at the same tasks, and are reworked more: by more than the 80 % intervals allow to be chance.
   */
  dominated: {
    /**
     * Of these tasks; null: of those whose type nobody said.
     */
    task_type: string | null;
    /**
     * The tier that is beaten.
     */
    tier: string;
    /**
     * The one that beats it.
     */
    by: string;
    /**
     * How many times as much a task costs.
     */
    ratio: number;
    /**
     * Tasks that were seen on both.
     */
    pairs: number;
    rework: Counted;
    rework_of_other: Counted;
  }[];
}
/**
 * Runs as if every cell were on one tier, or on its floor where that is higher.
 */
interface Baseline {
  /**
   * Its name.
   */
  tier: string;
  /**
   * What they would cost; null: too few pairs back it, or no run has a known cost.
   */
  microusd: number | null;
  /**
   * Tasks that were seen on both tiers of the least supported ratio that it needs; null: it needs none.
   */
  pairs: number | null;
  /**
   * The two tiers of that ratio, by name; null: it needs none.
   */
  between: string[] | null;
}
/**
 * First attempts that had to be done again.
 */
interface Counted {
  /**
   * How many.
   */
  hits: number;
  /**
   * Of how many.
   */
  n: number;
}
interface Allowance {
  /**
   * Name.
   */
  tier: string;
  /**
   * Of the weekly budget, 0 to 1.
   */
  share: number;
  /**
   * Part of the share that is kept for critical work.
   */
  reserve: number;
  /**
   * The measure of the budget that it has consumed furthest.
   */
  measure: 'tokens' | 'usd';
  /**
   * Tokens, or micro-dollars.
   */
  used: number;
  /**
   * True while some use of the week has no figure: `used` is at least so much.
   */
  lower_bound: boolean;
  /**
   * The share in the measure.
   */
  allowed: number;
  /**
   * What is left of it.
   */
  left: number;
  /**
   * What it has used of the whole weekly budget.
   */
  fraction: number;
  /**
   * `critical-only`: other work waits; `closed`: all but guarded cells waits.
   */
  state: 'open' | 'critical-only' | 'closed';
  /**
   * Deferred runs that wait for it.
   */
  waiting: number;
}
interface Deferred {
  /**
   * Agent.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * The piece of work.
   */
  work_item: string | null;
  /**
   * The tier that it waits for.
   */
  tier: string;
  /**
   * The work is critical.
   */
  critical: boolean;
  /**
   * Why it was put off.
   */
  reason: string;
  /**
   * When it was put off, in UTC.
   */
  at: string;
  /**
   * It is not started before this time, in UTC.
   */
  not_before: string;
  /**
   * `ran`: its cell has run since, by whoever's start.
   */
  state: 'waiting' | 'started' | 'dropped' | 'ran';
  /**
   * When it was started or dropped, or ran, in UTC.
   */
  since: string | null;
  /**
   * The poor run that it escalates from; null: it is a first attempt.
   */
  escalation: {
    /**
     * Tier of the poor run.
     */
    from: string;
    /**
     * What was wrong.
     */
    reason: string;
    /**
     * What set it off.
     */
    trigger: string;
  } | null;
  /**
   * The workflow that `drain` starts it by; null: nothing starts it.
   */
  starts: string | null;
  /**
   * When it can start at the latest, unless the budget is used up again: with the next week, or when a model that could not be had is asked for again. In UTC.
   */
  next: string;
}
interface Tier {
  /**
   * Name; null: of no tier of the allocation.
   */
  tier: string | null;
  /**
   * Runs on it.
   */
  runs: number;
  /**
   * Of all runs.
   */
  run_share: number | null;
  /**
   * Input, cache writes and output.
   */
  tokens: number;
  /**
   * Whole micro-dollars.
   */
  microusd: number;
  /**
   * Of all costs.
   */
  cost_share: number | null;
  /**
   * Records without a price, or that nobody measured.
   */
  unpriced: number;
  /**
   * Records that were measured in part: the figures are lower bounds.
   */
  partial: number;
  rework: Bounded;
  /**
   * Of what was used, in the measure of the budget that is consumed furthest; null without a budget.
   */
  budget_share: number | null;
}
/**
 * First attempts assigned to it that had to be reworked.
 */
interface Bounded {
  /**
   * Known to be so.
   */
  hits: number;
  /**
   * Nobody knows yet.
   */
  unknown: number;
  /**
   * All of them.
   */
  n: number;
  /**
   * The share, if none of the unknown ones is so; null for none of none.
   */
  low: number | null;
  /**
   * The share, if all of the unknown ones are so.
   */
  high: number | null;
}
interface Agent {
  /**
   * Name, or unattributed.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * Runs.
   */
  runs: number;
  /**
   * Tokens.
   */
  tokens: number;
  /**
   * Cache reads.
   */
  cache_read: number;
  /**
   * Micro-dollars of what is priced.
   */
  microusd: number;
  /**
   * Records without a price.
   */
  unpriced: number;
  /**
   * Records of runs that nobody measured.
   */
  unmeasured: number;
  /**
   * Records that were measured in part: the figures are lower bounds.
   */
  partial: number;
  /**
   * Escalated runs.
   */
  escalated: number;
  /**
   * Overridden runs.
   */
  overridden: number;
  /**
   * Reworked first attempts.
   */
  reworked: number;
  /**
   * First attempts whose fate is known.
   */
  judged: number;
  /**
   * First attempts whose fate is not known yet.
   */
  unjudged: number;
  /**
   * The mean quality score of its runs, 0 to 1, of those that have one.
   */
  quality: {
    /**
     * Null: none has one.
     */
    mean: number | null;
    /**
     * How many have one.
     */
    n: number;
  };
}
/**
 * Runs repeated on a higher tier because the first result was poor.
 */
interface Escalation {
  /**
   * Escalated runs, of all runs.
   */
  of_all: {
    /**
     * Escalated.
     */
    hits: number;
    /**
     * All.
     */
    n: number;
  };
  /**
   * First attempts assigned to the cheapest tier (haiku) that were escalated, also after the week.
   */
  of_cheapest: {
    /**
     * Its name.
     */
    tier: string | null;
    /**
     * Escalated.
     */
    hits: number;
    /**
     * First attempts assigned to it.
     */
    n: number;
    /**
     * The share that the strategy expects.
     */
    expected: {
      /**
       * At least.
       */
      low: number;
      /**
       * At most.
       */
      high: number;
    };
  };
  /**
   * From the end of the poor run to the start of the one that escalates from it.
   */
  delay_minutes: {
    /**
     * Null: of none is it known.
     */
    median: number | null;
    /**
     * Over how many.
     */
    n: number;
  };
  /**
   * The same of escalations from the cheapest tier.
   */
  delay_minutes_of_cheapest: {
    /**
     * Null: of none is it known.
     */
    median: number | null;
    /**
     * Over how many.
     */
    n: number;
  };
  /**
   * Why, the most frequent first.
   */
  reasons: {
    /**
     * Tier; null: of none.
     */
    from: string | null;
    /**
     * Tier.
     */
    to: string | null;
    /**
     * What set it off.
     */
    trigger: string | null;
    /**
     * Why.
     */
    reason: string | null;
    /**
     * How many.
     */
    runs: number;
    /**
     * That passed on the higher tier.
     */
    passed: number;
    /**
     * That failed there, too.
     */
    failed: number;
  }[];
  /**
   * Deferred escalations that wait.
   */
  waiting: number;
}
/**
 * So many of so many, where of some nobody knows yet.
 */
interface Bounded1 {
  /**
   * Known to be so.
   */
  hits: number;
  /**
   * Nobody knows yet.
   */
  unknown: number;
  /**
   * All of them.
   */
  n: number;
  /**
   * The share, if none of the unknown ones is so; null for none of none.
   */
  low: number | null;
  /**
   * The share, if all of the unknown ones are so.
   */
  high: number | null;
}
interface Override {
  /**
   * Agent.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * The piece of work.
   */
  work_item: string | null;
  /**
   * The tier that was picked.
   */
  tier: string;
  /**
   * By whom.
   */
  by: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * Where it was written; null: it was given to the run itself.
   */
  where: string | null;
  /**
   * The tier that the allocation gave the cell.
   */
  assigned: string | null;
  /**
   * The tier that it ran on.
   */
  used: string | null;
  /**
   * How many.
   */
  runs: number;
}
interface ExceptionUsed {
  /**
   * Agent.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * Id of the floor.
   */
  floor: string;
  /**
   * The tier that the floor asks for.
   */
  minimum: string;
  /**
   * The tier that was used; null: of none.
   */
  tier: string | null;
  /**
   * Why it was approved.
   */
  reason: string;
  /**
   * By whom.
   */
  approved_by: string;
  /**
   * Where it is discussed.
   */
  tracking: string;
  /**
   * The last day on which it counts.
   */
  expires: string;
  /**
   * How often it was renewed.
   */
  renewals: number;
  /**
   * Records that needed it.
   */
  records: number;
  /**
   * For which pieces of work.
   */
  work_items: string[];
}
interface Expectation {
  /**
   * Agent.
   */
  agent: string;
  /**
   * Its `expected_pass_rate`.
   */
  expected: {
    /**
     * At least.
     */
    low: number;
    /**
     * At most.
     */
    high: number;
  };
  passed: Bounded2;
  /**
   * Whether as many passed as are expected at least.
   */
  status: 'met' | 'missed' | 'not-enough-data';
}
/**
 * So many of so many, where of some nobody knows yet.
 */
interface Bounded2 {
  /**
   * Known to be so.
   */
  hits: number;
  /**
   * Nobody knows yet.
   */
  unknown: number;
  /**
   * All of them.
   */
  n: number;
  /**
   * The share, if none of the unknown ones is so; null for none of none.
   */
  low: number | null;
  /**
   * The share, if all of the unknown ones are so.
   */
  high: number | null;
}
interface Recommendation {
  /**
   * Phase.
   */
  phase: string;
  /**
   * Cheapest first.
   */
  tiers: {
    /**
     * The assigned tier.
     */
    tier: string;
    /**
     * The tier to which a poor result is escalated; null: there is none.
     */
    escalates_to: string | null;
    /**
     * By name.
     */
    agents: {
      /**
       * Agent.
       */
      agent: string;
      /**
       * Why: of the cell, else of the agent.
       */
      rationale: string | null;
    }[];
  }[];
}
interface Target {
  /**
   * As in the allocation.
   */
  id: string;
  /**
   * What is measured.
   */
  what: string;
  /**
   * The aim: `below 10%`, `between 60% and 70%`, `trend down`.
   */
  target: string;
  /**
   * What `actual` counts; a share is between 0 and 1. Null: nothing measures it.
   */
  unit: 'share' | 'tokens' | 'items' | 'hours' | 'minutes' | null;
  /**
   * The figure; null: there is none, or only `low` and `high` of it.
   */
  actual: number | null;
  /**
   * At least this, while some cases are not known yet; else null.
   */
  low: number | null;
  /**
   * At most this.
   */
  high: number | null;
  /**
   * Cases that are not known yet.
   */
  unknown: number;
  /**
   * The 80% interval of a rate (Wilson).
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
   * The week before, for a trend.
   */
  before: number | null;
  status: 'met' | 'missed' | 'not-enough-data' | 'not-measured';
  /**
   * Over how many cases.
   */
  n: number;
  /**
   * Why it is not measured.
   */
  because: string | null;
}
interface Alert {
  kind:
    | 'below-floor'
    | 'burn-rate'
    | 'red-ahead'
    | 'escalation-rate'
    | 'rework-rate'
    | 'allowance-closed'
    | 'phase-above-band'
    | 'unpriced'
    | 'unmeasured'
    | 'critical-share'
    | 'auxiliary-share'
    | 'unattributed'
    | 'exception-ends-soon'
    | 'model-retires-soon';
  /**
   * Agent, if it is about one.
   */
  agent: string | null;
  /**
   * Phase, if it is about one.
   */
  phase: string | null;
  /**
   * In words.
   */
  message: string;
}
interface Mismatch {
  /**
   * Agent.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * Model asked for.
   */
  requested: string | null;
  /**
   * Model used.
   */
  used: string;
  /**
   * Its tier; null: of no tier.
   */
  tier_used: string | null;
  /**
   * The floor that held.
   */
  floor: string | null;
  below_floor: boolean;
  /**
   * How many.
   */
  records: number;
  /**
   * For which pieces of work.
   */
  work_items: string[];
  /**
   * Id of the latest run of them; null: of no run.
   */
  run: string | null;
}
interface Use {
  /**
   * Agent.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * Model asked for.
   */
  requested: string | null;
  /**
   * Model used; null: not measured.
   */
  used: string | null;
  /**
   * The client's own calls.
   */
  auxiliary: boolean;
  /**
   * Input, cache writes and output together.
   */
  tokens: number;
  /**
   * Input that went past the cache.
   */
  input: number;
  /**
   * Cache writes.
   */
  cache_write: number;
  /**
   * Output.
   */
  output: number;
  /**
   * Cache reads, which are in the cost and not in the tokens.
   */
  cache_read: number;
  /**
   * Null: nothing of it has a price.
   */
  microusd: number | null;
  /**
   * Records without a price.
   */
  unpriced: number;
  /**
   * Records of runs that nobody measured.
   */
  unmeasured: number;
  /**
   * Records that were measured in part: the figures are lower bounds.
   */
  partial: number;
  /**
   * The worst of its runs.
   */
  result: 'pass' | 'fail' | 'rework' | 'unknown';
  /**
   * How many runs it is of; 0 for use that is of no run, as the client's own calls.
   */
  runs: number;
  /**
   * How many of them failed, or had to be done again.
   */
  failed: number;
  /**
   * False for what forks and Dependabot report.
   */
  counted: boolean;
  /**
   * Types of sub-agents among it that are no agent's name or alias; left out where there is none.
   */
  sub_agents?: string[];
  /**
   * Tier of the model used; null: of none, or not measured.
   */
  tier: string | null;
  /**
   * Tier of the model asked for; null: of none, or nobody asked.
   */
  tier_requested: string | null;
  /**
   * When the first of it ended, in UTC.
   */
  first: string;
}
interface WorkItem {
  /**
   * The piece of work.
   */
  work_item: string;
  /**
   * Runs.
   */
  runs: number;
  /**
   * Input, cache writes and output.
   */
  tokens: number;
  /**
   * Micro-dollars of what is priced.
   */
  microusd: number;
  /**
   * Records without a price.
   */
  unpriced: number;
  /**
   * Records of runs that nobody measured.
   */
  unmeasured: number;
  /**
   * Records that were measured in part: the figures are lower bounds.
   */
  partial: number;
  /**
   * The agent and phase that cost most of it.
   */
  dearest: {
    /**
     * Agent.
     */
    agent: string;
    /**
     * Phase.
     */
    phase: string;
    /**
     * Micro-dollars.
     */
    microusd: number;
  };
}
interface Unreadable {
  /**
   * In words.
   */
  why: string;
  /**
   * What to do about it; null where the words say it.
   */
  fix: string | null;
}
/**
 * First attempts that had to be reworked.
 */
interface Bounded3 {
  /**
   * Known to be so.
   */
  hits: number;
  /**
   * Nobody knows yet.
   */
  unknown: number;
  /**
   * All of them.
   */
  n: number;
  /**
   * The share, if none of the unknown ones is so; null for none of none.
   */
  low: number | null;
  /**
   * The share, if all of the unknown ones are so.
   */
  high: number | null;
}
interface Tier1 {
  /**
   * Name; null: of no tier of its allocation.
   */
  tier: string | null;
  /**
   * Runs on it.
   */
  runs: number;
  /**
   * Of all runs.
   */
  run_share: number | null;
  /**
   * Input, cache writes and output.
   */
  tokens: number;
  /**
   * Whole micro-dollars.
   */
  microusd: number;
  /**
   * Of all costs.
   */
  cost_share: number | null;
  /**
   * Records without a price, or that nobody measured.
   */
  unpriced: number;
  /**
   * Records that were measured in part: the figures are lower bounds.
   */
  partial: number;
  /**
   * How many repositories have a tier of this name.
   */
  repositories: number;
}
interface Broken {
  /**
   * As in `repositories`.
   */
  repository: string;
  /**
   * Agent.
   */
  agent: string;
  /**
   * Phase.
   */
  phase: string;
  /**
   * The floor that held.
   */
  floor: string | null;
  /**
   * Model used.
   */
  used: string;
  /**
   * Its tier; null: of no tier.
   */
  tier_used: string | null;
  /**
   * How many.
   */
  records: number;
  /**
   * For which pieces of work.
   */
  work_items: string[];
  /**
   * Id of the latest run of them; null: of no run.
   */
  run: string | null;
}
/**
 * So many of so many, where of some nobody knows yet.
 */
export interface Bounded4 {
  /**
   * Known to be so.
   */
  hits: number;
  /**
   * Nobody knows yet.
   */
  unknown: number;
  /**
   * All of them.
   */
  n: number;
  /**
   * The share, if none of the unknown ones is so; null for none of none.
   */
  low: number | null;
  /**
   * The share, if all of the unknown ones are so.
   */
  high: number | null;
}
