import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';

/** Environment as it was read at the edge. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One setting for git, passed through the environment: a command line can be read by everyone on the machine. */
export type Setting = readonly [key: string, value: string];

export interface GitCall {
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The repository to work on; without it git looks for one from `cwd`. */
  readonly gitDir?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: readonly Setting[];
  /** May it talk to another repository? Otherwise every transport is closed, lazy fetches included. */
  readonly transport?: boolean;
  readonly timeoutMs?: number;
  /** Takes standard output in pieces instead of having it collected. */
  readonly onOutput?: (chunk: Buffer) => void;
}

export interface GitResult {
  /** Null when git was ended from outside (see `error`). */
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  /** Standard error; with the reason added when git was ended for time or size. */
  readonly error: string;
}

/** Runs git once. Never throws for git's own failures: the caller knows what an exit code means. */
export type Git = (call: GitCall) => Promise<GitResult>;

const LOCAL_TIMEOUT = 60_000;
const TRANSPORT_TIMEOUT = 120_000;
const MAX_OUTPUT = 512 * 1024 * 1024;
const MAX_ERROR = 64 * 1024;

/** What git and ssh need from the environment. Nothing named `GIT_*` but the user's own choice of ssh and CA. */
const PASSED_ON = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR', 'TMP', 'TEMP', 'SYSTEMROOT', 'USERPROFILE', 'APPDATA'],
  ...['SSH_AUTH_SOCK', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'],
];

/**
 * The repository we stand in may be hostile (an agent has worked there): its hooks and every setting of it that
 * could start a program, sign, or rewrite an address are overruled here. With those gone, the check of who owns
 * the folder protects nothing and would only break containers, where the workspace belongs to another user.
 */
const SETTINGS: readonly Setting[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.askPass', ''],
  ['core.logAllRefUpdates', 'false'],
  ['core.fsync', 'committed,loose-object'],
  ['core.quotePath', 'false'],
  ['credential.helper', ''],
  ['fetch.recurseSubmodules', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['push.gpgSign', 'false'],
  ['push.followTags', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['i18n.commitEncoding', 'UTF-8'],
  ['safe.directory', '*'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '30'],
];

/** Finds git on the path, as an absolute file name. Relative folders on the path are passed over. */
export async function findGit(env: Env): Promise<string> {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of names) {
      const file = join(folder, name);
      try {
        await access(file, constants.X_OK);
        return file;
      } catch {
        // Not here: the next folder.
      }
    }
  }
  throw new UserError('git was not found on the path.', `Install git ${OLDEST.join('.')} or later.`);
}

/** `GIT_CONFIG_GLOBAL`, without which the user's configuration would be obeyed, came with 2.32. */
const OLDEST = [2, 32] as const;

/** Throws `UserError` for a git that is too old to be kept apart from the user's configuration. */
export async function requireGit(git: Git): Promise<void> {
  const { stdout } = await git({ args: ['version'] });
  const text = stdout.toString('utf8').trim();
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new UserError(
    `${words(text)} is too old for the ledger.`,
    `Install git ${OLDEST.join('.')} or later.`,
  );
}

/** A runner of the git at `binary` (absolute), without the user's and the system's configuration. */
export function createGit(binary: string, env: Env): Git {
  const kept = Object.fromEntries(
    PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  return (call) => run(binary, kept, call);
}

function environment(kept: Record<string, string>, call: GitCall): Record<string, string> {
  const settings = [...SETTINGS, ...(call.settings ?? [])];
  const batch = `${kept.GIT_SSH_COMMAND ?? 'ssh'} -o BatchMode=yes -o ConnectTimeout=20`;
  return {
    ...kept,
    ...(kept.GIT_SSH === undefined ? { GIT_SSH_COMMAND: batch } : {}),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: call.transport === true ? 'file:http:https:ssh' : 'none',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    ...(call.gitDir === undefined ? {} : { GIT_DIR: call.gitDir }),
    ...call.env,
  };
}

function run(binary: string, kept: Record<string, string>, call: GitCall): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, call.args, {
      cwd: call.cwd,
      env: environment(kept, call),
      stdio: 'pipe',
      // A group of its own: the helpers that git starts end with it, and ssh finds no terminal to ask on.
      detached: process.platform !== 'win32',
    });
    const output: Buffer[] = [];
    let size = 0;
    let error = '';
    const end = (reason: string): void => {
      error = `${error}\n${reason}`.trim();
      try {
        if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It has ended by itself in the meantime.
      }
    };
    const limit = call.timeoutMs ?? (call.transport === true ? TRANSPORT_TIMEOUT : LOCAL_TIMEOUT);
    const timer = setTimeout(() => end(`git ${call.args[0] ?? ''} timed out after ${limit} ms`), limit);
    child.stdout.on('data', (chunk: Buffer) => {
      if (call.onOutput !== undefined) {
        try {
          call.onOutput(chunk);
        } catch (failure) {
          reject(failure);
          end('its output could not be used');
        }
        return;
      }
      size += chunk.length;
      if (size > MAX_OUTPUT) end(`git ${call.args[0] ?? ''} printed more than ${MAX_OUTPUT} bytes`);
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (error.length < MAX_ERROR) error += chunk.toString('utf8');
    });
    // A git that ends early closes the pipe: its exit code says why.
    child.stdin.on('error', () => undefined);
    child.on('error', (failure) => {
      clearTimeout(timer);
      reject(new UserError(`git could not be started: ${failure.message}`));
    });
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout: Buffer.concat(output), error });
    });
    child.stdin.end(call.input ?? '');
  });
}

/**
 * Git's words for people: known secrets taken out, control characters (a hostile server may send them) dropped,
 * at most 1,000 characters on one line.
 */
export function words(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '***');
  return clean
    .split(/[\r\n]+/)
    .map((line) =>
      line
        .replace(/\t/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('hint:'))
    .join('; ')
    .slice(0, 1000);
}
