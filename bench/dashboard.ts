/**
 * Prints what `dashboard` takes for 100,000 records, and how large its page is, over a quarter and over a year. Figures to
 * keep: at most 3 s, and 1 MB. The ledgers are bare repositories on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, runNode } from './process.ts';
import { ALL_WEEKS, FIRST, fillYear, WEEK } from './year.ts';

const ROUNDS = 3;
const DASHBOARD_RECORDS = 100_000;

/** Prints what the page costs. */
export async function benchDashboard(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    for (const weeks of [12, 52]) {
      const path = join(home, `ledger-${weeks}.git`);
      execFileSync('git', ['init', '--quiet', '--bare', path]);
      await fillYear(path, ALL_WEEKS.slice(-weeks), (DASHBOARD_RECORDS * ALL_WEEKS.length) / weeks);
      // A page of records that lie elsewhere would be fast.
      const now = new Date(FIRST + 52 * WEEK - 1000).toISOString();
      const out = join(home, `page-${weeks}.html`);
      const args = ['dashboard', '--ledger', path, '--now', now, '--weeks', String(weeks), '--out', out];
      const runs = Array.from({ length: ROUNDS }, () =>
        runNode([join(root, 'dist/cli.js'), ...args], { cwd: root, memory: true }),
      );
      if (!/[1-9]\d+,\d{3} runs/.test(runs[0]?.stdout ?? ''))
        throw new Error(`no ledger was read: ${runs[0]?.stdout}`);
      const seconds = median(runs.map((run) => run.seconds));
      const megabytes = Math.max(...runs.map((run) => run.memory)) / 1e6;
      console.log(
        `dashboard: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB, page of ${(statSync(out).size / 1000).toFixed(0)} kB (${DASHBOARD_RECORDS.toLocaleString('en-US')} records in ${weeks} weeks; at most 3 s and 1,000 kB)`,
      );
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchDashboard(join(import.meta.dirname, '..'));
