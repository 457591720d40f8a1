import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/surface/failure.ts';

describe('what a machine ran out of', () => {
  it('is named, and is no bug: file handles, from the system itself', () => {
    const script = `
      import { openSync } from 'node:fs';
      import { createGit } from './src/git/local/index.ts';
      import { failureOf } from './src/surface/failure.ts';
      const git = createGit(process.env);
      try { for (;;) openSync('/dev/null'); } catch (error) { console.log(JSON.stringify(failureOf(error).problems)); }
      await git({ args: ['version'] }).catch((error) => console.log(JSON.stringify(failureOf(error).problems)));
    `;
    const command = 'ulimit -n 256 && exec "$0" --input-type=module-typescript -e "$1"';
    const said = execFileSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8' });
    const [first, second] = said.trim().split('\n');
    expect(first).toMatch(/no file handles left \(EMFILE\).*ulimit -n/);
    expect(second).toMatch(/no file handles left \(EMFILE\).*ulimit -n/);
  });

  it('is not said of any other error', () => {
    expect(failureOf(new RangeError('odd')).problems[0]?.what).toContain('bug in haiku-first');
  });
});
