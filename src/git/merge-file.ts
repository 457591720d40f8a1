import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { runGit, saying } from './binary.ts';

/** The outcome of a three-way merge. */
export interface Merged {
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
  git: string,
  env: Record<string, string>,
  base: Uint8Array,
  ours: Uint8Array,
  theirs: Uint8Array,
): Promise<Merged> {
  const cwd = await mkdtemp(join(tmpdir(), 'haiku-first-merge-'));
  try {
    await Promise.all([
      writeFile(join(cwd, 'base'), base),
      writeFile(join(cwd, 'ours'), ours),
      writeFile(join(cwd, 'theirs'), theirs),
    ]);
    const result = await runGit(git, ['merge-file', '--quiet', 'ours', 'base', 'theirs'], {
      cwd,
      // The folder is no repository, even where the system's temporary folder lies inside one.
      env: { ...env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    if (result.code === null || result.code >= 128) {
      throw new UserError(`git could not merge the two versions of a file: ${saying(result)}.`);
    }
    return { clean: result.code === 0, bytes: await readFile(join(cwd, 'ours')) };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
