import { suggestion } from '../allocation/nearest.ts';
import { UserError } from '../errors.ts';
import {
  ACTION_COMMANDS,
  type CommandName,
  type GivenOptions,
  OPTIONS,
  type Option,
  type OptionName,
} from '../surface/options/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** An input as the runner passes it; white space around it does not count, and empty is not given. */
function input(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function isCommandName(text: string): text is CommandName {
  return ACTION_COMMANDS.some((name) => name === text);
}

/** How messages call an option. */
export function inputLabel({ flag }: Option): string {
  return `The input ${flag}`;
}

/** The input `command`. Throws `UserError` when it names none. */
export function commandInput(env: Environment): CommandName {
  const text = input(env, 'command');
  if (isCommandName(text)) return text;
  const what = text === '' ? 'The input command is missing.' : `There is no command ${JSON.stringify(text)}.`;
  throw new UserError(
    what,
    text === '' ? `Known: ${ACTION_COMMANDS.join(', ')}.` : suggestion(text, ACTION_COMMANDS),
  );
}

/**
 * The inputs that were given, as text. An input that belongs to another command and has its default is not given:
 * the runner passes every default to every command.
 */
export function givenInputs(env: Environment, command: CommandName): GivenOptions {
  const given = new Map<OptionName, readonly string[]>();
  for (const { name, flag, entry } of OPTIONS) {
    const text = input(env, flag);
    if (text === '' || !entry.surfaces.some((surface) => surface === 'action')) continue;
    const mine = entry.commands.some((owner) => owner === command);
    // What an expression gave cannot be told from what somebody wrote.
    const itsDefault = 'actionDefault' in entry || ('default' in entry && text === entry.default);
    if (mine || !itsDefault) given.set(name, [text]);
  }
  return given;
}

/** The inputs that hold a secret. */
export function secretInputs(env: Environment): readonly string[] {
  return OPTIONS.flatMap(({ flag, entry }) => {
    const text = input(env, flag);
    return entry.secret === true && text !== '' ? [text] : [];
  });
}
