import { fstatSync, writeSync } from 'node:fs';
import { styleText } from 'node:util';
import { ranOut } from '../errors.ts';
import type { Command } from '../surface/command.ts';
import { Secrets, secretsOf } from '../surface/masking.ts';
import { type Progress, showProgress } from '../surface/progress.ts';
import { type CliResult, execute, failedLine } from './execute.ts';

/** Writes to standard output (1) or standard error (2). */
export type Write = (output: 1 | 2, text: string) => void;

/** The stream of an output, for which a reader that went away (`| head`) is no failure of ours. */
function streamOf(output: 1 | 2): NodeJS.WriteStream {
  const stream = output === 1 ? process.stdout : process.stderr;
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/**
 * Writes past the streams of `process`, which take longer to load than a decision takes; but where the output is one
 * that does not wait (somebody else has made it so) they know how to.
 */
function directWrite(): Write {
  const streams = new Map<1 | 2, NodeJS.WriteStream>();
  return (output, text) => {
    let rest = Buffer.from(text);
    try {
      while (rest.length > 0 && !streams.has(output)) rest = rest.subarray(writeSync(output, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN')
        throw ranOut(error, output === 1 ? 'Standard output' : 'Standard error') ?? error;
      streams.set(output, streamOf(output));
    }
    streams.get(output)?.write(rest);
  };
}

/** Colour only where a person looks: `hasColors` knows NO_COLOR, TERM=dumb and the like. */
function errorLabel(stream: NodeJS.WriteStream): string {
  const label = 'error:';
  return stream.isTTY && stream.hasColors() ? styleText(['bold', 'red'], label) : label;
}

function print({ stdout, stderr, errors }: CliResult, write: Write): void {
  stderr.forEach((line, index) => {
    write(2, index < errors ? `${errorLabel(process.stderr)} ${line}\n` : `${line}\n`);
  });
  write(1, stdout);
}

/** An answer is shown while it comes where a person looks, and only once where all goes to one terminal. */
function terminalProgress(secrets: Secrets, write: Write): { readonly progress?: Progress } {
  // Asked first, as it loads nothing: a terminal is one.
  if (!fstatSync(2).isCharacterDevice() || !process.stderr.isTTY) return {};
  const show = (text: string): void => write(2, text);
  return { progress: showProgress({ write: show, secrets, seen: process.stdout.isTTY, inActions: false }) };
}

/** The command line: runs it, prints, and sets the exit code once. Until then the exit code is 2. */
export async function startCli(commands: readonly Command[], write: Write = directWrite()): Promise<void> {
  process.exitCode = 2;
  const secrets = new Secrets(secretsOf(process.env));
  // Node would end with 1 and a stack for what fails beside the awaited work; 1 means findings.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      print(failedLine(error, process.env, secrets), write);
      process.exit(2);
    });
  }
  const result = await execute(process.argv.slice(2), {
    env: process.env,
    cwd: process.cwd(),
    clock: () => new Date(),
    commands,
    secrets,
    ...terminalProgress(secrets, write),
    ask: async (plan, question, whole) =>
      (await import('./ask.ts')).askOnTerminal({ plan, question, whole }, write),
  });
  print(result, write);
  process.exitCode = result.exitCode;
}
