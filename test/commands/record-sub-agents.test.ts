import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlias } from '../../src/allocation/names.ts';
import { checkRecord } from '../../src/usage/records/record-check.ts';
import { FIXTURES } from '../support/claude-code.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { PullRequestScene } from './collect/pull-request-scene.ts';

/*
 * `plugin` is a sample of the real client 2.1.332, started with a plugin `acme` whose agent `security-agent` asks for
 * Haiku.
 */

const TYPE = 'acme:security-agent';
const NAMED = ALLOCATION.replace('[x]', '[security-agent]');
const testing = ['--agent', 'TESTING', '--phase', 'EXEC'];
const now = ['--now', '2026-11-23T12:00:00Z'];
const plugin = [
  '--from',
  join(FIXTURES, 'plugin/projects'),
  '--from',
  join(FIXTURES, 'plugin/execution.json'),
];

const REMEDY = `write aliases: [${TYPE}] under SECURITY`;
const LOOKS = `The sub-agent ${TYPE} is no agent's by name or alias, and may be SECURITY: its floor opus was not held against claude-haiku-5-5. If it is, ${REMEDY}.`;

/** A transcript in which a sub-agent of this type works. */
function transcripts(job: JobScene, type: string): string[] {
  const line = (more: object, id: string): string =>
    JSON.stringify({
      type: 'assistant',
      sessionId: 's',
      uuid: id,
      timestamp: '2026-11-23T02:00:00Z',
      message: { id, model: 'claude-haiku-5-5', usage: { input_tokens: 1000, output_tokens: 500 } },
      ...more,
    });
  const main = job.write('projects/s.jsonl', line({}, 'm1'));
  job.write('projects/s/subagents/agent-a2.jsonl', line({ isSidechain: true, agentId: 'a2' }, 'm2'));
  job.write('projects/s/subagents/agent-a2.meta.json', JSON.stringify({ agentType: type }));
  return ['--from', join(main, '..')];
}

