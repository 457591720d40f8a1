// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * What became of a piece of work, told after its usage was recorded: one JSON line of the ledger.
 */
export interface StoredOutcomeEvent {
  /**
   * The format and its version.
   */
  schema: 'haiku-first/outcome@1';
  /**
   * When it became known, in UTC.
   */
  at: string;
  /**
   * Owner and name.
   */
  repository: string;
  /**
   * Pull request, issue or other piece of work.
   */
  work_item: string;
  /**
   * The agent that is meant; null: every agent of the work item.
   */
  agent: string | null;
  /**
   * The phase that is meant; null: every phase.
   */
  phase: string | null;
  /**
   * Id of the usage record that is meant; null: those that agent and phase leave.
   */
  record: string | null;
  /**
   * What happened.
   */
  outcome:
    'pass' | 'fail' | 'reworked' | 'reverted' | 'approved' | 'changes-requested' | 'security-issue-missed';
  /**
   * Who or what said so.
   */
  by: string;
  /**
   * In words.
   */
  note: string | null;
}
