import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProcess } from '../support/bundle.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { startMessages } from './messages-api.ts';

// What a person's own sessions leave in ~/.claude/projects, and `record --from` that. CLAUDE_CLIENT: see session.test.ts.
const CLIENT = process.env.CLAUDE_CLIENT ?? '';
const SONNET = 'claude-sonnet-5-5';

it('counts the sessions of several projects once each, however often they are recorded', async () => {
  using job = JobScene.atDesk({ allocation: ALLOCATION });
  await using api = await startMessages(null);
  const work = async (project: string, ...more: string[]): Promise<void> => {
    const cwd = join(job.folder, project);
    mkdirSync(cwd, { recursive: true });
    const ended = await runProcess(CLIENT, ['-p', 'MAIN: work.', '--model', SONNET, ...more], {
      cwd,
      env: {
        ...job.env,
        ANTHROPIC_BASE_URL: api.url,
        ANTHROPIC_API_KEY: 'dummy',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_TELEMETRY: '1',
        DISABLE_AUTOUPDATER: '1',
      },
      timeout: 60_000,
    });
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  };
  const from = ['--from', join(job.home, '.claude/projects')];
  const record = async () => {
    const now = ['--now', new Date().toISOString().replace(/\.\d+/, '')];
    const cell = ['--agent', 'TESTING', '--phase', 'EXEC'];
    return job.json(['record', ...from, ...cell, ...now]);
  };
  await work('demo');
  await work('other');
  expect(await record()).toMatchObject({ written: 2, duplicates: 0 });
  expect(await record()).toMatchObject({ written: 0, duplicates: 2 });
  // A session goes on after it was recorded: what is new of it counts, and nothing twice.
  await work('demo', '--continue');
  expect(await record()).toMatchObject({ written: 1, records: [{ tokens: { input: 10, output: 5 } }] });
  expect(await record()).toMatchObject({ written: 0 });
  // There is no remote: the ledger is a branch of this repository.
  expect(job.git('branch', '--list', 'haiku-first-ledger')).toContain('haiku-first-ledger');
  const { entries } = await job.json(['ledger', 'export']);
  expect(api.asked).toHaveLength(entries.length);
});
