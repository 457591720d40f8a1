import type { Call } from '../surface/call.ts';
import { type Command, findCommand } from '../surface/command.ts';
import { errorDocument, type Failure, failureLines, failureOf } from '../surface/failure.ts';
import { maskJson, Secrets, secretsOf } from '../surface/masking.ts';
import type { ValueSource } from '../surface/options/index.ts';
import type { ExitCode, Outcome } from '../surface/outcome.ts';
import { printable } from '../surface/printable.ts';
import { VERSION } from '../surface/version.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';

/** What the command line is run in. */
interface CliWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly clock: () => Date;
  readonly commands: readonly Command[];
  /** What must not be printed; left out: what the environment holds, and what is learnt on the way. */
  readonly secrets?: Secrets;
  /** Where an answer is shown while it comes; left out: nowhere. */
  readonly progress?: NonNullable<Call['progress']>;
  readonly pace?: NonNullable<Call['pace']>;
  /** Shows text to a person, and asks; left out: nobody is there. */
  readonly ask?: NonNullable<Call['ask']>;
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
    const own = await command?.failure(failure.problems);
    if (own) return own;
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

async function printed(
  line: Exclude<CommandLine, { kind: 'run' }>,
  commands: readonly Command[],
): Promise<string> {
  if (line.kind === 'version') return `${VERSION}\n`;
  const { commandHelp, programHelp } = await import('./help.ts');
  return line.command === null ? programHelp(commands) : commandHelp(line.command);
}

/** Runs a command line to the end and says what came of it. Never throws: a failure is a result, too. */
export async function execute(argv: readonly string[], world: CliWorld): Promise<CliResult> {
  const { secrets = new Secrets(secretsOf(world.env)), progress, pace, ask } = world;
  const clean = (text: string): string => printable(secrets.mask(text));
  try {
    const line = readCommandLine(argv, world.commands);
    if (line.kind !== 'run')
      return { exitCode: 0, stdout: await printed(line, world.commands), stderr: [], errors: 0 };
    const { command, given } = line;
    const source: ValueSource = {
      label: ({ flag, entry }) => (entry.place?.[command.name] === undefined ? `--${flag}` : `The ${flag}`),
    };
    const outcome = await command.start(given, source, {
      surface: 'cli',
      env: world.env,
      cwd: world.cwd,
      now: world.clock(),
      secrets,
      ...(progress === undefined ? {} : { progress }),
      ...(pace === undefined ? {} : { pace }),
      ...(ask === undefined
        ? {}
        : { ask: (plan, question, whole) => ask(clean(plan), clean(question), clean(whole)) }),
    });
    return {
      exitCode: outcome.exitCode,
      stdout: given.has('json') ? documentText(outcome.json, secrets) : `${clean(outcome.text)}\n`,
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
