import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputRows } from '../../scripts/generate/action-yml.ts';
import { REFERENCE, withTables } from '../../scripts/generate/reference.ts';
import { generate } from '../../scripts/generate.ts';
import { OUTPUTS } from '../../src/actions/outputs.ts';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { commandHelp } from '../../src/cli/help.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { COMMAND_NAMES, OPTIONS, optionsOf, placedOptionsOf } from '../../src/surface/options/index.ts';

const root = join(import.meta.dirname, '../..');
const file = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

async function help(command: string): Promise<string> {
  const line = readCommandLine([command, '--help'], COMMANDS);
  return line.kind === 'help' && line.command !== null ? commandHelp(line.command) : '';
}

describe('what is written from another file', () => {
  it('is what that file says', async () => {
    for (const { path, text } of await generate(root)) expect(await file(path), path).toBe(text);
  });
});

describe('action.yml', () => {
  it('has exactly the inputs and outputs of the tables', async () => {
    const metadata = parse(await file('action.yml'));
    const inputs = OPTIONS.filter(({ entry }) => entry.surfaces.some((surface) => surface === 'action'));
    expect(Object.keys(metadata.inputs)).toEqual(['command', ...inputs.map(({ flag }) => flag)]);
    expect(Object.keys(metadata.outputs)).toEqual(OUTPUTS.map(({ name }) => name));
    expect(metadata.inputs['github-token'].default).toMatch(/^\$\{\{ github\.token \}\}$/);
    expect(metadata.runs).toEqual({
      using: 'node24',
      main: 'dist/action.js',
      post: 'dist/post.js',
      'post-if': 'always()',
    });
  });

  it('gives the defaults that the code has', async () => {
    const { inputs } = parse(await file('action.yml'));
    for (const { flag, entry } of OPTIONS) {
      if ('default' in entry && flag in inputs) expect(inputs[flag].default, flag).toBe(entry.default);
    }
  });
});

describe('the help', () => {
  it.each(COMMAND_NAMES)('of %s names every option it has, no other one, and an example', async (command) => {
    const text = await help(command);
    const placed = placedOptionsOf(command);
    const options = optionsOf(command, 'cli').filter((option) => !placed.includes(option));
    for (const { flag } of options) expect(text).toMatch(new RegExp(`^  --${flag}\\b`, 'm'));
    for (const { flag } of placed) expect(text).toContain(`[${flag}]`);
    const named = [...text.matchAll(/^ {2}--([a-z-]+)/gm)]
      .map((match) => match[1])
      .filter((flag) => flag !== 'help');
    expect(named).toEqual(options.map(({ flag }) => flag));
    expect(text).toMatch(/Examples:\n {2}# .+\n {2}haiku-first /);
  });

  it('shows examples that the command line takes', async () => {
    for (const { examples } of COMMANDS) {
      for (const [line] of await examples()) {
        const argv = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
        expect(readCommandLine(argv, COMMANDS).kind, line).toBe('run');
      }
    }
  });

  it('never shows a secret option', async () => {
    const secrets = OPTIONS.filter(({ entry }) => entry.secret).map(({ flag }) => flag);
    for (const command of COMMAND_NAMES)
      for (const flag of secrets) expect(await help(command)).not.toContain(`--${flag}`);
  });
});

describe('the reference', () => {
  it('lists every input', async () => {
    const page = await file(REFERENCE);
    for (const { name } of inputRows()) expect(page).toContain(`\n| \`${name}\` `);
  });

  it('is refused without a place for a table, or with a place for none', () => {
    expect(() => withTables('')).toThrow(/inputs, outputs, rules, commands/);
    expect(() => withTables('<!-- generated:nonsense -->\n<!-- /generated -->')).toThrow(/nonsense/);
  });
});

describe('the README', () => {
  it('is short enough to be read: twelve kilobytes', async () => {
    expect(Buffer.byteLength(await file('README.md'))).toBeLessThanOrEqual(12_288);
  });
});

describe('docs/dependencies.md', () => {
  it('gives a reason for every package that is depended on, and for no other one', async () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await file('package.json'));
    const rows = (await file('docs/dependencies.md')).match(/^\| `.*?\|/gm) ?? [];
    const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
    const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(named.sort()).toEqual(installed.sort());
  });
});
