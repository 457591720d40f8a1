import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../src/deferral/claims.ts';
import { later } from '../../../src/time/instant.ts';
import { claimToken, type Deferral, type DrainEvent } from '../../../src/usage/records/deferral.ts';
import { drainEntry, recordEntry } from '../../../src/usage/records/ledger-line.ts';
import { ALLOCATION, deferral, NOW } from '../../deferral/works.ts';
import { git } from '../../ledger/support.ts';
import { output, record } from '../../report/records.ts';
import { flyRuns } from '../../support/github/flying-runs.ts';
import { payload } from '../../support/github/index.ts';
import { DrainScene } from './scene.ts';

/** Work that is about no pull request, so that nobody has to be asked about it. */
const ticket = (number: number, change: Partial<Deferral> = {}): Deferral =>
  deferral(number, { work_item: `ticket-${number}`, ...change });
const events = (steps: readonly DrainEvent[]): string[] => steps.map(({ event }) => event).sort();

describe('drain', () => {
  it('starts deferred work, tells what it started, and does not start it again', async () => {
    await using scene = await DrainScene.open();
    await scene.put([ticket(1), ticket(2)]);
    const report = await scene.drain();
    expect(report).toMatchObject({
      schema: 'haiku-first/drain-report@1',
      repository: 'octo/demo',
      dry_run: false,
      stopped: null,
      pushes: 2,
      waiting: [],
      dropped: [],
      refused: [],
      unconfirmed: [],
      ignored: [],
    });
    expect(report.started.map(({ run, workflow }) => [run, workflow])).toEqual([
      ['7000', 'agent.yml'],
      ['7001', 'agent.yml'],
    ]);
    const [run] = scene.dispatched.runs;
    const { id, head } = ticket(1);
    expect(scene.dispatched.runs.map(({ ref }) => ref)).toEqual(['main', 'main']);
    expect([1, 2].map((number) => claimToken(ticket(number).id)).sort()).toEqual(scene.claims);
    expect(scene.dispatched.runs.find(({ inputs }) => inputs.work === 'ticket-1')).toMatchObject({
      inputs: { agent: 'TESTING', phase: 'EXEC', work: 'ticket-1', head, claim: claimToken(id) },
    });
    expect(run?.title).toContain('hf-');
    expect(await scene.drain()).toMatchObject({ started: [], pushes: 0 });
    expect(scene.dispatched.runs).toHaveLength(2);
    expect(events(await scene.steps())).toEqual(['claimed', 'claimed', 'started', 'started']);
  });

  it('shows what it would do with --dry-run, and does nothing', async () => {
    await using scene = await DrainScene.open();
    await scene.put([ticket(1)]);
    expect(await scene.drain(['--dry-run'])).toMatchObject({
      dry_run: true,
      pushes: 0,
      started: [{ workflow: 'agent.yml', run: null }],
    });
    expect([scene.dispatched.requests, await scene.steps()]).toEqual([0, []]);
  });

  it('tells no workflow that the fact of a floor is false, whatever the deferral says', async () => {
    const allocation = ALLOCATION.replace(
      'facts:',
      'facts:\n  final: { type: boolean }\n  docs: { type: boolean }',
    )
      .replace('floors:', 'floors:\n  - { id: final, agents: [TESTING], if: task.final, minimum: opus }')
      .replace('pull: pull_request', 'pull: task');
    await using scene = await DrainScene.open({ allocation });
    await scene.put([ticket(1, { task: { final: false, docs: false } })]);
    expect((await scene.drain()).started).toHaveLength(1);
    expect(scene.dispatched.runs[0]?.inputs.pull).toBe('{"docs":false}');
  });

  it('takes the workflows from the default branch, not from the work tree', async () => {
    await using scene = await DrainScene.open();
    await scene.put([ticket(1)]);
    await scene.repository.commit(
      { 'allocation.yaml': ALLOCATION.replaceAll('agent.yml', 'deploy.yml') },
      { branch: 'topic' },
    );
    await writeFile(`${scene.cwd}/allocation.yaml`, ALLOCATION.replaceAll('agent.yml', 'deploy.yml'));
    await scene.drain();
    expect(scene.dispatched.runs.map(({ workflow }) => workflow)).toEqual(['agent.yml']);
  });

  it('starts nothing for forged lines, and for lines that it cannot read', async () => {
    await using scene = await DrainScene.open();
    const workflow = { ...ticket(9), workflow: 'deploy.yml' };
    const far = { ...ticket(8), priority: 1_000_000 };
    const raw = [workflow, far].map((forged) => ({
      line: JSON.stringify(forged),
      id: forged.id,
      at: forged.at,
      content: { kind: 'passed-over' } as const,
    }));
    await scene.put([
      ticket(1, { agent: 'DEPLOY' }),
      ticket(2, { repository: 'mallory/demo' }),
      ticket(3, { at: later(NOW, 3600) }),
      ...raw,
    ]);
    const report = await scene.drain();
    expect(report.ignored.map(({ why }) => why).sort()).toEqual([
      'belongs to another repository',
      'is dated in the future',
      'is of a cell that allocation.yaml does not have',
    ]);
    expect(scene.dispatched.requests).toBe(0);
    expect(git(scene.location, 'rev-list', '--count', 'haiku-first-ledger')).toBe('1');
  });

  it('drops work whose pull request is closed, has a newer head, is of a fork, or was never there', async () => {
    await using scene = await DrainScene.open();
    const { repository, github } = scene;
    const base = repository.tip('main');
    const file = { 'allocation.yaml': ALLOCATION };
    for (const name of ['open', 'moved', 'closed'])
      await repository.commit({ ...file, name }, { parents: [base], branch: name });
    const fork = await repository.fork('mallory');
    await fork.commit({ ...file, name: 'fork' }, { parents: [base], branch: 'fork' });
    const pulls = [];
    for (const head of ['open', 'moved', 'closed']) pulls.push(await repository.pullRequest({ head }));
    const [open, moved, closed] = pulls;
    const foreign = await repository.pullRequest({ head: 'fork', fork });
    if (open === undefined || moved === undefined || closed === undefined) throw new Error('no pull request');
    await github.ask('PATCH', `/repos/octo/demo/pulls/${closed.number}`, { body: { state: 'closed' } });
    const about = (number: number, head: string): Deferral => deferral(number, { head });
    await scene.put([
      about(open.number, open.head.sha),
      about(moved.number, 'a'.repeat(40)),
      about(closed.number, closed.head.sha),
      about(foreign.number, foreign.head.sha),
      about(999, 'b'.repeat(40)),
    ]);
    const report = await scene.drain();
    expect(report.started.map(({ work_item: item }) => item)).toEqual([`pr-${open.number}`]);
    expect(report.dropped.map(({ why }) => why).sort()).toEqual(
      [
        `pull request ${closed.number} is closed`,
        `pull request ${foreign.number} comes from a fork`,
        `pull request ${moved.number} has a newer head`,
        'there is no pull request 999',
      ].sort(),
    );
    expect(events(await scene.steps())).toEqual([...Array(4).fill('dropped'), 'claimed', 'started'].sort());
    const lists = github.exchanges.filter(({ path }) => path === '/repos/octo/demo/pulls');
    expect(lists).toHaveLength(1);
    expect((await scene.drain()).dropped).toEqual([]);
  });

  it('drops work whose issue is closed', async () => {
    await using scene = await DrainScene.open();
    const issue = async (): Promise<number> => {
      const made = await scene.github.ask('POST', '/repos/octo/demo/issues', { body: { title: 'A' } });
      return (made as { number: number }).number;
    };
    const [open, closed] = [await issue(), await issue()];
    await scene.github.ask('PATCH', `/repos/octo/demo/issues/${closed}`, { body: { state: 'closed' } });
    await scene.put([open, closed].map((number) => deferral(number, { work_item: `issue-${number}` })));
    const report = await scene.drain();
    expect(report.started.map(({ work_item: item }) => item)).toEqual([`issue-${open}`]);
    expect(report.dropped.map(({ why }) => why)).toEqual([`issue ${closed} is closed`]);
  });

  it('asks about the most urgent issues first, however many others there are', async () => {
    await using scene = await DrainScene.open();
    for (let number = 1; number <= 52; number += 1)
      await scene.github.ask('POST', '/repos/octo/demo/issues', { body: { title: 'A' } });
    const urgent = { agent: 'SECURITY', tier: 'opus', priority: 90, critical: true };
    const works = Array.from({ length: 51 }, (_, index) =>
      deferral(index + 1, { work_item: `issue-${index + 1}` }),
    );
    await scene.put([...works, deferral(52, { ...urgent, work_item: 'issue-52' })]);
    const { started, waiting } = await scene.drain();
    expect(started[0]?.work_item).toBe('issue-52');
    expect(waiting.map(({ why }) => why)).toEqual(Array(2).fill('GitHub will be asked about it later'));
  });

  it('loses nothing where the token may not see what has become of the work', async () => {
    await using scene = await DrainScene.open();
    await scene.put([deferral(3, { work_item: 'issue-3' })]);
    scene.github.fault({ path: /\/issues/, status: 404 });
    const { exitCode, stdout } = await scene.run();
    expect(exitCode).toBe(2);
    expect(stdout).toContain('issues: read');
    expect(await scene.steps()).toEqual([]);
  });

  it('stops where the budget is spent, and lets security-critical work go on', async () => {
    await using scene = await DrainScene.open();
    const used = Array.from({ length: 10 }, (_, index) =>
      recordEntry(
        record({
          agent: 'TESTING',
          phase: 'EXEC',
          tier_used: 'sonnet',
          tokens: output(38_000),
          run: { id: String(5000 + index), attempt: 1, job: 'review' },
        }),
      ),
    );
    const security = ticket(3, { agent: 'SECURITY', tier: 'opus', priority: 90, critical: true });
    await scene.put([...used, ticket(1), ticket(2), security]);
    const report = await scene.drain();
    expect(report.started.map(({ agent }) => agent)).toEqual(['SECURITY', 'TESTING']);
    expect(report.waiting.map(({ why }) => why)).toEqual([expect.stringContaining('sonnet')]);
  });

  it('knows in the first hours of a week from the week before what it starts', async () => {
    await using scene = await DrainScene.open();
    const lastWeek = Array.from({ length: 3 }, (_, index) =>
      recordEntry(
        record({
          agent: 'TESTING',
          phase: 'EXEC',
          tier_used: 'sonnet',
          tokens: output(200_000),
          at: '2026-11-20T12:00:00Z',
          run: { id: String(5000 + index), attempt: 1, job: 'review' },
        }),
      ),
    );
    await scene.put([...lastWeek, ...[1, 2, 3, 4].map((number) => ticket(number))]);
    // Sonnet has 400,000 tokens: nothing is spent, and two runs use all of them.
    const { started, waiting } = await scene.drain();
    expect([started.length, waiting.length]).toEqual([2, 2]);
  });

  it('starts nothing on figures that are not known in full, where the budget says defer or fail', async () => {
    const onUnmeasured = (what: string) =>
      ALLOCATION.replace('mode: enforce', `mode: enforce\n  on_unmeasured: ${what}`);
    const unmeasured = recordEntry(
      record({ tokens: null, measured: 'none', cost_microusd: null, cost_basis: 'unmeasured' }),
    );
    await using deferring = await DrainScene.open({ allocation: onUnmeasured('defer') });
    await deferring.put([unmeasured, ticket(1)]);
    const { waiting } = await deferring.drain();
    expect(waiting.map(({ why }) => why)).toEqual([
      expect.stringContaining('the weekly usage is not fully known, budget.on_unmeasured: defer'),
    ]);
    await using failing = await DrainScene.open({ allocation: onUnmeasured('fail') });
    await failing.put([unmeasured, ticket(1)]);
    const { exitCode, stderr } = await failing.run();
    expect(exitCode).toBe(2);
    expect(stderr.join('\n')).toMatch(
      /allocation\.yaml:\d+:\d+: The usage of week 2026-W48 is not fully known/,
    );
    expect(await failing.steps()).toEqual([]);
  });

  it('counts the runs that are under way, each once', async () => {
    const used = (workflow?: string) =>
      Array.from({ length: 10 }, (_, index) =>
        recordEntry(
          record({
            agent: 'TESTING',
            phase: 'EXEC',
            tier_used: 'sonnet',
            tokens: output(36_000),
            run: { id: String(5000 + index), attempt: 1, job: 'review' },
            ...(workflow === undefined ? {} : { workflow }),
          }),
        ),
      );
    // 360,000 of the 400,000 tokens that sonnet has are used: with two more runs under way nothing is left.
    await using scene = await DrainScene.open();
    flyRuns(scene.github, [{ id: 8001 }, { id: 8002 }]);
    await scene.put([...used('.github/workflows/review.yml'), ticket(1), ticket(2), ticket(3)]);
    expect((await scene.drain()).started).toEqual([]);
    // What it has started itself it knows better than the list of runs does.
    await using other = await DrainScene.open();
    flyRuns(other.github, [{ id: 7000 }]);
    await other.put([...used('.github/workflows/review.yml'), ticket(1), ticket(2), ticket(3)]);
    const step = stepOf(ticket(1), 'started', { run: '8', attempt: 1, nonce: 'cd'.repeat(8) }, NOW, {
      run_id: '7000',
    });
    await other.put([drainEntry(step)]);
    expect((await other.drain()).started).toHaveLength(1);
  });

  it('raises one alert for what is open for too long and for what GitHub refuses, and tells it once', async () => {
    await using scene = await DrainScene.open({ allocation: ALLOCATION.replace('agent.yml', 'gone.yml') });
    const old = ticket(1, { agent: 'GITHUB', at: later(NOW, -8 * 86_400), work_item: '@octocat #1' });
    await scene.put([old, ticket(2)]);
    const report = await scene.drain();
    expect(report.too_old).toHaveLength(1);
    expect(report.refused).toMatchObject([{ why: expect.stringContaining('gone.yml') }]);
    expect(events(await scene.steps())).toEqual(['claimed', 'released']);
    await scene.drain();
    const issues = (await scene.github.ask('GET', '/repos/octo/demo/issues')) as {
      title: string;
      body: string;
      comments: number;
    }[];
    expect(issues.map(({ title, comments }) => [title, comments])).toEqual([
      ['haiku-first: deferred work needs a person', 0],
    ]);
    expect(issues[0]?.body).toContain('GITHUB/EXEC');
    expect(issues[0]?.body).not.toContain('@octocat');
  });

  it('does not run for a pull request, and not without a ledger', async () => {
    await using scene = await DrainScene.open();
    const path = `${scene.folder}/event.json`;
    await writeFile(path, JSON.stringify(payload('pull_request')));
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
    const refused = await scene.run([], env);
    expect([refused.exitCode, refused.stdout]).toEqual([
      2,
      expect.stringContaining('does not run for a pull request'),
    ]);
    const none = await scene.run(['--ledger', 'none']);
    expect([none.exitCode, none.stdout]).toEqual([2, expect.stringContaining('drain needs a ledger')]);
    expect(scene.github.exchanges).toEqual([]);
  });
});
