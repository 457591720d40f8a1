import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArtifactService, recordsIn } from '../../job/artifact-service.ts';
import { IDENTITY, KEY, startAnthropic } from '../../support/anthropic/index.ts';
import { Bundle, runProcess, startDist } from '../../support/bundle.ts';
import { JobScene } from '../../support/job-scene.ts';
import { STEP, withoutMasks } from './step.ts';

const RUN = ['run', '--agent', 'TESTING', '--phase', 'EXEC', '--ledger', 'none', '--prompt', 'Do it.'];
const root = join(import.meta.dirname, '../../..');

/** How many requests have been answered, if only in part, by the file in which a run keeps what it used. */
function answersBegun(temp: string): number {
  const files = readdirSync(temp, { recursive: true, encoding: 'utf8' });
  const kept = files
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(temp, name), 'utf8'));
  return kept.flatMap((text) => [...text.matchAll(/"message":\{/g)]).length;
}

/** A home in which somebody has signed in with the tools of the API. */
async function signedIn(home: string): Promise<void> {
  const folder = join(home, '.config/anthropic');
  await mkdir(join(folder, 'configs'), { recursive: true });
  await mkdir(join(folder, 'credentials'), { recursive: true });
  const credentials = join(folder, 'credentials/default.json');
  const authentication = { type: 'user_oauth', credentials_path: credentials };
  await writeFile(join(folder, 'configs/default.json'), JSON.stringify({ version: '1.0', authentication }));
  const token = { version: '1.0', type: 'user_oauth', access_token: 'access-planted-token-777' };
  await writeFile(credentials, JSON.stringify({ ...token, expires_at: 4e9 }), { mode: 0o600 });
}

describe('the command line', () => {
  it('prints the answer alone on standard output', async () => {
    await using api = await startAnthropic();
    await using bundle = await Bundle.copy();
    using shop = JobScene.atDesk();
    api.script = () => ({ answer: 'All is tested.' });
    const done = await bundle.cli(RUN, { cwd: shop.checkout, env: api.env() });
    expect(done).toMatchObject({ status: 0, stdout: 'All is tested.\n' });
    expect(done.stderr).toMatch(/^attempt 1 on sonnet \(claude-sonnet-5-5\): unknown · /m);
  });

  it('writes the answer to a file instead', async () => {
    await using api = await startAnthropic();
    await using bundle = await Bundle.copy();
    using shop = JobScene.atDesk();
    api.script = () => ({ answer: 'Zeile 1\nZeile 2 – ä' });
    const done = await bundle.cli([...RUN, '--answer', 'out.md'], { cwd: shop.checkout, env: api.env() });
    expect(done.status).toBe(0);
    expect(readFileSync(join(shop.checkout, 'out.md'), 'utf8')).toBe('Zeile 1\nZeile 2 – ä');
    expect(done.stdout).toContain('TESTING/EXEC runs on sonnet\n');
  });

  it('never uses what lies on the disk, where the SDK would look', async () => {
    await using api = await startAnthropic();
    await using bundle = await Bundle.copy();
    using shop = JobScene.atDesk();
    await signedIn(shop.home);
    const env = { HOME: shop.home, ANTHROPIC_BASE_URL: api.url };
    const sdk = `import('@anthropic-ai/sdk').then(({ default: A }) => new A().models.retrieve('claude-haiku-5-5'))`;
    const bare = await runProcess(process.execPath, ['-e', sdk], {
      cwd: root,
      env: { ...env, PATH: process.env.PATH ?? '' },
    });
    // By itself it does look there, and finds it.
    expect([bare.status, bare.stderr, api.modelQuestions]).toEqual([0, '', ['claude-haiku-5-5']]);
    const done = await bundle.cli(RUN, { cwd: shop.checkout, env });
    expect([done.status, api.calls, api.modelQuestions.length]).toEqual([2, [], 1]);
    expect(done.stderr).toContain('There are no credentials for the Claude API. Set anthropic-api-key');
    await bundle.cli(RUN, { cwd: shop.checkout, env: { ...env, ANTHROPIC_API_KEY: KEY } });
    expect(api.calls.map(({ bearer }) => bearer)).toEqual([KEY]);
  });

  it('writes records to the ledger, and leaves nothing beside it', async () => {
    await using api = await startAnthropic();
    await using bundle = await Bundle.copy();
    using shop = JobScene.atDesk();
    const env = { ...api.env(), TMPDIR: shop.temp };
    const args = RUN.filter((word) => word !== '--ledger' && word !== 'none');
    const done = await bundle.cli([...args, '--work-item', 'pr-3'], { cwd: shop.checkout, env });
    expect([done.status, readdirSync(shop.temp)]).toEqual([0, []]);
    const exported = await bundle.cli(['ledger', 'export'], { cwd: shop.checkout });
    expect(JSON.parse(exported.stdout)).toMatchObject({ source: 'run', work_item: 'pr-3', measured: 'full' });
  });
});

