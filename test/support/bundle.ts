import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');

export interface ProcessResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** When a process is ended from outside. */
export interface Ends {
  /** Milliseconds. Default: an end for what hangs. */
  readonly timeout?: number | undefined;
  /** When this comes. */
  readonly until?: Promise<unknown> | undefined;
}

/** Where a process runs, and all that it knows. */
export interface Place extends Ends {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export type Entry = 'action.js' | 'post.js' | 'cli.js';

/** How an entry of the bundle is run. */
export type Start = (entry: Entry, args: readonly string[], place: Place) => Promise<ProcessResult>;

/** As a process, from a folder that has the bundle. */
function startIn(folder: string, node = process.execPath): Start {
  return (entry, args, place) => runProcess(node, [join(folder, entry), ...args], place);
}

/** As a process that runs `dist/`. */
export const startDist = startIn(dist);

/** Runs a program to its end and keeps what it printed. */
export function runProcess(
  program: string,
  args: readonly string[],
  { cwd, env, timeout = 300_000, until }: Place,
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
    until?.then(() => child.kill(), reject);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/**
 * `dist/` alone in a folder of its own, with no `node_modules` in reach: what a user of the Action or of a fresh
 * clone has. Use it with `await using`.
 */
export class Bundle implements AsyncDisposable {
  /** The copy of `dist/`. */
  readonly folder: string;
  /** As a process, from the copy. */
  readonly start: Start;
  private readonly home: string;

  private constructor(home: string) {
    this.home = home;
    this.folder = join(home, 'dist');
    this.start = startIn(this.folder);
  }

  static async copy(): Promise<Bundle> {
    const home = await mkdtemp(join(tmpdir(), 'haiku-first-bundle-'));
    await cp(dist, join(home, 'dist'), { recursive: true });
    return new Bundle(home);
  }

  /** `haiku-first ARGS…`, in an environment that has nothing but a PATH and a HOME of its own. */
  cli(
    args: readonly string[],
    { cwd = this.home, env = {}, node, ...ends }: Partial<Place> & { readonly node?: string } = {},
  ): Promise<ProcessResult> {
    const start = node === undefined ? this.start : startIn(this.folder, node);
    return start('cli.js', args, {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: this.home, ...env },
      ...ends,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }
}
