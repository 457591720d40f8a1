import type { Problem } from '../errors.ts';
import type { Call } from './call.ts';
import { credentialsIn, type Secrets } from './masking.ts';
import {
  type CommandName,
  type GivenOptions,
  type OptionName,
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

/** A command line after `haiku-first`, and what it does. */
export type CommandExample = readonly [line: string, does: string];

export interface CommandEntry<Name extends CommandName> {
  /** One line, for the help and docs/reference.md. */
  readonly summary: string;
  /** What its exit codes mean, for docs/reference.md. */
  readonly exitCodes: string;
  /** Loads what only its help shows. */
  readonly examples: () => Promise<readonly CommandExample[]>;
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

/** Options whose text is shown, recorded, or handed on to other runs: a secret is taken out before anybody reads them. */
const TOLD: readonly OptionName[] = ['reason', 'because', 'trigger', 'by', 'workItem', 'task'];

/** The options as they may be shown. The address of a ledger has to stay as it is: its credentials are learnt. */
function withoutSecrets(given: GivenOptions, secrets: Secrets | undefined): GivenOptions {
  if (secrets === undefined) return given;
  for (const address of given.get('ledger') ?? [])
    for (const each of credentialsIn(address)) secrets.learn(each);
  const clean = new Map(given);
  for (const name of TOLD) {
    const texts = given.get(name);
    if (texts !== undefined)
      clean.set(
        name,
        texts.map((text) => secrets.mask(text)),
      );
  }
  return clean;
}

export function defineCommand<Name extends CommandName>(name: Name, entry: CommandEntry<Name>): Command {
  const { summary, exitCodes, examples, load } = entry;
  return {
    name,
    summary,
    exitCodes,
    examples,
    start: async (given, source, here) => {
      const options = parseOptions(name, withoutSecrets(given, here.secrets), source);
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
