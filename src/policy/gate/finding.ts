import type { AgentName, Phase } from '../../allocation/names.ts';

/** `HF101`: its first digit goes with the severity. */
export type RuleId = `HF${1 | 2 | 3}${number}`;

/** `error` blocks the pull request; `warning` and `notice` are shown. */
export type Severity = 'error' | 'warning' | 'notice';

/** A situation in which the breach shows: what was asked, in which state, and what would run. */
export interface Counterexample {
  /** One line for a reader: `SECURITY in PLAN: opus → sonnet, floor opus`. */
  readonly text: string;
  /** The state it happens in, in words: `zone YELLOW`, `task.final_verification not given`, `week before 2026-W50`. */
  readonly situation: readonly string[];
  /** Tier before, on the base; null when the cell did not run there. */
  readonly from: string | null;
  /** Tier after, on the head; null when it would not run. */
  readonly to: string | null;
  /** The floor that is broken, as a tier; null where the breach is not about a tier. */
  readonly floor: string | null;
}

/** The floor that a finding is about, where it is declared. */
export interface FoundFloor {
  readonly id: string;
  /** Why it stands, as its file says; null: the file does not say. */
  readonly because: string | null;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The commit whose file has it there; null where none is known. */
  readonly commit: string | null;
  /** Present, and true: it takes no exceptions. */
  readonly absolute?: true;
}

/** Where something stands in the head, for those who read of it: machines get the file, the line and the column. */
export interface FoundAt {
  readonly file: string;
  readonly line: number;
  /** The commit whose file has it there; null where none is known. */
  readonly commit: string | null;
}

/** One breach of one rule. Text fields hold text from the judged files: data, to be escaped where it lands. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly agent: AgentName | null;
  readonly phase: Phase | null;
  /** Path in the repository, or as given on the command line. */
  readonly file: string;
  /** 1-based; a deletion points at the nearest surviving parent. */
  readonly line: number;
  readonly column: number;
  /** Address of the rule's page. */
  readonly docs: string;
  readonly counterexample: Counterexample | null;
  /** Left out: it is about no floor. */
  readonly floor?: FoundFloor;
  /** The commit whose file has it at that line; left out or null where none is known. */
  readonly commit?: string | null;
  /** The line itself, where it is known. */
  readonly source?: string;
}

/** One difference between base and head, whether it breaks a rule or not. */
export interface FieldChange {
  readonly agent: string | null;
  readonly phase: string | null;
  /** What differs, as a path in the file's words: `tier`, `floors.security-always-opus.minimum`, `budget.weekly.tokens`. */
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Where the head says it, or said it last; left out where that is not known. */
  readonly at?: FoundAt;
}

/** `error`: it could not be judged. Only `pass` is a pass. */
type Verdict = 'pass' | 'fail' | 'error';

/** Everything the gate has to say, before it is rendered. */
export interface GateReport {
  readonly verdict: Verdict;
  /** `warn` changes the exit code of findings, never that of an error. */
  readonly mode: 'enforce' | 'warn';
  /** False when neither file differs from any base: the report is one line. */
  readonly touched: boolean;
  /** What was judged against what, in words: `the merge of PR #12 against main at 1a2b3c4`. */
  readonly subject: string;
  /** How many situations were decided; 0 when nothing was touched. */
  readonly situations: number;
  /** Errors first, then by file, line and rule. */
  readonly findings: readonly Finding[];
  readonly changes: readonly FieldChange[];
  /** Exceptions that are in force after the change, with how often each was renewed. */
  readonly exceptions: readonly ExceptionInForce[];
  /** Plain remarks: a bootstrap pass, a comment that could not be written. */
  readonly notices: readonly string[];
}

export interface ExceptionInForce {
  readonly floor: string;
  readonly agent: string;
  readonly phase: string;
  readonly tier: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly tracking: string;
  readonly expires: string;
  readonly renewals: number;
  /** Present, and true: the base does not have it yet, and it counts once it does. */
  readonly proposed?: true;
}
