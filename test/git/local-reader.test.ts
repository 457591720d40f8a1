import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type CommitId, isCommitId } from '../../src/git/commit-reader.ts';
import { createLocalReader } from '../../src/git/local/local-reader.ts';
import { TemporaryRepository } from './temporary-repository.ts';

const UNKNOWN = id('1234567890123456789012345678901234567890');

function id(text: string): CommitId {
  if (!isCommitId(text)) throw new Error(text);
  return text;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

const open = (repository: TemporaryRepository, env: Record<string, string> = {}) =>
  createLocalReader({ cwd: repository.path, env: { PATH: process.env.PATH, ...env } });

describe('a local repository', () => {
  it('gives a regular file by commit and path', async () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({ 'allocation.yaml': 'version: 1\n', 'a/b/c.txt': 'deep' });
    const reader = await open(repository);
    const file = await reader.file(commit, 'a/b/c.txt');
    expect(file.kind).toBe('file');
    if (file.kind === 'file') expect(text(await reader.blob(file.blob, 10))).toBe('deep');
    expect(await reader.file(commit, 'allocation.yml')).toEqual({ kind: 'absent' });
    expect(await reader.file(commit, 'allocation.yaml/x')).toEqual({ kind: 'absent' });
    expect(await reader.file(commit, 'a/b')).toEqual({ kind: 'irregular', mode: '040000' });
  });

  it('works in a SHA-256 repository, too', async () => {
    using repository = new TemporaryRepository('--object-format=sha256');
    const commit = repository.commit({ 'a/b': 'deep' });
    expect(commit).toHaveLength(64);
    const reader = await open(repository);
    expect(await reader.file(commit, 'a/b')).toMatchObject({ kind: 'file' });
    expect((await reader.diffStat(commit, commit)).files).toBe(0);
  });

  it('works in a bare repository and in a linked worktree', async () => {
    using bare = new TemporaryRepository('--bare');
    const commit = bare.commit({ file: 'x' }, [], 'main');
    expect(await (await open(bare)).resolveRevision('HEAD')).toBe(commit);
    const next = bare.commit({ file: 'y' }, [commit], 'other');
    bare.git('worktree', 'add', '--quiet', join(bare.path, 'linked'), 'other');
    const linked = await createLocalReader({
      cwd: join(bare.path, 'linked'),
      env: { PATH: process.env.PATH },
    });
    expect(await linked.resolveRevision('HEAD')).toBe(next);
  });

  it('names symlinks, executables and submodules instead of reading them', async () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({
      link: { mode: '120000', content: 'target' },
      run: { mode: '100755', content: '#!/bin/sh' },
      module: { mode: '160000', content: UNKNOWN },
      'folder/file': 'x',
    });
    const reader = await open(repository);
    const modes = await Promise.all(
      ['link', 'run', 'module', 'folder'].map((path) => reader.file(commit, path)),
    );
    expect(modes).toEqual(
      ['120000', '100755', '160000', '040000'].map((mode) => ({ kind: 'irregular', mode })),
    );
    expect(await reader.file(commit, 'link/file')).toEqual({ kind: 'absent' });
    expect(await reader.file(commit, 'module/file')).toEqual({ kind: 'absent' });
  });

  it('lists what lies directly in a folder', async () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({
      '.github/workflows/b.yml': 'b',
      '.github/workflows/a.yml': { mode: '120000', content: 'b.yml' },
      '.github/workflows/deep/c.yml': 'c',
      'z.txt': 'z',
    });
    const reader = await open(repository);
    const entries = await reader.folder(commit, '.github/workflows');
    expect(entries.map(({ name, mode }) => [name, mode])).toEqual([
      ['a.yml', '120000'],
      ['b.yml', '100644'],
    ]);
    expect((await reader.folder(commit, '')).map((entry) => entry.name)).toEqual(['z.txt']);
    expect(await reader.folder(commit, 'nothing')).toEqual([]);
    expect(await reader.folder(commit, 'z.txt')).toEqual([]);
  });

  it('takes odd names literally', async () => {
    using repository = new TemporaryRepository();
    const names = ['-rf', ':(glob)*', 'a b', 'ünïcode', 'new\nline', '*.yaml', 'quote"\\'];
    const commit = repository.commit(Object.fromEntries(names.map((name) => [name, name])));
    const reader = await open(repository);
    for (const name of names) {
      const file = await reader.file(commit, name);
      expect(file.kind, name).toBe('file');
      if (file.kind === 'file') expect(text(await reader.blob(file.blob, 100))).toBe(name);
    }
    expect(await reader.file(commit, '*')).toEqual({ kind: 'absent' });
  });

  it.each(['../x', '/etc/passwd', 'a//b', './a', 'a/', 'a\0b', 'a/../b'])(
    'refuses the path %j',
    async (path) => {
      using repository = new TemporaryRepository();
      const commit = repository.commit({ a: 'x' });
      const reader = await open(repository);
      await expect(reader.file(commit, path)).rejects.toThrow(/not a path inside the repository/);
      await expect(reader.folder(commit, path)).rejects.toThrow(UserError);
    },
  );

  it('reads no blob above the limit, and goes on afterwards', async () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({ big: 'x'.repeat(300_000), small: 'ok' });
    const reader = await open(repository);
    const [big, small] = [await reader.file(commit, 'big'), await reader.file(commit, 'small')];
    if (big.kind !== 'file' || small.kind !== 'file') throw new Error('not files');
    const answers = await Promise.allSettled([
      reader.blob(big.blob, 299_999),
      reader.blob(small.blob, 2),
      reader.blob(big.blob, 300_000),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(String(answers[0]?.status === 'rejected' && answers[0].reason)).toMatch(
      /300000 bytes; at most 299999/,
    );
    expect((await reader.blob(big.blob, 300_000)).length).toBe(300_000);
  });

  it('never takes an unreadable tree or blob for an absent file', async () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({ 'a/file': 'x' });
    const tree = repository.git('rev-parse', `${commit}:a`);
    const blob = repository.git('rev-parse', `${commit}:a/file`);
    for (const lost of [tree, blob]) {
      rmSync(join(repository.path, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    }
    const reader = await open(repository);
    await expect(reader.file(commit, 'a/file')).rejects.toThrow(`The tree ${tree} is missing`);
    await expect(reader.folder(commit, 'a')).rejects.toThrow(UserError);
    await expect(reader.blob(blob, 10)).rejects.toThrow(`The blob ${blob} is missing`);
  });

  it('refuses a tree that holds a name twice', async () => {
    using repository = new TemporaryRepository();
    const blob = repository.gitWith('x', 'hash-object', '-w', '--stdin');
    const entry = Buffer.concat([Buffer.from('100644 allocation.yaml\0'), Buffer.from(blob, 'hex')]);
    const tree = repository.gitWith(
      Buffer.concat([entry, entry]),
      ...['hash-object', '-w', '-t', 'tree', '--literally', '--stdin'],
    );
    const commit = id(repository.git('commit-tree', tree, '-m', 'Test'));
    await expect((await open(repository)).file(commit, 'allocation.yaml')).rejects.toThrow(/twice/);
  });

  it('says which commit is missing', async () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({ a: 'x' });
    const reader = await open(repository);
    expect(await reader.has(commit)).toBe(true);
    expect(await reader.has(UNKNOWN)).toBe(false);
    for (const asked of [
      reader.parents(UNKNOWN),
      reader.file(UNKNOWN, 'a'),
      reader.mergeBase(commit, UNKNOWN),
      reader.mergeBase(UNKNOWN, commit),
    ]) {
      await expect(asked).rejects.toThrow(`The commit ${UNKNOWN} is missing from the local repository.`);
    }
    const blob = id(repository.git('rev-parse', `${commit}:a`));
    await expect(reader.parents(blob)).rejects.toThrow(/is a blob, not a commit/);
    expect(await reader.has(blob)).toBe(false);
  });

  it('tells parents in order and the merge base', async () => {
    using repository = new TemporaryRepository();
    const root = repository.commit({ a: '1' });
    const left = repository.commit({ a: '2' }, [root]);
    const right = repository.commit({ a: '3' }, [root]);
    const merge = repository.commit({ a: '4' }, [right, left]);
    const stranger = repository.commit({ b: '1' });
    const reader = await open(repository);
    expect(await reader.parents(merge)).toEqual([right, left]);
    expect(await reader.parents(root)).toEqual([]);
    expect(await reader.mergeBase(left, right)).toBe(root);
    expect(await reader.mergeBase(left, merge)).toBe(left);
    expect(await reader.mergeBase(left, stranger)).toBeNull();
    expect(await reader.mergeBases(left, stranger)).toEqual([]);
    const crossed = repository.commit({ a: '5' }, [left, right]);
    expect([...(await reader.mergeBases(merge, crossed))].sort()).toEqual([left, right].sort());
  });
});

