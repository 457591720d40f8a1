import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bundle } from '../../support/bundle.ts';
import type { Github, PullRequest } from '../../support/github/index.ts';
import { runInProcess } from '../../support/in-process.ts';
import type { StepResult } from '../../support/job-scene.ts';
import { ALLOCATION, eventOf, FILE, files, GateScene, problems, sarifRules, verdict, WEAK } from './step.ts';

let bundle: Bundle;
let folder: string;

beforeAll(async () => {
  bundle = await Bundle.copy();
  folder = await mkdtemp(join(tmpdir(), 'haiku-first-trouble-'));
});

afterAll(async () => {
  await bundle[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A GitHub of its own for a test, since faults stay, with a pull request: one that is refused, unless `head` says otherwise. */
async function startDemo(
  head = files(WEAK),
): Promise<{ scene: GateScene; pull: PullRequest } & AsyncDisposable> {
  const scene = await GateScene.open();
  const pull = await scene.pull('topic', head);
  return { scene, pull, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() };
}

const refused = `fail HF101@${FILE}:9`;

describe('a GitHub that stumbles', () => {
  it.concurrent.each([
    ['a 502', { status: 502, times: 1 }],
    ['an answer that breaks off', { cut: true as const, times: 1 }],
    ['a rate limit that says when', { status: 429, headers: { 'retry-after': '1' }, times: 1 }],
  ])('%s is waited for, and the verdict is the same', async (_, fault) => {
    await using demo = await startDemo();
    const { scene, pull } = demo;
    scene.github.fault({ path: /\/git\/trees\//, ...fault });
    const result = await scene.judge(eventOf(pull), { start: bundle.start });
    expect(verdict(result)).toBe(refused);
    expect(result.stdout).toContain('trying again in 1 s');
  });

  it.concurrent('an answer that does not come is given up and asked for again', async () => {
    await using demo = await startDemo();
    const { scene, pull } = demo;
    scene.github.fault({ path: /\/git\/trees\//, hang: true, times: 1 });
    const env = { HAIKU_FIRST_TIMEOUT_MS: '1500' };
    expect(verdict(await scene.judge(eventOf(pull), { start: bundle.start, env }))).toBe(refused);
  });
});

describe('a GitHub that does not answer is no pass:', () => {
  const cases: readonly (readonly [string, Parameters<Github['fault']>[0], RegExp])[] = [
    [
      'a base that is not found',
      { path: /\/git\/commits\//, status: 404 },
      /not found, or no permission to see it.*contents: read/s,
    ],
    [
      'a tree that is not found',
      { path: /\/git\/trees\//, status: 404 },
      /not found, or no permission to see it/,
    ],
    [
      'a file that is not found',
      { path: /\/git\/blobs\//, status: 404 },
      /not found, or no permission to see it/,
    ],
    [
      'a tree that may not be read',
      { path: /\/git\/trees\//, status: 403 },
      /The token may not read the tree.*contents: read/s,
    ],
    ['a token that is not known', { path: /./, status: 401 }, /refused the token/],
    ['a failure that lasts', { path: /\/git\/trees\//, status: 500 }, /GitHub failed with status 500/],
    [
      'a rate limit of an hour',
      { path: /\/git\/trees\//, status: 429, headers: { 'retry-after': '3600' } },
      /rate limit/,
    ],
    ['silence', { path: /\/git\/trees\//, hang: true }, /did not answer.*timed out/s],
    ['answers that break off', { path: /\/git\/trees\//, cut: true }, /did not answer.*broke off/s],
    [
      'another tree than asked for',
      { path: /\/git\/trees\//, change: (body) => ({ ...body, sha: 'a'.repeat(40) }) },
      /is not what was asked for/,
    ],
    [
      'a tree that is not listed whole',
      { path: /\/git\/trees\//, change: (body) => ({ ...body, tree: [], truncated: true }) },
      /too large to be listed whole/,
    ],
    [
      'another file than asked for',
      {
        path: /\/git\/blobs\//,
        change: (body) => ({
          ...body,
          content: Buffer.from(ALLOCATION.replace('opus', 'o')).toString('base64'),
        }),
      },
      /is not what was asked for/,
    ],
  ];

  it.concurrent.each(cases)('%s', async (_, fault, words) => {
    // What is harmless, so that nothing but the fault can make it red.
    await using demo = await startDemo(files(ALLOCATION, { 'x.txt': 'x\n' }));
    const { scene, pull } = demo;
    scene.github.fault(fault);
    const sarif = join(folder, `${randomUUID()}.sarif`);
    // What waits does so in a process of its own, beside the others.
    const waits = ('status' in fault && fault.status === 500) || 'hang' in fault || 'cut' in fault;
    const result = await scene.judge(eventOf(pull), {
      start: waits ? bundle.start : runInProcess,
      inputs: { sarif, mode: 'warn' },
      env: { HAIKU_FIRST_TIMEOUT_MS: 'hang' in fault ? '300' : '5000', HAIKU_FIRST_DEBUG: '1' },
    });
    expect(verdict(result)).toBe('error');
    expect(result.status).toBe(1);
    expect(problems(result)).toMatch(words);
    expect(result.stdout).toContain('::error title=haiku-first::The gate could not judge: ');
    expect(result.summary).toContain('could not judge, so nothing is passed');
    // Whole, and it says that there is no verdict.
    const log = await readFile(sarif, 'utf8');
    expect(sarifRules(log)).toEqual([]);
    expect(log).toContain('"executionSuccessful": false');
    expect(log).not.toContain(scene.token);
  });
});

describe('a default branch that cannot be read', () => {
  it('is not one without the file: a first file on another branch does not pass', async () => {
    await using scene = await GateScene.open();
    await scene.repo.commit({ 'README.md': 'Demo\n' }, { branch: 'bare' });
    const pull = await scene.pull('first', files(WEAK), { base: 'bare' });
    scene.github.fault({ path: /\/git\/ref\/heads\/main$/, status: 404 });
    const result = await scene.judge(eventOf(pull));
    expect(verdict(result)).toBe('error');
    expect(problems(result)).toContain('read the branch main: not found, or no permission to see it');
  });
});

describe('a private repository', () => {
  it('is judged with a token that may read it, and is no "no file" without', async () => {
    await using scene = await GateScene.open();
    const secret = await scene.github.repository('octo/secret', { private: true });
    await secret.commit(files(ALLOCATION), { branch: 'main' });
    const inside = await scene.pull('topic', files(WEAK), { repo: secret });
    const blind = await scene.github.token({ issues: 'write' });
    const results = await Promise.all([
      scene.judge(eventOf(inside)),
      scene.judge(eventOf(inside), { token: blind }),
    ]);
    expect(results.map(verdict)).toEqual([refused, 'error']);
  });
});

describe('a GitHub Enterprise Server', () => {
  it('is asked below its prefix, for comments, too', async () => {
    await using scene = await GateScene.open({ prefix: '/api/v3' });
    const own = await scene.pull('topic', files(WEAK));
    const { github } = scene;
    const writer = await github.token({ contents: 'read', pull_requests: 'write', issues: 'write' });
    const result = await scene.judge(eventOf(own), { token: writer });
    expect(verdict(result)).toBe(refused);
    const comments = await github.ask('GET', `/repos/octo/demo/issues/${own.number}/comments`);
    expect(JSON.stringify(comments)).toContain('HF101');
  });
});

describe('a payload', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(() => demo[Symbol.asyncDispose]());

  /** The gate on that pull request, with this in the environment. */
  async function step(env: Readonly<Record<string, string>>): Promise<StepResult> {
    const { scene, pull } = demo;
    using job = scene.job(eventOf(pull), { env: { GITHUB_TOKEN: scene.token, ...env } });
    return await job.action({ command: 'check' });
  }

  it.each([
    ['that is cut', (text: string) => text.slice(0, text.length / 2), /is not JSON/],
    ['that is empty', () => '', /is not JSON/],
    ['of another shape', () => '[]', /has no/],
    ['without a head', (text: string) => text.replaceAll('"sha"', '"sha1"'), /sha/],
    [
      'with a head that is no commit',
      (text: string) => text.replaceAll(demo.pull.head.sha, '--upload-pack=x'),
      /unexpected form/,
    ],
  ])('%s is red', async (_, change, words) => {
    const path = join(folder, 'payload.json');
    await writeFile(path, change(JSON.stringify(demo.pull.event().payload)));
    const result = await step({ GITHUB_EVENT_PATH: path });
    expect(result.status).toBe(1);
    expect(result.outputs.verdict).toBe('error');
    expect(result.stdout).toMatch(words);
  });

  it('that is missing, or is not named, is red', async () => {
    const results = [
      await step({ GITHUB_EVENT_PATH: '/nowhere/event.json' }),
      await step({ GITHUB_EVENT_PATH: '' }),
    ];
    expect(results.map(({ status, outputs }) => [status, outputs.verdict])).toEqual([
      [1, 'error'],
      [1, 'error'],
    ]);
    expect(results[0]?.stdout).toContain("The event's payload cannot be read");
    expect(results[1]?.stdout).toContain('GITHUB_EVENT_PATH is not');
  });
});

describe('a gate that is stopped', () => {
  it('fails, and leaves nothing that looks like a verdict', async () => {
    await using demo = await startDemo();
    const { scene, pull } = demo;
    scene.github.fault({ path: /\/git\//, hang: true });
    using job = scene.job(eventOf(pull), { env: { GITHUB_TOKEN: scene.token }, start: bundle.start });
    const inputs = { command: 'check', sarif: join(job.temp, 'gate.sarif') };
    const result = await job.action(inputs, {}, { timeout: 1_500 });
    expect(result.status).not.toBe(0);
    expect(result.outputs).toEqual({});
    expect(await readdir(job.temp)).toEqual([]);
  });
});

describe('a file that cannot be written', () => {
  it('is an error with words, and no verdict', async () => {
    await using demo = await startDemo();
    const { scene, pull } = demo;
    using job = scene.job(eventOf(pull), { env: { GITHUB_TOKEN: scene.token } });
    const result = await job.action({ command: 'check', sarif: '/nowhere/gate.sarif' });
    expect(result.status).toBe(1);
    expect(result.outputs.verdict ?? '').toBe('');
    expect(result.stdout).toContain('/nowhere/gate.sarif cannot be written (ENOENT).');
    expect(result.stdout).not.toContain('bug in haiku-first');
  });
});
