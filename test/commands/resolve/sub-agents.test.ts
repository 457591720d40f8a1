import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed } from '../../allocation/reading.ts';
import { flagOf } from '../../support/claude-args.ts';
import { JobScene } from '../../support/job-scene.ts';
import { ofRepository } from '../events.ts';

const PATH = '.claude/agents/team/security.md';

function definition(prompt: string, model = 'haiku'): string {
  return `---\nname: security-agent\ndescription: Reviews.\nmodel: ${model}\n---\n${prompt}\n`;
}

function onCommit(files: Readonly<Record<string, string>>): JobScene {
  const job = new JobScene({ event: ofRepository('workflow_dispatch') });
  job.commit({ 'allocation.yaml': changed(), ...files });
  return job;
}

describe('the sub-agents of a session', () => {
  it('are read at the commit of the allocation, not from the work tree', async () => {
    using job = onCommit({ [PATH]: definition('As committed.') });
    job.write(PATH, definition('As an earlier step left it.'));
    const { outputs } = await job.outcome({ agent: 'TESTING', phase: 'EXEC' });
    const agents = JSON.parse(flagOf(outputs['claude-args'] ?? '', '--agents') ?? '');
    expect(agents['security-agent']).toMatchObject({ prompt: 'As committed.', model: 'claude-opus-5-5' });
  });

  it('are told of in trace, summary and document, each with what it runs on and why', async () => {
    using job = onCommit({ [PATH]: definition('Review.') });
    const outcome = await job.outcome({ agent: 'TESTING', phase: 'EXEC' });
    const said = 'security-agent → opus (floor), set by --agents';
    expect(outcome.text).toContain(`  ${said}\n`);
    expect(outcome.outputs.reason).toContain(said);
    expect(outcome.summary).toMatch(/security-agent → opus \(floor\), set by .*agents/);
    expect(outcome.json).toMatchObject({
      claudeArgs: outcome.outputs['claude-args'],
      settings: outcome.outputs.settings,
      agents: expect.arrayContaining([
        {
          name: 'security-agent',
          agent: 'SECURITY',
          tier: 'opus',
          model: 'claude-opus-5-5',
          how: 'set',
          why: 'floor',
        },
      ]),
    });
  });

  it('go along in a matrix, too', async () => {
    using job = onCommit({ [PATH]: definition('Review.') });
    const { outputs } = await job.outcome({ phase: 'EXEC' });
    for (const cell of JSON.parse(outputs.matrix ?? '').include)
      expect(flagOf(cell['claude-args'], '--agents')).toContain('claude-opus-5-5');
  });

  it('that are too long for a command line go into a file of the job, and are not started from a matrix', async () => {
    using job = onCommit({ [PATH]: definition('x'.repeat(80_000)) });
    const one = await job.outcome({ agent: 'TESTING', phase: 'EXEC' });
    const path = flagOf(one.outputs['claude-args'] ?? '', '--agents') ?? '';
    expect(path).toMatch(/\/haiku-first\/agents\.json$/);
    expect(JSON.parse(readFileSync(path, 'utf8'))['security-agent'].model).toBe('claude-opus-5-5');
    const whole = await job.outcome({ phase: 'EXEC' });
    const [cell] = JSON.parse(whole.outputs.matrix ?? '').include;
    const { permissions } = JSON.parse(flagOf(cell['claude-args'], '--managed-settings') ?? '');
    expect(permissions.deny).toContain('Agent(security-agent)');
    expect(whole.summary).toContain('not started: its definition is too long for a command line');
    const warnings = (of: typeof whole) => of.annotations.filter(({ title }) => title.includes('sub-agents'));
    expect(warnings(whole).map(({ message }) => message)).toEqual([
      'Definitions are too long for a command line. Not started: security-agent.',
    ]);
    expect(warnings(one)).toEqual([]);
    job.commit({ [PATH]: definition('x'.repeat(80_000)).replace('security-agent', 'STORIES') });
    const other = await job.outcome({ phase: 'EXEC' });
    expect(other.notes).toContain(
      'warning: Definitions are too long for a command line. Left to their files: STORIES.',
    );
  });

  it('keep the address that the job has, and no credentials in it', async () => {
    using job = onCommit({});
    const pinned = async (address: string) => {
      job.env.ANTHROPIC_BASE_URL = address;
      const { outputs } = await job.outcome({ agent: 'SECURITY', phase: 'EXEC' });
      return JSON.parse(flagOf(outputs['claude-args'] ?? '', '--settings') ?? '').env;
    };
    expect(await pinned('https://gateway.example')).toMatchObject({
      ANTHROPIC_BASE_URL: 'https://gateway.example',
      CLAUDE_CODE_EXTRA_BODY: '{}',
      CLAUDE_CODE_USE_BEDROCK: '',
    });
    expect(Object.keys(await pinned('https://me:secret@gateway.example'))).not.toContain(
      'ANTHROPIC_BASE_URL',
    );
  });
});

