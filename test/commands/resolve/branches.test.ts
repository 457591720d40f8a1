import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommitId } from '../../../src/git/commit-reader.ts';
import { flagOf } from '../../support/claude-args.ts';
import { type Github, startGithub } from '../../support/github/index.ts';
import { type Overrides, payload } from '../../support/github/payload.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';

/** Nobody is under a floor, and everything is cheap: what a branch may hold that nobody protects. */
const FLOORLESS = ALLOCATION.replace(/floors:\n.*\n/, '').replace('default: opus', 'default: haiku');

const EXCEPTED = ALLOCATION.replace('exceptions: never', 'phases: [EXEC], exceptions: approved');
const EXCEPTION =
  '- { floor: security-always-opus, agent: SECURITY, phase: EXEC, tier: haiku, reason: r, approved_by: me, tracking: t, expires: 2026-12-01 }\n';

type Files = Readonly<Record<string, string>>;

let github: Github;
beforeAll(async () => {
  github = await startGithub();
});
afterAll(() => github[Symbol.asyncDispose]());

let count = 0;

interface Branches {
  readonly main?: Files;
  readonly base?: Files;
  readonly head?: Files;
}

/** A pull request to the branch `base` of a repository whose default branch is `main`, and a job about it. */
async function scene({ main, base, head }: Branches) {
  count += 1;
  const name = `octo/demo-${count}`;
  const repository = await github.repository(name);
  const first = await repository.commit(main ?? { 'allocation.yaml': ALLOCATION }, { branch: 'main' });
  const second = await repository.commit(base ?? { 'allocation.yaml': FLOORLESS }, {
    parents: [first],
    branch: 'base',
  });
  await repository.commit(head ?? { ...base, 'a.txt': 'a\n' }, { parents: [second], branch: 'topic' });
  const pull = await repository.pullRequest({ base: 'base', head: 'topic' });
  const token = await github.token({ contents: 'read', pull_requests: 'read' });
  const job = (event = pull.event(), name = 'pull_request', env: Readonly<Record<string, string>> = {}) =>
    new JobScene({
      event: { name, ...event },
      checkout: null,
      env: { ...github.env(token), GITHUB_REPOSITORY: repository.fullName, ...event.env, ...env },
    });
  /** A job that another event has started at a ref. */
  const at = (event: string, ref: string, commit: CommitId, more: Overrides = {}) => {
    const of = { name: 'demo', full_name: repository.fullName, default_branch: 'main' };
    const about = payload(event, { repository: of, ...more });
    return job({ payload: about, env: { GITHUB_REF: ref, GITHUB_SHA: commit } }, event);
  };
  return { repository, first, second, pull, job, at };
}

const SECURITY = { agent: 'SECURITY', phase: 'EXEC' };

