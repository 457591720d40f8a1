import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { LedgerEntry } from '../../src/ledger/entry.ts';
import { readEnvelope } from '../../src/ledger/entry.ts';
import type { Ledger, LedgerOptions } from '../../src/ledger/store.ts';
import { openLedger } from '../../src/ledger/store.ts';
import { type Pace, REAL_PACE } from '../../src/pace/index.ts';
import { fillFrom } from '../support/template.ts';

/** A folder that goes away with the test. */
export async function folder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'ledger-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Plain git, for setting up and looking: without the configuration of whoever runs the tests. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
    },
  }).trim();
}

export function bareRepository(parent: string, name = 'ledger.git'): string {
  const path = join(parent, name);
  fillFrom('bare ledger', path, (made) => git(made, 'init', '--quiet', '--bare', '--initial-branch=main'));
  return path;
}

/** A repository with a commit, a staged file, a changed file and an untracked one. */
export async function workRepository(parent: string, name = 'work'): Promise<string> {
  const path = join(parent, name);
  fillFrom('work tree', path, (made) => {
    git(made, 'init', '--quiet', '--initial-branch=main');
    writeFileSync(join(made, 'a.txt'), 'one\n');
    git(made, 'add', 'a.txt');
    git(made, 'commit', '--quiet', '-m', 'First');
    writeFileSync(join(made, 'a.txt'), 'two\n');
    writeFileSync(join(made, 'b.txt'), 'staged\n');
    git(made, 'add', 'b.txt');
    writeFileSync(join(made, 'c.txt'), 'untracked\n');
  });
  return path;
}

export function entry(
  id: string,
  at = '2026-11-23T03:10:41Z',
  extra: Record<string, unknown> = {},
): LedgerEntry {
  return { id, at, line: JSON.stringify({ schema: 'haiku-first/usage@1', id, at, ...extra }) };
}

/** Real waits, real chance; a fixed date on the commits. */
export const pace: Pace = {
  ...REAL_PACE,
  now: () => new Date('2026-11-23T04:00:00Z'),
};

export type TestLedger = Ledger<LedgerEntry> & AsyncDisposable;

export async function ledger(
  location: string | null,
  cwd: string,
  options: Partial<LedgerOptions<LedgerEntry>> = {},
): Promise<TestLedger> {
  const opened = await openLedger<LedgerEntry>({
    location,
    cwd,
    env: { PATH: process.env.PATH, HOME: '/nonexistent' },
    unwrittenDir: join(cwd, '..', 'unwritten'),
    readLine: readEnvelope,
    pace,
    ...options,
  });
  return { ...opened, [Symbol.asyncDispose]: () => opened.close() };
}

/** Name, type, mode and content of everything below a folder, but for what `ignored` matches. */
export async function snapshot(root: string, ignored: RegExp): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const item of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    const name = relative(root, path);
    if (ignored.test(name)) continue;
    const { mode } = await stat(path);
    const content = item.isFile()
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : 'folder';
    found[name] = `${mode.toString(8)} ${content}`;
  }
  return found;
}

/** Files left to be written later. */
export async function unwritten(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort();
  } catch {
    return [];
  }
}
