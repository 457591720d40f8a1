import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutcomeEvent, UsageRecord } from '../../../src/usage/records/record.ts';
import { event, output, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const root = join(import.meta.dirname, '../../..');
const OWN = await readFile(join(root, 'allocation.yaml'), 'utf8');
const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(await readFile(join(root, 'schema/report.schema.json'), 'utf8')),
);

async function json(place: JobScene, ...args: readonly string[]) {
  const { stdout, exitCode, stderr } = await place.cli(['report', '--json', ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
  const report = JSON.parse(stdout);
  validate(report);
  expect(validate.errors).toBeNull();
  return report;
}

describe('report', () => {
  it('tells of the current week, for people', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { tokens: output(372_000) })]);
    const { stdout, exitCode } = await place.cli(['report']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^week 2026-W48 · 1 job reported, out of an unknown number\nYELLOW: 372,000 of 500,000 tokens \(74%\)\n/,
    );
  });

  it('tells of an empty ledger', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    expect(await json(place)).toMatchObject({
      week: '2026-W48',
      zone: 'GREEN',
      runs: 0,
      escalation_rate: null,
      forecast: null,
    });
  });

  it('tells of a work item, also from earlier weeks, with the zone of the week', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([
      run('1', { tokens: output(400_000), work_item: 'pr-3' }),
      run('2', { tokens: output(10) }),
      run('3', { tokens: output(5), at: '2026-11-18T10:00:00Z' }),
    ]);
    expect(await json(place, '--work-item', 'pr-12')).toMatchObject({
      work_item: 'pr-12',
      zone: 'YELLOW',
      spent: { tokens: 15 },
      runs: 2,
      targets: [],
      never_seen: [],
    });
  });

  it('gives the same answer whatever was written twice, together and in whatever order', async () => {
    const records = ['1', '2', '3', '4', '5', '6'].map((id) =>
      run(id, {
        outcome: id === '3' ? 'fail' : 'pass',
        attempt: id === '5' ? 2 : 1,
        work_item: `pr-${Number(id) % 3}`,
      }),
    );
    // What a job writes again after a crash may tell of another time or outcome: it still counts once.
    const again = run('1', { outcome: 'fail', at: '2026-11-24T11:00:00Z' });
    const events = [event(), event({ work_item: 'pr-1', outcome: 'approved' })];
    using once = JobScene.atDesk({ allocation: OWN });
    await once.record([...records, again], events);
    const expected = await json(once);
    type Write = { readonly record: UsageRecord } | { readonly event: OutcomeEvent };
    const all: Write[] = [
      ...[...records, again].map((record) => ({ record })),
      ...events.map((told) => ({ event: told })),
    ];
    const writes = fc
      .shuffledSubarray([...all, ...all])
      .chain((extra) => fc.shuffledSubarray([...all, ...extra], { minLength: all.length + extra.length }));
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(writes, sizes, async (order, batches) => {
        using place = JobScene.atDesk({ allocation: OWN });
        for (let start = 0, turn = 0; start < order.length; turn += 1) {
          const batch = order.slice(start, start + (batches[turn % batches.length] ?? 1));
          await place.record(
            batch.flatMap((write) => ('record' in write ? [write.record] : [])),
            batch.flatMap((write) => ('event' in write ? [write.event] : [])),
          );
          start += batch.length;
        }
        expect(await json(place)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('hears an outcome of the week after', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1', { at: '2026-11-18T10:00:00Z' })], [event({ outcome: 'reverted' })]);
    expect(await json(place, '--week', '2026-W47')).toMatchObject({ week_over: true, rework_rate: 1 });
  });

  it('names a damaged file and counts the rest', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    await place.record([run('1')]);
    await place.record([{ ...run('2'), outcome: 'pass', agent: 'not a name' }]);
    const { complete, incomplete, runs } = await json(place);
    expect({ complete, runs }).toEqual({ complete: false, runs: 1 });
    expect(incomplete[0]).toMatch(/part of the ledger cannot be read: v1\/2026\/11\/24\/.*agent/);
  });

  it('ends with 2 without an allocation, or without a ledger that can be read', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    expect((await place.cli(['report', '--ledger', './nowhere'])).exitCode).toBe(2);
    expect((await place.cli(['report', '--allocation', 'gone.yaml'])).exitCode).toBe(2);
    expect((await place.cli(['report', '--phase', 'EXCE'])).stderr.join('\n')).toContain('EXEC');
  });

  it('reports what ledger import has taken', async () => {
    using place = JobScene.atDesk({ allocation: OWN });
    const { id: _, ...line } = run('1');
    const { at, ...told } = event({ outcome: 'reworked' });
    await writeFile(
      join(place.checkout, 'in.jsonl'),
      `${JSON.stringify(line)}\n${JSON.stringify({ at, ...told })}\n`,
    );
    expect((await place.cli(['ledger', 'import', 'in.jsonl'])).exitCode).toBe(0);
    expect(await json(place)).toMatchObject({ runs: 1, rework_rate: 1 });
  });
});

describe('a week', () => {
  it.each([
    // Clocks go back on 25 October 2026: the week has 169 hours.
    [
      'Europe/Berlin',
      '2026-W43',
      ['2026-10-18T22:00:00Z', '2026-10-25T22:59:59Z'],
      ['2026-10-18T21:59:59Z', '2026-10-25T23:00:00Z'],
    ],
    // And forward on 8 March: 167 hours.
    [
      'America/New_York',
      '2026-W10',
      ['2026-03-02T05:00:00Z', '2026-03-09T03:59:59Z'],
      ['2026-03-02T04:59:59Z', '2026-03-09T04:00:00Z'],
    ],
    // 2026 has a week 53, which ends in 2027.
    [
      'UTC',
      '2026-W53',
      ['2026-12-28T00:00:00Z', '2027-01-03T23:59:59Z'],
      ['2026-12-27T23:59:59Z', '2027-01-04T00:00:00Z'],
    ],
    [
      'Pacific/Kiritimati',
      '2026-W53',
      ['2026-12-27T10:00:00Z', '2027-01-03T09:59:59Z'],
      ['2026-12-27T09:59:59Z', '2027-01-03T10:00:00Z'],
    ],
  ])(
    'in %s: %s holds its first and its last second, and not those beside them',
    async (zone, week, inside, outside) => {
      using place = JobScene.atDesk({ allocation: OWN.replace('timezone: UTC', `timezone: ${zone}`) });
      await place.record(
        [...inside, ...outside].map((at) => run(at, { at, tokens: output(inside.includes(at) ? 1 : 100) })),
      );
      expect(await json(place, '--week', week)).toMatchObject({ week, runs: 2, spent: { tokens: 2 } });
    },
  );
});
