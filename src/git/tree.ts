import { UserError } from '../errors.ts';
import type { FolderEntry, TreeFile } from './commit-reader.ts';

/** One entry of a tree object. `mode` always has six digits. */
export interface TreeEntry {
  readonly name: string;
  readonly mode: string;
  readonly id: string;
  /** In bytes; left out where the source does not say. */
  readonly size?: number;
}

/** The entries of one tree, not of those below it. */
export interface TreeListing {
  readonly entries: readonly TreeEntry[];
  /** True when the source left entries out: then nothing can be said to be absent. */
  readonly truncated: boolean;
}

type ReadTree = (tree: string) => Promise<TreeListing>;

export const FOLDER_MODE = '040000';
export const FILE_MODE = '100644';

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
  if (entry.mode !== FILE_MODE) return { kind: 'irregular', mode: entry.mode };
  return { kind: 'file', blob: entry.id, size: entry.size ?? null };
}

/** The id of whatever stands at `path`; null: nothing does. */
export async function idIn(readTree: ReadTree, root: string, path: string): Promise<string | null> {
  return (await find(readTree, root, pathParts(path)))?.id ?? null;
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
    .filter((entry) => entry.mode !== FOLDER_MODE)
    .map(({ name, mode, id }) => ({ name, mode, blob: id }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Every entry below `path` that is no folder, by its path from there. */
export async function filesBelow(
  readTree: ReadTree,
  root: string,
  path: string,
): Promise<readonly FolderEntry[]> {
  const folder = await folderId(readTree, root, pathParts(path));
  const found: FolderEntry[] = [];
  const walk = async (tree: string, before: string): Promise<void> => {
    const { entries, truncated } = await readTree(tree);
    if (truncated) throw tooLarge(tree);
    for (const { name, mode, id } of entries) {
      if (mode === FOLDER_MODE) await walk(id, `${before}${name}/`);
      else found.push({ name: before + name, mode, blob: id });
    }
  };
  if (folder !== null) await walk(folder, '');
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function folderId(readTree: ReadTree, root: string, parts: readonly string[]): Promise<string | null> {
  const entry = await find(readTree, root, parts);
  return entry?.mode === FOLDER_MODE ? entry.id : null;
}

async function find(readTree: ReadTree, root: string, parts: readonly string[]): Promise<TreeEntry | null> {
  let entry: TreeEntry = { name: '', mode: FOLDER_MODE, id: root };
  for (const part of parts) {
    if (entry.mode !== FOLDER_MODE) return null;
    const tree: TreeListing = await readTree(entry.id);
    const [first, second] = tree.entries.filter((each) => each.name === part);
    if (first === undefined) {
      if (tree.truncated) throw tooLarge(entry.id);
      return null;
    }
    if (second !== undefined) {
      throw new UserError(
        `The tree ${entry.id} holds ${JSON.stringify(part)} twice, so it is unclear which of them counts.`,
        'Write the commit again with git.',
      );
    }
    entry = first;
  }
  return entry;
}

function tooLarge(tree: string): UserError {
  return new UserError(
    `The tree ${tree} is too large to be listed whole, so what it lacks cannot be determined.`,
    'Keep fewer files in that folder, or check out the repository so that local git can read it.',
  );
}
