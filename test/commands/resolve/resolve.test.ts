import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, REAL } from '../../allocation/reading.ts';
import { startGithub } from '../../support/github/index.ts';
import { text } from '../../support/github/json.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';

/** A job started by hand on a commit that holds these files. */
function onCommit(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): JobScene {
  const job = new JobScene({ event: ofRepository('workflow_dispatch'), env });
  job.commit(files);
  return job;
}

/** Opus is retired: what stands under the floor of SECURITY cannot run. */
const RETIRED = changed(
  ['model: claude-opus-5-5', 'model: claude-opus-9'],
  ['targets: #', 'models:\n  - { id: claude-opus-9, line: opus, lifecycle: retired }\ntargets: #'],
);

describe('the outputs of resolve', () => {
  it('hold for one cell all that a step with an agent needs', async () => {
    using job = onCommit({
      'allocation.yaml': changed(['default: opus\n', 'default: opus\n    effort: high\n']),
    });
    const outcome = await job.outcome({ agent: 'SECURITY', phase: 'EXEC', 'max-usd': '2.50' });
    expect(outcome).toMatchObject({ exitCode: 0, failure: null, annotations: [] });
    expect(outcome.outputs).toEqual({
      decision: 'run',
      tier: 'opus',
      model: 'claude-opus-5-5',
      effort: 'high',
      floor: 'opus',
      zone: 'GREEN',
      reason: 'assigned opus (agents.SECURITY.default) · floor opus (floors.security-always-opus)',
      'claude-args': expect.stringMatching(
        /^--model claude-opus-5-5 --effort high --max-budget-usd 2.5 --managed-settings '\{"availableModels":\["claude-opus-5-5"\],/,
      ),
      settings:
        '{"availableModels":["claude-opus-5-5"],"availableModelsMatch":"exact","enforceAvailableModels":true}',
      'fallback-model': '',
      matrix: expect.any(String),
      'has-work': 'true',
      'haiku-model': 'claude-haiku-5-5',
      'sonnet-model': 'claude-sonnet-5-5',
      'opus-model': 'claude-opus-5-5',
    });
  });

  it('name a fallback where the cell may go up, and never a lesser model', async () => {
    const file = changed([
      'VALIDATION: opus # final quality assurance',
      'VALIDATION: opus\n    TESTING: { tier: sonnet, on_unavailable: escalate }',
    ]);
    using job = onCommit({ 'allocation.yaml': file });
    const { outputs } = await job.outcome({ agent: 'TESTING', phase: 'EXEC' });
    expect(outputs).toMatchObject({
      'claude-args': expect.stringMatching(
        /^--model claude-sonnet-5-5 --fallback-model claude-opus-5-5 --managed-/,
      ),
      'fallback-model': 'claude-opus-5-5',
    });
  });

  it('hold a matrix of the cells that run for a whole phase', async () => {
    using job = onCommit({ 'allocation.yaml': RETIRED });
    const { outputs, json } = await job.outcome({ phase: 'LEAD' });
    const { include } = JSON.parse(outputs.matrix ?? '');
    expect(include).toHaveLength(13);
    expect(include[0]).toEqual({
      agent: 'GITHUB',
      phase: 'LEAD',
      tier: 'haiku',
      model: 'claude-haiku-5-5',
      effort: '',
      'claude-args': expect.stringMatching(/^--model claude-haiku-5-5 --managed-settings /),
      settings:
        '{"availableModels":["claude-haiku-5-5"],"availableModelsMatch":"exact","enforceAvailableModels":true}',
      'fallback-model': '',
    });
    expect(outputs).toMatchObject({ decision: '', 'has-work': 'true' });
    expect(json).toMatchObject({ schema: 'haiku-first/phase@1', phase: 'LEAD' });
  });

  it('say when there is no work', async () => {
    const one =
      'version: 1\ntiers: [{ name: opus, model: claude-opus-9 }]\nphases: [P]\nagents: { A: { default: opus } }\nmodels: [{ id: claude-opus-9, line: opus, lifecycle: retired }]\n';
    using job = onCommit({ 'allocation.yaml': one });
    expect((await job.outcome({ phase: 'P' })).outputs).toMatchObject({
      'has-work': 'false',
      matrix: '{"include":[]}',
    });
  });

  it('are the ids of a provider, empty for tiers that it does not have', async () => {
    const file = changed([
      'model: claude-opus-5-5',
      'model: claude-opus-5-5\n    providers: { vertex: claude-opus-4-5@20251101 }',
    ]);
    using job = onCommit({ 'allocation.yaml': file });
    const { outputs } = await job.outcome({ agent: 'SECURITY', phase: 'EXEC', provider: 'vertex' });
    expect(outputs).toMatchObject({
      model: 'claude-opus-4-5@20251101',
      'opus-model': 'claude-opus-4-5@20251101',
      'haiku-model': '',
    });
  });

  it.each([
    ['CLAUDE_CODE_USE_BEDROCK', 'bedrock'],
    ['CLAUDE_CODE_USE_VERTEX', 'vertex'],
  ])('are told to be of another provider than %s asks', async (name, provider) => {
    const file = changed([
      'model: claude-opus-5-5',
      `model: claude-opus-5-5\n    providers: { ${provider}: claude-opus-5-5 }`,
    ]);
    using job = onCommit({ 'allocation.yaml': file });
    job.env[name] = '1';
    const cell = { agent: 'SECURITY', phase: 'EXEC' };
    const said = `${name} is set, and the model is the id that anthropic has for it. Give provider: ${provider}, or leave ${name} out.`;
    const forgotten = await job.outcome(cell);
    expect(forgotten.notes).toContain(`warning: ${said}`);
    expect(forgotten.annotations).toContainEqual(
      expect.objectContaining({ severity: 'warning', message: said }),
    );
    const given = await job.outcome({ ...cell, provider });
    expect(given.notes.join()).not.toContain(name);
  });
});

