/**
 * Fills the ledgers of sixty repositories with a week each and prints how long one report over all of them takes. Figure
 * to keep: at most 15 s on two cores. They are bare repositories on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, runNode } from './process.ts';
import { FIRST, fillYear, WEEK } from './year.ts';

const REPOSITORIES = 60;
const PER_WEEK = 300;
const TIMES = 5;
const LIMIT_SECONDS = 15;

/** Prints what one report over many repositories takes. */
export async function benchOrganisation(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const paths = Array.from({ length: REPOSITORIES }, (_, index) => join(home, `r${index}.git`));
    for (const path of paths) {
      execFileSync('git', ['init', '--quiet', '--bare', path]);
      await fillYear(path, [29, 30], PER_WEEK * 52);
    }
    const now = new Date(FIRST + 31 * WEEK - 1000).toISOString().replace(/\.\d+/, '');
    const line = ['report', '--org', '--repositories', paths.join(','), '--now', now];
    const report = () => runNode([join(root, 'dist/cli.js'), ...line], { cwd: root, memory: true });
    const { stdout, exitCode } = report();
    if (exitCode !== 0 || !stdout.includes(`${REPOSITORIES} repositories`))
      throw new Error(`not every ledger was read: ${stdout}`);
    const runs = Array.from({ length: TIMES }, report);
    const seconds = median(runs.map((run) => run.seconds));
    const megabytes = Math.max(...runs.map((run) => run.memory)) / 1e6;
    console.log(
      `report over ${REPOSITORIES} repositories of ${PER_WEEK} records a week: ${seconds.toFixed(1)} s (median of ${TIMES}; at most ${LIMIT_SECONDS} s), ${megabytes.toFixed(0)} MB`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchOrganisation(join(import.meta.dirname, '..'));
