import { createInterface } from 'node:readline/promises';
import type { Write } from './cli.ts';

/** Ctrl-C and Ctrl-D, which readline makes an error of, are a no. */
function whenLeft(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return '';
  throw error;
}

/** What a person is asked. */
export interface Question {
  readonly plan: string;
  readonly question: string;
  /** All that the plan speaks of, for those who want to see it first; empty: the plan has it all. */
  readonly whole: string;
}

/** The two ends of a talk, each with whether it is a terminal. */
export interface Talk {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Shows a plan on standard output and asks on standard error, where both ends of a talk are a terminal; else null. */
export async function askOnTerminal(
  { plan, question, whole }: Question,
  write: Write,
  { stdin, stderr }: Talk = process,
): Promise<boolean | null> {
  if (!stdin.isTTY || !stderr.isTTY) return null;
  write(1, `${plan}\n\n`);
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    // Who closes the input has said no.
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    for (;;) {
      const choices = whole === '' ? 'y/N' : 'y/N, s to see them';
      const answer = await Promise.race([terminal.question(`${question}? [${choices}] `), closed]).catch(
        whenLeft,
      );
      if (whole === '' || !/^\s*s(?:ee|how)?\s*$/i.test(answer)) return /^\s*y(?:es)?\s*$/i.test(answer);
      write(1, `\n${whole}\n\n`);
    }
  } finally {
    terminal.close();
  }
}