describe('a shallow clone', () => {
  it('never gives a merge base that the cut may have spoilt', async () => {
    using repository = new TemporaryRepository();
    const root = repository.commit({ a: '1' });
    const base = repository.commit({ a: '2' }, [root], 'main');
    const head = repository.commit({ a: '3' }, [base], 'topic');
    const main = repository.commit({ a: '4' }, [base], 'main');
    using clone = repository.clone('--depth=1', '--no-single-branch');
    const reader = await open(clone);
    expect(await reader.parents(head)).toEqual([base]);
    await expect(reader.mergeBase(main, head)).rejects.toThrow(/shallow clone.*fetch-depth: 0/s);
    await expect(reader.file(base, 'a')).rejects.toThrow(/shallow clone.*fetch-depth: 0/s);
    await expect(reader.diffStat(main, head)).rejects.toThrow(/shallow clone/);
    await expect(reader.resolveRevision(base)).rejects.toThrow(/shallow clone/);
  });

  it('refuses an older merge base when a newer one lies behind the cut', async () => {
    using repository = new TemporaryRepository();
    const root = repository.commit({ a: '1' });
    const real = repository.commit({ a: '2' }, [root]);
    const cut = repository.commit({ a: '3' }, [real]);
    const left = repository.commit({ a: '4' }, [root, cut]);
    const right = repository.commit({ a: '5' }, [real]);
    repository.git('update-ref', 'refs/heads/main', right);
    expect(await (await open(repository)).mergeBase(left, right)).toBe(real);
    writeFileSync(join(repository.path, '.git/shallow'), `${cut}\n`);
    expect(repository.git('merge-base', left, right)).toBe(root);
    await expect((await open(repository)).mergeBase(left, right)).rejects.toThrow(`cut at ${cut}`);
  });

  it('gives the merge base when the history above it is whole', async () => {
    using repository = new TemporaryRepository();
    const root = repository.commit({ a: '1' });
    const base = repository.commit({ a: '2' }, [root]);
    const head = repository.commit({ a: '3' }, [base], 'topic');
    const main = repository.commit({ a: '4' }, [base], 'main');
    using clone = repository.clone('--depth=2', '--no-single-branch');
    expect(await (await open(clone)).mergeBase(main, head)).toBe(base);
  });
});

