import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ranOut, UserError } from '../../errors.ts';
import { standingAt } from './found.ts';

/** A file that is to be there, whole. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
  /** What stood there when the plan was made; null: nothing. */
  readonly before: Uint8Array | null;
}

/** How to take a step back, the latest first. */
type Undo = () => void;

/**
 * Writes all files or none: each beside its place first, then put there. What has come there in the meantime is not
 * overwritten: then, as after any other trouble, everything is as it was before. Throws `UserError`.
 */
export function writeFiles(root: string, files: readonly WantedFile[]): void {
  const undo: Undo[] = [];
  let path = '';
  try {
    const drafts = files.map((file) => {
      path = file.path;
      requireUnchanged(root, file);
      makeFolders(root, path, undo);
      const draft = join(root, `${path}.${crypto.randomUUID()}.tmp`);
      undo.unshift(() => rmSync(draft, { force: true }));
      writeFileSync(draft, file.text, { flag: 'wx' });
      if (file.before !== null) chmodSync(draft, statSync(join(root, path)).mode & 0o777);
      return { ...file, draft };
    });
    for (const file of drafts) {
      path = file.path;
      put(root, file, undo);
    }
    for (const { draft } of drafts) rmSync(draft, { force: true });
  } catch (error) {
    for (const step of undo) step();
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    const out = ranOut(error, path);
    if (out !== null) throw out;
    throw new UserError(
      `${path} cannot be written (${code}). Nothing was written.`,
      'Check who may write to the folder.',
    );
  }
}

function requireUnchanged(root: string, { path, before }: WantedFile): void {
  const now = standingAt(root, path);
  const isSame =
    before === null ? now.kind === 'absent' : now.kind === 'file' && Buffer.compare(now.bytes, before) === 0;
  if (!isSame)
    throw new UserError(
      `${path} has changed since the plan was made. Nothing was written.`,
      'Run init again.',
    );
}

/** The folders that a path needs; those that were made go away again. */
function makeFolders(root: string, path: string, undo: Undo[]): void {
  const parts = path.split('/').slice(0, -1);
  for (let length = 1; length <= parts.length; length++) {
    const folder = join(root, ...parts.slice(0, length));
    if (statSync(folder, { throwIfNoEntry: false }) !== undefined) continue;
    mkdirSync(folder);
    undo.unshift(() => rmdirSync(folder));
  }
}

function put(root: string, file: WantedFile & { readonly draft: string }, undo: Undo[]): void {
  const full = join(root, file.path);
  if (file.before === null) {
    placeNew(file.draft, full);
    undo.unshift(() => rmSync(full));
    return;
  }
  requireUnchanged(root, file);
  const { before } = file;
  renameSync(file.draft, full);
  undo.unshift(() => writeFileSync(full, before));
}

/** A link fails where something stands already, and a reader never sees half of it; not every file system has links. */
function placeNew(draft: string, full: string): void {
  try {
    linkSync(draft, full);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (
      code === 'EEXIST' ||
      !(code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP')
    )
      throw error;
    copyFileSync(draft, full, constants.COPYFILE_EXCL);
  }
}
