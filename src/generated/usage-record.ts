// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * One agent's use of one model in one job: one JSON line of the ledger. No prompts, no code. Fields that are not described here are ignored, and dropped when the record is written. Where a default is named, the field may be left out of an import.
 */
export type StoredUsageRecord = {
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
     * Run attempt.
     */
    attempt: number;
    /**
     * The job; legs of a matrix are told apart by what is added to the name.
     */
    job: string;
  };
  /**
   * Path of the file of the workflow that the run is of. Left out where it is not known; not part of the id.
   */
  workflow?: string;
  /**
   * The client's session.
   */
  session: string | null;
  /**
   * Id of the record whose agent started this one, or which this one continues (a resumed session).
   */
  parent: string | null;
  /**
   * Pull request, issue or other piece of work.
   */
  work_item: string | null;
  /**
   * Agent of the allocation, or `unattributed`.
   */
  agent: string;
  /**
   * Types of the sub-agents whose use this is, where none is an agent's name or alias, as `acme:guard`: to book one on an agent, write the type under `aliases` of that agent. Left out everywhere else; not part of the id.
   *
   * @maxItems 20
   */
  sub_agents?: string[];
  /**
   * Phase of the allocation.
   */
  phase: string;
  /**
   * 1 for the first attempt at the work.
   */
  attempt: number;
  /**
   * Tier that the allocation gave the cell.
   */
  tier_assigned: string | null;
  /**
   * Model that was asked for.
   */
  model_requested: string | null;
  /**
   * Model that answered, as the client reports it. Null only when nothing was measured.
   */
  model_used: string | null;
  /**
   * The id by which a provider or a gateway was asked, where it is in no table and only the client can tell that it is `model_used`. Left out everywhere else; not part of the id.
   */
  model_id?: string;
  /**
   * Tier of the model that answered.
   */
  tier_used: string | null;
  /**
   * The client's own calls (titles, summaries), not the agent's.
   */
  auxiliary: boolean;
  /**
   * Model of the attempt before, when this one was escalated.
   */
  escalated_from_model: string | null;
  /**
   * Why it was escalated.
   */
  escalation_reason: string | null;
  /**
   * What set the escalation off.
   */
  escalation_trigger: string | null;
  /**
   * A declared upgrade raised the tier.
   */
  planned_upgrade: boolean;
  /**
   * A person picked the tier.
   */
  override: {
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
    /**
     * Where it was written, as a comment's address. Left out: it was given to the run itself.
     */
    where?: string;
  } | null;
  /**
   * The approved exception by which it ran below a floor, as its entry in the exceptions file. Left out: none was used.
   */
  exception?: {
    /**
     * Id of the floor.
     */
    floor: string;
    /**
     * Down to which tier.
     */
    tier: string;
    /**
     * Why.
     */
    reason: string;
    /**
     * Who approved it.
     */
    approved_by: string;
    /**
     * Where it is followed up.
     */
    tracking: string;
    /**
     * Its last day (UTC).
     */
    expires: string;
  };
  /**
   * The work was critical.
   */
  critical: boolean;
  /**
   * The trial that the run took part in.
   */
  trial: {
    /**
     * Id of the trial.
     */
    id: string;
    /**
     * Which side of it.
     */
    arm: string;
    /**
     * Chance with which this side was chosen.
     */
    propensity: number;
  } | null;
  /**
   * Tokens by class. Null only when nothing was measured.
   */
  tokens: {
    /**
     * Input that went past the cache.
     */
    input: number;
    /**
     * Output, thinking included.
     */
    output: number;
    /**
     * Read from the cache.
     */
    cache_read: number;
    /**
     * Written to the cache for five minutes.
     */
    cache_write_5m: number;
    /**
     * Written to the cache for an hour.
     */
    cache_write_1h: number;
  } | null;
  /**
   * Longest prompt of a single request: input, cache reads and cache writes. Null: not known.
   */
  max_prompt_tokens: number | null;
  /**
   * Cost at list price in millionths of a US dollar, rounded half up once. Null when it is unpriced or unmeasured, never 0 for that reason.
   */
  cost_microusd: number | null;
  /**
   * `reported` by the client, `computed` from the price table, `unpriced` (no price is known), `unmeasured` (nobody knows what was used). Default: reported where there is a cost, else unpriced.
   */
  cost_basis?: 'reported' | 'computed' | 'unpriced' | 'unmeasured';
  /**
   * What the job said, where the collector computed something else: it keeps the larger cost, and the tier of the model. Left out where they agree; not part of the id.
   */
  claimed?: {
    /**
     * Cost in millionths of a US dollar; left out: it named none.
     */
    cost_microusd?: number;
    /**
     * Tier of the model that answered; left out: it named none.
     */
    tier_used?: string;
  };
  /**
   * Date of the price table that was used.
   */
  price_table: string | null;
  /**
   * Wall time in milliseconds.
   */
  duration_ms: number | null;
  /**
   * Turns of the agent.
   */
  turns: number | null;
  /**
   * The outcome; a refusal is a fail.
   */
  outcome: 'pass' | 'fail' | 'unknown';
  /**
   * Quality from 0 to 1.
   */
  quality_score: number | null;
  /**
   * Budget zone at the time.
   */
  zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED' | null;
  /**
   * Forecast of the zone at the time.
   */
  zone_forecast: {
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
   * Facts about the task.
   */
  task: {
    /**
     * @maxItems 200
     */
    [k: string]: boolean | number | string | string[];
  };
  /**
   * SHA-256 of the agent's definition.
   */
  agent_hash: string | null;
  /**
   * `full`, `partial` (the figures are a lower bound) or `none`.
   */
  measured: 'full' | 'partial' | 'none';
  /**
   * The reader that it came through.
   */
  source: string;
};
