import type { Annotation } from '../render/annotation.ts';
import { maskText } from './masking.ts';

/** 0 done or pass, 1 refused or findings, 2 failed, 3 deferred, 4 done, but something was left out. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

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
  /** In the Action, why the step fails; null when it does not. Exit codes 3 and 4 do not fail a step by themselves. */
  readonly failure: string | null;
  /** In the Action, what the post step is to know, by name; the runner keeps it where no other step can reach it. */
  readonly state?: Readonly<Record<string, string>>;
}

/** An outcome with nothing secret left in it. */
export function maskOutcome(outcome: Outcome, secrets: readonly string[]): Outcome {
  const mask = (text: string): string => maskText(text, secrets);
  return {
    ...outcome,
    text: mask(outcome.text),
    notes: outcome.notes.map(mask),
    outputs: Object.fromEntries(Object.entries(outcome.outputs).map(([name, value]) => [name, mask(value)])),
    annotations: outcome.annotations.map((annotation) => ({
      ...annotation,
      title: mask(annotation.title),
      message: mask(annotation.message),
      file: annotation.file === null ? null : mask(annotation.file),
    })),
    summary: outcome.summary === null ? null : mask(outcome.summary),
    failure: outcome.failure === null ? null : mask(outcome.failure),
    ...(outcome.state === undefined
      ? {}
      : {
          state: Object.fromEntries(
            Object.entries(outcome.state).map(([name, value]) => [name, mask(value)]),
          ),
        }),
  };
}
