import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { execute } from '../../src/commands/cli-execute.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { ARTIFACT_FILE } from '../../src/github/artifact-names.ts';
import { type Deferral, deferralId } from '../../src/usage/deferral.ts';
import { checkDeferral } from '../../src/usage/deferral-check.ts';
import { readStoredLine, recordEntry } from '../../src/usage/ledger-line.ts';
import { ledger } from '../ledger/support.ts';
import { output, record } from '../report/records.ts';
import { type Github, startGithub } from '../support/github/index.ts';
import { zipOf } from '../support/zip.ts';
import { AgentJob } from './agent-job.ts';
import { ArtifactService } from './artifact-service.ts';
import { finishRun, type RunSays } from './finished-run.ts';

const HEAD = 'a'.repeat(40);
const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts: { security_critical: { type: boolean }, component: { type: string } }
agents:
  GITHUB: { default: haiku }
  TESTING: { default: sonnet }
  SECURITY: { default: opus }
floors:
  - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }
budget: { mode: enforce, weekly: { tokens: 1000 }, critical_reserve: 0.1 }
`;

/** A job whose week has used so many of its 1,000 tokens, and the collector after it. */
class Scene implements AsyncDisposable {
  readonly job = new AgentJob({ GITHUB_SHA: '' });
  readonly location = join(this.job.folder, 'ledger.git');
  readonly service: ArtifactService;
  readonly github: Github;

  private constructor(service: ArtifactService, github: Github) {
    this.service = service;
    this.github = github;
  }

  static async open(tokens: number): Promise<Scene> {
    const scene = new Scene(await ArtifactService.start(), await startGithub());
    scene.job.git('init', '--quiet', '--bare', scene.location);
    writeFileSync(join(scene.job.folder, 'checkout', 'allocation.yaml'), ALLOCATION);
    scene.job.git('commit', '--quiet', '--all', '--message=Budget');
    await using store = await ledger(scene.location, scene.job.folder);
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    await store.append([recordEntry(record({ at: now, tokens: output(tokens) }))], { run: '1', attempt: 1 });
    return scene;
  }

  get sha(): string {
    return this.job.git('rev-parse', 'HEAD').trim();
  }

  /** `resolve` and the end of its job. */
  async work(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
    const given = { command: 'resolve', phase: 'EXEC', ledger: this.location, 'job-id': '4711', ...inputs };
    const all = { GITHUB_SHA: this.sha, ...this.service.env(), ...env };
    const step = await this.job.action(given, all);
    const post = await this.job.post(given, step.state, all);
    return { step, post };
  }

  /** The deferrals that were uploaded last. */
  uploaded(): readonly Deferral[] {
    const [, ...lines] = (this.service.uploads.at(-1)?.text ?? '').trimEnd().split('\n');
    return lines.flatMap((line) => {
      const checked = checkDeferral(JSON.parse(line));
      return checked.ok ? [checked.value] : [];
    });
  }

  /** An artifact as a hostile job would make it. */
  upload(deferrals: readonly object[]): void {
    const head = { schema: 'haiku-first/job@1', job_id: '4711' };
    const content = [head, ...deferrals].map((value) => JSON.stringify(value)).join('\n');
    const name = `haiku-first-usage-2-review-${this.service.uploads.length}`;
    this.service.uploads.push({ name, zip: zipOf([{ name: ARTIFACT_FILE, content }]), text: '' });
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into the document
  async collect(says: RunSays = {}, args: readonly string[] = [], exitCode = 0): Promise<any> {
    finishRun(this.github, this.service, { event: 'push', headSha: this.sha, ...says });
    const token = await this.github.token({ actions: 'read', contents: 'write' });
    const result = await execute(['collect', '--run', '123', '--ledger', this.location, '--json', ...args], {
      env: {
        ...{ PATH: process.env.PATH, HOME: this.job.home, GITHUB_REPOSITORY: 'octo/demo' },
        ...{ ...this.github.env(token), GITHUB_TOKEN: token },
      },
      cwd: this.job.folder,
      clock: () => new Date(),
      commands: COMMANDS,
    });
    const document = JSON.parse(result.stdout);
    if (result.exitCode !== exitCode) throw new Error(JSON.stringify(document));
    return exitCode === 0 ? document : { ...document, said: result.stderr.join('\n') };
  }

  /** The deferrals in the ledger. */
  async kept(): Promise<readonly Deferral[]> {
    await using store = await ledger(this.location, this.job.folder);
    return (await store.readAll()).entries.flatMap(({ line }) => {
      const reading = readStoredLine(line);
      return reading.ok && reading.entry.content.kind === 'deferral' ? [reading.entry.content.deferral] : [];
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.job[Symbol.dispose]();
    await this.service[Symbol.asyncDispose]();
    await this.github.close();
  }
}

function claimOf(change: Partial<Deferral>): Deferral {
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const whole: Deferral = {
    ...{ schema: 'haiku-first/deferral@1', id: '', at, repository: 'octo/demo' },
    run: { id: '123', attempt: 2, job: 'review' },
    ...{ work_item: 'issue-7', head: null, agent: 'TESTING', phase: 'EXEC', tier: 'sonnet', priority: 50 },
    ...{ critical: false, reason: 'zone', not_before: at, task: {} },
    ...change,
  };
  return { ...whole, id: deferralId(whole) };
}

describe('what a job puts off', () => {
  it('goes through an artifact and the collector into the ledger, once, with nothing that names a workflow', async () => {
    await using scene = await Scene.open(960);
    const { step, post } = await scene.work({ agent: 'TESTING', task: '{"component": "api"}' });
    expect(step.outputs.decision).toBe('defer');
    expect(post.status).toBe(0);
    const [deferral] = scene.uploaded();
    expect(deferral).toMatchObject({
      ...{ agent: 'TESTING', phase: 'EXEC', tier: 'sonnet', priority: 50, critical: false, head: scene.sha },
      ...{ work_item: 'issue-7', run: { id: '123', attempt: 2, job: 'review' }, task: { component: 'api' } },
      reason: expect.stringContaining('RED'),
    });
    expect(Object.keys(deferral ?? {}).sort()).toEqual(
      [
        ...['agent', 'at', 'critical', 'head', 'id', 'not_before', 'phase', 'priority', 'reason'],
        ...['repository', 'run', 'schema', 'task', 'tier', 'work_item'],
      ].sort(),
    );
    expect(await scene.collect()).toMatchObject({ deferred: 1, refused: [] });
    await scene.collect();
    expect(await scene.kept()).toEqual([deferral]);
    expect(scene.job.git('-C', scene.location, 'rev-list', '--count', 'haiku-first-ledger').trim()).toBe('2');
  });

  it('keeps its pull request and its head in a run that a drain started, so that it is started once more', async () => {
    await using scene = await Scene.open(960);
    const repo = await scene.github.repository('octo/demo');
    const root = await repo.commit({ a: '1' }, { branch: 'main' });
    const head = await repo.commit({ a: '2' }, { parents: [root], branch: 'topic' });
    const pull = await repo.pullRequest({ head: 'topic' });
    const token = await scene.github.token({ contents: 'read', pull_requests: 'read', actions: 'read' });
    const inputs = { agent: 'TESTING', 'work-item': `pr-${pull.number}`, 'github-token': token };
    const started = {
      ...{ GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_API_URL: scene.github.apiUrl },
    };
    const { step } = await scene.work(inputs, started);
    expect(step.outputs.decision).toBe('defer');
    expect(scene.uploaded()).toMatchObject([{ work_item: `pr-${pull.number}`, head }]);
    scene.upload([claimOf({ work_item: `pr-${pull.number}`, head: 'f'.repeat(40) })]);
    const collected = await scene.collect({ event: 'workflow_dispatch', headSha: scene.sha });
    expect(collected.deferred).toBe(1);
    expect(collected.refused).toEqual([
      expect.objectContaining({ why: expect.stringContaining(`head must be ${scene.sha}`) }),
    ]);
    expect(await scene.kept()).toMatchObject([{ work_item: `pr-${pull.number}`, head }]);
  });

  it('of a whole phase goes the same way, security first', async () => {
    await using scene = await Scene.open(1100);
    const { step } = await scene.work({});
    expect(step.status).toBe(1);
    expect(scene.uploaded().map(({ agent, priority }) => [agent, priority])).toEqual([
      ['SECURITY', 90],
      ['GITHUB', 50],
      ['TESTING', 50],
    ]);
    expect(await scene.collect()).toMatchObject({ deferred: 3 });
  });

  it('is not to be tried again at once where a model cannot be had, and at once where the zone defers', async () => {
    await using scene = await Scene.open(960);
    await scene.work({ agent: 'TESTING' });
    const [zone] = scene.uploaded();
    expect(zone?.not_before).toBe(zone?.at);
    const text = ALLOCATION.replace('critical_reserve: 0.1', 'on_unmeasured: defer');
    writeFileSync(join(scene.job.folder, 'checkout', 'allocation.yaml'), text);
    scene.job.git('commit', '--quiet', '--all', '--message=Defer');
    await scene.work({ agent: 'TESTING', ledger: join(scene.job.folder, 'nowhere') });
    const [unknown] = scene.uploaded();
    expect(Date.parse(unknown?.not_before ?? '') - Date.parse(unknown?.at ?? '')).toBe(15 * 60 * 1000);
  });

  it('is written at once with record: push, and nowhere with record: off', async () => {
    await using scene = await Scene.open(960);
    await scene.work({ agent: 'TESTING', record: 'off' });
    expect([scene.service.uploads.length, await scene.kept()]).toEqual([0, []]);
    await scene.work({ agent: 'TESTING', record: 'push' });
    expect(await scene.kept()).toMatchObject([{ agent: 'TESTING' }]);
    expect(scene.service.uploads).toEqual([]);
  });

  it('is nothing where it runs, where a person asked for it, and in a pull request of a fork', async () => {
    await using scene = await Scene.open(100);
    await scene.work({ agent: 'TESTING' });
    expect(scene.uploaded()).toEqual([]);
    await using spent = await Scene.open(960);
    const { step } = await spent.work({ agent: 'TESTING', tier: 'opus', reason: 'a hard one' });
    expect(step.outputs.decision).toBe('defer');
    expect(step.stdout).toContain('is not started again by itself');
    expect(spent.service.uploads).toEqual([]);
  });

  it('is in the log, ready to be imported, where there is no artifact service', async () => {
    await using scene = await Scene.open(960);
    const { post } = await scene.work({ agent: 'TESTING' }, { ACTIONS_RESULTS_URL: '' });
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/^::warning title=Deferred work not handed on::/m);
    const line = post.stdout.split('\n').find((text) => text.includes('haiku-first/deferral@1'));
    expect(readStoredLine(line?.trim() ?? '').ok).toBe(true);
  });
});

describe('a deferral in an artifact', () => {
  it('is taken only where it agrees with what GitHub says of the run', async () => {
    await using scene = await Scene.open(100);
    const good = claimOf({ agent: 'GITHUB' });
    const forged: Record<string, object> = {
      'another repository': claimOf({ repository: 'mallory/demo' }),
      'another run': claimOf({ run: { id: '124', attempt: 2, job: 'review' } }),
      'a later attempt': claimOf({ run: { id: '123', attempt: 3, job: 'review' } }),
      'a time before the job': claimOf({ at: '2026-01-01T00:00:00Z' }),
      'a time to come': claimOf({ at: '2099-01-01T00:00:00Z' }),
      'another commit': claimOf({ head: HEAD }),
      'a workflow': { ...claimOf({}), workflow: 'deploy.yml' },
      'a far priority': { ...claimOf({}), priority: 1_000_000 },
    };
    scene.upload([good, ...Object.values(forged)]);
    const document = await scene.collect();
    expect(document.deferred).toBe(1);
    expect(document.refused).toHaveLength(Object.keys(forged).length);
    expect(await scene.kept()).toEqual([good]);
  });

  it('of a run of a pull request is about that one alone', async () => {
    await using scene = await Scene.open(100);
    scene.upload([claimOf({ work_item: 'pr-99' }), claimOf({ work_item: 'ticket-1' })]);
    await scene.github.repository('octo/demo');
    const says = { event: 'pull_request', headBranch: 'topic' };
    expect(await scene.collect(says)).toMatchObject({
      deferred: 1,
      refused: [{ why: expect.stringContaining('work_item must be the pull request of the run') }],
    });
    expect(await scene.kept()).toMatchObject([{ work_item: 'ticket-1' }]);
  });

  it('is not refused because GitHub failed: the run is collected again', async () => {
    await using scene = await Scene.open(100);
    const repository = await scene.github.repository('octo/demo');
    const base = await repository.commit({ 'a.txt': 'a' }, { branch: 'main' });
    await repository.commit({ 'a.txt': 'b' }, { parents: [base], branch: 'topic' });
    const pull = await repository.pullRequest({ head: 'topic' });
    const deferral = claimOf({ work_item: `pr-${pull.number}`, head: pull.head.sha });
    const used = record({ at: deferral.at, run: deferral.run, tokens: output(1) });
    scene.upload([deferral, used]);
    const says = { event: 'workflow_dispatch', headSha: scene.sha };
    // As often as it is asked in one go.
    scene.github.fault({ path: /\/pulls\/\d+$/, status: 503, times: 4 });
    const failed = await scene.collect(says, [], 2);
    // What the run used is in the ledger all the same.
    expect(failed).toMatchObject({ deferred: 0, written: 1 });
    expect(failed.said).toMatch(/could not be judged.*failed with status 503.*Collect the run again/s);
    expect(await scene.kept()).toEqual([]);
    expect(await scene.collect(says)).toMatchObject({ deferred: 1, written: 0, refused: [] });
    expect(await scene.kept()).toEqual([deferral]);
  });

  it('of a fork, or of Dependabot, is not written', async () => {
    await using scene = await Scene.open(100);
    scene.upload([claimOf({})]);
    expect(await scene.collect({ headRepository: 'mallory/demo' })).toMatchObject({ deferred: 0 });
    expect(await scene.kept()).toEqual([]);
  });

  it('is not read where the files of one run would fill the memory: the others are', async () => {
    await using scene = await Scene.open(100);
    const padding = ' '.repeat(6 << 20);
    const file = (name: string, content: string): void => {
      scene.service.uploads.push({ name, zip: zipOf([{ name: ARTIFACT_FILE, content }]), text: '' });
    };
    for (const number of [1, 2, 3])
      file(
        `haiku-first-usage-${number}`,
        `${JSON.stringify(claimOf({ work_item: `ticket-${number}` }))}${padding}`,
      );
    expect(await scene.collect()).toMatchObject({
      deferred: 2,
      refused: [{ artifact: 'haiku-first-usage-3', why: expect.stringContaining('too long') }],
    });
  });

  it('of one run is at most 1,000 times taken, and the rest is told', async () => {
    await using scene = await Scene.open(100);
    for (let file = 0; file < 4; file += 1)
      scene.upload(
        Array.from({ length: 260 }, (_, index) => claimOf({ work_item: `ticket-${file}-${index}` })),
      );
    expect(await scene.collect()).toMatchObject({
      deferred: 1000,
      refused: [{ artifact: 'the run', why: '40 of its deferrals were not taken: at most 1000 are.' }],
    });
  });

  it('comes with at most 300 others', async () => {
    await using scene = await Scene.open(100);
    scene.upload(Array.from({ length: 301 }, (_, index) => claimOf({ work_item: `ticket-${index}` })));
    expect(await scene.collect()).toMatchObject({
      deferred: 0,
      refused: [{ why: 'It has 301 deferrals: at most 300 are read.' }],
    });
  });
});