describe('a pull request to a branch without floors', () => {
  it('is refused a guarded cell below the floor of the default branch', async () => {
    const { job } = await scene({});
    using about = job();
    const { exitCode, outputs, failure } = await about.outcome(SECURITY);
    expect([exitCode, outputs]).toEqual([1, expect.objectContaining({ decision: 'refuse', model: '' })]);
    expect(failure).toBe(
      'SECURITY in EXEC is refused: assigned haiku (agents.SECURITY.default) · floor opus (floors.security-always-opus@main) · refused: haiku is below the floor opus of another branch, which holds as well: bring this branch up to it, or ask for opus with a reason (floors.security-always-opus@main)',
    );
  });

  it('is refused through the command line, too, and in a whole phase', async () => {
    const { job } = await scene({});
    using about = job();
    const args = ['--phase', 'EXEC', '--ledger', 'none'];
    expect((await about.cli(['resolve', '--agent', 'SECURITY', ...args])).exitCode).toBe(1);
    const { outputs, failure } = await about.outcome({ phase: 'EXEC' });
    expect(JSON.parse(String(outputs.matrix)).include).toMatchObject([{ agent: 'TESTING' }]);
    expect(failure).toContain('SECURITY in EXEC is refused');
    const run = await about.cli(['run', '--agent', 'SECURITY', '--prompt', 'Look.', ...args]);
    expect(run.exitCode).toBe(1);
  });

  it('runs what the default branch has no floor for', async () => {
    const { job } = await scene({});
    using about = job();
    expect((await about.outcome({ ...SECURITY, agent: 'TESTING' })).outputs).toMatchObject({
      tier: 'sonnet',
    });
  });

  it('runs a guarded cell when somebody asks for its floor, and never for less', async () => {
    const { job } = await scene({});
    using about = job();
    const asks = (tier: string) => about.outcome({ ...SECURITY, tier, reason: 'a hot fix' });
    const high = await asks('opus');
    expect(high.outputs).toMatchObject({ decision: 'run', model: 'claude-opus-5-5', floor: 'opus' });
    expect(high.outputs?.settings).not.toContain('haiku');
    expect((await asks('sonnet')).outputs).toMatchObject({ decision: 'refuse' });
  });

  it('cannot hide the agent behind an alias', async () => {
    const hidden = FLOORLESS.replace(
      'SECURITY: { default: haiku, aliases: [x] }',
      'S: { default: haiku, aliases: [SECURITY] }',
    );
    const { job } = await scene({ base: { 'allocation.yaml': hidden } });
    using about = job();
    expect((await about.outcome(SECURITY)).outputs).toMatchObject({ decision: 'refuse' });
  });

  it('cannot lend an agent the exception of another by giving it the name', async () => {
    const both = ALLOCATION.replace(
      '[SECURITY], minimum: opus, exceptions: never',
      '[SECURITY, TESTING], minimum: sonnet, exceptions: approved',
    );
    const granted = EXCEPTION.replace('agent: SECURITY', 'agent: TESTING');
    const main = { 'allocation.yaml': both, 'allocation.exceptions.yaml': granted };
    for (const key of ['aliases: [TESTING]', 'renamed_from: TESTING']) {
      const lent = FLOORLESS.replace(/ {2}TESTING: .*\n/, '').replace('aliases: [x]', key);
      const { job } = await scene({ main, base: { 'allocation.yaml': lent } });
      using about = job();
      expect((await about.outcome(SECURITY)).outputs).toMatchObject({ decision: 'refuse' });
    }
  });

  it('cannot start as a sub-agent, by any name, what the floors of the default branch cover', async () => {
    const definition = '---\nname: x\ndescription: Reviews.\nmodel: haiku\n---\nReview.\n';
    const lesser = FLOORLESS.replace(/ {2}- \{ name: opus.*\n/, '');
    const without = FLOORLESS.replace(/ {2}SECURITY: .*\n/, '');
    const unnamed = FLOORLESS.replace(', aliases: [x]', '');
    for (const text of [without, lesser, unnamed]) {
      const { job } = await scene({ base: { 'allocation.yaml': text, '.claude/agents/x.md': definition } });
      using about = job();
      const { outputs } = await about.outcome({ agent: 'TESTING', phase: 'EXEC' });
      const managed = flagOf(outputs?.['claude-args'] ?? '', '--managed-settings') ?? '{}';
      expect(JSON.parse(managed)).toMatchObject({
        permissions: { deny: expect.arrayContaining(['Agent(x)']) },
      });
      expect(outputs?.['claude-args']).not.toContain('--agents');
    }
  });

  it('cannot make a model greater by a row of its own', async () => {
    const row = `models:
  - id: gw-security
    line: opus
    prices: [{ from: 2026-01-01, input: 5, output: 25, cache_read: 0.5, cache_write_5m: 6, cache_write_1h: 10 }]
`;
    const text = ALLOCATION.replace('model: claude-opus-5-5', 'model: gw-security') + row;
    const { job } = await scene({ base: { 'allocation.yaml': text } });
    using about = job();
    await expect(about.outcome(SECURITY)).rejects.toThrow(
      'SECURITY in EXEC is under the floor security-always-opus of main, which asks for opus, and no tier keeps it here.',
    );
    expect((await about.outcome({ ...SECURITY, agent: 'TESTING' })).outputs).toMatchObject({
      tier: 'sonnet',
    });
  });

  it('is not freed by an exception of its base, but by one of the default branch', async () => {
    const low = EXCEPTED.replace('default: opus', 'default: haiku');
    const bold = { 'allocation.yaml': low, 'allocation.exceptions.yaml': EXCEPTION };
    const decided = async (main: Files) => {
      const { job } = await scene({ main, base: bold });
      using about = job();
      return (await about.outcome(SECURITY)).outputs;
    };
    expect(await decided({ 'allocation.yaml': EXCEPTED })).toMatchObject({ decision: 'refuse' });
    const both = { ...bold, 'a.txt': 'a\n', 'allocation.yaml': `${low}# more\n` };
    expect(await decided(both)).toMatchObject({ decision: 'run', tier: 'haiku' });
  });

  it('is red where the floors of the default branch cannot be read', async () => {
    const { job } = await scene({ main: { 'allocation.yaml': 'version: 1\n' } });
    using about = job();
    await expect(about.outcome(SECURITY)).rejects.toThrow(/^main:allocation\.yaml:/);
    using blind = job(undefined, 'pull_request', { GITHUB_TOKEN: '', GITHUB_API_URL: 'http://127.0.0.1:9' });
    await expect(blind.outcome(SECURITY)).rejects.toThrow(/did not answer/);
  });

  it('is not held to anything where the default branch has no allocation', async () => {
    const { job } = await scene({ main: { 'README.md': 'nothing' } });
    using about = job();
    expect((await about.outcome(SECURITY)).outputs).toMatchObject({ decision: 'run', tier: 'haiku' });
  });
});

describe('any base, default branch and head', () => {
  const at = (tier: string, floor: string | null): string => {
    const text = ALLOCATION.replace('SECURITY: { default: opus', `SECURITY: { default: ${tier}`);
    if (floor === null) return text.replace(/floors:\n.*\n/, '');
    return text.replace('minimum: opus', `minimum: ${floor}`);
  };
  const TIERS = ['haiku', 'sonnet', 'opus'];
  const variants = [at('haiku', null), at('haiku', 'haiku'), at('sonnet', 'sonnet'), at('opus', 'opus')];
  const least = (text: string): number => TIERS.indexOf(/minimum: (\w+)/.exec(text)?.[1] ?? 'haiku');
  const pairs = variants.flatMap((main) => variants.map((base) => [main, base] as const));

  it('give no guarded cell below the floors of base and default branch', async () => {
    for (const [main, base] of pairs) {
      const { second, job, at } = await scene({
        main: { 'allocation.yaml': main },
        base: { 'allocation.yaml': base },
        head: { 'allocation.yaml': FLOORLESS },
      });
      using about = job();
      using byHand = at('workflow_dispatch', 'refs/heads/base', second);
      for (const each of [about, byHand]) {
        const { outputs = {}, failure } = await each.outcome(SECURITY);
        if (outputs.decision !== 'run') expect(failure).toContain('of another branch');
        else
          expect(TIERS.indexOf(outputs.tier ?? '')).toBeGreaterThanOrEqual(
            Math.max(least(main), least(base)),
          );
        const keeps = TIERS.indexOf(/SECURITY: { default: (\w+)/.exec(base)?.[1] ?? '') >= least(main);
        expect(outputs.decision).toBe(keeps ? 'run' : 'refuse');
      }
    }
  });
});

describe('the base of a pull request', () => {
  const RAISED = { main: { 'README.md': 'nothing' }, base: { 'allocation.yaml': FLOORLESS } };

  it('is the first parent of its merge commit, however old the one of the payload is', async () => {
    const { repository, first, second, job } = await scene(RAISED);
    await repository.commit({ 'allocation.yaml': ALLOCATION }, { parents: [second], branch: 'base' });
    const pull = await repository.pullRequest({ base: 'base', head: await topic(repository, second) });
    const lagging = pull.event({ pull_request: { base: { sha: second } } });
    using about = job(lagging);
    expect((await about.outcome(SECURITY)).outputs).toMatchObject({ tier: 'opus' });
    expect(first).not.toBe(second);
  });

  it('is the tip of its branch where the merge commit is that of a former base', async () => {
    const { repository, second, pull, job } = await scene(RAISED);
    const strict = await repository.commit(
      { 'allocation.yaml': ALLOCATION },
      { parents: [second], branch: 'strict' },
    );
    const moved = pull.event({ pull_request: { base: { ref: 'strict', sha: strict } } });
    using about = job(moved);
    expect((await about.outcome(SECURITY)).outputs).toMatchObject({ tier: 'opus' });
  });

  async function topic(
    repository: Awaited<ReturnType<typeof scene>>['repository'],
    from: CommitId,
  ): Promise<string> {
    await repository.commit(
      { 'b.txt': 'b\n', 'allocation.yaml': FLOORLESS },
      { parents: [from], branch: 'later' },
    );
    return 'later';
  }
});

describe('a merge group', () => {
  it('that stands on another one is held to the floors of the branch', async () => {
    const { repository, job } = await scene({ main: { 'allocation.yaml': ALLOCATION } });
    const main = repository.tip('main');
    // The group before it, which nobody has merged, takes the floor away.
    const before = await repository.commit(
      { 'allocation.yaml': FLOORLESS },
      { parents: [main], branch: 'q1' },
    );
    await repository.commit(
      { 'allocation.yaml': ALLOCATION, 'c.txt': 'c\n' },
      { parents: [main], branch: 'c' },
    );
    const group = await repository.mergeGroup(await repository.pullRequest({ head: 'c' }));
    const payload = Object(group.payload);
    const stacked = { ...payload, merge_group: { ...payload.merge_group, base_sha: before } };
    using about = job({ payload: stacked, env: { GITHUB_SHA: group.head } }, 'merge_group');
    expect((await about.outcome(SECURITY)).outputs).toMatchObject({ decision: 'refuse' });
  });
});

describe('a run that is not at the default branch', () => {
  const WEAK = 'refs/heads/base';

  it.each(['workflow_dispatch', 'push', 'release'])(
    'is refused a guarded cell below the floor of the default branch, under %s',
    async (name) => {
      const { second, at } = await scene({});
      using job = at(name, name === 'release' ? 'refs/tags/v1' : WEAK, second);
      const { exitCode, outputs, failure } = await job.outcome(SECURITY);
      expect([exitCode, outputs?.decision]).toEqual([1, 'refuse']);
      expect(failure).toContain('floor opus (floors.security-always-opus@main)');
      const line = ['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none'];
      expect((await job.cli(line)).exitCode).toBe(1);
      expect((await job.outcome({ ...SECURITY, agent: 'TESTING' })).outputs).toMatchObject({
        tier: 'sonnet',
      });
    },
  );

  it('is refused it also for a pull request that it names', async () => {
    const { second, pull, at } = await scene({});
    using job = at('workflow_dispatch', WEAK, second);
    const about = { ...SECURITY, 'work-item': `pr-${pull.number}` };
    expect((await job.outcome(about)).outputs).toMatchObject({ decision: 'refuse' });
    const high = await job.outcome({ ...about, tier: 'opus', reason: 'a hot fix' });
    expect(high.outputs).toMatchObject({ decision: 'run', tier: 'opus' });
  });

  it('is red where nobody says what the default branch is', async () => {
    const { first, second, repository, at } = await scene({});
    using job = at('deployment', '', second, { repository: { default_branch: null } });
    expect((await job.outcome(SECURITY)).outputs).toMatchObject({ decision: 'refuse' });
    using blind = new JobScene({
      event: { name: 'deployment', payload: {}, env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: first } },
      checkout: null,
      env: { GITHUB_REPOSITORY: repository.fullName, GITHUB_API_URL: 'http://127.0.0.1:9' },
    });
    await expect(blind.outcome(SECURITY)).rejects.toThrow(/did not answer/);
  });

  it('asks nothing of GitHub where it is at the default branch', async () => {
    const { first, at } = await scene({});
    using job = at('workflow_dispatch', 'refs/heads/main', first);
    const before = github.exchanges.filter(({ path }) => path.includes('/ref')).length;
    expect((await job.outcome(SECURITY)).outputs).toMatchObject({ decision: 'run', tier: 'opus' });
    expect(github.exchanges.filter(({ path }) => path.includes('/ref'))).toHaveLength(before);
  });
});

describe('a job at the default branch that is about a pull request', () => {
  /** The base has the floors, the default branch has none. */
  const STRICT = { main: { 'allocation.yaml': FLOORLESS }, base: { 'allocation.yaml': ALLOCATION } };
  const MAIN = 'refs/heads/main';
  const REFUSED = 'floor opus (floors.security-always-opus@base)';

  it('is held to the floors of its base, too, whatever event tells of it', async () => {
    const { first, pull, at, repository } = await scene(STRICT);
    const issue = { number: pull.number, pull_request: { url: 'x' } };
    const named = { number: pull.number, base: { ref: 'base', sha: pull.base.sha, repo: { id: 1 } } };
    const elsewhere = { ...named, base: { ...named.base, ref: 'gone', repo: { id: 2 } } };
    const run = { pull_requests: [named, elsewhere] };
    const events: readonly (readonly [string, Overrides, string])[] = [
      ['issue_comment', { issue }, ''],
      ['workflow_dispatch', {}, `pr-${pull.number}`],
      ['workflow_run', { workflow_run: run, repository: { id: 1 } }, ''],
      ['check_suite', { check_suite: run, repository: { id: 1 } }, ''],
    ];
    for (const [name, more, item] of events) {
      const of = { name: 'demo', full_name: repository.fullName, default_branch: 'main', id: 1 };
      using job = at(name, MAIN, first, { ...more, repository: of });
      const about = { ...SECURITY, ...(item === '' ? {} : { 'work-item': item }) };
      const { exitCode, outputs, failure } = await job.outcome(about);
      expect([name, exitCode, outputs?.decision]).toEqual([name, 1, 'refuse']);
      expect(failure).toContain(REFUSED);
      const high = await job.outcome({ ...about, tier: 'opus', reason: 'a hot fix' });
      expect(high.outputs).toMatchObject({ decision: 'run', tier: 'opus' });
    }
  });

  it('is not where its base is the default branch, or the comment is on an issue', async () => {
    const { first, at, repository } = await scene(STRICT);
    await repository.commit(
      { 'allocation.yaml': FLOORLESS, 'b.txt': 'b\n' },
      { parents: [first], branch: 'own' },
    );
    const pull = await repository.pullRequest({ base: 'main', head: 'own' });
    for (const issue of [{ number: pull.number, pull_request: { url: 'x' } }, { number: 77 }]) {
      using job = at('issue_comment', MAIN, first, { issue });
      expect((await job.outcome(SECURITY)).outputs).toMatchObject({ decision: 'run', tier: 'haiku' });
    }
  });

  it('is red where the pull request of its event cannot be read; of one that a work item names, a note tells', async () => {
    const { first, at } = await scene(STRICT);
    using commented = at('issue_comment', MAIN, first, {
      issue: { number: 4711, pull_request: { url: 'x' } },
    });
    await expect(commented.outcome(SECURITY)).rejects.toThrow(/#4711/);
    using job = at('workflow_dispatch', MAIN, first);
    const line = ['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none'];
    const { exitCode, stderr, stdout } = await job.cli([...line, '--work-item', 'pr-4711']);
    expect(exitCode).toBe(0);
    expect(`${stdout}${stderr}`).toContain(
      'Where pull request 4711 aims is not known, and the floors of its base are not asked for.',
    );
  });
});
