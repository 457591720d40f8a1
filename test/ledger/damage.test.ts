import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/ledger/layout.ts';
import type { IsoWeek } from '../../src/time/week.ts';
import { bareRepository, entry, folder, git, ledger, type TestLedger, workRepository } from './support.ts';

const WEEK = '2026-W48' as IsoWeek;
const FOLDER = 'v1/2026/11/23';

/** Puts a file into the ledger branch by hand, or takes its place. */
function tamper(repository: string, path: string, content: string | Uint8Array, mode = '100644'): void {
  const index = join(repository, 'test-index');
  const run = (input: string | Uint8Array, ...args: string[]): string =>
    execFileSync('git', ['--git-dir', repository, ...args], {
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        GIT_INDEX_FILE: index,
        GIT_AUTHOR_NAME: 'x',
        GIT_AUTHOR_EMAIL: 'x@y',
        GIT_COMMITTER_NAME: 'x',
        GIT_COMMITTER_EMAIL: 'x@y',
      },
    }).trim();
  run('', 'read-tree', 'haiku-first-ledger');
  const blob = run(content, 'hash-object', '-w', '--stdin');
  run('', 'update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`);
  const commit = run('', 'commit-tree', run('', 'write-tree'), '-p', 'haiku-first-ledger', '-m', 'By hand');
  run('', 'update-ref', 'refs/heads/haiku-first-ledger', commit);
}

async function damaged(): Promise<{ repository: string; store: TestLedger; path: string } & AsyncDisposable> {
  const stack = new AsyncDisposableStack();
  const parent = stack.use(await folder()).path;
  const repository = bareRepository(parent);
  const store = stack.use(await ledger(repository, await workRepository(parent)));
  await store.append([entry('a1'), entry('a2')], { run: '1', attempt: 1 });
  await store.append([entry('b1')], { run: '2', attempt: 1 });
  await store.append([entry('c1', '2026-11-25T00:00:00Z')], { run: '3', attempt: 1 });
  const path = git(repository, 'ls-tree', '-r', '--name-only', 'haiku-first-ledger').split('\n')[0] ?? '';
  return { repository, store, path, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

describe('a damaged file is reported with its place, and does not hide the others', () => {
  test.each([
    ['is garbage', Buffer.from([0xff, 0xfe, 0x00, 0x80]), /not UTF-8/, ['b1', 'c1'], null],
    ['is no JSON', 'not json\n', /Not a record: not JSON/, ['b1', 'c1'], 1],
    ['is cut off', `${entry('a1').line}\n${entry('a2').line.slice(0, 30)}`, /cut off/, ['a1', 'b1', 'c1'], 2],
    ['lost a line', `${entry('a1').line}\n`, /hash in the name differs/, ['a1', 'b1', 'c1'], null],
    ['is empty', '', /hash in the name differs/, ['b1', 'c1'], null],
    ['holds an array', '[]\n', /not a JSON object/, ['b1', 'c1'], 1],
    [
      'holds no instant',
      '{"schema":"x","id":"a","at":"yesterday"}\n',
      /`at` must be a date/,
      ['b1', 'c1'],
      1,
    ],
  ])('when it %s', async (_, content, what, ids, line) => {
    await using at = await damaged();
    tamper(at.repository, at.path, content);
    const reading = await at.store.readWeek(WEEK, 'UTC');
    expect(reading.entries.map(({ id }) => id)).toEqual(ids);
    const found = reading.problems.find((problem) => what.test(problem.what));
    expect(found).toMatchObject({ file: at.path, line });
    const verification = await at.store.verify();
    expect(verification.problems).toEqual(reading.problems);
  });

  test('when git itself cannot read it', async () => {
    await using at = await damaged();
    const blob = git(at.repository, 'rev-parse', `haiku-first-ledger:${at.path}`);
    const object = join(at.repository, 'objects', blob.slice(0, 2), blob.slice(2));
    await chmod(object, 0o644);
    await writeFile(object, 'rot');
    // Another one: the writer still has its own copy.
    await using store = await ledger(at.repository, join(at.repository, '../work'));
    const reading = await store.readWeek(WEEK, 'UTC');
    expect(reading.entries.map(({ id }) => id)).toEqual(['b1', 'c1']);
    expect(reading.problems).toEqual([expect.objectContaining({ file: at.path })]);
  });

  test('is put right by writing its records again', async () => {
    await using at = await damaged();
    tamper(at.repository, at.path, 'not json\n');
    expect(await at.store.append([entry('a1'), entry('a2')], { run: '1', attempt: 1 })).toMatchObject({
      written: 2,
    });
    expect(await at.store.verify()).toMatchObject({ entries: 4, problems: [] });
  });
});

describe('what does not belong there', () => {
  test('is named: foreign files, links, records in the wrong folder', async () => {
    await using at = await damaged();
    tamper(at.repository, `${FOLDER}/notes.txt`, 'hello');
    tamper(at.repository, `${FOLDER}/link.jsonl`, '/etc/passwd', '120000');
    tamper(at.repository, `${FOLDER}/deeper/x.jsonl`, 'x');
    tamper(
      at.repository,
      `v1/2026/11/24/${at.path.split('/').at(-1)}`,
      `${entry('a1').line}\n${entry('a2').line}\n`,
    );
    const { problems, entries } = await at.store.readWeek(WEEK, 'UTC');
    expect(entries.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'c1']);
    const told = problems.map(({ file, what }) => `${file}: ${what}`);
    expect(told).toHaveLength(5);
    expect(told).toContainEqual(expect.stringMatching(/notes\.txt: .*did not write/));
    expect(told).toContainEqual(expect.stringMatching(/link\.jsonl: .*not a plain file/));
    expect(told).toContainEqual(expect.stringMatching(/deeper: .*not a plain file/));
    expect(told).toContainEqual(expect.stringMatching(/A record of 2026-11-23 is in the wrong folder/));
    expect((await at.store.verify()).problems).toEqual(problems);
  });

  test('stops everything when it is a newer layout, whose records would be missed', async () => {
    await using at = await damaged();
    tamper(at.repository, 'v2/x', 'x');
    await expect(at.store.readWeek(WEEK, 'UTC')).rejects.toThrow('written by a newer haiku-first');
    await expect(at.store.readAll()).rejects.toThrow('Use that version');
  });

  test('says no more than twenty things about one file', async () => {
    await using at = await damaged();
    tamper(at.repository, at.path, 'x\n'.repeat(5000));
    const { problems } = await at.store.readAll();
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.what).toBe('4981 more problems in this file.');
  });
});

