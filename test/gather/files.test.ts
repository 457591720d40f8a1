import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeWhole } from '../../src/gather/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'haiku-first-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

it('a file is written whole, and an older one replaced', () => {
  writeWhole(folder, 'answer', 'old');
  writeWhole(folder, at('answer'), 'new');
  expect(readFileSync(at('answer'), 'utf8')).toBe('new');
});

it('a pipe or a device stays what it is, also at the end of a link', () => {
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync('pipe', at('link'));
  for (const name of ['pipe', 'link'])
    expect(() => writeWhole(folder, name, 'text')).toThrow(`${name} is not a regular file.`);
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
});

it('a folder is refused, and nothing is left beside it', () => {
  writeFileSync(at('file'), '');
  const before = readdirSync(folder);
  expect(() => writeWhole(folder, '.', 'text')).toThrow('. is not a regular file.');
  expect(() => writeWhole(folder, 'file/inside', 'text')).toThrow('file/inside cannot be written (ENOTDIR).');
  expect(readdirSync(folder)).toEqual(before);
});