describe('a step of a workflow', () => {
  it('gives the answer as an output and a file, and uploads what it used', async () => {
    await using api = await startAnthropic();
    await using service = await ArtifactService.start();
    using job = new JobScene({ start: startDist });
    api.script = () => ({ answer: 'All is tested.\n::error::no\n  ::set-output name=x::y\n##[error]no' });
    const inputs = { ...STEP, 'anthropic-api-key': KEY };
    const env = { ...service.env(), ANTHROPIC_BASE_URL: api.url };
    const done = await job.action(inputs, env);
    expect(done.status).toBe(0);
    const { answer, outcome, tier, decision } = done.outputs;
    expect({ outcome, tier, decision }).toEqual({ outcome: 'unknown', tier: 'sonnet', decision: 'run' });
    expect(answer).toContain('All is tested.');
    expect(readFileSync(done.outputs['answer-path'] ?? '', 'utf8')).toBe(answer);
    expect(done.outputs['cost-usd']).toBe('0.002500');
    // What the model says is no command to the runner.
    const commands = done.stdout.split('\n').filter((line) => /^\s*::(?:error|set-output)/.test(line));
    expect([commands, done.stdout.includes('##[error]')]).toEqual([[], false]);
    expect(done.stdout).toMatch(/^::group::TESTING\/EXEC on sonnet .*\n│ All is tested\.$/m);
    expect(recordsIn(service.uploads[0])).toMatchObject([
      { source: 'run', work_item: 'issue-7', run: { id: '123', attempt: 2, job: 'review' } },
    ]);
    // The end of the job finds nothing that is not recorded.
    const post = await job.post(inputs, done.state, env);
    expect([post.status, service.uploads.length]).toEqual([0, 1]);
    expect(post.stdout).toContain('No further usage to record.');
  });

  it('does not lose what it used when the job is ended in the middle', async () => {
    await using api = await startAnthropic();
    await using service = await ArtifactService.start();
    using job = new JobScene({ start: startDist });
    let cancel: () => void = () => undefined;
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    api.script = ({ nth }) => {
      if (nth === 1) return { cut: 'Half of it' };
      void expect
        .poll(() => answersBegun(job.temp), { timeout: 50_000 })
        .toBe(2)
        .finally(cancel);
      return { stall: 'And then' };
    };
    const inputs = { ...STEP, 'anthropic-api-key': KEY };
    const env = { ...service.env(), ANTHROPIC_BASE_URL: api.url };
    const ended = await job.action(inputs, env, { until: cancelled });
    expect([ended.status, service.uploads.length, api.calls.length]).toEqual([null, 0, 2]);
    const post = await job.post(inputs, ended.state, env);
    expect(post.status).toBe(0);
    expect(recordsIn(service.uploads[0])).toMatchObject([
      {
        agent: 'TESTING',
        model_used: 'claude-sonnet-5-5',
        measured: 'partial',
        outcome: 'unknown',
        source: 'run',
        turns: 2,
        tokens: { input: 2000, output: 2 },
      },
    ]);
  });

  it.each([
    ['the API refuses everything', { status: 402, type: 'billing_error' }],
    ['no model can be had', { status: 404, type: 'not_found_error' }],
  ] as const)('has used nothing, and nothing is recorded, when %s', async (_when, behaviour) => {
    await using api = await startAnthropic();
    await using service = await ArtifactService.start();
    using job = new JobScene({ start: startDist });
    api.script = () => behaviour;
    const inputs = { ...STEP, 'anthropic-api-key': KEY };
    const env = { ...service.env(), ANTHROPIC_BASE_URL: api.url };
    const done = await job.action(inputs, env);
    const post = await job.post(inputs, done.state, env);
    const records = service.uploads.filter(({ text }) => text.includes('haiku-first/usage@'));
    expect([records, post.stdout.includes('not measured')]).toEqual([[], false]);
    expect(post.stdout).toContain('No further usage to record.');
  });

  it('fails when a guarded cell is deferred, and says until when', async () => {
    await using api = await startAnthropic();
    using job = new JobScene({ start: startDist });
    api.models.set('claude-opus-5-5', { lifecycle: 'retired' });
    const inputs = { ...STEP, agent: 'SECURITY', 'anthropic-api-key': KEY };
    const done = await job.action(inputs, { ANTHROPIC_BASE_URL: api.url });
    expect([done.status, done.outputs.decision, done.outputs.answer]).toEqual([1, 'defer', '']);
    const other = await job.action({ ...inputs, agent: 'TESTING' }, { ANTHROPIC_BASE_URL: api.url });
    expect(other.status).toBe(0);
  });
});

