import { CommanderError, Option as CommanderOption, Command as Program } from 'commander';
import { UserError } from '../errors.ts';
import type { Command } from '../surface/command.ts';
import { type Option, type OptionName, optionsOf } from '../surface/options.ts';
import { VERSION } from '../surface/version.ts';
import type { CommandLine } from './command-line.ts';

/** How the help words the value of an option. */
function placeholder({ entry }: Option): string {
  if (entry.kind === 'boolean') return '';
  if (entry.kind === 'choice') return ` <${entry.choices.join('|')}>`;
  return ` <${entry.value}${entry.kind === 'list' ? '[,…]' : ''}>`;
}

function describeOption({ entry }: Option): string {
  return 'default' in entry && entry.default !== undefined
    ? `${entry.description} (default: ${entry.default})`
    : entry.description;
}

function describePlaced(option: Option): string {
  const { entry } = option;
  const choices = entry.kind === 'choice' ? ` (${entry.choices.join(', ')})` : '';
  return `${describeOption(option)}${choices}`;
}

function examples(command: Command): string {
  const lines = command.examples.map(([line, does]) => `  # ${does}\n  haiku-first ${line}`);
  return `\nExamples:\n${lines.join('\n')}`;
}

/** `error: unknown option '--wek'\n(Did you mean --week?)` as a sentence and what to do about it. */
function usageError(error: CommanderError, help: string): UserError {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const what = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.?$/, '.')}`;
  const hint = rest.join(' ').replace(/^\(|\)$/g, '');
  return new UserError(what, hint === '' ? `See ${help}.` : hint);
}

/**
 * Reads a command line (without the program's name). Values stay text: `parseOptions` reads those of every surface.
 * Throws `UserError` for wrong usage.
 */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  let out = '';
  let line: CommandLine | null = null;
  const program = new Program('haiku-first')
    .description(
      'Use the simplest Claude model that does the job, and never a lesser one where quality is at stake.',
    )
    .version(VERSION, '--version', 'Print the version.')
    .helpOption('--help', 'Print this help.')
    .helpCommand('help [command]', 'Print the help of a command.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => (out += text), writeErr: () => {} });

  for (const command of commands) {
    const own = program
      .command(command.name)
      .description(command.summary)
      .helpOption('--help', 'Print this help.')
      .addHelpText('after', examples(command))
      .addHelpText(
        'after',
        `\nExit codes: ${command.exitCodes}; everywhere 2 for wrong usage or an invalid file.`,
      );
    const given = new Map<OptionName, readonly string[]>();
    const options = optionsOf(command.name, 'cli');
    const placed = options.filter(({ entry }) => entry.place !== undefined);
    for (const option of placed) own.argument(`[${option.flag}]`, describePlaced(option));
    for (const option of options) {
      if (option.entry.place !== undefined) continue;
      const spec = new CommanderOption(`--${option.flag}${placeholder(option)}`, describeOption(option));
      own.addOption(spec);
      own.on(`option:${option.flag}`, (text: string | null) => {
        given.set(option.name, [...(given.get(option.name) ?? []), text ?? 'true']);
      });
    }
    own.action((...words: unknown[]) => {
      placed.forEach(({ name }, place) => {
        const word = words[place];
        if (typeof word === 'string') given.set(name, [word]);
      });
      line = { kind: 'run', command: command.name, given };
    });
  }

  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: out };
    const named = commands.find((command) => command.name === argv[0]);
    const help = named === undefined ? 'haiku-first --help' : `haiku-first ${named.name} --help`;
    if (error.code === 'commander.help') throw new UserError('No command was given.', `See ${help}.`);
    throw usageError(error, help);
  }
  if (line === null) throw new UserError('No command was given.', 'See haiku-first --help.');
  return line;
}
