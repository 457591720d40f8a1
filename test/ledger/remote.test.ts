import { describe, expect, test } from 'vitest';
import type { IsoWeek } from '../../src/time/week.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, workRepository } from './support.ts';

const WEEK = '2026-W48' as IsoWeek;

/** A ledger with a file for each of `count` runs, a quarter of them in the week. */
async function filled(location: string, cwd: string, count: number): Promise<void> {
  await using store = await ledger(location, cwd);
  for (let run = 0; run < count; run += 1) {
    const at = run % 4 === 0 ? '2026-11-24T00:00:00Z' : '2026-10-01T00:00:00Z';
    await store.append([entry(`e${run}`, at)], { run: String(run), attempt: 1 });
  }
}

describe('reading over http', () => {
  test('fetches no content but that of the week, all of it in one round trip', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    git(repository, 'config', 'uploadpack.allowFilter', 'true');
    await using server = await serveGit(parent.path);
    const url = `${server.url}/ledger.git`;

    const requests = async (): Promise<number> => {
      const before = server.requests.length;
      await using store = await ledger(url, cwd);
      const reading = await store.readWeek(WEEK, 'UTC');
      expect(reading.fetched).toBe('blob:none');
      expect(reading.problems).toEqual([]);
      return server.requests.length - before;
    };
    await filled(repository, cwd, 4);
    const one = await requests();
    await filled(repository, cwd, 40);
    // Branch and trees: address, references, content. Blobs: the same three.
    expect(one).toBeLessThanOrEqual(7);
    expect(await requests()).toBe(one);
  });

  test('does not fetch again what it holds, nor any content for a write', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    git(repository, 'config', 'uploadpack.allowFilter', 'true');
    await filled(repository, cwd, 12);
    await using server = await serveGit(parent.path);
    await using store = await ledger(`${server.url}/ledger.git`, cwd);
    const count = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
      const before = server.requests.length;
      await work();
      return server.requests.slice(before);
    };
    const first = await count(() => store.readWeek(WEEK, 'UTC'));
    const second = await count(() => store.readWeek(WEEK, 'UTC'));
    expect(first.filter((line) => line.startsWith('GET'))).toHaveLength(2);
    expect(second.filter((line) => line.startsWith('GET'))).toHaveLength(1);
    const write = await count(() => store.append([entry('new')], { run: '99', attempt: 1 }));
    expect(write.filter((line) => line.startsWith('POST') && line.endsWith('git-receive-pack'))).toHaveLength(
      1,
    );
    // One fetch (references and trees), one push.
    expect(write.length).toBeLessThanOrEqual(6);
    expect((await store.readWeek(WEEK, 'UTC')).entries).toHaveLength(4);
  });

  test.each([
    ['ignores', [['uploadpack.allowFilter', 'false']]],
    [
      'forbids',
      [
        ['uploadpack.allowFilter', 'true'],
        ['uploadpackfilter.allow', 'false'],
      ],
    ],
  ])('works where the server %s filters, and says that everything was fetched', async (_, settings) => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = bareRepository(parent.path);
    for (const [key = '', value = ''] of settings) git(repository, 'config', key, value);
    await filled(repository, cwd, 8);
    await using server = await serveGit(parent.path);
    await using store = await ledger(`${server.url}/ledger.git`, cwd);
    const reading = await store.readWeek(WEEK, 'UTC');
    expect(reading.entries.map(({ id }) => id)).toEqual(['e0', 'e4']);
    expect(reading.fetched).toBe('everything');
    expect(reading.problems).toEqual([]);
    expect(await store.append([entry('new')], { run: '99', attempt: 1 })).toMatchObject({ written: 1 });
    expect((await store.readWeek(WEEK, 'UTC')).entries).toHaveLength(3);
  });

  test('works with a repository of SHA-256 objects', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    const repository = `${parent.path}/ledger.git`;
    git(parent.path, 'init', '--quiet', '--bare', '--object-format=sha256', repository);
    await filled(repository, cwd, 2);
    await using server = await serveGit(parent.path);
    await using store = await ledger(`${server.url}/ledger.git`, cwd);
    await store.append([entry('new')], { run: '99', attempt: 1 });
    expect((await store.readAll()).entries.map(({ id }) => id)).toEqual(['e1', 'new', 'e0']);
  });
});

describe('where the ledger is', () => {
  test('is origin when there is one, else the repository itself', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    expect((await ledger(null, cwd)).description).toBe(`branch haiku-first-ledger of ${cwd}/.git`);
    bareRepository(parent.path);
    git(cwd, 'config', 'remote.origin.url', '../ledger.git');
    await using origin = await ledger(null, cwd);
    expect(origin.description).toBe(`branch haiku-first-ledger of ${parent.path}/ledger.git`);
    git(cwd, 'config', 'remote.usage.url', 'git@github.com:octo/usage.git');
    expect((await ledger('usage', cwd)).description).toContain('git@github.com:octo/usage.git');
  });

  test('is never the repository around a folder that is none itself', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    await expect(ledger('.git/refs', cwd)).rejects.toThrow('is not a git repository');
    await expect(ledger('missing', cwd)).rejects.toThrow('neither a folder, nor a remote');
    await expect(ledger(null, parent.path)).rejects.toThrow('There is no git repository');
  });

  test('is nowhere for `none`: nothing is spent, nothing is written', async () => {
    await using parent = await folder();
    await using store = await ledger('none', parent.path);
    expect(await store.append([entry('a')], { run: '1', attempt: 1 })).toMatchObject({
      written: 0,
      commit: null,
    });
    expect((await store.readAll()).entries).toEqual([]);
  });

  test('is a branch with an ordinary name', async () => {
    await using parent = await folder();
    const cwd = await workRepository(parent.path);
    for (const branch of ['-x', 'a..b', 'a//b', 'a.lock', 'a b', 'a/', 'a:b', '', '.a', 'x/.y']) {
      await expect(ledger(cwd, cwd, { branch })).rejects.toThrow('cannot be the name');
    }
    await using store = await ledger(cwd, cwd, { branch: 'usage/ledger.v1' });
    await store.append([entry('a')], { run: '1', attempt: 1 });
    expect(git(cwd, 'rev-list', '--count', 'usage/ledger.v1')).toBe('1');
  });
});
