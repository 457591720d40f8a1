import { describe, type Problem, ranOut, UserError } from '../errors.ts';
import type { ErrorDocument } from '../generated/error.ts';
import type { Immutable } from '../immutable.ts';

/** Why a command could not be done. */
export interface Failure {
  readonly problems: readonly Problem[];
  /** The stack, for a mistake of ours; null for a mistake of the user's. */
  readonly stack: string | null;
}

/** Sorts what was thrown: a `UserError` is the user's to fix, as is what the machine ran out of; everything else is ours. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { problems: error.problems, stack: null };
  const out = ranOut(error);
  if (out !== null) return { problems: out.problems, stack: null };
  const message = error instanceof Error ? error.message : String(error);
  const problem: Problem = {
    what: `This is a bug in haiku-first; please report it: ${message.replace(/[.!?]?$/, '.')}`,
    file: null,
    line: null,
    column: null,
    fix: 'Set HAIKU_FIRST_DEBUG=1 to see where in the code.',
  };
  return { problems: [problem], stack: error instanceof Error ? (error.stack ?? null) : null };
}

/** The general answer for machines. */
export function errorDocument(failure: Failure): Immutable<ErrorDocument> {
  return { schema: 'haiku-first/error@1', problems: failure.problems };
}

/** The failure as lines of plain text, with the stack where the environment asks for it. */
export function failureLines(
  failure: Failure,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const stack = failure.stack !== null && env.HAIKU_FIRST_DEBUG === '1' ? [failure.stack] : [];
  return [...failure.problems.map(describe), ...stack];
}
