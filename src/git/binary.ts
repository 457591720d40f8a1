import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a finished git process left behind. `code` is null when a signal ended it. */
export interface GitResult {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Settings that win over every file: a judged repository must not be able to make git run or fetch anything. */
const SETTINGS: readonly (readonly [string, string])[] = [
  // Containers and runners check out as another user. Safe here: nothing below lets the repository run code.
  ['safe.directory', '*'],
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['gc.auto', '0'],
];

/**
 * The environment for git: the caller's, without its `GIT_*` variables (a `GIT_DIR` would silently read another
 * repository) and without the configuration of user and system. Replacement refs and grafts are not obeyed: they
 * would let a commit id name other content.
 */
export function gitEnvironment(env: Environment): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !name.toUpperCase().startsWith('GIT_')) clean[name] = value;
  }
  clean.LC_ALL = 'C';
  clean.GIT_CONFIG_NOSYSTEM = '1';
  clean.GIT_CONFIG_GLOBAL = '/dev/null';
  clean.GIT_NO_REPLACE_OBJECTS = '1';
  clean.GIT_GRAFT_FILE = '/dev/null';
  clean.GIT_NO_LAZY_FETCH = '1';
  // git before 2.44 does not know GIT_NO_LAZY_FETCH: no transport is allowed either.
  clean.GIT_ALLOW_PROTOCOL = 'none';
  clean.GIT_TERMINAL_PROMPT = '0';
  clean.GIT_OPTIONAL_LOCKS = '0';
  clean.GIT_CONFIG_COUNT = String(SETTINGS.length);
  SETTINGS.forEach(([key, value], index) => {
    clean[`GIT_CONFIG_KEY_${index}`] = key;
    clean[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return clean;
}

/**
 * The absolute path of git, from the absolute entries of PATH: a relative entry would take a `git` out of the
 * repository that is judged. Throws `UserError` when there is none.
 */
export function findGit(env: Environment): string {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of names) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
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

/** Runs git without a shell. Throws `UserError` when it cannot be started; an exit code is left to the caller. */
export function runGit(
  git: string,
  args: readonly string[],
  options: { cwd: string; env: Record<string, string>; maxBytes?: number },
): Promise<GitResult> {
  const { cwd, env, maxBytes = 64 * 1024 * 1024 } = options;
  return new Promise((resolve, reject) => {
    execFile(
      git,
      [...args],
      { cwd, env, encoding: 'buffer', maxBuffer: maxBytes, windowsHide: true },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code === 'string') {
          reject(
            error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
              ? new UserError(`git ${args[0]} wrote more than ${maxBytes} bytes.`)
              : new UserError(
                  `git could not be started in ${cwd} (${error.code}).`,
                  `Check that the folder exists and that ${git} can be run.`,
                ),
          );
          return;
        }
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        resolve({ code, stdout, stderr: stderr.toString('utf8').trim() });
      },
    );
  });
}

/** What git said, as the end of a sentence; only its first line, for errors of one line. */
export function saying(result: GitResult): string {
  const first = result.stderr.split('\n')[0] ?? '';
  return first === '' ? `exit code ${result.code ?? 'none'}` : first.slice(0, 300);
}
