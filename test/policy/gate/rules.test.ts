import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '../../../src/policy/gate/index.ts';

const SEVERITIES = { '1': 'error', '2': 'warning', '3': 'notice' };

it('every rule is in the list, once, by number, and in a file with its name', () => {
  const folder = new URL('../../../src/policy/gate/rules/', import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.flatMap((path) => /HF\d{3}-[a-z-]+(?=\.ts$)/.exec(path) ?? []);
  expect(RULES.map(({ id, name }) => `${id}-${name}`)).toEqual(files.sort());
});

it.each(RULES)(
  '$id blocks, warns or informs as its number says, and only what blocks is a breach',
  (rule) => {
    expect(SEVERITIES).toHaveProperty(rule.id.charAt(2), rule.severity);
    expect(rule.breach && rule.severity !== 'error').toBe(false);
  },
);
