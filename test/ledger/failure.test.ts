import { execFileSync } from 'node:child_process';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { findGit } from '../../src/git/local/find.ts';
import { LEDGER_PATIENCE } from '../../src/ledger/publish.ts';
import type { IsoDate } from '../../src/time/week.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, pace, unwritten, workRepository } from './support.ts';

const RUN = { run: '123', attempt: 1 };
const ENTRIES = [entry('b'), entry('a')];

async function rejection(work: Promise<unknown>): Promise<UserError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

async function hook(repository: string, name: string, script: string): Promise<void> {
  await mkdir(join(repository, 'hooks'), { recursive: true });
  await writeFile(join(repository, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** The records are in the one file in `unwritten`, which the error names. */
async function expectKept(parent: string, error: UserError): Promise<void> {
  const folderOfKept = join(parent, 'unwritten');
  const files = await unwritten(folderOfKept);
  expect(files).toEqual([expect.stringMatching(/^haiku-first-unwritten-[0-9a-f]{16}\.jsonl$/)]);
  const path = join(folderOfKept, files[0] ?? '');
  expect(error.message).toContain(path);
  expect(error.message).toContain(`haiku-first ledger import ${path}`);
  const kept = await readFile(path, 'utf8');
  expect(kept).toBe(`${entry('a').line}\n${entry('b').line}\n`);
}

describe('a push that is refused for good', () => {
  test.each([
    {
      why: 'a protected branch',
      words: 'error: GH006: Protected branch update failed for refs/heads/haiku-first-ledger.',
      fix: 'an App that may bypass it',
    },
    {
      why: 'pull requests that all branches need',
      words:
        'error: GH013: Repository rule violations found for refs/heads/haiku-first-ledger. - Changes must be made through a pull request.',
      fix: 'Exclude the ledger branch from that protection',
    },
    { why: 'a hook', words: 'No ledgers here.', fix: 'hook of the ledger repository' },
    { why: 'a full disk', words: 'fatal: write error: No space left on device', fix: 'Free some space' },
  ])(
    'because of $why is not tried again; the records are kept and the file is named',
    async ({ words, fix }) => {
      await using parent = await folder();
      const cwd = await workRepository(parent.path);
      const repository = bareRepository(parent.path);
      await hook(repository, 'pre-receive', `echo tried >> ../pushes; echo "${words}" >&2; exit 1`);
      await using server = await serveGit(parent.path);
      await using store = await ledger(`${server.url}/ledger.git`, cwd);

      const error = await rejection(store.append(ENTRIES, RUN));

      expect(error.message).toContain('2 records could not be written');
      expect(error.message).toContain(words);
      expect(error.message).toContain(fix);
      await expectKept(parent.path, error);
      expect(await readFile(join(parent.path, 'pushes'), 'utf8')).toBe('tried\n');

      // The obstacle is gone: what was kept goes in, once.
      await hook(repository, 'pre-receive', 'exit 0');
      const path = /(\S+\.jsonl):/.exec(error.message)?.[1] ?? '';
      const lines = (await readFile(path, 'utf8')).split('\n');
      expect(await store.importLines(lines, path)).toMatchObject({ written: 2, duplicates: 0 });
      expect((await store.readAll()).entries.map(({ id }) => id)).toEqual(['a', 'b']);
    },
  );

  test('because all branches need signed commits, it is said that the ledger’s are not', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    const rule = 'GH013: Repository rule violations found. - Commits must have verified signatures.';
    const refused = `{ echo "error: ${rule}" >&2; exit 1; }`;
    await hook(
      repository,
      'pre-receive',
      `while read -r old new ref; do git verify-commit "$new" || ${refused}; done`,
    );
    await using server = await serveGit(parent.path);
    await using store = await ledger(`${server.url}/ledger.git`, cwd);
    const error = await rejection(store.append(ENTRIES, RUN));
    expect(error.message).toContain(rule);
    expect(error.message).toContain('its commits are not signed');
    await expectKept(parent.path, error);
  });

  test('over a path, too: the hooks of a bare repository decide', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    await hook(repository, 'pre-receive', 'echo "not today" >&2; exit 1');
    await using store = await ledger(repository, cwd);
    const error = await rejection(store.append(ENTRIES, RUN));
    expect(error.message).toContain('not today');
    await expectKept(parent.path, error);
  });
});

describe('a disk that takes nothing more', () => {
  /** A `git` that gets what a full disk gives, from the operating system itself: every write of a file fails. */
  async function gitWithoutSpace(parent: string): Promise<string> {
    const bin = join(parent, 'bin');
    await mkdir(bin);
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = [
      '#!/bin/sh',
      // The disk is full when something is to be written, not before.
      'case " $* " in *" init "*) ;; *) trap "" XFSZ; ulimit -f 0 ;; esac',
      `exec "${real}" "$@"`,
    ];
    await writeFile(join(bin, 'git'), `${script.join('\n')}\n`, { mode: 0o755 });
    return bin;
  }

  test.each(['embedded', 'bare'])('%s: is told, and the records are kept elsewhere', async (kind) => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const location = kind === 'embedded' ? cwd : bareRepository(parent.path);
    const env = { PATH: `${await gitWithoutSpace(parent.path)}:${process.env.PATH}`, HOME: '/nonexistent' };
    await using store = await ledger(location, cwd, { env });
    const error = await rejection(store.append(ENTRIES, RUN));
    expect(error.message).toContain('2 records could not be written');
    expect(error.message).toMatch(/file too large/i);
    await expectKept(parent.path, error);
    await using again = await ledger(location, cwd);
    expect((await again.readAll()).entries).toEqual([]);
    expect(await again.append(ENTRIES, RUN)).toMatchObject({ written: 2 });
  });
});

