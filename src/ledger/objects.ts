import { createHash } from 'node:crypto';
import { InternalError, UserError } from '../errors.ts';
import type { Git, GitCall } from './git.ts';
import { words } from './git.ts';

/** Full name of a git object: 40 or 64 lower-case hexadecimal digits. */
export type ObjectId = string;

export type ObjectFormat = 'sha1' | 'sha256';

export interface TreeEntry {
  /** `100644`, `40000`, … without leading zero. */
  readonly mode: string;
  readonly name: string;
  readonly oid: ObjectId;
}

export type Tree = readonly TreeEntry[];

/** Who a commit says it is by. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** What reading one blob has come to. */
export type BlobReading =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Blobs above this are reported, not read: no file that we write comes near it. */
const MAX_BLOB = 64 * 1024 * 1024;

export const FILE_MODE = '100644';
export const TREE_MODE = '40000';

/** Reads and writes objects of one repository by plumbing alone: no index, no work tree, no reference. */
export interface ObjectStore {
  readonly format: ObjectFormat;
  /** The trees at `folders` (`''` is the root) of a commit, and perhaps others of it; null where there is none. Throws `UserError`. */
  trees(commit: ObjectId, folders: readonly string[]): Promise<ReadonlyMap<string, Tree | null>>;
  /** Calls back for each blob once, in the order asked. A damaged one does not hide those after it. */
  blobs(oids: readonly ObjectId[], onBlob: (oid: ObjectId, reading: BlobReading) => void): Promise<void>;
  writeBlob(bytes: Uint8Array): Promise<void>;
  writeTrees(trees: readonly Tree[]): Promise<void>;
  /** Writes a commit without signature, dated `at` in UTC. */
  writeCommit(commit: {
    readonly tree: ObjectId;
    readonly parent: ObjectId | null;
    readonly message: string;
    readonly identity: Identity;
    readonly at: Date;
  }): Promise<ObjectId>;
}

/** The name that git gives to an object (`<kind> <length>\0<content>`, hashed). */
export function objectId(format: ObjectFormat, kind: 'blob' | 'tree', content: Uint8Array): ObjectId {
  return createHash(format).update(`${kind} ${content.length}\0`).update(content).digest('hex');
}

/** A tree as git stores it: entries sorted by name, a folder's name counting as if it ended in `/`. */
export function encodeTree(tree: Tree): Buffer {
  const key = (entry: TreeEntry): Buffer =>
    Buffer.from(entry.mode === TREE_MODE ? `${entry.name}/` : entry.name, 'utf8');
  return Buffer.concat(
    [...tree]
      .map((entry) => ({ entry, key: key(entry) }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .flatMap(({ entry }) => [
        Buffer.from(`${entry.mode} ${entry.name}\0`, 'utf8'),
        Buffer.from(entry.oid, 'hex'),
      ]),
  );
}

function decodeTree(bytes: Buffer, format: ObjectFormat): Tree {
  const width = format === 'sha1' ? 20 : 32;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0) throw new UserError('The ledger holds a damaged folder.');
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('utf8', space + 1, end),
      oid: bytes.toString('hex', end + 1, end + 1 + width),
    });
    at = end + 1 + width;
  }
  return entries;
}

