import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import { LIMITS } from '../allocation/source.ts';
import { ranOut, UserError } from '../errors.ts';
import { BlobTooLarge, type CommitId, type CommitReader } from '../git/index.ts';
import type { FileState } from '../policy/gate/index.ts';
import { readRegularFile } from '../surface/regular-file.ts';

/** One byte more than either file may have. */
const ENOUGH = LIMITS.bytes + 1;

function code(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * A file on disk; null when there is none. One that is too large keeps one byte past the limit, so that it is refused.
 * Throws `UserError` for a directory, or what cannot be read.
 */
export function readDiskFile(cwd: string, path: string): Uint8Array | null {
  const reading = readRegularFile(resolve(cwd, path), LIMITS.bytes, 'followed');
  switch (reading.kind) {
    case 'file':
      return reading.bytes;
    case 'absent':
      return null;
    case 'too-large':
      return new Uint8Array(ENOUGH);
    case 'irregular':
    case 'unreadable':
      throw new UserError(`${path} ${reading.problem}`, 'Name an allocation file.');
  }
}

/**
 * A file of the repository as it lies on the disk, wherever in the repository the command was called: at its root, as
 * `check` reads it, else from where it was called. Null when there is none. Throws `UserError` as `readDiskFile` does.
 */
export function readFileOfRepository(cwd: string, path: string): Uint8Array | null {
  const root = workTree(cwd);
  const atRoot = root === null || root === resolve(cwd) ? null : readDiskFile(root, path);
  return atRoot ?? readDiskFile(cwd, path);
}

/**
 * A path in the repository as git has it: relative, with forward slashes.
 * Throws `UserError` for a path that leaves the repository.
 */
export function repositoryPath(path: string): string {
  const normal = posix.normalize(path.replaceAll('\\', '/'));
  if (
    isAbsolute(path) ||
    normal.startsWith('../') ||
    normal === '..' ||
    normal === '.' ||
    normal.endsWith('/')
  ) {
    throw new UserError(
      `${path} is not the path of a file in the repository.`,
      'Write it relative to the root, such as allocation.yaml.',
    );
  }
  return normal;
}

/** What stands at a path of a commit. A file that is too large keeps one byte past the limit, so that it is refused. */
export async function stateAt(reader: CommitReader, commit: CommitId, path: string): Promise<FileState> {
  const found = await reader.file(commit, path);
  if (found.kind !== 'file') return found;
  try {
    return { kind: 'file', bytes: await reader.blob(found.blob, LIMITS.bytes) };
  } catch (error) {
    if (error instanceof BlobTooLarge) return { kind: 'file', bytes: new Uint8Array(ENOUGH) };
    throw error;
  }
}

/**
 * Writes a file whole or not at all: whoever reads it never sees half of it. Throws `UserError` when it cannot be
 * written, or when something else than a file stands there: root would put a file in the place of `/dev/null`.
 */
export function writeWhole(cwd: string, path: string, text: string): void {
  const full = isAbsolute(path) ? path : join(cwd, path);
  const draft = `${full}.${crypto.randomUUID()}.tmp`;
  try {
    const present = statSync(full, { throwIfNoEntry: false });
    if (present?.isFile() === false)
      throw new UserError(`${path} is not a regular file.`, 'Name another file.');
    writeFileSync(draft, text, { flag: 'wx', mode: (present?.mode ?? 0o666) & 0o777 });
    renameSync(draft, full);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    const why = code(error);
    if (why === null) throw error;
    const out = ranOut(error, path);
    if (out !== null) throw out;
    throw new UserError(
      `${path} cannot be written (${why}).`,
      'Name a file in a folder that exists and that you may write to.',
    );
  }
}

/** The root of the work tree around a folder; null where there is none, as in a bare repository. */
export function workTree(cwd: string): string | null {
  let folder = resolve(cwd);
  while (!existsSync(join(folder, '.git'))) {
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
  return folder;
}
