import { createHash } from 'node:crypto';
import { InternalError, UserError } from '../errors.ts';
import { FOLDER_MODE, type TreeEntry } from '../git/index.ts';
import {
  encodeTree,
  type Git,
  type GitCall,
  ObjectReader,
  type ObjectReading,
  parseTree,
  words,
} from '../git/local/index.ts';

/** Full name of a git object: 40 or 64 lower-case hexadecimal digits. */
export type ObjectId = string;

export type ObjectFormat = 'sha1' | 'sha256';

/** Who a commit says it is by. */
export interface Committer {
  readonly name: string;
  readonly email: string;
}

/** What reading one blob has come to. */
export type BlobReading =
  /** Its last bytes: those before them have come in parts. */
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What a folder holds; null: there is none. A tree that is named and cannot be had is no empty folder: it is damaged. */
export type FolderReading = readonly TreeEntry[] | null | { readonly damaged: string };

export type FolderReadings = ReadonlyMap<string, FolderReading>;

/** What is known of a folder's entries: none of a damaged one. */
export function entriesOf(folder: FolderReading | undefined): readonly TreeEntry[] {
  return folder === undefined || folder === null || 'damaged' in folder ? [] : folder;
}

/** Objects above this are reported, not read: nothing that we write comes near it. */
const MAX_OBJECT = 64 * 1024 * 1024;

/** Reads and writes objects of one repository by plumbing alone: no index, no work tree, no reference. */
export interface LedgerObjects {
  readonly format: ObjectFormat;
  /** The trees at `folders` (`''` is the root) of a commit, those above them, and perhaps others of it. Throws `UserError`. */
  trees(commit: ObjectId, folders: readonly string[]): Promise<FolderReadings>;
  /** What the message of a commit says, with its headers; empty where it cannot be read. */
  message(commit: ObjectId): Promise<string>;
  /**
   * Calls back for parts of each blob as they come, and at its end once, in the order asked. A damaged one does not hide
   * those after it.
   */
  blobs(
    oids: readonly ObjectId[],
    onPart: (bytes: Buffer) => void,
    onBlob: (oid: ObjectId, reading: BlobReading) => void,
  ): Promise<void>;
  writeBlob(bytes: Uint8Array): Promise<void>;
  writeTrees(trees: readonly (readonly TreeEntry[])[]): Promise<void>;
  /** Writes a commit without signature, dated `at` in UTC. */
  writeCommit(commit: {
    readonly tree: ObjectId;
    readonly parent: ObjectId | null;
    readonly message: string;
    readonly identity: Committer;
    readonly at: Date;
  }): Promise<ObjectId>;
  /** Ends the process that reads; it is started again when something is read. */
  close(): void;
}

/** The name that git gives to an object (`<kind> <length>\0<content>`, hashed). */
export function objectId(format: ObjectFormat, kind: 'blob' | 'tree', content: Uint8Array): ObjectId {
  return createHash(format).update(`${kind} ${content.length}\0`).update(content).digest('hex');
}

export function openObjects(git: Git, gitDir: string, format: ObjectFormat): LedgerObjects {
  const reader = new ObjectReader(git, { gitDir });
  const idBytes = format === 'sha1' ? 20 : 32;
  const must = async (call: GitCall): Promise<string> => {
    const result = await git({ gitDir, ...call });
    if (result.exitCode === 0) return result.stdout.toString('utf8').trim();
    throw new UserError(`git ${call.args[0] ?? ''} failed in ${gitDir}: ${words(result.error)}`);
  };

  /** Trees of the commit asked about last: a write asks what is there before it builds on it. */
  let known: { readonly commit: ObjectId; readonly trees: Map<string, FolderReading> } = {
    commit: '',
    trees: new Map(),
  };

  return {
    format,

    async trees(commit, folders) {
      if (known.commit !== commit) known = { commit, trees: new Map() };
      const found = known.trees;
      const asked = withAncestors(folders).filter((folder) => !found.has(folder));
      const answers = await Promise.all(
        asked.map((folder) => reader.read(`${commit}:${folder}`, MAX_OBJECT)),
      );
      for (const [index, answer] of answers.entries()) {
        if (answer.kind === 'too-large' || answer.kind === 'unreadable') {
          const why = answer.kind === 'unreadable' ? answer.why : 'a folder is too large';
          throw new UserError(`The ledger's folders cannot be read in ${gitDir}: ${words(why)}`);
        }
        const folder = asked[index] ?? '';
        if (answer.kind === 'missing') found.set(folder, unlessNamed(found, folder));
        else if (answer.type !== 'tree') found.set(folder, { damaged: `it is a ${answer.type}` });
        else found.set(folder, parseTree(commit, answer.bytes, idBytes));
      }
      return found;
    },

    async message(commit) {
      const answer = await reader.read(commit, MAX_OBJECT);
      return answer.kind === 'object' && answer.type === 'commit' ? answer.bytes.toString('utf8') : '';
    },

    blobs: (oids, onPart, onBlob) =>
      reader.readEach(oids, MAX_OBJECT, onPart, (oid, reading) => onBlob(oid, blobOf(reading))),

    async writeBlob(bytes) {
      const written = await must({ args: ['hash-object', '-w', '--stdin'], input: bytes });
      if (written !== objectId(format, 'blob', bytes))
        throw new InternalError('git named a blob differently');
    },

    async writeTrees(trees) {
      const text = (tree: readonly TreeEntry[]): string =>
        tree.map((entry) => `${entry.mode} ${kindOf(entry.mode)} ${entry.id}\t${entry.name}\0`).join('');
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

    close: () => reader.close(),
  };
}

/** The folders and all above them, the root (`''`) included, each behind those above it. */
export function withAncestors(folders: Iterable<string>): readonly string[] {
  const found = new Set<string>(['']);
  for (const folder of folders) {
    for (let end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1))
      found.add(folder.slice(0, end));
    found.add(folder);
  }
  return [...found];
}

/** Git says `missing` of a path that there is not, and of a tree that the path names and the repository lacks. */
function unlessNamed(found: FolderReadings, folder: string): FolderReading {
  if (folder === '') return { damaged: 'its tree is missing' };
  const split = folder.lastIndexOf('/');
  const above = entriesOf(found.get(split < 0 ? '' : folder.slice(0, split)));
  const entry = above.find(({ name }) => name === folder.slice(split + 1));
  return entry === undefined ? null : { damaged: `its ${kindOf(entry.mode)} ${entry.id} is missing` };
}

function kindOf(mode: string): string {
  return mode === FOLDER_MODE ? 'tree' : mode === '160000' ? 'commit' : 'blob';
}

function blobOf(answer: ObjectReading): BlobReading {
  switch (answer.kind) {
    case 'object':
      if (answer.type === 'blob') return { kind: 'content', bytes: answer.bytes };
      return { kind: 'unreadable', why: `it is a ${answer.type}` };
    case 'missing':
      return { kind: 'unreadable', why: 'object missing' };
    case 'too-large':
      return { kind: 'unreadable', why: `object is larger than ${MAX_OBJECT} bytes` };
    case 'unreadable':
      return { kind: 'unreadable', why: words(answer.why) };
  }
}
