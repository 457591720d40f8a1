import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface WriterResult {
  readonly written: number;
  readonly duplicates: number;
  readonly pushes: number;
  /** From the common start to the end of this writer. */
  readonly ms: number;
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Starts `count` processes that all write `each` records to `location` at the same moment. */
export async function writeAtOnce(
  count: number,
  each: number,
  location: string,
  cwd: string,
  warmUpMs: number,
): Promise<readonly WriterResult[]> {
  const start = Date.now() + warmUpMs;
  return Promise.all(
    Array.from({ length: count }, (_, index) => {
      const work = JSON.stringify([location, cwd, `writer-${index}`, each, start]);
      return new Promise<WriterResult>((resolve, reject) => {
        const child = spawn(process.execPath, [WORKER, work], { stdio: ['ignore', 'pipe', 'pipe'] });
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
