import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readNamedFile, readRegularFile } from '../../src/surface/regular-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'haiku-first-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
writeFileSync(at('file'), 'äb');
writeFileSync(at('empty'), '');
symlinkSync(at('file'), at('link'));
execFileSync('mkfifo', [at('pipe')]);

it('reads a regular file, and a link only where it may', () => {
  expect(readRegularFile(at('file'), 3, 'refused')).toEqual({ kind: 'file', bytes: Buffer.from('äb') });
  expect(readRegularFile(at('link'), 3, 'followed')).toEqual({ kind: 'file', bytes: Buffer.from('äb') });
  expect(readRegularFile(at('empty'), 0, 'refused')).toEqual({ kind: 'file', bytes: Buffer.alloc(0) });
});

it.each([
  ['link', 'unreadable', 'cannot be read (ELOOP).'],
  ['none', 'absent', 'cannot be read (ENOENT).'],
  ['file/none', 'absent', 'cannot be read (ENOTDIR).'],
  ['pipe', 'irregular', 'is not a regular file.'],
  ['.', 'irregular', 'is not a regular file.'],
  ['file', 'too-large', 'has 3 bytes: at most 2 are read.'],
])('does not read %s, and says why', (name, kind, problem) => {
  expect(readRegularFile(at(name), 2, 'refused')).toEqual({ kind, problem });
});

it('names the file as the user did', () => {
  expect(() => readNamedFile(at('none'), './none', 2)).toThrow(
    './none cannot be read (ENOENT). Check the path.',
  );
});
