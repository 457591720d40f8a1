import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommitId } from '../../../src/git/commit-reader.ts';
import { changed, REAL } from '../../allocation/reading.ts';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { startGithub } from '../../support/github/index.ts';
import { type JobEvent, JobScene } from '../../support/job-scene.ts';
import { aboutPullRequest, ofRepository } from '../events.ts';

/** What a pull request would make of it: GITHUB on opus in every phase. */
const GREEDY = changed(['default: haiku\n    rationale: Pull', 'default: opus\n    rationale: Pull'])
  .replace(/ {6}- \{ to: sonnet, if: task\.complex_(?:merge|workflow).*\n/g, '')
  .replace('aliases: [github-agent]\n    upgrades:\n', 'aliases: [github-agent]\n');

/** Our own allocation without derived facts: to answer from it, nothing need be asked of GitHub. */
const PLAIN = REAL.replace(/, from: pull_request/g, '');

interface Scene extends Disposable {
  readonly origin: TemporaryRepository;
  readonly base: CommitId;
  readonly head: CommitId;
  /** A clone with the head checked out. */
  readonly clone: TemporaryRepository;
  /** A job in the clone. */
  job(event: JobEvent, env?: Readonly<Record<string, string>>): JobScene;
}

function scene(
  baseFiles: Readonly<Record<string, string>> = { 'allocation.yaml': REAL },
  ...options: string[]
): Scene {
  const origin = new TemporaryRepository('--bare');
  const base = origin.commit(baseFiles, [], 'main');
  const head = origin.commit({ 'allocation.yaml': GREEDY }, [base], 'topic');
  const clone = origin.clone('--branch=topic', ...options);
  const close = (): void => {
    clone[Symbol.dispose]();
    origin[Symbol.dispose]();
  };
  const job = (event: JobEvent, env = {}) => new JobScene({ event, checkout: clone.path, env });
  return { origin, base, head, clone, job, [Symbol.dispose]: close };
}

const CELL = { agent: 'GITHUB', phase: 'EXEC' };
const LINE = ['resolve', '--agent', 'GITHUB', '--phase', 'EXEC', '--ledger', 'none', '--json'];

describe('a pull request that changes the matrix', () => {
  it.each(['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'])(
    'does not change what its own jobs are answered, under %s',
    async (name) => {
      using set = scene({ 'allocation.yaml': PLAIN });
      const event = aboutPullRequest(name, set.clone, set.base, set.head);
      using job = set.job(event, { GITHUB_SHA: set.head });
      const { outputs } = await job.outcome(CELL);
      expect(outputs).toMatchObject({ decision: 'run', tier: 'haiku' });
    },
  );

  it('does not in a merge queue either', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const base = await repository.commit({ 'allocation.yaml': PLAIN }, { branch: 'main' });
    await repository.commit({ 'allocation.yaml': GREEDY }, { parents: [base], branch: 'topic' });
    const group = await repository.mergeGroup(await repository.pullRequest({ head: 'topic' }));
    const env = { ...github.env(await github.token({ contents: 'read' })), GITHUB_SHA: group.head };
    using job = new JobScene({ event: { name: 'merge_group', payload: group.payload }, checkout: null, env });
    expect((await job.outcome(CELL)).outputs).toMatchObject({ tier: 'haiku' });
  });

  it('does not by an exceptions file that it brings along', async () => {
    const low = changed(['VALIDATION: sonnet # detects complex dependencies', 'VALIDATION: haiku']);
    using origin = new TemporaryRepository('--bare');
    const base = origin.commit({ 'allocation.yaml': low }, [], 'main');
    const entry =
      '- { floor: validation-in-critical-phases, agent: VALIDATION, phase: PLAN, tier: haiku, reason: r, approved_by: me, tracking: t, expires: 2026-12-01 }\n';
    const head = origin.commit(
      { 'allocation.yaml': low, 'allocation.exceptions.yaml': entry },
      [base],
      'topic',
    );
    using clone = origin.clone('--branch=topic');
    using job = new JobScene({
      event: aboutPullRequest('pull_request', clone, base, head),
      checkout: clone.path,
    });
    await expect(job.outcome({ agent: 'VALIDATION', phase: 'PLAN' })).rejects.toThrow(
      /VALIDATION in PLAN is assigned haiku, but the floor validation-in-critical-phases asks for sonnet/,
    );
  });

  it('does not through the command line in a job either', async () => {
    using set = scene();
    using job = set.job(aboutPullRequest('pull_request', set.clone, set.base, set.head));
    const { stdout } = await job.cli(LINE);
    expect(JSON.parse(stdout)).toMatchObject({ tier: 'haiku' });
  });

  it('cannot bring a file where the base has none', async () => {
    using set = scene({ 'README.md': 'nothing here' });
    using job = set.job(aboutPullRequest('pull_request', set.clone, set.base, set.head));
    await expect(job.outcome(CELL)).rejects.toThrow(
      `There is no allocation.yaml at the base commit ${set.base.slice(0, 12)}. A pull request uses the allocation of its base branch: merge the file there first.`,
    );
  });

  it('cannot make the base a link or a path outside of the repository', async () => {
    using origin = new TemporaryRepository('--bare');
    const base = origin.commit({ 'allocation.yaml': { mode: '120000', content: '/etc/passwd' } }, [], 'main');
    const head = origin.commit({ 'allocation.yaml': GREEDY }, [base], 'topic');
    using clone = origin.clone('--branch=topic');
    using job = new JobScene({
      event: aboutPullRequest('pull_request', clone, base, head),
      checkout: clone.path,
    });
    await expect(job.outcome(CELL)).rejects.toThrow(
      /allocation\.yaml at the base commit .* is not a regular file \(mode 120000\)/,
    );
    await expect(job.outcome({ ...CELL, allocation: '../allocation.yaml' })).rejects.toThrow(
      '../allocation.yaml is not the path of a file in the repository.',
    );
  });

  it('is answered from the API where the clone is shallow', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const base = await repository.commit({ 'allocation.yaml': REAL }, { branch: 'main' });
    await repository.commit({ 'allocation.yaml': GREEDY }, { parents: [base], branch: 'topic' });
    const pull = await repository.pullRequest({ head: 'topic' });
    const token = await github.token({ contents: 'read' });
    using shallow = scene({ 'allocation.yaml': GREEDY }, '--depth=1');
    using job = shallow.job({ name: 'pull_request', ...pull.event() }, github.env(token));
    const outcome = await job.outcome(CELL);
    expect(outcome.outputs).toMatchObject({ decision: 'run', tier: 'haiku' });
    expect(github.exchanges.every(({ method, path }) => method === 'GET' || path === '/graphql')).toBe(true);
  });
});

