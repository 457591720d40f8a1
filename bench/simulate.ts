/**
 * Prints what `simulate` takes over the ledgers of two years. Figures to keep: 10,000 records in less than 1 s,
 * 1,000,000 in at most 10 s and 500 MB. The ledgers are bare repositories on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, runNode } from './process.ts';
import { ALL_WEEKS, FIRST, fillYear, RECORDS, WEEK } from './year.ts';

const ROUNDS = 3;

/** Prints what a what-if costs in ledgers of a year. */
export async function benchSimulate(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const text = readFileSync(join(root, 'allocation.yaml'), 'utf8');
    const [base, head] = [join(home, 'base.yaml'), join(home, 'head.yaml')];
    writeFileSync(base, text);
    writeFileSync(head, text.replace(/( {2}TESTING:\n {4}default: )\w+/, '$1opus'));
    for (const records of [10_000, RECORDS]) {
      const path = join(home, `ledger-${records}.git`);
      execFileSync('git', ['init', '--quiet', '--bare', path]);
      await fillYear(path, ALL_WEEKS, records);
      const now = new Date(FIRST + 52 * WEEK - 1000).toISOString();
      const args = ['simulate', '--base', base, '--head', head, '--ledger', path, '--now', now];
      const runs = Array.from({ length: ROUNDS }, () =>
        runNode([join(root, 'dist/cli.js'), ...args], { cwd: root, memory: true }),
      );
      const seconds = median(runs.map((run) => run.seconds));
      const megabytes = Math.max(...runs.map((run) => run.memory)) / 1e6;
      const limit = records > 10_000 ? 'at most 10 s and 500 MB' : 'less than 1 s';
      console.log(
        `simulate: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB (${records.toLocaleString('en-US')} records; ${limit})`,
      );
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchSimulate(join(import.meta.dirname, '..'));
