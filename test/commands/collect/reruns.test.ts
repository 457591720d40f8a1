import { describe, expect, it } from 'vitest';
import { recordId } from '../../../src/usage/records/record.ts';
import { record } from '../../report/records.ts';
import type { RunSays } from './finished-run.ts';
import { PullRequestScene } from './pull-request-scene.ts';

const HOUR = 3_600_000;
const early = { from: new Date(Date.now() - HOUR), to: new Date(Date.now() + 1000) };
const late = { from: new Date(Date.now() + 2000), to: new Date(Date.now() + 3000) };

/** A run of a pull request whose attempt 2 was collected before, and that was run again. */
async function collectedAgain(before: Readonly<Record<string, string>>, says: RunSays = {}) {
  await using scene = await PullRequestScene.open();
  const work = record({
    run: { id: '123', attempt: 2, job: 'review' },
    at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    agent: 'TESTING',
    work_item: `pr-${scene.pull.number}`,
  });
  const small = { ...work, model_used: 'claude-haiku-4-5', auxiliary: true };
  await scene.job.record([work, { ...small, id: recordId(small) }]);
  const jobs = Object.entries(before).map(([name, conclusion], place) => ({
    id: 4711 + place,
    name,
    conclusion,
    attempt: 2,
    ...early,
  }));
  const again = [...jobs, { id: 99, name: 'review', attempt: 3, ...late }];
  const step = { attempt: 3, jobs: again, actor: 'octocat', ...says };
  const inputs = { ledger: scene.job.checkout };
  const { status, stdout, summary } = await scene.collectStep(step, inputs);
  if (status !== 0) throw new Error(stdout);
  await scene.collectStep(step, inputs);
  const { entries } = await scene.job.json(['ledger', 'export', '--ledger', scene.job.checkout]);
  const events = entries.filter(({ schema }: { schema: string }) => schema === 'haiku-first/outcome@1');
  return { summary, work, events };
}

describe('a run that a person had run again', () => {
  it('says that the work of a job that had failed was done again, once', async () => {
    const { events, work, summary } = await collectedAgain({ review: 'failure' });
    expect(events).toEqual([
      expect.objectContaining({
        agent: 'TESTING',
        phase: 'EXEC',
        outcome: 'reworked',
        by: 'octocat',
        note: 'run 123 was run again',
        record: work.id,
        work_item: work.work_item,
      }),
    ]);
    expect(summary).toMatch(/1 outcome: work was run again/);
  });

  it('says so of work that had ended well, where nothing else had failed', async () => {
    expect((await collectedAgain({ review: 'success', lint: 'success' })).events).not.toEqual([]);
    expect((await collectedAgain({ review: 'success', lint: 'failure' })).events).toEqual([]);
  });

  it('says nothing of a job that was not run again, or was cancelled, or by a program', async () => {
    const jobs = [
      { id: 4711, name: 'review', attempt: 2, conclusion: 'failure', ...early },
      { id: 4711, name: 'review', attempt: 3, conclusion: 'failure', ...early },
    ];
    expect((await collectedAgain({ review: 'failure' }, { jobs })).events).toEqual([]);
    expect((await collectedAgain({ review: 'cancelled' })).events).toEqual([]);
    expect((await collectedAgain({ review: 'failure' }, { actor: 'retry[bot]' })).events).toEqual([]);
  });
});
