export {
  ACTION_COMMANDS,
  COMMAND_NAMES,
  type CommandName,
  choicesFor,
  describeFor,
  describeForAll,
  type OptionEntry,
} from './entry.ts';
export { type GivenOptions, jsonObjectIn, parseOptions, type ValueSource } from './parse.ts';
export {
  type Json,
  type JsonObject,
  OPTIONS,
  type Option,
  type OptionName,
  type OptionsOf,
  type OptionValues,
  optionsOf,
  placedOptionsOf,
} from './table.ts';
