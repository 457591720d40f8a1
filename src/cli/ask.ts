import { createInterface } from 'node:readline/promises';
import type { Write } from './cli.ts';

/** Shows a plan on standard output and asks on standard error, where both ends of a talk are a terminal; else null. */
export async function askOnTerminal(plan: string, question: string, write: Write): Promise<boolean | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  write(1, `${plan}\n\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Who closes the input has said no.
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question(`${question}? [y/N] `), closed]);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}