describe('a server that cannot be reached', () => {
  async function closedPort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  test('is asked three times; the records are kept and the file is named', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const waits: number[] = [];
    const sleep = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    const url = `http://127.0.0.1:${await closedPort()}/ledger.git`;
    await using store = await ledger(url, cwd, {
      pace: { ...pace, sleep, random: () => 0.999, monotonic: () => 0 },
    });

    const error = await rejection(store.append(ENTRIES, RUN));

    expect(error.message).toMatch(/Couldn't connect|Connection refused/);
    expect(error.message).toContain('Check the network');
    expect(waits).toEqual([999, 1998]);
    await expectKept(parent.path, error);
  });

  test('is an error for a reading, never an empty ledger', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const options = { pace: { ...pace, sleep: () => Promise.resolve() } };
    await using store = await ledger(`http://127.0.0.1:${await closedPort()}/ledger.git`, cwd, options);
    expect((await rejection(store.readAll())).message).toContain('cannot be used');
    await using server = await serveGit(parent.path);
    await using missing = await ledger(`${server.url}/missing.git`, cwd);
    expect((await rejection(missing.readAll())).message).toContain('not found');
  });
});

describe('a write that keeps losing the race', () => {
  /** The update hook moves the branch before git does. */
  function someoneElseFirst(repository: string): Promise<void> {
    return hook(
      repository,
      'update',
      [
        'unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES',
        'other=$(git -c user.name=x -c user.email=x@y commit-tree -m "$(date +%N)" $(git mktree < /dev/null))',
        'git update-ref "$1" "$other"',
      ].join('\n'),
    );
  }

  test('ends after the tries it was given, loudly, with the records kept', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    await someoneElseFirst(repository);
    const waits: number[] = [];
    const sleep = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    await using store = await ledger(repository, cwd, {
      pace: { ...pace, sleep, random: () => 0.5, monotonic: () => 0 },
      patience: { ...LEDGER_PATIENCE, tries: 4 },
    });
    const error = await rejection(store.append(ENTRIES, RUN));
    expect(error.message).toContain('gave up after 4 tries');
    expect(waits).toEqual([100, 200, 400]);
    await expectKept(parent.path, error);
  });

  test('ends when its time is up', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    await someoneElseFirst(repository);
    let clock = 0;
    const sleep = (ms: number): Promise<void> => {
      clock += ms;
      return Promise.resolve();
    };
    await using store = await ledger(repository, cwd, {
      pace: { ...pace, sleep, random: () => 0.999, monotonic: () => clock },
      patience: { ...LEDGER_PATIENCE, totalMs: 1000 },
    });
    await rejection(store.append(ENTRIES, RUN));
    // 199.8 + 399.6; the next wait, 799.2, would be too long.
    expect(clock).toBe(200 + 400);
  });
});

