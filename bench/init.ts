import { join } from 'node:path';
import { definition, InitScene, SHOP } from '../test/commands/init/scene.ts';
import { median, runNode } from './process.ts';

const RUNS = 9;
const LIMIT = 2;
const MANY = 500;

/** Prints what `init` takes through `dist/`: in a repository with six sub-agents, and in one with as many as are read. */
export function benchInit(root: string): void {
  const names = Array.from({ length: MANY }, (_, place) => `agent-${place}`);
  const many = names.map((name) => [`.claude/agents/${name}.md`, definition(name, 'haiku')] as const);
  for (const files of [SHOP, Object.fromEntries(many)]) {
    const seconds = Array.from({ length: RUNS }, () => {
      using scene = new InitScene(files);
      const run = runNode([join(root, 'dist/cli.js'), 'init', '--yes'], { cwd: scene.folder });
      if (run.exitCode !== 0) throw new Error('init did not write');
      return run.seconds;
    });
    const count = Object.keys(files).filter((path) => path.startsWith('.claude/')).length;
    console.log(
      `init with ${count} sub-agents: ${median(seconds).toFixed(2)} s (median of ${RUNS}, a Node start included; at most ${LIMIT})`,
    );
  }
}
