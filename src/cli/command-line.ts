import { parseArgs } from 'node:util';
import { nearest, suggestion } from '../allocation/nearest.ts';
import { UserError } from '../errors.ts';
import { type Command, findCommand } from '../surface/command.ts';
import { type GivenOptions, type OptionName, optionsOf, placedOptionsOf } from '../surface/options/index.ts';

/** What a command line asks for. */
export type CommandLine =
  | { readonly kind: 'run'; readonly command: Command; readonly given: GivenOptions }
  /** The help of a command; null: of the program. */
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' };

/**
 * Reads a command line (without the program's name). Values stay text: the command reads them, as those of every
 * surface. Throws `UserError` for wrong usage.
 */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const [first, ...words] = argv;
  if (first === undefined) throw new UserError('No command was given.', 'See haiku-first --help.');
  if (first === '--help' || first === 'help') {
    const name = words.find((word) => word !== '--help' && word !== 'help');
    return { kind: 'help', command: name === undefined ? null : commandOf(name, commands) };
  }
  if (first === '--version') return { kind: 'version' };
  if (first.startsWith('-')) throw unknownOption(first, ['--help', '--version'], 'haiku-first --help');
  return readOptions(commandOf(first, commands), words);
}

function commandOf(name: string, commands: readonly Command[]): Command {
  const command = findCommand(commands, name);
  if (command !== undefined) return command;
  const known = commands.map((each) => each.name);
  throw new UserError(`Unknown command '${name}'.`, suggestion(name, known));
}

function readOptions(command: Command, words: readonly string[]): CommandLine {
  const help = `haiku-first ${command.name} --help`;
  const options = optionsOf(command.name, 'cli');
  const placed = placedOptionsOf(command.name);
  const named = new Map(
    options.filter((option) => !placed.includes(option)).map((option) => [option.flag, option]),
  );
  const flags = [...named.values()].map(({ flag, entry }) => [
    flag,
    { type: entry.kind === 'boolean' ? ('boolean' as const) : ('string' as const) },
  ]);
  // It only cuts the line into words and values: what is wrong with them is said here, in words of our own.
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(flags),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const asked = tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []));
  if (asked.includes('--help')) return { kind: 'help', command };
  if (asked.includes('--version')) return { kind: 'version' };
  const given = new Map<OptionName, readonly string[]>();
  let place = 0;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const option = placed[place++];
      if (option === undefined)
        throw new UserError(`Too many arguments for ${command.name}: '${token.value}'.`, `See ${help}.`);
      given.set(option.name, [token.value]);
      continue;
    }
    const option = named.get(token.name);
    if (option === undefined || token.rawName !== `--${token.name}`) {
      const known = [...named.keys(), 'help', 'version'].map((flag) => `--${flag}`);
      // `parseArgs` cuts `-agent` into letters.
      const written = token.rawName.startsWith('--') ? token.rawName : words[token.index];
      throw unknownOption(written ?? token.rawName, known, help);
    }
    const isFlag = option.entry.kind === 'boolean';
    if (isFlag && token.value !== undefined)
      throw new UserError(`${token.rawName} does not take a value.`, `See ${help}.`);
    if (!isFlag && token.value === undefined)
      throw new UserError(`${token.rawName} needs a value.`, `See ${help}.`);
    given.set(option.name, [...(given.get(option.name) ?? []), token.value ?? 'true']);
  }
  return { kind: 'run', command, given };
}

function unknownOption(text: string, known: readonly string[], help: string): UserError {
  const near = nearest(text, known);
  return new UserError(`Unknown option '${text}'.`, near === null ? `See ${help}.` : `Did you mean ${near}?`);
}
