import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deferral } from '../deferral/works.ts';
import { event, output, run } from '../report/records.ts';
import { type Github, startGithub } from '../support/github/index.ts';
import { JobScene } from '../support/job-scene.ts';
import { ALLOCATION, edit, eventOf, FILE, files, GateScene, verdict } from './check/step.ts';
import { DrainScene } from './drain/scene.ts';

/** `ALLOCATION` with SECURITY as AUDIT. */
const SILENT = edit(edit(ALLOCATION, '  SECURITY:\n', '  AUDIT:\n'), '[SECURITY]', '[AUDIT]');
const RENAMED = edit(SILENT, '  AUDIT:\n', '  AUDIT:\n    renamed_from: SECURITY\n');

describe('the gate on a pull request that renames an agent under an absolute floor', () => {
  it('lets it pass where the head says so, and tells of it', async () => {
    await using scene = await GateScene.open();
    const result = await scene.judge(eventOf(await scene.pull('told', files(RENAMED))));
    expect(verdict(result)).toBe('pass HF303@allocation.yaml:9');
    expect(result.all).toContain('the name stays with AUDIT for good');
  });

  it('refuses it where the head does not, or lowers anything with it', async () => {
    await using scene = await GateScene.open();
    const judged = async (name: string, text: string) =>
      verdict(await scene.judge(eventOf(await scene.pull(name, files(text)))));
    expect(await judged('silent', SILENT)).toContain('fail HF106');
    const lower = edit(RENAMED, 'default: opus', 'default: sonnet');
    expect(await judged('lower', lower)).toContain('fail HF101');
    expect(await judged('lower-floor', edit(lower, 'minimum: opus', 'minimum: sonnet'))).toContain('HF103');
    expect(await judged('left', edit(RENAMED, '[AUDIT]', '[STORIES]'))).toContain('HF104');
    const beside = edit(ALLOCATION, '  STORIES:\n', '  STORIES:\n    renamed_from: SECURITY\n');
    expect(await judged('beside', beside)).toContain('fail HF117');
  });

  it('keeps the old name with the agent: later it can be neither dropped nor given away', async () => {
    await using scene = await GateScene.open();
    await scene.repo.commit(files(RENAMED), { parents: [scene.main], branch: 'main' });
    const judged = async (name: string, text: string) =>
      verdict(await scene.judge(eventOf(await scene.pull(name, files(text)))));
    expect(await judged('dropped', SILENT)).toContain('fail HF121');
    const given = edit(SILENT, '  STORIES:\n', '  SECURITY:\n    default: haiku\n  STORIES:\n');
    expect(await judged('given', given)).toContain('fail HF121');
    const alias = edit(SILENT, '  AUDIT:\n', '  AUDIT:\n    aliases: [SECURITY]\n');
    expect(await judged('alias', alias)).toBe('pass');
  });
});

const NONE = ['--ledger', 'none'];
const asked = (agent: string, ...more: readonly string[]) => [
  ...['resolve', '--agent', agent, '--phase', 'EXEC', ...NONE],
  ...more,
];

describe('resolve', () => {
  it('takes the old name for the new one, and says so', async () => {
    using job = JobScene.atDesk();
    job.write(FILE, RENAMED);
    const old = await job.cli(asked('SECURITY'));
    expect(old).toMatchObject({ exitCode: 0, stderr: ['The agent SECURITY is AUDIT now.'] });
    expect(old.stdout).toBe((await job.cli(asked('AUDIT'))).stdout);
    expect(await job.json(asked('SECURITY'))).toMatchObject({ agent: 'AUDIT', tier: 'opus', floor: 'opus' });
  });

  it('takes a sub-agent of the old name for the agent', async () => {
    using job = JobScene.atDesk();
    job.write(FILE, RENAMED);
    job.write(
      '.claude/agents/security.md',
      '---\nname: SECURITY\ndescription: d\nmodel: haiku\n---\nLook.\n',
    );
    expect((await job.json(asked('STORIES'))).agents).toContainEqual(
      expect.objectContaining({ name: 'SECURITY', agent: 'AUDIT', tier: 'opus', how: 'set' }),
    );
  });

  it('goes by an exception that was granted under the old name', async () => {
    using job = JobScene.atDesk();
    const lower = edit(edit(RENAMED, 'default: opus', 'default: sonnet'), 'never', 'approved');
    job.write(FILE, lower);
    expect((await job.cli(asked('AUDIT'))).exitCode).toBe(2);
    const [entry, rest] = [
      'floor: security-always-opus',
      'tier: sonnet, reason: r, approved_by: me, tracking: t',
    ];
    const phases = ['LEAD', 'PLAN', 'EXEC'].map(
      (phase) => `- { ${entry}, agent: SECURITY, phase: ${phase}, ${rest}, expires: 2026-12-01 }\n`,
    );
    job.write('allocation.exceptions.yaml', phases.join(''));
    expect(await job.json(asked('AUDIT'))).toMatchObject({ decision: 'run', tier: 'sonnet' });
  });

  it('takes the old name for the agent in the rest of the file, but not beside the new one', async () => {
    using job = JobScene.atDesk();
    const cell = 'floors:\n';
    const matrix = (...rows: readonly string[]) => `matrix:\n  EXEC: { ${rows.join(', ')} }\n${cell}`;
    const old = edit(RENAMED, '[AUDIT]', '[SECURITY]');
    job.write(FILE, edit(old, cell, matrix('SECURITY: { tier: opus, effort: high }')));
    expect(await job.json(asked('AUDIT'))).toMatchObject({ floor: 'opus', effort: 'high' });
    job.write(FILE, edit(old, cell, matrix('AUDIT: opus', 'SECURITY: opus')));
    const { exitCode, stderr } = await job.cli(asked('AUDIT'));
    expect(exitCode).toBe(2);
    expect(stderr.join('\n')).toContain('The agent AUDIT has two cells in EXEC, one under a former name.');
  });
});

