import { describe, expect, test } from 'vitest';
import { measure } from '../support/soak.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, workRepository } from './support.ts';
import { writeAtOnce } from './writers.ts';

const WRITERS = measure(8, 64);
const EACH = 3;

describe(`${WRITERS} processes that write to one bare repository at the same moment`, () => {
  test.each(['a path', 'git http-backend'])(
    'leave every record there exactly once, without a storm of retries, over %s',
    async (kind) => {
      await using parent = await folder();
      const cwd = await workRepository(parent.path);
      const repository = bareRepository(parent.path);
      git(repository, 'config', 'uploadpack.allowFilter', 'true');
      await using server = await serveGit(parent.path);
      const location = kind === 'a path' ? repository : `${server.url}/ledger.git`;

      const results = await writeAtOnce(WRITERS, EACH, location, cwd);

      const pushes = results.reduce((sum, result) => sum + result.pushes, 0);
      const wall = Math.max(...results.map(({ ms }) => ms));
      process.stdout.write(
        `${WRITERS} writers over ${kind}: ${(wall / 1000).toFixed(1)} s, ${pushes} pushes, at most ${Math.max(...results.map((result) => result.pushes))} by one\n`,
      );
      expect(results.map(({ written, duplicates }) => [written, duplicates])).toEqual(
        Array.from({ length: WRITERS }, () => [EACH, 0]),
      );
      // Without any wait every round has one winner: of 64 writers 64 × 65 / 2 = 2,080 pushes.
      expect(pushes).toBeLessThan(WRITERS * 12);

      await using store = await ledger(location, cwd);
      const reading = await store.readAll();
      const expected = Array.from({ length: WRITERS }, (_, writer) =>
        Array.from({ length: EACH }, (__, index) => `writer-${writer}-${index}`),
      ).flat();
      expect(reading.entries.map(({ id }) => id)).toEqual(expected.sort());
      expect(reading).toMatchObject({ duplicates: 0, conflicts: [], problems: [], files: WRITERS });
      expect(git(repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe(String(WRITERS));
      expect(git(repository, 'fsck', '--strict', '--no-dangling')).toBe('');
    },
  );
});

test('eight writers in one repository with a work tree do not lose each other', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  const stores = await Promise.all(Array.from({ length: 8 }, () => ledger(cwd, cwd)));
  await Promise.all(
    stores.map((store, index) => store.append([entry(`e${index}`)], { run: '1', attempt: 1 })),
  );
  const reading = await stores[0]?.readAll();
  expect(reading?.entries.map(({ id }) => id)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
  expect(git(cwd, 'rev-list', '--count', 'haiku-first-ledger')).toBe('8');
});
