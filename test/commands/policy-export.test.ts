import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../git/temporary-repository.ts';
import { JobScene } from '../support/job-scene.ts';

const root = join(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'schema/policy.schema.json'), 'utf8'));
const isDocument = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const EXPORT = ['policy', 'export', '--managed-settings'];

const TIERS = `tiers:
  - { name: haiku, model: claude-haiku-5-5, providers: { bedrock: global.anthropic.claude-haiku-5-5 } }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
`;

describe('policy export --managed-settings', () => {
  it('prints the file itself, and on standard error what it cannot hold', async () => {
    using desk = JobScene.atDesk();
    const { exitCode, stdout, stderr } = await desk.cli(EXPORT);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      availableModels: ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'],
      availableModelsMatch: 'exact',
      enforceAvailableModels: true,
      permissions: { deny: ['Agent(model:*)'] },
      env: { CLAUDE_CODE_EXTRA_BODY: '{}' },
    });
    expect(stderr.join('\n')).toContain('Not held. The floor security-always-opus, opus over SECURITY');
  });

  it('holds the floors and denials of a policy that the file extends', async () => {
    using policies = new TemporaryRepository();
    const agents = 'agents:\n  REVIEW: { default: sonnet }\n  SECURITY: { default: opus }\n';
    const floors = `floors:
  - { id: everybody, agents: [REVIEW, SECURITY], minimum: sonnet }
  - { id: security, agents: [SECURITY], minimum: opus, effort: high }
`;
    const sound = agents.replace('default: opus', 'default: opus, effort: high');
    const policy = `version: 1\n${TIERS}${sound}deny: [claude-opus-4-1]\n${floors}`;
    const commit = policies.commit({ 'floors.yaml': policy }, [], 'main');
    const extending = `version: 1\nextends: acme/policies/floors.yaml@${commit}\n`;
    using desk = JobScene.atDesk({ allocation: `${extending}${TIERS}${sound}` });
    const document = await desk.json([...EXPORT, '--policy', policies.path]);
    expect(isDocument(document), JSON.stringify(isDocument.errors)).toBe(true);
    expect(document.policy).toBe(`acme/policies/floors.yaml@${commit}`);
    expect(document.settings.availableModels).toEqual(['claude-sonnet-5-5', 'claude-opus-5-5']);
    expect(document.settings.deniedModels).toEqual(['claude-opus-4-1']);
    expect(document.holds.join('\n')).toContain('nothing below sonnet is used');
    expect(document.leaves).toEqual([
      expect.stringMatching(
        /^The floor security of acme\/policies\/floors\.yaml@.*: a person picks the model/,
      ),
      expect.stringMatching(/effort high over SECURITY: a session's effort is its user's\.$/),
    ]);
  });

  it('counts no floor that an exception or a fact may lower as one of everybody', async () => {
    const agents = 'facts: { release: { type: boolean } }\nagents: { REVIEW: { default: opus } }\n';
    const floors = `floors:
  - { id: sometimes, agents: [REVIEW], minimum: opus, if: task.release }
  - { id: approved, agents: [REVIEW], minimum: sonnet, exceptions: approved }
`;
    using desk = JobScene.atDesk({ allocation: `version: 1\n${TIERS}${agents}${floors}` });
    expect((await desk.json(EXPORT)).settings.availableModels).toContain('claude-haiku-5-5');
  });

  it.each([[['policy']], [['policy', 'export']]])('is wrong usage as %j', async (args) => {
    using desk = JobScene.atDesk();
    expect((await desk.cli(args)).exitCode).toBe(2);
  });

  it('prints nothing of a file that breaks its own floors', async () => {
    const weak = `version: 1\n${TIERS}agents: { A: { default: haiku } }\nfloors: [{ id: f, agents: [A], minimum: opus }]\n`;
    using desk = JobScene.atDesk({ allocation: weak });
    const { exitCode, stdout } = await desk.cli(EXPORT);
    expect([exitCode, stdout]).toEqual([2, '']);
  });
});