describe('the commit whose files count', () => {
  it.each(['push', 'workflow_dispatch', 'issue_comment'])(
    'is the one that runs under %s, whatever earlier steps did to the work tree',
    async (name) => {
      using set = scene();
      const comment = { issue: { number: 12, pull_request: undefined } };
      const event = ofRepository(name, name === 'issue_comment' ? comment : {});
      using job = set.job(event, { GITHUB_SHA: set.base });
      expect((await job.outcome(CELL)).outputs).toMatchObject({ tier: 'haiku' });
    },
  );

  it('is the one that runs under a comment on a pull request, also for the command line', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const start = await repository.commit({ 'allocation.yaml': REAL }, { branch: 'main' });
    await repository.commit({ 'allocation.yaml': GREEDY }, { parents: [start], branch: 'topic' });
    const pull = await repository.pullRequest({ head: 'topic' });
    const event = ofRepository('issue_comment', {
      issue: { number: pull.number, pull_request: { url: 'https://api.github.example/pulls/1' } },
    });
    using set = scene();
    const token = await github.token({ contents: 'read', pull_requests: 'read' });
    const env = { GITHUB_SHA: set.base, ...github.env(token) };
    using job = set.job(event, env);
    expect((await job.outcome(CELL)).outputs).toMatchObject({ tier: 'haiku' });
    const { stdout, stderr } = await job.cli(LINE);
    expect(stderr).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ tier: 'haiku' });
  });

  it('is none on a laptop: there it is the work tree', async () => {
    using set = scene();
    using job = set.job(ofRepository('push'), { GITHUB_ACTIONS: '' });
    const { stdout } = await job.cli(LINE);
    expect(JSON.parse(stdout)).toMatchObject({ tier: 'opus' });
  });

  it.each(['workflow_run', 'check_suite', 'schedule'])(
    'is the one that runs under %s, also for the command line',
    async (name) => {
      using set = scene();
      const payload = name === 'schedule' ? {} : { repository: { default_branch: 'main' } };
      using job = set.job({ name, payload }, { GITHUB_SHA: set.base });
      expect(JSON.parse((await job.cli(LINE)).stdout)).toMatchObject({ tier: 'haiku' });
    },
  );

  it('is the work tree around a subfolder, too, for resolve and for report', async () => {
    using desk = JobScene.atDesk();
    const below = join(desk.checkout, 'packages/api');
    mkdirSync(below, { recursive: true });
    using there = JobScene.atDesk({ checkout: below });
    const { stdout } = await there.cli(['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ tier: 'opus' });
    expect((await there.cli(['report'])).exitCode).toBe(0);
    expect((await there.cli(['check', '--base', 'HEAD'])).exitCode).toBe(0);
  });

  it('must be named by the runner', async () => {
    using set = scene();
    using job = set.job(ofRepository('workflow_dispatch'));
    await expect(job.outcome(CELL)).rejects.toThrow('GITHUB_SHA does not name a commit.');
  });

  it('is none where there is no file', async () => {
    using job = new JobScene({ event: ofRepository('push'), checkout: null, env: { GITHUB_ACTIONS: '' } });
    const { exitCode, stderr } = await job.cli(['resolve', '--phase', 'EXEC']);
    expect(exitCode).toBe(2);
    expect(stderr).toEqual([
      'There is no allocation.yaml in the work tree. Draft one with haiku-first init, or name the file with --allocation.',
    ]);
  });
});

