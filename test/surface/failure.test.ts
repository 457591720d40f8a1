import { execFileSync, spawnSync } from 'node:child_process';
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

  it.each([
    [
      'runCli',
      '2>&1 1>/dev/full',
      /^error: Standard output could not be written .* no space left on the disk \(ENOSPC\)/,
    ],
    ['runAction', '2>&1', /The file of the step's outputs could not be written .* no space left/],
  ])('is named with what is full: %s', (entry, to, said) => {
    const script = `
      import { ${entry} } from './src/main.ts';
      process.argv.push('cli', 'resolve', '--agent', 'API', '--phase', 'EXEC', '--ledger', 'none');
      await ${entry}();
    `;
    const command = `"$0" --input-type=module-typescript -e "$1" ${to}`;
    const shown = spawnSync('sh', ['-c', command, process.execPath, script], {
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_OUTPUT: '/dev/full',
        INPUT_COMMAND: 'resolve',
        INPUT_AGENT: 'API',
        INPUT_PHASE: 'EXEC',
        INPUT_LEDGER: 'none',
      },
    });
    expect(shown.stdout).toMatch(said);
    expect(shown.stdout).not.toContain('bug in haiku-first');
  });

  it('is not said of any other error', () => {
    expect(failureOf(new RangeError('odd')).problems[0]?.what).toContain('bug in haiku-first');
  });
});
