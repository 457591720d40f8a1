// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The Action's output `findings`: as many findings as fit into a job's outputs. Members may be added under the same version.
 */
export interface FindingsDocument {
  schema: 'haiku-first/findings@1';
  /**
   * Errors first, then by file, line and rule.
   */
  findings: Finding[];
  /**
   * How many findings there was no room for; the job summary has them.
   */
  left_out: number;
}
/**
 * One breach of one rule. Its texts hold text of the judged files: escape them where you show them.
 */
interface Finding {
  /**
   * Stable id of the rule; each has a page under docs/rules/.
   */
  rule: string;
  /**
   * error blocks, warning and notice are shown.
   */
  severity: 'error' | 'warning' | 'notice';
  /**
   * What is wrong, in one sentence.
   */
  message: string;
  /**
   * The agent of the cell; null when the finding is not about one agent.
   */
  agent: string | null;
  /**
   * The phase of the cell; null when the finding is not about one phase.
   */
  phase: string | null;
  /**
   * Path in the repository, or as given on the command line.
   */
  file: string;
  /**
   * 1-based. A deletion points at the nearest surviving parent.
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
  /**
   * A situation in which the breach shows; null where the rule has none.
   */
  counterexample: null | Counterexample;
  floor?: Floor;
}
/**
 * What was asked, in which state, and what would run.
 */
interface Counterexample {
  /**
   * One line for a reader: SECURITY in PLAN: opus → sonnet, floor opus.
   */
  text: string;
  /**
   * The state it happens in, in words: zone YELLOW.
   */
  situation: string[];
  /**
   * Tier on the base; null when the cell did not run there.
   */
  from: string | null;
  /**
   * Tier on the head; null when it would not run.
   */
  to: string | null;
  /**
   * The floor that is broken, as a tier; null where the breach is not about a tier.
   */
  floor: string | null;
}
/**
 * The floor that it is about; left out where it is about none.
 */
interface Floor {
  /**
   * Its name.
   */
  id: string;
  /**
   * Why it stands, as its file says; null: the file does not say.
   */
  because: string | null;
  /**
   * Path in the repository, or as given on the command line.
   */
  file: string;
  /**
   * 1-based.
   */
  line: number;
  /**
   * The commit whose file has it there; null where none is known.
   */
  commit: string | null;
}
/**
 * A floor, where it is declared.
 */
export interface Floor1 {
  /**
   * Its name.
   */
  id: string;
  /**
   * Why it stands, as its file says; null: the file does not say.
   */
  because: string | null;
  /**
   * Path in the repository, or as given on the command line.
   */
  file: string;
  /**
   * 1-based.
   */
  line: number;
  /**
   * The commit whose file has it there; null where none is known.
   */
  commit: string | null;
}
