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
