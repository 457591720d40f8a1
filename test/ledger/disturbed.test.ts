import { expect, test } from 'vitest';
import { LEDGER_PATIENCE } from '../../src/ledger/publish.ts';
import { measure } from '../support/soak.ts';
import { disturb } from './disturbed.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, unwritten, workRepository } from './support.ts';

const WRITERS = measure(5, 20);
const EACH = measure(4, 5);

test('at a remote that fails in a fifth of its requests, writes get through, none lost and none doubled', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  const repository = bareRepository(parent.path);
  git(repository, 'config', 'uploadpack.allowFilter', 'true');
  await using server = await serveGit(parent.path);
  await using proxy = await disturb(server.url, 0.2, 9);
  const patience = { ...LEDGER_PATIENCE, baseMs: 100, capMs: 2000 };
  const failed: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < EACH; n += 1) {
      await using store = await ledger(`${proxy.url}/ledger.git`, cwd, { patience });
      const lines = [entry(`w${writer}-${n}`)];
      try {
        const done = await store.append(lines, { run: `${writer}`, attempt: n + 1 });
        expect(done).toMatchObject({ written: 1, duplicates: 0 });
      } catch (error) {
        failed.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  expect(failed.join('\n')).toBe('');
  expect(proxy.faults.length).toBeGreaterThan(WRITERS * EACH * 0.5);
  await using store = await ledger(repository, cwd);
  const reading = await store.readAll();
  expect(reading).toMatchObject({ duplicates: 0, conflicts: [], problems: [], files: WRITERS * EACH });
  expect(await unwritten(`${parent.path}/unwritten`)).toEqual([]);
}, 300_000);

test('at one that fails in all of them, the records are kept, within the time that a write has', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  bareRepository(parent.path);
  await using server = await serveGit(parent.path);
  await using proxy = await disturb(server.url, 1, 9);
  const patience = { ...LEDGER_PATIENCE, baseMs: 50, capMs: 500, totalMs: 3000 };
  await using store = await ledger(`${proxy.url}/ledger.git`, cwd, { patience });
  const start = performance.now();
  await expect(store.append([entry('a')], { run: '1', attempt: 1 })).rejects.toThrow(
    /kept in this file[\s\S]*ledger import/,
  );
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(await unwritten(`${parent.path}/unwritten`)).toHaveLength(1);
});

test('at one without filters, a write that lost its race and then a fetch has all of its objects', async () => {
  await using parent = await folder();
  const cwd = await workRepository(parent.path);
  const repository = bareRepository(parent.path);
  let pushes = 0;
  let failed = false;
  await using server = await serveGit(parent.path, {
    async before(url, body) {
      if (url.endsWith('/git-receive-pack') && !url.includes('?')) {
        pushes += 1;
        // Somebody else is first to make the branch.
        if (pushes === 1) {
          await using other = await ledger(repository, cwd);
          await other.append([entry('b')], { run: '2', attempt: 1 });
        }
      }
      if (pushes !== 1 || failed || !body.includes('command=fetch')) return null;
      failed = true;
      return 503;
    },
  });
  const patience = { ...LEDGER_PATIENCE, tries: 4, baseMs: 20, capMs: 50 };
  await using store = await ledger(`${server.url}/ledger.git`, cwd, { patience });
  expect(await store.append([entry('a')], { run: '1', attempt: 1 })).toMatchObject({ written: 1 });
  expect(failed).toBe(true);
});
