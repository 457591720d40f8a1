import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../../errors.ts';

/** Environment as it was read at the edge. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The absolute path of git, from the absolute entries of PATH: a relative entry would take a `git` out of the
 * repository that is judged. Throws `UserError` when there is none.
 */
export function findGit(env: Env): string {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (isAbsolute(folder) && isExecutable(path)) return path;
  }
  throw new UserError('git was not found on the PATH.', 'Install git, or add its folder to PATH.');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: the next entry of PATH may have it.
    return false;
  }
}
