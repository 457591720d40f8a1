import { UserError } from '../errors.ts';
import type { FolderEntry, TreeFile } from './commit-reader.ts';

/** One entry of a tree object. `mode` always has six digits. */
export interface TreeEntry {
  readonly name: string;
  readonly mode: string;
  readonly id: string;
  /** In bytes; null where the source does not say. */
  readonly size: number | null;
}

/** The entries of one tree, not of those below it. */
export interface Tree {
  readonly entries: readonly TreeEntry[];
  /** True when the source left entries out: then nothing can be said to be absent. */
  readonly truncated: boolean;
}

export type ReadTree = (tree: string) => Promise<Tree>;

const FOLDER = '040000';
const REGULAR = '100644';

/**
 * The parts of a path inside a repository: slash-separated, relative, without `.` or `..`. The empty path is the
 * root. Throws `UserError` for anything else.
 */
export function pathParts(path: string): readonly string[] {
  if (path === '') return [];
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))) {
    throw new UserError(
      `${JSON.stringify(path)} is not a path inside the repository.`,
      'Give it relative to the root, with slashes, without . and ..',
    );
  }
  return parts;
}

/** What stands at `path` below the tree `root`. A symlink on the way is not followed: nothing is behind it. */
export async function fileIn(readTree: ReadTree, root: string, path: string): Promise<TreeFile> {
  const entry = await find(readTree, root, pathParts(path));
  if (entry === null) return { kind: 'absent' };
  if (entry.mode !== REGULAR) return { kind: 'irregular', mode: entry.mode };
  return { kind: 'file', blob: entry.id, size: entry.size };
}

/** The entries directly inside `path` that are no folders, by name. */
export async function folderIn(
  readTree: ReadTree,
  root: string,
  path: string,
): Promise<readonly FolderEntry[]> {
  const parts = pathParts(path);
  const folder = parts.length === 0 ? root : await folderId(readTree, root, parts);
  if (folder === null) return [];
  const { entries, truncated } = await readTree(folder);
  if (truncated) throw tooLarge(folder);
  return entries
    .filter((entry) => entry.mode !== FOLDER)
    .map(({ name, mode, id }) => ({ name, mode, blob: id }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function folderId(readTree: ReadTree, root: string, parts: readonly string[]): Promise<string | null> {
  const entry = await find(readTree, root, parts);
  return entry?.mode === FOLDER ? entry.id : null;
}

async function find(readTree: ReadTree, root: string, parts: readonly string[]): Promise<TreeEntry | null> {
  let entry: TreeEntry = { name: '', mode: FOLDER, id: root, size: null };
  for (const part of parts) {
    if (entry.mode !== FOLDER) return null;
    const tree: Tree = await readTree(entry.id);
    const [first, second] = tree.entries.filter((each) => each.name === part);
    if (first === undefined) {
      if (tree.truncated) throw tooLarge(entry.id);
      return null;
    }
    if (second !== undefined) {
      throw new UserError(
        `The tree ${entry.id} holds ${JSON.stringify(part)} twice, so that it cannot be said which of them counts.`,
        'Write the commit again with git.',
      );
    }
    entry = first;
  }
  return entry;
}

function tooLarge(tree: string): UserError {
  return new UserError(
    `The tree ${tree} is too large to be listed whole, so that it cannot be said what it does not hold.`,
    'Keep fewer files in that folder, or check out the repository so that local git can read it.',
  );
}

/**
 * Entries of a raw tree object. Format: `MODE SP NAME NUL ID`, repeated, with the id in binary
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). `idBytes` is 20 for SHA-1, 32 for SHA-256.
 */
export function parseTree(tree: string, bytes: Buffer, idBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at);
    const end = space < 0 ? -1 : bytes.indexOf(0, space);
    if (end < 0 || end + 1 + idBytes > bytes.length) {
      throw new UserError(`The tree ${tree} is damaged.`, 'Run git fsck, or clone again.');
    }
    const mode = bytes.toString('latin1', at, space);
    if (!/^[0-7]{5,6}$/.test(mode)) {
      throw new UserError(`The tree ${tree} is damaged.`, 'Run git fsck, or clone again.');
    }
    entries.push({
      name: bytes.toString('utf8', space + 1, end),
      mode: mode.padStart(6, '0'),
      id: bytes.toString('hex', end + 1, end + 1 + idBytes),
      size: null,
    });
    at = end + 1 + idBytes;
  }
  return entries;
}
