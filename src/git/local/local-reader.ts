import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { BlobTooLarge, type CommitId, type CommitReader, isCommitId } from '../commit-reader.ts';
import { type DiffStat, parseNumstat } from '../diff-stat.ts';
import { fileIn, filesBelow, folderIn, idIn, pathParts } from '../tree.ts';
import type { Env } from './find.ts';
import { type FileMerge, mergeFile } from './merge-file.ts';
import { ObjectReader } from './objects.ts';
import { createGit, type Git, type GitResult, saying } from './process.ts';
import { parseTree } from './tree-object.ts';
import { gitVersion } from './version.ts';

/** A name that stands for several revisions. */
export class AmbiguousRevision extends UserError {}

interface LocalReaderOptions {
  /** A folder inside the repository, or a bare repository. */
  readonly cwd: string;
  readonly env?: Env;
}

/** A `CommitReader` over a local repository, with the questions that only a local repository can answer. */
export interface LocalReader extends CommitReader {
  /**
   * The commit that a user's revision (branch, tag, `HEAD~1`, abbreviated id) names.
   * Throws `UserError` when it names none or more than one, or looks like an option.
   */
  resolveRevision(text: string): Promise<CommitId>;
  /**
   * The full ref name of the default branch, as far as the repository knows it: `origin/HEAD`, else `main`, else
   * `master`, remote-tracking before local; null when it has none of them.
   */
  defaultBranch(): Promise<string | null>;
  /** Whether the commit is there. */
  has(commit: CommitId): Promise<boolean>;
  /** Three-way merge of one file's content, as git does it; `clean` is false when it holds conflict markers. */
  mergeFile(base: Uint8Array, ours: Uint8Array, theirs: Uint8Array): Promise<FileMerge>;
  /** What `head` changed since it left `base` (`base...head`), renames found, attributes of the tree not obeyed. */
  diffStat(base: CommitId, head: CommitId): Promise<DiffStat>;
  /** Ends the git process that reads objects. Optional: it ends with the program, too. */
  close(): void;
}