describe('a deferral', () => {
  it('of a guarded cell fails its step, with the reason', async () => {
    using job = onCommit({ 'allocation.yaml': RETIRED });
    const outcome = await job.outcome({ agent: 'SECURITY', phase: 'EXEC', 'on-defer': 'succeed' });
    expect(outcome).toMatchObject({
      exitCode: 3,
      outputs: { decision: 'defer', tier: '', model: '', 'claude-args': '', settings: '' },
    });
    expect(outcome.failure).toBe(
      'SECURITY in EXEC is deferred, and it is under an absolute floor: assigned opus (agents.SECURITY.default) · floor opus (floors.security-always-opus) · opus is unavailable (claude-opus-9 is retired): deferred, rather than run on a lesser model',
    );
    expect(outcome.annotations).toMatchObject([{ severity: 'error', title: 'SECURITY/EXEC is deferred' }]);
  });

  it('of a guarded cell fails the step of its whole phase, though other cells run', async () => {
    using job = onCommit({ 'allocation.yaml': RETIRED });
    const outcome = await job.outcome({ phase: 'EXEC' });
    expect(outcome.failure).toMatch(/^SECURITY in EXEC is deferred, and it is under an absolute floor/);
    expect(outcome.outputs['has-work']).toBe('true');
    expect(outcome.annotations.map(({ severity, title }) => `${severity} ${title}`)).toEqual([
      'error VALIDATION/EXEC is deferred',
      'error SECURITY/EXEC is deferred',
    ]);
  });

  it('of another cell fails its step where on-defer says so', async () => {
    using job = onCommit({ 'allocation.yaml': RETIRED });
    const cell = { agent: 'TESTING', phase: 'EXEC', task: '{"security_critical": true}' };
    expect(await job.outcome(cell)).toMatchObject({ exitCode: 3, failure: null });
    const failed = await job.outcome({ ...cell, 'on-defer': 'fail' });
    expect(failed.failure).toMatch(/^TESTING in EXEC is deferred: /);
  });
});

describe('what-if options', () => {
  it('cannot be reached from the Action', async () => {
    using job = onCommit({ 'allocation.yaml': REAL });
    const tricked = { zone: 'exhausted', unavailable: 'opus', now: '2020-01-01T00:00:00Z', by: 'somebody' };
    const outcome = await job.outcome({ agent: 'SECURITY', phase: 'EXEC', ...tricked });
    expect(outcome.json).toMatchObject({ decision: 'run', zone: 'GREEN', week: '2026-W48' });
  });

  it.each([
    [['--zone', 'red'], 3, 'defer'],
    [['--zone', 'red', '--task', '{"security_critical": true}'], 0, 'run'],
    [['--unavailable', 'sonnet'], 3, 'defer'],
    [['--tier', 'opus', '--reason', 'hard'], 0, 'run'],
    [['--tier', 'opus'], 1, 'refuse'],
  ])('on the command line: %j ends with %i', async (options, exitCode, decision) => {
    using job = onCommit({ 'allocation.yaml': REAL }, { GITHUB_ACTIONS: '' });
    const file = join(job.home, 'allocation.yaml');
    writeFileSync(file, REAL);
    const cell = ['resolve', '--agent', 'TESTING', '--phase', 'EXEC', '--ledger', 'none', '--json'];
    const result = await job.cli([...cell, '--allocation', file, ...options]);
    expect(result.exitCode).toBe(exitCode);
    expect(JSON.parse(result.stdout)).toMatchObject({ schema: 'haiku-first/resolve@1', decision });
  });
});

