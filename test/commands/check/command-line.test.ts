import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { Bundle } from '../../support/bundle.ts';
import { runInProcess } from '../../support/in-process.ts';
import { ALLOCATION, checkDocument, FILE, HARMLESS, README, STRICTER, sarifRules, WEAK } from './step.ts';

/** An allocation with an approved floor that an exception undercuts. */
const EXCEPTED = `${ALLOCATION}  - id: testing-opus
    agents: [TESTING]
    minimum: opus
    exceptions: approved
`;
const exception = (expires: string) => `version: 1
exceptions:
  - floor: testing-opus
    agent: TESTING
    phase: LEAD
    tier: sonnet
    reason: a trial
    approved_by: octocat
    tracking: '#1'
    expires: ${expires}
  - { floor: testing-opus, agent: TESTING, phase: PLAN, tier: sonnet, reason: a trial, approved_by: octocat, tracking: '#1', expires: ${expires} }
  - { floor: testing-opus, agent: TESTING, phase: EXEC, tier: sonnet, reason: a trial, approved_by: octocat, tracking: '#1', expires: ${expires} }
`;
const NOW = '2026-11-23T03:00:00Z';

let bundle: Bundle;
let repo: TemporaryRepository;
let plain: TemporaryRepository;

beforeAll(async () => {
  bundle = await Bundle.copy();
  repo = new TemporaryRepository();
  const root = repo.commit({ ...README, [FILE]: ALLOCATION }, [], 'main');
  repo.commit({ ...README, [FILE]: WEAK }, [root], 'weak');
  repo.commit({ ...README, [FILE]: HARMLESS }, [root], 'fine');
  repo.commit({ ...README, [FILE]: STRICTER }, [root], 'main');
  repo.commit({ ...README, [FILE]: Buffer.alloc(50_000_000, 'a') }, [root], 'huge');
  repo.commit({ ...README, [FILE]: { mode: '120000', content: 'README.md' } }, [root], 'link');
  // No git: a folder with files.
  plain = new TemporaryRepository();
  for (const [name, text] of Object.entries({
    'old.yaml': ALLOCATION,
    'new.yaml': WEAK,
    'broken.yaml': 'version: 2\n',
    'excepted.yaml': EXCEPTED,
    'late.yaml': exception('2026-11-01'),
    'granted.yaml': exception('2026-12-31'),
  })) {
    writeFileSync(join(plain.path, name), text);
  }
});

afterAll(async () => {
  repo[Symbol.dispose]();
  plain[Symbol.dispose]();
  await bundle[Symbol.asyncDispose]();
});

/** `haiku-first check ARGS --json`: exit code, document, standard error. */
async function check(cwd: string, ...args: string[]) {
  const own = { PATH: process.env.PATH ?? '', HOME: tmpdir() };
  const env = { ...own, GITHUB_TOKEN: 'ghp_topsecret0123456789', HAIKU_FIRST_DEBUG: '1' };
  const result = await runInProcess('cli.js', ['check', ...args, '--json', '--now', NOW], { cwd, env });
  const document = checkDocument(result.stdout);
  expect(result.stdout + result.stderr).not.toContain('topsecret');
  const rules = document.findings.map(({ rule, file, line }) => `${rule}@${file}:${line}`);
  const why = (document.error?.problems ?? []).map(({ what, fix }) => `${what} ${fix}`).join('\n');
  return {
    said: [result.status, document.verdict, ...new Set(rules)].join(' '),
    document,
    why,
    stderr: result.stderr,
  };
}

