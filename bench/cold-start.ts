import { join } from 'node:path';
import { pairedRatio, runNode } from './process.ts';

const PAIRS = 21;
const LIMIT = 3;

/** Prints what `resolve` costs from a cold start through `dist/`, without a ledger, against a Node that does nothing. */
export function benchColdStart(root: string): void {
  const nothing = () => runNode(['-e', '0'], { cwd: root });
  const cli = () =>
    runNode(
      [join(root, 'dist/cli.js'), 'resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none'],
      { cwd: root },
    );
  const { ratio, a, b } = pairedRatio(nothing, cli, PAIRS);
  if (cli().exitCode !== 0) throw new Error('resolve did not answer');
  const ms = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`;
  console.log(
    `cold start of resolve: ${ratio.toFixed(2)} × node -e 0 (${ms(b)} : ${ms(a)}, median of ${PAIRS} pairs; at most ${LIMIT})`,
  );
}
