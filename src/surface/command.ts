import type { Problem } from '../errors.ts';
import type { Call } from './call.ts';
import {
  type CommandName,
  type GivenOptions,
  type OptionsOf,
  parseOptions,
  type ValueSource,
} from './options/index.ts';
import type { Outcome } from './outcome.ts';

/** What the module of a command gives. */
interface CommandModule<Name extends CommandName> {
  readonly run: (call: Call<OptionsOf<Name>>) => Promise<Outcome>;
  /** The answer for machines when the command could not be done; without it, the general error document. */
  readonly failure?: (problems: readonly Problem[]) => Outcome['json'];
}

export interface CommandEntry<Name extends CommandName> {
  /** One line, for the help and docs/reference.md. */
  readonly summary: string;
  /** What its exit codes mean, for docs/reference.md. */
  readonly exitCodes: string;
  /** Command lines after `haiku-first`, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Loads the command's code: a command must not pay for another one's. */
  readonly load: () => Promise<CommandModule<Name>>;
}

/** A command as the surfaces see it: its options are read by itself, so that it gets no others. */
export interface Command extends Omit<CommandEntry<CommandName>, 'load'> {
  readonly name: CommandName;
  /** Reads the options and runs the command. Throws `UserError` for wrong ones, before anything is loaded. */
  readonly start: (given: GivenOptions, source: ValueSource, here: Omit<Call, 'options'>) => Promise<Outcome>;
  /** The command's own answer for a failure; null where it has none. */
  readonly failure: (problems: readonly Problem[]) => Promise<Outcome['json'] | null>;
}

export function defineCommand<Name extends CommandName>(name: Name, entry: CommandEntry<Name>): Command {
  const { summary, exitCodes, examples, load } = entry;
  return {
    name,
    summary,
    exitCodes,
    examples,
    start: async (given, source, here) => {
      const options = parseOptions(name, given, source);
      const { run } = await load();
      return run({ ...here, now: options.now ?? here.now, options });
    },
    failure: async (problems) => (await load()).failure?.(problems) ?? null,
  };
}

/** The command with this name; undefined when there is none. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
