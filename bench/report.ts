/**
 * Fills a ledger with a year of records and prints how long the report of one week takes. Figure to keep: at most
 * 1 s out of 1,000,000 records. The ledger is a bare repository on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherReport, readRules, reportWeek } from '../src/gather/report.ts';
import { renderReportSummary } from '../src/render/usage/summary.ts';
import type { Outcome } from '../src/surface/outcome.ts';
import { benchFilter } from './filter.ts';
import { FIRST, fillYear, RECORDS, WEEK } from './year.ts';

const ROUNDS = 5;

/** Prints what the report of one week costs in a ledger of a year. */
export async function benchReport(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const path = join(home, 'ledger.git');
    execFileSync('git', ['init', '--quiet', '--bare', path]);
    await fillYear(path);
    // A week in the middle of the year: the weeks beside it are read, too.
    const now = new Date(FIRST + 30 * WEEK);
    const options = {
      allocation: 'allocation.yaml',
      exceptions: 'gone.yaml',
      ledger: path,
      githubToken: null,
      week: null,
    };
    const call = { options, surface: 'cli', env: process.env, cwd: root, now } as const;
    const rules = readRules(call);
    const week = reportWeek(call, rules);
    const asked = { week, workItem: null, jobs: null, others: [], figures: null };
    const seconds: number[] = [];
    let runs = 0;
    let summary: Outcome['summary'] = null;
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const report = await gatherReport(call, rules, asked, null);
      summary = renderReportSummary(report);
      seconds.push((performance.now() - start) / 1000);
      runs = report.runs;
    }
    const sorted = [...seconds].sort((a, b) => a - b);
    const middle = sorted[Math.floor(ROUNDS / 2)] ?? 0;
    const size = `${RECORDS.toLocaleString('en-US')} records a year, ${runs.toLocaleString('en-US')} runs in the week`;
    console.log(
      `report of one week: ${middle.toFixed(2)} s, first ${(seconds[0] ?? 0).toFixed(2)} s (${size}, ${summary?.length ?? 0} characters; at most 1 s)`,
    );
    await benchFilter(path, week, now);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchReport(join(import.meta.dirname, '..'));
