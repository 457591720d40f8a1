import type { Pace } from '../pace/index.ts';
import type { Severity } from '../policy/gate/index.ts';
import type { Secrets } from './masking.ts';

/** A remark that the platform shows beside a line of a file. Text is data: the surface escapes it. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** 0 done or pass, 1 refused or findings, 2 could not be done, 3 deferred. */
export type ExitCode = 0 | 1 | 2 | 3;

/**
 * What a command has come to, as a value: commands evaluate and render, the surface (Action or command line)
 * publishes it and sets the exit code once, at the end.
 */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** The answer for machines; its `schema` field names its description in `schema/`. */
  readonly json: { readonly schema: string };
  /** The answer for people, plain text, no trailing newline. */
  readonly text: string;
  /** Remarks for people that are not the answer: standard error, or the log. */
  readonly notes: readonly string[];
  /** Action outputs by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** Markdown for the job summary, within its size budget; null for none. */
  readonly summary: string | null;
  /** In the Action, why the step fails; null when it does not. Exit code 3 does not fail a step by itself. */
  readonly failure: string | null;
  /** In the Action, what the post step is to know, by name; the runner keeps it where no other step can reach it. */
  readonly state?: Readonly<Record<string, string>>;
}

/** Where an answer is shown while it comes. It masks and disarms what it shows. */
export interface Progress {
  readonly begin: (title: string) => void;
  readonly text: (piece: string) => void;
  readonly end: () => void;
  /** The answer need not be shown once more: whoever reads it has seen it. */
  readonly seen: boolean;
}

/** What a command may know of the world. Read once at the edge and passed in. */
export interface Surroundings {
  readonly surface: 'action' | 'cli';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The only clock. `--now` replaces it. */
  readonly now: Date;
  /** Knows what must not be shown, and takes what is learnt on the way; left out: nothing is shown. */
  readonly secrets?: Secrets;
  /** Shows what a model answers while it answers; left out: nobody looks. */
  readonly progress?: Progress;
  /** In the Action, hands state to the post step at once: a job that is ended in the middle has no outcome. */
  readonly keep?: (state: Readonly<Record<string, string>>) => void;
  /** Time and chance for what waits and tries again; left out: those of the world. */
  readonly pace?: Pace;
}
