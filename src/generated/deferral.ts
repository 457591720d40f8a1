// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * One deferred run of an agent: one JSON line of the ledger. It names no command and no workflow: only the allocation says what starts it again.
 */
export interface StoredDeferral {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/deferral@1';
  /**
   * SHA-256 over the natural key: repository, run, attempt, job, agent, phase, work item, head.
   */
  id?: string;
  /**
   * When it was deferred, in UTC.
   */
  at: string;
  /**
   * Owner and name.
   */
  repository: string;
  /**
   * The deferred run.
   */
  run: {
    /**
     * The workflow run.
     */
    id: string;
    /**
     * Its attempt.
     */
    attempt: number;
    /**
     * The job in it.
     */
    job: string;
  };
  /**
   * Pull request, issue or other piece of work.
   */
  work_item: string | null;
  /**
   * The commit that the work is about.
   */
  head: string | null;
  /**
   * The agent.
   */
  agent: string;
  /**
   * The phase.
   */
  phase: string;
  /**
   * The tier that it waits for.
   */
  tier: string;
  /**
   * The highest goes first.
   */
  priority: number;
  /**
   * The work is critical.
   */
  critical: boolean;
  /**
   * Why it was deferred.
   */
  reason: string;
  /**
   * Not to be started before this time, in UTC.
   */
  not_before: string;
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
   * The poor run that it escalates from. Left out: it is a first attempt; not part of the id.
   */
  escalation?: {
    /**
     * Tier of the poor run.
     */
    from: string;
    /**
     * What was wrong.
     */
    reason: string;
    /**
     * What set the escalation off.
     */
    trigger: string;
  };
}