test('of two contents under one id the earlier counts, and the conflict is told', async () => {
  await using at = await damaged();
  const later = entry('a1', '2026-11-23T09:00:00Z', { cost: 1 });
  const earlier = entry('a1', '2026-11-23T01:00:00Z', { cost: 2 });
  await at.store.append([later], { run: '7', attempt: 1 });
  await at.store.append([earlier], { run: '8', attempt: 1 });
  const reading = await at.store.readWeek(WEEK, 'UTC');
  expect(reading.entries.find(({ id }) => id === 'a1')?.line).toBe(earlier.line);
  expect(reading.conflicts).toEqual([
    { id: 'a1', kept: earlier.line, others: [entry('a1').line, later.line] },
  ]);
  expect((await at.store.verify()).conflicts).toEqual(['a1']);
});

describe('a file that is read in many pieces is one file', () => {
  const LINES = 40;
  // Of two or three bytes each, so that pieces end within some, and longer than a piece here and there.
  const texts = Array.from({ length: LINES }, (_, index) => 'é€'.repeat(index % 13 === 5 ? 70_000 : 5_000));
  const lines = texts.map((text, index) => entry(`p${index}`, undefined, { text }).line);
  const content = Buffer.from(`${lines.join('\n')}\n`);

  test('all its lines are read, as they are', async () => {
    await using made = await damaged();
    const path = `${FOLDER}/9-1-${contentHash(content)}.jsonl`;
    tamper(made.repository, path, content);
    const { entries, problems } = await made.store.readWeek(WEEK, 'UTC');
    expect(problems).toEqual([]);
    const long = entries.map(({ line }) => line).filter((line) => line.includes('é'));
    expect(long.sort()).toEqual([...lines].sort());
  });

  test.each([
    ['its first', 100],
    ['its last', content.length - 100],
  ])('it is no text where %s bytes are none', async (_, place) => {
    await using made = await damaged();
    const spoilt = Buffer.from(content);
    spoilt[place] = 0xff;
    tamper(made.repository, `${FOLDER}/9-1-${contentHash(spoilt)}.jsonl`, spoilt);
    const { entries, problems } = await made.store.readWeek(WEEK, 'UTC');
    expect(problems.map(({ what }) => what)).toEqual(['The file cannot be read: it is not UTF-8.']);
    // Nor does who takes the lines one by one keep what was read of it before that showed.
    const taken: string[] = [];
    const streamed = await made.store.stream(
      new Date('2026-11-23T00:00:00Z'),
      new Date('2026-11-30T00:00:00Z'),
      {
        begin: () => taken.splice(0),
        take: ({ id }) => {
          taken.push(id);
          return null;
        },
        settle: () => expect.unreachable(),
      },
    );
    expect(taken.sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(streamed.problems).toEqual(problems);
    expect(entries.filter(({ line }) => line.includes('é'))).toEqual([]);
  });

  test('its last line may be cut off, and no number of a line is lost', async () => {
    await using made = await damaged();
    const cut = content.subarray(0, -2);
    tamper(made.repository, `${FOLDER}/9-1-${contentHash(cut)}.jsonl`, cut);
    const { problems } = await made.store.readWeek(WEEK, 'UTC');
    expect(problems.map(({ line }) => line)).toEqual([LINES, LINES]);
  });
});
