import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { writingTo } from '../../../errors.ts';
import type { Call } from '../../../surface/call.ts';
import { type CheckVerdict, lastLine } from './verdict.ts';

/** A check that takes longer is stuck. */
const PATIENCE = 300_000;
/** Of its output only the end matters. */
const MOST_OUTPUT = 65_536;
/** What a shell says when it cannot start a program: nobody has judged anything then. */
const NOT_STARTED: readonly (number | null)[] = [126, 127];

/** A program that judges an answer. */
interface CheckProgram {
  /** Its path in the repository: the end of the name tells how to start it. */
  readonly file: string;
  readonly args: readonly string[];
  readonly bytes: Uint8Array;
}

/**
 * Runs the program on the answer: exit code 0 is a pass, its last line the reason for a failure. It runs in a fresh
 * folder of its own, with an environment that has nothing of ours, and gets the answer on standard input and as a
 * file. A program that cannot be started, is ended by a signal or takes too long has not judged.
 */
export async function runCheckCommand(
  program: CheckProgram,
  answer: string,
  { env, cwd, secrets }: Pick<Call, 'env' | 'cwd' | 'secrets'>,
  patience: number = PATIENCE,
): Promise<CheckVerdict> {
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'haiku-first-check-'));
  try {
    const extension = extname(program.file);
    const file = join(folder, `check${extension}`);
    const answerFile = join(folder, 'answer');
    writingTo(folder, () => {
      writeFileSync(file, program.bytes);
      chmodSync(file, 0o700);
      writeFileSync(answerFile, answer, { mode: 0o600 });
    });
    const start = starter(file, extension, program.bytes);
    if (start === null) {
      return unclear(`${program.file} has neither a #! line nor a name that ends in .mjs or .js`);
    }
    const clean = {
      PATH: env.PATH ?? '',
      HOME: folder,
      HAIKU_FIRST_ANSWER: answerFile,
      HAIKU_FIRST_WORKSPACE: env.GITHUB_WORKSPACE || cwd,
    };
    const mask = (text: string): string => secrets?.mask(text) ?? text;
    return await judged(start, program, answer, { cwd: folder, env: clean, patience, mask });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unclear(why: string): CheckVerdict {
  return { kind: 'unclear', by: 'command', why };
}

function starter(file: string, extension: string, bytes: Uint8Array): readonly string[] | null {
  if (bytes[0] === 0x23 && bytes[1] === 0x21) return [file];
  return extension === '.mjs' || extension === '.js' ? [process.execPath, file] : null;
}

interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly patience: number;
  readonly mask: (text: string) => string;
}

function judged(
  [command = '', ...before]: readonly string[],
  { file, args }: CheckProgram,
  answer: string,
  { cwd, env, patience, mask }: Place,
): Promise<CheckVerdict> {
  return new Promise((resolve) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(command, [...before, ...args], { cwd, env, detached: true, stdio: 'pipe' });
    let output = '';
    let errors = '';
    const end = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        // It has ended by itself; some systems say so, others that it is nobody's any more.
        const gone =
          error instanceof Error && 'code' in error && ['ESRCH', 'EPERM'].includes(String(error.code));
        if (!gone) throw error;
      }
    };
    const timer = setTimeout(() => {
      end();
      // What left the group and holds the pipes open is not waited for.
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
      done(unclear(`${file} took longer than ${patience / 1000} s`));
    }, patience);
    const done = (verdict: CheckVerdict): void => {
      clearTimeout(timer);
      resolve(verdict);
    };
    child.stdout
      .setEncoding('utf8')
      .on('data', (text: string) => (output = (output + text).slice(-MOST_OUTPUT)));
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (errors = (errors + text).slice(-MOST_OUTPUT)));
    // A check that does not read its input is as good as one that does.
    child.stdin.on('error', () => undefined);
    child.stdin.end(answer);
    child.on('error', (error) => done(unclear(`${file} cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      end();
      const said = lastLine(mask(output)) ?? lastLine(mask(errors));
      if (signal !== null) done(unclear(`${file} was ended by ${signal}`));
      else if (NOT_STARTED.includes(code)) done(unclear(`${file} could not run (exit code ${code})`));
      else if (code === 0) done({ kind: 'pass', score: null });
      else
        done({
          kind: 'fail',
          by: 'command',
          reason: said ?? `${file} ended with exit code ${code}`,
          score: null,
        });
    });
  });
}
