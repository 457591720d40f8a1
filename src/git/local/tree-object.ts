import { UserError } from '../../errors.ts';
import { FOLDER_MODE, type TreeEntry } from '../tree.ts';

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
    });
    at = end + 1 + idBytes;
  }
  return entries;
}

/** A tree as git stores it: entries sorted by name, a folder's name counting as if it ended in `/`. */
export function encodeTree(tree: readonly TreeEntry[]): Buffer {
  const key = ({ mode, name }: TreeEntry): Buffer =>
    Buffer.from(mode === FOLDER_MODE ? `${name}/` : name, 'utf8');
  return Buffer.concat(
    [...tree]
      .map((entry) => ({ entry, key: key(entry) }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .flatMap(({ entry }) => [
        Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`, 'utf8'),
        Buffer.from(entry.id, 'hex'),
      ]),
  );
}
