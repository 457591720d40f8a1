import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import { REAL } from '../../allocation/reading.ts';
import { type GitServer, serveGit } from '../../ledger/http.ts';
import { git, ledger } from '../../ledger/support.ts';
import { output, run } from '../../report/records.ts';
import { BranchHistory } from '../../support/github/branch-history.ts';
import { type Github, startGithub } from '../../support/github/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';

const PLAIN = REAL.replace(/, from: pull_request/g, '');
const told = (how: string): string => PLAIN.replace('on_unmeasured: warn', `on_unmeasured: ${how}`);

/** A job of octo/demo whose ledger is where it is without an option: on the branch of that repository. */
class Scene implements AsyncDisposable {
  readonly github: Github;
  readonly job: JobScene;
  readonly history: BranchHistory;
  readonly repository: string;
  readonly #server: GitServer;

  private constructor(github: Github, job: JobScene, server: GitServer, repository: string) {
    this.github = github;
    this.job = job;
    this.repository = repository;
    this.history = new BranchHistory(github, repository);
    this.#server = server;
  }

  static async open(allocation = PLAIN, fault?: Parameters<Github['fault']>[0]): Promise<Scene> {
    const github = await startGithub();
    if (fault !== undefined) github.fault(fault);
    const token = await github.token({ contents: 'read' });
    const job = new JobScene({ event: ofRepository('push'), env: github.env(token) });
    const repository = join(job.folder, 'served/octo/demo.git');
    mkdirSync(join(repository, '..'), { recursive: true });
    git(job.folder, 'init', '--quiet', '--bare', repository);
    git(repository, 'config', 'http.receivepack', 'true');
    const server = await serveGit(join(job.folder, 'served'));
    job.env.GITHUB_SERVER_URL = server.url;
    job.commit({ 'allocation.yaml': allocation });
    const scene = new Scene(github, job, server, repository);
    await scene.record('1');
    await scene.record('2');
    return scene;
  }

  /** 200,000 tokens. */
  async record(id: string): Promise<void> {
    await using store = await ledger(this.repository, this.job.folder);
    await store.append([recordEntry(run(id, { tokens: output(200_000) }))], { run: id, attempt: 1 });
  }

  async resolve(inputs: Readonly<Record<string, string>> = {}) {
    const { json, notes } = await this.job.outcome({
      agent: 'TESTING',
      phase: 'EXEC',
      ledger: '',
      ...inputs,
    });
    if (!('trace' in json && 'decision' in json) || !Array.isArray(json.trace))
      throw new Error(JSON.stringify(json));
    const budget: string = json.trace.find(({ step }) => step === 'budget')?.text ?? '';
    return { decision: json.decision, budget, said: notes.join('\n') };
  }

  async report(): Promise<readonly string[]> {
    const { json } = await this.job.outcome({ command: 'report', ledger: '' });
    if (!('incomplete' in json) || !Array.isArray(json.incomplete)) throw new Error(JSON.stringify(json));
    return json.incomplete;
  }

  get asked(): number {
    return this.github.exchanges.filter(({ path }) => path.endsWith('/activity')).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
    this.job[Symbol.dispose]();
    await this.github.close();
  }
}

describe('a ledger branch that was', () => {
  it('deleted, and made again by the next record: is not taken for a week in which little was used', async () => {
    await using scene = await Scene.open();
    expect(await scene.resolve()).toMatchObject({ budget: expect.stringContaining('400,000'), said: '' });
    const before = scene.history.head;
    scene.history.delete();
    const lost = `mallory deleted the branch haiku-first-ledger at 2026-11-24T10:00:00Z, and its records up to ${before} are not all there`;
    expect((await scene.resolve()).said).toContain(lost);
    await scene.record('3');
    const { budget, said } = await scene.resolve();
    expect(budget).toContain('200,000');
    expect(said).toContain(`The usage of week 2026-W48 is not fully known: ${lost}`);
    expect((await scene.report()).join()).toContain(lost);
  });

  it('forced to an older head: the same', async () => {
    await using scene = await Scene.open();
    const before = scene.history.head;
    scene.history.force('haiku-first-ledger~1');
    const lost = `mallory forced another commit onto the branch haiku-first-ledger at 2026-11-24T10:00:00Z, and its records up to ${before} are not all there`;
    expect((await scene.resolve()).said).toContain(lost);
    expect((await scene.report()).join()).toContain(lost);
  });

  it.each(['delete', 'force'] as const)(
    '%sd is whole again once what it had is merged into it',
    async (how) => {
      await using scene = await Scene.open();
      const before = scene.history.head;
      if (how === 'delete') scene.history.delete();
      else scene.history.force('haiku-first-ledger~1');
      await scene.record('3');
      const clone = join(scene.job.folder, 'clone');
      git(scene.job.folder, 'clone', '--quiet', '--branch', 'haiku-first-ledger', scene.repository, clone);
      git(clone, 'fetch', '--quiet', 'origin', before);
      git(clone, 'merge', '--quiet', '--allow-unrelated-histories', '--message=Restore', before);
      git(clone, 'push', '--quiet', 'origin', 'HEAD:haiku-first-ledger');
      expect(await scene.resolve()).toMatchObject({ budget: expect.stringContaining('600,000'), said: '' });
      expect((await scene.report()).join()).toBe('the week has not ended');
    },
  );

  it('deleted: is treated as on_unmeasured says', async () => {
    await using deferring = await Scene.open(told('defer'));
    deferring.history.delete();
    expect(await deferring.resolve()).toMatchObject({ decision: 'defer' });
    await using failing = await Scene.open(told('fail'));
    failing.history.delete();
    await expect(failing.resolve()).rejects.toThrow('mallory deleted the branch');
  });

  it('deleted before the week, or by nobody that GitHub knows', async () => {
    await using scene = await Scene.open();
    scene.history.delete({ at: '2026-11-22T23:59:59Z' });
    await scene.record('3');
    expect((await scene.resolve()).said).toBe('');
    scene.history.delete({ by: null });
    expect((await scene.resolve()).said).toContain('somebody deleted the branch');
  });
});

describe('GitHub', () => {
  it.each([
    ['refuses', { status: 403 }, 'contents: read'],
    ['does not know', { status: 404 }, '404'],
    ['fails', { status: 503 }, 'GitHub failed with status 503'],
    ['answers something else', { status: 200, body: new TextEncoder().encode('{}') }, 'cannot be read'],
  ])('that %s decides nothing, and a note says so', async (_, fault, why) => {
    await using scene = await Scene.open(told('fail'), { path: /\/activity$/, ...fault });
    const { decision, said } = await scene.resolve();
    expect(decision).toBe('run');
    expect(said).toContain(
      'Whether the branch haiku-first-ledger was deleted or forced could not be asked: ',
    );
    expect(said).toContain(why);
  });

  it('is not asked of a ledger elsewhere, of another week, or while the budget only observes', async () => {
    await using scene = await Scene.open();
    scene.history.delete();
    await scene.resolve({ ledger: scene.repository });
    await scene.resolve({ week: '2026-W47' });
    scene.job.commit({ 'allocation.yaml': PLAIN.replace('mode: enforce', 'mode: observe') });
    await scene.resolve();
    expect(scene.asked).toBe(0);
  });
});
