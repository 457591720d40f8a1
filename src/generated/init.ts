// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first init --json`: what would be written into the repository, or was. Its texts hold text of the repository's files: escape them where you show them. Members may be added under the same version.
 */
export interface InitDocument {
  schema: 'haiku-first/init@1';
  /**
   * OWNER/NAME of the remote origin; null where there is none.
   */
  repository: string | null;
  /**
   * Whether the files were written.
   */
  written: boolean;
  /**
   * What the workflows use.
   */
  action: {
    /**
     * OWNER/REPO@REF.
     */
    uses: string;
    /**
     * False: it was not found out where haiku-first comes from, and OWNER is to be replaced in the files.
     */
    known: boolean;
  };
  /**
   * The files that are written, in the order of the plan.
   */
  files: {
    path: string;
    /**
     * create: it is new. change: lines are changed, or added behind the last one. same: it is there already, word for word.
     */
    action: 'create' | 'change' | 'same';
    /**
     * What it does.
     */
    what: string;
    /**
     * The whole file, as it is to be.
     */
    text: string;
  }[];
  /**
   * The agents of the draft; empty where there is an allocation already.
   */
  agents: {
    agent: string;
    /**
     * The sub-agents of Claude Code that it is.
     */
    sub_agents: {
      name: string;
      file: string;
    }[];
    /**
     * What the file says of its model; null where there is no file.
     */
    says: string | null;
    tier: string;
    /**
     * The lowest tier that is proposed; null: none.
     */
    floor: string | null;
    /**
     * True: it stands in the file as a comment, for the second stage.
     */
    staged: boolean;
    /**
     * Why it is that tier or that floor; null where the file says the tier.
     */
    why: string | null;
  }[];
  /**
   * Models that files of the repository set by hand. They are left as they are.
   */
  by_hand: {
    file: string;
    line: number;
    says: string;
  }[];
  /**
   * What is not written, and why.
   */
  left: {
    file: string;
    why: string;
  }[];
  /**
   * With --budget, what the ledger says of past weeks; else null.
   */
  budget: {
    /**
     * The complete weeks, the latest last.
     */
    weeks: {
      week: string;
      tokens: number;
      microusd: number;
      /**
       * Records without a price: what they cost is not in the sum.
       */
      unpriced: number;
      /**
       * Records without tokens: what they used is in no sum.
       */
      unmeasured: number;
    }[];
    /**
     * How many complete weeks are missing for a proposal.
     */
    needed: number;
    /**
     * What the budget counts.
     */
    measure: 'tokens' | 'usd';
    /**
     * The highest week: tokens, or micro-dollars.
     */
    highest: number | null;
    /**
     * The median week: tokens, or micro-dollars.
     */
    median: number | null;
    /**
     * The weekly budget that is proposed: tokens, or US dollars; null: none.
     */
    proposed: number | null;
  } | null;
  /**
   * What to do next, step by step.
   */
  next: string[];
}
