import { describe, expect, test } from 'vitest';
import { encodeTree } from '../../src/git/local/index.ts';
import { instantOf, readEnvelope } from '../../src/ledger/entry.ts';
import { contentHash, filesOf, MAX_FILE_BYTES, parsePath } from '../../src/ledger/layout.ts';
import { objectId } from '../../src/ledger/objects.ts';
import { judgeRefusal } from '../../src/ledger/refusal.ts';
import { entry } from './support.ts';

describe('the files of a write', () => {
  test('are one for each UTC day, named after run, attempt and content', () => {
    const files = filesOf([entry('b', '2026-11-23T23:30:00-02:00'), entry('a'), entry('a'), entry('z')], {
      run: '77',
      attempt: 2,
    });
    const first = `${entry('a').line}\n${entry('z').line}\n`;
    expect(files.map(({ path, entries }) => [path, entries])).toEqual([
      [`v1/2026/11/23/77-2-${contentHash(first)}.jsonl`, 2],
      [expect.stringMatching(/^v1\/2026\/11\/24\/77-2-[0-9a-f]{32}\.jsonl$/), 1],
    ]);
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe(first);
  });

  test('have the same names in whatever order the records come', () => {
    const entries = [entry('a'), entry('b'), entry('c')];
    const source = { run: '1', attempt: 1 };
    expect(filesOf([...entries].reverse(), source)).toEqual(filesOf([...entries, entry('b')], source));
  });

  test('cannot be led elsewhere by the name of a run', () => {
    for (const run of ['../../etc', '', '.', '..', '-rf', 'a/b', 'a\nb', 'ä'.repeat(100)]) {
      const [file] = filesOf([entry('a')], { run, attempt: 1 });
      expect(parsePath(file?.path ?? '')).toMatchObject({ kind: 'day', day: '2026-11-23' });
    }
  });

  test('are cut before a host would refuse them', () => {
    const long = 'x'.repeat(5 * 1024 * 1024);
    const entries = Array.from({ length: 8 }, (_, index) => entry(`e${index}`, undefined, { long }));
    const files = filesOf(entries, { run: '1', attempt: 1 });
    expect(files.map(({ entries: count }) => count)).toEqual([6, 2]);
    for (const file of files) expect(file.bytes.length).toBeLessThanOrEqual(MAX_FILE_BYTES);
  });

  test('refuse a line that would not stay one line', () => {
    const broken = { id: 'a', at: '2026-11-23T00:00:00Z' };
    for (const line of ['{}\n{}', '{"a":"\ud800"}']) {
      expect(() => filesOf([{ ...broken, line }], { run: '1', attempt: 1 })).toThrow('on one line');
    }
    expect(() => filesOf([entry('a')], { run: '1', attempt: 0 })).toThrow('not a positive integer');
  });
});

describe('a path', () => {
  const hash = 'a'.repeat(32);
  test('tells day or month', () => {
    expect(parsePath(`v1/2026/11/23/9-1-${hash}.jsonl`)).toEqual({
      kind: 'day',
      day: '2026-11-23',
      source: '9-1',
      hash,
    });
    expect(parsePath(`v1/2026/11/compacted-${hash}.jsonl`)).toEqual({
      kind: 'compacted',
      month: '2026-11',
      hash,
    });
  });

  test.each([
    `v1/2026/02/30/9-1-${hash}.jsonl`,
    `v1/2026/13/compacted-${hash}.jsonl`,
    `v1/2026/11/23/9-${hash}.jsonl`,
    `v1/2026/11/23/9-1-${hash.slice(1)}.jsonl`,
    `v1/2026/11/23/x/9-1-${hash}.jsonl`,
    `v2/2026/11/23/9-1-${hash}.jsonl`,
    `v1/2026/11/23/9-1-${hash}.jsonl.bak`,
    'README.md',
  ])('of another form is none: %s', (path) => {
    expect(parsePath(path)).toBeNull();
  });
});

