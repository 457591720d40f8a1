import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');

export interface ProcessResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StepResult extends ProcessResult {
  /** What the runner would read from GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary, as markdown. */
  readonly summary: string;
}

export interface ProcessOptions {
  readonly cwd?: string;
  /** Added to an environment that has nothing but a PATH and a HOME of its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** The runtime; default: the one that runs the tests. */
  readonly node?: string;
  /** For a step: the event that started its workflow. */
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** Milliseconds after which the process is ended. Default: an end for what hangs. */
  readonly timeout?: number;
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
function startIn(folder: string): Start {
  return (entry, args, place) => runProcess(process.execPath, [join(folder, entry), ...args], place);
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

/** Reads a file of file commands the way the runner does: `name<<delimiter`, lines, delimiter. */
export function readFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '', at + 1);
      if (end === -1) throw new Error(`no end of ${heredoc[1]}`);
      found[heredoc[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals === -1) throw new Error(`neither name=value nor name<<end: ${line}`);
    found[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return found;
}

/** Runs an entry of the Action, a JavaScript or TypeScript file, as the runner does. */
export function runStep(
  entry: string,
  inputs: Readonly<Record<string, string>>,
  options: ProcessOptions = {},
): Promise<StepResult> {
  const { node = process.execPath, timeout } = options;
  const more = timeout === undefined ? {} : { timeout };
  return asStep((place) => runProcess(node, [entry], { ...place, ...more }), inputs, options);
}

/** What the runner does for a step: inputs as INPUT_*, and files to write outputs and the summary to. */
export async function asStep(
  run: (place: Place) => Promise<ProcessResult>,
  inputs: Readonly<Record<string, string>>,
  { cwd, env = {}, event }: ProcessOptions = {},
): Promise<StepResult> {
  const home = await mkdtemp(join(tmpdir(), 'haiku-first-step-'));
  try {
    const output = join(home, 'output');
    const summary = join(home, 'summary.md');
    await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
    const payload = join(home, 'event.json');
    if (event !== undefined) await writeFile(payload, JSON.stringify(event.payload));
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const result = await run({
      cwd: cwd ?? home,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: home,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...(event === undefined ? {} : { GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: payload }),
        ...Object.fromEntries(given),
        ...env,
      },
    });
    return {
      ...result,
      outputs: readFileCommands(await readFile(output, 'utf8')),
      summary: await readFile(summary, 'utf8'),
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * `dist/` alone in a folder of its own, with no `node_modules` in reach: what a user of the Action or of a fresh
 * clone has. Use it with `await using`.
 */
export class Bundle implements AsyncDisposable {
  /** The copy of `dist/`. */
  readonly folder: string;
  private readonly home: string;

  private constructor(home: string) {
    this.home = home;
    this.folder = join(home, 'dist');
  }

  static async copy(): Promise<Bundle> {
    const home = await mkdtemp(join(tmpdir(), 'haiku-first-bundle-'));
    await cp(dist, join(home, 'dist'), { recursive: true });
    return new Bundle(home);
  }

  /** `haiku-first ARGS…` */
  cli(
    args: readonly string[],
    { cwd, env = {}, node = process.execPath, timeout }: ProcessOptions = {},
  ): Promise<ProcessResult> {
    return runProcess(node, [join(this.folder, 'cli.js'), ...args], {
      cwd: cwd ?? this.home,
      env: { PATH: process.env.PATH ?? '', HOME: this.home, ...env },
      ...(timeout === undefined ? {} : { timeout }),
    });
  }

  /** A step that uses the Action with these inputs. */
  action(inputs: Readonly<Record<string, string>>, options: ProcessOptions = {}): Promise<StepResult> {
    return runStep(join(this.folder, 'action.js'), inputs, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }
}
