import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/actions/evaluate.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { KEY, startAnthropic } from '../support/anthropic/index.ts';
import { RunShop } from './run-job.ts';

const CELL = ['run', '--agent', 'TESTING', '--phase', 'EXEC', '--ledger', 'none'];
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('what the agent is told', () => {
  it('comes as text, or from files', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    shop.write('p.md', 'From a file.');
    shop.write('s.md', 'You test.');
    await shop.raw([...CELL, '--prompt', 'Plain.', '--system', 'Be brief.']);
    await shop.raw([...CELL, '--prompt', '@p.md', '--system', '@s.md']);
    await shop.raw([...CELL, '--prompt-file', 'p.md', '--system-file', 's.md']);
    const said = api.calls.map(({ body }) => [body.system, body.messages[0]?.content]);
    const file = ['You test.', [{ type: 'text', text: 'From a file.' }]];
    expect(said).toEqual([['Be brief.', [{ type: 'text', text: 'Plain.' }]], file, file]);
  });

  it.each([
    [[], 'run needs a prompt.'],
    [['--prompt', 'a', '--prompt-file', 'b'], 'prompt and prompt-file exclude each other.'],
    [['--prompt', 'a', '--system', 'a', '--system-file', 'b'], 'system and system-file exclude each other.'],
    [['--prompt-file', 'none.md'], 'none.md cannot be read (ENOENT). Check the path.'],
    [['--prompt-file', '.'], '. is not a file.'],
    [
      ['--prompt', 'a', '--max-tokens', '0'],
      '--max-tokens "0" is not a whole number above 0. Write it as 4000.',
    ],
    [['--prompt', 'a', '--attach', 'b.bin'], 'b.bin is neither text in UTF-8 nor an image or a PDF'],
    [['--prompt', 'a', '--answer', 'none/a.md'], 'none/a.md is in no folder that exists.'],
    [['--prompt', 'a', '--answer', '.'], '. is a folder. Name a file for the answer.'],
    [['--prompt', 'a', '--attach', 'e.md'], 'e.md is empty. Leave it out.'],
  ])('is refused with %j before anything is asked', async (args, why) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    writeFileSync(join(shop.repository, 'b.bin'), Uint8Array.from([1, 0, 255, 254]));
    shop.write('e.md', ' \n');
    const { exitCode, stderr } = await shop.raw([...CELL, ...args]);
    expect([exitCode, api.calls, api.modelQuestions]).toEqual([2, [], []]);
    expect(stderr.join('\n')).toContain(why);
  });

  it('needs an agent', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const { exitCode, stderr } = await shop.raw([
      'run',
      '--phase',
      'EXEC',
      '--ledger',
      'none',
      '--prompt',
      'a',
    ]);
    expect([exitCode, stderr]).toEqual([
      2,
      ['run needs an agent. Give --agent, for example --agent TESTING.'],
    ]);
  });
});

it('takes files along by what is in them, before the prompt', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api);
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['cart.ts', 'export const cart = [];'],
    ['picture.txt', PNG],
    ['paper.bin', '%PDF-1.7 …'],
  ];
  for (const [name, content] of files) writeFileSync(join(shop.repository, name), content);
  const attached = files.flatMap(([name]) => ['--attach', name]);
  await shop.raw([...CELL, '--prompt', 'Look.', ...attached]);
  const data = (content: Uint8Array | string): string => Buffer.from(content).toString('base64');
  expect(api.calls[0]?.body.messages[0]?.content).toEqual([
    {
      ...{ type: 'document', title: 'cart.ts' },
      source: { type: 'text', media_type: 'text/plain', data: 'export const cart = [];' },
    },
    { type: 'image', source: { type: 'base64', media_type: 'image/png', data: data(PNG) } },
    {
      ...{ type: 'document', title: 'paper.bin' },
      source: { type: 'base64', media_type: 'application/pdf', data: data('%PDF-1.7 …') },
    },
    { type: 'text', text: 'Look.' },
  ]);
});

describe('a file that a step of a workflow names', () => {
  it.each(['link.md', '../outside.md', '.git/config', 'folder/link.md'])(
    'does not lead out of the checkout: %s',
    async (name) => {
      await using api = await startAnthropic();
      using shop = new RunShop(api);
      const outside = join(shop.folder, 'outside.md');
      writeFileSync(outside, 'a secret of the runner');
      symlinkSync(outside, join(shop.repository, 'link.md'));
      mkdirSync(join(shop.folder, 'elsewhere'));
      writeFileSync(join(shop.folder, 'elsewhere/link.md'), 'a secret of the runner');
      symlinkSync(join(shop.folder, 'elsewhere'), join(shop.repository, 'folder'));
      const inputs = {
        ...{ command: 'run', agent: 'TESTING', phase: 'EXEC', ledger: 'none', record: 'off' },
        ...{ prompt: 'a', attach: name, 'anthropic-api-key': KEY },
      };
      const given = Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]);
      const event = join(shop.folder, 'event.json');
      writeFileSync(event, '{"action": "opened", "issue": {"number": 7}}');
      const env = {
        ...{ PATH: process.env.PATH, HOME: shop.folder, ANTHROPIC_BASE_URL: api.url },
        ...{ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'issues', GITHUB_EVENT_PATH: event },
        ...{ GITHUB_REPOSITORY: 'octo/demo', GITHUB_SHA: shop.git('rev-parse', 'HEAD').trim() },
        ...Object.fromEntries(given),
      };
      const before = process.cwd();
      process.chdir(shop.repository);
      try {
        const outcome = await evaluate(env, COMMANDS);
        expect([outcome.exitCode, api.calls]).toEqual([2, []]);
        expect(outcome.failure).toBe(`${name} is outside of the workspace. Name a file of the checkout.`);
      } finally {
        process.chdir(before);
      }
    },
  );
});

it('speaks to a gateway by the name that the gateway has for the model', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api);
  const text = readFileSync(join(shop.repository, 'allocation.yaml'), 'utf8');
  const named = 'model: claude-sonnet-5-5, providers: { gateway: acme/sonnet }';
  shop.write('allocation.yaml', text.replace('model: claude-sonnet-5-5', named));
  const args = [...CELL, '--prompt', 'a', '--provider', 'gateway'];
  expect((await shop.raw(args)).exitCode).toBe(0);
  expect([api.asked, api.modelQuestions]).toEqual([{ 'acme/sonnet': 1 }, []]);
  const bare = await shop.raw(args, { ANTHROPIC_BASE_URL: '' });
  expect([bare.exitCode, bare.stderr[0]]).toEqual([2, expect.stringContaining('which gateway is not')]);
});

describe('without credentials', () => {
  it('a job that is deferred needs none', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const args = [...CELL, '--prompt', 'a', '--unavailable', 'sonnet', '--json'];
    const { exitCode, stdout } = await shop.raw(args, { ANTHROPIC_API_KEY: '' });
    expect([exitCode, JSON.parse(stdout).decision]).toEqual([3, 'defer']);
  });

  it.each(['http://example.com', 'ftp://x', 'nonsense', 'https://me:secret@example.com'])(
    'a key is never sent to %s',
    async (address) => {
      await using api = await startAnthropic();
      using shop = new RunShop(api);
      const { exitCode, stderr } = await shop.raw([...CELL, '--prompt', 'a'], {
        ANTHROPIC_BASE_URL: address,
      });
      expect(exitCode).toBe(2);
      expect(stderr[0]).toContain('ANTHROPIC_BASE_URL is no address that a key may be sent to.');
    },
  );
});
