import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { machineNode } from '../test/support/machine-node.ts';
import { pairedRatio, runNode } from './process.ts';

const PAIRS = 41;
const LIMIT = 2.5;

function benchNode(root: string, node: string): void {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const nothing = () => runNode(['-e', '0'], { cwd: root, node });
  const line = ['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none'];
  const cli = () => runNode([join(root, 'dist/cli.js'), ...line], { cwd: root, node });
  const { ratio, a, b } = pairedRatio(nothing, cli, PAIRS);
  if (cli().exitCode !== 0) throw new Error('resolve did not answer');
  const ms = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`;
  console.log(
    `cold start of resolve on Node ${version}: ${ratio.toFixed(2)} × node -e 0 (${ms(b)} : ${ms(a)}, median of ${PAIRS} pairs; at most ${LIMIT})`,
  );
}

/**
 * Prints what `resolve` costs from a cold start through `dist/`, without a ledger, against a Node that does nothing: on
 * the Action's Node and on the machine's own.
 */
export async function benchColdStart(root: string): Promise<void> {
  for (const node of new Set([process.execPath, await machineNode()])) benchNode(root, node);
}
