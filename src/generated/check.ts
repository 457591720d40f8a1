// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first check --json`. Members may be added under the same version.
 */
export interface CheckDocument {
  schema: 'haiku-first/check@1';
  /**
   * Only pass is a pass. error: the gate could not judge, and nothing was decided.
   */
  verdict: 'pass' | 'fail' | 'error';
  /**
   * warn changes the exit code of findings, never that of an error.
   */
  mode: 'enforce' | 'warn';
  /**
   * What was judged against what, in words; null when it was not even known.
   */
  subject: string | null;
  /**
   * False when neither file differs from any base.
   */
  touched: boolean;
  /**
   * How many situations were decided; 0 when nothing was touched or judged.
   */
  situations: number;
  /**
   * Errors first, then by file, line and rule.
   */
  findings: Finding[];
  /**
   * Every difference between base and head, whether it breaks a rule or not.
   */
  changes: Change[];
  /**
   * Exceptions in force after the change.
   */
  exceptions: Exception[];
  /**
   * Plain remarks, such as a bootstrap pass.
   */
  notices: string[];
  /**
   * Why the gate could not judge.
   */
  error?: {
    problems: Problem[];
  };
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
 * One difference between base and head.
 */
interface Change {
  /**
   * The agent; null when the field is not about one.
   */
  agent: string | null;
  /**
   * The phase; null when the field is not about one.
   */
  phase: string | null;
  /**
   * Path in the file's words: tier, budget.weekly.tokens.
   */
  field: string;
  /**
   * Value on the base; null when it is not there.
   */
  from: string | null;
  /**
   * Value on the head; null when it is not there.
   */
  to: string | null;
}
/**
 * An approved, expiring permission to go below a floor.
 */
interface Exception {
  /**
   * Id of the floor.
   */
  floor: string;
  /**
   * The agent that may go below it.
   */
  agent: string;
  /**
   * The phase.
   */
  phase: string;
  /**
   * The lowest tier allowed meanwhile.
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
   * Last day on which it holds, YYYY-MM-DD.
   */
  expires: string;
  /**
   * How often it was renewed.
   */
  renewals: number;
  /**
   * The base does not have it yet: it counts once it does. Left out where it has.
   */
  proposed?: true;
}
/**
 * One mistake, with the place where it can be fixed.
 */
interface Problem {
  /**
   * What is wrong, in one sentence.
   */
  what: string;
  /**
   * The file; null when it has none.
   */
  file: string | null;
  /**
   * 1-based; null when not known.
   */
  line: number | null;
  /**
   * 1-based; null when not known.
   */
  column: number | null;
  /**
   * What to do; null when the sentence says it.
   */
  fix: string | null;
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
