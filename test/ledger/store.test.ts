import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { IsoWeek } from '../../src/time/week.ts';
import { serveGit } from './http.ts';
import { bareRepository, entry, folder, git, ledger, unwritten, workRepository } from './support.ts';

const RUN = { run: '123', attempt: 1 };
const WEEK = '2026-W48' as IsoWeek;

describe.each(['embedded', 'bare', 'file', 'http'] as const)('a ledger that is %s', (kind) => {
  async function place(): Promise<
    { location: string | null; cwd: string; repository: string } & AsyncDisposable
  > {
    const stack = new AsyncDisposableStack();
    const parent = stack.use(await folder()).path;
    const cwd = await workRepository(parent);
    if (kind === 'embedded') {
      return { location: null, cwd, repository: cwd, [Symbol.asyncDispose]: () => stack.disposeAsync() };
    }
    const repository = bareRepository(parent);
    git(repository, 'config', 'uploadpack.allowFilter', 'true');
    const location =
      kind === 'bare'
        ? repository
        : kind === 'file'
          ? `file://${repository}`
          : `${stack.use(await serveGit(parent)).url}/ledger.git`;
    return { location, cwd, repository, [Symbol.asyncDispose]: () => stack.disposeAsync() };
  }

  test('is empty before the first write', async () => {
    await using at = await place();
    await using store = await ledger(at.location, at.cwd);
    const reading = await store.readWeek(WEEK, 'UTC');
    expect(reading).toMatchObject({ entries: [], problems: [], conflicts: [], commit: null });
    expect(await store.exportLines()).toEqual({ lines: [], problems: [] });
  });

  test('gives back what was written, and counts a second write of it once', async () => {
    await using at = await place();
    await using store = await ledger(at.location, at.cwd);
    const entries = [entry('b'), entry('a'), entry('c', '2026-11-24T00:00:00Z')];
    const first = await store.append(entries, RUN);
    expect(first).toMatchObject({ written: 3, duplicates: 0, pushes: 1 });
    expect(git(at.repository, 'rev-parse', 'haiku-first-ledger')).toBe(first.commit);
    const second = await store.append([...entries].reverse(), RUN);
    expect(second).toEqual({ written: 0, duplicates: 3, commit: first.commit, pushes: 0 });

    await using other = await ledger(at.location, at.cwd);
    await other.append([entry('d')], RUN);
    const reading = await store.readWeek(WEEK, 'UTC');
    expect(reading.entries.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
    expect(reading.problems).toEqual([]);
    expect(git(at.repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('2');
    expect(await unwritten(join(at.cwd, '../unwritten'))).toEqual([]);
  });

  test('takes a batch that overlaps an earlier one without counting anything twice', async () => {
    await using at = await place();
    await using store = await ledger(at.location, at.cwd);
    await store.append([entry('a'), entry('b')], RUN);
    await store.append([entry('b'), entry('c')], RUN);
    const reading = await store.readAll();
    expect(reading.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(reading.duplicates).toBe(1);
    expect(await store.verify()).toMatchObject({
      files: 2,
      entries: 4,
      duplicates: 1,
      conflicts: [],
      problems: [],
    });
  });

  test('writes nothing for an empty batch', async () => {
    await using at = await place();
    await using store = await ledger(at.location, at.cwd);
    expect(await store.append([], RUN)).toEqual({ written: 0, duplicates: 0, commit: null, pushes: 0 });
    expect((await store.readAll()).commit).toBeNull();
  });

  test('reads a week in a time zone, and only the files of its days', async () => {
    await using at = await place();
    await using store = await ledger(at.location, at.cwd);
    // Monday 00:00 in Auckland (+13:00) is Sunday 11:00 UTC.
    await store.append(
      [
        entry('before', '2026-11-22T10:59:59.999Z'),
        entry('first', '2026-11-22T11:00:00Z'),
        entry('last', '2026-11-29T10:59:59Z'),
        entry('after', '2026-11-29T11:00:00Z'),
        entry('long-ago', '2025-11-22T11:00:00Z'),
      ],
      RUN,
    );
    const reading = await store.readWeek(WEEK, 'Pacific/Auckland');
    expect(reading.entries.map(({ id }) => id)).toEqual(['first', 'last']);
    expect(reading.files).toBe(2);
  });
});
