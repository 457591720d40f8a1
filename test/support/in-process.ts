import type { EventEmitter } from 'node:events';
import { runAction, runCli, runPost } from '../../src/main.ts';
import type { Entry, Place, ProcessResult } from './bundle.ts';

/** The entries of the bundle by their files' names: what `dist/` runs, from the sources. */
const ENTRIES: Readonly<Record<Entry, () => Promise<void>>> = {
  'action.js': runAction,
  'post.js': runPost,
  'cli.js': () => runCli((output, text) => (output === 1 ? process.stdout : process.stderr).write(text)),
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs an entry in this process as if it had one of its own: with its environment, its folder, its standard output and
 * its exit code. To start one costs more than what it does. One at a time: the process is everybody's.
 */
export function runInProcess(entry: Entry, args: readonly string[], place: Place): Promise<ProcessResult> {
  const result = last.then(() => alone(entry, args, place));
  last = result.catch(() => undefined);
  return result;
}

async function alone(entry: Entry, args: readonly string[], { cwd, env }: Place): Promise<ProcessResult> {
  const { argv, exit, exitCode } = process;
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const listeners = EVENTS.map((event) => [event, emitter.listeners(event)] as const);
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  try {
    replaceEnvironment(env);
    process.chdir(cwd);
    process.argv = [process.execPath, entry, ...args];
    process.exitCode = undefined;
    // An entry that ends its process has nothing more to say.
    process.exit = (code) => {
      process.exitCode = code ?? process.exitCode;
      return undefined as never;
    };
    await ENTRIES[entry]();
    // The post step ends its process in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    return { status: Number(process.exitCode ?? 0), stdout: stdout.text, stderr: stderr.text };
  } finally {
    stdout.restore();
    stderr.restore();
    Object.assign(process, { argv, exit, exitCode });
    process.chdir(before.cwd);
    replaceEnvironment(before.env);
    for (const [event, heard] of listeners) {
      emitter.removeAllListeners(event);
      for (const each of heard) emitter.on(event, (...said: unknown[]) => each(...said));
    }
  }
}

const EVENTS = ['uncaughtException', 'unhandledRejection'];

/** What an entry listens to at its process it hears no longer once it has ended. */
const emitter: EventEmitter = process;

function replaceEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}

/** Takes what is written to a stream. */
function capture(stream: NodeJS.WriteStream): { readonly text: string; restore(): void } {
  const { write } = stream;
  let text = '';
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    for (const each of rest) if (typeof each === 'function') each();
    return true;
  };
  return {
    get text() {
      return text;
    },
    restore: () => {
      stream.write = write;
    },
  };
}
