import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommitId, isCommitId } from '../../src/git/commit-reader.ts';

/** A file of a commit: text or bytes for a regular file, else its mode with its content (or a submodule's commit). */
export type Content = string | Uint8Array | { readonly mode: string; readonly content: string };

const CLEAN = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_AUTHOR_DATE: '2026-11-23T03:00:00Z',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_DATE: '2026-11-23T03:00:00Z',
};

/** A real bare repository in a temporary folder, written with plumbing; gone at the end of its `using`. */
export class TemporaryRepository {
  readonly path: string;

  constructor(...initArgs: readonly string[]) {
    this.path = mkdtempSync(join(tmpdir(), 'haiku-first-test-'));
    this.git('init', '--quiet', '--initial-branch=main', ...initArgs);
  }

  git(...args: readonly string[]): string {
    return this.gitWith('', ...args);
  }

  gitWith(input: string | Uint8Array, ...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.path, env: CLEAN, input, stdio: 'pipe' })
      .toString('utf8')
      .trimEnd();
  }

  /** A commit whose tree holds exactly these files, by path. Moves `branch` when one is given. */
  commit(
    files: Readonly<Record<string, Content>>,
    parents: readonly string[] = [],
    branch?: string,
  ): CommitId {
    this.git('read-tree', '--empty');
    for (const [path, content] of Object.entries(files)) {
      const entry =
        typeof content === 'string' || content instanceof Uint8Array ? { mode: '100644', content } : content;
      const id =
        entry.mode === '160000'
          ? String(entry.content)
          : this.gitWith(entry.content, 'hash-object', '-w', '--stdin');
      this.git('update-index', '--add', '--cacheinfo', `${entry.mode},${id},${path}`);
    }
    const tree = this.git('write-tree');
    const id = this.git('commit-tree', tree, '-m', 'Test', ...parents.flatMap((parent) => ['-p', parent]));
    if (branch !== undefined) this.git('update-ref', `refs/heads/${branch}`, id);
    if (!isCommitId(id)) throw new Error(`git wrote ${id}`);
    return id;
  }

  /** A clone, as `git clone` makes it with these options. */
  clone(...options: readonly string[]): TemporaryRepository {
    const clone = new TemporaryRepository();
    rmSync(clone.path, { recursive: true });
    execFileSync('git', ['clone', '--quiet', ...options, `file://${this.path}`, clone.path], {
      env: CLEAN,
      stdio: 'pipe',
    });
    return clone;
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
