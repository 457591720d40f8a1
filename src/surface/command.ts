import type { Problem } from '../errors.ts';
import type { CommandName, ParsedOptions } from './options.ts';
import type { Outcome, Surroundings } from './outcome.ts';

/** What the module of a command gives. */
export interface CommandModule {
  readonly run: (options: ParsedOptions, surroundings: Surroundings) => Promise<Outcome>;
  /** The answer for machines when the command could not be done; without it, the general error document. */
  readonly failure?: (problems: readonly Problem[]) => Outcome['json'];
}

export interface Command {
  readonly name: CommandName;
  /** One line, for the help and the README. */
  readonly summary: string;
  /** What its exit codes mean, for the README. */
  readonly exitCodes: string;
  /** Command lines after `haiku-first`, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Loads the command's code: a command must not pay for another one's. */
  readonly load: () => Promise<CommandModule>;
}

/** The command with this name; undefined when there is none. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
