/**
 * Reads 1 GB of generated transcripts and prints how long it took, against `ccusage` when CCUSAGE names its binary
 * (20.0.24, native). Figures to keep: at most half its wall time, the same token totals, at most 400 MB.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { transcriptPaths } from '../src/job/session-files.ts';
import { aggregateInThreads } from '../src/job/transcripts/threads.ts';
import { shippedModels } from '../src/usage/models/shipped.ts';
import { writeTranscripts } from './transcripts.ts';

const LINES = Number(process.env.LINES ?? 1_000_000);
const ROUNDS = 3;
const worker = new URL('../src/job/transcripts/worker.ts', import.meta.url);

/** In a process of its own, so that start-up counts and the memory is that of reading alone. */
function ours(folder: string): readonly number[] {
  const text = execFileSync(process.execPath, [import.meta.filename, '--read', folder], { encoding: 'utf8' });
  const { tokens, megabytes } = JSON.parse(text);
  memory = Math.max(memory, megabytes);
  return tokens;
}

let memory = 0;

async function read(folder: string): Promise<void> {
  const paths = transcriptPaths(folder);
  const { rows } = await aggregateInThreads(paths, shippedModels(), availableParallelism(), worker);
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const tokens = [
    sum(({ tokens }) => tokens.input),
    sum(({ tokens }) => tokens.output),
    sum(({ tokens }) => tokens.cacheRead),
    sum(({ tokens }) => tokens.cacheWrite5m + tokens.cacheWrite1h),
  ];
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ tokens, megabytes }));
}

function theirs(binary: string, folder: string): readonly number[] {
  const text = execFileSync(binary, ['claude', 'daily', '--json', '--offline'], {
    env: { ...process.env, CLAUDE_CONFIG_DIR: folder },
    maxBuffer: 1 << 28,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { totals } = JSON.parse(text);
  return [totals.inputTokens, totals.outputTokens, totals.cacheReadTokens, totals.cacheCreationTokens];
}

/** The best of a few rounds, in seconds: what the machine does besides only ever adds. */
function timed(what: () => readonly number[]): [number, string] {
  let best = Number.POSITIVE_INFINITY;
  let answer = '';
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    answer = what().join('/');
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return [best, answer];
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const bytes = writeTranscripts(folder, LINES, 1000);
    const [seconds, tokens] = timed(() => ours(folder));
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `${Math.round(bytes / 1e6)} MB of transcripts: ${seconds.toFixed(2)} s, ${memory} MB, tokens ${tokens}`,
    );
    const binary = process.env.CCUSAGE;
    if (binary === undefined) {
      console.log('ccusage: not measured, CCUSAGE does not name its binary');
      return;
    }
    const [other, otherTokens] = timed(() => theirs(binary, folder));
    console.log(`ccusage: ${other.toFixed(2)} s, tokens ${otherTokens}`);
    console.log(
      `ratio ${(seconds / other).toFixed(2)} (at most 0.50), totals ${tokens === otherTokens ? 'equal' : 'DIFFERENT'}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const folder = process.argv[2] === '--read' ? process.argv[3] : undefined;
if (folder === undefined) main();
else await read(folder);