describe('resolve on a pull request between branches of which one has renamed the agent', () => {
  let github: Github;
  beforeAll(async () => {
    github = await startGithub();
  });
  afterAll(() => github[Symbol.asyncDispose]());

  const FLOORLESS = (text: string) =>
    text.replace(/floors:\n[\s\S]*$/, '').replace('default: opus', 'default: haiku');
  let count = 0;

  async function job(main: string, base: string): Promise<JobScene> {
    count += 1;
    const repository = await github.repository(`octo/demo-${count}`);
    const first = await repository.commit({ [FILE]: main }, { branch: 'main' });
    const second = await repository.commit({ [FILE]: base }, { parents: [first], branch: 'base' });
    await repository.commit({ [FILE]: base, 'a.txt': 'a\n' }, { parents: [second], branch: 'topic' });
    const pull = await repository.pullRequest({ base: 'base', head: 'topic' });
    const token = await github.token({ contents: 'read', pull_requests: 'read' });
    const env = { ...github.env(token), GITHUB_REPOSITORY: repository.fullName };
    return new JobScene({ event: eventOf(pull), checkout: null, env });
  }

  it.each([
    ['the base', ALLOCATION, FLOORLESS(RENAMED), 'AUDIT'],
    ['the base, by the old name', ALLOCATION, FLOORLESS(RENAMED), 'SECURITY'],
    ['the default branch', RENAMED, FLOORLESS(ALLOCATION), 'SECURITY'],
  ])('%s: the floor of the default branch holds', async (_, main, base, agent) => {
    using about = await job(main, base);
    const { outputs, failure } = await about.outcome({ agent, phase: 'EXEC' });
    expect(outputs).toMatchObject({ decision: 'refuse', model: '' });
    expect(failure).toContain('security-always-opus@main');
  });

  it('runs where both keep it', async () => {
    using about = await job(RENAMED, ALLOCATION);
    expect((await about.outcome({ agent: 'SECURITY', phase: 'EXEC' })).outputs).toMatchObject({
      tier: 'opus',
    });
  });
});

describe('the ledger', () => {
  it('has the records of the old name for the agent, in the report', async () => {
    using job = JobScene.atDesk();
    job.write(FILE, RENAMED);
    const model = 'claude-opus-5-5';
    const opus = { tier_assigned: 'opus', tier_used: 'opus', model_requested: model, model_used: model };
    await job.record(
      [
        run('1', { ...opus, agent: 'SECURITY', tokens: output(100), work_item: 'pr-1' }),
        run('2', { ...opus, agent: 'AUDIT', tokens: output(20), work_item: 'pr-2' }),
        run('3', { agent: 'SECURITY', tokens: output(3), work_item: 'pr-3' }),
      ],
      [event({ agent: 'SECURITY', phase: 'EXEC', work_item: 'pr-2', outcome: 'reworked' })],
    );
    const report = await job.json(['report']);
    expect(report.agents).toMatchObject([
      { agent: 'AUDIT', phase: 'EXEC', runs: 3, tokens: 123, reworked: 1 },
    ]);
    expect(report.never_seen).not.toContain('AUDIT');
    expect(report.mismatches).toMatchObject([{ agent: 'AUDIT', floor: 'opus' }]);
  });

  it('has the deferrals of the old name: drain starts the agent, and the same work once', async () => {
    const { ALLOCATION: text } = await import('../deferral/works.ts');
    const allocation = text
      .replace('SECURITY: { default: opus }', 'AUDIT: { default: opus, renamed_from: SECURITY }')
      .replaceAll(/\bSECURITY\]/g, 'AUDIT]');
    await using scene = await DrainScene.open({ allocation });
    const work = { tier: 'opus', priority: 90, critical: true, work_item: 'ticket-1' };
    await scene.put([
      deferral(1, { ...work, agent: 'SECURITY' }),
      deferral(2, { ...work, agent: 'AUDIT', head: deferral(1).head }),
    ]);
    const report = await scene.drain();
    expect(report.ignored).toEqual([]);
    expect(report.dropped).toMatchObject([{ why: 'the same work was already deferred' }]);
    expect(scene.dispatched.runs.map(({ inputs }) => inputs.agent)).toEqual(['AUDIT']);
  });
});
