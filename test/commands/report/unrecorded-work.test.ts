import { describe, expect, it } from 'vitest';
import { deferral } from '../../deferral/works.ts';
import { run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const WORK = ['report', '--work-item'];

describe('a report on work that nobody recorded', () => {
  it('says so and names the nearest, instead of zeros', async () => {
    using scene = JobScene.atDesk();
    await scene.record([run('1', { work_item: 'pr-9' }), run('2', { work_item: 'issue-7' })]);
    const says = 'Nothing is recorded for pr-99. Did you mean pr-9?';
    const { stdout, exitCode } = await scene.cli([...WORK, 'pr-99']);
    expect({ stdout, exitCode }).toEqual({ stdout: `week 2026-W48 · pr-99\n${says}\n`, exitCode: 0 });
    expect(await scene.json([...WORK, 'pr-99'])).toMatchObject({ nothing_recorded: says, uses: [] });
    expect((await scene.json([...WORK, 'pr-9'])).nothing_recorded).toBeUndefined();
    expect((await scene.json(['report'])).nothing_recorded).toBeUndefined();
  });

  it('says so in a workflow, in the summary and as a warning', async () => {
    using scene = new JobScene();
    await scene.record([run('1', { work_item: 'pr-9' })]);
    const { summary, annotations, exitCode } = await scene.outcome({
      command: 'report',
      'work-item': 'pr-99',
      ledger: scene.checkout,
    });
    expect(exitCode).toBe(0);
    expect(summary).toBe(
      '### haiku-first · 2026-W48 · PR #99\n\nNothing is recorded for pr-99. Did you mean pr-9?\n',
    );
    expect(annotations.map(({ message }) => message)).toEqual([
      'Nothing is recorded for pr-99. Did you mean pr-9?',
    ]);
  });

  it('names what there is where none is near, or that there is nothing', async () => {
    using scene = JobScene.atDesk();
    expect((await scene.cli([...WORK, 'pr-1'])).stdout).toContain(
      'Nothing is recorded for pr-1. The ledger has no work.',
    );
    await scene.record([run('1', { work_item: 'issue-7' })]);
    expect((await scene.cli([...WORK, 'pr-1'])).stdout).toContain('Known: issue-7.');
  });

  it('says when it was last recorded, where that is long ago', async () => {
    using scene = JobScene.atDesk();
    await scene.record([run('1', { work_item: 'pr-9', at: '2026-09-01T10:00:00Z' })]);
    expect((await scene.cli([...WORK, 'pr-9'])).stdout.replaceAll('\n', ' ')).toContain(
      'Nothing is recorded for pr-9 in 2026-W48 or the four weeks before it: the latest is of 2026-09-01. Name its week with --week.',
    );
  });

  it('is no such report while the work is only deferred', async () => {
    using scene = JobScene.atDesk();
    await scene.record([], [], [deferral(1, { work_item: 'pr-99', at: '2026-11-25T10:00:00Z' })]);
    expect((await scene.json([...WORK, 'pr-99'])).nothing_recorded).toBeUndefined();
  });
});
