import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedAllocation } from './generated-allocation.ts';
import { median, runNode } from './process.ts';

const RUNS = 5;
const PHASES = 10;

/** Prints what `check` costs as the allocation grows: time, memory, and time for each cell. */
export function benchCheck(root: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    console.log(
      `check, ${PHASES} phases, one floor for every 5 agents, median of ${RUNS} runs (at most 2 s and 300 MB for 1,000 agents):`,
    );
    for (const agents of [10, 100, 1000]) {
      const text = generatedAllocation(agents);
      writeFileSync(join(folder, 'base.yaml'), text);
      writeFileSync(join(folder, 'head.yaml'), text.replace('tokens: 1000000', 'tokens: 1000001'));
      const run = () =>
        runNode(
          [join(root, 'dist/cli.js'), 'check', '--base', 'base.yaml', '--head', 'head.yaml', '--json'],
          { cwd: folder, memory: true },
        );
      const runs = Array.from({ length: RUNS }, run);
      const [first] = runs;
      if (first === undefined || first.exitCode !== 0)
        throw new Error(`check did not pass: ${first?.stdout.slice(0, 400)}`);
      const document: { readonly situations: number } = JSON.parse(first.stdout);
      const seconds = median(runs.map((each) => each.seconds));
      const memory = median(runs.map((each) => each.memory));
      const perCell = (seconds / (agents * PHASES)) * 1e6;
      const cells = (agents * PHASES).toLocaleString('en');
      console.log(
        `  ${String(agents).padStart(5)} agents, ${cells} cells: ${seconds.toFixed(2)} s, ${(memory / 1e6).toFixed(0)} MB, ${perCell.toFixed(0)} µs a cell, ${document.situations.toLocaleString('en')} situations`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
