import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCheckCommand } from '../../../../src/commands/run/check/command.ts';
import type { CheckVerdict } from '../../../../src/commands/run/check/index.ts';
import { Secrets } from '../../../../src/surface/masking.ts';

const SECRET = 'sk-ant-planted-0123456789abcdef';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haiku-first-check-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function check(script: string, patience: number): Promise<CheckVerdict> {
  const program = { file: 'c.mjs', args: [], bytes: Buffer.from(script) };
  const env = { PATH: process.env.PATH, RUNNER_TEMP: folder };
  const secrets = new Secrets([SECRET]);
  return runCheckCommand(program, 'The answer.', { env, cwd: folder, secrets }, patience);
}

/** Starts a process that leaves the group, holds the output open, and writes down who it is. */
const LEFT_BEHIND = `import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'inherit' });
writeFileSync(process.env.HAIKU_FIRST_WORKSPACE + '/pid', String(child.pid));
child.unref();
`;

it.each([
  ['does not end', 'setInterval(() => {}, 1000);'],
  ['leaves something behind that holds its output open', LEFT_BEHIND],
])('a program that %s has not judged', async (what, script) => {
  try {
    expect(await check(script, 1500)).toEqual({
      kind: 'unclear',
      by: 'command',
      why: 'c.mjs took longer than 1.5 s',
    });
  } finally {
    if (what.startsWith('leaves')) process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')));
  }
});

it('shows no secret in a reason, and no part of one where it is cut', async () => {
  const script = `console.log('${'.'.repeat(490)}${SECRET}'); process.exit(1);`;
  const verdict = await check(script, 60_000);
  expect(verdict).toMatchObject({ kind: 'fail', reason: `${'.'.repeat(490)}***` });
});
