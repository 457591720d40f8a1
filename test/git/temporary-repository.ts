import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type CommitId, isCommitId } from '../../src/git/commit-reader.ts';
import { fillFrom } from '../support/template.ts';

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

/** In the place of arguments of `git init`: there is nothing to make. */
const CLONE = 'clone';

/** Files by name, and folders of them. */
type Folder = Map<string, Content | Folder>;

/** A real repository in a temporary folder, its objects written without git; gone at the end of its `using`. */
export class TemporaryRepository {
  readonly path: string;
  readonly #initArgs: readonly string[];

  constructor(...initArgs: readonly string[]) {
    this.path = mkdtempSync(join(tmpdir(), 'haiku-first-test-'));
    this.#initArgs = initArgs;
    if (initArgs[0] === CLONE) return;
    const name = `test ${initArgs.join(' ')}`;
    fillFrom(name, this.path, (cwd) => {
      const args = ['init', '--quiet', '--initial-branch=main', '--template=', ...initArgs];
      execFileSync('git', args, { cwd, env: CLEAN, stdio: 'pipe' });
      mkdirSync(join(cwd, this.#bare ? '' : '.git', 'info'));
    });
  }

  get #bare(): boolean {
    return this.#initArgs.includes('--bare');
  }

  /** Where git keeps its files. */
  get #gitDir(): string {
    return this.#bare ? this.path : join(this.path, '.git');
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
    const root: Folder = new Map();
    for (const [path, content] of Object.entries(files)) {
      const [name = '', ...folders] = path.split('/').reverse();
      folderOf(root, folders.reverse()).set(name, content);
    }
    const tree = this.#tree(root);
    const who = `Octo Cat <octocat@example.com> ${Date.parse(CLEAN.GIT_AUTHOR_DATE) / 1000} +0000`;
    const lines = parents.map((parent) => `parent ${parent}\n`).join('');
    const text = `tree ${tree}\n${lines}author ${who}\ncommitter ${who}\n\nTest\n`;
    const id = this.#object('commit', Buffer.from(text));
    // The index is that of the latest commit.
    if (!this.#bare) this.git('read-tree', tree);
    if (branch !== undefined) {
      const ref = join(this.#gitDir, 'refs/heads', branch);
      mkdirSync(dirname(ref), { recursive: true });
      writeFileSync(ref, `${id}\n`);
    }
    if (!isCommitId(id)) throw new Error(`${id} was written`);
    return id;
  }

  #tree(folder: Folder): string {
    const entries = [...folder].map(([name, content]) => {
      if (content instanceof Map) return { mode: '40000', name, order: `${name}/`, id: this.#tree(content) };
      const plain = typeof content === 'string' || content instanceof Uint8Array;
      const { mode, content: body } = plain ? { mode: '100644', content } : content;
      const id = mode === '160000' ? String(body) : this.#object('blob', Buffer.from(body));
      return { mode, name, order: name, id };
    });
    entries.sort((a, b) => Buffer.compare(Buffer.from(a.order), Buffer.from(b.order)));
    const lines = entries.flatMap(({ mode, name, id }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(id, 'hex'),
    ]);
    return this.#object('tree', Buffer.concat(lines));
  }

  /** Writes an object as git would, which takes a process less. */
  #object(type: 'blob' | 'tree' | 'commit', content: Buffer): string {
    const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    const algorithm = this.#initArgs.includes('--object-format=sha256') ? 'sha256' : 'sha1';
    const id = createHash(algorithm).update(bytes).digest('hex');
    const path = join(this.#gitDir, 'objects', id.slice(0, 2), id.slice(2));
    if (existsSync(path)) return id;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, deflateSync(bytes, { level: 1 }));
    return id;
  }

  /** A clone, as `git clone` makes it with these options. */
  clone(...options: readonly string[]): TemporaryRepository {
    const clone = new TemporaryRepository(CLONE, ...options);
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

function folderOf(root: Folder, names: readonly string[]): Folder {
  return names.reduce<Folder>((folder, name) => {
    const known = folder.get(name);
    if (known instanceof Map) return known;
    const made: Folder = new Map();
    folder.set(name, made);
    return made;
  }, root);
}
