/** The commands that are built. Their order is that of the help and the README. */
export const COMMAND_NAMES = [
  'resolve',
  'run',
  'check',
  'record',
  'collect',
  'ledger',
  'report',
  'simulate',
  'calibrate',
  'dashboard',
  'outcome',
  'drain',
  'agents',
  'explain',
  'init',
  'policy',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** The commands that a step of a workflow may name: `init` asks a person. */
export const ACTION_COMMANDS: readonly CommandName[] = COMMAND_NAMES.filter((name) => name !== 'init');

/** Where an option can be given: as an input of the Action, or on the command line. */
export type SurfaceName = 'action' | 'cli';

export const BOTH = ['action', 'cli'] as const;
export const CLI = ['cli'] as const;
export const ACTION = ['action'] as const;

interface Common {
  readonly commands: readonly CommandName[];
  readonly surfaces: readonly SurfaceName[];
  /** A sentence or two that are true of every command that has it. */
  readonly description: string;
  /** What is to be said of it for one command besides, in sentences. */
  readonly more?: Readonly<Partial<Record<CommandName, string>>>;
  /** Never shown, and masked wherever it appears. */
  readonly secret?: true;
  /** On the command line of these commands it is written without a name, in this order. */
  readonly place?: Readonly<Partial<Record<CommandName, 1 | 2>>>;
}

interface Valued extends Common {
  /** Parsed like a given value when none is given. */
  readonly default?: string;
  /** What `action.yml` has as the default instead: an expression, evaluated by GitHub. */
  readonly actionDefault?: string;
}

/**
 * One option. `value` is the name of its value in the help. Without a default an option that is not given is null;
 * a boolean is false, a list empty.
 */
export type OptionEntry =
  | (Valued & {
      readonly kind: 'string' | 'json' | 'week' | 'instant' | 'usd' | 'zone' | 'share' | 'count';
      readonly value: string;
    })
  | (Valued & {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      /** The choices of single commands, where they have not all of them. */
      readonly only?: Readonly<Partial<Record<CommandName, readonly string[]>>>;
      readonly value?: never;
    })
  /** `paths` are one on each line; names of a `list` may also be separated by commas. */
  | (Common & { readonly kind: 'list'; readonly value: string })
  | (Common & { readonly kind: 'paths'; readonly value: string })
  | (Common & { readonly kind: 'boolean' });

/** Options by name: in camel case here, in kebab case outside. */
export type OptionTable = Readonly<Record<string, OptionEntry>>;

/** The choices that a command has of an option. */
export function choicesFor(
  entry: OptionEntry & { readonly kind: 'choice' },
  command: CommandName,
): readonly string[] {
  return entry.only?.[command] ?? entry.choices;
}

/** What the option means to one command, for its help. */
export function describeFor({ description, more }: OptionEntry, command: CommandName): string {
  const own = more?.[command];
  return own === undefined ? description : `${description} ${own}`;
}

/** What the option means to every command that has it, for the Action's inputs. */
export function describeForAll({ description, more = {} }: OptionEntry): string {
  const sentences = new Set(Object.values(more));
  const own = [...sentences].map((sentence) => {
    const names = COMMAND_NAMES.filter((name) => more[name] === sentence);
    return `For ${names.join(' and ')}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
  });
  return [description, ...own].join(' ');
}
