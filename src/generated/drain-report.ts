// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The result of a drain.
 */
export interface DrainReport {
  schema: 'haiku-first/drain-report@1';
  /**
   * Owner and name.
   */
  repository: string;
  /**
   * Nothing was done: started and dropped are what would be.
   */
  dry_run: boolean;
  /**
   * The default branch's commit, whose allocation counted.
   */
  commit: string;
  /**
   * What was started.
   */
  started: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * The workflow.
     */
    workflow: string;
    /**
     * The token in the run's name.
     */
    claim: string;
    /**
     * The run; null: its number is not known.
     */
    run: string | null;
  }[];
  /**
   * Runs that an earlier drain had started and not confirmed.
   */
  confirmed: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * The run.
     */
    run: string | null;
  }[];
  /**
   * What was not started now.
   */
  waiting: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * What will not be started.
   */
  dropped: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * What may have been started: a later drain looks for it.
   */
  unconfirmed: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * What GitHub would not start: somebody has to fix something.
   */
  refused: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * Deferrals that are not valid here.
   */
  ignored: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * What has been open for longer than the allocation allows.
   */
  too_old: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * Work that was done, whose red job on a pull request was run again, so that it turns green.
   */
  settled: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * The run that did the work.
     */
    run: string | null;
  }[];
  /**
   * Work that was done, or a part of which was, whose job stays red, and why.
   */
  red: {
    /**
     * The agent.
     */
    agent: string;
    /**
     * The phase.
     */
    phase: string;
    /**
     * The piece of work; null: none was named.
     */
    work_item: string | null;
    /**
     * The deferral's id.
     */
    id: string;
    /**
     * When it was deferred, in UTC.
     */
    at: string;
    /**
     * What the deferral says of itself.
     */
    priority: number;
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * How many times the ledger was written.
   */
  pushes: number;
  /**
   * Why it ended before it was done; null: it was done.
   */
  stopped: string | null;
}
