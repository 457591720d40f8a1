/** One mistake, with the place where it can be fixed. */
export interface Problem {
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** File, or other place, in which it stands; null when it has none. */
  readonly file: string | null;
  /** 1-based; null when the place has no lines. */
  readonly line: number | null;
  /** 1-based; null when the place has no columns. */
  readonly column: number | null;
  /** What to do about it; null when `what` already says so. */
  readonly fix: string | null;
}

/** `file:line:column`, as far as it is known; empty when nothing is. */
export function place(problem: Problem): string {
  if (problem.file === null) return '';
  const parts: (string | number)[] = [problem.file];
  if (problem.line !== null) {
    parts.push(problem.line);
    if (problem.column !== null) parts.push(problem.column);
  }
  return parts.join(':');
}

/** A problem as one line of plain text. */
export function describe(problem: Problem): string {
  const where = place(problem);
  const fix = problem.fix === null ? '' : ` ${problem.fix}`;
  return `${where === '' ? '' : `${where}: `}${problem.what}${fix}`;
}

/**
 * The user's mistake: wrong usage, an invalid file, or a place that cannot be read.
 * Leads to exit code 2 and to text that says what, where and what to do; never to a stack trace.
 */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[] | string, fix: string | null = null) {
    const list =
      typeof problems === 'string'
        ? [{ what: problems, file: null, line: null, column: null, fix }]
        : problems;
    super(list.map(describe).join('\n'));
    this.name = 'UserError';
    this.problems = list;
  }
}

/** What a machine can run out of, by the system's code. */
const RUN_OUT: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  EMFILE: ['this process has no file handles left', 'Raise the limit of open files (ulimit -n).'],
  ENFILE: [
    'the machine has no file handles left',
    'End what holds them open, or raise the limit of the system.',
  ],
  ENOSPC: ['there is no space left on the disk', 'Free some space, or write elsewhere.'],
  EDQUOT: ['the quota of the disk is used up', 'Free some space, or write elsewhere.'],
  EAGAIN: ['no further process can be started', 'End other processes, or raise their limit (ulimit -u).'],
  ENOMEM: ['there is no memory left', 'Give the machine more, or run less on it.'],
};

/**
 * The user's mistake that an error of the system is, where something ran out; null for any other error.
 * @param place what was written to, where the error does not name it
 */
export function ranOut(error: unknown, place: string | null = null): UserError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const found = Object.hasOwn(RUN_OUT, error.code) ? RUN_OUT[error.code] : undefined;
  if (found === undefined) return null;
  const where = place ?? ('path' in error && typeof error.path === 'string' ? error.path : null);
  const named = where === null ? '' : `${where} could not be written or opened. `;
  return new UserError(`${named}The work stopped: ${found[0]} (${error.code}).`, found[1]);
}

/** Does work that writes to a place. Where the machine has run out of something, the `UserError` names the place. */
export function writingTo<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ranOut(error, place) ?? error;
  }
}

/** Our mistake: a state that the code holds to be impossible. Leads to exit code 2 and a request to report it. */
export class InternalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InternalError';
  }
}
