/**
 * Fills a ledger with a year of records and prints how long the report of one week takes. Figure to keep: at most
 * 7 times as long as `resolve` without a ledger. It is a bare repository on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weekOf } from '../src/time/week.ts';
import { benchFilter } from './filter.ts';
import { pairedRatio, runNode } from './process.ts';
import { FIRST, fillYear, RECORDS, WEEK } from './year.ts';

const PAIRS = 7;
const LIMIT = 7;

/** Prints what the report of one week costs in a ledger of a year. */
export async function benchReport(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const path = join(home, 'ledger.git');
    execFileSync('git', ['init', '--quiet', '--bare', path]);
    await fillYear(path);
    // A week in the middle of the year: the weeks beside it are read, too.
    const now = new Date(FIRST + 30 * WEEK);
    const cli = (...line: readonly string[]) => runNode([join(root, 'dist/cli.js'), ...line], { cwd: root });
    const instant = now.toISOString().replace('.000', '');
    const report = () => cli('report', '--ledger', path, '--now', instant);
    const { stdout } = report();
    if (!/ in [1-9][\d,]* runs/.test(stdout)) throw new Error(`report read no ledger: ${stdout}`);
    const none = () => cli('resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none');
    const { ratio, a, b } = pairedRatio(none, report, PAIRS);
    const ms = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`;
    console.log(
      `report of one week of ${RECORDS.toLocaleString('en-US')} records: ${ratio.toFixed(2)} × resolve --ledger none (${ms(b)} : ${ms(a)}, median of ${PAIRS} pairs; at most ${LIMIT})`,
    );
    await benchFilter(path, weekOf(now, 'UTC'), now);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchReport(join(import.meta.dirname, '..'));
