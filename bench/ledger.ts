import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withCounts } from '../src/ledger/counts.ts';
import type { LedgerEntry } from '../src/ledger/index.ts';
import { openLedger } from '../src/ledger/index.ts';
import { dayFolder, filesOf } from '../src/ledger/layout.ts';
import { dateOf, type IsoWeek } from '../src/time/week.ts';
import { readStoredLine } from '../src/usage/records/ledger-line.ts';
import { recordLine } from '../src/usage/records/record.ts';
import { checkRecord } from '../src/usage/records/record-check.ts';
import { serveGit } from '../test/ledger/http.ts';
import { writeAtOnce } from '../test/ledger/writers.ts';
import { median, runNode } from './process.ts';

const RECORDS = 1_000_000;
const PER_RUN = 20;
const APPENDS = 10_000;
const WRITERS = 64;
const BRANCH = 'haiku-first-ledger';
const YEAR = Date.UTC(2026, 0, 1);
const YEAR_MS = 365 * 86_400_000;
const LIMITS = { weekSeconds: 1, megabytes: 10 };

/** Prints what the ledger costs: reading one week of a year, the size of many appends, and many writers at once. */
export async function benchLedger(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    await benchSize(bare(folder, 'size.git'));
    await benchWriters(folder);
    await benchWeek(bare(folder, 'year.git'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(repository: string, ...args: string[]): string {
  return execFileSync('git', ['--git-dir', repository, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
}

function bare(folder: string, name: string): string {
  const path = join(folder, name);
  execFileSync('git', ['init', '--quiet', '--bare', path]);
  return path;
}

/** Like those of GitHub. */
function runId(run: number): string {
  return String(19_000_000_000 + run * 7919);
}

/** A record like those of real jobs: every field filled, ids and figures that do not repeat. */
function record(index: number, run: number, at: number): LedgerEntry {
  const agents = ['SECURITY', 'TESTING', 'VALIDATION', 'QUICKFIX', 'STORIES', 'GITHUB', 'RISK', 'RESEARCH'];
  const model = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'][index % 3];
  const tier = ['haiku', 'sonnet', 'opus'][index % 3];
  const checked = checkRecord({
    schema: 'haiku-first/usage@1',
    at: new Date(at).toISOString().replace('.000', ''),
    repository: 'octo/demo',
    run: { id: runId(run), attempt: 1, job: `agents (${index % PER_RUN})` },
    session: ((index * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0'),
    parent: null,
    work_item: `pr-${run % 5000}`,
    agent: agents[index % agents.length],
    phase: ['LEAD', 'PLAN', 'EXEC'][index % 3],
    attempt: 1,
    tier_assigned: tier,
    model_requested: model,
    model_used: model,
    tier_used: tier,
    auxiliary: false,
    critical: index % 9 === 0,
    tokens: {
      input: (index * 37) % 9001,
      output: (index * 101) % 12_007,
      cache_read: (index * 7919) % 900_001,
      cache_write_5m: (index * 31) % 50_021,
      cache_write_1h: 0,
    },
    max_prompt_tokens: (index * 7) % 200_003,
    cost_microusd: (index * 389) % 2_000_003,
    cost_basis: 'computed',
    price_table: '2026-11-23',
    duration_ms: (index * 53) % 600_011,
    turns: index % 40,
    outcome: 'pass',
    measured: 'full',
    source: 'claude-code-result',
    task: { lines_changed: index % 700, labels: ['bug'] },
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return { line: recordLine(checked.value), id: checked.value.id, at: checked.value.at };
}

/** The same files, folders and (where asked for) commits as the program itself would make, by `git fast-import`. */
async function importRuns(
  repository: string,
  runs: number,
  perRun: number,
  commitEach: boolean,
): Promise<void> {
  const child = spawn('git', ['--git-dir', repository, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const closed = once(child, 'close');
  const head = (run: number): string => {
    const message = withCounts(`Add ${perRun} records of run ${runId(run)}-1 [skip ci]\n`, counts);
    const who = `haiku-first <ledger@haiku-first.invalid> ${Math.floor(YEAR / 1000) + run} +0000`;
    return `commit refs/heads/${BRANCH}\ncommitter ${who}\ndata ${message.length}\n${message}\n`;
  };
  const counts = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    const at = YEAR + Math.floor(((run + 0.5) / runs) * YEAR_MS);
    const day = dayFolder(dateOf(new Date(at)));
    counts.set(day, (counts.get(day) ?? 0) + 1);
    const entries = Array.from({ length: perRun }, (_, index) =>
      record(run * perRun + index, run, Math.floor(at / 1000) * 1000),
    );
    let text = commitEach || run === 0 ? head(run) : '';
    for (const file of filesOf(entries, { run: runId(run), attempt: 1 })) {
      text += `M 100644 inline ${file.path}\ndata ${file.bytes.length}\n${Buffer.from(file.bytes).toString()}\n`;
    }
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await closed;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}

async function benchSize(repository: string): Promise<void> {
  await importRuns(repository, APPENDS, 1, true);
  git(repository, 'gc', '--quiet', '--prune=now');
  const size = /size-pack: (\d+)/.exec(git(repository, 'count-objects', '-v'))?.[1];
  const megabytes = (Number(size) * 1024) / 1e6;
  console.log(
    `ledger, ${APPENDS.toLocaleString('en')} appends over a year (one commit each, by fast-import), after gc: ${megabytes.toFixed(1)} MB, ${(megabytes / LIMITS.megabytes).toFixed(2)} × the limit of ${LIMITS.megabytes} MB`,
  );
}

async function benchWriters(folder: string): Promise<void> {
  await using server = await serveGit(folder);
  const paths = { 'a path': 'path.git', 'git http-backend': 'http.git' };
  for (const [kind, name] of Object.entries(paths)) {
    const repository = bare(folder, name);
    git(repository, 'config', 'uploadpack.allowFilter', 'true');
    const location = kind === 'a path' ? repository : `${server.url}/${name}`;
    const results = await writeAtOnce(WRITERS, 3, location, folder);
    const seconds = Math.max(...results.map(({ ms }) => ms)) / 1000;
    const pushes = results.reduce((sum, result) => sum + result.pushes, 0);
    const commits = git(repository, 'rev-list', '--count', BRANCH);
    console.log(
      `ledger, ${WRITERS} writers at once over ${kind}: ${seconds.toFixed(1)} s, ${pushes} pushes for ${commits} commits`,
    );
  }
}

/** Each time by a process of its own, as a job would: nothing is warm. */
async function benchWeek(repository: string): Promise<void> {
  await importRuns(repository, RECORDS / PER_RUN, PER_RUN, false);
  const times: number[] = [];
  let entries = 0;
  for (let run = 0; run < 5; run += 1) {
    const { stdout, exitCode } = runNode([import.meta.filename, repository], { cwd: repository });
    if (exitCode !== 0) throw new Error('the week could not be read');
    const [seconds, count] = stdout.split(' ').map(Number);
    times.push(seconds ?? Number.NaN);
    entries = count ?? 0;
  }
  const seconds = median(times);
  console.log(
    `ledger, one week (${entries.toLocaleString('en')} records) of ${RECORDS.toLocaleString('en')} over a year, opened, read and checked: ${seconds.toFixed(2)} s (median of ${times.length}), ${(seconds / LIMITS.weekSeconds).toFixed(2)} × the limit of ${LIMITS.weekSeconds} s`,
  );
}

/** Prints how many seconds the week took, and how many records it holds. */
async function readWeek(repository: string): Promise<void> {
  const begun = performance.now();
  const ledger = await openLedger({
    location: repository,
    cwd: repository,
    env: { PATH: process.env.PATH },
    unwrittenDir: repository,
    readLine: readStoredLine,
    pace: {
      sleep: (ms) => sleep(ms).then(() => undefined),
      random: Math.random,
      monotonic: () => performance.now(),
      now: () => new Date(YEAR),
    },
  });
  const reading = await ledger.readWeek('2026-W28' as IsoWeek, 'Europe/Berlin');
  console.log((performance.now() - begun) / 1000, reading.entries.length);
  if (reading.problems.length > 0) throw new Error(reading.problems[0]?.what);
  await ledger.close();
}

if (process.argv[1] === import.meta.filename) {
  const [, , repository] = process.argv;
  await (repository === undefined ? benchLedger() : readWeek(repository));
}
