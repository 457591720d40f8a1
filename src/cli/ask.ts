import { createInterface } from 'node:readline/promises';
import type { Write } from './cli.ts';

/** Ctrl-C and Ctrl-D, which readline makes an error of, are a no. */
function whenLeft(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return '';
  throw error;
}

/** The two ends of a talk, each with whether it is a terminal. */
export interface Talk {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Shows a plan on standard output and asks on standard error, where both ends of a talk are a terminal; else null. */
export async function askOnTerminal(
  plan: string,
  question: string,
  write: Write,
  { stdin, stderr }: Talk = process,
): Promise<boolean | null> {
  if (!stdin.isTTY || !stderr.isTTY) return null;
  write(1, `${plan}\n\n`);
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    // Who closes the input has said no.
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question(`${question}? [y/N] `), closed]).catch(whenLeft);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}
