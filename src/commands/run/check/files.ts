import { lstatSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Check } from '../../../allocation/allocation.ts';
import { UserError } from '../../../errors.ts';
import type { Context } from '../../../gather/context.ts';
import { workTree } from '../../../gather/files.ts';
import type { CommitId, CommitReader } from '../../../git/index.ts';
import { readRegularFile } from '../../../surface/regular-file.ts';

/** The files of a check, as the commit has them whose allocation counts. */
export interface CheckFiles {
  readonly schema: string | null;
  readonly command: Uint8Array | null;
  readonly judge: string | null;
}

/** A check is a small thing. */
const MOST = 1_000_000;

type Read = (path: string, executable: boolean) => Promise<Uint8Array>;

/**
 * Reads what a check is made of from where the allocation was read: on a pull request the base commit, so that a pull
 * request cannot bring its own judge. Throws `UserError` for a file that is missing, too large or not regular.
 */
export async function readCheckFiles(check: Check, context: Context): Promise<CheckFiles> {
  const commit = (await context.deciding())?.commit ?? null;
  const read =
    commit === null ? fromWorkTree(context.cwd) : fromCommit(await context.readerOf(commit), commit);
  const text = async (path: string | null): Promise<string | null> =>
    path === null ? null : new TextDecoder().decode(await read(path, false));
  return {
    schema: await text(check.schema),
    command: check.command === null ? null : await read(check.command.file, true),
    judge: await text(check.judge?.prompt ?? null),
  };
}

function missing(path: string, where: string, what: string): UserError {
  return new UserError(
    `The check's file ${path} ${what} at ${where}.`,
    'Fix the check of the agent, or commit the file.',
  );
}

function fromCommit(reader: CommitReader, commit: CommitId): Read {
  const where = `commit ${commit.slice(0, 12)}`;
  return async (path, executable) => {
    const folder = path.split('/').slice(0, -1).join('/');
    const name = path.split('/').at(-1);
    const found = (await reader.folder(commit, folder)).find((entry) => entry.name === name);
    if (found === undefined) throw missing(path, where, 'is missing');
    if (found.mode !== '100644' && !(executable && found.mode === '100755'))
      throw missing(path, where, `is not a regular file (mode ${found.mode})`);
    return reader.blob(found.blob, MOST);
  };
}

function fromWorkTree(cwd: string): Read {
  const root = workTree(cwd) ?? cwd;
  return async (path) => {
    const full = join(root, path);
    const stat = lstatSync(full, { throwIfNoEntry: false });
    if (stat === undefined) throw missing(path, 'the work tree', 'is missing');
    const way = relative(realpathSync(root), realpathSync(full));
    if (!stat.isFile() || way.startsWith(`..${sep}`))
      throw missing(path, 'the work tree', 'is not a regular file of the repository');
    const file = readRegularFile(full, MOST, 'refused');
    if (file.kind !== 'file') throw new UserError(`The check cannot be read: ${full} ${file.problem}`);
    return file.bytes;
  };
}
