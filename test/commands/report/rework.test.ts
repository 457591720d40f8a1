import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutcomeEvent, UsageRecord } from '../../../src/usage/records/record.ts';
import { event, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
const SONNET = { model_used: 'claude-sonnet-5-5', tier_used: 'sonnet', model_requested: 'claude-sonnet-5-5' };
const ESCALATED = { ...SONNET, attempt: 2, escalated_from_model: 'claude-haiku-5-5' };

/** The report on a week of a ledger, read at an instant. */
async function report(
  records: readonly UsageRecord[],
  { week, now, events = [] }: { week: string; now: string; events?: readonly OutcomeEvent[] },
) {
  using place = JobScene.atDesk({ allocation: OWN });
  await place.record(records, events);
  const asked = ['report', '--json', '--week', week, '--now', now];
  const { stdout, exitCode } = await place.cli(asked);
  expect(exitCode).toBe(0);
  const said = JSON.parse(stdout);
  const text = (await place.cli(asked.filter((each) => each !== '--json'))).stdout;
  const target = (id: string) => said.targets.find((each: { id: string }) => each.id === id);
  return { said, text, target };
}

const hundred = (bad: number, good: number) =>
  Array.from({ length: 100 }, (_, index) =>
    run(`${index}`, {
      work_item: `pr-${index}`,
      outcome: index < bad ? 'fail' : index < bad + good ? 'pass' : 'unknown',
    }),
  );

describe('rework', () => {
  it('lies between bounds while the fate of some attempts is not known, and is not missed from failures alone', async () => {
    const monday = { week: '2026-W48', now: '2026-11-30T08:00:00Z' };
    const some = await report(hundred(6, 69), monday);
    expect(some.said).toMatchObject({
      rework_rate: null,
      rework: { hits: 6, unknown: 25, n: 100, low: 0.06, high: 0.31 },
    });
    expect(some.target('haiku_rework')).toMatchObject({
      status: 'not-enough-data',
      actual: null,
      low: 0.06,
      high: 0.31,
      unknown: 25,
      n: 100,
    });
    expect(some.target('haiku_output_quality')).toMatchObject({
      status: 'not-enough-data',
      low: 0.69,
      high: 0.94,
    });
    expect(some.text).toMatch(/Haiku runs that had to be .* 6% to 31% +below 20% +n = 100, 25 open/);
    expect((await report(hundred(6, 0), monday)).target('haiku_rework').status).toBe('not-enough-data');
    expect((await report(hundred(40, 0), monday)).target('haiku_rework').status).toBe('not-enough-data');
    expect((await report(hundred(40, 30), monday)).target('haiku_rework').status).toBe('missed');
    // Whatever becomes of the rest, it is met.
    expect((await report(hundred(6, 90), monday)).target('haiku_rework').status).toBe('met');
  });

  it('counts an attempt that nobody complained of as good after 14 days', async () => {
    const { said, target } = await report(hundred(6, 0), { week: '2026-W48', now: '2026-12-08T10:00:00Z' });
    expect(said).toMatchObject({ rework_rate: 0.06, rework: { hits: 6, unknown: 0 } });
    expect(target('haiku_rework')).toMatchObject({ status: 'met', actual: 0.06, n: 100 });
    const young = await report(hundred(6, 0), { week: '2026-W48', now: '2026-12-08T09:59:59Z' });
    expect(young.said.rework.unknown).toBe(94);
  });

  it('sees that an attempt of Sunday was made again on Monday, and how long that took', async () => {
    const records = Array.from({ length: 5 }, (_, index) => [
      run(`${index}`, { work_item: `pr-${index}`, at: '2026-11-22T23:50:00Z', outcome: 'unknown' }),
      run(`${index}b`, { work_item: `pr-${index}`, at: '2026-11-23T00:02:00Z', ...ESCALATED }),
    ]).flat();
    const sunday = await report(records, { week: '2026-W47', now: '2026-11-25T12:00:00Z' });
    expect(sunday.said.rework).toMatchObject({ hits: 5, unknown: 0, n: 5 });
    const monday = await report(records, { week: '2026-W48', now: '2026-11-25T12:00:00Z' });
    expect(monday.said.rework).toMatchObject({ n: 0 });
    // It ran for a minute.
    expect(monday.target('escalation_delay_minutes')).toMatchObject({ actual: 11, n: 5, status: 'missed' });
  });

  it('puts an outcome down to the work that was done by then', async () => {
    const records = [
      run('1', { at: '2026-11-20T10:00:00Z', outcome: 'unknown' }),
      run('2', { at: '2026-11-26T10:00:00Z', outcome: 'unknown' }),
    ];
    const events = [event({ at: '2026-11-25T10:00:00Z', outcome: 'reworked' })];
    const now = '2026-11-27T00:00:00Z';
    expect((await report(records, { week: '2026-W47', now, events })).said.rework.hits).toBe(1);
    expect((await report(records, { week: '2026-W48', now, events })).said.rework).toMatchObject({
      hits: 0,
      unknown: 1,
    });
  });

  it('puts a missed security issue down to the week of the work, once', async () => {
    const work = (id: string, at: string, work_item: string) => run(id, { agent: 'SECURITY', at, work_item });
    const records = [
      work('1', '2026-11-20T10:00:00Z', 'pr-1'),
      work('2', '2026-11-20T10:00:00Z', 'pr-2'),
      work('3', '2026-11-24T10:00:00Z', 'pr-2'),
      work('4', '2026-11-24T10:00:00Z', 'pr-3'),
    ];
    const events = ['pr-1', 'pr-2', 'pr-3', 'pr-99'].map((work_item) =>
      event({ work_item, at: '2026-11-25T10:00:00Z', outcome: 'security-issue-missed' }),
    );
    const missed = async (week: string) =>
      (await report(records, { week, now: '2026-11-27T00:00:00Z', events })).target('security_issues_missed')
        .actual;
    // Of pr-99 nobody knows when it was worked at: it counts when it is told.
    expect([await missed('2026-W47'), await missed('2026-W48')]).toEqual([2, 2]);
  });

  it('blames the attempt that was made again, not every one of its piece of work', async () => {
    const records = [
      run('1', { at: '2026-11-23T10:00:00Z', outcome: 'fail' }),
      run('2', { at: '2026-11-23T11:00:00Z', ...ESCALATED }),
      run('3', { at: '2026-11-24T10:00:00Z', outcome: 'pass' }),
    ];
    const { said } = await report(records, { week: '2026-W48', now: '2026-11-25T12:00:00Z' });
    expect(said.rework).toMatchObject({ hits: 1, unknown: 0, n: 2 });
  });
});
