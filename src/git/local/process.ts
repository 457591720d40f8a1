import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { ranOut, UserError } from '../../errors.ts';
import { type Env, findGit } from './find.ts';

/** One setting for git, passed through the environment: a command line can be read by everyone on the machine. */
export type Setting = readonly [key: string, value: string];

/** What a git process is started with. */
export interface GitStart {
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The repository to work on; without it git looks for one from `cwd`. */
  readonly gitDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: readonly Setting[];
  /** May it talk to another repository? Otherwise every transport is closed, lazy fetches included. */
  readonly transport?: boolean;
}

export interface GitCall extends GitStart {
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
}

/** What a finished git process left behind. */
export interface GitResult {
  /** Null when git was ended from outside (see `error`). */
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  /** Standard error; with the reason added when git was ended for time or size. */
  readonly error: string;
}

/** The git program, without the user's and the system's configuration. */
export interface Git {
  /**
   * Runs git once. Never throws for git's own failures: the caller knows what an exit code means. Throws `UserError`
   * when it cannot be started.
   */
  (call: GitCall): Promise<GitResult>;
  /** Starts git with open pipes, to talk with it. It emits `error` when it cannot be started. */
  readonly start: (start: GitStart) => ChildProcessWithoutNullStreams;
}

/** A git that is silent for longer is given up, in milliseconds. */
export const LOCAL_TIMEOUT = 60_000;
const TRANSPORT_TIMEOUT = 120_000;
const MAX_OUTPUT = 512 * 1024 * 1024;
const MAX_ERROR = 64 * 1024;

/** What git and ssh need from the environment. Nothing named `GIT_*` but the user's own choice of ssh and CA. */
const PASSED_ON = [
  ...[
    'PATH',
    'Path',
    'HOME',
    'USER',
    'LOGNAME',
    'TMPDIR',
    'TMP',
    'TEMP',
    'SYSTEMROOT',
    'USERPROFILE',
    'APPDATA',
  ],
  ...['SSH_AUTH_SOCK', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'],
];

/**
 * The repository we stand in may be hostile (an agent has worked there): its hooks and every setting of it that
 * could start a program, sign, or rewrite an address are overruled here. With those gone, the check of who owns
 * the folder protects nothing and would only break containers, where the workspace belongs to another user.
 */
const SETTINGS: readonly Setting[] = [
  ['advice.graftFileDeprecated', 'false'],
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

/**
 * What every git gets, whatever it is asked. No configuration of user and system. Replacement refs and grafts are not
 * obeyed: they would let a commit id name other content. git before 2.44 does not know `GIT_NO_LAZY_FETCH`: there the
 * closed transports keep it from fetching.
 */
const HARDENED: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
};

/** The git of the environment's PATH. Throws `UserError` when there is none. */
export function createGit(env: Env): Git {
  const binary = findGit(env);
  const kept = Object.fromEntries(
    PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  const start = (given: GitStart): ChildProcessWithoutNullStreams =>
    spawn(binary, given.args, {
      cwd: given.cwd,
      env: environment(kept, given),
      stdio: 'pipe',
      windowsHide: true,
      // A group of its own: the helpers that git starts end with it, and ssh finds no terminal to ask on.
      detached: process.platform !== 'win32',
    });
  return Object.assign((call: GitCall) => run(start(call), call), { start });
}

function environment(kept: Record<string, string>, call: GitStart): Record<string, string> {
  const settings = [...SETTINGS, ...(call.settings ?? [])];
  const batch = `${kept.GIT_SSH_COMMAND ?? 'ssh'} -o BatchMode=yes -o ConnectTimeout=20`;
  return {
    ...kept,
    ...(kept.GIT_SSH === undefined ? { GIT_SSH_COMMAND: batch } : {}),
    ...HARDENED,
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

function run(child: ChildProcessWithoutNullStreams, call: GitCall): Promise<GitResult> {
  const name = `git ${call.args.find((arg) => !arg.startsWith('-')) ?? ''}`;
  return new Promise((resolve, reject) => {
    child.on('error', (failure) => reject(notStarted(failure, call.cwd)));
    // It has no pipes where the process has no file handles left.
    if (child.pid === undefined) return;
    const output: Buffer[] = [];
    let size = 0;
    let error = '';
    const end = (reason: string): void => {
      error = `${error}\n${reason}`.trim();
      kill(child);
    };
    const limit = call.timeoutMs ?? (call.transport === true ? TRANSPORT_TIMEOUT : LOCAL_TIMEOUT);
    const timer = setTimeout(() => end(`${name} timed out after ${limit} ms`), limit);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT) end(`${name} printed more than ${MAX_OUTPUT} bytes`);
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (error.length < MAX_ERROR) error += chunk.toString('utf8');
    });
    // A git that ends early closes the pipe: its exit code says why.
    child.stdin.on('error', () => undefined);
    child.on('error', () => clearTimeout(timer));
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout: Buffer.concat(output), error: error.trim() });
    });
    child.stdin.end(call.input ?? '');
  });
}

/** Ends git and everything that it has started. */
export function kill(child: ChildProcessWithoutNullStreams): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

function notStarted(failure: Error, cwd: string | undefined): UserError {
  const out = ranOut(failure);
  if (out !== null) return out;
  const why = 'code' in failure ? String(failure.code) : failure.message;
  return new UserError(
    `git could not be started${cwd === undefined ? '' : ` in ${cwd}`} (${why}).`,
    'Check that the folder exists and that git can be run.',
  );
}

/** What git said, as the end of a sentence; only its first line, for errors of one line. */
export function saying(result: GitResult): string {
  const first = result.error.split('\n')[0] ?? '';
  return first === '' ? `exit code ${result.exitCode ?? 'none'}` : first.slice(0, 300);
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
