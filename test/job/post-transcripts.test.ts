import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { JobScene } from '../support/job-scene.ts';
import { ArtifactService, linesIn } from './artifact-service.ts';

const TESTING = { command: 'resolve', agent: 'TESTING', phase: 'EXEC' };
const REPORTED = join(import.meta.dirname, '../fixtures/reported');

function reported(path: string): string {
  return readFileSync(join(REPORTED, path), 'utf8');
}

/** Leaves a transcript where Claude Code keeps them. */
function leave(job: JobScene, session: string, text: string, then = new Date()): void {
  const path = join(job.home, '.claude/projects/-work', `${session}.jsonl`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, then, then);
}

/** What the end of a job records whose agent does `work`; or a step of it that says `record`. */
async function recorded(work: (job: JobScene) => void, by = 'post'): Promise<readonly string[]> {
  using job = new JobScene();
  await using service = await ArtifactService.start();
  const { state } = await job.action(TESTING);
  work(job);
  const end =
    by === 'post'
      ? await job.post(TESTING, state, service.env())
      : await job.action({ command: 'record', phase: 'EXEC' }, service.env());
  expect(end.status).toBe(0);
  return linesIn(service.uploads[0])
    .map((line): UsageRecord => JSON.parse(line))
    .map(({ session, auxiliary, agent, model_used: model, tokens, cost_microusd: cost, measured }) => {
      const who = auxiliary ? 'client' : agent;
      return `${session} ${who} ${model} ${tokens?.input}/${tokens?.output} ${cost} ${measured}`;
    })
    .sort();
}

describe('the end of a job that went on with an older session', () => {
  it.each(['post', 'record'])(
    'books no call of the client’s own again that an earlier job made: %s',
    async (by) => {
      const found = await recorded((job) => {
        const now = new Date().toISOString();
        leave(job, 'res-1', reported('resumed-auxiliary/session.jsonl').replace('NOW', now));
        job.leave(reported('resumed-auxiliary/execution-file.json'));
      }, by);
      expect(found).toEqual(['res-1 TESTING claude-sonnet-5-5 1000/500 7000 full']);
    },
  );

  it('does so also where the job was cancelled and left a transcript alone', async () => {
    const found = await recorded((job) => {
      leave(
        job,
        'res-1',
        reported('resumed-auxiliary/session.jsonl').replace('NOW', new Date().toISOString()),
      );
    });
    expect(found).toEqual(['res-1 TESTING claude-sonnet-5-5 1000/500 7000 full']);
  });

  it('books of a fork what is its own, wherever its parent is', async () => {
    const fork = (job: JobScene): void => {
      leave(
        job,
        'F',
        reported('fork-session/F.jsonl').replace('2026-11-23T02:01:00.000Z', new Date().toISOString()),
      );
      job.leave(reported('fork-session/job2.json'));
    };
    const alone = await recorded(fork);
    expect(alone).toEqual(['F TESTING claude-sonnet-5-5 1000/500 7000 full']);
    const beside = await recorded((job) => {
      leave(job, 'P', reported('fork-session/P.jsonl'));
      fork(job);
    });
    expect(beside).toEqual(alone);
  });

  it('finds what the client itself had used in the older transcript of a fork’s parent', async () => {
    const found = await recorded((job) => {
      const sum = (session: string, answers: number): string =>
        JSON.stringify({
          type: 'cost-state',
          sessionId: session,
          modelUsage: {
            'claude-sonnet-5-5': { inputTokens: 1000 * answers, outputTokens: 500 * answers },
            'claude-haiku-5-5': { inputTokens: 5000, outputTokens: 300 },
          },
        });
      const parent = `${reported('fork-session/P.jsonl').trimEnd()}\n${sum('P', 2)}\n`;
      leave(job, 'P', parent, new Date(Date.now() - 3_600_000));
      const now = new Date().toISOString();
      const fork = reported('fork-session/F.jsonl').replace('2026-11-23T02:01:00.000Z', now);
      leave(job, 'F', `${fork.trimEnd()}\n${sum('F', 3)}\n`);
    });
    expect(found).toEqual(['F TESTING claude-sonnet-5-5 1000/500 7000 full']);
  });
});