describe('wrong usage of resolve', () => {
  it.each<readonly [inputs: Readonly<Record<string, string>>, said: string]>([
    [{}, 'resolve needs a phase. Give --phase, for example --phase EXEC.'],
    [{ phase: 'EXECUTE' }, 'The phase EXECUTE is not in allocation.yaml. Known: LEAD, PLAN, EXEC.'],
    [
      { phase: 'EXEC', agent: 'SECURTY' },
      'The agent SECURTY is not in allocation.yaml. Did you mean SECURITY?',
    ],
    [
      { phase: 'EXEC', agent: 'TESTING', tier: 'opsu', reason: 'r' },
      'The tier opsu is not in allocation.yaml. Did you mean opus?',
    ],
    [
      { phase: 'EXEC', tier: 'opus', reason: 'r' },
      'An override or an escalation is for one cell. Give --agent, too.',
    ],
    [
      { phase: 'EXEC', agent: 'TESTING', 'escalate-from': 'sonnet' },
      'An escalation needs a reason. Say in reason what was wrong.',
    ],
    [
      { phase: 'EXEC', agent: 'TESTING', tier: 'opus', 'escalate-from': 'sonnet' },
      'An override (tier) and an escalation (escalate-from) cannot be combined. Give one of them.',
    ],
  ])('%j is refused', async (inputs, said) => {
    using job = onCommit({ 'allocation.yaml': REAL });
    await expect(job.outcome(inputs)).rejects.toThrow(said);
  });
});

describe('rule 3', () => {
  const refused = { agent: 'SECURITY', phase: 'EXEC', tier: 'sonnet', reason: 'opus is @everyone slow' };

  async function withGithub(files: Readonly<Record<string, string>>, permissions: { issues?: 'write' }) {
    const github = await startGithub();
    await github.repository('octo/demo');
    const job = onCommit(files, github.env(await github.token(permissions)));
    return {
      github,
      job,
      issues: async () => {
        const found = await github.ask('GET', '/repos/octo/demo/issues?state=all');
        return (Array.isArray(found) ? found : []).map((issue) => text(issue, 'body'));
      },
      [Symbol.asyncDispose]: async () => {
        job[Symbol.dispose]();
        await github.close();
      },
    };
  }

  it('flags a refused override for post-mortem, once for each run', async () => {
    await using scene = await withGithub({ 'allocation.yaml': REAL }, { issues: 'write' });
    const outcome = await scene.job.outcome(refused);
    expect(outcome).toMatchObject({ exitCode: 1, outputs: { decision: 'refuse' }, notes: [] });
    expect(outcome.annotations).toMatchObject([{ severity: 'error', title: 'SECURITY/EXEC is refused' }]);
    await scene.job.outcome(refused);
    const [body = '', ...more] = await scene.issues();
    expect(more).toEqual([]);
    expect(body).toContain('**Refused**: an override of SECURITY/EXEC to sonnet in <');
    expect(body).toContain('/octo/demo/actions/runs/123>. The floor is opus. Asked for by octocat.');
    expect(body).not.toContain('@everyone');
  });

  it('flags the use of an exception, with its reason and approval', async () => {
    const low = changed(['VALIDATION: sonnet # detects complex dependencies', 'VALIDATION: haiku']);
    const entry =
      '- { floor: validation-in-critical-phases, agent: VALIDATION, phase: PLAN, tier: haiku, reason: a new planner, approved_by: hubot, tracking: issue 7, expires: 2026-12-01 }\n';
    await using scene = await withGithub(
      { 'allocation.yaml': low, 'allocation.exceptions.yaml': entry },
      { issues: 'write' },
    );
    const outcome = await scene.job.outcome({ phase: 'PLAN' });
    expect(outcome).toMatchObject({ exitCode: 0, failure: null });
    expect(outcome.annotations).toMatchObject([
      { severity: 'warning', title: 'An exception ends soon' },
      { severity: 'warning', title: 'VALIDATION/PLAN runs below its floor by an exception' },
    ]);
    expect((await scene.issues())[0]).toContain('Reason: a new planner. Approved by hubot until 2026-12-01');
  });

  it('never changes the decision: a token that may not, or no answer, becomes a remark', async () => {
    await using scene = await withGithub({ 'allocation.yaml': REAL }, {});
    const outcome = await scene.job.outcome(refused);
    expect(outcome).toMatchObject({ exitCode: 1, outputs: { decision: 'refuse' } });
    expect(outcome.notes.join('\n')).toMatch(/alert.*issues: (?:read|write)/s);
    expect(await scene.issues()).toEqual([]);
  });

  it('asks nothing of GitHub where nothing happened, and nothing for the command line', async () => {
    await using scene = await withGithub({ 'allocation.yaml': REAL }, { issues: 'write' });
    await scene.job.outcome({ phase: 'EXEC' });
    await scene.job.outcome({ agent: 'GITHUB', phase: 'EXEC', tier: 'opus', reason: 'hard' });
    const override = ['--agent', 'SECURITY', '--phase', 'EXEC', '--tier', 'sonnet', '--reason', 'r'];
    await scene.job.cli(['resolve', ...override, '--ledger', 'none']);
    expect(scene.github.exchanges).toEqual([]);
  });
});
