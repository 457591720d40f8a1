import type { Command } from '../surface/command.ts';
import { type OptionName, optionsOf } from '../surface/options.ts';
import type { CommandLine } from './command-line.ts';

/**
 * Reads a command line that has nothing but a command and its options, written out; null for every other one, also
 * for a wrong one: those are read by the real parser, which knows about help and mistakes. Loading that costs more
 * than answering, and nearly every call in CI is plain. A test holds that the two agree.
 */
export function readPlainCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
): CommandLine | null {
  const [name, ...words] = argv;
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return null;
  const options = new Map(optionsOf(command.name, 'cli').map((option) => [`--${option.flag}`, option]));
  // Words without a name are left to the real parser.
  const given = new Map<OptionName, readonly string[]>();
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    const equals = word.indexOf('=');
    const option = options.get(equals === -1 ? word : word.slice(0, equals));
    if (option === undefined) return null;
    const isFlag = option.entry.kind === 'boolean';
    if (isFlag && equals !== -1) return null;
    const value = isFlag ? 'true' : equals === -1 ? words[++place] : word.slice(equals + 1);
    if (value === undefined || value === '' || value.startsWith('-')) return null;
    given.set(option.name, [...(given.get(option.name) ?? []), value]);
  }
  return { kind: 'run', command: command.name, given };
}
