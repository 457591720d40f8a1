// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first report --json`. Members may be added under the same version. docs/report.md says what each figure means.
 */
export interface ReportDocument {
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
     * Input, cache writes and output; cache reads do not count.
     */
    tokens: number;
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
   * Null: nothing forecasts yet.
   */
  forecast: null;
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
  /**
   * Runs repeated on a higher tier because the first result was poor.
   */
  escalations: number;
  /**
   * Of all runs.
   */
  escalation_rate: number | null;
  /**
   * First attempts that had to be reworked, of those whose fate is known.
   */
  rework_rate: number | null;
  /**
   * Runs whose tier a person picked, of all runs.
   */
  override_rate: number | null;
  /**
   * Runs that were critical, of all runs.
   */
  critical_rate: number | null;
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
   * Uses of a model other than the one asked for, or of one under the floor.
   */
  mismatches: Mismatch[];
  /**
   * Asked and used, by agent, phase and model.
   */
  uses: Use[];
  /**
   * Runs of the work item whose tier a person picked; none for a whole week.
   */
  overrides: Override[];
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
   * The aim: `below 0.1`, `between 0.6 and 0.7`, `trend down`.
   */
  target: string;
  /**
   * The figure; null: there is none.
   */
  actual: number | null;
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
    | 'escalation-rate'
    | 'phase-above-band'
    | 'unpriced'
    | 'unmeasured'
    | 'critical-share'
    | 'auxiliary-share'
    | 'unattributed'
    | 'exception-ends-soon';
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
   * Tokens.
   */
  tokens: number;
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
  result: 'pass' | 'fail' | 'rework' | 'unknown';
  /**
   * False for what forks and Dependabot report.
   */
  counted: boolean;
  /**
   * Types of sub-agents among it that are no agent's name or alias; left out where there is none.
   */
  sub_agents?: string[];
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
   * Tier that was picked.
   */
  tier: string;
  /**
   * Who.
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
}
