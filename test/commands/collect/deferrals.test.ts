import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTIFACT_FILE } from '../../../src/github/artifacts/index.ts';
import { readStoredLine } from '../../../src/usage/records/ledger-line.ts';
import { output, record } from '../../report/records.ts';
import { zipOf } from '../../support/zip.ts';
import { ALLOCATION, claimOf, HEAD, Scene } from './deferral-scene.ts';

describe('what a job defers', () => {
  it('goes through an artifact and the collector into the ledger, once, with nothing that names a workflow', async () => {
    await using scene = await Scene.open(960);
    const { step, post } = await scene.work({ agent: 'TESTING', task: '{"component": "api"}' });
    expect(step.outputs.decision).toBe('defer');
    expect(post.status).toBe(0);
    const [deferral] = scene.uploaded();
    expect(deferral).toMatchObject({
      agent: 'TESTING',
      phase: 'EXEC',
      tier: 'sonnet',
      priority: 50,
      critical: false,
      head: scene.job.sha,
      work_item: 'issue-7',
      run: { id: '123', attempt: 2, job: 'review' },
      task: { component: 'api' },
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
    expect(scene.job.git('-C', scene.ledger, 'rev-list', '--count', 'haiku-first-ledger').trim()).toBe('2');
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
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_API_URL: scene.github.apiUrl,
    };
    const { step } = await scene.work(inputs, started);
    expect(step.outputs.decision).toBe('defer');
    expect(scene.uploaded()).toMatchObject([{ work_item: `pr-${pull.number}`, head }]);
    scene.uploadLines([claimOf({ work_item: `pr-${pull.number}`, head: 'f'.repeat(40) })]);
    const collected = await scene.collect({ event: 'workflow_dispatch', headSha: scene.job.sha });
    expect(collected.deferred).toBe(1);
    expect(collected.refused).toEqual([
      expect.objectContaining({ why: expect.stringContaining(`head must be ${scene.job.sha}`) }),
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
    scene.job.commit({ 'allocation.yaml': text });
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
    expect(step.stdout).toContain('is not started again');
    expect(spent.service.uploads).toEqual([]);
  });

  it('is in the log, ready to be imported, where there is no artifact service', async () => {
    await using scene = await Scene.open(960);
    const { post } = await scene.work({ agent: 'TESTING' }, { ACTIONS_RESULTS_URL: '' });
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/^::warning title=Deferred work not passed on::/m);
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
    scene.uploadLines([good, ...Object.values(forged)]);
    const document = await scene.collect();
    expect(document.deferred).toBe(1);
    expect(document.refused).toHaveLength(Object.keys(forged).length);
    expect(await scene.kept()).toEqual([good]);
  });

  it('of a run of a pull request is about that one alone', async () => {
    await using scene = await Scene.open(100);
    scene.uploadLines([claimOf({ work_item: 'pr-99' }), claimOf({ work_item: 'ticket-1' })]);
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
    const { at, run, work_item } = deferral;
    const used = record({ at, run, work_item, tokens: output(1) });
    scene.uploadLines([deferral, used]);
    const says = { event: 'workflow_dispatch', headSha: scene.job.sha };
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
    scene.uploadLines([claimOf({})]);
    expect(await scene.collect({ headRepository: 'mallory/demo' })).toMatchObject({ deferred: 0 });
    expect(await scene.kept()).toEqual([]);
  });

  it('is not read where the files of one run would fill the memory: the others are', async () => {
    await using scene = await Scene.open(100);
    const padding = ' '.repeat(6 << 20);
    const file = (name: string, content: string): void => {
      scene.upload(zipOf([{ name: ARTIFACT_FILE, content }]), name);
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
      scene.uploadLines(
        Array.from({ length: 260 }, (_, index) => claimOf({ work_item: `ticket-${file}-${index}` })),
      );
    expect(await scene.collect()).toMatchObject({
      deferred: 1000,
      refused: [{ artifact: 'the run', why: '40 of its deferrals were left out: at most 1000 are taken.' }],
    });
  });

  it('comes with at most 300 others', async () => {
    await using scene = await Scene.open(100);
    scene.uploadLines(Array.from({ length: 301 }, (_, index) => claimOf({ work_item: `ticket-${index}` })));
    expect(await scene.collect()).toMatchObject({
      deferred: 0,
      refused: [{ why: 'It has 301 deferrals: at most 300 are read.' }],
    });
  });
});
