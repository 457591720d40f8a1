import type { MicroUsd, Zone } from '../../allocation/names.ts';
import type { IsoWeek } from '../../time/week.ts';
import { CHECK_OPTIONS } from './check.ts';
import { DECISION_OPTIONS } from './decision.ts';
import type { CommandName, OptionEntry, SurfaceName } from './entry.ts';
import { INIT_OPTIONS } from './init.ts';
import { RUN_OPTIONS } from './run.ts';
import { SHARED_OPTIONS } from './shared.ts';
import { USAGE_OPTIONS } from './usage.ts';

/**
 * Every option of every command, once. The command line, its help, the Action's inputs, `action.yml` and the
 * reference's tables are made from it.
 */
const TABLE = {
  ...SHARED_OPTIONS,
  ...DECISION_OPTIONS,
  ...RUN_OPTIONS,
  ...CHECK_OPTIONS,
  ...USAGE_OPTIONS,
  ...INIT_OPTIONS,
};
type Table = typeof TABLE;

export type OptionName = keyof Table;

/** Any JSON value, as parsed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** A JSON object, or the file that holds it: which version of that counts, the command knows. */
export type GivenJson =
  | { readonly kind: 'value'; readonly value: JsonObject }
  | { readonly kind: 'file'; readonly path: string };

interface Values {
  string: string;
  json: GivenJson;
  week: IsoWeek;
  instant: Date;
  usd: MicroUsd;
  share: number;
  count: number;
  zone: Zone;
}

/** The choices of a command, where it has its own; else all. */
type ChoiceOf<Entry, Command> = Entry extends {
  only: { readonly [Name in Command & string]: readonly (infer Choice)[] };
}
  ? Choice
  : Entry extends { choices: readonly (infer Choice)[] }
    ? Choice
    : never;

type ValueOf<Entry, Command = never> = Entry extends { kind: 'boolean' }
  ? boolean
  : Entry extends { kind: 'list' | 'paths' }
    ? readonly string[]
    :
        | (Entry extends { choices: readonly string[] }
            ? ChoiceOf<Entry, Command>
            : Entry extends { kind: infer Kind extends keyof Values }
              ? Values[Kind]
              : never)
        | (Entry extends { default: string } ? never : null);

/** The values of options by name, of all commands: what a function needs of them it picks. */
export type OptionValues = { readonly [Name in OptionName]: ValueOf<Table[Name]> };

/** The options of a command; of several commands those that all of them have. Surfaces read `now` of every one. */
export type OptionsOf<Command extends CommandName> = Pick<OptionValues, 'now'> & {
  readonly [Name in OptionName as [Command] extends [Table[Name]['commands'][number]]
    ? Name
    : never]: ValueOf<Table[Name], Command>;
};

export interface Option {
  readonly name: OptionName;
  /** `escalate-from`: the option without its dashes, and the Action's input. */
  readonly flag: string;
  readonly entry: OptionEntry;
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(TABLE, name);
}

/** Every option, in the table's order. */
export const OPTIONS: readonly Option[] = Object.entries(TABLE).flatMap(([name, entry]) =>
  isOptionName(name)
    ? [{ name, flag: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), entry }]
    : [],
);

/** The options that a command line has without their names, in their order. */
export function placedOptionsOf(command: CommandName): readonly Option[] {
  const placeOf = ({ entry }: Option): number => entry.place?.[command] ?? 0;
  return optionsOf(command, 'cli')
    .filter((option) => placeOf(option) > 0)
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** The options that a command has, on one surface or on both. */
export function optionsOf(command: CommandName, surface: SurfaceName | null = null): readonly Option[] {
  return OPTIONS.filter(
    ({ entry }) => entry.commands.includes(command) && (surface === null || entry.surfaces.includes(surface)),
  );
}
