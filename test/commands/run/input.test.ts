import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../src/actions/evaluate.ts';
import type { Outcome } from '../../../src/surface/outcome.ts';
import { type FakeAnthropic, KEY, startAnthropic } from '../../support/anthropic/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { RunShop } from './job.ts';

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
    [['--prompt', 'a', '--prompt-file', 'b'], 'prompt and prompt-file cannot be combined.'],
    [['--prompt', 'a', '--system', 'a', '--system-file', 'b'], 'system and system-file cannot be combined.'],
    [['--prompt-file', 'none.md'], 'none.md cannot be read (ENOENT). Check the path.'],
    [['--prompt-file', '.'], '. is not a regular file.'],
    [
      ['--prompt', 'a', '--max-tokens', '0'],
      '--max-tokens "0" is not a whole number above 0. Write it as 4000.',
    ],
    [['--prompt', 'a', '--attach', 'b.bin'], 'b.bin is neither text in UTF-8 nor an image or a PDF'],
    [['--prompt', 'a', '--answer', 'none/a.md'], 'none/a.md is in a folder that does not exist.'],
    [['--prompt', 'a', '--answer', '.'], '. is a folder. Name a file for the answer.'],
    [['--prompt', 'a', '--attach', 'e.md'], 'e.md is empty. Leave it out.'],
  ])('is refused with %j before anything is asked', async (args, why) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    writeFileSync(join(shop.checkout, 'b.bin'), Uint8Array.from([1, 0, 255, 254]));
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
  for (const [name, content] of files) writeFileSync(join(shop.checkout, name), content);
  const attached = files.flatMap(([name]) => ['--attach', name]);
  await shop.raw([...CELL, '--prompt', 'Look.', ...attached]);
  const data = (content: Uint8Array | string): string => Buffer.from(content).toString('base64');
  expect(api.calls[0]?.body.messages[0]?.content).toEqual([
    {
      type: 'document',
      title: 'cart.ts',
      source: { type: 'text', media_type: 'text/plain', data: 'export const cart = [];' },
    },
    { type: 'image', source: { type: 'base64', media_type: 'image/png', data: data(PNG) } },
    {
      type: 'document',
      title: 'paper.bin',
      source: { type: 'base64', media_type: 'application/pdf', data: data('%PDF-1.7 …') },
    },
    { type: 'text', text: 'Look.' },
  ]);
});

const STEP = {
  command: 'run',
  agent: 'TESTING',
  phase: 'EXEC',
  prompt: 'a',
  record: 'off',
  'anthropic-api-key': KEY,
};

/** A job whose steps speak to this API. */
function jobWith(api: FakeAnthropic): JobScene {
  return new JobScene({ env: { ANTHROPIC_BASE_URL: api.url } });
}

/** What comes of a step of a job, which may fail. */
function step(job: JobScene, inputs: Readonly<Record<string, string>>): Promise<Outcome> {
  return job.outcome({ ...STEP, ...inputs }).catch((error: unknown) => failed(error, job.env));
}

describe('a file that a step of a workflow names', () => {
  /** Links as a pull request may bring them. */
  function link(job: JobScene): void {
    mkdirSync(join(job.folder, 'elsewhere'));
    for (const folder of ['nested', 'nested/.git']) mkdirSync(join(job.checkout, folder));
    const secrets = ['outside.md', 'elsewhere/link.md', 'temp/left.md', 'demo/nested/.git/config'];
    for (const secret of secrets) writeFileSync(join(job.folder, secret), 'a secret of the runner');
    const links = { 'link.md': 'outside.md', folder: 'elsewhere', 'left.md': 'temp/left.md', temp: 'temp' };
    for (const [name, target] of Object.entries(links))
      symlinkSync(join(job.folder, target), join(job.checkout, name));
    symlinkSync('.git/config', join(job.checkout, 'nested/config.md'));
  }

  it.each([
    ...['link.md', '../outside.md', '.git/config', 'folder/link.md'],
    ...['nested/.git/config', 'nested/config.md', 'left.md', 'temp/left.md'],
  ])('does not lead out of the checkout: %s', async (name) => {
    await using api = await startAnthropic();
    using job = jobWith(api);
    link(job);
    const outcome = await step(job, { attach: name });
    expect([outcome.exitCode, api.calls]).toEqual([2, []]);
    expect(outcome.failure).toBe(`${name} is outside the workspace. Name a file of the checkout.`);
  });

  it('may be one of the temporary files of the job, by its own name', async () => {
    await using api = await startAnthropic();
    using job = jobWith(api);
    link(job);
    const outcome = await step(job, { attach: join(job.temp, 'left.md') });
    expect([outcome.exitCode, api.calls.length]).toEqual([0, 1]);
  });

  it.each(['folder/a.md', 'nested/.git/a.md', '../a.md', 'temp/a.md'])(
    'takes no answer outside of the checkout: %s',
    async (answer) => {
      await using api = await startAnthropic();
      using job = jobWith(api);
      link(job);
      const outcome = await step(job, { answer });
      expect([outcome.exitCode, api.calls]).toEqual([2, []]);
      expect(outcome.failure).toContain('is outside the workspace.');
    },
  );

  it('takes the answer within the checkout', async () => {
    await using api = await startAnthropic();
    using job = jobWith(api);
    link(job);
    for (const answer of ['a.md', 'nested/a.md'])
      expect((await step(job, { answer })).outputs['answer-path']).toContain(answer);
  });
});

it('takes a prompt file as it is committed after a run that may be about a pull request', async () => {
  await using api = await startAnthropic();
  using job = jobWith(api);
  job.commit({ 'p.md': 'Review it.' });
  job.write('p.md', 'Praise it.');
  for (const about of ['workflow_run', 'issues']) {
    job.env.GITHUB_EVENT_NAME = about;
    await step(job, { prompt: '', 'prompt-file': 'p.md' });
  }
  const said = api.calls.map(({ body }) => JSON.stringify(body.messages[0]?.content));
  expect(said).toEqual(['Review it.', 'Praise it.'].map((text) => JSON.stringify([{ type: 'text', text }])));
});

it('takes a prompt of a workflow that begins with a name as it is', async () => {
  await using api = await startAnthropic();
  using job = jobWith(api);
  const outcome = await step(job, { prompt: '@allocation.yaml', system: '@octocat: be brief' });
  const said = api.calls.map(({ body }) => [body.system, body.messages[0]?.content]);
  expect([outcome.exitCode, said]).toEqual([
    0,
    [['@octocat: be brief', [{ type: 'text', text: '@allocation.yaml' }]]],
  ]);
});

it('speaks to a gateway by the name that the gateway has for the model', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api);
  const text = readFileSync(join(shop.checkout, 'allocation.yaml'), 'utf8');
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

  it.each([
    'sk-ant-planted–key-0123456789',
    '“sk-ant-planted-key-0123456789”',
    'sk-ant planted-key-0123456789',
  ])('a key that is none is not sent, nor shown: %s', async (key) => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    const { exitCode, stdout, stderr } = await shop.raw([...CELL, '--prompt', 'a'], {
      ANTHROPIC_API_KEY: key,
    });
    expect([exitCode, stdout, api.modelQuestions]).toEqual([2, '', []]);
    expect(stderr).toEqual([
      'The API key contains characters that no key has. Copy it again, without quotes, spaces and line breaks.',
    ]);
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
      expect(stderr[0]).toContain('ANTHROPIC_BASE_URL is not an address that a key may be sent to.');
    },
  );
});
