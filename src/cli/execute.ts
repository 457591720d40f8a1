import { type Command, findCommand } from '../surface/command.ts';
import { errorDocument, type Failure, failureLines, failureOf } from '../surface/failure.ts';
import { maskJson, Secrets, secretsOf } from '../surface/masking.ts';
import { parseOptions } from '../surface/option-values.ts';
import type { ExitCode, Outcome, Progress, Surroundings } from '../surface/outcome.ts';
import { printable } from '../surface/printable.ts';
import { readTextFile } from '../surface/regular-file.ts';
import { readPlainCommandLine } from './plain.ts';

/** What the command line is run in. */
export interface CliWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly clock: () => Date;
  readonly commands: readonly Command[];
  /** What must not be printed; left out: what the environment holds, and what is learnt on the way. */
  readonly secrets?: Secrets;
  /** Where an answer is shown while it comes; left out: nowhere. */
  readonly progress?: Progress;
  readonly pace?: NonNullable<Surroundings['pace']>;
}

/** What is to be printed, and the exit code. */
export interface CliResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  /** Lines for standard error; the first `errors` of them are errors. */
  readonly stderr: readonly string[];
  readonly errors: number;
}

function documentText(document: unknown, secrets: Secrets): string {
  return `${JSON.stringify(maskJson(document, secrets.all), null, 2)}\n`;
}

/** The command's own answer for a failure, where it has one: `check` owes a verdict. */
async function failureDocument(failure: Failure, command: Command | undefined): Promise<Outcome['json']> {
  try {
    const module = await command?.load();
    if (module?.failure !== undefined) return module.failure(failure.problems);
  } catch {
    // What is being reported matters more than that the command's own wording of it cannot be had.
  }
  return errorDocument(failure);
}

/** A failure as a result, with nothing for standard output. */
export function failedLine(
  error: unknown,
  env: CliWorld['env'],
  secrets = new Secrets(secretsOf(env)),
): CliResult {
  const stderr = failureLines(failureOf(error), env).map((line) => printable(secrets.mask(line)));
  return { exitCode: 2, stdout: '', stderr, errors: stderr.length };
}

/** Runs a command line to the end and says what came of it. Never throws: a failure is a result, too. */
export async function execute(argv: readonly string[], world: CliWorld): Promise<CliResult> {
  const { secrets = new Secrets(secretsOf(world.env)), progress, pace } = world;
  const clean = (text: string): string => printable(secrets.mask(text));
  try {
    const plain = readPlainCommandLine(argv, world.commands);
    const line = plain ?? (await import('./program.ts')).readCommandLine(argv, world.commands);
    if (line.kind === 'print') return { exitCode: 0, stdout: line.text, stderr: [], errors: 0 };

    const options = await parseOptions(line.command, line.given, {
      label: ({ flag, entry }) => (entry.place === undefined ? `--${flag}` : `The ${flag}`),
      readText: (path) => readTextFile(world.cwd, path),
    });
    const command = findCommand(world.commands, line.command);
    if (command === undefined) throw new RangeError(`no command ${line.command}`);
    const { run } = await command.load();
    const outcome = await run(options, {
      surface: 'cli',
      env: world.env,
      cwd: world.cwd,
      now: options.now ?? world.clock(),
      secrets,
      ...(progress === undefined ? {} : { progress }),
      ...(pace === undefined ? {} : { pace }),
    });
    return {
      exitCode: outcome.exitCode,
      stdout: options.json ? documentText(outcome.json, secrets) : `${clean(outcome.text)}\n`,
      stderr: outcome.notes.map(clean),
      errors: 0,
    };
  } catch (error) {
    const failed = failedLine(error, world.env, secrets);
    if (!argv.includes('--json')) return failed;
    const command = findCommand(world.commands, argv[0] ?? '');
    return { ...failed, stdout: documentText(await failureDocument(failureOf(error), command), secrets) };
  }
}
