import type { AgentName, Phase } from '../../allocation/names.ts';
import type { Position } from '../../allocation/source.ts';
import type { Problem } from '../../errors.ts';
import type { Drift } from '../agents/index.ts';
import type { Counterexample, FoundFloor, RuleId, Severity } from './finding.ts';
import type { RuleContext } from './rule-context.ts';
import type { FileState } from './version.ts';

/** What a check has found: the judge adds what the rule says of itself. */
export interface Found {
  readonly message: string;
  /** Left out: the file that is judged. */
  readonly file?: string;
  /** Left out: the beginning of the file. */
  readonly at?: Position;
  readonly agent?: AgentName;
  readonly phase?: Phase;
  readonly counterexample?: Counterexample;
  /** The floor that it is about, and on which side it is declared. */
  readonly floor?: Omit<FoundFloor, 'commit'> & { readonly from: 'base' | 'head' | 'policy' };
}

/** A file of the head as it lies in the repository. */
export interface HeadFile {
  readonly path: string;
  readonly state: FileState;
}

/** Both files of the head, readable or not. */
interface HeadFiles {
  readonly allocation: HeadFile;
  readonly exceptions: HeadFile;
  /** What reading them has brought up; they are read only where nothing else is wrong with them. */
  readonly problems: readonly Problem[];
  /** In what the allocation asks for less than the policy that it extends. */
  readonly looser: readonly Problem[];
}

/** A workflow file that a change touches; null where it does not exist. */
export interface ChangedWorkflow {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A `.gitattributes` file that a change touches, as text; null where it does not exist. */
export interface ChangedAttributes {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The files whose changes people must be able to read: paths in the repository. */
  readonly watched: readonly string[];
}

/** A file that the head's allocation names and that its commit does not have. */
export interface MissingFile {
  readonly path: string;
  /** What names it, in words: `the check of TESTING`. */
  readonly namedBy: string;
  readonly at: Position;
}

/** In what sub-agents and allocation are not in step. */
interface AgentsDrift {
  readonly drifts: readonly Drift[];
  /** The allocation's path. */
  readonly allocation: string;
}

/** What there is to look at. */
export interface Subjects {
  /** Two versions of the files, both of which can be read. */
  readonly change: RuleContext;
  /** Files that nobody touches: only what time has done to them is worth a word. */
  readonly untouched: Pick<RuleContext, 'head' | 'today'>;
  readonly files: HeadFiles;
  readonly workflow: ChangedWorkflow;
  readonly attributes: ChangedAttributes;
  readonly missing: MissingFile;
  readonly agents: AgentsDrift;
}

/**
 * One rule of the gate. Ids are stable: a rule keeps its number for ever, a retired number is never used again.
 * HF1xx block, HF2xx warn, HF3xx inform. Each has a page under `docs/rules/`.
 */
export interface Rule {
  readonly id: RuleId;
  readonly name: string;
  readonly severity: Severity;
  /** One line: what the rule keeps from happening. */
  readonly purpose: string;
  /** What to do about a finding, as one sentence that can follow `Next:`. */
  readonly remedy: string;
  /** True: work would run below a floor (rule 3 of the strategy), and an alert flags it for post-mortem. */
  readonly breach: boolean;
  /** A check for each subject that the rule looks at. */
  readonly checks: { readonly [Name in keyof Subjects]?: (subject: Subjects[Name]) => readonly Found[] };
}
