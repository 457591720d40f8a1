import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACTION, InitScene, SHOP } from '../commands/init/scene.ts';
import { runProcess } from '../support/bundle.ts';
import { wordsOf } from '../support/claude-args.ts';
import { startMessages } from './messages-api.ts';
import { runClient } from './run-client.ts';

const program = join(import.meta.dirname, '../../dist/cli.js');

it.each([
  ['docs-writer', 'claude-haiku-5-5'],
  ['planner', 'claude-sonnet-5-5'],
  ['api', 'claude-opus-5-5'],
  ['Release', 'claude-sonnet-5-5'],
  // Its file says haiku.
  ['security-reviewer', 'claude-opus-5-5'],
])('what init drafts starts the sub-agent %s on %s', async (type, model) => {
  using scene = new InitScene(SHOP);
  await using api = await startMessages({ type, model: null });
  const here = { cwd: scene.folder, env: { ...scene.env, ANTHROPIC_BASE_URL: api.url } };
  const cli = (...args: readonly string[]) => runProcess(process.execPath, [program, ...args], here);
  expect(await cli('init', '--yes', '--action', ACTION)).toMatchObject({ status: 0, stderr: '' });
  scene.commit();
  expect(await cli('check')).toMatchObject({ status: 0 });
  const line = ['resolve', '--agent', 'TEST-WRITER', '--phase', 'RUN', '--ledger', 'none', '--json'];
  const resolved = await cli(...line);
  expect(resolved).toMatchObject({ status: 0, stderr: '' });
  const ended = await runClient(wordsOf(JSON.parse(resolved.stdout).claudeArgs), here);
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  const of = (who: 'main' | 'sub'): string[] => [
    ...new Set(api.asked.filter((each) => each.who === who).map((each) => each.model)),
  ];
  expect({ main: of('main'), sub: of('sub') }).toEqual({ main: ['claude-sonnet-5-5'], sub: [model] });
});
