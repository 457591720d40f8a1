import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findGit } from '../../src/git/local/find.ts';
import { createGit, words } from '../../src/git/local/index.ts';
import type { IsoDate } from '../../src/time/week.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, snapshot, workRepository } from './support.ts';

const RUN = { run: '123', attempt: 1 };
const basic = (token: string): string =>
  `basic ${Buffer.from(`x-access-token:${token}`, 'utf8').toString('base64')}`;

describe("the user's repository", () => {
  test('keeps its work tree, index, HEAD, configuration, hooks and references byte for byte', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    // The one place that may change: objects and the ledger branch.
    const ours = /^\.git\/(?:objects|refs\/heads\/haiku-first-ledger)(?:\/|$)/;
    const before = await snapshot(cwd, ours);
    await using store = await ledger(null, cwd);
    await store.append([entry('a')], RUN);
    await store.append([entry('b')], RUN);
    await store.readAll();
    await store.compact({ before: '2027-01-01' as IsoDate, dryRun: false });
    expect(await snapshot(cwd, ours)).toEqual(before);
    expect(git(cwd, 'status', '--porcelain')).toBe('M a.txt\nA  b.txt\n?? c.txt');
  });

  test('is not touched at all when the ledger is its origin', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    bareRepository(parent.path);
    await using server = await serveGit(parent.path);
    for (const url of ['../ledger.git', `${server.url}/ledger.git`]) {
      git(cwd, 'config', 'remote.origin.url', url);
      const before = await snapshot(cwd, /^$/);
      await using store = await ledger(null, cwd);
      await store.append([entry(url)], RUN);
      await store.readAll();
      expect(await snapshot(cwd, /^$/)).toEqual(before);
    }
    const repository = join(parent.path, 'ledger.git');
    expect(git(repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('2');
  });

  test('finds a remote of a relative path from any folder of it, as git does', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    bareRepository(parent.path);
    git(cwd, 'config', 'remote.origin.url', '../ledger.git');
    const inside = join(cwd, 'a', 'b');
    await mkdir(inside, { recursive: true });
    for (const [location, from] of [
      [null, inside],
      ['origin', inside],
      ['origin', cwd],
    ] as const) {
      await using store = await ledger(location, from);
      await store.append([entry(`${location} ${from}`)], RUN);
    }
    const repository = join(parent.path, 'ledger.git');
    expect(git(repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('3');
  });

  test('is left without a temporary clone once the ledger is closed', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    await using server = await serveGit(parent.path);
    const temporaryDir = join(parent.path, 'temporary');
    await mkdir(temporaryDir);
    for (const location of [repository, `${server.url}/ledger.git`]) {
      const store = await ledger(location, cwd, { temporaryDir });
      await store.append([entry('a')], RUN);
      expect(await readdir(temporaryDir)).toHaveLength(1);
      await store.close();
      expect(await readdir(temporaryDir)).toEqual([]);
    }
  });
});

