import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordLine, type UsageRecord } from '../../../src/usage/records/record.ts';
import { run as use } from '../../report/records.ts';
import { ALLOCATION } from '../../support/job-scene.ts';
import { PullRequestScene } from './pull-request-scene.ts';

const SPENT = `${ALLOCATION}budget: { mode: enforce, weekly: { tokens: 1000 }, critical_reserve: 0.1 }
`;

describe('the usage comment of the collector', () => {
  it('says on the pull request what its jobs used, from their capture to the comment', async () => {
    await using scene = await PullRequestScene.open({ bundled: true });
    await scene.work();
    const { status, stdout, summary } = await scene.collectStep();
    expect(stdout).toContain('2 records written to the ledger');
    expect(status).toBe(0);
    const [comment, ...others] = await scene.comments();
    expect(others).toEqual([]);
    const shown = comment?.replace(/\[[0-9a-f]{7}\]\(\S+\)/, 'COMMIT').replace(/as of .*(?=<)/, 'as of NOW');
    expect(shown).toMatchInlineSnapshot(`
      "<!-- haiku-first:usage -->
      ### ❌ haiku-first usage: SECURITY ran on haiku, below its opus floor

      **Do not rely on its work.** Next: [run SECURITY again](https://github.com/octo/demo/actions/runs/123) on opus.

      | Agent | Model | Result | Cost |
      |---|---|---|--:|
      | ❌ SECURITY/EXEC | **haiku**, not opus | below floor | <1¢ |
      | TESTING/EXEC | sonnet | not known | <1¢ |
      | **The one job** |  |  | **<1¢** |

      <details>
      <summary>2 agents, 446 tokens</summary>

      | Agent | Asked → used | Tokens | Cache reads |
      |---|---|--:|--:|
      | SECURITY/EXEC | \`opus-5-5 → haiku-5-5\` | 127 | 1k |
      | TESTING/EXEC | \`sonnet-5-5\` | 319 | 6k |

      Tokens are input, cache writes and output; cache reads are in the cost alone.

      </details>

      <sub>List prices as reported by the jobs, not a bill · [run 123](https://github.com/octo/demo/actions/runs/123) · commit COMMIT · as of NOW</sub>
      "
    `);
    expect(summary).toContain(`Shown on #`);
  });

  it('says what the jobs of a run have reported before anybody collects it, where the run may read itself', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    const blind = await scene.report({ mayRead: false });
    expect(blind.status).toBe(0);
    expect(blind.stdout).toContain('What the jobs of this run used is shown once it is collected.');
    expect(blind.stdout).toContain('actions: read');
    expect(await scene.comments()).toEqual([expect.not.stringContaining('| TESTING/EXEC |')]);
    await scene.report();
    expect(scene.lines()).toEqual([]);
    expect(await scene.comments()).toEqual([expect.stringContaining('| TESTING/EXEC |')]);
    await scene.collectStep();
    const [comment, ...others] = await scene.comments();
    expect(others).toEqual([]);
    expect(comment?.match(/\| TESTING\/EXEC \| sonnet/g)).toHaveLength(1);
  });

  it.each([
    ['what its jobs used', false],
    ['work that was put off', true],
  ])('is the same, byte for byte, whoever writes it: %s', async (_, deferring) => {
    const files = { 'allocation.yaml': deferring ? SPENT : ALLOCATION };
    await using scene = await PullRequestScene.open({ files });
    if (deferring) await scene.defer();
    else await scene.work();
    await scene.report();
    const before = await scene.comments();
    expect(before).toEqual([expect.stringContaining(deferring ? '### ⏸ ' : '### ❌ ')]);
    await scene.collectStep();
    expect(await scene.comments()).toEqual(before);
    await scene.report();
    expect(await scene.comments()).toEqual(before);
  });

  it('is one, brought up to date by the collector of each run', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    await scene.collectStep();
    scene.service.uploads.length = 0;
    await scene.work({ agent: 'SECURITY' }, { GITHUB_RUN_ID: '124' });
    await scene.collectStep({ id: 124 });
    const [comment, ...others] = await scene.comments();
    expect(others).toEqual([]);
    expect(comment).toContain('**Both jobs**');
    expect(comment).toContain('| SECURITY/EXEC | `opus-5-5 → sonnet-5-5` |');
  });

  it('has what another collector writes to the ledger in the meantime', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    const at = new Date().toISOString().replace(/\.\d+/, '');
    const other = use('500', { at, work_item: `pr-${scene.pull.number}`, agent: 'TESTING', phase: 'PLAN' });
    const lines = join(scene.job.folder, 'other.jsonl');
    writeFileSync(lines, `${recordLine(other)}\n`);
    scene.github.fault({
      method: 'POST',
      path: /\/comments$/,
      times: 1,
      change: (body) => {
        const cli = join(import.meta.dirname, '../../../dist/cli.js');
        execFileSync(process.execPath, [cli, 'ledger', 'import', lines, '--ledger', scene.ledger], {
          cwd: scene.job.folder,
        });
        return body;
      },
    });
    await scene.collectStep();
    expect(await scene.comments()).toEqual([expect.stringContaining('| TESTING/PLAN |')]);
  });

  it('names the jobs that still run, once jobs of that name have reported', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    const jobs = [
      { id: 1, name: 'review', status: 'in_progress' },
      { id: 2, name: 'lint', status: 'in_progress' },
    ];
    await scene.collectStep({ siblings: [{ id: 200, status: 'in_progress', jobs }] });
    const [comment] = await scene.comments();
    expect(comment).toContain('| TESTING/EXEC | – | running | – |');
    expect(comment).toContain('**1 of 2 jobs**');
  });

  it('counts the legs of a matrix, which share the name of their job, each for itself', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work({ job: 'review (0)', 'job-id': '4711' });
    scene.renewRunner();
    await scene.work({ job: 'review (1)', 'job-id': '4712' });
    const legs = [
      { id: 4711, name: 'review (linux)' },
      { id: 4712, name: 'review (windows)' },
    ];
    expect((await scene.collectStep({ jobs: legs })).stdout).toContain('4 records written to the ledger');
    expect(await scene.comments()).toEqual([expect.stringContaining('**Both jobs**')]);
  });

  it('shows what a fork reports as not counted, whatever its jobs claim, and no issue tells of it', async () => {
    await using scene = await PullRequestScene.open({ fork: true, bundled: true });
    await scene.work();
    scene.forge(() => ({ task: { fork: false }, work_item: 'pr-77' }));
    const { status, stdout } = await scene.collectStep();
    expect(status).toBe(0);
    expect(stdout).toMatch(/2 records are shown and not counted: the run is from a fork/);
    expect(stdout).toMatch(/^::warning title=SECURITY\/EXEC below its floor::/m);
    const [comment] = await scene.comments();
    expect(comment).toContain('| TESTING/EXEC | sonnet | not known | <1¢ |');
    expect(comment).toContain('stay out of the budget and of every rate');
    expect(comment).not.toContain('$0.00');
    expect(scene.lines()).toEqual([]);
    expect(await scene.alerts()).toEqual([]);
  });

  it('takes nothing that a pull request’s own jobs say of another one', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    scene.forge(({ agent }) => (agent === 'TESTING' ? { work_item: 'pr-77' } : {}));
    const { stdout } = await scene.collectStep();
    expect(stdout).toContain('1 record written to the ledger');
    expect(stdout).toContain('work_item must be the pull request of the run, not pr-77');
    expect(scene.lines().join()).not.toContain('pr-77');
  });

  it.each([
    ['a push to another branch', { event: 'push', headBranch: 'other' }],
    ['a push to the default branch', { event: 'push', headBranch: 'main' }],
    ['a workflow started by hand on another branch', { event: 'workflow_dispatch', headBranch: 'other' }],
    ['a workflow of a tag that is called main', { event: 'workflow_dispatch', headBranch: 'main' }],
    ['the making of a tag that is called main', { event: 'create', headBranch: 'main' }],
    ['another pull request, closed since', { event: 'pull_request', headBranch: 'other' }],
    [
      'another pull request in the merge queue',
      { event: 'merge_group', headBranch: 'gh-readonly-queue/main/pr-99-0a' },
    ],
  ])('takes no record about a pull request from %s', async (_, says) => {
    await using scene = await PullRequestScene.open();
    await scene.work({ agent: 'SECURITY' });
    scene.forge(() => ({ model_used: 'claude-opus-5-5', tier_used: 'opus', outcome: 'pass' }));
    const tagged = await scene.repo.commit({ 'a.txt': 'a\n' }, { parents: [scene.repo.tip('main')] });
    const { stdout } = await scene.collectStep({ ...says, headSha: tagged });
    expect(stdout).toContain(`work_item must be the pull request of the run, not pr-${scene.pull.number}`);
    expect(scene.lines()).toEqual([]);
    expect(await scene.comments()).toEqual([]);
  });

  it.each([
    ['a push to its branch', { event: 'push' }],
    ['a workflow of the default branch, as after a comment', { event: 'issue_comment', headBranch: 'main' }],
    ['its turn in the merge queue', { event: 'merge_group', headBranch: 'gh-readonly-queue/main/pr-1-0a' }],
  ])('takes the records about a pull request from %s', async (_, says) => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    expect(scene.pull.number).toBe(1);
    const at = 'headBranch' in says && says.headBranch === 'main' ? { headSha: scene.repo.tip('main') } : {};
    expect((await scene.collectStep({ ...says, ...at })).stdout).toContain('2 records written to the ledger');
  });

  it('takes what a pull request used that was closed after one more commit', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    await scene.github.ask('PATCH', `/repos/octo/demo/pulls/${scene.pull.number}`, {
      body: { state: 'closed' },
    });
    const { stdout } = await scene.collectStep({ headSha: '1'.repeat(40) });
    expect(stdout).toContain('2 records written to the ledger');
  });

  it('shows all runs of a fork’s commit, of which no ledger knows', async () => {
    await using scene = await PullRequestScene.open({ fork: true });
    await scene.work();
    await scene.work({ agent: 'SECURITY' }, { GITHUB_RUN_ID: '124' });
    const [first, second] = scene.service.uploads;
    if (first === undefined || second === undefined) throw new Error('not uploaded');
    const jobs = [{ id: 4711, name: 'review', status: 'completed' }];
    const sibling = { id: 123, status: 'completed', jobs, uploads: [first] } as const;
    await scene.collectStep({ id: 124, uploads: [second], siblings: [sibling] });
    const [comment] = await scene.comments();
    expect(comment).toContain('**Both jobs**');
    expect(comment).toContain('| TESTING/EXEC | sonnet |');
    expect(comment).toContain('| SECURITY/EXEC | `opus-5-5 → sonnet-5-5` |');
  });

  it('leaves a fork that has moved on to its next run', async () => {
    await using scene = await PullRequestScene.open({ fork: true });
    await scene.work();
    const { stdout } = await scene.collectStep({ headSha: 'a'.repeat(40) });
    expect(stdout).toContain('The pull request has moved on to another commit.');
    expect(await scene.comments()).toEqual([]);
  });

  it('marks what Dependabot reports', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    await scene.collectStep({ actor: 'dependabot[bot]' });
    expect(await scene.comments()).toEqual([
      expect.stringContaining('stay out of the budget and of every rate'),
    ]);
    expect(scene.lines()).toEqual([]);
  });

  it('is not begun on the word of a job, and is brought up to date on it', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    const elsewhere = { event: 'issue_comment', headBranch: 'main', headSha: scene.repo.tip('main') };
    await scene.collectStep(elsewhere);
    expect(scene.lines()).toHaveLength(2);
    expect(await scene.comments()).toEqual([]);
    scene.service.uploads.length = 0;
    await scene.work({}, { GITHUB_RUN_ID: '124' }, undefined, 'json');
    await scene.collectStep({ id: 124 });
    scene.service.uploads.length = 0;
    await scene.work({ phase: 'PLAN' }, { GITHUB_RUN_ID: '125' });
    await scene.collectStep({ id: 125, ...elsewhere });
    expect(await scene.comments()).toEqual([expect.stringContaining('| TESTING/PLAN |')]);
  });

  it('is not written with comment: off, which is about the comment alone', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    await scene.collectStep({}, { comment: 'off' });
    expect(await scene.comments()).toEqual([]);
    expect(scene.lines()).toHaveLength(2);
    expect(await scene.alerts()).toHaveLength(1);
  });

  it('is not written with dry-run, nor is anything else', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    const before = scene.github.exchanges.length;
    const { status, stdout } = await scene.collectStep({}, { 'dry-run': 'true' });
    expect(status).toBe(0);
    expect(stdout).toContain('2 records would be written');
    expect(scene.github.exchanges.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(scene.lines()).toEqual([]);
  });

  it('is a remark where the token may not write it, and the ledger is written all the same', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    const { status, stdout } = await scene.collectStep(
      {},
      {},
      { actions: 'read', contents: 'write', pull_requests: 'read' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('permissions: pull-requests: write');
    expect(stdout).toContain('permissions: issues: write');
    expect(scene.lines()).toHaveLength(2);
  });

  it('is left out where the default branch has no allocation, and the ledger is written all the same', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    await scene.repo.commit({ b: '1' }, { parents: [scene.repo.tip('main')], branch: 'main' });
    const { status, stdout } = await scene.collectStep();
    expect(status).toBe(0);
    expect(stdout).toContain('There is no allocation.yaml at the default branch (main).');
    expect(scene.lines()).toHaveLength(2);
    expect(await scene.comments()).toEqual([]);
  });
});