describe('what may define a sub-agent and cannot be read', () => {
  const LINKS: Readonly<Record<string, (job: JobScene) => string>> = {
    'a link': (job) => {
      job.write('.claude/agents/other.md', definition('x').replace('security-agent', 'helper'));
      symlinkSync('../../elsewhere/s.md', join(job.checkout, '.claude/agents/s.md'));
      return '.claude/agents/s.md is a symbolic link';
    },
    'a linked folder': (job) => {
      job.write('.claude/settings.json', '{}');
      symlinkSync('../elsewhere', join(job.checkout, '.claude/agents'));
      return '.claude/agents is a symbolic link';
    },
    'a link of .claude': (job) => {
      job.write('elsewhere/agents/s.md', definition('x'));
      symlinkSync('elsewhere', join(job.checkout, '.claude'));
      return '.claude is a symbolic link';
    },
    'a large file': (job) => {
      job.write('.claude/agents/s.md', definition('x'.repeat(300_000)));
      return '.claude/agents/s.md has more than 256 kB';
    },
  };

  it.each(Object.entries(LINKS))(
    'as %s: one under a floor is not started, on disk as at a commit',
    async (_, lay) => {
      using job = onCommit({ 'elsewhere/s.md': definition('Elsewhere.') });
      const said = `${lay(job)}: which sub-agents it defines cannot be told. One under a floor without another file is not started.`;
      job.commit({});
      const at = await job.outcome({ agent: 'DOCMON', phase: 'EXEC' });
      const { permissions } = JSON.parse(flagOf(at.outputs['claude-args'] ?? '', '--managed-settings') ?? '');
      expect(permissions.deny).toContain('Agent(security-agent)');
      expect(at.outputs['claude-args']).not.toContain('Elsewhere.');
      expect(at.notes).toContain(`warning: ${said}`);
      expect(at.annotations).toContainEqual(expect.objectContaining({ severity: 'warning', message: said }));
      using desk = JobScene.atDesk({ allocation: changed() });
      desk.write('elsewhere/s.md', definition('Elsewhere.'));
      lay(desk);
      const line = ['resolve', '--agent', 'DOCMON', '--phase', 'EXEC', '--ledger', 'none'];
      const { agents, claudeArgs } = await desk.json(line);
      expect(claudeArgs).not.toContain('Elsewhere.');
      expect(agents).toContainEqual(
        expect.objectContaining({
          name: 'security-agent',
          how: 'denied',
          why: 'its file may be one that cannot be read',
        }),
      );
    },
  );
});

it('reads them from disk at a desk, from the root of the work tree', async () => {
  using desk = JobScene.atDesk({ allocation: changed() });
  desk.write(PATH, definition('At the desk.'));
  const { claudeArgs } = await desk.json([
    'resolve',
    '--agent',
    'DOCMON',
    '--phase',
    'EXEC',
    '--ledger',
    'none',
  ]);
  expect(flagOf(claudeArgs, '--agents')).toContain('At the desk.');
});
