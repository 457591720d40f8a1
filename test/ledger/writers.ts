import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface WriterResult {
  readonly written: number;
  readonly duplicates: number;
  readonly pushes: number;
  /** From the common start to the end of this writer. */
  readonly ms: number;
}

export const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Where the writers keep their modules compiled: to compile them takes a writer longer than to write. */
export const COMPILED = mkdtempSync(join(tmpdir(), 'haiku-first-compiled-'));
process.once('exit', () => rmSync(COMPILED, { recursive: true, force: true }));

/** Starts `count` processes that all write `each` records to `location` as soon as the last of them is ready. */
export async function writeAtOnce(
  count: number,
  each: number,
  location: string,
  cwd: string,
): Promise<readonly WriterResult[]> {
  let waiting = count;
  const go: (() => void)[] = [];
  const ready = (): void => {
    waiting -= 1;
    if (waiting === 0) for (const each of go) each();
  };
  return Promise.all(
    Array.from({ length: count }, (_, index) => {
      const work = JSON.stringify([location, cwd, `writer-${index}`, each]);
      return new Promise<WriterResult>((resolve, reject) => {
        const child = spawn(process.execPath, [WORKER, work], {
          env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
          stdio: 'pipe',
        });
        go.push(() => child.stdin.end());
        child.stdout.once('data', ready);
        let output = '';
        let error = '';
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
        child.stderr.on('data', (chunk: Buffer) => {
          error += chunk.toString();
        });
        child.on('close', (code) => {
          if (code === 0) resolve(JSON.parse(output) as WriterResult);
          else reject(new Error(`writer ${index} ended with ${code}: ${error}`));
        });
      });
    }),
  );
}