describe('an override on the pull request', () => {
  it('stands in the comment, with who and why, once its job has worked', async () => {
    await using scene = await PullRequestScene.open();
    const name = 'haiku-first:TESTING=opus';
    const event = {
      createdAt: '2026-11-25T10:00:00Z',
      actor: { __typename: 'User', login: 'octo' },
      label: { name },
    };
    scene.github.conversation(`octo/demo#${scene.pull.number}`, {
      labels: { nodes: [{ name }] },
      timelineItems: { nodes: [event] },
    });
    await scene.work();
    expect((await scene.collectStep()).status).toBe(0);
    const [comment] = await scene.comments();
    expect(comment).toContain(
      '- TESTING/EXEC: opus instead of sonnet, overridden by octo: haiku-first:TESTING=opus',
    );
    const overrides = scene.lines().map((line) => JSON.parse(line).override);
    expect(overrides).toContainEqual({
      tier: 'opus',
      by: 'octo',
      reason: name,
      where: `label of pull request ${scene.pull.number}`,
    });
  });
});

describe('work that was refused', () => {
  /** A job whose override to haiku is refused. */
  async function refuse(scene: PullRequestScene): Promise<void> {
    const asked = {
      command: 'resolve',
      agent: 'SECURITY',
      phase: 'EXEC',
      tier: 'haiku',
      reason: 'quota',
      'github-token': await scene.github.token({ contents: 'read', pull_requests: 'read' }),
      'job-id': '4711',
    };
    const { state } = await scene.job.action(asked);
    await scene.job.post(asked, state, scene.service.env());
  }

  it('stands first in the comment, with what to do', async () => {
    await using scene = await PullRequestScene.open();
    await refuse(scene);
    await scene.collectStep();
    const [comment] = await scene.comments();
    expect(comment).toContain(`### ❌ haiku-first usage: SECURITY/EXEC was refused, and has not run

**Not run.** SECURITY/EXEC: the override to haiku by octocat was refused, as its floor is opus. Next: take the override away, and [run the job again](https://github.com/octo/demo/actions/runs/123).

| Agent | Model | Result | Cost |
|---|---|---|--:|
| ❌ SECURITY/EXEC | haiku | refused | – |
`);
  });

  it('stands there whichever run of the commit is collected last', async () => {
    await using scene = await PullRequestScene.open();
    await refuse(scene);
    scene.renewRunner();
    await scene.work({}, { GITHUB_RUN_ID: '124' }, undefined, 'json');
    const jobs = [{ id: 4711, name: 'review', status: 'completed' }];
    const [refused, ...uploads] = scene.service.uploads;
    if (refused === undefined) throw new Error('not uploaded');
    const failed = { id: 123, status: 'completed', conclusion: 'failure', jobs, uploads: [refused] } as const;
    const { stdout } = await scene.collectStep({ id: 124, uploads, siblings: [failed] });
    expect(stdout).toMatch(/[1-9] records? written/);
    const [comment] = await scene.comments();
    expect(comment).toContain('### ❌ haiku-first usage: SECURITY/EXEC was refused, and has not run\n');
    expect(comment).toMatch(
      /\| ❌ SECURITY\/EXEC \| haiku \| refused \| – \|\n(?:.*\n)*?\| TESTING\/EXEC \|/,
    );
  });
});