describe('check by itself', () => {
  it('judges HEAD against its merge base with the default branch', async () => {
    using clone = repo.clone('--branch', 'weak');
    const result = await check(clone.path);
    expect(result.said).toBe('1 fail HF101@allocation.yaml:9');
    expect(result.document.subject).toContain('merge base with origin/main');
    expect(result.stderr).toBe('');
  });

  it('says in words what it says in JSON', async () => {
    using clone = repo.clone('--branch', 'weak');
    const { status, stdout, stderr } = await bundle.cli(['check'], { cwd: clone.path });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(
      /^error\[HF101\]: SECURITY would run on sonnet, below its opus floor\n +--> allocation\.yaml:9[\s\S]*SECURITY in \w+: opus → sonnet[\s\S]*^✗ refused: /m,
    );
  });

  it('does not accuse a branch that is merely behind', async () => {
    using clone = repo.clone('--branch', 'fine');
    const results = await Promise.all([check(clone.path), check(clone.path, '--base', 'origin/main')]);
    expect(results.map(({ said }) => said)).toEqual(['0 pass', '0 pass']);
  });

  it('mentions changes that are not committed, from any folder, and leaves them out of the verdict', async () => {
    using clone = repo.clone('--branch', 'fine');
    const inner = join(clone.path, 'inner');
    mkdirSync(inner);
    expect((await check(inner)).stderr).toBe('');
    writeFileSync(join(clone.path, FILE), WEAK);
    const result = await check(inner);
    expect(result.said).toBe('0 pass');
    expect(result.stderr).toContain(
      'allocation.yaml has changes that are not committed: they are not judged.',
    );
    expect((await check(clone.path, '--head', FILE)).said).toMatch(/^1 fail .*HF10/);
    expect((await check(clone.path, '--head', 'HEAD')).stderr).toBe('');
  });
});

describe('check of two revisions', () => {
  it('judges what merging would make', async () => {
    const results = await Promise.all([
      check(repo.path, '--base', 'main', '--head', 'weak'),
      check(repo.path, '--base', 'main', '--head', 'fine'),
      check(repo.path, '--base', 'main', '--head', 'main'),
    ]);
    expect(results.map(({ said }) => said)).toEqual(['1 fail HF101@allocation.yaml:9', '0 pass', '0 pass']);
  });

  it('finds fault with 50 MB or a link in the head, and cannot judge them on the base', async () => {
    const results = await Promise.all([
      check(repo.path, '--base', 'fine', '--head', 'huge'),
      check(repo.path, '--base', 'fine', '--head', 'link'),
      check(repo.path, '--base', 'huge', '--head', 'fine', '--mode', 'warn'),
      check(repo.path, '--base', 'link', '--head', 'fine', '--mode', 'warn'),
    ]);
    expect(results.map(({ said }) => said)).toEqual([
      '1 fail HF119@allocation.yaml:1',
      '1 fail HF119@allocation.yaml:1',
      '2 error',
      '2 error',
    ]);
  });
});

describe('a name that could mean two things', () => {
  it('is refused: a file of the pull request must not stand in for the base', async () => {
    using clone = repo.clone('--branch', 'weak');
    mkdirSync(join(clone.path, 'origin'));
    writeFileSync(join(clone.path, 'origin/main'), WEAK);
    const results = await Promise.all([
      check(clone.path, '--base', 'origin/main'),
      check(clone.path, '--base', 'refs/remotes/origin/main'),
      check(clone.path, '--base', './origin/main', '--head', FILE),
    ]);
    expect(results.map(({ said }) => said)).toEqual(['2 error', '1 fail HF101@allocation.yaml:9', '0 pass']);
    expect(results[0]?.why).toContain('origin/main is both a file and a git revision');
  });

  it('is refused: a tag must not stand in for the branch', async () => {
    using clone = repo.clone('--branch', 'weak');
    clone.git('tag', 'origin/main', 'HEAD');
    const results = await Promise.all([
      check(clone.path, '--base', 'origin/main'),
      check(clone.path, '--base', 'refs/remotes/origin/main'),
      check(clone.path),
    ]);
    expect(results.map(({ said }) => said)).toEqual([
      '2 error',
      '1 fail HF101@allocation.yaml:9',
      '1 fail HF101@allocation.yaml:9',
    ]);
    expect(results[0]?.why).toContain('names more than one revision');
  });
});