describe('a line', () => {
  test.each(['2026-11-23T03:10:41Z', '2026-11-23T03:10:41.123456Z', '2026-11-23T03:10:41+05:30'])(
    'may say %s',
    (at) => {
      expect(instantOf(at)).not.toBeNull();
    },
  );

  test.each([
    '2026-11-23',
    '2026-11-23T03:10:41',
    '2026-13-01T00:00:00Z',
    '1969-01-01T00:00:00Z',
    'now',
    '1e9',
  ])('may not say %s', (at) => {
    expect(instantOf(at)).toBeNull();
    expect(readEnvelope(JSON.stringify({ schema: 's', id: 'i', at })).ok).toBe(false);
  });

  test('without schema and instant, with an empty id, is told all that it lacks', () => {
    expect(readEnvelope('{"id":""}')).toMatchObject({
      problems: [/schema/, /id/, /at/].map((text) => expect.stringMatching(text)),
    });
    for (const line of ['null', '[]', '1', '"x"', '', '{']) expect(readEnvelope(line).ok).toBe(false);
  });
});

describe('objects', () => {
  test('are named as git names them', () => {
    expect(objectId('sha1', 'blob', Buffer.from('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
    expect(objectId('sha1', 'tree', encodeTree([]))).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
  });

  test('of a folder are sorted as if its name ended in a slash', () => {
    const id = 'ce013625030ba8dba906f756967f9e9ca394464a';
    const names = [
      ['040000', 'a'],
      ['100644', 'a.b'],
      ['100644', 'a0'],
    ].map(([mode = '', name = '']) => ({ mode, name, id }));
    const text = encodeTree(names).toString('latin1');
    expect(text.indexOf(' a.b\0')).toBeLessThan(text.indexOf(' a\0'));
    expect(text.indexOf(' a\0')).toBeLessThan(text.indexOf(' a0\0'));
  });
});

describe("git's answer", () => {
  test.each([
    ['! [rejected] (fetch first)\nerror: failed to push some refs', 'raced'],
    ['! [rejected] (non-fast-forward)', 'raced'],
    ['! [rejected] (stale info)', 'raced'],
    ["! [remote rejected] (cannot lock ref 'refs/heads/x': is at 12ab but expected 34cd)", 'raced'],
    ["! [remote rejected] (cannot lock ref 'refs/heads/x': reference already exists)", 'raced'],
    ['! [remote rejected] (failed to update ref)', 'raced'],
    ["fatal: Unable to create '/r/refs/heads/x.lock': File exists.", 'raced'],
    ['! [remote rejected] (incorrect old value provided)', 'raced'],
    ['remote: fatal: No space left on device\n! [remote rejected] (failed to update ref)', 'refused'],
    [
      'remote: error: GH006: Protected branch update failed\n! [remote rejected] (protected branch hook declined)',
      'refused',
    ],
    ['remote: error: GH013: Repository rule violations found for refs/heads/x.', 'refused'],
    ['! [remote rejected] (pre-receive hook declined)', 'refused'],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 'refused'],
    ['The requested URL returned error: 403', 'refused'],
    ["fatal: repository 'https://github.com/o/r.git/' not found", 'refused'],
    ["cannot lock ref 'refs/heads/x': 'refs/heads/x/y' exists; cannot create 'refs/heads/x'", 'refused'],
    ['git@github.com: Permission denied (publickey).', 'refused'],
    ['fatal: unable to access: Could not resolve host: github.com', 'unreachable'],
    ['The requested URL returned error: 503', 'disturbed'],
    [
      'error: RPC failed; HTTP 429 curl 22\nerror: failed to push some refs\n! [remote rejected] (remote ref updated since checkout)',
      'disturbed',
    ],
    ['fatal: the remote end hung up unexpectedly', 'disturbed'],
    ['git push timed out after 120000 ms', 'unreachable'],
    ['something that nobody has seen before', 'refused'],
  ])('%j means %s', (text, kind) => {
    expect(judgeRefusal(text).kind).toBe(kind);
  });
});
