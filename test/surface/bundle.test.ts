import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../git/temporary-repository.ts';
import { Bundle } from '../support/bundle.ts';
import { JobScene } from '../support/job-scene.ts';
import { machineNode } from '../support/machine-node.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let bundle: Bundle;
let workspace: TemporaryRepository;
let job: JobScene;
beforeAll(async () => {
  bundle = await Bundle.copy();
  const allocation = await readFile(join(root, 'allocation.yaml'), 'utf8');
  workspace = new TemporaryRepository();
  const commit = workspace.commit({ 'allocation.yaml': allocation }, [], 'main');
  await writeFile(join(workspace.path, 'allocation.yaml'), allocation);
  const repository = { name: 'demo', owner: { login: 'octo' }, default_branch: 'main' };
  job = new JobScene({
    event: { name: 'workflow_dispatch', payload: { repository, sender: { login: 'octocat' } } },
    checkout: workspace.path,
    env: { GITHUB_SHA: commit },
    start: bundle.start,
  });
});
afterAll(async () => {
  await bundle[Symbol.asyncDispose]();
  job[Symbol.dispose]();
  workspace[Symbol.dispose]();
});

const CELL = { agent: 'SECURITY', phase: 'EXEC' };
const CELL_ARGS = ['--agent', 'SECURITY', '--phase', 'EXEC'];

describe('dist/ alone, without node_modules', () => {
  it('is a command line that starts', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(await bundle.cli(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('can be called by its name', async () => {
    const { stdout } = await run(join(bundle.folder, 'cli.js'), ['--help']);
    expect(stdout).toContain('Usage: haiku-first');
  });

  it('resolves on the machine’s own Node as on the Action’s', async () => {
    const args = ['resolve', ...CELL_ARGS, '--now', '2026-11-23T03:00:00Z', '--json'];
    const [own, machine] = await Promise.all([
      bundle.cli(args, { cwd: workspace.path }),
      bundle.cli(args, { cwd: workspace.path, node: await machineNode() }),
    ]);
    expect(own).toMatchObject({ status: 0, stderr: '' });
    expect(machine).toEqual(own);
  });

  it.each([[['chek']], [['resolve', '--wek']], [[]]])('ends with 2 for %j', async (args) => {
    expect(await bundle.cli(args)).toMatchObject({ status: 2, stdout: '' });
  });

  it('does not mind a reader that goes away', async () => {
    const line = `'${process.execPath}' '${join(bundle.folder, 'cli.js')}' resolve --help | head -c 1`;
    const { stdout, stderr } = await run('bash', ['-c', `set -o pipefail; ${line}`]);
    expect({ length: stdout.length, stderr }).toEqual({ length: 1, stderr: '' });
  });

  it('is an Action that resolves', async () => {
    const result = await job.action({ command: 'resolve', ...CELL });
    expect(result).toMatchObject({ status: 0, stderr: '', outputs: { decision: 'run', tier: 'opus' } });
  });

  it('fails the step for a command that there is not', async () => {
    const failed = await job.action({ command: 'chek' });
    expect(failed.status).toBe(1);
    expect(failed.stdout).toContain('Did you mean check?');
    expect(failed.summary).toContain('Did you mean check?');
  });

  it('names the licence of every package in it', async () => {
    const list = await readFile(join(bundle.folder, 'licenses.txt'), 'utf8');
    for (const name of ['@actions/core', 'js-yaml']) expect(list).toMatch(new RegExp(`^${name}@\\d`, 'm'));
    expect(list).not.toContain('The package has no licence file');
  });
});

describe('a cold start of resolve', () => {
  /** The source text of every module that a process has loaded from `dist/`. */
  async function loaded(
    start: (env: Record<string, string>) => Promise<{ status: number | null }>,
  ): Promise<string[]> {
    const folder = await mkdtemp(join(tmpdir(), 'haiku-first-modules-'));
    try {
      const list = join(folder, 'list');
      const preload = pathToFileURL(join(root, 'test/support/record-modules.mjs')).href;
      expect((await start({ RECORD_MODULES: list, NODE_OPTIONS: `--import ${preload}` })).status).toBe(0);
      const urls = (await readFile(list, 'utf8')).split('\n').filter((url) => url.includes('/dist/'));
      return await Promise.all(urls.map((url) => readFile(fileURLToPath(url), 'utf8')));
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  const HEAVY =
    /node_modules\/(?:@octokit|@anthropic-ai|undici|@actions\/(?:github|http-client|artifact))|X-Stainless|octokit-core/;

  it('as an Action loads no network client and no help', async () => {
    const texts = await loaded((env) => job.action({ command: 'resolve', ...CELL }, env));
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(HEAVY.test(text)).toBe(false);
    expect(texts.join('').includes('Print this help.')).toBe(false);
  });

  it('on the command line loads no network client, and help only where it is asked for', async () => {
    const texts = await loaded((env) => bundle.cli(['resolve', ...CELL_ARGS], { cwd: workspace.path, env }));
    // A boolean, not the text: a failure would print the whole bundle.
    expect(texts.join('').includes('Print this help.')).toBe(false);
    const help = await loaded((env) => bundle.cli(['resolve', '--help'], { cwd: workspace.path, env }));
    expect(help.join('').includes('Print this help.')).toBe(true);
    for (const text of texts) expect(HEAVY.test(text)).toBe(false);
  });

  /** Node compiles a kilobyte in 35 µs: what only some decisions need is loaded by them, with `await import()`. */
  const MOST_BYTES = 232_000;

  it('at a desk without a ledger reads two files, and no more of them than it must', async () => {
    const args = ['resolve', ...CELL_ARGS, '--ledger', 'none'];
    const texts = await loaded((env) => bundle.cli(args, { cwd: workspace.path, env }));
    expect(texts).toHaveLength(2);
    expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBeLessThan(MOST_BYTES);
    // A letter beyond ASCII would have Node read it three times as slowly.
    expect(texts.filter((text) => /[^\0-\x7f]/.test(text)).length).toBe(0);
  });

  it('at a desk has nothing of a pull request’s job', async () => {
    const [start = ''] = (await loaded((env) => bundle.cli(['--version'], { env }))).filter(
      (text) => text.length > 1000,
    );
    const others = ['the base commit ', 'must not steer the job', 'vErrors'];
    expect(others.filter((text) => start.includes(text))).toEqual([]);
  });

  it('needs no chunk that only another command needs', async () => {
    const chunks = (await readdir(join(bundle.folder, 'bundle'))).filter((name) => name.endsWith('.js'));
    const texts = await loaded((env) => job.action({ command: 'resolve', ...CELL }, env));
    expect(texts.length).toBeLessThan(chunks.length);
  });
});