describe('check of two files', () => {
  it('judges them, and writes SARIF that names the file', async () => {
    const sarif = join(plain.path, 'gate.sarif');
    const result = await check(plain.path, '--base', 'old.yaml', '--head', 'new.yaml', '--sarif', sarif);
    expect(result.said).toBe('1 fail HF101@new.yaml:9');
    const log = readFileSync(sarif, 'utf8');
    expect(new Set(sarifRules(log))).toEqual(new Set(['HF101']));
    expect(log).toContain('"uri": "new.yaml"');
    const warned = await check(plain.path, '--base', 'old.yaml', '--head', 'new.yaml', '--mode', 'warn');
    expect(warned.said).toBe('0 fail HF101@new.yaml:9');
  });

  it('takes an exceptions file for each side', async () => {
    const both = (base: string, head: string) =>
      check(
        plain.path,
        ...['--base', 'excepted.yaml', '--head', 'excepted.yaml'],
        ...['--exceptions-base', base, '--exceptions-head', head],
      );
    const [granted, late, removed] = await Promise.all([
      both('granted.yaml', 'granted.yaml'),
      both('late.yaml', 'late.yaml'),
      both('granted.yaml', 'late.yaml'),
    ]);
    expect(granted.said).toBe('0 pass');
    // The same file on both sides: that an exception has expired since is a warning, no refusal.
    expect(late.said).toMatch(/^0 pass HF204@late\.yaml/);
    expect(removed.said).toMatch(/^1 fail /);
  });
});

describe('check that cannot judge', () => {
  it('says why, in one document, and exits with 2', async () => {
    using shallow = repo.clone('--depth', '1', '--no-single-branch', '--branch', 'weak');
    using empty = new TemporaryRepository();
    using bare = new TemporaryRepository();
    bare.commit({ ...README, [FILE]: ALLOCATION }, [], 'topic');
    bare.git('symbolic-ref', 'HEAD', 'refs/heads/topic');
    const outside = join(bundle.folder, '..');
    const results = await Promise.all([
      check(repo.path, '--base', 'nowhere', '--head', 'weak'),
      check(repo.path, '--base', '--upload-pack=x'),
      check(shallow.path),
      check(outside),
      check(empty.path),
      check(bare.path),
      check(plain.path, '--base', 'old.yaml', '--head', 'gone.yaml'),
      check(plain.path, '--base', 'broken.yaml', '--head', 'old.yaml'),
      check(
        repo.path,
        '--base',
        'main',
        '--head',
        'weak',
        '--exceptions-head',
        join(plain.path, 'late.yaml'),
      ),
      check(repo.path, '--mode', 'wran'),
      check(repo.path, '--allocation', '../allocation.yaml'),
      check(plain.path, '--base', 'old.yaml', '--head', 'new.yaml', '--sarif', 'no/such/folder.sarif'),
      check(plain.path, '--base', '.', '--head', 'new.yaml'),
    ]);
    expect(results.map(({ said }) => said)).toEqual(results.map(() => '2 error'));
    const words = [
      /nowhere is neither a file nor a git revision/,
      /upload-pack/,
      /shallow clone.*fetch-depth: 0/,
      /is not a git repository/,
      /HEAD is neither|default branch/,
      /default branch is not known here.*--base/,
      /gone\.yaml is neither a file nor a git revision|is not a git repository/,
      /On the base/,
      /--exceptions-head goes with a file/,
      /wran/,
      /is not the path of a file in the repository/,
      /no\/such\/folder\.sarif cannot be written \(ENOENT\)/,
      /is not a (?:regular )?file/,
    ];
    results.forEach((result, index) => {
      expect(result.why).toMatch(words[index] ?? /never/);
      expect(result.stderr + result.why).not.toContain('bug in haiku-first');
    });
    expect(existsSync(join(plain.path, 'no'))).toBe(false);
  });

  it('has a document for a wrong option, too', async () => {
    expect((await check(repo.path, '--bsae', 'main')).said).toBe('2 error');
  });

  it('does not take a run that is stopped for a pass', async () => {
    const args = ['check', '--base', 'fine', '--head', 'huge'];
    const result = await bundle.cli(args, { cwd: repo.path, timeout: 40 });
    expect(result).toMatchObject({ status: null, stdout: '' });
  });
});