describe('a hostile repository and environment', () => {
  test('start no program of theirs', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const marker = join(parent.path, 'obeyed');
    const program = join(parent.path, 'program');
    await writeFile(program, `#!/bin/sh\necho "$0 $@" >> "${marker}"\n`, { mode: 0o755 });
    const hooks = join(cwd, '.git', 'hooks');
    await mkdir(hooks, { recursive: true });
    const names = [
      'reference-transaction',
      'pre-push',
      'post-update',
      'pre-commit',
      'post-commit',
      'pre-auto-gc',
    ];
    for (const name of names) {
      await writeFile(join(hooks, name), `#!/bin/sh\necho ${name} >> "${marker}"\n`, { mode: 0o755 });
    }
    const settings = [
      ['core.fsmonitor', program],
      ['core.sshCommand', program],
      ['core.askPass', program],
      ['core.pager', program],
      ['credential.helper', `!${program}`],
      ['gpg.program', program],
      ['commit.gpgSign', 'true'],
      ['push.gpgSign', 'true'],
      ['remote.origin.uploadpack', program],
      ['remote.origin.receivepack', program],
      ['url.ext::sh -c touch% hacked.insteadOf', 'http://'],
      ['http.proxy', 'http://127.0.0.1:1'],
    ] as const;
    for (const [key, value] of settings) git(cwd, 'config', key, value);
    const home = join(parent.path, 'home');
    await mkdir(home);
    await writeFile(
      join(home, '.gitconfig'),
      `[core]\n\thooksPath = ${hooks}\n[url "ext::${program}"]\n\tinsteadOf = http://\n`,
    );
    const repository = bareRepository(parent.path);
    await using server = await serveGit(parent.path);
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      GIT_DIR: '/nonexistent',
      GIT_INDEX_FILE: '/nonexistent',
      GIT_EXTERNAL_DIFF: program,
      GIT_PROXY_COMMAND: program,
      GIT_ASKPASS: program,
      GIT_CONFIG_PARAMETERS: `'core.hooksPath=${hooks}'`,
    };
    for (const location of [cwd, repository, `${server.url}/ledger.git`]) {
      await using store = await ledger(location, cwd, { env });
      await store.append([entry(location)], RUN);
      expect((await store.readAll()).entries).toHaveLength(
        location === cwd ? 1 : location === repository ? 1 : 2,
      );
    }
    expect(existsSync(marker) ? await readFile(marker, 'utf8') : '').toBe('');
  });

  test('cannot point git at a transport that runs commands', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    for (const url of [
      'ext::sh -c "touch hacked"',
      'git://127.0.0.1/x',
      '--upload-pack=touch',
      '-oProxyCommand=x:y',
    ]) {
      git(cwd, 'config', 'remote.origin.url', url);
      await expect(ledger(null, cwd)).rejects.toThrow(/neither a folder, nor a remote/);
      await expect(ledger(url, cwd)).rejects.toThrow(/neither a folder, nor a remote/);
    }
  });

  test('cannot swap objects through replace references', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    await using store = await ledger(cwd, cwd);
    await store.append([entry('a')], RUN);
    const [good = ''] = git(cwd, 'ls-tree', '-r', '--format=%(objectname)', 'haiku-first-ledger').split('\n');
    git(cwd, 'update-ref', `refs/replace/${good}`, git(cwd, 'rev-parse', ':b.txt'));
    expect((await store.readAll()).entries.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('credentials', () => {
  test('are the token, for its own server, on no command line and in no file', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    bareRepository(parent.path);
    await using server = await serveGit(parent.path, { authorization: basic('s3cret') });
    const bin = join(parent.path, 'bin');
    await mkdir(bin);
    const real = findGit({ PATH: process.env.PATH });
    await writeFile(join(bin, 'git'), `#!/bin/sh\necho "$@" >> "${bin}/lines"\nexec ${real} "$@"\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${bin}:${process.env.PATH}`, TMPDIR: parent.path };
    const url = `${server.url}/ledger.git`;
    await using store = await ledger(url, cwd, { env, token: { value: 's3cret', server: server.url } });
    await store.append([entry('a')], RUN);
    expect((await store.readAll()).entries).toHaveLength(1);
    const lines = await readFile(join(bin, 'lines'), 'utf8');
    expect(lines).toContain('push');
    expect(lines).not.toMatch(/s3cret|AUTHORIZATION|eC1hY2Nlc3M/i);

    await using elsewhere = await serveGit(parent.path);
    await using other = await ledger(`${elsewhere.url}/ledger.git`, cwd, {
      token: { value: 's3cret', server: server.url },
    });
    await other.readAll();
    expect(elsewhere.authorizations.length).toBeGreaterThan(0);
    expect(elsewhere.authorizations.every((value) => value === undefined)).toBe(true);
  });

  test('are what actions/checkout left in the repository, or in a file that it includes', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    bareRepository(parent.path);
    await using server = await serveGit(parent.path, { authorization: basic('checkout') });
    git(cwd, 'config', 'remote.origin.url', `${server.url}/ledger.git`);
    const header = `AUTHORIZATION: ${basic('checkout')}`;

    git(cwd, 'config', `http.${server.url}/.extraheader`, header);
    await using direct = await ledger(null, cwd);
    expect(await direct.append([entry('a')], RUN)).toMatchObject({ written: 1 });

    git(cwd, 'config', '--unset-all', `http.${server.url}/.extraheader`);
    const included = join(parent.path, 'git-credentials.config');
    git(parent.path, 'config', '--file', included, `http.${server.url}/.extraheader`, header);
    git(cwd, 'config', `includeIf.gitdir:${cwd}/.git.path`, included);
    await using through = await ledger(null, cwd);
    expect((await through.readAll()).entries).toHaveLength(1);
  });

  test('that are missing end in words that say what to give, and hold no secret', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    bareRepository(parent.path);
    await using server = await serveGit(parent.path, { authorization: basic('right') });
    const url = `${server.url.replace('http://', 'http://user:hunter2@')}/ledger.git`;
    await using store = await ledger(url, cwd, { token: { value: 'wr0ng', server: server.url } });
    const error: unknown = await store.readAll().catch((caught: unknown) => caught);
    expect(String(error)).toMatch(/Authentication failed|could not read|403/);
    expect(String(error)).toContain('Give a token that may write contents');
    expect(String(error)).not.toMatch(/hunter2|wr0ng/);
    expect(store.description).not.toContain('hunter2');
  });
});

describe('running git', () => {
  test('ends a git that takes too long, with everything that it started', async () => {
    await using parent = await folder();
    const slow = join(parent.path, 'git');
    const started = join(parent.path, 'started');
    await writeFile(slow, `#!/bin/sh\nsleep 600 &\necho $! > ${started}\nwait\n`, { mode: 0o755 });
    const slowGit = createGit({ PATH: `${parent.path}:${process.env.PATH}` });
    const helper = () => (existsSync(started) ? readFileSync(started, 'utf8').trim() : '');
    // A busy machine may not have come to start anything in so short a time.
    for (let timeoutMs = 200; helper() === ''; timeoutMs *= 2) {
      const result = await slowGit({ args: ['fetch'], timeoutMs });
      expect(result.exitCode).toBeNull();
      expect(result.error).toContain(`git fetch timed out after ${timeoutMs} ms`);
    }
    const state = () => spawnSync('ps', ['-o', 'stat=', '-p', helper()], { encoding: 'utf8' }).stdout;
    // Gone, or ended and not yet taken note of.
    await expect.poll(state, { timeout: 50_000 }).toMatch(/^(?:Z.*\n)?$/);
  });

  test('finds git at an absolute path only', async () => {
    await using parent = await folder();
    await writeFile(join(parent.path, 'git'), '#!/bin/sh\n', { mode: 0o755 });
    expect(findGit({ PATH: `.:relative:${parent.path}:/usr/bin` })).toBe(join(parent.path, 'git'));
    expect(() => findGit({ PATH: '.' })).toThrow('git was not found');
  });

  test('prints its words without secrets and control characters', () => {
    expect(words('\u001b[31mfatal: s3cret\r\nhint: no\n::error::x\u0000', ['s3cret'])).toBe(
      '[31mfatal: ***; ::error::x',
    );
  });
});