const TREE_LIMIT = 64 * 1024 * 1024;
const COMMIT_LIMIT = 8 * 1024 * 1024;
/** The tree without entries, known to git without being stored. */
const EMPTY_TREE: Readonly<Record<string, string>> = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};
const DEFAULT_BRANCHES = [
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * Opens the repository around `cwd`. Nothing of it is executed or obeyed: no hooks, no replacement refs, no grafts,
 * no attributes, no fetch. Throws `UserError` when git or the repository is not found.
 */
export async function createLocalReader(options: LocalReaderOptions): Promise<LocalReader> {
  const { cwd } = options;
  const git = createGit(options.env ?? process.env);
  const opened = await git({ args: ['rev-parse', '--show-object-format', '--absolute-git-dir'], cwd });
  const [format = '', gitDir = ''] = opened.stdout.toString('utf8').trimEnd().split('\n');
  const emptyTree = EMPTY_TREE[format];
  // A git that does not know an option of rev-parse says it back.
  if (opened.exitCode === 0 && format.startsWith('--')) throw await tooOld(git);
  if (opened.exitCode !== 0 || emptyTree === undefined || gitDir === '') {
    throw new UserError(
      `${cwd} is not a git repository that can be read: ${saying(opened)}.`,
      'Run it inside a clone; in a workflow, put actions/checkout before it.',
    );
  }
  // As a bare repository: no file of a work tree (.gitattributes) has a say.
  const where = { cwd: gitDir, gitDir, env: { GIT_ATTR_SOURCE: emptyTree } };
  const run = (...args: string[]): Promise<GitResult> => git({ ...where, args: ['--bare', ...args] });
  const objects = new ObjectReader(git, where);
  const idBytes = format === 'sha256' ? 32 : 20;

  let shallow: Promise<ReadonlySet<string>> | null = null;
  const shallowCommits = (): Promise<ReadonlySet<string>> => {
    shallow ??= readShallow(git, gitDir, run);
    return shallow;
  };

  async function commitHeader(commit: CommitId): Promise<{ tree: string; parents: CommitId[] }> {
    const object = await objectIn(objects, commit, COMMIT_LIMIT);
    if (object === null) throw await missing(commit, shallowCommits);
    if (object.type !== 'commit') throw new UserError(`${commit} is a ${object.type}, not a commit.`);
    return parseCommit(commit, object.bytes.toString('latin1'));
  }

  async function readTree(tree: string) {
    const object = await objectIn(objects, tree, TREE_LIMIT);
    if (object === null || object.type !== 'tree') {
      throw new UserError(
        `The tree ${tree} is missing from the local repository.`,
        'Fetch without a filter (a partial clone leaves trees out), or run git fsck.',
      );
    }
    return { entries: parseTree(tree, object.bytes, idBytes), truncated: false };
  }

  async function mergeBases(a: CommitId, b: CommitId): Promise<readonly CommitId[]> {
    await Promise.all([commitHeader(a), commitHeader(b)]);
    const result = await run('merge-base', '--all', a, b);
    if (result.exitCode !== 0 && result.exitCode !== 1) {
      throw new UserError(`git could not find the merge base of ${a} and ${b}: ${saying(result)}.`);
    }
    const bases = result.stdout.toString('utf8').split('\n').filter(isCommitId);
    await refuseCutHistory(a, b, bases);
    return bases;
  }

  async function mergeBase(a: CommitId, b: CommitId): Promise<CommitId | null> {
    return (await mergeBases(a, b))[0] ?? null;
  }

  /**
   * In a shallow clone the answer holds only when the history above it is whole: beyond a cut may lie a better merge
   * base, or the only one.
   */
  async function refuseCutHistory(a: CommitId, b: CommitId, bases: readonly CommitId[]): Promise<void> {
    const cuts = await shallowCommits();
    if (cuts.size === 0) return;
    const above = await run('rev-list', a, b, ...bases.map((base) => `^${base}`));
    if (above.exitCode !== 0) throw new UserError(`git could not walk the history: ${saying(above)}.`);
    const cut = above.stdout
      .toString('utf8')
      .split('\n')
      .find((commit) => cuts.has(commit));
    if (cut !== undefined) {
      throw new UserError(
        `The merge base of ${a} and ${b} cannot be determined: this is a shallow clone, whose history is cut at ${cut}.`,
        'Set `fetch-depth: 0` on actions/checkout, or run `git fetch --unshallow`.',
      );
    }
  }

  return {
    description: 'the local repository',
    mergeBase,
    mergeBases,
    async parents(commit) {
      return (await commitHeader(commit)).parents;
    },
    async file(commit, path) {
      pathParts(path);
      return fileIn(readTree, (await commitHeader(commit)).tree, path);
    },
    async objectAt(commit, path) {
      return idIn(readTree, (await commitHeader(commit)).tree, path);
    },
    async folder(commit, path) {
      pathParts(path);
      return folderIn(readTree, (await commitHeader(commit)).tree, path);
    },
    async filesBelow(commit, path) {
      return filesBelow(readTree, (await commitHeader(commit)).tree, path);
    },
    async blob(blob, limit) {
      if (!isCommitId(blob)) throw new UserError(`${JSON.stringify(blob)} is not an object id.`);
      const object = await objectIn(objects, blob, limit);
      if (object === null || object.type !== 'blob') {
        throw new UserError(
          `The blob ${blob} is missing from the local repository.`,
          'Fetch without a filter (a partial clone leaves blobs out), or run git fsck.',
        );
      }
      return object.bytes;
    },
    async resolveRevision(text) {
      if (text === '' || text.startsWith('-') || /[\0\n\r]/.test(text)) {
        throw new UserError(`${JSON.stringify(text)} is not a git revision.`);
      }
      // Not quiet: a tag goes before a branch of the same name, and git only warns of it.
      const result = await git({
        ...where,
        args: ['--bare', 'rev-parse', '--verify', '--end-of-options', `${text}^{commit}`],
        settings: [['core.warnAmbiguousRefs', 'true']],
      });
      const id = result.stdout.toString('utf8').trim();
      if (result.exitCode === 0 && result.error.includes('is ambiguous')) {
        throw new AmbiguousRevision(
          `${JSON.stringify(text)} names more than one revision, such as a tag and a branch.`,
          'Write the full name: refs/heads/…, refs/remotes/… or refs/tags/….',
        );
      }
      if (result.exitCode === 0 && isCommitId(id)) return id;
      const cuts = await shallowCommits();
      throw new UserError(
        `The revision ${JSON.stringify(text)} names no commit of the local repository${cuts.size > 0 ? ', which is a shallow clone' : ''}.`,
        'Check its spelling, and fetch it; in a workflow, set `fetch-depth: 0` on actions/checkout.',
      );
    },
    async defaultBranch() {
      const refs = ['refs/remotes/origin/HEAD', ...DEFAULT_BRANCHES];
      const result = await run('for-each-ref', '--format=%(refname) %(symref)', ...refs);
      if (result.exitCode !== 0) throw new UserError(`git could not list the branches: ${saying(result)}.`);
      const found = new Map<string, string>();
      for (const line of result.stdout.toString('utf8').split('\n')) {
        const [name = '', target = ''] = line.split(' ');
        found.set(name, target);
      }
      const pointed = found.get('refs/remotes/origin/HEAD');
      if (pointed !== undefined && pointed !== '') return pointed;
      return DEFAULT_BRANCHES.find((name) => found.has(name)) ?? null;
    },
    async has(commit) {
      return (await objectIn(objects, commit, COMMIT_LIMIT))?.type === 'commit';
    },
    mergeFile(base, ours, theirs) {
      return mergeFile(git, base, ours, theirs);
    },
    async diffStat(base, head) {
      const from = await mergeBase(base, head);
      if (from === null) {
        throw new UserError(`${base} and ${head} share no history, so there is no change to count.`);
      }
      const result = await run(
        ...['diff', '--numstat', '-z', '--find-renames', '--no-ext-diff', '--no-textconv', '--no-color'],
        ...['--diff-algorithm=myers', '--ignore-submodules=none', '-O/dev/null', from, head, '--'],
      );
      if (result.exitCode !== 0)
        throw new UserError(`git could not compare ${from} and ${head}: ${saying(result)}.`);
      return parseNumstat(result.stdout.toString('utf8'));
    },
    close() {
      objects.close();
    },
  };
}

/** The object; null when the repository does not have it. Throws `UserError` when it is too large or git fails. */
async function objectIn(
  objects: ObjectReader,
  id: string,
  limit: number,
): Promise<{ readonly type: string; readonly bytes: Buffer } | null> {
  const reading = await objects.read(id, limit);
  switch (reading.kind) {
    case 'object':
      return reading;
    case 'missing':
      return null;
    case 'too-large':
      throw new BlobTooLarge(id, reading.size, limit);
    case 'unreadable':
      throw new UserError(
        `git could not read the object ${id}: ${(reading.why.split('\n')[0] ?? '').slice(0, 200)}.`,
        'In a partial clone (filter) fetch the whole objects; else run git fsck.',
      );
  }
}

/** Tree and parents out of a raw commit: in a shallow clone git itself would leave the parents out. */
function parseCommit(commit: CommitId, text: string): { tree: string; parents: CommitId[] } {
  let tree: string | null = null;
  const parents: CommitId[] = [];
  for (const line of text.split('\n')) {
    const [word = '', id = ''] = line.split(' ');
    if (word === 'tree' && tree === null && isCommitId(id)) tree = id;
    else if (word === 'parent' && tree !== null && isCommitId(id)) parents.push(id);
    else break;
  }
  if (tree === null) throw new UserError(`The commit ${commit} is damaged.`, 'Run git fsck, or clone again.');
  return { tree, parents };
}

async function missing(commit: CommitId, cuts: () => Promise<ReadonlySet<string>>): Promise<UserError> {
  const shallow = (await cuts()).size > 0;
  return new UserError(
    `The commit ${commit} is missing from the local repository${shallow ? ', which is a shallow clone' : ''}.`,
    shallow
      ? 'Set `fetch-depth: 0` on actions/checkout, or run `git fetch --unshallow`.'
      : `Fetch it: git fetch origin ${commit}`,
  );
}

/** The commits at which the history is cut. Throws `UserError` where that is not known: no verdict may rest on it. */
async function readShallow(
  git: Git,
  gitDir: string,
  run: (...args: string[]) => Promise<GitResult>,
): Promise<ReadonlySet<string>> {
  // Not as an absolute path: git before 2.31 cannot give one, and answers with the option instead.
  const asked = await run('rev-parse', '--is-shallow-repository', '--git-path', 'shallow');
  if (asked.exitCode !== 0)
    throw new UserError(`git could not say whether the clone is shallow: ${saying(asked)}.`);
  const [isShallow, path = '', ...more] = asked.stdout.toString('utf8').trimEnd().split('\n');
  if (isShallow === 'false') return new Set();
  if (isShallow !== 'true' || path === '' || more.length > 0) throw await tooOld(git);
  const text = await readFile(resolve(gitDir, path), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

async function tooOld(git: Git): Promise<UserError> {
  return new UserError(
    `${await gitVersion(git)} is too old: it does not say what must be known of a repository.`,
    'Install git 2.32 or later.',
  );
}
