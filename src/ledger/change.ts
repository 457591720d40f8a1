import { InternalError } from '../errors.ts';
import { FILE_MODE, FOLDER_MODE, type TreeEntry } from '../git/index.ts';
import { encodeTree } from '../git/local/index.ts';
import type { ObjectFormat, ObjectId } from './objects.ts';
import { objectId } from './objects.ts';

/** One file to be put into the ledger, or (with `blob` null) taken out of it. */
export interface FileChange {
  readonly path: string;
  readonly blob: ObjectId | null;
}

/** The folders whose trees a set of changes needs to see, the root (`''`) included. */
export function foldersOf(paths: Iterable<string>): readonly string[] {
  const folders = new Set<string>(['']);
  for (const path of paths) {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      folders.add(path.slice(0, end));
  }
  return [...folders];
}

/** What stands at `path` in trees that were read for it; null when nothing does. */
export function lookUp(
  trees: ReadonlyMap<string, readonly TreeEntry[] | null>,
  path: string,
): TreeEntry | null {
  const split = path.lastIndexOf('/');
  const folder = trees.get(split < 0 ? '' : path.slice(0, split));
  if (folder === undefined) throw new InternalError(`the folder of ${path} was not read`);
  return folder?.find((entry) => entry.name === path.slice(split + 1)) ?? null;
}

/**
 * The trees that have to be written so that a root, given first by its name, holds the changes; every other
 * entry stays as it is. Folders that become empty go.
 */
export function applyChanges(
  format: ObjectFormat,
  trees: ReadonlyMap<string, readonly TreeEntry[] | null>,
  changes: readonly FileChange[],
): { readonly root: ObjectId; readonly trees: readonly (readonly TreeEntry[])[] } {
  const written: (readonly TreeEntry[])[] = [];
  const edit = (folder: string, inside: readonly FileChange[]): ObjectId | null => {
    const entries = new Map((trees.get(folder) ?? []).map((entry) => [entry.name, entry]));
    const below = new Map<string, FileChange[]>();
    for (const change of inside) {
      const rest = folder === '' ? change.path : change.path.slice(folder.length + 1);
      const split = rest.indexOf('/');
      const name = split < 0 ? rest : rest.slice(0, split);
      if (split >= 0) below.set(name, [...(below.get(name) ?? []), change]);
      else if (change.blob === null) entries.delete(name);
      else entries.set(name, { mode: FILE_MODE, name, id: change.blob });
    }
    for (const [name, changed] of below) {
      const id = edit(folder === '' ? name : `${folder}/${name}`, changed);
      if (id === null) entries.delete(name);
      else entries.set(name, { mode: FOLDER_MODE, name, id });
    }
    if (entries.size === 0 && folder !== '') return null;
    const tree = [...entries.values()];
    written.push(tree);
    return objectId(format, 'tree', encodeTree(tree));
  };
  const root = edit('', changes);
  if (root === null) throw new InternalError('a ledger without a root');
  return { root, trees: written };
}
