import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptsOf } from '../../src/calibration/table/index.ts';
import { gatherAttempts } from '../../src/gather/attempts.ts';
import { openLedger, weekSpan } from '../../src/ledger/index.ts';
import { parseWeek } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';
import {
  contentsOf,
  eventEntry,
  readStoredLine,
  recordEntry,
  type UsageEntry,
  voidEntry,
} from '../../src/usage/records/ledger-line.ts';
import { canonicalJson } from '../../src/usage/records/record.ts';
import { bareRepository, folder, pace } from '../ledger/support.ts';
import { ALLOCATION, event, run } from '../report/records.ts';

const WEEK = parseWeek('2026-W48') ?? expect.fail();
const NOW = new Date('2026-12-10T00:00:00Z');

/** Few lines, so that the same one, and another one with its id, are written more than once. */
const lines: fc.Arbitrary<UsageEntry> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('1', '2', '3'),
      at: fc.constantFrom('2026-11-24T10:00:00Z', '2026-11-26T10:00:00Z', '2026-11-10T10:00:00Z'),
      cost_microusd: fc.constantFrom(5, 7),
      // The second is of no form that is read in short.
      escalation_reason: fc.constantFrom(null, 'größer'),
    })
    .map(({ id, ...changes }) => recordEntry(run(id, { ...changes, outcome: 'unknown' }))),
  fc.constantFrom(
    eventEntry(event()),
    eventEntry(event({ at: '2026-12-03T10:00:00Z', outcome: 'approved' })),
  ),
  fc.constantFrom('1', '2').map((id) =>
    voidEntry({
      schema: 'haiku-first/void@1',
      at: '2026-11-24T10:00:00Z',
      voids: run(id).id,
      voided_at: '2026-11-28T10:00:00Z',
      repository: 'octo/demo',
      because: 'absurd',
      by: 'octocat',
    }),
  ),
);

test('what is streamed is what is read whole: copies, rivals and what was taken back included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(lines, { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
      async (batches) => {
        await using home = await folder();
        const path = bareRepository(home.path);
        const options = { env: { PATH: process.env.PATH }, cwd: home.path, unwrittenDir: home.path, pace };
        const ledger = await openLedger<UsageEntry>({ ...options, location: path, readLine: readStoredLine });
        for (const [index, batch] of batches.entries())
          await ledger.append(batch, { run: String(index), attempt: 1 });
        const from = weekSpan(parseWeek('2026-W45') ?? WEEK, 'UTC').from;
        const { entries } = await ledger.readRange(new Date(from), new Date('2026-12-14T00:00:00Z'));
        await ledger.close();
        const call = {
          options: { ledger: path, githubToken: null },
          surface: 'cli',
          env: { PATH: process.env.PATH },
          cwd: home.path,
          now: NOW,
        } as const;
        const rules = { allocation: ALLOCATION, table: shippedModels() };
        const streamed = await gatherAttempts(call, rules, { week: WEEK, weeks: 4 });
        const { records, events } = contentsOf(entries);
        const weeks = streamed.weeks.map((week) => ({ week, ...weekSpan(week, 'UTC') }));
        const whole = attemptsOf(
          records,
          {
            present: (agent) => agent,
            tierOf: (model) => (model.includes('haiku') ? 'haiku' : null),
            instantOf: Date.parse,
          },
          { events, weeks, now: NOW.getTime() },
        );
        const shown = ({ attempts }: Pick<typeof whole, 'attempts'>): readonly string[] =>
          attempts.map(({ at, week, task, fate, microusd, tokens }) =>
            canonicalJson({ at, week, task, fate, microusd, tokens }),
          );
        expect(shown(streamed)).toEqual(shown(whole));
        expect(streamed.damage).toBeNull();
        expect(streamed.commit === null).toBe(batches.length === 0);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);