describe('a push whose answer is lost', () => {
  /** A `git` whose first push does its work, and fails as if the server had hung up then. */
  async function deafGit(parent: string): Promise<string> {
    const bin = join(parent, 'bin');
    await mkdir(bin);
    const real = findGit({ PATH: process.env.PATH });
    const script = [
      '#!/bin/sh',
      `if [ "$1" = push ] && mkdir "${bin}/pushed" 2>/dev/null; then`,
      `"${real}" "$@" >/dev/null 2>&1; echo 'fatal: the remote end hung up unexpectedly' >&2; exit 128; fi`,
      `exec "${real}" "$@"`,
    ];
    await writeFile(join(bin, 'git'), script.join('\n'), { mode: 0o755 });
    return `${bin}:${process.env.PATH}`;
  }

  test('has written its records once, counts them as its own, and keeps none', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    await using server = await serveGit(parent.path);
    const env = { PATH: await deafGit(parent.path) };
    const options = { env, pace: { ...pace, sleep: () => Promise.resolve() } };
    await using store = await ledger(`${server.url}/ledger.git`, cwd, options);

    expect(await store.append([...ENTRIES, entry('a')], RUN)).toEqual({
      written: 2,
      duplicates: 1,
      commit: git(repository, 'rev-parse', 'haiku-first-ledger'),
      pushes: 1,
    });
    const { entries, duplicates } = await store.readAll();
    expect({ ids: entries.map(({ id }) => id), duplicates }).toEqual({ ids: ['a', 'b'], duplicates: 0 });
    expect(git(repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('1');
    expect(await unwritten(join(parent.path, 'unwritten'))).toEqual([]);

    // Written again, they are there already: that is known, and nobody is told that they were written now.
    expect(await store.append(ENTRIES, RUN)).toMatchObject({ written: 0, duplicates: 2, pushes: 0 });
  });

  test('has compacted a month, and says so', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    await using server = await serveGit(parent.path);
    const url = `${server.url}/ledger.git`;
    await using before = await ledger(url, cwd);
    await before.append([entry('a')], RUN);
    await before.append([entry('b')], RUN);
    const env = { PATH: await deafGit(parent.path) };
    await using store = await ledger(url, cwd, {
      env,
      pace: { ...pace, sleep: () => Promise.resolve() },
    });
    const { commit } = await store.compact({ before: '2027-01-01' as IsoDate, dryRun: false });
    expect(commit).toBe(git(repository, 'rev-parse', 'haiku-first-ledger'));
    expect(git(repository, 'ls-tree', '-r', '--name-only', 'haiku-first-ledger')).toMatch(
      /compacted-\w+\.jsonl$/,
    );
  });
});

test('a folder that cannot keep the records does not stop a write that succeeds, and is told when it fails', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  const repository = bareRepository(parent.path);
  await using store = await ledger(repository, cwd, { unwrittenDir: join(cwd, 'a.txt', 'inside') });
  expect(await store.append(ENTRIES, RUN)).toMatchObject({ written: 2 });
  await hook(repository, 'pre-receive', 'exit 1');
  const error = await rejection(store.append([entry('c')], RUN));
  expect(error.message).toContain('1 record could not be written');
  expect(error.message).toContain('could not be kept in a file either');
});

test('the ledger branch is not written under the feet of somebody who has it checked out', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  await using store = await ledger(cwd, cwd);
  await store.append(ENTRIES, RUN);
  git(cwd, 'worktree', 'add', '--quiet', join(parent.path, 'linked'), 'haiku-first-ledger');
  const error = await rejection(store.append([entry('c')], RUN));
  expect(error.message).toContain('checked out in');
  expect(error.message).toContain('Switch that work tree');
});

describe('a lock that a killed git left', () => {
  test.each(['embedded', 'bare'])('%s: is named within seconds, with what to do', async (kind) => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const location = kind === 'embedded' ? cwd : bareRepository(parent.path);
    const heads = join(location, kind === 'embedded' ? '.git/refs/heads' : 'refs/heads');
    await mkdir(heads, { recursive: true });
    const lock = join(heads, 'haiku-first-ledger.lock');
    await writeFile(lock, '');
    await utimes(lock, new Date(), new Date(Date.now() - 60_000));
    await using store = await ledger(location, cwd);
    const start = performance.now();
    const error = await rejection(store.append(ENTRIES, RUN));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(error.message).toContain(lock);
    expect(error.message).toMatch(/the lock .* is in the way, and it is \d\d s old.*then delete/s);
    await expectKept(parent.path, error);
  });
});

test('a folder for temporary files that there is not: the records are kept, and the file is named', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  const location = bareRepository(parent.path);
  await using store = await ledger(location, cwd, { temporaryDir: '/nonexistent' });
  const error = await rejection(store.append(ENTRIES, RUN));
  expect(error.message).toContain('No folder can be made in /nonexistent');
  await expectKept(parent.path, error);
});
