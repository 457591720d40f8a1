import { describe, expect, it } from 'vitest';
import {
  COMMAND_NAMES,
  describeFor,
  describeForAll,
  OPTIONS,
  optionsOf,
} from '../../src/surface/options/index.ts';

describe('the table of options', () => {
  it('calls an option by its name in kebab case', () => {
    expect(OPTIONS.find((option) => option.name === 'escalateFrom')?.flag).toBe('escalate-from');
  });

  it('keeps the what-if options, the clock and the override’s author out of the Action', () => {
    const inputs = COMMAND_NAMES.flatMap((command) => optionsOf(command, 'action').map(({ flag }) => flag));
    for (const flag of ['zone', 'unavailable', 'now', 'by', 'json']) expect(inputs).not.toContain(flag);
  });

  it('describes every option in whole sentences', () => {
    for (const { flag, entry } of OPTIONS) {
      const sentences = [entry.description, ...Object.values(entry.more ?? {})];
      for (const each of sentences) expect(each, flag).toMatch(/^[A-Z].*[.?]$|^(?:auto|warn): /);
    }
  });

  it('tells a command of no other one, and an input of all of them', () => {
    const entry = OPTIONS.find(({ name }) => name === 'run')?.entry;
    if (entry === undefined) throw new Error('there is no such option');
    expect(describeFor(entry, 'run')).toBe('The number of the workflow run. By default the one that runs.');
    expect(describeForAll(entry)).toBe(
      'The number of the workflow run. For run and record: by default the one that runs. For collect: by default the one that finished.',
    );
    // The other names are also ordinary words.
    const words = ['resolve', 'collect', 'drain'];
    for (const command of COMMAND_NAMES) {
      const others = new RegExp(
        `\\b(?:${words.filter((word) => word !== command).join('|')})\\b|[Ff]or report`,
      );
      for (const { entry, flag } of optionsOf(command, 'cli'))
        expect(describeFor(entry, command), `${command} --${flag}`).not.toMatch(others);
    }
  });

  it('says only something more of commands that have the option', () => {
    for (const { entry, flag } of OPTIONS)
      for (const name of Object.keys(entry.more ?? {})) expect(entry.commands, flag).toContain(name);
  });

  it('takes a secret as an input only: a command line is seen by every process', () => {
    const secrets = OPTIONS.filter(({ entry }) => entry.secret);
    expect(secrets.map(({ flag, entry }) => [flag, entry.surfaces])).toEqual([
      ['policy-token', ['action']],
      ['github-token', ['action']],
      ['anthropic-api-key', ['action']],
    ]);
  });
});
