import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ranOut, UserError } from '../../errors.ts';
import { type Git, saying } from './process.ts';

/** The outcome of a three-way merge. */
export interface FileMerge {
  /** False when `bytes` holds conflict markers. */
  readonly clean: boolean;
  readonly bytes: Uint8Array;
}

/**
 * Merges by `git merge-file` in a folder of its own, which is removed afterwards.
 * Exit codes (https://git-scm.com/docs/git-merge-file): 0 clean, 1 to 127 the number of conflicts, else an error,
 * such as binary content.
 */
export async function mergeFile(
  git: Git,
  base: Uint8Array,
  ours: Uint8Array,
  theirs: Uint8Array,
): Promise<FileMerge> {
  const cwd = await mkdtemp(join(tmpdir(), 'haiku-first-merge-'));
  try {
    await Promise.all([
      writeFile(join(cwd, 'base'), base),
      writeFile(join(cwd, 'ours'), ours),
      writeFile(join(cwd, 'theirs'), theirs),
    ]).catch((error: unknown) => {
      throw ranOut(error, cwd) ?? error;
    });
    const result = await git({
      args: ['merge-file', '--quiet', 'ours', 'base', 'theirs'],
      cwd,
      // The folder is no repository, even where the system's temporary folder lies inside one.
      env: { GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    if (result.exitCode === null || result.exitCode >= 128) {
      throw new UserError(`git could not merge the two versions of a file: ${saying(result)}.`);
    }
    return { clean: result.exitCode === 0, bytes: await readFile(join(cwd, 'ours')) };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