describe('a hostile repository', () => {
  it('cannot make a commit id stand for other content', async () => {
    using repository = new TemporaryRepository();
    const root = repository.commit({ a: 'root' });
    const real = repository.commit({ a: 'real' }, [root]);
    const fake = repository.commit({ a: 'fake' });
    repository.git('replace', real, fake);
    writeFileSync(join(repository.path, '.git/info/grafts'), `${real}\n`);
    const reader = await open(repository);
    const file = await reader.file(real, 'a');
    if (file.kind !== 'file') throw new Error(file.kind);
    expect(text(await reader.blob(file.blob, 10))).toBe('real');
    expect(await reader.parents(real)).toEqual([root]);
    expect(await reader.mergeBase(real, root)).toBe(root);
  });

  it('cannot make git run anything', async () => {
    using repository = new TemporaryRepository();
    const base = repository.commit({ 'a.txt': 'one\n', '.gitattributes': '*.txt diff=evil filter=evil\n' });
    const head = repository.commit({ 'a.txt': 'two\n', '.gitattributes': '*.txt diff=evil filter=evil\n' }, [
      base,
    ]);
    const witness = join(repository.path, 'was-run');
    const script = join(repository.path, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\ntouch '${witness}'\n`);
    chmodSync(script, 0o755);
    writeFileSync(join(repository.path, '.gitattributes'), '*.txt diff=evil filter=evil\n');
    const keys = ['diff.external', 'diff.evil.command', 'diff.evil.textconv', 'filter.evil.smudge'];
    for (const key of [...keys, 'core.fsmonitor', 'core.sshCommand', 'core.pager', 'merge.evil.driver']) {
      repository.git('config', key, script);
    }
    repository.git('config', 'core.hooksPath', repository.path);
    const reader = await open(repository);
    expect(await reader.diffStat(base, head)).toMatchObject({ additions: 1, deletions: 1 });
    await reader.defaultBranch();
    await reader.resolveRevision(head);
    await reader.mergeFile(Buffer.from('a\n'), Buffer.from('b\n'), Buffer.from('a\n'));
    expect(existsSync(witness)).toBe(false);
  });

  it('cannot hide changed lines behind its attributes or settings', async () => {
    using repository = new TemporaryRepository();
    const base = repository.commit({ 'a.txt': 'one\n' });
    const head = repository.commit({ 'a.txt': 'two\n', '.gitattributes': '* binary\n', '-O': 'x\n' }, [base]);
    writeFileSync(join(repository.path, '.gitattributes'), '* binary\n');
    repository.git('config', 'diff.ignoreSubmodules', 'all');
    expect(await (await open(repository)).diffStat(base, head)).toEqual({
      additions: 3,
      deletions: 1,
      files: 3,
      paths: ['-O', '.gitattributes', 'a.txt'],
    });
  });

  it("is not swapped for another by the caller's GIT_DIR", async () => {
    using repository = new TemporaryRepository();
    using other = new TemporaryRepository();
    const commit = repository.commit({ a: 'x' }, [], 'main');
    other.commit({ a: 'y' }, [], 'main');
    const reader = await open(repository, {
      GIT_DIR: join(other.path, '.git'),
      GIT_CONFIG_PARAMETERS: "'core.bare=oops'",
    });
    expect(await reader.resolveRevision('main')).toBe(commit);
  });

  it('is not asked for a git of its own', async () => {
    using repository = new TemporaryRepository();
    writeFileSync(join(repository.path, 'git'), '#!/bin/sh\nexit 1\n');
    chmodSync(join(repository.path, 'git'), 0o755);
    const commit = repository.commit({ a: 'x' }, [], 'main');
    const reader = await open(repository, {
      PATH: `${relative(process.cwd(), repository.path)}:${process.env.PATH}`,
    });
    expect(await reader.resolveRevision('main')).toBe(commit);
  });
});

describe('opening', () => {
  it('does not keep the program alive', () => {
    using repository = new TemporaryRepository();
    const commit = repository.commit({ a: 'x' });
    const script = `
      import { createLocalReader } from ${JSON.stringify(import.meta.resolve('../../src/git/local/local-reader.ts'))};
      const reader = await createLocalReader({ cwd: ${JSON.stringify(repository.path)} });
      console.log((await reader.file('${commit}', 'a')).kind);`;
    const args = ['--input-type=module', '--no-warnings', '--eval', script];
    expect(execFileSync(process.execPath, args, { timeout: 10_000 }).toString()).toBe('file\n');
  });

  it('says that a folder is no repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'haiku-first-test-'));
    try {
      const env = { PATH: process.env.PATH };
      await expect(createLocalReader({ cwd: folder, env })).rejects.toThrow(
        /is not a git repository.*actions\/checkout/s,
      );
      await expect(createLocalReader({ cwd: join(folder, 'none'), env })).rejects.toThrow(
        /could not be started/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says that git is missing', async () => {
    await expect(createLocalReader({ cwd: '/', env: { PATH: '/nowhere:relative' } })).rejects.toThrow(
      'git was not found on the PATH. Install git, or add its folder to PATH.',
    );
  });
});

describe('a revision', () => {
  it('names a commit by branch, tag, ancestor or abbreviation', async () => {
    using repository = new TemporaryRepository();
    const first = repository.commit({ a: '1' });
    const second = repository.commit({ a: '2' }, [first], 'main');
    repository.git('tag', '-a', '-m', 'v', 'v1', first);
    const reader = await open(repository);
    const asked = ['main', 'main~1', 'v1', second.slice(0, 10), 'refs/heads/main'];
    expect(await Promise.all(asked.map((each) => reader.resolveRevision(each)))).toEqual([
      ...[second, first, first],
      ...[second, second],
    ]);
  });

  it.each(['', '--all', '-h', 'none', 'main..main', 'main:a', 'main\nmain', '^main'])(
    'is not %j',
    async (bad) => {
      using repository = new TemporaryRepository();
      repository.commit({ a: '1' }, [], 'main');
      await expect((await open(repository)).resolveRevision(bad)).rejects.toThrow(UserError);
    },
  );
});

describe('the default branch', () => {
  it('is what origin calls HEAD, else main, else master, else not known', async () => {
    using repository = new TemporaryRepository();
    const reader = await open(repository);
    expect(await reader.defaultBranch()).toBeNull();
    const commit = repository.commit({ a: '1' }, [], 'master');
    expect(await reader.defaultBranch()).toBe('refs/heads/master');
    repository.git('update-ref', 'refs/heads/main', commit);
    expect(await reader.defaultBranch()).toBe('refs/heads/main');
    repository.git('update-ref', 'refs/remotes/origin/main', commit);
    expect(await reader.defaultBranch()).toBe('refs/remotes/origin/main');
    repository.git('update-ref', 'refs/remotes/origin/trunk', commit);
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect(await reader.defaultBranch()).toBe('refs/remotes/origin/trunk');
  });
});

describe('merging a file', () => {
  const bytes = (content: string) => Buffer.from(content);

  it('keeps the changes of both sides', async () => {
    using repository = new TemporaryRepository();
    const reader = await open(repository);
    const merged = await reader.mergeFile(
      bytes('a\nb\nc\nd\n'),
      bytes('A\nb\nc\nd\n'),
      bytes('a\nb\nc\nD\n'),
    );
    expect([merged.clean, text(merged.bytes)]).toEqual([true, 'A\nb\nc\nD\n']);
  });

  it('says that they collide, and leaves nothing behind', async () => {
    using repository = new TemporaryRepository();
    const folder = join(repository.path, 'temporary');
    mkdirSync(folder);
    vi.stubEnv('TMPDIR', folder);
    const reader = await open(repository);
    const merged = await reader.mergeFile(bytes('a\n'), bytes('b\n'), bytes('c\n'));
    expect(merged.clean).toBe(false);
    expect(text(merged.bytes)).toContain('<<<<<<<');
    await expect(reader.mergeFile(bytes('a\0'), bytes('b\0'), bytes('c\0'))).rejects.toThrow(
      /could not merge/,
    );
    expect(tmpdir()).toBe(folder);
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
  });
});

describe('the size of a change', () => {
  it('is counted from where the head left the base, renames found, binary files as files', async () => {
    using repository = new TemporaryRepository();
    const body = `${Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n')}\n`;
    const root = repository.commit({ old: body, gone: 'x\n' });
    const main = repository.commit({ old: body, gone: 'x\n', unrelated: 'y\n' }, [root]);
    const head = repository.commit({ new: `${body}more\n`, image: new Uint8Array([0, 1, 2, 0]) }, [root]);
    expect(await (await open(repository)).diffStat(main, head)).toEqual({
      additions: 1,
      deletions: 1,
      files: 3,
      paths: ['gone', 'image', 'new', 'old'],
    });
  });

  it('needs a common history', async () => {
    using repository = new TemporaryRepository();
    const [one, two] = [repository.commit({ a: '1' }), repository.commit({ b: '1' })];
    await expect((await open(repository)).diffStat(one, two)).rejects.toThrow(/share no history/);
  });
});
