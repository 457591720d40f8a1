import type { Inherit } from '../../allocation/policy/inherit.ts';

/** What one of the two files is in one version of the repository. */
export type FileState =
  | { readonly kind: 'absent' }
  /** A link, submodule, executable or directory. */
  | { readonly kind: 'irregular'; readonly mode: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array };

/** Both files in one version of the repository. */
export interface Version {
  readonly allocation: FileState;
  readonly exceptions: FileState;
  /** Lays the allocation on the policy that it extends; left out: it extends none. */
  readonly inherit?: Inherit | null;
}

/** How the policy of a head stands to that of its base, where it has one. */
export interface PolicyMove {
  /**
   * How its commit stands to the base's, of the same file of the same repository. `forward`: it descends from that, and
   * the base is laid on it, too, so that what the organisation has changed is no change of this file. `passed`: it does as
   * well, and asks for less than the default branch does by now: it may be a step of a branch that nobody reviewed alone.
   */
  readonly kind: 'same' | 'forward' | 'passed' | 'back' | 'aside' | 'new';
  /** The default branch that its commit is not on; null: it is. */
  readonly off: string | null;
  /** In what it asks for less than the base's, or where it is `passed` than the default branch's, in sentences. */
  readonly looser: readonly string[];
}

/** True when both are the same, byte by byte. */
export function sameState(a: FileState, b: FileState): boolean {
  if (a.kind === 'file' && b.kind === 'file') {
    return a.bytes.length === b.bytes.length && a.bytes.every((byte, index) => byte === b.bytes[index]);
  }
  return a.kind === b.kind && (a.kind !== 'irregular' || (b.kind === 'irregular' && a.mode === b.mode));
}

const MODES: Readonly<Record<string, string>> = {
  '120000': 'a symbolic link',
  '160000': 'a submodule',
  '100755': 'executable',
  '040000': 'a directory',
};

/** What a file is that is not read, in one sentence. */
export function irregularText(path: string, mode: string): string {
  return `${path} is ${MODES[mode] ?? `of mode ${mode}`}; only a regular file (mode 100644) is read.`;
}