describe('workload identity federation', () => {
  const FEDERATED = {
    ...STEP,
    'anthropic-federation-rule-id': 'fdrl_1',
    'anthropic-organization-id': 'org-1',
    'anthropic-service-account-id': 'svac_1',
    'anthropic-workspace-id': 'wrkspc_1',
  };

  it('exchanges the identity of the job for a token, for this API', async () => {
    await using api = await startAnthropic();
    using job = new JobScene({ start: startDist });
    const done = await job.action({ ...FEDERATED, record: 'off' }, api.identityEnv());
    expect(done.status).toBe(0);
    expect(api.audiences).toEqual(['https://api.anthropic.com']);
    expect(api.exchanges).toMatchObject([
      {
        assertion: `${IDENTITY}-1`,
        federation_rule_id: 'fdrl_1',
        organization_id: 'org-1',
        service_account_id: 'svac_1',
        workspace_id: 'wrkspc_1',
      },
    ]);
    expect(api.calls.map(({ bearer }) => bearer)).toEqual(['access-planted-token-1']);
  });

  it('gets a new token with a new identity when the old one is about to end', async () => {
    await using api = await startAnthropic();
    using job = new JobScene({ start: startDist });
    api.tokenLife = 20;
    const headers = { 'retry-after-ms': '1' };
    api.script = ({ nth }) =>
      nth < 3 ? { status: 529, type: 'overloaded_error', headers } : { answer: 'Done.' };
    const done = await job.action({ ...FEDERATED, record: 'off' }, api.identityEnv());
    expect(done.status).toBe(0);
    expect(new Set(api.calls.map(({ bearer }) => bearer)).size).toBe(3);
    expect(new Set(api.exchanges.map(({ assertion }) => assertion)).size).toBe(api.exchanges.length);
  });

  it.each([
    [{ exchangeStatus: 401 }, {}, 'identity token was not accepted (401). Check the federation rule'],
    [{}, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'wrong' }, 'GitHub gave no identity token (401).'],
    [{}, { ACTIONS_ID_TOKEN_REQUEST_URL: '' }, 'Give the job the permission id-token: write.'],
  ])('says what is wrong when it does not work (%j, %j)', async (trouble, env, why) => {
    await using api = await startAnthropic();
    using job = new JobScene({ start: startDist });
    Object.assign(api, trouble);
    const done = await job.action({ ...FEDERATED, record: 'off' }, { ...api.identityEnv(), ...env });
    expect([done.status, api.calls]).toEqual([1, []]);
    expect(done.stdout).toContain(why);
    expect(withoutMasks(done.stdout)).not.toContain(IDENTITY);
  });

  it('gives way to a key, and says so', async () => {
    await using api = await startAnthropic();
    using job = new JobScene({ start: startDist });
    const inputs = { ...FEDERATED, record: 'off', 'anthropic-api-key': KEY };
    const done = await job.action(inputs, api.identityEnv());
    expect([done.status, api.exchanges, api.calls[0]?.bearer]).toEqual([0, [], KEY]);
    expect(done.stdout).toContain('An API key and a federation rule are given: the key is used.');
  });
});
