/**
 * Prints what `resolve` takes with the ledger of a full week, as of a year of 1,000,000 records. Figure to keep: at most
 * 3 times as long as without a ledger. It is a bare repository on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairedRatio, runNode } from './process.ts';
import { FIRST, fillYear, WEEK } from './year.ts';

const PAIRS = 11;
const LIMIT = 3;
/** The week that is decided in, by its number in the year. */
const NUMBER = 26;

/** `dist/cli.js` with the ledger against `--ledger none`, in turn. */
export async function benchResolve(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const path = join(home, 'ledger.git');
    execFileSync('git', ['init', '--quiet', '--bare', path]);
    await fillYear(path, [NUMBER - 1, NUMBER, NUMBER + 1]);
    const now = new Date(FIRST + (NUMBER + 1) * WEEK - 60_000).toISOString().replace('.000', '');
    const resolve = (ledger: string) =>
      runNode(
        [
          ...[join(root, 'dist/cli.js'), 'resolve', '--agent', 'SECURITY', '--phase', 'EXEC'],
          ...['--ledger', ledger, '--now', now],
        ],
        { cwd: root },
      );
    const { stdout } = resolve(path);
    if (!/ tokens \(\d+/.test(stdout)) throw new Error(`resolve read no ledger: ${stdout}`);
    const { ratio, a, b } = pairedRatio(
      () => resolve('none'),
      () => resolve(path),
      PAIRS,
    );
    const ms = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`;
    console.log(
      `resolve with a full week: ${ratio.toFixed(2)} × resolve --ledger none (${ms(b)} : ${ms(a)}, median of ${PAIRS} pairs; at most ${LIMIT})`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchResolve(join(import.meta.dirname, '..'));
