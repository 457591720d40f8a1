// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * One agent's use of one model in one job: one JSON line of the ledger. No prompts, no code. Fields that are not described here are ignored, and dropped when the record is written. Where a default is named, the field may be left out of an import.
 */
export type UsageRecord = {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/usage@1';
  /**
   * SHA-256 over the natural key: repository, run id, run attempt, job, session, agent, phase, attempt, model used, auxiliary, parent. Derived when it is left out; refused when it is another.
   */
  id?: string;
  /**
   * When the work ended, in UTC. Fractions of a second are cut.
   */
  at: string;
  /**
   * Owner and name.
   */
  repository: string;
  /**
   * The workflow run.
   */
  run: {
    /**
     * Run id.
     */
    id: string;
    /**
     * Run attempt. Default: 1.
     */
    attempt?: number;
    /**
     * The job; legs of a matrix are told apart by what is added to the name.
     */
    job: string;
  };
  /**
   * Path of the file of the workflow that the run is of. Left out where it is not known; not part of the id.
   */
  workflow?: string | null;
  /**
   * The client's session. Default: null.
   */
  session?: string | null;
  /**
   * Id of the record whose agent started this one, or which this one continues (a resumed session). Default: null.
   */
  parent?: string | null;
  /**
   * Pull request, issue or other piece of work. Default: null.
   */
  work_item?: string | null;
  /**
   * Agent of the allocation, or `unattributed`.
   */
  agent: string;
  /**
   * Phase of the allocation.
   */
  phase: string;
  /**
   * 1 for the first attempt at the work. Default: 1.
   */
  attempt?: number;
  /**
   * Tier that the allocation gave the cell. Default: null.
   */
  tier_assigned?: string | null;
  /**
   * Model that was asked for. Default: null.
   */
  model_requested?: string | null;
  /**
   * Model that answered, as the client reports it. Null only when nothing was measured.
   */
  model_used?: string | null;
  /**
   * Tier of the model that answered. Default: null.
   */
  tier_used?: string | null;
  /**
   * The client's own calls (titles, summaries), not the agent's. Default: false.
   */
  auxiliary?: boolean;
  /**
   * Model of the attempt before, when this one was escalated. Default: null.
   */
  escalated_from_model?: string | null;
  /**
   * Why it was escalated. Default: null.
   */
  escalation_reason?: string | null;
  /**
   * What set the escalation off. Default: null.
   */
  escalation_trigger?: string | null;
  /**
   * A declared upgrade raised the tier. Default: false.
   */
  planned_upgrade?: boolean;
  /**
   * A person picked the tier. Default: null.
   */
  override?: {
    /**
     * Tier that was picked.
     */
    tier: string;
    /**
     * Why.
     */
    reason: string;
    /**
     * Who.
     */
    by: string;
  } | null;
  /**
   * The work was critical. Default: false.
   */
  critical?: boolean;
  /**
   * The trial that the run took part in. Default: null.
   */
  trial?: {
    /**
     * Id of the trial.
     */
    id: string;
    /**
     * Which side of it.
     */
    arm: string;
    /**
     * Chance with which this side was chosen. Default: 1.
     */
    propensity?: number;
  } | null;
  /**
   * Tokens by class. Null only when nothing was measured.
   */
  tokens?: {
    /**
     * Input that went past the cache.
     */
    input: number;
    /**
     * Output, thinking included.
     */
    output: number;
    /**
     * Read from the cache. Default: 0.
     */
    cache_read?: number;
    /**
     * Written to the cache for five minutes. Default: 0.
     */
    cache_write_5m?: number;
    /**
     * Written to the cache for an hour. Default: 0.
     */
    cache_write_1h?: number;
  } | null;
  /**
   * Longest prompt of a single request: input, cache reads and cache writes. Default: null (not known).
   */
  max_prompt_tokens?: number | null;
  /**
   * Cost at list price in millionths of a US dollar, rounded half up once. Null when it is unpriced or unmeasured, never 0 for that reason.
   */
  cost_microusd?: number | null;
  /**
   * `reported` by the client, `computed` from the price table, `unpriced` (no price is known), `unmeasured` (nobody knows what was used). Default: reported where there is a cost, else unpriced.
   */
  cost_basis?: 'reported' | 'computed' | 'unpriced' | 'unmeasured';
  /**
   * Date of the price table that was used. Default: null.
   */
  price_table?: string | null;
  /**
   * Wall time in milliseconds. Default: null.
   */
  duration_ms?: number | null;
  /**
   * Turns of the agent. Default: null.
   */
  turns?: number | null;
  /**
   * What came of it; a refusal is a fail. Default: unknown.
   */
  outcome?: 'pass' | 'fail' | 'unknown';
  /**
   * Quality from 0 to 1. Default: null.
   */
  quality_score?: number | null;
  /**
   * Budget zone at the time. Default: null.
   */
  zone?: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED' | null;
  /**
   * Forecast of the zone at the time. Default: null.
   */
  zone_forecast?: {
    /**
     * Zone.
     */
    zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED';
    /**
     * Its probability.
     */
    probability: number;
  } | null;
  /**
   * Facts about the task. Default: none.
   */
  task?: {
    [k: string]: boolean | number | null | string | string[];
  } | null;
  /**
   * SHA-256 of the agent's definition. Default: null.
   */
  agent_hash?: string | null;
  /**
   * `full`, `partial` (the figures are a lower bound) or `none`. Default: full.
   */
  measured?: 'full' | 'partial' | 'none';
  /**
   * The reader that it came through. Default: import.
   */
  source?: string;
};