describe('the facts of a pull request', () => {
  const derived = async (task: string) => {
    using set = scene();
    using job = set.job(aboutPullRequest('pull_request', set.clone, set.base, set.head));
    return (await job.outcome({ agent: 'QUICKFIX', phase: 'EXEC', task })).outputs;
  };

  it('are derived: 40 lines more and 11 less are more than a quick fix', async () => {
    expect(await derived('{}')).toMatchObject({ tier: 'sonnet' });
  });

  it('cannot be set by an input', async () => {
    await expect(derived('{"lines_changed": 1}')).rejects.toThrow(
      'task: The fact lines_changed is derived from the pull request and cannot be set. Leave it out.',
    );
  });

  it('are not those that the pull request writes into a file that the workflow names', async () => {
    const facts = (final: boolean) => JSON.stringify({ final_verification: final });
    const allocation = PLAIN.replace('    VALIDATION: opus', '    VALIDATION: sonnet');
    using origin = new TemporaryRepository('--bare');
    const base = origin.commit({ 'allocation.yaml': allocation, 'facts.json': facts(true) }, [], 'main');
    const files = { 'allocation.yaml': allocation, 'facts.json': facts(false) };
    const head = origin.commit(files, [base], 'topic');
    using clone = origin.clone('--branch=topic');
    const event = aboutPullRequest('pull_request', clone, base, head);
    using job = new JobScene({ event, checkout: clone.path });
    const cell = { agent: 'VALIDATION', phase: 'EXEC', task: '@facts.json' };
    const { outputs, notes } = await job.outcome(cell);
    expect(outputs).toMatchObject({ tier: 'opus' });
    expect(notes).toContain(
      `facts.json is read at commit ${base.slice(0, 12)}: a pull request must not steer the job that reviews it.`,
    );
    const line = ['resolve', '--agent', 'VALIDATION', '--phase', 'EXEC', '--ledger', 'none', '--json'];
    const { stdout } = await job.cli([...line, '--task', '@facts.json']);
    expect(JSON.parse(stdout)).toMatchObject({ tier: 'opus' });
    // What an earlier step left among the job's temporary files is no part of the pull request.
    const made = join(job.temp, 'made.json');
    writeFileSync(made, facts(false));
    expect((await job.outcome({ ...cell, task: `@${made}` })).outputs).toMatchObject({ tier: 'sonnet' });
    writeFileSync(made, '{');
    await expect(job.outcome({ ...cell, task: `@${made}` })).rejects.toThrow('made.json is not JSON');
    await expect(job.outcome({ ...cell, task: `@${made}.none` })).rejects.toThrow('cannot be read (ENOENT)');
  });

  it('are not those of a file that only the checkout has, under whatever name', async () => {
    const files = { 'allocation.yaml': PLAIN, 'a/real.json': '{}' };
    using origin = new TemporaryRepository('--bare');
    const base = origin.commit(files, [], 'main');
    const lowers = JSON.stringify({ final_verification: false });
    const head = origin.commit({ ...files, 'facts.json': lowers, 'b/facts.json': lowers }, [base], 'topic');
    using clone = origin.clone('--branch=topic');
    const event = aboutPullRequest('pull_request', clone, base, head);
    using job = new JobScene({ event, checkout: clone.path });
    const facts = (path: string) => job.outcome({ agent: 'VALIDATION', phase: 'EXEC', task: `@${path}` });
    const absent = `at the base commit ${base.slice(0, 12)}, where it is read in a job about a pull request, which can write the checkout. Commit it there first, or have a step write it to a file in $RUNNER_TEMP, and name that one.`;
    for (const [name, path] of [
      ['facts.json', 'facts.json'],
      ['./b/../facts.json', 'facts.json'],
      [join(clone.path, 'facts.json'), 'facts.json'],
      [`${job.temp}/../${relative(dirname(job.temp), clone.path)}/b/facts.json`, 'b/facts.json'],
    ] as const)
      await expect(facts(name)).rejects.toThrow(`There is no ${path} ${absent}`);
    // Links into the checkout, as a file and as a folder, and out of it.
    const [file, folder, left] = ['link.json', 'folder', 'left.json'].map((name) => join(job.temp, name));
    symlinkSync(join(clone.path, 'facts.json'), String(file));
    symlinkSync(clone.path, String(folder));
    writeFileSync(String(left), lowers);
    symlinkSync(String(left), join(clone.path, 'out.json'));
    symlinkSync(job.temp, join(clone.path, 'c'));
    await expect(facts(String(file))).rejects.toThrow(`There is no facts.json ${absent}`);
    await expect(facts(`${folder}/b/facts.json`)).rejects.toThrow(`There is no b/facts.json ${absent}`);
    await expect(facts('out.json')).rejects.toThrow(`There is no out.json ${absent}`);
    await expect(facts('c/left.json')).rejects.toThrow(`There is no c/left.json ${absent}`);
    await expect(facts('.')).rejects.toThrow('. is not a file.');
    // Another checkout, as a submodule that the pull request brings, or what a step cloned.
    for (const other of [join(clone.path, 'sub'), join(job.temp, 'sub')]) {
      mkdirSync(other);
      writeFileSync(join(other, '.git'), 'gitdir: elsewhere\n');
      writeFileSync(join(other, 'facts.json'), lowers);
    }
    await expect(facts('sub/facts.json')).rejects.toThrow(`There is no sub/facts.json ${absent}`);
    const cloned = join(job.temp, 'sub/facts.json');
    await expect(facts(cloned)).rejects.toThrow(
      `${cloned} is in a checkout, which a pull request can write. Have a step write it to a file in $RUNNER_TEMP, outside of any checkout, and name that one.`,
    );
  });

  it('are checked against their declarations, all at once', async () => {
    await expect(derived('{"security_critical": "yes", "complex_rsl": true}')).rejects.toThrow(
      'task: The fact security_critical must be true or false.\ntask: The fact complex_rsl is not declared. Did you mean complex_rls?',
    );
  });

  it('are those of the pull request that the work item names, in a workflow that a person or a drain started', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const start = await repository.commit({ 'allocation.yaml': REAL }, { branch: 'main' });
    await repository.commit({ 'a.txt': 'line\n'.repeat(60) }, { parents: [start], branch: 'topic' });
    const pull = await repository.pullRequest({ head: 'topic' });
    const token = await github.token({ contents: 'read', pull_requests: 'read' });
    const env = { GITHUB_SHA: start, ...github.env(token) };
    using job = new JobScene({ event: ofRepository('workflow_dispatch'), checkout: null, env });
    const quickFix = { agent: 'QUICKFIX', phase: 'EXEC' };
    expect((await job.outcome(quickFix)).outputs).toMatchObject({ tier: 'haiku' });
    const ofWork = { ...quickFix, 'work-item': `pr-${pull.number}` };
    expect((await job.outcome(ofWork)).outputs).toMatchObject({ tier: 'sonnet' });
    await expect(job.outcome({ ...ofWork, task: '{"lines_changed": 1}' })).rejects.toThrow(
      'The fact lines_changed is derived from the pull request and cannot be set.',
    );
  });

  it('are not asserted of a merge group that does not say them: the floor holds', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const text = `version: 1
tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: opus, model: claude-opus-5-5 }]
phases: [EXEC]
facts:
  fork: { type: boolean, from: pull_request, required: true }
  draft: { type: boolean, from: pull_request }
agents: { FORKED: { default: haiku }, DRAFTED: { default: haiku } }
floors:
  - { id: forks, agents: [FORKED], if: task.fork, minimum: opus, exceptions: never }
  - { id: drafts, agents: [DRAFTED], if: task.draft, minimum: opus, exceptions: never }
`;
    const base = await repository.commit({ 'allocation.yaml': text }, { branch: 'main' });
    await repository.commit(
      { 'a.txt': 'a\n', 'allocation.yaml': text },
      { parents: [base], branch: 'topic' },
    );
    const group = await repository.mergeGroup(await repository.pullRequest({ head: 'topic' }));
    const env = { ...github.env(await github.token({ contents: 'read' })), GITHUB_SHA: group.head };
    using job = new JobScene({ event: { name: 'merge_group', payload: group.payload }, checkout: null, env });
    for (const agent of ['FORKED', 'DRAFTED'])
      expect((await job.outcome({ agent, phase: 'EXEC' })).outputs).toMatchObject({ tier: 'opus' });
  });

  it('count as larger than any limit where the list of a merge group is cut off', async () => {
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const base = await repository.commit({ 'allocation.yaml': REAL }, { branch: 'main' });
    await repository.commit(
      { 'allocation.yaml': REAL, 'a.txt': 'one line\n' },
      { parents: [base], branch: 'topic' },
    );
    const group = await repository.mergeGroup(await repository.pullRequest({ head: 'topic' }));
    const token = await github.token({ contents: 'read' });
    using job = new JobScene({
      event: { name: 'merge_group', payload: group.payload },
      checkout: null,
      env: { ...github.env(token), GITHUB_SHA: group.head },
    });
    const quickFix = { agent: 'QUICKFIX', phase: 'EXEC' };
    expect((await job.outcome(quickFix)).outputs).toMatchObject({ tier: 'haiku' });
    github.fault({
      path: /\/compare\//,
      change: (body) => ({
        ...body,
        files: Array.from({ length: 300 }, (_, index) => ({
          ...(Array.isArray(body.files) ? Object(body.files[0]) : {}),
          filename: `f${index}`,
          additions: 0,
          deletions: 0,
        })),
      }),
    });
    expect((await job.outcome(quickFix)).outputs).toMatchObject({ tier: 'sonnet' });
  });

  describe('tell its complexity', () => {
    const COMPLEX = `version: 1
tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: sonnet, model: claude-sonnet-5-5 }]
phases: [EXEC]
facts: { complexity: { type: string, from: pull_request } }
agents: { QUICKFIX: { default: haiku, upgrades: [{ to: sonnet, if: "task.complexity == 'L'", because: hard }] } }
`;
    const quickFix = { agent: 'QUICKFIX', phase: 'EXEC' };

    async function pullRequest(files: Readonly<Record<string, string>>) {
      const github = await startGithub();
      const repository = await github.repository('octo/demo');
      const start = { 'allocation.yaml': COMPLEX };
      const base = await repository.commit(start, { branch: 'main' });
      await repository.commit({ ...start, ...files }, { parents: [base], branch: 'topic' });
      const pull = await repository.pullRequest({ head: 'topic' });
      const env = { ...github.env(await github.token({ contents: 'read', pull_requests: 'read' })) };
      return { github, repository, base, pull, env };
    }

    it.each([
      ['haiku', 'S', { 'a.ts': 'line\n'.repeat(40) }],
      ['haiku', 'M', { 'a.ts': 'line\n'.repeat(40), 'db/1.sql': 'x\n' }],
      ['sonnet', 'L', { 'a.ts': 'line\n'.repeat(401) }],
    ] as const)('%s for %s, and it is in the record of the run', async (tier, complexity, files) => {
      const { github, pull, env } = await pullRequest(files);
      await using _ = github;
      using job = new JobScene({
        event: { name: 'pull_request', payload: pull.event().payload },
        checkout: null,
        env: { ...env, ...pull.event().env },
      });
      const { outputs, state } = await job.outcome(quickFix);
      expect(outputs).toMatchObject({ tier });
      expect(JSON.parse(state?.job ?? '{}')).toMatchObject({ job: { task: { complexity } } });
      await expect(job.outcome({ ...quickFix, task: '{"complexity": "S"}' })).rejects.toThrow(
        'The fact complexity is derived from the pull request and cannot be set.',
      );
    });

    it('of the pull request that the work item names, of a merge group, and as L where the list is cut off', async () => {
      const { github, repository, base, pull, env } = await pullRequest({ 'a.ts': 'line\n'.repeat(401) });
      await using _ = github;
      using started = new JobScene({
        event: ofRepository('workflow_dispatch'),
        checkout: null,
        env: { ...env, GITHUB_SHA: base },
      });
      const work = { ...quickFix, 'work-item': `pr-${pull.number}` };
      expect((await started.outcome(work)).outputs).toMatchObject({ tier: 'sonnet' });
      const group = await repository.mergeGroup(pull);
      using queued = new JobScene({
        event: { name: 'merge_group', payload: group.payload },
        checkout: null,
        env: { ...env, GITHUB_SHA: group.head },
      });
      expect((await queued.outcome(quickFix)).outputs).toMatchObject({ tier: 'sonnet' });
      github.fault({
        path: /\/compare\//,
        change: (body) => ({
          ...body,
          files: Array.from({ length: 300 }, (_file, index) => ({
            ...(Array.isArray(body.files) ? Object(body.files[0]) : {}),
            filename: `f${index}.lock`,
            additions: 0,
            deletions: 0,
          })),
        }),
      });
      expect((await queued.outcome(quickFix)).outputs).toMatchObject({ tier: 'sonnet' });
    });
  });
});
