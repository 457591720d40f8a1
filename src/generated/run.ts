// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first run --json`. Members may be added under the same version.
 */
export interface RunDocument {
  schema: 'haiku-first/run@1';
  /**
   * run: a model was asked. defer: nothing was started, never on a lesser model. refuse: what was asked for is not allowed.
   */
  decision: 'run' | 'defer' | 'refuse';
  /**
   * The agent's name, also where an alias was given.
   */
  agent: string;
  /**
   * The phase.
   */
  phase: string;
  /**
   * The ISO week that was decided for, in the budget's time zone.
   */
  week: string;
  /**
   * The tier that the allocation assigns to the cell this week, before upgrades and floors.
   */
  assigned: string;
  /**
   * The tier of the last attempt; null unless it ran.
   */
  tier: string | null;
  /**
   * Its model id; null unless it ran.
   */
  model: string | null;
  /**
   * The effort of the last attempt by the decision; null: the model's own default.
   */
  effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
  /**
   * The lowest tier allowed in this situation; null: no floor is in force.
   */
  floor: string | null;
  /**
   * How far the weekly budget is consumed.
   */
  zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED';
  /**
   * The work is critical: by the flag, by task.security_critical, or because the cell is guarded.
   */
  critical: boolean;
  /**
   * The cell is under an absolute floor.
   */
  guarded: boolean;
  /**
   * What led to the decision of the last attempt, in order.
   *
   * @minItems 1
   */
  trace: {
    /**
     * Which step of the decision it is, as in resolve.schema.json.
     */
    step: string;
    /**
     * The step in words for a person.
     */
    text: string;
    /**
     * What did it; null where the text says all.
     */
    source: string | null;
  }[];
  /**
   * What the check says of the last answer; fail for a refusal and an answer that is not whole; unknown where nobody judged.
   */
  outcome: 'pass' | 'fail' | 'unknown';
  /**
   * Why it failed, was deferred or could not be done; null where none of that is so.
   */
  reason: string | null;
  /**
   * For a deferral: the instant before which another try is futile; null: not known.
   */
  not_before: string | null;
  /**
   * The answer; null where it is in a file, or there is none.
   */
  answer: string | null;
  /**
   * The file that the answer is in; null: none.
   */
  answer_path: string | null;
  /**
   * How the last answer ended, in the words of the Messages API; null: there is none.
   */
  stop_reason: string | null;
  /**
   * Every attempt that a model answered, in order.
   */
  attempts: RunDocumentAttempt[];
  /**
   * What all attempts cost together, the judging included, in millionths of a dollar at list price; null: not known.
   */
  cost_microusd: number | null;
  /**
   * The usage records, each as usage-record.schema.json describes it, sorted by id.
   */
  records: {}[];
}
/**
 * One attempt.
 */
interface RunDocumentAttempt {
  /**
   * From 1; 2 is the first one after a poor result.
   */
  attempt: number;
  /**
   * The tier that was asked.
   */
  tier: string;
  /**
   * The model that was asked.
   */
  model: string;
  /**
   * The effort that it was asked for; null: its own default.
   */
  effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
  /**
   * The outcome.
   */
  outcome: 'pass' | 'fail' | 'unknown';
  /**
   * Why it failed or could not be judged; null: neither.
   */
  reason: string | null;
  /**
   * What the check said; null: there was none.
   */
  check: {
    verdict: 'pass' | 'fail' | 'unclear';
    /**
     * The part that failed or could not judge; null for a pass.
     */
    by: 'schema' | 'command' | 'judge' | null;
    /**
     * The judge's number, from 0 to 1; null: none.
     */
    score: number | null;
  } | null;
  /**
   * How the answer ended.
   */
  stop_reason: string | null;
  /**
   * From the first request to the end of the answer.
   */
  duration_ms: number | null;
  /**
   * What it cost, its judging not included; null: not known.
   */
  cost_microusd: number | null;
}
