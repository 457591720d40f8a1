import { describe, expect, test } from 'vitest';
import type { LedgerEntry, LineReader } from '../../src/ledger/entry.ts';
import { openLedger } from '../../src/ledger/store.ts';
import type { IsoDate, IsoWeek } from '../../src/time/week.ts';
import { bareRepository, entry, folder, git, ledger, pace, workRepository } from './support.ts';

const RUN = { run: '1', attempt: 1 };
const DECEMBER = '2026-12-01' as IsoDate;

async function place(): Promise<{ cwd: string; repository: string } & AsyncDisposable> {
  const parent = await folder();
  const cwd = await workRepository(parent.path);
  const repository = bareRepository(parent.path);
  return { cwd, repository, [Symbol.asyncDispose]: () => parent[Symbol.asyncDispose]() };
}

describe('import', () => {
  test('puts lines of many days in with one commit, and once', async () => {
    await using at = await place();
    await using store = await ledger(at.repository, at.cwd);
    await store.append([entry('a'), entry('b')], RUN);
    const lines = [
      entry('c', '2026-01-01T00:00:00Z').line,
      '',
      entry('a').line,
      entry('d').line,
      entry('d').line,
    ];
    expect(await store.importLines(lines, 'old.jsonl')).toMatchObject({
      written: 2,
      duplicates: 2,
      pushes: 1,
    });
    expect(await store.importLines(lines, 'old.jsonl')).toMatchObject({
      written: 0,
      duplicates: 4,
      pushes: 0,
    });
    expect((await store.readAll()).entries.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
    expect(git(at.repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('2');
    expect(await store.verify()).toMatchObject({ duplicates: 0, problems: [] });
  });

  test('tells every bad line with its number and writes none of them', async () => {
    await using at = await place();
    await using store = await ledger(at.repository, at.cwd);
    const lines = [entry('a').line, 'nonsense', '', '{"schema":"x","id":7}'];
    await expect(store.importLines(lines, 'old.jsonl')).rejects.toThrow(
      [
        'old.jsonl:2: not JSON',
        'old.jsonl:4: `id` must be a non-empty string',
        'old.jsonl:4: `at` must be a date and time with an offset, like 2026-11-23T03:10:41Z',
      ].join('\n'),
    );
    expect((await store.readAll()).commit).toBeNull();
  });

  test('stores what the caller makes of a line, and hands its value on when it is read', async () => {
    await using at = await place();
    interface Priced extends LedgerEntry {
      readonly cost: number;
    }
    const readLine: LineReader<Priced> = (text) => {
      const { cost, at: instant } = JSON.parse(text) as { cost: number; at: string };
      const id = `derived-${cost}`;
      const line = JSON.stringify({ schema: 's', id, at: instant, cost });
      return { ok: true, entry: { id, at: instant, cost, line } };
    };
    const options = {
      location: at.repository,
      cwd: at.cwd,
      env: { PATH: process.env.PATH },
      unwrittenDir: at.cwd,
    };
    const store = await openLedger<Priced>({ ...options, readLine, pace });
    await store.importLines(['{"cost":7,"at":"2026-11-23T00:00:00Z"}'], null);
    const { entries } = await store.readWeek('2026-W48' as IsoWeek, 'UTC');
    expect(entries.map(({ cost }) => cost)).toEqual([7]);
    expect(await store.exportLines()).toEqual({
      lines: ['{"schema":"s","id":"derived-7","at":"2026-11-23T00:00:00Z","cost":7}'],
      problems: [],
    });
    await store.close();
  });
});

describe('export', () => {
  test('gives every line once, by instant and id, and an import of it gives the same ledger', async () => {
    await using at = await place();
    await using store = await ledger(at.repository, at.cwd);
    const rival = entry('a', '2026-11-23T03:10:41Z', { cost: 1 });
    await store.append([entry('b'), rival, entry('z', '2026-11-01T00:00:00Z')], RUN);
    await store.append([entry('a'), entry('b')], { run: '2', attempt: 1 });
    const { lines, problems } = await store.exportLines();
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      entry('z', '2026-11-01T00:00:00Z').line,
      rival.line,
      entry('a').line,
      entry('b').line,
    ]);
    await using copy = await ledger(at.repository, at.cwd, { branch: 'copy' });
    await copy.importLines(lines, null);
    expect((await copy.exportLines()).lines).toEqual(lines);
    expect((await copy.readAll()).conflicts).toEqual((await store.readAll()).conflicts);
  });
});

describe('compact', () => {
  test('puts the days of past months into one file each, every line byte for byte, in one commit', async () => {
    await using at = await place();
    await using store = await ledger(at.repository, at.cwd);
    const odd = {
      id: 'odd',
      at: '2026-11-05T00:00:00Z',
      line: '{ "id":"odd",  "schema":"?","at":"2026-11-05T00:00:00Z" }',
    };
    await store.append([entry('a'), odd], RUN);
    await store.append([entry('a'), entry('b', '2026-11-30T23:59:59Z')], { run: '2', attempt: 1 });
    await store.append([entry('x', '2026-10-31T00:00:00Z')], { run: '3', attempt: 1 });
    await store.append([entry('c', '2026-12-01T00:00:00Z')], { run: '4', attempt: 1 });
    const before = await store.exportLines();
    const tip = git(at.repository, 'rev-parse', 'haiku-first-ledger');

    const dry = await store.compact({ before: DECEMBER, dryRun: true });
    expect(dry).toEqual({
      months: [
        { month: '2026-10', files: 1, into: 1, lines: 1 },
        { month: '2026-11', files: 4, into: 1, lines: 3 },
      ],
      commit: null,
      problems: [],
    });
    expect(git(at.repository, 'rev-parse', 'haiku-first-ledger')).toBe(tip);

    const done = await store.compact({ before: DECEMBER, dryRun: false });
    expect(done.months).toEqual(dry.months);
    expect(git(at.repository, 'rev-list', '--count', 'haiku-first-ledger')).toBe('5');
    expect(git(at.repository, 'rev-parse', 'haiku-first-ledger^')).toBe(tip);
    const paths = git(at.repository, 'ls-tree', '-r', '--name-only', 'haiku-first-ledger').split('\n');
    expect(paths).toEqual([
      expect.stringMatching(/^v1\/2026\/10\/compacted-[0-9a-f]{32}\.jsonl$/),
      expect.stringMatching(/^v1\/2026\/11\/compacted-[0-9a-f]{32}\.jsonl$/),
      expect.stringMatching(/^v1\/2026\/12\/01\/4-1-/),
    ]);
    expect(await store.exportLines()).toEqual(before);
    expect(await store.verify()).toMatchObject({ entries: 5, duplicates: 0, problems: [] });
    const week = await store.readWeek('2026-W48' as IsoWeek, 'UTC');
    expect(week.entries.map(({ id }) => id)).toEqual(['a']);

    expect(await store.compact({ before: DECEMBER, dryRun: false })).toEqual({
      months: [],
      commit: null,
      problems: [],
    });
  });

  test('takes late records into the month, and does not bring back what was compacted', async () => {
    await using at = await place();
    await using store = await ledger(at.repository, at.cwd);
    await store.append([entry('a')], RUN);
    await store.compact({ before: DECEMBER, dryRun: false });
    await store.append([entry('late', '2026-11-02T00:00:00Z')], RUN);
    // A job that is run again long after: its file is gone, its record still counts once.
    await store.append([entry('a')], RUN);
    expect((await store.readAll()).entries.map(({ id }) => id)).toEqual(['late', 'a']);
    const { months } = await store.compact({ before: DECEMBER, dryRun: false });
    expect(months).toEqual([{ month: '2026-11', files: 3, into: 1, lines: 2 }]);
    expect(await store.verify()).toMatchObject({ files: 1, entries: 2, duplicates: 0, problems: [] });
  });
});