describe('a sub-agent of a plugin', () => {
  it('is an agent by its alias, and below its floor where it is', async () => {
    using job = JobScene.atDesk({ allocation: ALLOCATION.replace('[x]', `[x, ${TYPE}]`) });
    const { records, below_floor } = await job.json(['record', ...plugin, ...testing, '--ledger', 'none']);
    const mine = records.filter(({ agent }: { agent: string }) => agent === 'SECURITY');
    expect(mine).toMatchObject([{ model_used: 'claude-haiku-5-5', tier_assigned: 'opus', measured: 'full' }]);
    expect(mine[0]).not.toHaveProperty('sub_agents');
    expect(below_floor).toMatchObject([{ agent: 'SECURITY', floor: 'opus', tier: 'haiku' }]);
  });

  it.each([
    ['', 'unattributed'],
    ['\n  MAIN: { default: haiku }', 'MAIN'],
  ])('without one is a warning where its last part is an agent’s name%s', async (more, agent) => {
    using job = JobScene.atDesk({ allocation: NAMED.replace('agents:', `agents:${more}`) });
    const asked = ['record', ...plugin, ...testing, '--ledger', 'none'];
    const { records } = await job.json(asked);
    const named = records.filter((record: object) => 'sub_agents' in record);
    expect(named).toMatchObject([{ agent, sub_agents: [TYPE], model_used: 'claude-haiku-5-5' }]);
    expect(checkRecord(named[0])).toEqual({ ok: true, value: named[0] });
    const { stdout, stderr } = await job.cli(asked);
    expect(stderr.join('\n')).toContain(LOOKS);
    expect(stderr.join('\n')).not.toContain('Not attributed');
    expect(stdout).toContain(`    as ${TYPE}\n`);
    expect(stdout).toContain(agent === 'unattributed' ? '  not attributed  ' : `  ${agent}/EXEC  `);
    const document = await job.json(asked);
    expect(document.unattributed).toEqual([{ type: TYPE, alias: TYPE, agent: 'SECURITY' }]);
  });

  it('is found however long its name is', async () => {
    const type = `${'p'.repeat(60)}:security-agent`;
    expect(isAlias(type)).toBe(true);
    using job = JobScene.atDesk({ allocation: ALLOCATION.replace('[x]', `[${type}]`) });
    const from = transcripts(job, type);
    const { records } = await job.json(['record', ...from, ...testing, '--ledger', 'none']);
    expect(records.map(({ agent }: { agent: string }) => agent).sort()).toEqual(['SECURITY', 'TESTING']);
  });

  it('whose name cannot be an alias is told to have another one', async () => {
    using job = JobScene.atDesk({ allocation: NAMED });
    const from = transcripts(job, 'our tools:security-agent');
    const { stderr } = await job.cli(['record', ...from, ...testing, '--ledger', 'none']);
    expect(stderr.join('\n')).toContain('Its name cannot be an alias: if it is, give it another one');
  });

  it('is named with its alias in the job’s summary and beside the run', async () => {
    using job = new JobScene({ allocation: NAMED, now: '2026-11-23T12:00:00Z' });
    job.commit({});
    job.claude('plugin');
    const inputs = { command: 'record', agent: 'TESTING', phase: 'EXEC', record: 'off' };
    const { annotations, summary } = await job.outcome(inputs);
    expect(annotations.map(({ title, message }) => [title, message])).toEqual([
      ['A sub-agent is on no agent', LOOKS],
    ]);
    expect(summary).toContain(`| not attributed, \`${TYPE}\` |`);
    expect(summary).toContain(REMEDY.replace('[', '\\[').replace(']', '\\]'));
  });

  it('is named in every form of the report, until it has an agent', async () => {
    using job = JobScene.atDesk({ allocation: NAMED });
    expect(await job.json(['record', ...plugin, ...testing, ...now])).toMatchObject({ written: 2 });
    const report = await job.json(['report', ...now]);
    expect(report.alerts).toContainEqual({
      kind: 'unattributed',
      agent: 'SECURITY',
      phase: 'EXEC',
      message: LOOKS,
    });
    const uses = report.uses.filter((use: object) => 'sub_agents' in use);
    expect(uses).toMatchObject([{ agent: 'unattributed', sub_agents: [TYPE], used: 'claude-haiku-5-5' }]);
    const { stdout } = await job.cli(['report', ...now]);
    expect(stdout.replaceAll(/\n */g, ' ')).toContain(LOOKS);
    expect(stdout).toMatch(/^ {2}not attributed +0 /m);
    job.write('allocation.yaml', ALLOCATION.replace('[x]', `[x, ${TYPE}]`));
    const later = await job.json(['report', ...now]);
    expect(later.alerts.map(({ kind }: { kind: string }) => kind)).not.toContain('unattributed');
  });

  it('is named on the pull request and by the collector', async () => {
    await using scene = await PullRequestScene.open({ files: { 'allocation.yaml': NAMED } });
    await scene.work({}, {}, undefined, 'plugin');
    const { stdout, summary } = await scene.collectStep();
    expect(stdout).toContain(LOOKS);
    expect(summary).toContain(`| not attributed, \`${TYPE}\` |`);
    expect(stdout).toContain('::warning title=A sub-agent is on no agent::');
    const [comment] = await scene.comments();
    expect(comment).toContain(
      `- ⚠️ The sub-agent ${TYPE} is no agent's by name or alias, and may be SECURITY`,
    );
    expect(comment).toContain(`| not attributed \`${TYPE}\` |`);
  });
});

describe('a sub-agent that is no agent', () => {
  const TOLD =
    'Not attributed, as no agent has these names or aliases: Explore. To book one on an agent, name it there: aliases: [Explore].';

  it('is named with the alias that would make it one, and is no warning', async () => {
    using job = new JobScene({ event: null, now: '2026-11-23T12:00:00Z' });
    const from = transcripts(job, 'Explore');
    const { stdout, stderr } = await job.cli(['record', ...from, ...testing, ...now]);
    expect(stderr.join('\n')).toContain(TOLD);
    expect(stdout).toMatch(/^ {2}not attributed .*\n {4}as Explore$/m);
    const report = await job.cli(['report', ...now]);
    expect(report.stdout.replaceAll(/\n */g, ' ')).toContain(TOLD);
    expect(report.stdout).not.toContain('may be');
    const { alerts, unattributed } = await job.json(['report', ...now]);
    expect(unattributed).toEqual([{ type: 'Explore', alias: 'Explore', agent: null }]);
    expect(alerts.map(({ kind }: { kind: string }) => kind)).not.toContain('unattributed');
  });
});
