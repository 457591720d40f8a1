import { UserError } from '../errors.ts';

/** A blob that has more bytes than the caller wants to read. */
export class BlobTooLarge extends UserError {
  constructor(blob: string, size: number, limit: number) {
    super(`The object ${blob} has ${size} bytes; at most ${limit} are read.`);
    this.name = 'BlobTooLarge';
  }
}

/** A full commit id: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits. */
export type CommitId = string & { readonly __commit: unique symbol };

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** True for a full commit id that is not the all-zero id, which git uses for "no commit". */
export function isCommitId(text: unknown): text is CommitId {
  return typeof text === 'string' && COMMIT.test(text) && !/^0+$/.test(text);
}

/** What stands at a path in a commit's tree. */
export type TreeFile =
  /** The tree was read and has nothing there. Never said when reading failed. */
  | { readonly kind: 'absent' }
  /** A regular, non-executable file (mode 100644). `read` gives its bytes. */
  | { readonly kind: 'file'; readonly blob: string; readonly size: number | null }
  /** Anything else: a symlink (120000), submodule (160000), executable (100755) or directory (040000). */
  | { readonly kind: 'irregular'; readonly mode: string };

/** One changed or present file of a folder, by its name in that folder. */
export interface FolderEntry {
  readonly name: string;
  readonly mode: string;
  readonly blob: string;
}

/**
 * Reads the content of a repository by commit. Two implementations: local git, and GitHub's Git database API.
 * Every method throws `UserError` when the answer could not be had (no such commit, shallow clone, no
 * permission, network): "absent" always means that the tree was read and holds no such entry.
 */
export interface CommitReader {
  /** Where it reads from, for messages: `the local repository` or `OWNER/REPO on github.com`. */
  readonly description: string;
  /** Parents in order; none for a root commit. */
  parents(commit: CommitId): Promise<readonly CommitId[]>;
  /** The best common ancestor; null when the two share no history. */
  mergeBase(a: CommitId, b: CommitId): Promise<CommitId | null>;
  /**
   * Every best common ancestor, the one of `mergeBase` first: more than one where histories cross, none where the two
   * share no history.
   */
  mergeBases(a: CommitId, b: CommitId): Promise<readonly CommitId[]>;
  /** What stands at `path` (slash-separated, relative to the root). */
  file(commit: CommitId, path: string): Promise<TreeFile>;
  /** The id of whatever stands at `path`, a folder's tree too: the same id is the same content. Null: nothing. */
  objectAt(commit: CommitId, path: string): Promise<string | null>;
  /** Non-directory entries directly inside `path`, by name; empty when the folder does not exist. */
  folder(commit: CommitId, path: string): Promise<readonly FolderEntry[]>;
  /** Every entry below `path` that is no folder, by its path from there; empty when the folder does not exist. */
  filesBelow(commit: CommitId, path: string): Promise<readonly FolderEntry[]>;
  /** The bytes of a blob. Throws `BlobTooLarge` above `limit` bytes, before reading them where possible. */
  blob(blob: string, limit: number): Promise<Uint8Array>;
}

/** Whether a commit is in the history that a tip stands for. */
export async function isPartOf(
  reader: Pick<CommitReader, 'mergeBase'>,
  tip: CommitId,
  commit: string,
): Promise<boolean> {
  return commit === tip || (isCommitId(commit) && (await reader.mergeBase(tip, commit)) === commit);
}
