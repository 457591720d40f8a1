import type { Command } from '../surface/command.ts';
import {
  choicesFor,
  describeFor,
  type Option,
  optionsOf,
  placedOptionsOf,
} from '../surface/options/index.ts';

/** As wide as a terminal is at least. */
const WIDTH = 80;

/** Rows of two columns, the second one broken into lines. */
function rows(pairs: readonly (readonly [left: string, right: string])[]): string {
  const indent = Math.max(...pairs.map(([left]) => left.length)) + 4;
  return pairs
    .map(([left, right]) => `  ${left.padEnd(indent - 2)}${broken(right, WIDTH - indent, indent)}`)
    .join('\n');
}

function broken(text: string, width: number, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > Math.max(width, 32)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

function valueName({ entry }: Option, { name }: Command): string {
  if (entry.kind === 'boolean') return '';
  if (entry.kind === 'choice') return ` <${choicesFor(entry, name).join('|')}>`;
  return ` <${entry.value}${entry.kind === 'list' ? '[,…]' : ''}>`;
}

function meaning({ entry }: Option, command: Command): string {
  const about = describeFor(entry, command.name);
  return 'default' in entry && entry.default !== undefined ? `${about} (default: ${entry.default})` : about;
}

const HELP_ROW = ['--help', 'Print this help.'] as const;

export function programHelp(commands: readonly Command[]): string {
  return `Usage: haiku-first <command> [options]

Use the simplest Claude model that does the job, and never a lesser one where
quality is at stake.

Commands:
${rows([...commands.map(({ name, summary }) => [name, summary] as const), ['help [command]', 'Print the help of a command.']])}

Options:
${rows([['--version', 'Print the version.'], HELP_ROW])}
`;
}

export async function commandHelp(command: Command): Promise<string> {
  const options = optionsOf(command.name, 'cli');
  const placed = placedOptionsOf(command.name);
  const named = options.filter((option) => !placed.includes(option));
  const usage = ['haiku-first', command.name, '[options]', ...placed.map(({ flag }) => `[${flag}]`)];
  const choices = ({ entry }: Option): string =>
    entry.kind === 'choice' ? ` (${choicesFor(entry, command.name).join(', ')})` : '';
  const words = placed.map((each) => [each.flag, `${meaning(each, command)}${choices(each)}`] as const);
  const examples = (await command.examples()).map(([line, does]) => `  # ${does}\n  haiku-first ${line}`);
  return [
    `Usage: ${usage.join(' ')}`,
    broken(command.summary, WIDTH, 0),
    ...(words.length === 0 ? [] : [`Arguments:\n${rows(words)}`]),
    `Options:\n${rows([...named.map((each) => [`--${each.flag}${valueName(each, command)}`, meaning(each, command)] as const), HELP_ROW])}`,
    `Examples:\n${examples.join('\n')}`,
    `${broken(`Exit codes: ${command.exitCodes}; always 2 for wrong usage or an invalid file.`, WIDTH, 0)}\n`,
  ].join('\n\n');
}