export function createObjectStore(git: Git, gitDir: string, format: ObjectFormat): ObjectStore {
  const must = async (call: GitCall): Promise<string> => {
    const result = await git({ gitDir, ...call });
    if (result.exitCode === 0) return result.stdout.toString('utf8').trim();
    throw new UserError(`git ${call.args[0] ?? ''} failed in ${gitDir}: ${words(result.error)}`);
  };

  /** Trees of the commit asked about last: a write asks what is there before it builds on it. */
  let known: { readonly commit: ObjectId; readonly trees: Map<string, Tree | null> } = {
    commit: '',
    trees: new Map(),
  };

  return {
    format,

    async trees(commit, folders) {
      if (known.commit !== commit) known = { commit, trees: new Map() };
      const found = known.trees;
      const asked = [...new Set(folders)].filter((folder) => !found.has(folder));
      if (asked.length === 0) return found;
      let answered = 0;
      const answers = answerParser((header, content) => {
        const folder = asked[answered];
        answered += 1;
        if (folder === undefined) throw new InternalError('git answered more than it was asked');
        const isTree = content !== null && / tree \d+$/.test(header);
        found.set(folder, isTree ? decodeTree(content, format) : null);
      });
      const input = lines(asked.map((folder) => `${commit}:${folder}`));
      const result = await git({ gitDir, args: ['cat-file', '--batch'], input, onOutput: answers });
      if (result.exitCode !== 0 || answered !== asked.length) {
        known = { commit: '', trees: new Map() };
        throw new UserError(`The ledger's folders cannot be read in ${gitDir}: ${words(result.error)}`);
      }
      return found;
    },

    async blobs(oids, onBlob) {
      for (let next = 0; next < oids.length; ) {
        const left = oids.slice(next);
        let answered = 0;
        const answers = answerParser((header, content) => {
          const oid = left[answered];
          answered += 1;
          if (oid === undefined) throw new InternalError('git answered more than it was asked');
          if (content !== null && / blob \d+$/.test(header)) onBlob(oid, { kind: 'content', bytes: content });
          else onBlob(oid, { kind: 'unreadable', why: words(header.replace(oid, 'object')) });
        });
        const result = await git({
          gitDir,
          args: ['cat-file', '--batch'],
          input: lines(left),
          onOutput: answers,
        });
        next += answered;
        if (answered === left.length) break;
        // Git gives up at a damaged object: that one is reported, and the rest asked for again.
        const damaged = left[answered];
        if (result.exitCode === 0 || damaged === undefined) {
          throw new InternalError('git cat-file left out an answer');
        }
        onBlob(damaged, { kind: 'unreadable', why: words(result.error) });
        next += 1;
      }
    },

    async writeBlob(bytes) {
      const written = await must({ args: ['hash-object', '-w', '--stdin'], input: bytes });
      if (written !== objectId(format, 'blob', bytes))
        throw new InternalError('git named a blob differently');
    },

    async writeTrees(trees) {
      const text = (tree: Tree): string =>
        tree.map((entry) => `${entry.mode} ${kindOf(entry.mode)} ${entry.oid}\t${entry.name}\0`).join('');
      // `--missing`: the blobs of a partial clone are not here, and need not be. `-z` ends a tree with a NUL.
      const input = trees.map((tree) => `${text(tree)}\0`).join('');
      const written = await must({ args: ['mktree', '--batch', '--missing', '-z'], input });
      const expected = trees.map((tree) => objectId(format, 'tree', encodeTree(tree)));
      if (written !== expected.join('\n')) throw new InternalError('git named a tree differently');
    },

    writeCommit({ tree, parent, message, identity, at }) {
      const date = `@${Math.floor(at.getTime() / 1000)} +0000`;
      return must({
        args: ['commit-tree', tree, ...(parent === null ? [] : ['-p', parent]), '-F', '-'],
        input: message,
        env: {
          GIT_AUTHOR_NAME: identity.name,
          GIT_AUTHOR_EMAIL: identity.email,
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_NAME: identity.name,
          GIT_COMMITTER_EMAIL: identity.email,
          GIT_COMMITTER_DATE: date,
        },
      });
    },
  };
}

function kindOf(mode: string): string {
  return mode === TREE_MODE ? 'tree' : mode === '160000' ? 'commit' : 'blob';
}

function lines(items: readonly string[]): string {
  return items.map((item) => `${item}\n`).join('');
}

/**
 * Takes the output of `git cat-file --batch` in pieces: `<name> <kind> <size>`, the content, a line feed; or one
 * line that ends in `missing`, `ambiguous` and the like. Content above `MAX_BLOB` is passed over and given as null.
 */
function answerParser(onAnswer: (header: string, content: Buffer | null) => void): (chunk: Buffer) => void {
  let header = '';
  let content: Buffer | null = null;
  let filled = 0;
  let wanted = -1;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (wanted < 0) {
        const end = chunk.indexOf(0x0a, at);
        header += chunk.toString('utf8', at, end < 0 ? chunk.length : end);
        if (end < 0) return;
        at = end + 1;
        const size = /^[0-9a-f]+ (?:blob|tree|commit|tag) (\d+)$/.exec(header)?.[1];
        if (size === undefined) {
          onAnswer(header, null);
          header = '';
          continue;
        }
        wanted = Number(size);
        filled = 0;
        content = wanted > MAX_BLOB ? null : Buffer.allocUnsafe(wanted);
        continue;
      }
      const take = Math.min(wanted - filled, chunk.length - at);
      if (content !== null) chunk.copy(content, filled, at, at + take);
      filled += take;
      at += take;
      if (filled === wanted && at < chunk.length) {
        at += 1;
        onAnswer(
          content === null ? `${header.split(' ')[0]} is larger than ${MAX_BLOB} bytes` : header,
          content,
        );
        header = '';
        wanted = -1;
      }
    }
  };
}
