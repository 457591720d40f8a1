import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { runProcess } from '../support/bundle.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { startMessages } from './messages-api.ts';

// What the real client leaves, read as `record` reads it. CLAUDE_CLIENT: see session.test.ts.
const CLIENT = process.env.CLAUDE_CLIENT ?? '';
const HAIKU = 'claude-haiku-5-5';
const OPUS = 'claude-opus-5-5';

interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly start?: string;
}

/** Runs a session that nothing locks, and records it as TESTING's or SECURITY's: from its messages, and with its files. */
async function recorded({ files, args, start }: Given, agent: string) {
  using job = JobScene.atDesk({ allocation: ALLOCATION.replace('[x]', '[security-agent]') });
  await using api = await startMessages(start === undefined ? null : { type: start, model: null });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(job.checkout, path)), { recursive: true });
    writeFileSync(join(job.checkout, path), text);
  }
  const words = ['-p', 'MAIN: work.', '--output-format', 'stream-json', '--verbose', ...args];
  const ended = await runProcess(CLIENT, words, {
    cwd: job.checkout,
    env: {
      ...job.env,
      ANTHROPIC_BASE_URL: api.url,
      ANTHROPIC_API_KEY: 'dummy',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_TELEMETRY: '1',
      DISABLE_AUTOUPDATER: '1',
    },
    timeout: 60_000,
  });
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  const messages = job.write('stream.jsonl', ended.stdout);
  const all = ['--from', messages, '--from', join(job.home, '.claude/projects')];
  const now = ['--now', new Date().toISOString().replace(/\.\d+/, '')];
  const found = await job.json([
    'record',
    ...all,
    '--agent',
    agent,
    '--phase',
    'EXEC',
    '--ledger',
    'none',
    ...now,
  ]);
  const uses = found.records
    .map(({ agent: who, model_used, auxiliary, tokens, sub_agents }: UsageRecord) => ({
      is: `${who} ${model_used}${auxiliary ? ' (client)' : ''}`,
      input: tokens?.input,
      ...(sub_agents === undefined ? {} : { sub_agents }),
    }))
    .sort((a: { is: string }, b: { is: string }) => (a.is < b.is ? -1 : 1));
  // Each answer of the API has ten.
  const ofMain = 10 * api.asked.filter(({ who }) => who === 'main').length;
  return { uses, ofMain };
}

function settings(value: object): Readonly<Record<string, string>> {
  return { '.claude/settings.json': JSON.stringify(value) };
}

function definition(model: string): string {
  return `---\nname: security-agent\ndescription: Reviews.\nmodel: ${model}\n---\nSUB: review.\n`;
}

it.each([
  ['modelOverrides', settings({ modelOverrides: { [OPUS]: HAIKU } })],
  ['another body', settings({ env: { CLAUDE_CODE_EXTRA_BODY: JSON.stringify({ model: HAIKU }) } })],
])('is one record of what answered, with %s', async (_, files) => {
  const { uses } = await recorded({ files, args: ['--model', OPUS] }, 'SECURITY');
  expect(uses).toEqual([{ is: `SECURITY ${HAIKU}`, input: 10 }]);
});

it('is what answered for a sub-agent, too', async () => {
  const files = {
    ...settings({ modelOverrides: { [OPUS]: HAIKU } }),
    '.claude/agents/security.md': definition(OPUS),
  };
  const args = ['--model', 'claude-sonnet-5-5'];
  const { uses, ofMain } = await recorded({ files, args, start: 'security-agent' }, 'TESTING');
  expect(uses).toEqual([
    { is: `SECURITY ${HAIKU}`, input: 10 },
    { is: 'TESTING claude-sonnet-5-5', input: ofMain },
  ]);
});

it.each([
  'anthropic/claude-opus-5-5',
  'litellm/claude-opus-5-5',
  'claude-opus-5-5-20260922',
  'vertex_ai/claude-opus-5-5',
])('is the model that the client says %s is', async (model) => {
  const { uses } = await recorded({ files: {}, args: ['--model', model] }, 'SECURITY');
  expect(uses).toEqual([{ is: `SECURITY ${OPUS}`, input: 10 }]);
});

it('names a plugin’s sub-agent', async () => {
  const files = {
    'plugin/.claude-plugin/plugin.json': JSON.stringify({ name: 'acme', version: '1.0.0', description: 'x' }),
    'plugin/agents/security-agent.md': definition(HAIKU),
  };
  const args = ['--model', 'claude-sonnet-5-5', '--plugin-dir', 'plugin'];
  const { uses, ofMain } = await recorded({ files, args, start: 'acme:security-agent' }, 'TESTING');
  expect(uses).toEqual([
    { is: 'TESTING claude-sonnet-5-5', input: ofMain },
    { is: `unattributed ${HAIKU}`, input: 10, sub_agents: ['acme:security-agent'] },
  ]);
});
