import { type MicroUsd, ZONES } from '../../allocation/names.ts';
import { suggestion } from '../../allocation/nearest.ts';
import { InternalError, type Problem, UserError } from '../../errors.ts';
import { parseWeek } from '../../time/week.ts';
import { type CommandName, choicesFor } from './entry.ts';
import {
  type GivenJson,
  type JsonObject,
  OPTIONS,
  type Option,
  type OptionName,
  type OptionsOf,
  optionsOf,
} from './table.ts';

/** What was given, as text, by option. An option given twice has two texts. */
export type GivenOptions = ReadonlyMap<OptionName, readonly string[]>;

export interface ValueSource {
  /** How an option is called where it was given: `--week`, or `input week`. */
  readonly label: (option: Option) => string;
}

/** A wrong value: what it is, after the name and the text of the option, and what to write instead. */
class Wrong extends Error {
  readonly fix: string;
  constructor(what: string, fix: string) {
    super(what);
    this.fix = fix;
  }
}

/** `2026-11-23T03:00:00Z`: a full time with its zone, so that it means the same everywhere. */
function instant(text: string): Date {
  const parsed = new Date(text);
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  if (!complete || Number.isNaN(parsed.getTime())) {
    throw new Wrong('is not a time', 'Write it as 2026-11-23T03:00:00Z.');
  }
  return parsed;
}

/** Dollars as whole micro-dollars. Digits are read as written: no floating point comes near money. */
function usd(text: string): MicroUsd {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) throw new Wrong('is not an amount in dollars', 'Write it as 2.50.');
  const micro = Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
  if (micro === 0) throw new Wrong('is too small an amount', 'Give more than 0.');
  return micro as MicroUsd;
}

/** A number from 0 to 1, both included. */
function share(text: string): number {
  if (!/^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/.test(text))
    throw new Wrong('is not a number from 0 to 1', 'Write it as 0.85.');
  return Number(text);
}

/** A whole number above 0. */
function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Wrong('is not a whole number above 0', 'Write it as 4000.');
  return Number(text);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Wrong(`is not JSON: ${error.message}`, 'Write it as {"lines_changed": 40}, or as @FILE.');
  }
  if (!isObject(value)) throw new Wrong('is not a JSON object', 'Write it as {"lines_changed": 40}.');
  return value;
}

function fileOf(path: string): GivenJson {
  if (path.trim() === '') throw new Wrong('names no file', 'Write it as @facts.json.');
  return { kind: 'file', path };
}

/** The JSON object in a file that a value named. Throws `UserError` for anything else. */
export function jsonObjectIn(path: string, text: string): JsonObject {
  try {
    return jsonObject(text);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    throw new UserError(`${path} ${error.message}.`, error.fix);
  }
}

function flag(text: string): boolean {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw new Wrong('is neither true nor false', 'Write true or false.');
}

function choice(text: string, choices: readonly string[]): string {
  const found = choices.find((entry) => entry === text.toLowerCase());
  if (found === undefined) throw new Wrong('is not one of its values', suggestion(text, choices));
  return found;
}

function parse(texts: readonly string[], { entry }: Option, command: CommandName): unknown {
  if (entry.kind === 'list') {
    return texts
      .flatMap((text) => text.split(/[,\n]/))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }
  if (entry.kind === 'paths') {
    return texts
      .flatMap((text) => text.split('\n'))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }
  const text = texts.at(-1) ?? '';
  switch (entry.kind) {
    case 'boolean':
      return flag(text);
    case 'choice':
      return choice(text, choicesFor(entry, command));
    case 'zone':
      return choice(
        text,
        ZONES.map((zone) => zone.toLowerCase()),
      ).toUpperCase();
    case 'json':
      return text.startsWith('@') ? fileOf(text.slice(1)) : { kind: 'value', value: jsonObject(text) };
    case 'instant':
      return instant(text);
    case 'share':
      return share(text);
    case 'count':
      return count(text);
    case 'usd':
      return usd(text);
    case 'week': {
      const week = parseWeek(text);
      if (week === null) throw new Wrong('is not an ISO week', 'Write it as 2026-W48.');
      // Weeks around it are asked for, too, and these have none on both sides.
      if (week < '1972' || week >= '9998') throw new Wrong('is too far away', 'Write it as 2026-W48.');
      return week;
    }
    case 'string':
      if (text.trim() === '') throw new Wrong('is empty', 'Give a value, or leave it out.');
      return text;
  }
}

function absent({ entry }: Option): unknown {
  if (entry.kind === 'boolean') return false;
  if (entry.kind === 'list' || entry.kind === 'paths') return [];
  return null;
}

function shown(option: Option, texts: readonly string[]): string {
  const text = texts.at(-1) ?? '';
  if (option.entry.secret === true || text === '') return '';
  return ` ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`;
}

/** What was given and belongs to another command. */
function foreign(command: CommandName, given: GivenOptions, source: ValueSource): readonly Problem[] {
  const others = OPTIONS.filter(({ name, entry }) => given.has(name) && !entry.commands.includes(command));
  return others.map((option) => ({
    what: `${source.label(option)} is not an option of ${command}.`,
    file: null,
    line: null,
    column: null,
    fix: `It belongs to ${option.entry.commands.join(' and ')}: leave it out.`,
  }));
}

function isComplete<Command extends CommandName>(
  command: Command,
  parsed: Readonly<Record<string, unknown>>,
): parsed is OptionsOf<Command> {
  return optionsOf(command).every(({ name }) => Object.hasOwn(parsed, name));
}

/**
 * The values of a command's options, parsed once: inside, nobody looks at their text again. An option that was given
 * but belongs to another command is a mistake. Throws `UserError` with every wrong value.
 */
export function parseOptions<Command extends CommandName>(
  command: Command,
  given: GivenOptions,
  source: ValueSource,
): OptionsOf<Command> {
  const problems = [...foreign(command, given, source)];
  const parsed: Record<string, unknown> = {};
  for (const option of optionsOf(command)) {
    const { name, entry } = option;
    const byDefault = 'default' in entry && entry.default !== undefined ? [entry.default] : null;
    const texts = given.get(name) ?? byDefault;
    try {
      parsed[name] = texts === null ? absent(option) : parse(texts, option, command);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      const what = `${source.label(option)}${shown(option, texts ?? [])} ${error.message}.`;
      problems.push({ what, file: null, line: null, column: null, fix: error.fix });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  if (!isComplete(command, parsed)) throw new InternalError(`an option of ${command} has no value`);
  return parsed;
}
