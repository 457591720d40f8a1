import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../git/temporary-repository.ts';
import { JobScene } from '../support/job-scene.ts';

const TIERS = `tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
`;
const POLICY = `version: 1
${TIERS}phases: [PLAN, EXEC]
facts: { release: { type: boolean } }
agents:
  SECURITY: { default: opus, aliases: [security-reviewer] }
  DOCS: { default: haiku, maximum: sonnet }
floors:
  - { id: org-security, agents: [SECURITY], minimum: opus }
  - { id: org-docs-release, agents: [DOCS], if: task.release, minimum: sonnet, exceptions: approved }
`;

/** Nothing listens there. */
const OFFLINE = { GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_TOKEN: '' };

let policies: TemporaryRepository;
let commit: string;
let topic: string;

beforeAll(() => {
  policies = new TemporaryRepository();
  commit = policies.commit({ 'policy.yaml': POLICY }, [], 'main');
  const loose = POLICY.replace('minimum: opus', 'minimum: haiku');
  topic = policies.commit({ 'policy.yaml': loose }, [], 'topic');
});
afterAll(() => policies[Symbol.dispose]());

function extending(at: string, rest: string): string {
  return `version: 1\nextends: acme/policies/policy.yaml@${at}\n${rest}`;
}

const OWN = `${TIERS}phases: [PLAN, EXEC]
agents:
  SECURITY: { default: opus }
  DOCS: { default: haiku }
`;
const SECURITY = ['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none'];

describe('three repositories with one policy', () => {
  it.each([
    ['the agent by its name', OWN, 'SECURITY', 'EXEC'],
    [
      'by an alias, in a phase that the policy does not know',
      `${TIERS}phases: [RUN]\nagents:\n  Audit: { default: opus, aliases: [Security-Reviewer] }\n`,
      'Audit',
      'RUN',
    ],
    [
      'by its former name, with tiers of its own',
      `tiers:
  - { name: small, model: claude-haiku-5-5 }
  - { name: large, model: claude-opus-5-5 }
  - { name: larger, model: claude-fable-5 }
phases: [EXEC]
agents:
  AUDIT: { default: larger, renamed_from: SECURITY }
`,
      'AUDIT',
      'EXEC',
    ],
  ])('hold its floor: %s', async (_, text, agent, phase) => {
    using desk = JobScene.atDesk({ allocation: extending(commit, text) });
    const cell = [
      'resolve',
      '--agent',
      agent,
      '--phase',
      phase,
      '--ledger',
      'none',
      '--policy',
      policies.path,
    ];
    const decision = await desk.json(cell);
    expect(decision.decision).toBe('run');
    expect(['opus', 'large']).toContain(decision.floor);
    const override = [
      '--tier',
      text === OWN || phase === 'RUN' ? 'haiku' : 'small',
      '--reason',
      'cheap',
      '--by',
      'me',
    ];
    const refused = await desk.cli([...cell, ...override]);
    expect(refused.exitCode).toBe(1);
  });
});

