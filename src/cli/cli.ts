import { styleText } from 'node:util';
import type { Command } from '../surface/command.ts';
import { Secrets, secretsOf } from '../surface/masking.ts';
import { type Progress, showProgress } from '../surface/progress.ts';
import { type CliResult, execute, failedLine } from './execute.ts';

/** A reader that went away (`| head`) is no failure of ours; anything else about a stream is. */
function tolerateClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Colour only where a person looks: `hasColors` knows NO_COLOR, TERM=dumb and the like. */
function errorLabel(stream: NodeJS.WriteStream): string {
  const label = 'error:';
  return stream.isTTY && stream.hasColors() ? styleText(['bold', 'red'], label) : label;
}

function print(result: CliResult): void {
  result.stderr.forEach((line, index) => {
    process.stderr.write(index < result.errors ? `${errorLabel(process.stderr)} ${line}\n` : `${line}\n`);
  });
  process.stdout.write(result.stdout);
}

/** An answer is shown while it comes where a person looks, and only once where all goes to one terminal. */
function terminalProgress(secrets: Secrets): { readonly progress?: Progress } {
  if (!process.stderr.isTTY) return {};
  const write = (text: string): void => {
    process.stderr.write(text);
  };
  return { progress: showProgress({ write, secrets, seen: process.stdout.isTTY, inActions: false }) };
}

/** The command line: runs it, prints, and sets the exit code once. Until then the exit code is 2. */
export async function startCli(commands: readonly Command[]): Promise<void> {
  process.exitCode = 2;
  tolerateClosedPipe(process.stdout);
  tolerateClosedPipe(process.stderr);
  const secrets = new Secrets(secretsOf(process.env));
  // Node would end with 1 and a stack for what fails beside the awaited work; 1 means findings.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      print(failedLine(error, process.env, secrets));
      process.exit(2);
    });
  }
  const result = await execute(process.argv.slice(2), {
    env: process.env,
    cwd: process.cwd(),
    clock: () => new Date(),
    commands,
    secrets,
    ...terminalProgress(secrets),
  });
  print(result);
  process.exitCode = result.exitCode;
}
