import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArtifactService, recordsIn } from '../../job/artifact-service.ts';
import { IDENTITY, KEY, REQUEST_TOKEN, startAnthropic } from '../../support/anthropic/index.ts';
import { Bundle } from '../../support/bundle.ts';
import { JobScene } from '../../support/job-scene.ts';
import { STEP, withoutMasks } from './step.ts';

const RUN = ['run', '--agent', 'TESTING', '--phase', 'EXEC', '--ledger', 'none', '--prompt', 'Do it.'];

describe('secrets', () => {
  const PLANTED = [KEY, REQUEST_TOKEN, IDENTITY, 'access-planted-token', 'ghs_planted0123456789abcdef'];

  /** All text in a folder. */
  function textIn(folder: string): string {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
      .join('\n');
  }

  it.each([
    ['an answer that repeats them', null],
    ['an error', { status: 400, type: 'invalid_request_error', code: KEY }],
    ['a crash', 'crash'],
    ['a broken stream', { cut: KEY }],
  ] as const)('are in nothing that a job leaves behind: %s', async (_what, behaviour) => {
    await using api = await startAnthropic();
    await using service = await ArtifactService.start();
    for (const by of ['key', 'identity']) {
      using job = new JobScene();
      // An answer that repeats what came with its own request.
      api.script = ({ bearer }) =>
        (behaviour === 'crash' ? { answer: KEY } : behaviour) ?? {
          answer: `${bearer} ${REQUEST_TOKEN} ${IDENTITY}-${api.audiences.length}`,
        };
      const credentials =
        by === 'key'
          ? { 'anthropic-api-key': KEY }
          : { 'anthropic-federation-rule-id': 'fdrl_1', 'anthropic-organization-id': 'org-1' };
      const inputs = { ...STEP, ...credentials, 'github-token': 'ghs_planted0123456789abcdef' };
      const env = {
        ...service.env(),
        ...api.identityEnv(),
        HAIKU_FIRST_MAX_WAIT_MS: '50',
        HAIKU_FIRST_DEBUG: '1',
        GITHUB_RUN_ID: by === 'key' ? '1' : '2',
      };
      // A folder for temporary files that cannot be one: a mistake that nobody foresaw, with a secret in its words.
      writeFileSync(join(job.temp, 'plain'), '');
      const secret = by === 'key' ? KEY : REQUEST_TOKEN;
      const crash = behaviour === 'crash' ? { RUNNER_TEMP: join(job.temp, 'plain', secret) } : {};
      const done = await job.action(inputs, { ...env, ...crash });
      if (behaviour === 'crash') expect(done.stdout).toContain('plain/***');
      const post = await job.post(inputs, done.state, env);
      const left = [done, post].map(({ stdout, stderr, summary, outputs }) =>
        [withoutMasks(stdout), stderr, summary, JSON.stringify(outputs)].join('\n'),
      );
      const uploaded = service.uploads.map(({ text }) => text);
      const all = [...left, JSON.stringify(done.state), ...uploaded, textIn(job.temp), textIn(job.home)].join(
        '\n',
      );
      const known =
        by === 'key' ? [KEY, 'ghs_planted0123456789abcdef'] : PLANTED.filter((each) => each !== KEY);
      for (const secret of known) expect(all, `${by}: ${secret}`).not.toContain(secret);
    }
  });

  it.each([
    ['in the clear', KEY],
    ['in base64', Buffer.from(`x:${KEY}`).toString('base64').replaceAll('=', '')],
  ])(
    'are in no record of what a gateway says of itself, or a judge of an answer: %s',
    async (_how, secret) => {
      await using api = await startAnthropic();
      await using service = await ArtifactService.start();
      using job = new JobScene();
      const check = 'check: { judge: { tier: opus, prompt: judge.md, minimum: 0.8 } }';
      job.testing(check);
      job.commit({ 'judge.md': 'Judge it.' });
      const verdict = { score: 0.1, reason: secret };
      api.script = ({ model, body }) =>
        body.system === undefined
          ? { answer: 'Poor.', ...(model.includes('opus') ? {} : { model: secret }) }
          : { answer: JSON.stringify(verdict) };
      const inputs = { ...STEP, 'anthropic-api-key': KEY };
      const env = { ...service.env(), ANTHROPIC_BASE_URL: api.url };
      const done = await job.action(inputs, env);
      expect([done.status, api.calls.length, recordsIn(service.uploads[0]).length]).toEqual([1, 4, 4]);
      const all = [done.stdout, done.summary, JSON.stringify(done.outputs), textIn(job.temp)];
      const uploaded = service.uploads.map(({ text }) => text);
      expect(withoutMasks([...all, ...uploaded].join('\n'))).not.toContain(secret.slice(4, -4));
    },
  );

  it('are not left in part where a long answer is cut', async () => {
    await using api = await startAnthropic();
    using job = new JobScene();
    api.script = () => ({ answer: `${'.'.repeat(59_980)}${KEY}${'.'.repeat(100)}` });
    const inputs = { ...STEP, record: 'off', 'anthropic-api-key': KEY };
    const done = await job.action(inputs, { ANTHROPIC_BASE_URL: api.url });
    expect(done.outputs.answer).toContain('.***.');
    expect(done.outputs.answer).not.toContain('sk-ant');
  });

  it('are those of a gateway, too, that go along in headers of their own', async () => {
    await using api = await startAnthropic();
    using job = new JobScene();
    api.script = ({ headers }) => ({ answer: `It says ${headers['x-gateway']}.` });
    const inputs = { ...STEP, record: 'off', 'anthropic-api-key': KEY };
    const env = { ANTHROPIC_CUSTOM_HEADERS: 'X-Gateway: Bearer gateway-planted-0123456789' };
    const done = await job.action(inputs, { ANTHROPIC_BASE_URL: api.url, ...env });
    expect(done.outputs.answer).toBe('It says Bearer ***.');
  });

  it('are masked on the command line, too', async () => {
    await using api = await startAnthropic();
    await using bundle = await Bundle.copy();
    using shop = JobScene.atDesk();
    api.script = () => ({ answer: `The key is ${KEY}.` });
    const files = ['--answer', 'out.md', '--json'];
    for (const more of [[], ['--json'], files]) {
      const { stdout, stderr } = await bundle.cli([...RUN, ...more], {
        cwd: shop.checkout,
        env: api.env(),
      });
      expect(stdout + stderr).not.toContain(KEY);
    }
    expect(readFileSync(join(shop.checkout, 'out.md'), 'utf8')).toBe('The key is ***.');
  });
});
