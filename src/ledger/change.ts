import { InternalError } from '../errors.ts';
import { FILE_MODE, FOLDER_MODE, type TreeEntry } from '../git/index.ts';
import { encodeTree } from '../git/local/index.ts';
import { DepotError } from './depot.ts';
import type { FolderReadings, ObjectFormat, ObjectId } from './objects.ts';
import { objectId, withAncestors } from './objects.ts';

/** What to do about a folder that cannot be read. */
export const REPAIR_FOLDER =
  'Fetch the ledger branch anew, or restore it from a whole copy (git fsck names what is missing).';

/** One file to be put into the ledger, or (with `blob` null) taken out of it. */
export interface FileChange {
  readonly path: string;
  readonly blob: ObjectId | null;
}

/** The folders whose trees a set of changes needs to see, the root (`''`) included. */
export function foldersOf(paths: Iterable<string>): readonly string[] {
  return withAncestors([...paths].map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
}

/** Trees that a write may be built on. */
export type WholeFolders = ReadonlyMap<string, readonly TreeEntry[] | null>;

/**
 * The readings as what a write can be built on. Throws `DepotError` where one of them is damaged: a tree that was built
 * on it would lose whatever it holds.
 */
export function wholeFolders(readings: FolderReadings): WholeFolders {
  const whole = new Map<string, readonly TreeEntry[] | null>();
  for (const [folder, reading] of readings) {
    if (reading !== null && 'damaged' in reading) throw damagedFolder(folder, reading.damaged);
    if (reading !== null && new Set(reading.map(({ name }) => name)).size !== reading.length)
      throw damagedFolder(folder, 'it holds a name twice');
    whole.set(folder, reading);
  }
  return whole;
}

function damagedFolder(folder: string, why: string): DepotError {
  return new DepotError({
    kind: 'refused',
    why: `its ${folder === '' ? 'root' : `folder ${folder}`} cannot be read: ${why}. To write would lose what was in it`,
    fix: REPAIR_FOLDER,
  });
}

/** What stands at `path` in trees that were read for it; null when nothing does. */
export function lookUp(trees: WholeFolders, path: string): TreeEntry | null {
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
  trees: WholeFolders,
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
