import { stringify } from 'yaml';
import { OUTPUTS } from '../../src/actions/outputs.ts';
import {
  ACTION_COMMANDS,
  COMMAND_NAMES,
  describeForAll,
  OPTIONS,
  type OptionEntry,
} from '../../src/surface/options/index.ts';
import type { GeneratedFile } from './schemas.ts';

export interface InputRow {
  readonly name: string;
  /** Which commands take it; empty for all of them. */
  readonly commands: readonly string[];
  readonly description: string;
  readonly default: string | null;
  readonly required: boolean;
}

function defaultOf(entry: OptionEntry): string | null {
  if (entry.kind === 'list' || entry.kind === 'paths' || entry.kind === 'boolean') return null;
  return entry.actionDefault ?? entry.default ?? null;
}

/** Every input of the Action, `command` first. */
export function inputRows(): readonly InputRow[] {
  const command: InputRow = {
    name: 'command',
    commands: [],
    description: `What to do: ${ACTION_COMMANDS.join(' or ')}.`,
    default: null,
    required: true,
  };
  const options = OPTIONS.filter(({ entry }) => entry.surfaces.some((surface) => surface === 'action'));
  return [
    command,
    ...options.map(({ flag, entry }) => ({
      name: flag,
      commands:
        entry.commands.length === COMMAND_NAMES.length
          ? []
          : entry.commands.filter((each) => ACTION_COMMANDS.includes(each)),
      description: describeForAll(entry),
      default: defaultOf(entry),
      required: false,
    })),
  ];
}

function described(commands: readonly string[], description: string): string {
  return commands.length === 0 ? description : `(${commands.join(', ')}) ${description}`;
}

/** The Action's metadata. Booleans have no default: an input that is not given is false. */
export function actionYml(name: string, description: string): GeneratedFile {
  const metadata = {
    name,
    description,
    branding: { icon: 'sliders', color: 'purple' },
    inputs: Object.fromEntries(
      inputRows().map((row) => [
        row.name,
        {
          description: described(row.commands, row.description),
          required: row.required,
          ...(row.default === null ? {} : { default: row.default }),
        },
      ]),
    ),
    outputs: Object.fromEntries(
      OUTPUTS.map((output) => [
        output.name,
        { description: described([output.command], output.description) },
      ]),
    ),
    runs: { using: 'node24', main: 'dist/action.js', post: 'dist/post.js', 'post-if': 'always()' },
  };
  const header = '# Written by scripts/generate.ts. Do not edit: run `npm run generate`.\n';
  return { path: 'action.yml', text: header + stringify(metadata, { lineWidth: 0 }) };
}
