// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first agents --json`: the sub-agents of `.claude/agents` against the allocation. Members may be added under the same version.
 */
export interface AgentsDocument {
  schema: 'haiku-first/agents@1';
  /**
   * Nothing is left to be done. With --write: after what was written.
   */
  in_step: boolean;
  /**
   * Every file that Claude Code makes a sub-agent of, by path; with --write as it is then.
   */
  agents: {
    /**
     * As its file says.
     */
    name: string;
    /**
     * Path in the repository.
     */
    file: string;
    /**
     * The agent of the allocation; null: none goes by that name.
     */
    agent: string | null;
    /**
     * As its file says; null: it names none, and runs on the session's.
     */
    model: string | null;
    /**
     * The tiers that are in step: those of its agent's cells, raised to the floor.
     */
    tiers: string[];
    /**
     * The tier that --write sets where it is not in step; null without an agent.
     */
    wanted: string | null;
    /**
     * The strictest floor over its agent, as a tier; null: none.
     */
    floor: string | null;
    /**
     * Its model is one of those tiers; false without an agent.
     */
    in_step: boolean;
  }[];
  /**
   * What is not in step, errors first, then by file and line.
   */
  findings: {
    /**
     * The rule of the gate that says so of a change.
     */
    rule: string;
    /**
     * error: below a floor.
     */
    severity: 'error' | 'warning' | 'notice';
    /**
     * What is wrong, in one sentence. It holds text of the files: escape it where you show it.
     */
    message: string;
    /**
     * The agent of the allocation; null when it is about none.
     */
    agent: string | null;
    /**
     * Path in the repository.
     */
    file: string;
    /**
     * 1-based.
     */
    line: number;
    /**
     * 1-based, in UTF-16 units.
     */
    column: number;
    /**
     * Address of the rule's page; where none is known, the command that prints it.
     */
    docs: string;
  }[];
  /**
   * What was written, or with --dry-run would be.
   */
  written: {
    /**
     * Path in the repository.
     */
    file: string;
    /**
     * The model of a sub-agent, or the section with the floors and the matrix.
     */
    what: 'model' | 'section';
    /**
     * The model before; null: none, or a section.
     */
    from: string | null;
    /**
     * The model after; null for a section.
     */
    to: string | null;
  }[];
  /**
   * Files that --write leaves alone, since nobody can write a model into them byte for byte, or their marks are no pair.
   */
  by_hand: string[];
  /**
   * What is worth a word and no drift: agents without a file, plugins, a section that nobody has yet.
   */
  remarks: string[];
}
