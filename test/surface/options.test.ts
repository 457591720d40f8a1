import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, OPTIONS, optionsOf } from '../../src/surface/options.ts';

describe('the table of options', () => {
  it('calls an option by its name in kebab case', () => {
    expect(OPTIONS.find((option) => option.name === 'escalateFrom')?.flag).toBe('escalate-from');
  });

  it('keeps the what-if options, the clock and the override’s author out of the Action', () => {
    const inputs = COMMAND_NAMES.flatMap((command) => optionsOf(command, 'action').map(({ flag }) => flag));
    for (const flag of ['zone', 'unavailable', 'now', 'by', 'json']) expect(inputs).not.toContain(flag);
  });

  it('describes every option in whole sentences', () => {
    for (const { flag, entry } of OPTIONS) expect(entry.description, flag).toMatch(/^\S.*[.?]$/);
  });

  it('takes a secret as an input only: a command line is seen by every process', () => {
    const secrets = OPTIONS.filter(({ entry }) => entry.secret);
    expect(secrets.map(({ flag, entry }) => [flag, entry.surfaces])).toEqual([
      ['anthropic-api-key', ['action']],
      ['github-token', ['action']],
    ]);
  });
});