describe('resolve by a file that extends a policy', () => {
  it('refuses a cell below a floor of the policy, and names both places', async () => {
    const weak = OWN.replace('SECURITY: { default: opus }', 'SECURITY: { default: haiku }');
    using desk = JobScene.atDesk({ allocation: extending(commit, weak) });
    const result = await desk.cli([...SECURITY, '--policy', policies.path]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain(
      `allocation.yaml:9:24: SECURITY in PLAN is assigned haiku, but the floor org-security of acme/policies/policy.yaml@${commit.slice(0, 12)}:12 asks for opus.`,
    );
  });

  it('holds a conditional floor of the policy, whose fact the file does not declare', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    const docs = [
      'resolve',
      '--agent',
      'DOCS',
      '--phase',
      'EXEC',
      '--ledger',
      'none',
      '--policy',
      policies.path,
    ];
    expect((await desk.json(docs)).tier).toBe('sonnet');
    expect((await desk.json([...docs, '--task', '{"release": false}'])).tier).toBe('haiku');
  });

  it('may go below an approved floor of the policy by an exception of its own', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    desk.write(
      'allocation.exceptions.yaml',
      `version: 1\nexceptions:\n  - { floor: org-docs-release, agent: DOCS, phase: EXEC, tier: haiku, reason: r, approved_by: octocat, tracking: '#1', expires: 2026-12-31 }\n`,
    );
    const docs = [
      'resolve',
      '--agent',
      'DOCS',
      '--phase',
      'EXEC',
      '--ledger',
      'none',
      '--policy',
      policies.path,
    ];
    expect((await desk.json(docs)).tier).toBe('haiku');
  });

  it('refuses a commit that is not on the default branch', async () => {
    using desk = JobScene.atDesk({ allocation: extending(topic, OWN) });
    const result = await desk.cli([...SECURITY, '--policy', policies.path]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain('is not on main, the default branch of its repository');
  });

  it('refuses a commit that its history no longer has after a forced push', async () => {
    using rewritten = new TemporaryRepository();
    const old = rewritten.commit({ 'policy.yaml': POLICY }, [], 'main');
    rewritten.commit({ 'policy.yaml': `# again\n${POLICY}` }, [], 'main');
    using desk = JobScene.atDesk({ allocation: extending(old, OWN) });
    const result = await desk.cli([...SECURITY, '--policy', rewritten.path]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain('is not on main');
  });

  it('says what to do without a network and a clone', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    const result = await desk.cli(SECURITY, OFFLINE);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain(
      `The policy acme/policies/policy.yaml@${commit.slice(0, 12)} could not be read.`,
    );
    expect(result.stderr.join('\n')).toContain('--policy DIR');
  });

  it('takes a file that the workflow carries, at exactly that commit', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    const file = desk.write('carried.yaml', POLICY);
    const reference = `acme/policies/policy.yaml@${commit}`;
    const result = await desk.cli([...SECURITY, '--policy', `${reference}=${file}`], OFFLINE);
    expect(result.exitCode).toBe(0);
    expect(result.stderr.join('\n')).toContain('is the file that the workflow carries');
    const other = await desk.cli(
      [...SECURITY, '--policy', `acme/policies/policy.yaml@${topic}=${file}`],
      OFFLINE,
    );
    expect(other.exitCode).toBe(2);
  });

  it('refuses policies that extend each other, which only carried files can', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    const [a, b] = [`acme/policies/policy.yaml@${commit}`, `acme/policies/policy.yaml@${topic}`];
    const one = desk.write('a.yaml', POLICY.replace('version: 1\n', `version: 1\nextends: ${b}\n`));
    const two = desk.write('b.yaml', POLICY.replace('version: 1\n', `version: 1\nextends: ${a}\n`));
    const result = await desk.cli(
      [...SECURITY, '--policy', `${a}=${one}`, '--policy', `${b}=${two}`],
      OFFLINE,
    );
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain('extends itself');
  });

  it('refuses a policy larger than an allocation may be', async () => {
    using large = new TemporaryRepository();
    const at = large.commit({ 'policy.yaml': `${POLICY}# ${'x'.repeat(1_100_000)}\n` }, [], 'main');
    using desk = JobScene.atDesk({ allocation: extending(at, OWN) });
    const result = await desk.cli([...SECURITY, '--policy', large.path]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain('The policy cannot be used.');
  });
});

describe('every command that reads the allocation', () => {
  const RECORDS = ['--agent', 'SECURITY', '--phase', 'EXEC'];
  it.each([
    ['resolve', ['resolve', '--phase', 'EXEC', '--ledger', 'none']],
    ['run', ['run', ...RECORDS, '--prompt', 'x', '--ledger', 'none']],
    ['record', ['record', ...RECORDS, '--from', '.', '--ledger', 'none']],
    ['report', ['report']],
    ['simulate', ['simulate', '--base', './allocation.yaml', '--head', './other.yaml']],
    ['calibrate', ['calibrate']],
    ['check', ['check', '--base', './allocation.yaml', '--head', './other.yaml']],
  ])('%s does nothing where the policy cannot be read', async (_, args) => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    desk.write('other.yaml', `# touched\n${extending(commit, OWN)}`);
    const result = await desk.cli(args, OFFLINE);
    expect(result.exitCode).toBe(2);
    expect([result.stdout, ...result.stderr].join('\n')).toContain('acme/policies/policy.yaml@');
    const read = await desk.cli([...args, '--policy', policies.path], OFFLINE);
    expect([read.stdout, ...read.stderr].join('\n')).not.toContain('could not be read. GitHub');
  });
});

describe('a session under a policy', () => {
  const STORIES = `${TIERS}phases: [PLAN, EXEC]\nagents:\n  STORIES: { default: sonnet }\n`;
  const definition = '---\nname: security-reviewer\ndescription: Looks.\nmodel: haiku\n---\nLook.\n';
  const cell = (agent: string) => [
    'resolve',
    '--agent',
    agent,
    '--phase',
    'EXEC',
    '--ledger',
    'none',
    '--policy',
    policies.path,
  ];

  it('starts no sub-agent by a name that is under a floor there, and that no agent has here', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, STORIES) });
    desk.write('.claude/agents/s.md', definition);
    const { agents } = await desk.json(cell('STORIES'));
    expect(agents).toContainEqual(
      expect.objectContaining({
        name: 'security-reviewer',
        how: 'denied',
        why: expect.stringContaining('acme/policies/policy.yaml@'),
      }),
    );
  });

  it('starts it on the floor where the agent is there under another of its names', async () => {
    using desk = JobScene.atDesk({ allocation: extending(commit, OWN) });
    desk.write('.claude/agents/s.md', definition);
    const { agents } = await desk.json(cell('DOCS'));
    expect(agents).toContainEqual(
      expect.objectContaining({ name: 'security-reviewer', agent: 'SECURITY', tier: 'opus', how: 'set' }),
    );
  });
});
