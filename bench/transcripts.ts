/**
 * Reads 1 GB of generated transcripts through the bundle, as a person does who calls `record --from`: in 200 files, and
 * in one. Where CCUSAGE names the program of `@ccusage/ccusage-linux-x64` (20.0.24 or later, native), it is measured in
 * turn. Figures to keep: at most half its wall time, the same totals, every file, at most 400 MB.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './process.ts';
import { writeTranscripts } from './written-transcripts.ts';

const LINES = Number(process.env.LINES ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 5);

interface Reading {
  readonly seconds: number;
  /** Of the whole process, in bytes. */
  readonly memory: number;
  readonly cpu: number;
  /** Input, output, cache reads, cache writes. */
  readonly totals: readonly number[];
}

/** Runs a program with what it takes of time and memory, as GNU time tells. */
function timed(command: readonly string[], folder: string, env: NodeJS.ProcessEnv) {
  const report = join(folder, 'time.txt');
  const start = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', '%M %U %S', '-o', report, ...command], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`${command[0]} ended with ${run.status}: ${run.stderr.slice(-400)}`);
  const [kilobytes = 0, user = 0, system = 0] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { seconds, memory: kilobytes * 1024, cpu: user + system, stdout: run.stdout };
}

function ours(root: string, folder: string, data: string): Reading {
  const args = [
    'record',
    '--from',
    data,
    '--agent',
    'TESTING',
    '--phase',
    'EXEC',
    '--ledger',
    'none',
    '--json',
  ];
  const run = timed([process.execPath, join(root, 'dist/cli.js'), ...args], folder, {});
  const totals = [0, 0, 0, 0];
  const { records }: { records: readonly { tokens: Record<string, number> | null }[] } = JSON.parse(
    run.stdout,
  );
  for (const { tokens } of records) {
    const { input = 0, output = 0, cache_read = 0, cache_write_5m = 0, cache_write_1h = 0 } = tokens ?? {};
    const own = [input, output, cache_read, cache_write_5m + cache_write_1h];
    own.forEach((count, place) => {
      totals[place] = (totals[place] ?? 0) + count;
    });
  }
  return { ...run, totals };
}

function theirs(program: string, folder: string, data: string): Reading {
  const run = timed([program, 'claude', 'daily', '--json', '--offline'], folder, { CLAUDE_CONFIG_DIR: data });
  const { totals } = JSON.parse(run.stdout);
  const { inputTokens, outputTokens, cacheReadTokens, cacheCreationTokens } = totals;
  return { ...run, totals: [inputTokens, outputTokens, cacheReadTokens, cacheCreationTokens] };
}

function measure(root: string, folder: string, data: string, name: string): void {
  const program = process.env.CCUSAGE;
  const pairs = Array.from({ length: ROUNDS }, () => ({
    own: ours(root, folder, data),
    other: program === undefined ? null : theirs(program, folder, data),
  }));
  const own = pairs.map((pair) => pair.own);
  const memory = Math.max(...own.map((reading) => reading.memory)) / 1e6;
  const seconds = median(own.map((reading) => reading.seconds));
  const cpu = median(own.map((reading) => reading.cpu));
  console.log(
    `record of ${name}: ${seconds.toFixed(2)} s (${cpu.toFixed(1)} s of CPU), ${memory.toFixed(0)} MB at most (at most 400)`,
  );
  const others = pairs.flatMap(({ other }) => (other === null ? [] : [other]));
  if (others.length === 0) {
    console.log('  ccusage: not measured, CCUSAGE does not name its program');
    return;
  }
  const ratio = median(pairs.map((pair) => pair.own.seconds / (pair.other?.seconds ?? Number.NaN)));
  const work = median(pairs.map((pair) => pair.own.cpu / (pair.other?.cpu ?? Number.NaN)));
  const other = median(others.map((reading) => reading.seconds));
  const same = pairs.every((pair) => String(pair.own.totals) === String(pair.other?.totals));
  console.log(
    `  ${ratio.toFixed(2)} × ccusage (${other.toFixed(2)} s; at most 0.50), ${work.toFixed(2)} × its CPU time, totals ${same ? 'equal' : 'DIFFERENT'}`,
  );
}

/** Prints what it costs to record what a gigabyte of transcripts shows. */
export function benchTranscripts(root: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    copyFileSync(join(root, 'allocation.yaml'), join(folder, 'allocation.yaml'));
    const many = join(folder, 'many');
    const megabytes = Math.round(writeTranscripts(many, LINES, 1000) / 1e6);
    const paths = readdirSync(many, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.jsonl'))
      .sort()
      .map((path) => join(many, path));
    measure(root, folder, many, `${megabytes} MB of transcripts in ${paths.length} files`);
    const one = join(folder, 'one');
    mkdirSync(join(one, 'projects/-work'), { recursive: true });
    for (const path of paths) {
      writeFileSync(join(one, 'projects/-work/one.jsonl'), readFileSync(path), { flag: 'a' });
      rmSync(path);
    }
    measure(root, folder, one, `${megabytes} MB of transcripts in one file`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) benchTranscripts(join(import.meta.dirname, '..'));