describe('the alerts of the collector', () => {
  it.each(['resolve', 'run'])(
    'tell of an override that %s refused, once, also when the job itself has',
    async (command) => {
      for (const issues of [{}, { issues: 'write' }] as const) {
        await using scene = await PullRequestScene.open();
        const token = await scene.github.token({ contents: 'read', pull_requests: 'read', ...issues });
        const inputs = { command, agent: 'SECURITY', phase: 'EXEC', 'github-token': token, 'job-id': '4711' };
        const asked = {
          ...inputs,
          tier: 'haiku',
          reason: 'it is *small*',
          ...(command === 'run' ? { prompt: 'Look.' } : {}),
        };
        const { status, state } = await scene.job.action(asked);
        expect(status).toBe(1);
        const post = await scene.job.post(asked, state, scene.service.env());
        expect(post.status).toBe(0);
        const before = await scene.alerts();
        expect(before).toHaveLength('issues' in issues ? 1 : 0);
        const step = await scene.collectStep();
        expect(step.stdout).toContain('An override of SECURITY/EXEC to haiku by octocat was refused.');
        const told = await scene.alerts();
        expect(told).toHaveLength(1);
        expect(told[0]).toContain('**Refused**: an override of SECURITY/EXEC to haiku in');
        expect(told[0]).toContain('The floor is opus. Asked for by octocat. Reason: it is \\*small\\*.');
        await scene.collectStep();
        expect(await scene.alerts()).toEqual(told);
        expect(scene.lines()).toEqual([]);
      }
    },
  );

  it.each<[string, object]>([
    ['another run', { run: { id: '9', attempt: 2, job: 'review' } }],
    ['another job', { run: { id: '123', attempt: 2, job: 'deploy' } }],
    ['another repository', { repository: 'octo/other' }],
    ['another time', { at: '2026-01-01T00:00:00Z' }],
    ['what is no name', { agent: '**SECURITY**' }],
    ['a text that is too long', { reason: 'x'.repeat(301) }],
  ])('do not tell of a refusal of %s', async (_, change) => {
    await using scene = await PullRequestScene.open();
    const at = new Date().toISOString();
    const run = { id: '123', attempt: 2, job: 'review' };
    const own = {
      schema: 'haiku-first/refusal@1',
      at,
      repository: 'octo/demo',
      run,
      agent: 'SECURITY',
      phase: 'EXEC',
    };
    const refusal = { ...own, tier: 'haiku', floor: 'opus', by: 'mallory', reason: 'r' };
    scene.uploadLines(
      [
        { ...refusal, ...change },
        { ...refusal, phase: 'PLAN' },
      ],
      {
        schema: 'haiku-first/job@1',
      },
    );
    expect((await scene.collectStep()).status).toBe(0);
    expect(await scene.alerts()).toEqual([expect.stringContaining('an override of SECURITY/PLAN')]);
  });

  it('do not tell of what a fork says that it was refused', async () => {
    await using scene = await PullRequestScene.open({ fork: true });
    const run = { id: '123', attempt: 2, job: 'review' };
    const at = new Date().toISOString();
    const cell = {
      agent: 'SECURITY',
      phase: 'EXEC',
      tier: 'haiku',
      floor: 'opus',
      by: 'mallory',
      reason: 'r',
    };
    scene.uploadLines([{ schema: 'haiku-first/refusal@1', at, repository: 'octo/demo', run, ...cell }]);
    await scene.collectStep();
    expect(await scene.alerts()).toEqual([]);
  });

  it('put an exception into the record of who used it, also where the job does not say so, as of a sub-agent', async () => {
    const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const floor = '  - { id: tested, agents: [TESTING], minimum: opus, exceptions: approved }\n';
    const entry = `- { floor: tested, agent: TESTING, phase: EXEC, tier: sonnet, reason: r, approved_by: hubot, tracking: t, expires: ${expires} }\n`;
    const allocation = `${ALLOCATION}${floor}`.replace('[PLAN, EXEC]', '[EXEC]');
    const files = { 'allocation.yaml': allocation, 'allocation.exceptions.yaml': entry };
    await using scene = await PullRequestScene.open({ files });
    await scene.work();
    const [upload] = scene.service.uploads.splice(0);
    const written = (upload?.text ?? '').trimEnd().split('\n');
    const [head, ...own] = written.map((line): Partial<UsageRecord> => JSON.parse(line));
    expect(own.map(({ exception }) => exception?.approved_by)).toContain('hubot');
    scene.uploadLines(
      own.map(({ exception: _, ...rest }) => rest),
      head ?? null,
    );
    await scene.collectStep();
    const lines: readonly UsageRecord[] = scene.lines().map((line) => JSON.parse(line));
    const told = lines.map(({ agent, exception }) => [agent, exception?.approved_by ?? null]);
    expect(told).toContainEqual(['TESTING', 'hubot']);
    expect(told).toContainEqual(['SECURITY', null]);
  });

  it('tell of an exception that was used, once, also when the job itself has', async () => {
    const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const floor =
      '  - { id: tested, agents: [TESTING], phases: [EXEC], minimum: opus, exceptions: approved }\n';
    const entry = `- { floor: tested, agent: TESTING, phase: EXEC, tier: sonnet, reason: a new *tester*, approved_by: hubot, tracking: issue 7, expires: ${expires} }\n`;
    const files = { 'allocation.yaml': `${ALLOCATION}${floor}`, 'allocation.exceptions.yaml': entry };
    for (const issues of [{}, { issues: 'write' }] as const) {
      await using scene = await PullRequestScene.open({ files });
      const post = await scene.work({}, {}, { contents: 'read', pull_requests: 'read', ...issues });
      expect(post.status).toBe(0);
      const before = await scene.alerts();
      await scene.collectStep();
      const told = (await scene.alerts()).filter((text) => text.includes('An exception was used'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('TESTING/EXEC runs on sonnet');
      expect(told[0]).toContain(`Approved by hubot until ${expires}`);
      const exceptions = scene.lines().map((line) => JSON.parse(line).exception);
      expect(exceptions).toContainEqual({
        floor: 'tested',
        tier: 'sonnet',
        reason: 'a new *tester*',
        approved_by: 'hubot',
        tracking: 'issue 7',
        expires,
      });
      const all = await scene.alerts();
      await scene.collectStep();
      expect(await scene.alerts()).toEqual(all);
      expect(before.filter((text) => text.includes('An exception was used'))).toHaveLength(
        'issues' in issues ? 1 : 0,
      );
    }
  });

  it('tell of a sub-agent below its floor once, also when the job itself has', async () => {
    await using scene = await PullRequestScene.open();
    const post = await scene.work({}, {}, { contents: 'read', pull_requests: 'read', issues: 'write' });
    expect(post.stdout).toMatch(/^::warning title=SECURITY\/EXEC below its floor::/m);
    const told = await scene.alerts();
    expect(told).toEqual([expect.stringContaining('SECURITY in EXEC used')]);
    const { stdout } = await scene.collectStep();
    expect(stdout).toMatch(/^::warning title=SECURITY\/EXEC below its floor::.*haiku.*opus/m);
    expect(await scene.alerts()).toEqual(told);
  });

  it('tell of it once, also when a step of the job has recorded and told it', async () => {
    await using scene = await PullRequestScene.open();
    const token = await scene.github.token({ contents: 'read', issues: 'write' });
    scene.job.claude('sub');
    const given = { command: 'record', agent: 'TESTING', phase: 'EXEC', 'github-token': token };
    const { status } = await scene.job.action({ ...given, 'job-id': '4711' }, scene.service.env());
    expect(status).toBe(0);
    const told = await scene.alerts();
    expect(told).toEqual([expect.stringContaining('SECURITY in EXEC used')]);
    await scene.collectStep();
    expect(scene.lines()).toHaveLength(2);
    expect(await scene.alerts()).toEqual(told);
  });

  it('tell of it where the job could not, once however often it is collected', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    await scene.collectStep();
    await scene.collectStep();
    expect(await scene.alerts()).toEqual([expect.stringContaining('SECURITY in EXEC used')]);
  });

  it('go by the model and the default branch, not by what the job says of its tier', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    scene.forge(() => ({ tier_used: 'opus' }));
    const { stdout } = await scene.collectStep();
    expect(stdout).toMatch(/^::warning title=SECURITY\/EXEC below its floor::/m);
    expect(await scene.alerts()).toHaveLength(1);
  });

  it('tell of use without a price', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    scene.forge(() => ({
      model_used: 'mystery-1',
      tier_used: null,
      cost_microusd: null,
      cost_basis: 'unpriced',
    }));
    const { stdout } = await scene.collectStep();
    expect(stdout).toMatch(/^::warning title=Usage without a price::mystery-1 is in no price table/m);
  });

  it.each([
    ['an unknown model', { model_used: 'mystery-1' }],
    ['no model', { model_used: null, measured: 'none' }],
  ] as const)('never take use of %s for free: log, summary, comment, ledger, report', async (_, of) => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    scene.forge(() => ({ ...of, tier_used: 'haiku', cost_microusd: 0, cost_basis: 'reported' }));
    const { stdout, summary } = await scene.collectStep();
    expect(stdout).toMatch(/^::warning title=Usage without a price::/m);
    for (const line of scene.lines()) {
      expect(JSON.parse(line)).toMatchObject({
        cost_microusd: null,
        cost_basis: 'unpriced',
        tier_used: null,
        claimed: { cost_microusd: 0, tier_used: 'haiku' },
      });
    }
    const comments = await scene.comments();
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('unpriced');
    const report = await scene.report();
    for (const said of [stdout, summary, ...comments, report.stdout, report.summary])
      expect(said.match(/^.*(?:\/EXEC|list price).*\$0\b.*$/m)?.[0]).toBeUndefined();
  });

  it('take the figures of a fork’s other runs for no more than those of its last one', async () => {
    await using scene = await PullRequestScene.open({ fork: true });
    await scene.work();
    const cheap = { model_used: 'mystery-1', tier_used: 'haiku', cost_microusd: 1 } as const;
    const many = { input: 900_000, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };
    scene.forge(() => ({ ...cheap, tokens: many }));
    await scene.work({ agent: 'SECURITY' }, { GITHUB_RUN_ID: '124' });
    const [first, second] = scene.service.uploads;
    if (first === undefined || second === undefined) throw new Error('not uploaded');
    const jobs = [{ id: 4711, name: 'review', status: 'completed' }];
    const sibling = { id: 123, status: 'completed', jobs, uploads: [first] } as const;
    await scene.collectStep({ id: 124, uploads: [second], siblings: [sibling] });
    const [comment] = await scene.comments();
    expect(comment).toMatch(/TESTING\/EXEC.*mystery-1.*unpriced/);
  });

  it('come with a claim to be of a fork, which does not keep use out of the budget', async () => {
    await using scene = await PullRequestScene.open();
    await scene.work();
    scene.forge(() => ({ task: { fork: true, dependabot: true, docs: true } }));
    await scene.collectStep();
    expect(scene.lines().map((line) => JSON.parse(line).task)).toEqual([{ docs: true }, { docs: true }]);
    expect(await scene.alerts()).toHaveLength(1);
  });
});
