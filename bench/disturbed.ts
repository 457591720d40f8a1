/** Prints how many first tries get through at a remote that fails in a fifth of its requests: `node bench/disturbed.ts SEED`. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disturb } from '../test/ledger/disturbed.ts';
import { serveGit } from '../test/ledger/http.ts';
import { median } from './process.ts';

const PROCESSES = 20;
const EACH = 5;
const SHARE = 0.2;
/** Of a hundred. */
const LEAST = 95;

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
const repository = join(folder, 'ledger.git');
const seconds: number[] = [];
const failures: string[] = [];

/** One record by a process of its own. */
async function record(run: number, cwd: string, ledger: string): Promise<void> {
  const args = ['--from', 'used.json', '--agent', 'TESTING', '--phase', 'EXEC', '--run', `${run}`];
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, 'record', ...args, '--ledger', ledger], {
    cwd,
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  seconds.push((performance.now() - begun) / 1000);
  if (code !== 0) failures.push(said);
}

async function writer(number: number, ledger: string): Promise<void> {
  const cwd = join(folder, `job-${number}`);
  mkdirSync(cwd);
  execFileSync('git', ['init', '--quiet', cwd]);
  copyFileSync(join(root, 'allocation.yaml'), join(cwd, 'allocation.yaml'));
  const used = [{ model: 'claude-sonnet-5-5', usage: { input_tokens: 5, output_tokens: 5 } }];
  writeFileSync(join(cwd, 'used.json'), JSON.stringify(used));
  for (let n = 1; n <= EACH; n += 1) await record(number * EACH + n, cwd, ledger);
}

try {
  execFileSync('git', ['init', '--quiet', '--bare', repository]);
  await using server = await serveGit(folder);
  await using proxy = await disturb(server.url, SHARE, Number(process.argv[2] ?? 1));
  const ledger = `${proxy.url}/ledger.git`;
  await Promise.all(Array.from({ length: PROCESSES }, (_, number) => writer(number, ledger)));
  const verify = [cli, 'ledger', 'verify', '--json', '--ledger', repository];
  const { entries, duplicates, problems } = JSON.parse(
    execFileSync(process.execPath, verify, { cwd: folder, encoding: 'utf8' }),
  );
  const all = PROCESSES * EACH;
  const kept = failures.filter((said) => said.includes('haiku-first ledger import')).length;
  console.log(
    `ledger, ${PROCESSES} processes at a remote that fails in ${SHARE * 100} % of its requests (${proxy.faults.length} faults): ${all - failures.length} of ${all} first tries got through, at least ${LEAST}; ${kept} of the other ${failures.length} say where the records are; ${entries} lines, ${duplicates} duplicates, ${problems.length} problems; ${median(seconds).toFixed(1)} s (median), ${Math.max(...seconds).toFixed(1)} s at most`,
  );
  for (const said of failures) console.log(said.trim());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
